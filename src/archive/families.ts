import { type Family, familiesIn, partsKey, showsAll } from '../checks/rules/partsDoNotSum.ts'
import { parentRegion } from '../model/region.ts'
import { ROW } from './columns.ts'
import { Pairs } from './pairs.ts'
import { isUnder, TEN } from './quotient.ts'
import type { Index } from './read.ts'
import type { ArchiveRows } from './rows.ts'

/** A whole that its parts cannot add up to, with all rows that show it. */
export interface BrokenSum {
  readonly whole: number
  /** The rows of its list; where the parts are fewer, those of another list too that shows them to be all. */
  readonly rows: readonly number[]
}

interface Sum {
  readonly whole: number
  readonly side: Family['side']
  readonly key: string
  readonly showsAll: boolean
  readonly rows: readonly number[]
}

/**
 * What `parts-do-not-sum` finds. Only regions that have parts, and their parts, are looked at; sums of plain figures
 * are made here, all others by the rule.
 */
export function brokenSums(index: Index, read: ArchiveRows): BrokenSum[] {
  const parents = parentsOf(index)
  if (!parents) return []
  const sums = listsOf(index, parents).flatMap((rows) => sumsIn(rows, parents, index, read))
  const complete = new Map(sums.filter((sum) => sum.showsAll).map((sum) => [sum.key, sum.rows]))
  return sums.flatMap(({ whole, side, key, rows }) => {
    if (side === 'more') return [{ whole, rows: [...rows, ...(complete.get(key) ?? [])] }]
    const witness = side === 'less' ? complete.get(key) : undefined
    return witness ? [{ whole, rows: [...rows, ...witness] }] : []
  })
}

/** The region above each region, by number; undefined where no region has another one of the file above it. */
function parentsOf({ lists }: Index): Int32Array | undefined {
  const { values } = lists.regions
  const parents = new Int32Array(values.length).fill(NONE)
  let isAny = false
  values.forEach((path, region) => {
    const above = parentRegion(path)
    const parent = above === '' ? undefined : lists.regions.find(above)
    if (parent === undefined) return
    parents[region] = parent
    isAny = true
  })
  return isAny ? parents : undefined
}

const NONE = -1

/** Rows that agree in year, date, project and indicator, of regions that have parts or are some. */
function listsOf({ rows, projects, lists }: Index, parents: Int32Array): number[][] {
  const isParent = new Uint8Array(parents.length)
  for (const parent of parents) if (parent !== NONE) isParent[parent] = 1
  const numbers = new Pairs()
  const groups: number[][] = []
  for (let row = 0; row < rows.size; row++) {
    if (((rows.at.flags[row] ?? 0) & (ROW.adds | ROW.mayAdd)) === 0) continue
    const list = lists.all[projects.at.list[rows.at.project[row] ?? 0] ?? 0]
    if (!list || (parents[list.region] === NONE && !isParent[list.region])) continue
    const number = numbers.numberOf(list.date, rows.at.item[row] ?? 0)
    const group = groups[number]
    if (group) group.push(row)
    else groups[number] = [row]
  }
  return groups.filter((group) => group.length >= 3)
}

function sumsIn(group: readonly number[], parents: Int32Array, index: Index, read: ArchiveRows): Sum[] {
  const regionOf = (row: number): number =>
    index.lists.all[index.projects.at.list[index.rows.at.project[row] ?? 0] ?? 0]?.region ?? NONE
  const byRegion = new Map<number, number>()
  let isPlain = true
  for (const row of group) {
    const region = regionOf(row)
    if (byRegion.has(region) || ((index.rows.at.flags[row] ?? 0) & ROW.adds) === 0) isPlain = false
    byRegion.set(region, row)
  }
  const families = new Map<number, number[]>()
  for (const region of byRegion.keys()) {
    const parent = parents[region] ?? NONE
    if (parent === NONE || !byRegion.has(parent)) continue
    const parts = families.get(parent)
    if (parts) parts.push(region)
    else families.set(parent, [region])
  }
  if (families.size === 0) return []
  if (isPlain) {
    const sums = plainSums(group, families, byRegion, index)
    if (sums) return sums
  }
  return sumsByRule(group, read)
}

function sumsByRule(group: readonly number[], read: ArchiveRows): Sum[] {
  const rows = read.rowsAt(group)
  const placeOf = new Map(rows.map((row, i) => [row, group[i] ?? 0]))
  return familiesIn(rows).map((family) => {
    const { row } = family.whole
    return {
      whole: placeOf.get(row) ?? 0,
      side: family.side,
      key: keyOf(
        row.cells,
        family.parts.map((part) => part.row.cells.region),
      ),
      showsAll: showsAll(family),
      rows: group,
    }
  })
}

const keyOf = (
  { year, as_of, region }: { readonly year: string; readonly as_of: string; readonly region: string },
  parts: readonly string[],
): string => partsKey(year, as_of, region, parts)

/** Sums of figures in one unit and scale, each region having one. Undefined where the rule itself has to be asked. */
function plainSums(
  group: readonly number[],
  families: ReadonlyMap<number, readonly number[]>,
  byRegion: ReadonlyMap<number, number>,
  index: Index,
): Sum[] | undefined {
  const { rows, lists, shapes, projects } = index
  const shape = shapes.all[rows.at.shape[group[0] ?? 0] ?? NONE]
  const most = Math.max(...group.map((row) => rows.at.decimals[row] ?? 0))
  if (!shape || group.some((row) => rows.at.shape[row] !== shape.id)) return undefined
  /** In units of the last place of the finest figure, and half of what rounding leaves open. */
  const amount = (region: number): readonly [number, number] => {
    const row = byRegion.get(region) ?? 0
    const scale = TEN[most - (rows.at.decimals[row] ?? 0)] ?? Infinity
    const isExact = shape.countsWholes && rows.at.decimals[row] === 0
    return [(rows.at.actual[row] ?? 0) * scale, isExact ? 0 : scale]
  }
  const sums: Sum[] = []
  for (const [region, parts] of families) {
    if (parts.length < 2) continue
    const [whole, open] = amount(region)
    let difference = -whole
    let slack = open
    for (const part of parts) {
      const [value, more] = amount(part)
      difference += value
      slack += more
      if (!isUnder(Math.abs(difference) + whole + slack, 2)) return undefined
    }
    const list = lists.all[projects.at.list[rows.at.project[byRegion.get(region) ?? 0] ?? 0] ?? 0]
    const text = (code: number) => lists.regions.values[code] ?? ''
    const side = difference === 0 || Math.abs(difference) < slack ? 'equal' : difference > 0 ? 'more' : 'less'
    sums.push({
      whole: byRegion.get(region) ?? 0,
      side,
      key: partsKey(
        lists.years.values[list?.year ?? 0] ?? '',
        lists.dates.values[list?.asOf ?? 0] ?? '',
        text(region),
        parts.map(text),
      ),
      showsAll: side === 'equal' && whole > 0,
      rows: group,
    })
  }
  return sums
}
