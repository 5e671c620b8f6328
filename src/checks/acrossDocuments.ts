import { groupBy } from '../lib/groupBy.ts'
import * as I from '../lib/interval.ts'
import { HUNDRED, ZERO } from '../lib/rational.ts'
import type { DataSet, Row } from '../model/dataSet.ts'
import { byDay, lastDay } from '../model/date.ts'
import type { Figure } from '../model/figure.ts'
import { standsFor } from '../model/reading.ts'
import { isRelatedTo, tieOf, type Way } from '../model/related.ts'
import type { Review } from './check.ts'
import { comparable, inUnitOf, targetIf } from './relate.ts'

interface Pair {
  /** The related document's row; of one quantity at two dates, the later. */
  readonly here: Row
  /** A row of the list, or an earlier one of a related document. */
  readonly there: Row
}

/**
 * One quantity in two documents. `agree`: both can be right at any time; `rose`, `fell`: only because time has
 * passed between them; `conflict`: not at all.
 */
export interface SameQuantity extends Pair {
  readonly way: 'same'
  readonly together: 'agree' | 'rose' | 'fell' | 'conflict'
}

interface Whole {
  readonly like: Figure
  readonly stands: I.Interval
  /** The same under any rounding. */
  readonly widest: I.Interval
  readonly isImplied: boolean
}

/**
 * A whole and its part. `fits`: the part is not more than the whole; `more`: it is, at an earlier date, so the
 * whole must have shrunk since; `conflict`: both cannot be right.
 */
export interface WholeAndPart extends Pair {
  readonly way: Way
  readonly together: 'fits' | 'more' | 'conflict'
  /** What the related document gives for the whole: a figure to write it like, and all that it may be. */
  readonly whole: Whole
  /** Percent of the whole; undefined where that may be zero. */
  readonly share: I.Interval | undefined
}

/** Two documents that speak of one thing, and whether both can be right, whatever rounding is granted. */
export type Across = SameQuantity | WholeAndPart

/**
 * All pairs: rows of the related documents that name one indicator at several dates, and those tied to an
 * indicator of the list (model/related.ts).
 */
export const acrossDocuments = (list: DataSet, related: Review): Across[] => [
  ...repeated(related.set.rows),
  ...related.set.rows.flatMap((row) => tied(row, list, related)),
]

/** Each row with the nearest earlier one of the same indicator. */
function repeated(rows: readonly Row[]): SameQuantity[] {
  const same = groupBy(
    rows,
    ({ cells }) => cells.region,
    ({ cells }) => cells.project,
    ({ cells }) => cells.indicator,
  )
  return same.flatMap((group) => {
    const dated = group.map((row) => ({ row, day: lastDay(row.cells.as_of) ?? '' })).sort(byDay)
    return dated.slice(1).flatMap(({ row, day }, i) => {
      const before = dated[i]
      const together = before && sameQuantity(before.row, row, day !== before.day)
      return together ? [{ way: 'same' as const, here: row, there: before.row, together }] : []
    })
  })
}

function sameQuantity(before: Row, row: Row, timePassed: boolean): SameQuantity['together'] | undefined {
  const [a, b] = [before.figures.actual, row.figures.actual]
  if (!a || !b || !comparable(b, a)) return undefined
  const then = inUnitOf(b, a, standsFor(a, 'actual', 'any'))
  const now = standsFor(b, 'actual', 'any')
  if (I.meets(then, now)) return 'agree'
  if (!timePassed) return 'conflict'
  return I.below(I.subtract(then, now), ZERO) ? 'rose' : 'fell'
}

function tied(row: Row, list: DataSet, related: Review): WholeAndPart[] {
  const tie = tieOf(row)
  const whole = tie && wholeOf(row, tie.way, related)
  if (!whole) return []
  const meant = list.projects
    .filter((project) => isRelatedTo(row, project))
    .flatMap((project) => project.rows.filter(({ cells }) => cells.indicator === tie.indicator))
  return meant.flatMap((there) => {
    const part = there.figures.actual
    if (!part || !comparable(whole.like, part)) return []
    const stands = inUnitOf(whole.like, part, standsFor(part, 'actual', 'any'))
    const isMore = I.above(I.subtract(stands, whole.widest), ZERO)
    const ratio = I.quotient(inUnitOf(whole.like, part, standsFor(part, 'actual')), whole.stands)
    const together = !isMore ? 'fits' : isOfOneDay(there, row) ? 'conflict' : 'more'
    const share = ratio && I.scale(ratio, HUNDRED)
    return [{ way: tie.way, here: row, there, together, whole, share }]
  })
}

function isOfOneDay(a: Row, b: Row): boolean {
  const day = lastDay(a.cells.as_of)
  return day !== undefined && day === lastDay(b.cells.as_of)
}

/** The row's figure, or its 基数: as printed, else as it follows from figure and share. */
function wholeOf(row: Row, way: Way, related: Review): Whole | undefined {
  const { actual, base, share } = row.figures
  const given = way === 'whole' ? actual : base
  if (given) {
    const [stands, widest] = [standsFor(given, 'actual'), standsFor(given, 'actual', 'any')]
    return { like: given, stands, widest, isImplied: false }
  }
  const relation = related.subjectOf.get(row)?.relations.find(({ kind }) => kind === 'share')
  const widest = actual && share && targetIf(actual, share, 'any')
  if (!widest || relation?.verdict !== 'implied') return undefined
  return { like: actual, stands: relation.implied.interval, widest, isImplied: true }
}
