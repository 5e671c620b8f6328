import { groupBy } from '../../lib/groupBy.ts'
import { INDICATOR, type Row } from '../../model/dataSet.ts'
import { listRule } from '../rule.ts'

/** The same region, year, date, level, project and indicator twice. */
export const duplicateRow = listRule('duplicate-row', 'warning', 'indicators', ({ set }) =>
  groupBy(set.rows, ...INDICATOR, ({ cells }: Row) => cells.level).flatMap(([first, ...others]) =>
    first ? others.map((row) => ({ row, facts: { first } })) : [],
  ),
)
