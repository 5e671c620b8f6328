import { groupBy } from '../lib/groupBy.ts'
import { type Correction, cellOf, extraColumn, headingOf, PRINTED_COLUMNS } from '../model/correction.ts'
import type { DataSet } from '../model/dataSet.ts'
import type { KeptWords } from '../text/kept.ts'
import { contractTable, type Table } from './tables.ts'

/**
 * The corrected list in the contract's columns, with a last one that names in each corrected row what was printed.
 * Where an earlier correction left such a column, it grows. Without that column, `contractTable` is the corrected list.
 * @param applied the corrections that stand in the list (`Corrected.applied`), no others: what did not fit was not done
 */
export function amendedTable(
  { rows, extraColumns }: DataSet,
  applied: readonly Correction[],
  { correction: words }: KeptWords,
): Table {
  const before = extraColumns.filter((name) => PRINTED_COLUMNS.has(name))
  const others = extraColumns.filter((name) => !PRINTED_COLUMNS.has(name))
  const table = contractTable(rows, others)
  const printed = new Map(
    groupBy(applied, ({ line }) => String(line)).map((own) => [
      own[0]?.line,
      own.map(({ column, from }) => words.was(headingOf(column), from === '' ? words.blank : from)),
    ]),
  )
  return {
    columns: [...table.columns, words.column],
    rows: rows.map((row, i) => {
      const said = before.map((name) => cellOf(row, extraColumn(name))).filter((text) => text !== '')
      return [...(table.rows[i] ?? []), [...said, ...(printed.get(row.line) ?? [])].join(words.and)]
    }),
  }
}
