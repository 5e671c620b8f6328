import { escapeCell } from '../load/cell.ts'
import { type Header, headerName, headerOfPlaced, isHeaderAgain } from '../load/header.ts'
import type { Merge, Table } from '../load/parse.ts'
import { leftOutOf, type Placed, type Shape, startHead, startPlaced } from '../load/startPlaced.ts'
import { COLUMNS, type Issue } from '../model/dataSet.ts'
import type { LeftOut } from '../model/layout.ts'
import type { TextBytes } from './bytes.ts'
import { type Frame, frameOf } from './frame.ts'
import { enlarged } from './pairs.ts'
import { Cells, type RecordTaker } from './records.ts'

/** What becomes of the records of a text: rows, in a frame that is there once their header came. */
export interface RowTaker extends RecordTaker {
  readonly issues: Issue[]
  readonly leftOut: readonly LeftOut[]
  frame(): Frame | undefined
  /** Keeps the text that rows are read from again; `bytes`, where the piece is there in UTF-8. */
  keep(text: string, bytes?: Uint8Array): void
  /** Where each row begins in what is kept, and where the last one ends; undefined where its line tells it. */
  starts(): Uint32Array | undefined
}

type AddRow = (line: number, cells: Cells, frame: Frame) => void

/** Rows whose cells stand in columns of their own: the text is kept as it is, and no string is made of a cell. */
export function startMoved(shape: Shape, isNamed: boolean, bytes: TextBytes, add: AddRow): RowTaker {
  const { issues, leftOut, header, take } = startHead(shape)
  const strings = new Cells()
  let frame: Frame | undefined
  let isSuspect = (_: Cells): boolean => true

  function addCells(line: number, cells: Cells): void {
    if (!frame) return
    if (isSuspect(cells)) {
      const record = { line, cells: cells.list() }
      if (isHeaderAgain(record.cells, frame.header.names)) {
        leftOut.push(leftOutOf(record, 'header'))
        return
      }
    }
    add(line, cells, frame)
  }

  return {
    issues,
    leftOut,
    frame: () => frame,
    keep: (text, piece) => bytes.add(text, piece),
    starts: () => undefined,
    cells: addCells,
    table({ records, brokenQuotes }, plain) {
      for (const { line, message } of brokenQuotes)
        issues.push({ kind: 'broken-quotes', line, text: message })
      const rows = take(records)
      const found = header()
      if (!frame && found) {
        frame = frameOf(found, isNamed)
        isSuspect = suspectBy(found)
        for (const cells of [strings, plain]) cells.widen(frame.width)
      }
      for (const { line, cells } of rows) {
        strings.set(cells)
        addCells(line, strings)
      }
      return frame !== undefined
    },
  }
}

const [SPACE, APOSTROPHE, DELETE, FIRST_IDEOGRAPH, LAST_IDEOGRAPH] = [0x20, 0x27, 0x7f, 0x4e00, 0x9fff]

/** Tells at a glance of most records that they do not repeat the header: their 项目 begins otherwise. */
function suspectBy({ at, names }: Header): (cells: Cells) => boolean {
  const place = at.get('project')
  if (place === undefined) return () => true
  const first = (names[place] ?? '').charCodeAt(0)
  return ({ text, bounds }) => {
    const from = bounds[place] ?? 0
    if (from === (bounds[place + 1] ?? 0) - 1) return true
    const code = text.charCodeAt(from)
    const isPlain =
      (code > SPACE && code < DELETE && code !== APOSTROPHE) ||
      (code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH)
    return code === first || !isPlain
  }
}

/** Between cells, and behind the last one: no table holds it (load/fileKind.ts). */
export const SEPARATOR = '\u0000'

/**
 * Rows whose cells have to be placed first, by the code that places a list's. They are kept as they are placed, in the
 * contract's order, each with the line that it stands on in its file and a start of its own.
 */
export function startTranscript(
  shape: Shape,
  merges: readonly Merge[],
  bytes: TextBytes,
  add: AddRow,
): RowTaker {
  const placed = startPlaced(shape)
  const cells = new Cells()
  let frame: Frame | undefined
  let starts = new Uint32Array(1 << 12)
  let size = 0

  function take(table: Table): void {
    const rows = placed.take(placed.header() ? table : { ...table, merges })
    const header = placed.header()
    if (!header) return
    if (!frame) {
      const extra = header.extra.map(({ name }) => name)
      frame = frameOf(
        headerOfPlaced((key) => headerName(header, key), extra),
        false,
      )
      cells.widen(frame.width)
    }
    for (const row of rows) addPlaced(row, header, frame)
  }

  function addPlaced(row: Placed, header: Header, frame: Frame): void {
    cells.set(cellsOf(row, header), SEPARATOR)
    if (size + 2 > starts.length) starts = enlarged(starts, starts.length * 2)
    starts[size] = bytes.length
    size += 1
    bytes.add(cells.text + SEPARATOR)
    starts[size] = bytes.length
    add(row.line, cells, frame)
  }

  return {
    issues: placed.issues,
    leftOut: placed.leftOut,
    frame: () => frame,
    keep: () => undefined,
    starts: () => starts.subarray(0, size + 1),
    table(table) {
      take(table)
      return frame !== undefined
    },
    cells: (line, record) => take({ records: [{ line, cells: record.list() }], brokenQuotes: [] }),
  }
}

/** A row in the contract's order, then what other columns hold, and what stands behind the last column. */
function cellsOf({ raw, cells }: Placed, { names, extra }: Header): string[] {
  const all = COLUMNS.map(([key]) => escapeCell(cells[key]))
  for (const { at } of extra) all.push(raw[at] ?? '')
  const surplus = raw.slice(names.length)
  return surplus.some((cell) => cell.trim() !== '') ? all.concat(surplus) : all
}
