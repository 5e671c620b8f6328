import {
  type AnyColumn,
  type Correction,
  cellOf,
  extraColumn,
  extraName,
  isExtra,
} from '../model/correction.ts'
import {
  COLUMNS,
  type ColumnKey,
  type DataSet,
  groupProjects,
  type Issue,
  type Row,
} from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'
import { namesIn } from './byLayout.ts'
import { escapeCell } from './cell.ts'
import { headerOfPlaced, readHeader } from './header.ts'
import type { Table } from './parse.ts'
import { readTable } from './readTable.ts'
import type { Placed, Shape } from './startPlaced.ts'

/** A list with a reader's corrections in it. */
export interface Corrected {
  /** Each corrected cell as it should be; every other as it was read, whatever was read from the corrected one. */
  readonly set: DataSet
  /** Those that stand in the set. */
  readonly applied: readonly Correction[]
  /** Those whose cell is not, or is no longer, what was corrected; left out. */
  readonly stale: readonly Correction[]
  /** What the file printed in a corrected cell; undefined where the cell is as printed. */
  printedAt(line: number, column: AnyColumn): string | undefined
}

/** What the file calls the contract's columns. */
export type Headings = Readonly<Partial<Record<ColumnKey, string>>>

/** @param layout as the table is read; undefined where its first record is the contract's header */
export function headingsOf(table: Table, layout: Layout = layoutOfHeader(table)): Headings {
  const names = namesIn(table, layout)
  return Object.fromEntries(
    COLUMNS.flatMap(([key]) => {
      const at = layout.places[key]
      return at === undefined ? [] : [[key, names[at]]]
    }),
  )
}

/** How a table is laid out whose first record is the contract's header, as `readTable` reads it. */
export function layoutOfHeader({ records }: Table): Layout {
  const [head] = records
  const header = readHeader(head?.cells ?? [], [])
  return { skip: head ? 1 : 0, places: Object.fromEntries(header.at), constants: {}, extra: header.extra }
}

/**
 * What was read in a cell of the file, for `Correction.from`: from its words, from the row above, or said for all rows
 * where that is how it was read.
 * @param printed the list without any correction
 * @returns '' where blank; undefined where there is no such row, or no such column of the file's own
 */
export function printedIn(printed: DataSet, line: number, column: AnyColumn): string | undefined {
  const row = printed.rows.find((one) => one.line === line)
  return row && readIn(row, column)
}

const readIn = (row: Row, column: AnyColumn): string | undefined =>
  isExtra(column) && !Object.hasOwn(row.extra, extraName(column)) ? undefined : cellOf(row, column)

/**
 * Puts corrections into a list, those that fit the file as it is: what they change is cells of rows, after all has been
 * read, so that no other cell, row or record that is left out follows from them. Pure: taking one off the list and
 * applying the rest takes it back exactly.
 * @param printed the list without any correction
 */
export function applyCorrections(
  printed: DataSet,
  headings: Headings,
  corrections: readonly Correction[],
): Corrected {
  const rowAt = new Map(printed.rows.map((row) => [row.line, row]))
  const fits = ({ line, column, from }: Correction): boolean => {
    const row = rowAt.get(line)
    return row !== undefined && readIn(row, column) === from
  }
  const applied = corrections.filter(fits)
  const byLine = linesOf(applied)
  return {
    set: applied.length === 0 ? printed : amended(printed, headings, byLine),
    applied,
    stale: corrections.filter((one) => !fits(one)),
    printedAt: (line, column) => byLine.get(line)?.get(column)?.from,
  }
}

type ByColumn = ReadonlyMap<AnyColumn, Correction>
type ByLine = ReadonlyMap<number, ByColumn>

function linesOf(corrections: readonly Correction[]): ByLine {
  const lines = new Map<number, Map<AnyColumn, Correction>>()
  for (const one of corrections) {
    const line = lines.get(one.line) ?? new Map<AnyColumn, Correction>()
    lines.set(one.line, line.set(one.column, one))
  }
  return lines
}

function amended(printed: DataSet, headings: Headings, byLine: ByLine): DataSet {
  const again = readAgain(printed, headings, byLine)
  const rowAt = new Map(again.rows.map((row) => [row.line, row]))
  const rows = printed.rows.map((row) => rowAt.get(row.line) ?? row)
  const issues = printed.issues.filter((issue) => stays(issue, headings, byLine.get(issue.line)))
  return {
    ...printed,
    rows,
    projects: groupProjects(rows),
    issues: [...issues, ...again.issues].sort((a, b) => a.line - b.line),
  }
}

/** The corrected rows, their figures read anew. */
function readAgain({ entry, rows, extraColumns }: DataSet, headings: Headings, byLine: ByLine): DataSet {
  const header = headerOfPlaced((key) => headings[key], extraColumns)
  const placed = rows.flatMap((row) => {
    const corrections = byLine.get(row.line)
    return corrections ? [placedRow(row, corrections, extraColumns)] : []
  })
  const shape: Shape = { skip: 0, head: () => ({ header, leftOut: [], issues: [] }), place: () => placed }
  return readTable({ records: [], brokenQuotes: [] }, entry, shape)
}

/** A row as the reader takes it: what the contract knows as it is meant, the others as a file has them. */
function placedRow(row: Row, corrections: ByColumn, extraColumns: readonly string[]): Placed {
  const cell = (column: AnyColumn): string => corrections.get(column)?.to ?? cellOf(row, column)
  const cells = { ...row.cells }
  for (const [key] of COLUMNS) cells[key] = cell(key)
  const others = extraColumns.map((name) => escapeCell(cell(extraColumn(name))))
  return { line: row.line, raw: [...Object.values(cells), ...others], cells }
}

/** Told of the file, whatever its rows say. */
const OF_THE_FILE: ReadonlySet<Issue['kind']> = new Set([
  'broken-quotes',
  'empty',
  'extra-cells',
  'no-column',
  'twice',
])

/** Whether an issue is not told again with the corrected row. */
function stays({ kind, column }: Issue, headings: Headings, corrections: ByColumn | undefined): boolean {
  if (!corrections || OF_THE_FILE.has(kind)) return true
  // What was cut off is not there to be found again.
  return (
    kind === 'long-cell' &&
    ![...corrections.keys()].some((key) => !isExtra(key) && (headings[key] ?? key) === column)
  )
}
