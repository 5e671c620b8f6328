import { rowRule } from '../rule.ts'
import { comparisonOf } from './mismatch.ts'

/** The relation holds only if the writer truncated, rounded up, or rounded half to even. */
export const otherRounding = rowRule('other-rounding', 'info', 'silent', ({ relations }) => {
  const relation = relations.find((r) => r.verdict === 'other-rounding')
  if (relation?.verdict !== 'other-rounding') return undefined
  const comparison = comparisonOf(relation)
  const facts = { relation, rounding: relation.rounding ?? 'mixed' } as const
  return comparison ? { facts, comparison } : { facts }
})
