import { indicatorKey, type Row } from '../../model/dataSet.ts'
import { listRule } from '../rule.ts'

/** The same region, year, date, level, project and indicator twice. */
export const duplicateRow = listRule('duplicate-row', 'warning', ({ set }) => {
  const seen = new Map<string, Row>()
  return set.rows.flatMap((row) => {
    const key = `${indicatorKey(row)}\u0000${row.cells.level}`
    const first = seen.get(key)
    if (first) return [{ row, facts: { first } }]
    seen.set(key, row)
    return []
  })
})
