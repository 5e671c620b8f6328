import { FIGURE_COLUMNS, type Issue, type Row } from '../model/dataSet.ts'
import type { LeftOut, LeftOutReason } from '../model/layout.ts'
import { unescapeCell } from './cell.ts'
import { type Header, isHeaderAgain, readHeader } from './header.ts'
import { startFilling } from './merged.ts'
import type { Merge, Table } from './parse.ts'

/** A record as it came, with its cells by the contract's columns. */
export interface Placed {
  readonly line: number
  readonly raw: readonly string[]
  readonly cells: Row['cells']
}

/** How a table is read: `byContract`, or as load/byLayout.ts has it; one is used for one table. */
export interface Shape {
  /** Records above the first row. */
  readonly skip: number
  /** Called once, with those records or, where the table ends before, with what is there of them. */
  readonly head: (above: Table['records']) => {
    readonly header: Header
    readonly leftOut: readonly LeftOut[]
    readonly issues: readonly Issue[]
  }
  /** Called with the records below, in order; they may come in pieces. */
  readonly place: (table: Table) => readonly (Placed | LeftOut)[]
}

/**
 * Columns in any order, by the contract's names in the first record.
 * @param asOf the date of all rows, where no column tells one
 */
export function byContract(asOf = ''): Shape {
  let header: Header
  let fill: ReturnType<typeof startFilling>
  const dated = (placed: Placed): Placed =>
    asOf === '' || header.at.has('as_of') ? placed : { ...placed, cells: { ...placed.cells, as_of: asOf } }
  return {
    skip: 1,
    head: ([first]) => {
      const issues: Issue[] = []
      // An empty file lacks more than its columns.
      header = readHeader(first?.cells ?? [], first ? issues : [])
      const figures = new Set(FIGURE_COLUMNS.map((key) => header.at.get(key)))
      fill = startFilling((at) => !figures.has(at))
      return { header, leftOut: [], issues }
    },
    place: (table) =>
      fill(table).map((record) =>
        isHeaderAgain(record.cells, header.names)
          ? leftOutOf(record, 'header')
          : dated(moved(record, header)),
      ),
  }
}

/** Records that are known to be rows, by a header that was read before. */
export const byHeader = (header: Header): Shape => ({
  skip: 0,
  head: () => ({ header, leftOut: [], issues: [] }),
  place: ({ records }) => records.map((record) => moved(record, header)),
})

const moved = ({ line, cells }: Table['records'][number], { places }: Header): Placed => ({
  line,
  raw: cells,
  cells: cellsOf((column) => cellAt(cells, places[column])),
})

/** So much of a text is shown where it is told of. */
const SHOWN = 200
export const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

export const leftOutOf = ({ line, cells }: Table['records'][number], why: LeftOutReason): LeftOut => ({
  why,
  line,
  text: cut(cells.filter((cell) => cell.trim() !== '').join(' | ')),
})

/** Takes the records above the first row, and reads the header once all of them came. */
export function startHead({ skip, head }: Shape) {
  const above: Table['records'][number][] = []
  const issues: Issue[] = []
  const leftOut: LeftOut[] = []
  let header: Header | undefined
  const read = () => {
    const found = head(above)
    header = found.header
    leftOut.push(...found.leftOut)
    issues.push(...found.issues)
  }
  return {
    /** Of what was read so far; more may be added. */
    issues,
    leftOut,
    /** Undefined until all came. */
    header: (): Header | undefined => header,
    /** The records that lie below. */
    take(records: Table['records']): Table['records'] {
      if (header) return records
      const wanted = skip - above.length
      above.push(...records.slice(0, wanted))
      if (above.length < skip) return []
      read()
      return records.slice(wanted)
    },
    /** Reads what is there of a header that never came whole. */
    end(): void {
      if (header) return
      issues.push({ kind: 'empty', line: 1, text: '' })
      read()
    },
  }
}

/**
 * Places the cells of a table, which may come in pieces: a list's rows and an archive's are made of what this gives, and
 * of nothing else.
 */
export function startPlaced(shape: Shape) {
  const { issues, leftOut, header, take, end } = startHead(shape)
  let merges: readonly Merge[] = []
  return {
    issues,
    leftOut,
    header,
    end,
    take(table: Table): Placed[] {
      for (const { line, message } of table.brokenQuotes)
        issues.push({ kind: 'broken-quotes', line, text: message })
      const records = take(table.records)
      merges = merges.concat(table.merges ?? [])
      if (!header()) return []
      const rows: Placed[] = []
      for (const one of shape.place({ records, merges, brokenQuotes: [] })) {
        if ('why' in one) leftOut.push(one)
        else rows.push(one)
      }
      merges = []
      return rows
    },
  }
}

export const cellAt = (raw: readonly string[], index: number | undefined): string => {
  const text = index === undefined ? '' : (raw[index] ?? '')
  return text === '' ? '' : unescapeCell(text.trim())
}

/** The cells by the place of their column in the contract. Written out: a million rows are then of one shape. */
const cellsOf = (at: (column: number) => string): Row['cells'] => ({
  region: at(0),
  year: at(1),
  as_of: at(2),
  no: at(3),
  project: at(4),
  level: at(5),
  domain: at(6),
  owner: at(7),
  indicator: at(8),
  actual: at(9),
  unit: at(10),
  target: at(11),
  completion: at(12),
  excess: at(13),
  base: at(14),
  share: at(15),
  previous: at(16),
  growth: at(17),
  basis: at(18),
  direction: at(19),
  claim: at(20),
  source: at(21),
  note: at(22),
})
