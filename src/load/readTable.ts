import {
  type CatalogueEntry,
  COLUMNS,
  type ColumnKey,
  type DataSet,
  FIGURE_COLUMNS,
  type FigureKey,
  groupProjects,
  type Issue,
  type Row,
} from '../model/dataSet.ts'
import { isDate } from '../model/date.ts'
import { type Figure, isPercent, parseFigure } from '../model/figure.ts'
import type { LeftOut } from '../model/layout.ts'
import { regionPath } from '../model/region.ts'
import { unescapeCell } from './cell.ts'
import { LONGEST_CELL } from './limits.ts'
import { fillMerged } from './merged.ts'
import type { Table } from './parse.ts'

/** Where each known column stands, and what the others are called. */
export interface Header {
  /** The same as `at`, by the place of the column in the contract. */
  readonly places: readonly (number | undefined)[]
  readonly at: ReadonlyMap<ColumnKey, number>
  readonly names: readonly string[]
  readonly extra: readonly { readonly name: string; readonly at: number }[]
}

const BY_NAME: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMNS.flatMap(([key, name]) => [[key, key] as const, [name, key] as const]),
)

/** A column of this kind is a percentage, with or without its sign. */
const PERCENT_COLUMNS: ReadonlySet<FigureKey> = new Set(['completion', 'share', 'growth'])

/**
 * A table of cells → data set, by the data contract. Columns in any order, by Chinese name or English alias; an
 * unknown column is carried through. A bad cell becomes an issue with line and column, and its row stays.
 * Never throws.
 * @param shape where the table is laid out in another way (load/byLayout.ts); what is no row is listed as left out
 */
export function readTable(table: Table, entry: CatalogueEntry, shape?: Shape): DataSet {
  const reader = startRows(shape)
  const rows = reader.take(table)
  return dataSetOf(entry, rows, reader.end())
}

/** What a file got wrong, and the columns it has besides the contract's. */
export type Rest = Pick<DataSet, 'issues' | 'extraColumns' | 'leftOut'>

export const dataSetOf = (entry: CatalogueEntry, rows: readonly Row[], rest: Rest): DataSet => ({
  entry,
  rows,
  projects: groupProjects(rows),
  ...rest,
})

/** A record as it came, with its cells by the contract's columns. */
export interface Placed {
  readonly line: number
  readonly raw: readonly string[]
  readonly cells: Row['cells']
}

/** How a table is read that is not laid out as the contract says; one is used for one table. */
export interface Shape {
  /** Records above the first row. */
  readonly skip: number
  /** Called once, with those records or, where the table ends before, with what is there of them. */
  readonly head: (above: Table['records']) => {
    readonly header: Header
    readonly leftOut: readonly LeftOut[]
  }
  /** Called with the records below, in order. */
  readonly place: (table: Table) => readonly (Placed | LeftOut)[]
}

/**
 * The same for a table that comes in pieces, its header first; each gives its rows.
 *
 * @param given the header, where it was read before
 */
export function startRows(shape?: Shape, given?: Header) {
  const issues: Issue[] = []
  const leftOut: LeftOut[] = []
  const known = remembering()
  const above: Table['records'][number][] = []
  const skip = shape?.skip ?? 1
  let header = given

  function readHead(): Header {
    if (!shape) return readHeader(above[0]?.cells ?? [], issues)
    const head = shape.head(above)
    leftOut.push(...head.leftOut)
    return head.header
  }

  function placed(table: Table, { places, at }: Header): Placed[] {
    if (!shape) {
      const figures = new Set(FIGURE_COLUMNS.map((key) => at.get(key)))
      return fillMerged(table, (column) => !figures.has(column)).map(({ line, cells }) => ({
        line,
        raw: cells,
        cells: cellsAt(cells, places),
      }))
    }
    const all = shape.place(table)
    leftOut.push(...all.filter((one) => 'why' in one))
    return all.filter((one) => 'raw' in one)
  }

  return {
    /** What was found wrong so far. */
    issues: issues as readonly Issue[],
    take(table: Table): Row[] {
      for (const { line, message } of table.brokenQuotes)
        issues.push({ kind: 'broken-quotes', line, text: message })
      let { records } = table
      if (!header) {
        const wanted = skip - above.length
        above.push(...records.slice(0, wanted))
        if (above.length < skip) return []
        header = readHead()
        records = records.slice(wanted)
      }
      const found = header
      return placed({ ...table, records }, found).map((one) => readRow(one, found, issues, known))
    },
    end(): Rest {
      if (!header) issues.push({ kind: 'empty', line: 1, text: '' })
      if (!header && shape) header = readHead()
      const rest = { issues, extraColumns: header?.extra.map(({ name }) => name) ?? [] }
      return shape ? { ...rest, leftOut } : rest
    },
  }
}

type Known = typeof parseFigure

/** So many different figures are remembered: a long file prints the same ones again and again. */
const REMEMBERED = 50_000

function remembering(): Known {
  const known = new Map<string, ReturnType<Known>>()
  return (text, unit = '') => {
    const key = `${text}\u0000${unit}`
    const found = known.get(key)
    if (found !== undefined) return found
    const figure = parseFigure(text, unit)
    if (known.size === REMEMBERED) known.clear()
    known.set(key, figure)
    return figure
  }
}

