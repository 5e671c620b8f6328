import { escapeCell } from '../load/cell.ts'
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
    cells.map((cell, i) => quote(safe(cell, keys[i]))).join(','),
  )
  const tail = notes.length === 0 ? [] : ['', ...notes.map((note) => quote(safe(note)))]
  return `\ufeff${[...lines, ...tail].join('\r\n')}\r\n`
}

/** A figure behind a tab or a line break is guarded too: reading would strip what stands before it. */
function safe(cell: string, key?: ColumnKey): string {
  const escaped = escapeCell(cell, key)
  return /^[\t\r]/.test(escaped) ? `'${escaped}` : escaped
}

const quote = (cell: string): string =>
  /[",\r\n\t;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
