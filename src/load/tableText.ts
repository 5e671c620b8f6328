import type { Table } from './parse.ts'

/**
 * A table as CSV again, piece by piece, each record on the line that it had: rows of a workbook that were blank are
 * blank lines. Line breaks inside a cell become spaces, which keeps the count.
 */
export function* linesOfCsv({ records }: Table): Generator<string> {
  let line = 1
  let piece = ''
  for (const record of records) {
    piece += '\n'.repeat(Math.max(0, record.line - line))
    piece += `${record.cells.map(quoted).join(',')}\n`
    line = Math.max(line, record.line) + 1
    if (piece.length > PIECE) {
      yield piece
      piece = ''
    }
  }
  yield piece
}

const PIECE = 1 << 20

const quoted = (cell: string): string => {
  const flat = cell.replace(/\r\n?|\n/g, ' ')
  return /[",\t;]|^\s|\s$/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat
}
