import { csvCell } from '../load/cell.ts'
import { COLUMNS, type ColumnKey } from '../model/dataSet.ts'
import type { Table } from '../report/tables.ts'

const KEY_OF: ReadonlyMap<string, ColumnKey> = new Map(COLUMNS.map(([key, name]) => [name, key]))

/**
 * A table as CSV that Excel and WPS open as it is: UTF-8 with a byte-order mark, CRLF, quotes where needed,
 * and no cell that a spreadsheet would run.
 * @param notes lines behind a blank one, for what an export must say of itself; none in a file that is to
 * be read again
 */
export function toCsv(table: Table, notes: readonly string[] = []): string {
  const keys = table.columns.map((name) => KEY_OF.get(name))
  const lines = [table.columns, ...table.rows].map((cells) =>
    cells.map((cell, i) => csvCell(cell, keys[i])).join(','),
  )
  const tail = notes.length === 0 ? [] : ['', ...notes.map((note) => csvCell(note))]
  return `\ufeff${[...lines, ...tail].join('\r\n')}\r\n`
}
