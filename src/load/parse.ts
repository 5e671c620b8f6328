import Papa from 'papaparse'

export interface Table {
  /** Records of cells, blank lines left out. */
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Lines on which a quoted cell was not closed or not delimited. */
  readonly brokenQuotes: readonly { readonly line: number; readonly message: string }[]
  /** Cells that a workbook shows as one, which stands in the first of them; none in a text. */
  readonly merges?: readonly Merge[]
}

/** A block of cells shown as one: lines of the sheet and places in a record, the last ones included. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/**
 * CSV text → records with the line each begins on, the first line being 1. Comma, tab or semicolon, told
 * from the header where not given. A byte-order mark is dropped. Never throws.
 */
export function parseTable(text: string, delimiter?: Delimiter): Table {
  const parser = startTable(delimiter)
  return together(parser.take(text), parser.end())
}

const DELIMITERS = [',', '\t', ';'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const NOTHING: Table = { records: [], brokenQuotes: [] }
const together = (a: Table, b: Table): Table => ({
  records: a.records.concat(b.records),
  brokenQuotes: a.brokenQuotes.concat(b.brokenQuotes),
})

/** A quoted cell that is not closed would hold back the rest of the file; so much of it is waited for. */
const LONGEST_RECORD = 1 << 24

/**
 * The same for a text that comes in pieces, cut anywhere: each gives the records that it completes.
 *
 * @param known the delimiter, where it need not be told from the header
 * @param from the line that the text begins on
 */
export function startTable(known?: string, from = 1) {
  let held = ''
  let line = from
  let isFirst = from === 1
  let by = known
  let parser: Papa.Parser | undefined
  let plain: Papa.Parser | undefined

  /** Records as far as they are here to their end. A line with a broken quote is cut at every delimiter. */
  function parse(isLast: boolean): Table {
    by ??= delimiterOf(held)
    parser ??= parserFor(by)
    plain ??= parserFor(by, NO_QUOTE)
    const records: { line: number; cells: string[] }[] = []
    const brokenQuotes: { line: number; message: string }[] = []
    let window = Infinity
    while (held !== '') {
      const text = held.slice(0, window)
      // Without a quote no cell can hold a line break.
      const countLines = text.includes('"') ? linesOf : () => 1
      const add = (cells: string[]) => {
        if (cells.some(isFilled)) records.push({ line, cells })
        line += countLines(cells)
      }
      const isAll = text.length === held.length
      const { data, errors, meta } = parser.parse(text, 0, !(isLast && isAll)) as Papa.ParseResult<string[]>
      const bad = errors.find(({ type, row = 0 }) => type === 'Quotes' && row < data.length)
      const good = bad ? data.slice(0, bad.row) : data
      const before = line
      for (const cells of good) add(cells)
      held = held.slice(bad ? startOfLine(text, line - before) : meta.cursor)
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
      if (!by && headEnd(held) < 0 && held.length < LONGEST_HEAD) {
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
    /** The delimiter, once the header is there. */
    delimiter: (): string | undefined => by,
    /** Whether every record that began has ended. */
    isIdle: (): boolean => held === '',
    /** The line that comes next, where it is idle. */
    line: (): number => line,
  }
}

const parserFor = (delimiter: string, quoteChar = '"'): Papa.Parser =>
  new Papa.Parser({ delimiter, newline: '\n', quoteChar })

const isFilled = (cell: string): boolean => cell !== '' && cell.trim() !== ''

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
export const LONGEST_HEAD = 1 << 16

/** Lines above the table that no delimiter cuts: blank ones, a title, 单位：万元. */
const ABOVE = /^(?:[^\n,\t;"]*\n)*/

/**
 * Where the first line ends that a delimiter cuts, and with it every quote that it opens; -1 where that is not yet
 * here.
 */
function headEnd(text: string): number {
  const head = text.slice(0, LONGEST_HEAD)
  let quotes = 0
  for (let i = ABOVE.exec(head)?.[0].length ?? 0; i < head.length; i++) {
    if (head[i] === '"') quotes += 1
    if (head[i] === '\n' && quotes % 2 === 0) return i + 1
  }
  return -1
}

/**
 * The delimiter that cuts the header into the most cells. PapaParse's own guess weighs all rows alike, and
 * takes the commas of `1,078` for delimiters where rows of tabs are ragged.
 */
export function delimiterOf(text: string): Delimiter {
  const end = headEnd(text)
  const head = text.slice(0, end < 0 ? LONGEST_HEAD : end).replace(ABOVE, '')
  const cellsBy = (delimiter: string) =>
    Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: 1 }).data[0]?.length ?? 0
  return DELIMITERS.reduce((best, next) => (cellsBy(next) > cellsBy(best) ? next : best))
}

/** A quoted cell with line breaks makes a record longer than a line. */
const linesOf = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + breaksIn(cell), 1)
const breaksIn = (cell: string): number => (cell.includes('\n') ? cell.split('\n').length - 1 : 0)

/** Up to the last filled cell of the longest record. */
export const columnsOf = ({ records }: Table): number =>
  records.reduce((most, { cells }) => Math.max(most, lastFilled(cells) + 1), 0)

function lastFilled(cells: readonly string[]): number {
  let last = cells.length - 1
  while (last >= 0 && cells[last]?.trim() === '') last -= 1
  return last
}
