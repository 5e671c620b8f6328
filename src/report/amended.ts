import { groupBy } from '../lib/groupBy.ts'
import { type Correction, headingOf } from '../model/correction.ts'
import type { DataSet } from '../model/dataSet.ts'
import type { KeptWords } from '../text/kept.ts'
import { contractTable, type Table } from './tables.ts'

/**
 * The corrected list in the contract's columns, with a last one that names in each corrected row what was printed.
 * Where an earlier correction left such a column, it grows. Without that column, `contractTable` is the corrected list.
 */
export function amendedTable(
  { rows, extraColumns }: DataSet,
  corrections: readonly Correction[],
  { correction: words }: KeptWords,
): Table {
  const others = extraColumns.filter((name) => name !== words.column)
  const table = contractTable(rows, [...others, words.column])
  const printed = new Map(
    groupBy(corrections, ({ line }) => String(line)).map((own) => [
      own[0]?.line,
      own.map(({ column, from }) => words.was(headingOf(column), from === '' ? words.blank : from)),
    ]),
  )
  return {
    columns: table.columns,
    rows: table.rows.map((cells, i) => {
      const before = cells.at(-1) ?? ''
      const own = printed.get(rows[i]?.line) ?? []
      return [...cells.slice(0, -1), [...(before === '' ? [] : [before]), ...own].join(words.and)]
    }),
  }
}
