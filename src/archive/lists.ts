import { type Span, spanOf } from '../checks/pace.ts'
import { isDate, lastDay, yearOf } from '../model/date.ts'
import { regionPath } from '../model/region.ts'
import { Dictionary } from './dictionary.ts'
import { Pairs } from './pairs.ts'

/** A list: one region at one date of a year. */
export interface List {
  readonly region: number
  readonly year: number
  readonly asOf: number
  readonly isBadDate: boolean
  readonly span: Span
  readonly isYearEnd: boolean
  /** Days gone by and days in the year; 0 where they cannot be told. */
  readonly gone: number
  readonly days: number
  /** 20231220, the last day that the date covers; 0 where it cannot be read. */
  readonly day: number
  /** Number of region and target year, for a course. */
  readonly place: number
  /** Number of year and date, for sums over regions. */
  readonly date: number
}

/** The lists of an archive, numbered by first appearance. */
export class Lists {
  readonly regions = new Dictionary(regionPath)
  readonly years = new Dictionary()
  readonly dates = new Dictionary()
  readonly all: List[] = []
  private last = 0
  private readonly byYear = new Pairs()
  private readonly byDate = new Pairs()
  private readonly targetYears = new Dictionary()
  private readonly places = new Pairs()
  private readonly datesOfYears = new Pairs()

  /** @param regionCode, yearCode, dateCode numbers of their values */
  numberOf(regionCode: number, yearCode: number, dateCode: number): number {
    const last = this.all[this.last]
    if (last && last.region === regionCode && last.year === yearCode && last.asOf === dateCode)
      return this.last
    const number = this.byDate.numberOf(this.byYear.numberOf(regionCode, yearCode), dateCode)
    if (number === this.all.length) this.all.push(this.describe(regionCode, yearCode, dateCode))
    this.last = number
    return number
  }

  private describe(region: number, year: number, asOf: number): List {
    const yearText = this.years.values[year] ?? ''
    const asOfText = this.dates.values[asOf] ?? ''
    const span = spanOf(asOfText, yearText)
    const [gone, days] = span.gone ?? [0, 0]
    const target = this.targetYears.codeOf(yearOf({ year: yearText, as_of: asOfText }))
    return {
      region,
      year,
      asOf,
      isBadDate: asOfText !== '' && !isDate(asOfText),
      span,
      isYearEnd: span.stage === 'end',
      gone,
      days,
      day: Number(lastDay(asOfText)?.replaceAll('-', '') ?? 0),
      place: this.places.numberOf(region, target),
      date: this.datesOfYears.numberOf(year, asOf),
    }
  }
}
