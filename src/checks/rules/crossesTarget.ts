import * as I from '../../lib/interval.ts'
import { compare, HUNDRED, negate, ZERO } from '../../lib/rational.ts'
import { rowRule } from '../rule.ts'
import { comparisonOf, impossible } from './mismatch.ts'

/**
 * The printed completion and the printed figures fall on different sides of 100 %, and rounding does not
 * explain it: 2499 of 2500 may print as 100 %, 2400 of 2500 may not. Where lower is better the sides are turned.
 */
export const crossesTarget = rowRule('crosses-target', 'error', 'told', (subject) => {
  const relation = impossible(subject, 'completion')
  if (!relation?.widest) return undefined
  const turned = subject.row.lowerIsBetter ? -1 : 1
  const printedReached = compare(relation.stated.value, HUNDRED) * turned >= 0
  // Past 100 %, on the side that is the better one.
  const past = I.shift(relation.widest, negate(HUNDRED))
  const better = subject.row.lowerIsBetter ? I.mirror(past) : past
  if (!(printedReached ? I.below(better, ZERO) : I.atLeast(better, ZERO))) return undefined
  const comparison = comparisonOf(relation)
  return comparison ? { facts: { relation }, comparison } : { facts: { relation } }
})
