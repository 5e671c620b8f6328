import * as I from '../../lib/interval.ts'
import { compare, HUNDRED } from '../../lib/rational.ts'
import { rowRule } from '../rule.ts'
import { comparisonOf, impossible } from './mismatch.ts'

/**
 * The printed completion and the printed figures fall on different sides of 100 %, and rounding does not
 * explain it: 2499 of 2500 may print as 100 %, 2400 of 2500 may not.
 */
export const crossesTarget = rowRule('crosses-target', 'error', (subject) => {
  const relation = impossible(subject, 'completion')
  if (!relation?.widest) return undefined
  const printedReached = compare(relation.stated.value, HUNDRED) >= 0
  const crosses = printedReached ? I.below(relation.widest, HUNDRED) : I.atLeast(relation.widest, HUNDRED)
  if (!crosses) return undefined
  const comparison = comparisonOf(relation)
  return comparison ? { facts: { relation }, comparison } : { facts: { relation } }
})
