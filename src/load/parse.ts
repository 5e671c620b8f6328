import Papa from 'papaparse'

export interface Table {
  /** Records of cells, blank lines left out. */
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Lines on which a quoted cell was not closed or not delimited. */
  readonly brokenQuotes: readonly { readonly line: number; readonly message: string }[]
}

/**
 * CSV text → records with the line each begins on, the first line being 1. Comma, tab or semicolon, told
 * from the header. A byte-order mark is dropped. Never throws.
 */
export function parseTable(text: string): Table {
  // One kind of line end: PapaParse takes the first it meets for all of them, and a file may hold several.
  const body = (text.startsWith('\ufeff') ? text.slice(1) : text).replace(/\r\n?/g, '\n')
  const parsed = Papa.parse<string[]>(body, {
    delimiter: delimiterOf(body),
    newline: '\n',
    skipEmptyLines: false,
  })
  const lines = startLines(parsed.data)
  const records = parsed.data
    .map((cells, index) => ({ line: lines[index] ?? index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const brokenQuotes = parsed.errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => ({ line: lines[error.row ?? 0] ?? 1, message: error.message }))
  return { records, brokenQuotes }
}

/**
 * The delimiter that cuts the header into the most cells. PapaParse's own guess weighs all rows alike, and
 * takes the commas of `1,078` for delimiters where rows of tabs are ragged.
 */
function delimiterOf(body: string): string {
  const text = body.replace(/^(?:[^\S\r\n]*[\r\n])+/, '')
  const cellsBy = (delimiter: string) =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0
  return [',', '\t', ';'].reduce((best, next) => (cellsBy(next) > cellsBy(best) ? next : best))
}

/** PapaParse counts records; a quoted cell with line breaks makes a record longer than a line. */
function startLines(records: readonly (readonly string[])[]): number[] {
  let line = 1
  return records.map((cells) => {
    const start = line
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return start
  })
}
