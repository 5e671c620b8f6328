import type { AnyColumn, Correction } from '../model/correction.ts'
import type { Layout } from '../model/layout.ts'
import type { Table } from './parse.ts'

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

/** How a table whose first record is the contract's header is laid out. */
export function layoutOfHeader(_table: Table): Layout {
  throw new Error('to come')
}

/** Puts corrections into a table. Pure: taking one off the list and applying the rest takes it back exactly. */
export function applyCorrections(
  _table: Table,
  _layout: Layout,
  _corrections: readonly Correction[],
): Corrected {
  throw new Error('to come')
}
