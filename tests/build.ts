import { type Review, review } from '../src/checks/check.ts'
import { relationsOf } from '../src/checks/relate.ts'
import type { Interval } from '../src/lib/interval.ts'
import { decimal, type Rational, ratio } from '../src/lib/rational.ts'
import { loadDataSet } from '../src/load/loadDataSet.ts'
import { type CatalogueEntry, COLUMNS, type DataSet, type Row } from '../src/model/dataSet.ts'
import { type Figure, parseFigure } from '../src/model/figure.ts'
import type { Finding, FindingFor, RuleId } from '../src/model/finding.ts'
import { RELATED } from '../src/model/related.ts'
import type { Relation, RelationKind } from '../src/model/relation.ts'

type ColumnName = (typeof COLUMNS)[number][1]
/** Cells of one row by the Chinese names of their columns. */
export type Cells = Partial<Record<ColumnName, string>>

const DEFAULTS: Cells = {
  地区: '某市',
  年度: '2023',
  截至: '2023-12-20',
  项目: '某项目',
  指标: '某指标',
  层级: '市定',
}

export const entry = (more: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  file: 'test.csv',
  title: '测试',
  source: '测试',
  asOf: '2023-12-20',
  ...more,
})

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** CSV text of the contract's columns. */
export function csv(rows: readonly Cells[]): string {
  const names = COLUMNS.map(([, name]) => name)
  const lines = rows.map((cells) => names.map((name) => quoted(cells[name] ?? '')).join(','))
  return [names.join(','), ...lines].join('\n')
}

/** A data set of rows that differ from a plain one in the cells given; read by the real loader. */
export const dataSet = (rows: readonly Cells[], more: Partial<CatalogueEntry> = {}): DataSet =>
  loadDataSet(csv(rows.map((cells) => ({ ...DEFAULTS, ...cells }))), entry(more))

export function row(cells: Cells): Row {
  const set = dataSet([cells])
  const [first] = set.rows
  if (!first || set.issues.length > 0) throw new Error(`bad row: ${JSON.stringify(set.issues)}`)
  return first
}

export const reviewOf = (rows: readonly Cells[], more: Partial<CatalogueEntry> = {}): Review =>
  review(dataSet(rows, more))

/** Findings of one rule in a data set of these rows. */
export const findingsOf = <R extends RuleId>(
  rule: R,
  rows: readonly Cells[],
  more: Partial<CatalogueEntry> = {},
): FindingFor<R>[] =>
  reviewOf(rows, more).findings.filter((found: Finding) => found.rule === rule) as FindingFor<R>[]

/** How often a rule fires on a single row. */
export const fires = (rule: RuleId, cells: Cells): boolean => findingsOf(rule, [cells]).length > 0

/** Ids of the errors found in one row. */
export const errorsOf = (cells: Cells): RuleId[] =>
  reviewOf([cells])
    .findings.filter((found) => found.severity === 'error')
    .map((found) => found.rule)

/** The relation of one kind in a row; undefined where the row has none. */
export const relation = (kind: RelationKind, cells: Cells): Relation | undefined =>
  relationsOf(row(cells)).find((r) => r.kind === kind)

export function figure(text: string, unit = ''): Figure {
  const read = parseFigure(text, unit)
  if (typeof read === 'string') throw new Error(`${text}: ${read}`)
  return read
}

/** `18.4` or `-1/3` as an exact number. */
export function exact(text: string): Rational {
  const [n, d] = text.split('/')
  return d === undefined ? decimal(text) : ratio(BigInt(n ?? ''), BigInt(d))
}

/** `[1, 2)` as an interval; ends as in `exact`. */
export function between(text: string): Interval {
  const match = /^([[(])(.+), (.+)([\])])$/.exec(text)
  if (!match) throw new Error(`not an interval: ${text}`)
  return {
    lo: exact(match[2] as string),
    hi: exact(match[3] as string),
    loOpen: match[1] === '(',
    hiOpen: match[4] === ')',
  }
}

/** Lowest terms, so that two equal numbers print alike: `147/8`, `3`. */
export function printed({ n, d }: Rational): string {
  const divide = (a: bigint, b: bigint): bigint => (b === 0n ? a : divide(b, a % b))
  const common = divide(n < 0n ? -n : n, d)
  return d === common ? String(n / common) : `${n / common}/${d / common}`
}

/** An interval as `[1, 2)`; what tests compare, since equal rationals may differ in their terms. */
export function span(i: Interval | undefined): string | undefined {
  return i && `${i.loOpen ? '(' : '['}${printed(i.lo)}, ${printed(i.hi)}${i.hiOpen ? ')' : ']'}`
}

/** The same text for an expected interval written in decimals. */
export const spanText = (text: string): string | undefined => span(between(text))

/** A file of related figures: the contract's columns, and the three that tie a row to the list. */
export function relatedSet(rows: readonly (Cells & Partial<Record<RelatedColumn, string>>)[]): DataSet {
  const names = [...COLUMNS.map(([, name]) => name), ...Object.values(RELATED)]
  const lines = rows.map((cells) => {
    const all: Record<string, string | undefined> = { ...DEFAULTS, ...cells }
    return names.map((name) => quoted(all[name] ?? '')).join(',')
  })
  return loadDataSet([names.join(','), ...lines].join('\n'), entry({ file: 'related.csv' }))
}
type RelatedColumn = (typeof RELATED)[keyof typeof RELATED]
