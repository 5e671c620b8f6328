import { COLUMNS, type ColumnKey, type Row } from './dataSet.ts'

/** By its heading, a column that the contract does not know. */
export type ExtraColumn = `extra:${string}`
export type AnyColumn = ColumnKey | ExtraColumn

/** One cell that a reader corrected. What the file printed stays beside it. */
export interface Correction {
  /** Line in the file, as in `Row.line`. */
  readonly line: number
  readonly column: AnyColumn
  /** The cell as it is read from the file, from words or a row above too; '' where blank. */
  readonly from: string
  /** What it should say, without blanks at its ends; '' where it should be blank. */
  readonly to: string
  /** When, ISO 8601. */
  readonly at: string
}

export const extraColumn = (name: string): ExtraColumn => `extra:${name}`
export const isExtra = (column: AnyColumn): column is ExtraColumn => column.startsWith('extra:')
export const extraName = (column: ExtraColumn): string => column.slice('extra:'.length)

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(COLUMNS)

/**
 * Columns in which a corrected list says what was printed before, by what exports in either language call them. They
 * tell of corrections and hold no data.
 */
export const PRINTED_COLUMNS: ReadonlySet<string> = new Set(['更正之前', 'Before correction'])

/** What a column is called in the contract, or in its file. */
export const headingOf = (column: AnyColumn): string =>
  isExtra(column) ? extraName(column) : (NAMES[column] ?? column)

/** All columns of a list, the contract's first. */
export const columnsOf = (extraColumns: readonly string[]): AnyColumn[] => [
  ...COLUMNS.map(([key]) => key),
  ...extraColumns.map(extraColumn),
]

/** A row's cell, '' where blank or where its file has no such column. */
export function cellOf({ cells, extra }: Pick<Row, 'cells' | 'extra'>, column: AnyColumn): string {
  if (!isExtra(column)) return cells[column]
  // A file may call a column `toString`.
  const name = extraName(column)
  return Object.hasOwn(extra, name) ? (extra[name] ?? '') : ''
}

const isOfCell = (line: number, column: AnyColumn) => (one: Correction) =>
  one.line === line && one.column === column

/**
 * The list with one more; a cell has at most one. `from` stays what the file printed, however often a cell is
 * corrected, and a cell put back to that is not corrected.
 */
export function withCorrection(corrections: readonly Correction[], next: Correction): readonly Correction[] {
  const before = corrections.find(isOfCell(next.line, next.column))
  const one = { ...next, from: before?.from ?? next.from, to: next.to.trim() }
  const others = corrections.filter((other) => other !== before)
  return one.to === one.from ? others : [...others, one]
}

/** The list without that of one cell. */
export const withoutCorrection = (
  corrections: readonly Correction[],
  line: number,
  column: AnyColumn,
): readonly Correction[] => {
  const isThis = isOfCell(line, column)
  return corrections.filter((one) => !isThis(one))
}
