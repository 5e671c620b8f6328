import type { Merge, Table } from './parse.ts'

/** A sheet for the archive: a `Blob` goes from worker to worker without being copied. */
export interface SheetText {
  readonly text: Blob
  /** Cells shown as one. */
  readonly merges: readonly Merge[]
}

export const sheetText = (table: Table): SheetText => ({
  text: new Blob([...linesOfSheet(table)]),
  merges: table.merges ?? [],
})

/**
 * The records of a sheet as a text of lines, each with the line that it stands on in the sheet: nothing of a cell is lost,
 * and no line break in one moves what follows.
 */
export function* linesOfSheet({ records }: Pick<Table, 'records'>): Generator<string> {
  let piece = ''
  for (const { line, cells } of records) {
    piece += `${JSON.stringify([line, ...cells.map(withoutNul)])}\n`
    if (piece.length > PIECE) {
      yield piece
      piece = ''
    }
  }
  yield piece
}

const PIECE = 1 << 20

/** A workbook can hold one; no text does, so that an archive may set it between cells. */
const withoutNul = (cell: string): string => (cell.includes('\u0000') ? cell.replaceAll('\u0000', ' ') : cell)

/** Reads them again, from pieces cut anywhere. */
export function startSheet() {
  let held = ''
  return {
    take(piece: string): Table['records'] {
      const text = held + piece
      const end = text.lastIndexOf('\n') + 1
      held = text.slice(end)
      return text.slice(0, end).split('\n').flatMap(recordIn)
    },
  }
}

function recordIn(text: string): Table['records'] {
  if (text === '') return []
  const [line, ...cells] = JSON.parse(text) as [number, ...string[]]
  return [{ line, cells }]
}
