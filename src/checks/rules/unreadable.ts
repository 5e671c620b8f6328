import { listRule } from '../rule.ts'

/** A cell that holds no figure where one belongs; the rest of its row is used. */
export const unreadable = listRule('unreadable', 'error', 'issues', ({ set }) => {
  const rows = new Map(set.rows.map((row) => [row.line, row]))
  return set.issues.map((issue) => {
    const row = rows.get(issue.line)
    return row ? { row, facts: { issue } } : { facts: { issue } }
  })
})