/** The contract's columns in a header's cells; what is wrong with them goes into `issues`. */
export function readHeader(cells: readonly string[], issues: Issue[]): Header {
  const names = cells.map((cell) => unescapeCell(cell.trim()))
  const at = new Map<ColumnKey, number>()
  const extra: { name: string; at: number }[] = []
  names.forEach((name, index) => {
    const key = BY_NAME.get(name) ?? BY_NAME.get(name.toLowerCase())
    if (key === undefined) {
      if (name !== '') extra.push({ name: unlike(name, extra), at: index })
    } else if (at.has(key)) issues.push({ kind: 'twice', line: 1, column: name, text: name })
    else at.set(key, index)
  })
  for (const [key, name] of COLUMNS) {
    if ((key === 'project' || key === 'indicator') && !at.has(key))
      issues.push({ kind: 'no-column', line: 1, text: name })
  }
  return { places: COLUMNS.map(([key]) => at.get(key)), at, names, extra }
}

/** A second unknown column of the same name is told apart, so that neither's cells are lost. */
function unlike(name: string, extra: readonly { readonly name: string }[]): string {
  const taken = new Set(extra.map((one) => one.name))
  let own = name
  for (let n = 2; taken.has(own); n += 1) own = `${name} (${n})`
  return own
}

/** What 方向 holds where less is better. */
export const LESS_IS_BETTER: ReadonlySet<string> = new Set(['-', '－', '−', '–'])

const NONE: Row['extra'] = {}

const cellAt = (raw: readonly string[], index: number | undefined): string => {
  const text = index === undefined ? '' : (raw[index] ?? '')
  return text === '' ? '' : unescapeCell(text.trim())
}

const cellsAt = (raw: readonly string[], places: Header['places']): Row['cells'] =>
  cellsOf((column) => cellAt(raw, places[column]))

/** So much of a text is shown where it is told of. */
const SHOWN = 200
export const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** Cells longer than a spreadsheet takes are told of, and kept as far as it would. */
function cutCells(line: number, cells: Row['cells'], header: Header, issues: Issue[]): Row['cells'] {
  const long = COLUMNS.filter(([key]) => cells[key].length > LONGEST_CELL)
  if (long.length === 0) return cells
  const kept: Record<ColumnKey, string> = { ...cells }
  for (const [key] of long) {
    issues.push({ kind: 'long-cell', line, column: headerName(header, key), text: cut(cells[key]) })
    kept[key] = cells[key].slice(0, LONGEST_CELL)
  }
  return kept
}

/** Rows of one region are of one region, however its path was typed. */
function withPath(cells: Row['cells']): Row['cells'] {
  const region = regionPath(cells.region)
  return region === cells.region ? cells : { ...cells, region }
}

function readRow({ line, raw, cells: whole }: Placed, header: Header, issues: Issue[], known: Known): Row {
  const cells = withPath(cutCells(line, whole, header, issues))
  const extra =
    header.extra.length === 0
      ? NONE
      : Object.fromEntries(header.extra.map(({ name, at }) => [name, cellAt(raw, at)]))
  if (raw.length > header.names.length) {
    const surplus = raw.slice(header.names.length).filter((text) => text.trim() !== '')
    if (surplus.length > 0) issues.push({ kind: 'extra-cells', line, text: surplus.join(' | ') })
  }
  if (cells.project === '') issues.push({ kind: 'no-project', line, text: '' })
  if (cells.indicator === '') issues.push({ kind: 'no-indicator', line, text: '' })
  if (cells.as_of !== '' && !isDate(cells.as_of)) {
    const column = headerName(header, 'as_of')
    issues.push({ kind: 'bad-date', line, column, text: cells.as_of })
  }
  const figures = readFigures(line, cells, header, issues, known)
  const filled = FIGURE_COLUMNS.some((key) => cells[key] !== '')
  if (!filled && cells.claim === '') issues.push({ kind: 'no-figure', line, text: '' })
  return {
    line,
    cells,
    figures,
    lowerIsBetter: LESS_IS_BETTER.has(cells.direction) || figures.target?.qualifier === 'atMost',
    extra,
  }
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

const NAMES: ReadonlyMap<ColumnKey, string> = new Map(COLUMNS)

/** What the file calls a column, or the contract where the file has none: it was said once for all rows. */
const headerName = ({ at, names }: Header, key: ColumnKey): string =>
  names[at.get(key) ?? -1] ?? NAMES.get(key) ?? key

function readFigures(
  line: number,
  cells: Readonly<Record<ColumnKey, string>>,
  header: Header,
  issues: Issue[],
  known: Known,
): Partial<Record<FigureKey, Figure>> {
  const figures: Partial<Record<FigureKey, Figure>> = {}
  for (const key of FIGURE_COLUMNS) {
    const text = cells[key]
    if (text === '') continue
    const figure =
      text.length > SHOWN ? 'unreadable' : known(text, PERCENT_COLUMNS.has(key) ? '%' : cells.unit)
    const column = headerName(header, key)
    if (typeof figure === 'string') issues.push({ kind: figure, line, column, text: cut(text) })
    else if (PERCENT_COLUMNS.has(key) && !isPercent(figure))
      issues.push({ kind: 'unreadable', line, column, text })
    else figures[key] = figure
  }
  return figures
}
