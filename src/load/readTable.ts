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
import { type Figure, isPercent, LONGEST_FIGURE, parseFigure } from '../model/figure.ts'
import { regionPath } from '../model/region.ts'
import { type Header, headerName } from './header.ts'
import { LONGEST_CELL } from './limits.ts'
import type { Table } from './parse.ts'
import { byContract, cellAt, cut, type Placed, type Shape, startPlaced } from './startPlaced.ts'

/** A column of this kind is a percentage, with or without its sign. */
const PERCENT_COLUMNS: ReadonlySet<FigureKey> = new Set(['completion', 'share', 'growth'])

/**
 * A table of cells → data set, by the data contract. Columns in any order, by Chinese name or English alias; an
 * unknown column is carried through. A bad cell becomes an issue with line and column, and its row stays.
 * Never throws.
 * @param shape where the table is laid out in another way (load/byLayout.ts); what is no row is listed as left out
 */
export function readTable(table: Table, entry: CatalogueEntry, shape?: Shape): DataSet {
  const reader = startRows(shape, entry.asOf)
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

/**
 * The same for a table that comes in pieces, its header first; each gives its rows.
 * @param asOf the date that a catalogue tells, which is that of all rows where the table has no column for it
 */
export function startRows(shape?: Shape, asOf = '') {
  const placed = startPlaced(shape ?? byContract(asOf))
  const { issues, leftOut } = placed
  const known = remembering()
  return {
    /** What was found wrong so far. */
    issues: issues as readonly Issue[],
    take(table: Table): Row[] {
      const records = placed.take(table)
      const header = placed.header()
      return header ? records.map((one) => readRow(one, header, issues, known)) : []
    },
    end(): Rest {
      placed.end()
      const rest = { issues, extraColumns: placed.header()?.extra.map(({ name }) => name) ?? [] }
      return shape || leftOut.length > 0 ? { ...rest, leftOut } : rest
    },
  }
}

type Known = typeof parseFigure

/** So many different figures are remembered: a long file prints the same ones again and again. */
const REMEMBERED = 50_000

function remembering(): Known {
  const known = new Map<string, ReturnType<Known>>()
  return (text, unit = '') => {
    if (text.length > LONGEST_FIGURE) return parseFigure(text, unit)
    const key = `${text}\u0000${unit}`
    const found = known.get(key)
    if (found !== undefined) return found
    const figure = parseFigure(text, unit)
    if (known.size === REMEMBERED) known.clear()
    known.set(key, figure)
    return figure
  }
}

/** What 方向 holds where less is better. */
export const LESS_IS_BETTER: ReadonlySet<string> = new Set(['-', '－', '−', '–'])

const NONE: Row['extra'] = {}

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
    if (typeof figure === 'string') issues.push({ kind: figure, line, column, text: cut(text) })
    else if (PERCENT_COLUMNS.has(key) && !isPercent(figure))
      issues.push({ kind: 'unreadable', line, column, text })
    else figures[key] = figure
  }
  return figures
}
