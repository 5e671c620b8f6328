import type { ColumnKey } from './dataSet.ts'

/** How the cells of somebody's table are read as the contract's columns. */
export interface Layout {
  /** Records before the first row of figures: titles, notes and the header itself; blank lines are not counted. */
  readonly skip: number
  /** Place of each contract column in a record, from 0; undefined where the table has none. */
  readonly places: Readonly<Partial<Record<ColumnKey, number>>>
  /** What the table lacks and its reader said once for all rows: 地区, 年度, 截至 …; 截至 where its cell is empty too. */
  readonly constants: Readonly<Partial<Record<ColumnKey, string>>>
  /** Columns that the contract does not know, carried through to every export. */
  readonly extra: readonly { readonly name: string; readonly at: number }[]
  /**
   * The table is one of those that cities publish: 目标任务 and 完成情况 may hold a figure within words (新建 30 所),
   * blank 项目 and 序号 continue the row above, notes stand under the rows. Without it cells are read as the
   * contract has them.
   */
  readonly wide?: boolean
  /** Where the table names no indicator: the words beside the target (公益性岗位540个) are it, not the project's name. */
  readonly indicatorIn?: 'target'
}

/** Why a record of the file is no row of figures; it is listed, never lost. A total sums up other rows. */
export type LeftOutReason = 'title' | 'header' | 'section' | 'total' | 'note'

/** A record that was not read as a row. */
export interface LeftOut {
  readonly why: LeftOutReason
  readonly line: number
  /** Its filled cells. */
  readonly text: string
}

/** Why a column is thought to hold what a key says. */
export type GuessReason =
  /** The contract's own name or alias. */
  | 'name'
  /** A name that cities use for it (load/headerNames.ts). */
  | 'alias'
  /** What stands beneath: a percentage, a date, a running number, words. */
  | 'cells'

export interface Candidate {
  readonly at: number
  readonly reason: GuessReason
}

/** What a table seems to be, for its reader to confirm or correct. */
export interface LayoutGuess {
  /**
   * `certain`: 项目, 指标 and a figure or 声明 stand there by the contract's own names; nobody need be asked. `guessed`: a header
   * was found and read by aliases and cells. `none`: no header was found; the layout places nothing.
   */
  readonly sure: 'certain' | 'guessed' | 'none'
  readonly layout: Layout
  /** The header's cells as read, two-row headers joined by `/`; by place. */
  readonly header: readonly string[]
  /** By which answers are remembered; undefined where no header was found. */
  readonly key: string | undefined
  /** Places that might hold a column, the likeliest first; the layout takes the first that is free. */
  readonly candidates: Readonly<Partial<Record<ColumnKey, readonly Candidate[]>>>
  /** What no column tells and readers are asked once, with what title, sheet or file name suggest. */
  readonly lacking: readonly { readonly key: ColumnKey; readonly suggested: string | undefined }[]
}
