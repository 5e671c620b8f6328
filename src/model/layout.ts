import type { ColumnKey } from './dataSet.ts'

/** How the cells of somebody's table are read as the contract's columns. */
export interface Layout {
  /** Records before the first row of figures: titles, notes and the header itself; blank lines are not counted. */
  readonly skip: number
  /** Place of each contract column in a record, from 0; undefined where the table has none. */
  readonly places: Readonly<Partial<Record<ColumnKey, number>>>
  /** What the table lacks and its reader said once for all rows: 地区, 年度, 截至 … */
  readonly constants: Readonly<Partial<Record<ColumnKey, string>>>
  /** Columns that the contract does not know, carried through to every export. */
  readonly extra: readonly { readonly name: string; readonly at: number }[]
}
