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
import { unescapeCell } from './cell.ts'
import type { Table } from './parse.ts'

/** Where each known column stands, and what the others are called. */
interface Header {
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
 */
export function readTable(table: Table, entry: CatalogueEntry): DataSet {
  const reader = startRows()
  const rows = reader.take(table)
  return dataSetOf(entry, rows, reader.end())
}

/** What a file got wrong, and the columns it has besides the contract's. */
export type Rest = Pick<DataSet, 'issues' | 'extraColumns'>

export const dataSetOf = (entry: CatalogueEntry, rows: readonly Row[], rest: Rest): DataSet => ({
  entry,
  rows,
  projects: groupProjects(rows),
  ...rest,
})

/** The same for a table that comes in pieces, its header first; each gives its rows. */
export function startRows() {
  const issues: Issue[] = []
  const known = remembering()
  let header: Header | undefined
  const readAll = (records: Table['records'], header: Header) =>
    records.map(({ line, cells }) => readRow(line, cells, header, issues, known))
  return {
    /** What was found wrong so far. */
    issues: issues as readonly Issue[],
    take({ records, brokenQuotes }: Table): Row[] {
      for (const { line, message } of brokenQuotes)
        issues.push({ kind: 'broken-quotes', line, text: message })
      const [head, ...others] = records
      if (header || !head) return header ? readAll(records, header) : []
      header = readHeader(head.cells, issues)
      return readAll(others, header)
    },
    end(): Rest {
      if (!header) issues.push({ kind: 'empty', line: 1, text: '' })
      return { issues, extraColumns: header?.extra.map(({ name }) => name) ?? [] }
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

function readHeader(cells: readonly string[], issues: Issue[]): Header {
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

const LESS_IS_BETTER: ReadonlySet<string> = new Set(['-', '－', '−', '–'])

const NONE: Row['extra'] = {}

function readRow(line: number, raw: readonly string[], header: Header, issues: Issue[], known: Known): Row {
  const cell = (index: number | undefined) => {
    const text = index === undefined ? '' : (raw[index] ?? '')
    return text === '' ? '' : unescapeCell(text.trim())
  }
  const cells = cellsOf((column) => cell(header.places[column]))
  const extra =
    header.extra.length === 0
      ? NONE
      : Object.fromEntries(header.extra.map(({ name, at }) => [name, cell(at)]))
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

/** What the file calls a column. */
const headerName = ({ at, names }: Header, key: ColumnKey): string => names[at.get(key) ?? -1] ?? key

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
    const figure = known(text, PERCENT_COLUMNS.has(key) ? '%' : cells.unit)
    const column = headerName(header, key)
    if (typeof figure === 'string') issues.push({ kind: figure, line, column, text })
    else if (PERCENT_COLUMNS.has(key) && !isPercent(figure))
      issues.push({ kind: 'unreadable', line, column, text })
    else figures[key] = figure
  }
  return figures
}
