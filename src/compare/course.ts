import { askedOf, type Review } from '../checks/check.ts'
import { toldCompletion } from '../checks/reach.ts'
import { comparable, inUnitOf } from '../checks/relate.ts'
import { groupBy } from '../lib/groupBy.ts'
import * as I from '../lib/interval.ts'
import type { Rational } from '../lib/rational.ts'
import type { CompletionSource } from '../model/completion.ts'
import { COURSE, type Project, type Row } from '../model/dataSet.ts'
import { byDay, lastDay, yearGone, yearOf } from '../model/date.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import { datesOf } from '../model/listing.ts'

/** One indicator of a level over the dates of a year. */
export interface Course {
  /** The earliest first, on at least two different days. */
  readonly rows: readonly Row[]
  /** Of the date that the project is looked at; undefined where it was not told then. */
  readonly own: Row | undefined
}

/**
 * The indicators of a project as they were told at the dates of its year, those of its own date first. What was
 * told on one day only is a course of one row.
 */
export function coursesOf(review: Review, project: Project): Course[] {
  const dates = datesOf(review.set.projects, project)
  const among = dates.includes(project) ? dates : [project]
  const courses = groupBy(
    [project, ...among.filter((one) => one !== project)].flatMap(({ rows }) => rows),
    ...COURSE,
  )
  return courses.flatMap((rows) => {
    const own = rows.filter((row) => review.projectOf.get(row) === project)
    if (daysIn(rows) > 1) return [{ rows: inOrder(rows), own: own[0] }]
    return own.map((row) => ({ rows: [row], own: row }))
  })
}

const daysIn = (rows: readonly Row[]): number => new Set(rows.map(({ cells }) => lastDay(cells.as_of))).size

const inOrder = (rows: readonly Row[]): Row[] =>
  rows
    .map((row) => ({ row, day: lastDay(row.cells.as_of) ?? '' }))
    .sort(byDay)
    .map(({ row }) => row)

/** One date of a course. */
export interface CoursePoint {
  readonly row: Row
  /** Share of the year gone by. */
  readonly gone: readonly [number, number]
  /** Percent of the target, or the actual in the unit of `CourseLine.figure`. */
  readonly value: Rational
  /** Of a completion where it is from; an actual is printed. */
  readonly source: CompletionSource
  /** The target printed with it, like the value; undefined among completions. */
  readonly target: Rational | undefined
  readonly asked: ReturnType<typeof askedOf>
}

export interface CourseLine {
  /** Whether completions can be told; else the actuals are, on an axis of their own. */
  readonly kind: 'completion' | 'actual'
  readonly year: string
  /** In whose scale and unit actuals are written. */
  readonly figure: Figure | undefined
  readonly points: readonly CoursePoint[]
  /** Told without a number that could stand beside the others. */
  readonly without: readonly Row[]
  /** Whether the values are expected to grow with the calendar: neither rates nor what is better low. */
  readonly hasPace: boolean
}

/** The completions of a course where at least two can be had, else its actuals. */
export function courseLine(review: Review, rows: readonly Row[]): CourseLine {
  const completions = pointsOf(review, rows, (row) => {
    const told = toldCompletion(row, review.subjectOf.get(row)?.relations ?? [])
    return told && { ...told, target: undefined }
  })
  const kind = completions.length > 1 ? 'completion' : 'actual'
  const figure = rows.flatMap((row) => row.figures.actual ?? []).at(-1)
  const points = kind === 'completion' ? completions : pointsOf(review, rows, (row) => actualOf(row, figure))
  return {
    kind,
    year: rows[0] ? yearOf(rows[0].cells) : '',
    figure,
    points,
    without: rows.filter((row) => !points.some((point) => point.row === row)),
    hasPace: kind === 'completion' && !rows.some(({ lowerIsBetter }) => lowerIsBetter),
  }
}

type Value = Pick<CoursePoint, 'value' | 'source' | 'target'>

const pointsOf = (
  review: Review,
  rows: readonly Row[],
  toldIn: (row: Row) => Value | undefined,
): CoursePoint[] =>
  rows.flatMap((row) => {
    const gone = yearGone(row.cells.as_of, row.cells.year)
    const value = toldIn(row)
    return gone && value ? [{ row, gone, ...value, asked: askedOf(review, row) }] : []
  })

function actualOf({ figures: { actual, target } }: Row, like: Figure | undefined): Value | undefined {
  const inUnit = (figure: Figure | undefined): Rational | undefined =>
    figure && like && isPercent(figure) === isPercent(like) && comparable(like, figure)
      ? inUnitOf(like, figure, I.point(figure.value)).lo
      : undefined
  const value = inUnit(actual)
  return value && { value, source: 'printed', target: inUnit(target) }
}
