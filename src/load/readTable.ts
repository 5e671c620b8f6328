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
  const issues: Issue[] = table.brokenQuotes.map(({ line, message }) => ({
    kind: 'broken-quotes',
    line,
    text: message,
  }))
  const [head, ...records] = table.records
  if (!head) return finish(entry, [], [...issues, { kind: 'empty', line: 1, text: '' }], [])
  const header = readHeader(head.cells, issues)
  const rows = records
    .map(({ line, cells }) => readRow(line, cells, header, issues))
    .filter((row) => row !== undefined)
  return finish(
    entry,
    rows,
    issues,
    header.extra.map(({ name }) => name),
  )
}

const finish = (entry: CatalogueEntry, rows: Row[], issues: Issue[], extraColumns: string[]): DataSet => ({
  entry,
  rows,
  projects: groupProjects(rows),
  issues,
  extraColumns,
})

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
  return { at, names, extra }
}

/** A second unknown column of the same name is told apart, so that neither's cells are lost. */
function unlike(name: string, extra: readonly { readonly name: string }[]): string {
  const taken = new Set(extra.map((one) => one.name))
  let own = name
  for (let n = 2; taken.has(own); n += 1) own = `${name} (${n})`
  return own
}

const LESS_IS_BETTER: ReadonlySet<string> = new Set(['-', '－', '−', '–'])

function readRow(line: number, raw: readonly string[], header: Header, issues: Issue[]): Row | undefined {
  const cell = (index: number | undefined) =>
    index === undefined ? '' : unescapeCell((raw[index] ?? '').trim())
  const cells = Object.fromEntries(COLUMNS.map(([key]) => [key, cell(header.at.get(key))])) as Record<
    ColumnKey,
    string
  >
  const extra = Object.fromEntries(header.extra.map(({ name, at }) => [name, cell(at)]))
  const surplus = raw.slice(header.names.length).filter((text) => text.trim() !== '')
  if (surplus.length > 0) issues.push({ kind: 'extra-cells', line, text: surplus.join(' | ') })
  if (cells.project === '') issues.push({ kind: 'no-project', line, text: '' })
  if (cells.indicator === '') issues.push({ kind: 'no-indicator', line, text: '' })
  if (cells.as_of !== '' && !isDate(cells.as_of)) {
    const column = headerName(header, 'as_of')
    issues.push({ kind: 'bad-date', line, column, text: cells.as_of })
  }
  const figures = readFigures(line, cells, header, issues)
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

/** What the file calls a column. */
const headerName = ({ at, names }: Header, key: ColumnKey): string => names[at.get(key) ?? -1] ?? key

function readFigures(
  line: number,
  cells: Readonly<Record<ColumnKey, string>>,
  header: Header,
  issues: Issue[],
): Partial<Record<FigureKey, Figure>> {
  const figures: Partial<Record<FigureKey, Figure>> = {}
  for (const key of FIGURE_COLUMNS) {
    const text = cells[key]
    if (text === '') continue
    const figure = parseFigure(text, PERCENT_COLUMNS.has(key) ? '%' : cells.unit)
    const column = headerName(header, key)
    if (typeof figure === 'string') issues.push({ kind: figure, line, column, text })
    else if (PERCENT_COLUMNS.has(key) && !isPercent(figure))
      issues.push({ kind: 'unreadable', line, column, text })
    else figures[key] = figure
  }
  return figures
}
