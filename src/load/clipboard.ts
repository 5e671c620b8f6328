import { parseTable, type Table } from './parse.ts'

/**
 * Cells copied from Excel or WPS → a table, the lines counted from the first one copied. They come with tabs between, and
 * quotes around a cell of several lines; text without a tab is read as a file would be. Never throws.
 */
export const tableFromClipboard = (text: string): Table =>
  parseTable(text, text.includes('\t') ? '\t' : undefined)
