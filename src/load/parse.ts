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
  const parser = startTable()
  return together(parser.take(text), parser.end())
}

const NOTHING: Table = { records: [], brokenQuotes: [] }
const together = (a: Table, b: Table): Table => ({
  records: a.records.concat(b.records),
  brokenQuotes: a.brokenQuotes.concat(b.brokenQuotes),
})

/** A quoted cell that is not closed would hold back the rest of the file; so much of it is waited for. */
const LONGEST_RECORD = 1 << 24

/** The same for a text that comes in pieces, cut anywhere: each gives the records that it completes. */
export function startTable() {
  let held = ''
  let line = 1
  let isFirst = true
  let delimiter: string | undefined
  let parser: Papa.Parser | undefined
  let plain: Papa.Parser | undefined

  /** Records as far as they are here to their end. A line with a broken quote is cut at every delimiter. */
  function parse(isLast: boolean): Table {
    delimiter ??= delimiterOf(held)
    parser ??= parserFor(delimiter)
    plain ??= parserFor(delimiter, NO_QUOTE)
    const records: { line: number; cells: string[] }[] = []
    const brokenQuotes: { line: number; message: string }[] = []
    const add = (cells: string[]) => {
      if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells })
      line += linesOf(cells)
    }
    let window = Infinity
    while (held !== '') {
      const text = held.slice(0, window)
      const isAll = text.length === held.length
      const { data, errors, meta } = parser.parse(text, 0, !(isLast && isAll)) as Papa.ParseResult<string[]>
      const bad = errors.find(({ type, row = 0 }) => type === 'Quotes' && row < data.length)
      const good = bad ? data.slice(0, bad.row) : data
      const lines = good.reduce((sum, cells) => sum + linesOf(cells), 0)
      for (const cells of good) add(cells)
      held = held.slice(bad ? startOfLine(text, lines) : meta.cursor)
      const isStuck = !bad && isAll && !isLast && held.length > LONGEST_RECORD
      if (bad || isStuck) {
        const end = held.indexOf('\n')
        if (end < 0 && !isLast) break
        brokenQuotes.push({ line, message: bad?.message ?? '' })
        add(
          (plain.parse(end < 0 ? held : held.slice(0, end), 0, false) as Papa.ParseResult<string[]>)
            .data[0] ?? [],
        )
        held = end < 0 ? '' : held.slice(end + 1)
        // The next one may be near: all that follows is not read again for each of many.
        window = SHORT
      } else if (isAll) break
      else window *= 2
    }
    if (isLast) held = ''
    return { records, brokenQuotes }
  }

  return {
    take(piece: string): Table {
      const text = held + (isFirst && piece.startsWith('\ufeff') ? piece.slice(1) : piece)
      if (piece !== '') isFirst = false
      // Half of a line end may be yet to come.
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text
      const tail = text.slice(whole.length)
      // One kind of line end: PapaParse takes the first it meets for all of them, and a file may hold several.
      held = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
      if (!parser && headEnd(held) < 0 && held.length < LONGEST_HEAD) {
        held += tail
        return NOTHING
      }
      const table = parse(false)
      held += tail
      return table
    },
    end(): Table {
      held = held.replace(/\r$/, '\n')
      return held === '' ? NOTHING : parse(true)
    },
  }
}

const parserFor = (delimiter: string, quoteChar = '"'): Papa.Parser =>
  new Papa.Parser({ delimiter, newline: '\n', quoteChar })

/** Stands in no text: tables with a NUL are refused before. */
const NO_QUOTE = '\u0000'
const SHORT = 1 << 13

/** Where the line begins that so many others stand before. */
function startOfLine(text: string, before: number): number {
  let at = 0
  for (let i = 0; i < before; i++) at = text.indexOf('\n', at) + 1
  return at
}

/** Beyond so many characters no end of the header is looked for. */
const LONGEST_HEAD = 1 << 16

/** Where the first line with words ends, and with it every quote that it opens; -1 where that is not yet here. */
function headEnd(text: string): number {
  let quotes = 0
  let isBlank = true
  for (let i = 0; i < Math.min(text.length, LONGEST_HEAD); i++) {
    const char = text[i]
    if (char === '"') quotes += 1
    if (char === '\n' && !isBlank && quotes % 2 === 0) return i + 1
    if (isBlank && char?.trim() !== '') isBlank = false
  }
  return -1
}

/**
 * The delimiter that cuts the header into the most cells. PapaParse's own guess weighs all rows alike, and
 * takes the commas of `1,078` for delimiters where rows of tabs are ragged.
 */
function delimiterOf(text: string): string {
  const end = headEnd(text)
  const head = text.slice(0, end < 0 ? LONGEST_HEAD : end).replace(/^(?:[^\S\n]*\n)+/, '')
  const cellsBy = (delimiter: string) =>
    Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0
  return [',', '\t', ';'].reduce((best, next) => (cellsBy(next) > cellsBy(best) ? next : best))
}

/** A quoted cell with line breaks makes a record longer than a line. */
const linesOf = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + breaksIn(cell), 1)
const breaksIn = (cell: string): number => (cell.includes('\n') ? cell.split('\n').length - 1 : 0)
