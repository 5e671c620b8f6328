import { type Rational, ratio } from '../lib/rational.ts'

/** From this month on, a figure of the target year counts as one of the year's end. */
const YEAR_END_MONTH = 12

/**
 * Share of the target year gone by at a date, for 序时进度. `2023-04` runs to the end of April, `2023` to
 * the end of the year.
 * @param asOf `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @param year the target year; the date's own where blank
 * @returns days gone by over days in the year as [part, whole], the part capped at the whole; undefined
 * where the date cannot be read or lies before the year
 */
export function yearGone(asOf: string, year: string): readonly [number, number] | undefined {
  const date = parseDate(asOf)
  if (!date) return undefined
  const target = yearIn(year) ?? date.year
  const length = dayOfYear(target, 12, 31)
  if (date.year > target) return [length, length]
  if (date.year < target) return undefined
  const month = date.month ?? 12
  return [dayOfYear(target, month, date.day ?? daysIn(target, month)), length]
}

/** The same share in percent. */
export const percentGone = ([part, all]: readonly [number, number]): Rational =>
  ratio(BigInt(part) * 100n, BigInt(all))

/** Where in its target year a date stands. `unknown`: blank or not readable, which is taken for no date. */
export type Stage = 'underway' | 'end' | 'unknown'

export function stageOf(asOf: string, year: string): Stage {
  const date = parseDate(asOf)
  if (!date) return 'unknown'
  const target = yearIn(year) ?? date.year
  if (date.year !== target) return date.year > target ? 'end' : 'underway'
  return date.month === undefined || date.month >= YEAR_END_MONTH ? 'end' : 'underway'
}

/** Whether a date counts as the year's end; one that nobody gave, or that cannot be read, does not. */
export const isYearEnd = (asOf: string, year: string): boolean => stageOf(asOf, year) === 'end'

/**
 * The last day that a date covers, for telling earlier from later: `2023-04` → `2023-04-30`.
 * @returns ISO date, which compares as text; undefined where the date cannot be read
 */
export function lastDay(asOf: string): string | undefined {
  const date = parseDate(asOf)
  if (!date) return undefined
  const month = date.month ?? 12
  const day = date.day ?? daysIn(date.year, month)
  return [date.year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Sorts what has such a day, the earlier first. */
export const byDay = (a: { readonly day: string }, b: { readonly day: string }): number =>
  a.day < b.day ? -1 : Number(a.day > b.day)

/** The target year of a row: as given, else its date's own; '' where neither tells. */
export const yearOf = ({ year, as_of }: { readonly year: string; readonly as_of: string }): string =>
  year === '' ? String(parseDate(as_of)?.year ?? '') : String(yearIn(year) ?? year)

/** `2023`, or `2023年`. */
const yearIn = (text: string): number | undefined => {
  const [, digits] = /^(\d{4})年?$/.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits)
}

interface PartialDate {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

/**
 * `2023-12-20` as the contract has it, and as spreadsheets (`2023/12/20`) and people (`2023年12月20日`, `2023年10月底`)
 * write it.
 */
const WRITTEN = /^(\d{4})(?:年[底末]?|[-/.年](\d{1,2})(?:月[底末]?|[-/.月](\d{1,2})日?)?)?$/

/** Whether a date can be read. */
export const isDate = (text: string): boolean => parseDate(text) !== undefined

function parseDate(text: string): PartialDate | undefined {
  const match = WRITTEN.exec(text.trim())
  if (!match) return undefined
  const [year, month, day] = [match[1], match[2], match[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  )
  if (year === undefined) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return undefined
  return { year, month, day }
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const dayOfYear = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1
