import { groupBy } from '../lib/groupBy.ts'
import type { DataSet, Row } from '../model/dataSet.ts'
import { byDay, lastDay } from '../model/date.ts'
import { type Dimension, dimensionOf, splitScale } from '../model/unit.ts'
import { type Bigrams, bigramsOf, plainName } from './names.ts'

/** An indicator of a list, as matching needs it: the row of its latest date. */
export interface Entry {
  readonly row: Row
  /** The region, or what of it is below the list's own: '' for the whole, 镇平县 for a part. */
  readonly part: string
  readonly project: Bigrams
  readonly indicator: Bigrams
  /** What lists that write alike agree in. */
  readonly plain: string
  readonly unit: string
  readonly dimension: Dimension
}

/**
 * Two lists' indicators in printed order, a target at each level being one of its own. Lists that share a region are
 * matched by region; of two cities the whole is matched with the whole, and a part with the part of the same name.
 */
export function entriesOf(a: DataSet, b: DataSet): readonly [Entry[], Entry[]] {
  const regions = new Set(a.rows.map(({ cells }) => cells.region))
  const isShared = b.rows.some(({ cells }) => regions.has(cells.region))
  const of = ({ rows }: DataSet) => entriesBelow(rows, isShared ? [] : commonRegion(rows))
  return [of(a), of(b)]
}

function entriesBelow(rows: readonly Row[], above: readonly string[]): Entry[] {
  return groupBy(rows, ...IDENTITY).map((same) => entryOf(latest(same), above))
}

const IDENTITY = (['region', 'level', 'project', 'indicator'] as const).map(
  (key) =>
    ({ cells }: Row) =>
      cells[key],
)

function latest(rows: readonly Row[]): Row {
  const [first] = rows
    .map((row) => ({ row, day: lastDay(row.cells.as_of) ?? '' }))
    .sort((a, b) => byDay(b, a))
  return first?.row as Row
}

function entryOf(row: Row, above: readonly string[]): Entry {
  const { cells, figures } = row
  const part = pathOf(cells.region).slice(above.length).map(plainName).join('/')
  const [project, indicator] = [plainName(cells.project), plainName(cells.indicator)]
  const unit = (figures.actual ?? splitScale(cells.unit)).unit
  return {
    row,
    part,
    project: bigramsOf(project),
    indicator: bigramsOf(indicator),
    plain: JSON.stringify([part, plainName(cells.level), project, indicator]),
    unit,
    dimension: dimensionOf(unit),
  }
}

const pathOf = (region: string): string[] => (region === '' ? [] : region.split('/'))

/** The path that all regions of a list begin with. */
function commonRegion(rows: readonly Row[]): string[] {
  const [first, ...others] = new Set(rows.map(({ cells }) => cells.region))
  let common = pathOf(first ?? '')
  for (const region of others) {
    const path = pathOf(region)
    const end = common.findIndex((name, i) => name !== path[i])
    if (end >= 0) common = common.slice(0, end)
  }
  return common
}
