import type { ColumnKey } from '../model/dataSet.ts'
import { parseFigure } from '../model/figure.ts'

/** What a spreadsheet takes for a formula, or would swallow as its own text mark. */
const RISKY = /^[=+\-@\t\r']/

/** A cell as it is written to CSV: whatever a spreadsheet might run gets an apostrophe, figures and the 方向 sign do not. */
export function escapeCell(text: string, column?: ColumnKey): string {
  if (!RISKY.test(text)) return text
  if (column === 'direction' && (text === '+' || text === '-')) return text
  return typeof parseFigure(text) === 'object' ? text : `'${text}`
}

/** The cell as it was meant: takes off one apostrophe that `escapeCell` would have put there. */
export const unescapeCell = (text: string): string =>
  text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text

/** A cell between the commas of a CSV that Excel and WPS open as it is: quoted where needed, and nothing they would run. */
export const csvCell = (text: string, column?: ColumnKey): string => quote(safe(text, column))

/** A figure behind a tab or a line break is guarded too: reading would strip what stands before it. */
function safe(cell: string, key?: ColumnKey): string {
  const escaped = escapeCell(cell, key)
  return /^[\t\r]/.test(escaped) ? `'${escaped}` : escaped
}

const quote = (cell: string): string =>
  /[",\r\n\t;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
