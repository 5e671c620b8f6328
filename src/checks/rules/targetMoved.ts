import { groupBy } from '../../lib/groupBy.ts'
import * as I from '../../lib/interval.ts'
import { COURSE, type Row } from '../../model/dataSet.ts'
import { byDay, lastDay } from '../../model/date.ts'
import { isPercent } from '../../model/figure.ts'
import type { MovedTarget } from '../../model/finding.ts'
import { standsFor } from '../../model/reading.ts'
import { comparable, inUnitOf, targetIf, targetIfGap } from '../relate.ts'
import { listRule } from '../rule.ts'

/**
 * One level's target for the same indicator of a year, printed or implied, that differs between dates or
 * documents: under no rounding do the two meet.
 */
export const targetMoved = listRule('target-moved', 'warning', 'courses', ({ set }) =>
  groupBy(set.rows, ...COURSE).flatMap((rows) => {
    if (rows.length === 1) return []
    const known = rows
      .flatMap((row) => {
        const target = targetIn(row)
        return target ? [{ row, target, day: lastDay(row.cells.as_of) ?? '' }] : []
      })
      .sort(byDay)
    return known.flatMap(({ row, target }, i) => {
      const earlier = known
        .slice(0, i)
        .filter((one) => isOther(one.row, row) && differs(one.target, target))
        .at(-1)
      return earlier ? [{ row, facts: { earlier: earlier.row, now: target, before: earlier.target } }] : []
    })
  }),
)

/** The same date and the same place twice is `duplicate-row`'s. */
const isOther = (a: Row, b: Row): boolean =>
  a.cells.as_of !== b.cells.as_of || a.cells.source !== b.cells.source

function targetIn({ figures }: Row): MovedTarget | undefined {
  const { actual, target, completion, excess } = figures
  if (target) return { stands: standsFor(target, 'target'), printed: target, like: target }
  if (!actual) return undefined
  const stands = completion
    ? targetIf(actual, completion, 'any')
    : excess && targetIfGap(actual, excess, 'any')
  return stands && { stands, printed: undefined, like: actual }
}

function differs(a: MovedTarget, b: MovedTarget): boolean {
  if (isPercent(a.like) !== isPercent(b.like) || !comparable(a.like, b.like)) return false
  return !I.meets(a.stands, inUnitOf(a.like, b.like, b.stands))
}
