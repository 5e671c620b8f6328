import { groupBy } from '../lib/groupBy.ts'
import { yearOf } from './date.ts'
import type { Figure, FigureProblem } from './figure.ts'
import type { LeftOut } from './layout.ts'

/** The contract's columns, in its order; the key is the English alias. */
export const COLUMNS = [
  ['region', '地区'],
  ['year', '年度'],
  ['as_of', '截至'],
  ['no', '序号'],
  ['project', '项目'],
  ['level', '层级'],
  ['domain', '领域'],
  ['owner', '责任单位'],
  ['indicator', '指标'],
  ['actual', '完成值'],
  ['unit', '单位'],
  ['target', '目标值'],
  ['completion', '完成率'],
  ['excess', '超目标'],
  ['base', '基数'],
  ['share', '占比'],
  ['previous', '上期值'],
  ['growth', '同比'],
  ['basis', '口径'],
  ['direction', '方向'],
  ['claim', '声明'],
  ['source', '出处'],
  ['note', '备注'],
] as const

export type ColumnKey = (typeof COLUMNS)[number][0]
/** The columns that hold a printed number. */
export const FIGURE_COLUMNS = [
  'actual',
  'target',
  'completion',
  'excess',
  'base',
  'share',
  'previous',
  'growth',
] as const
export type FigureKey = (typeof FIGURE_COLUMNS)[number]

/** One line of the file: one indicator at one date, with the target of one level. */
export interface Row {
  /** Line in the file, the header being 1. */
  readonly line: number
  /** Every contract column as it stood in the file, '' where blank. */
  readonly cells: Readonly<Record<ColumnKey, string>>
  /** The figures that could be read. Missing is missing: never 0. */
  readonly figures: Readonly<Partial<Record<FigureKey, Figure>>>
  /** Less is better (方向 `-`, or a target 不超过 x). */
  readonly lowerIsBetter: boolean
  /** Columns that the contract does not know, carried through to every export. */
  readonly extra: Readonly<Record<string, string>>
}

/** What a file got wrong; never thrown, always listed. */
export interface Issue {
  readonly kind:
    | FigureProblem
    | 'bad-date'
    | 'no-project'
    | 'no-indicator'
    | 'no-figure'
    | 'no-column'
    | 'broken-quotes'
    | 'empty'
    | 'extra-cells'
    | 'twice'
    | 'long-cell'
  readonly line: number
  /** Header of the column as it stands in the file; undefined where the whole row or file is meant. */
  readonly column?: string
  /** The text found. */
  readonly text: string
}

/** What the catalogue says of a list. */
export interface CatalogueEntry {
  readonly file: string
  readonly title: string
  readonly source: string
  readonly asOf: string
  /** Stated number of projects by level, e.g. 省定 → 10. */
  readonly projects?: Readonly<Record<string, number>>
  /** What the document claims of the whole list, in a few words. */
  readonly claim?: string
  /** What other documents say that bears on the list's projects (model/related.ts). */
  readonly related?: Omit<CatalogueEntry, 'related'>
}

/** What a data set of the catalogue is called in the address: its file's name without the ending. */
export const offerId = ({ file }: Pick<CatalogueEntry, 'file'>): string => file.replace(/\.[^.]*$/, '')

/** What a catalogue offers, for a switch: the first is the default, which the address leaves out. */
export const offerChoices = (
  offers: readonly CatalogueEntry[],
): { readonly id: string; readonly title: string }[] =>
  offers.map((offer, i) => ({ id: i === 0 ? '' : offerId(offer), title: offer.title }))

/** One livelihood project with its rows, in printed order. */
export interface Project {
  /** Unique in the data set and kept in the address. */
  readonly id: string
  readonly region: string
  readonly year: string
  readonly asOf: string
  readonly no: string
  readonly name: string
  readonly level: string
  readonly domain: string
  readonly owner: string
  readonly rows: readonly Row[]
}

export interface DataSet {
  readonly entry: CatalogueEntry
  readonly rows: readonly Row[]
  readonly projects: readonly Project[]
  readonly issues: readonly Issue[]
  /** Headers of columns the contract does not know, in file order. */
  readonly extraColumns: readonly string[]
  /** Records of the file that are no rows, where it was read by a layout: titles, header, notes. */
  readonly leftOut?: readonly LeftOut[]
}

/**
 * Rows that agree in region, year, date, project and indicator are one indicator, whatever the level.
 */
export const INDICATOR: readonly ((row: Row) => string)[] = (
  ['region', 'year', 'as_of', 'project', 'indicator'] as const
).map((key) => (row) => row.cells[key])

/** Rows of one indicator over the dates of a year; a target at each level does not make two of it. */
export const COURSE: readonly ((row: Row) => string)[] = [
  ({ cells }) => cells.region,
  ({ cells }) => yearOf(cells),
  ({ cells }) => cells.level,
  ({ cells }) => cells.project,
  ({ cells }) => cells.indicator,
]

export const countIndicators = (rows: readonly Row[]): number => groupBy(rows, ...INDICATOR).length

/** Groups rows into projects, in order of first appearance. */
export function groupProjects(rows: readonly Row[]): Project[] {
  const lists = groupBy(
    rows,
    ...(['region', 'year', 'as_of', 'no', 'project'] as const).map((key) => (row: Row) => row.cells[key]),
  )
  const numbers = new Set(lists.map((list) => list[0]?.cells.no ?? ''))
  const unique = numbers.size === lists.length && !numbers.has('')
  return lists.map((list, index) => toProject(list, index, unique))
}

function toProject(rows: readonly Row[], index: number, numbered: boolean): Project {
  const first = (key: ColumnKey) => rows.find((row) => row.cells[key] !== '')?.cells[key] ?? ''
  return {
    id: numbered ? first('no') : String(index + 1),
    region: first('region'),
    year: first('year'),
    asOf: first('as_of'),
    no: first('no'),
    name: first('project'),
    level: first('level'),
    domain: first('domain'),
    owner: first('owner'),
    rows,
  }
}
