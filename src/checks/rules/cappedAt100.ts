import { rowRule } from '../rule.ts'
import { comparisonOf, impossible, isCapped } from './mismatch.ts'

/** The actual is above the target and the completion printed as exactly 100 %. */
export const cappedAt100 = rowRule('capped-at-100', 'warning', 'told', (subject) => {
  const relation = impossible(subject, 'completion')
  if (!relation || !isCapped(subject, relation)) return undefined
  const comparison = comparisonOf(relation)
  return comparison ? { facts: { relation }, comparison } : { facts: { relation } }
})
