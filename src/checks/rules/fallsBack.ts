import { groupBy } from '../../lib/groupBy.ts'
import * as I from '../../lib/interval.ts'
import { COURSE, type Row } from '../../model/dataSet.ts'
import { byDay, lastDay } from '../../model/date.ts'
import { type Figure, isPercent } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import { comparable, inUnitOf } from '../relate.ts'
import { listRule } from '../rule.ts'

interface Dated {
  readonly row: Row
  readonly actual: Figure
  readonly day: string
}

/**
 * A cumulative figure lower than at an earlier date of the same year, whatever rounding is granted. Rates may
 * fall, and so may what is better low; a figure that only may be lower says nothing.
 */
export const fallsBack = listRule('falls-back', 'warning', 'courses', ({ set }) =>
  groupBy(set.rows, ...COURSE).flatMap((rows) => {
    if (rows.length === 1) return []
    const dated = rows.flatMap(datedOf).sort(byDay)
    return dated.flatMap(({ row, actual, day }) => {
      // The nearest earlier date that has more: what lies before it has been told there.
      const higher = dated.filter((one) => one.day < day && isLower(actual, one.actual)).at(-1)
      return higher ? [{ row, facts: { actual, earlier: higher.row, before: higher.actual } }] : []
    })
  }),
)

function datedOf(row: Row): Dated[] {
  const { actual } = row.figures
  const day = lastDay(row.cells.as_of)
  return actual && day !== undefined && !isPercent(actual) && !row.lowerIsBetter ? [{ row, actual, day }] : []
}

function isLower(later: Figure, earlier: Figure): boolean {
  if (!comparable(later, earlier)) return false
  const before = inUnitOf(later, earlier, standsFor(earlier, 'actual', 'any'))
  const now = standsFor(later, 'actual', 'any')
  return !I.meets(now, before) && I.below(I.subtract(now, before), { n: 0n, d: 1n })
}
