import { compare, multiply, ratio, whole } from '../../lib/rational.ts'
import { isYearEnd, yearGone } from '../../model/date.ts'
import { completionOf } from '../reach.ts'
import { rowRule } from '../rule.ts'

/** Before the year's end: behind when completion is under this part of the share of the year gone by. */
export const ON_PACE = ratio(95n, 100n)

/** Completion under 100 % at the year's end; before it, clearly under the share of the year gone by (序时进度). */
export const belowTarget = rowRule('below-target', 'warning', ({ row, relations, reach }) => {
  if (reach !== 'missed') return undefined
  const completion = completionOf(relations)
  const { actual, target, excess } = row.figures
  const shown = { completion, excess, actual, target }
  const { as_of, year } = row.cells
  if (isYearEnd(as_of, year)) return { facts: { ...shown, gone: undefined } }
  const gone = yearGone(as_of, year)
  // A rate is not expected to grow with the calendar, and less-is-better has no course to follow.
  if (!gone || !completion || row.lowerIsBetter || row.figures.actual?.unit === '%') return undefined
  const due = multiply(ratio(BigInt(gone[0]) * 100n, BigInt(gone[1])), ON_PACE)
  return compare(completion, due) < 0 ? { facts: { ...shown, gone } } : undefined
})

/** Share of the year gone by, in percent. */
export const percentGone = ([part, all]: readonly [number, number]) =>
  multiply(ratio(BigInt(part), BigInt(all)), whole(100))
