import { listRule } from '../rule.ts'

/** Rows of one document that need different rounding rules. */
export const mixedRounding = listRule('mixed-rounding', 'warning', 'rounding', ({ rounding }) => {
  const { usual, explained, of, others } = rounding
  return others.map(({ row, relation }) => ({ row, facts: { relation, usual, explained, of } }))
})
