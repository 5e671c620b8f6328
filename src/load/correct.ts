import { type AnyColumn, type Correction, extraName, headingOf, isExtra } from '../model/correction.ts'
import type { Layout } from '../model/layout.ts'
import { escapeCell, unescapeCell } from './cell.ts'
import type { Table } from './parse.ts'
import { readHeader } from './readTable.ts'

/** A table with a reader's corrections in it. */
export interface Corrected {
  /** For the ordinary reader; lines are those of the file. */
  readonly table: Table
  /** How to read it: with a place of its own for a column that the file lacks and a correction fills. */
  readonly layout: Layout
  /** Those that stand in the table. */
  readonly applied: readonly Correction[]
  /** Those whose cell is not, or is no longer, what was corrected; left out. */
  readonly stale: readonly Correction[]
  /** What the file printed in a corrected cell; undefined where the cell is as printed. */
  printedAt(line: number, column: AnyColumn): string | undefined
}

type Cells = readonly string[]

/** How a table is laid out whose first record is the contract's header, as `readTable` reads it. */
export function layoutOfHeader({ records }: Table): Layout {
  const [head] = records
  const header = readHeader(head?.cells ?? [], [])
  return { skip: head ? 1 : 0, places: Object.fromEntries(header.at), constants: {}, extra: header.extra }
}

/**
 * What the file says in a cell, for `Correction.from`: where a column is read in some other way (a figure within
 * words), still the cell itself. What the reader said for all rows counts as said by the file.
 * @returns '' where blank; undefined where there is no such line or column of the file's own
 */
export function printedIn(table: Table, layout: Layout, line: number, column: AnyColumn): string | undefined {
  const record = table.records.slice(layout.skip).find((one) => one.line === line)
  return record && cellIn(record.cells, layout, column)
}

/**
 * Puts corrections into a table, those that fit the file as it is. Pure: taking one off the list and applying the
 * rest takes it back exactly.
 */
export function applyCorrections(
  table: Table,
  layout: Layout,
  corrections: readonly Correction[],
): Corrected {
  const lines = new Set(corrections.map(({ line }) => line))
  const rows = table.records.slice(layout.skip).filter(({ line }) => lines.has(line))
  const cellsAt = new Map(rows.map(({ line, cells }) => [line, cells]))
  const fits = ({ line, column, from }: Correction): boolean => {
    const cells = cellsAt.get(line)
    return cells !== undefined && cellIn(cells, layout, column) === from
  }
  const applied = corrections.filter(fits)
  const byLine = linesOf(applied)
  const wider = applied.length === 0 ? { table, layout } : widen(table, layout, applied)
  return {
    layout: wider.layout,
    table: applied.length === 0 ? table : withCells(wider.table, wider.layout, byLine),
    applied,
    stale: corrections.filter((one) => !fits(one)),
    printedAt: (line, column) => byLine.get(line)?.get(column)?.from,
  }
}

type ByLine = ReadonlyMap<number, ReadonlyMap<AnyColumn, Correction>>

function linesOf(corrections: readonly Correction[]): ByLine {
  const lines = new Map<number, Map<AnyColumn, Correction>>()
  for (const one of corrections) {
    const line = lines.get(one.line) ?? new Map<AnyColumn, Correction>()
    lines.set(one.line, line.set(one.column, one))
  }
  return lines
}

const withCells = ({ records, ...rest }: Table, layout: Layout, byLine: ByLine): Table => ({
  ...rest,
  records: records.map((record) => {
    const corrections = byLine.get(record.line)
    return corrections ? { ...record, cells: correctedCells(record.cells, layout, corrections) } : record
  }),
})

/** Written as an export would write it, so that the reader reads what was meant. */
function correctedCells(
  cells: Cells,
  layout: Layout,
  corrections: ReadonlyMap<AnyColumn, Correction>,
): string[] {
  const own = [...cells]
  for (const [column, { to }] of corrections) {
    const at = placeOf(layout, column)
    if (at === undefined) continue
    while (own.length < at) own.push('')
    own[at] = escapeCell(to, isExtra(column) ? undefined : column)
  }
  return own
}

/**
 * Gives the columns that the file lacks a place behind those that are read, with the heading above and in each row
 * what was said for all. Cells beyond stay beyond.
 */
function widen(table: Table, layout: Layout, corrections: readonly Correction[]) {
  const lacking = [...new Set(corrections.map(({ column }) => column))].flatMap((column) =>
    isExtra(column) || layout.places[column] !== undefined ? [] : [column],
  )
  if (lacking.length === 0) return { table, layout }
  const width = widthOf(layout)
  const said = lacking.map((key) => escapeCell(layout.constants[key] ?? '', key))
  const records = table.records.map((record, index) => {
    const isTitle = index < layout.skip - 1
    return isTitle
      ? record
      : { ...record, cells: insert(record.cells, width, index < layout.skip ? lacking.map(headingOf) : said) }
  })
  const constants = Object.entries(layout.constants).filter(([key]) => !lacking.some((one) => one === key))
  return {
    table: { ...table, records },
    layout: {
      ...layout,
      places: { ...layout.places, ...Object.fromEntries(lacking.map((key, i) => [key, width + i])) },
      constants: Object.fromEntries(constants),
    },
  }
}

/** The first place beyond all that is read. */
const widthOf = ({ places, extra }: Layout): number =>
  Math.max(0, ...Object.values(places).map((at) => at + 1), ...extra.map(({ at }) => at + 1))

const insert = (cells: Cells, at: number, more: Cells): string[] => [
  ...Array.from({ length: at }, (_, i) => cells[i] ?? ''),
  ...more,
  ...cells.slice(at),
]

/** A cell as the reader reads it. */
function cellIn(cells: Cells, layout: Layout, column: AnyColumn): string | undefined {
  const at = placeOf(layout, column)
  if (at !== undefined) return unescapeCell((cells[at] ?? '').trim())
  return isExtra(column) ? undefined : (layout.constants[column] ?? '')
}

const placeOf = ({ places, extra }: Layout, column: AnyColumn): number | undefined =>
  isExtra(column) ? extra.find(({ name }) => name === extraName(column))?.at : places[column]
