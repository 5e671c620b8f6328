import { groupBy } from '../lib/groupBy.ts'
import { type AnyColumn, cellOf, columnsOf, PRINTED_COLUMNS } from '../model/correction.ts'
import { COURSE, type DataSet, FIGURE_COLUMNS, INDICATOR, type Row } from '../model/dataSet.ts'

/** What differs between two versions of a file. A row that only stands on another line does not differ. */
export type Change =
  | {
      readonly kind: 'cell'
      readonly column: AnyColumn
      readonly before: string
      readonly after: string
      readonly old: Row
      readonly new: Row
    }
  | { readonly kind: 'added'; readonly new: Row }
  | { readonly kind: 'removed'; readonly old: Row }

/**
 * What changed, cell by cell: in the new file's order, columns in the contract's; rows taken out at the end. What a
 * corrected version says of its corrections is no change besides them.
 */
export function changesBetween(old: DataSet, now: DataSet): Change[] {
  const extra = new Set([...now.extraColumns, ...old.extraColumns])
  const columns = columnsOf([...extra].filter((name) => !PRINTED_COLUMNS.has(name)))
  const { oldOf, removed } = pairRows(old, now, columns)
  return [
    ...now.rows.flatMap((row): Change[] => {
      const before = oldOf.get(row)
      return before ? cellChanges(before, row, columns) : [{ kind: 'added', new: row }]
    }),
    ...removed.map((row): Change => ({ kind: 'removed', old: row })),
  ]
}

function cellChanges(old: Row, now: Row, columns: readonly AnyColumn[]): Change[] {
  return columns.flatMap((column): Change[] => {
    const [before, after] = [cellOf(old, column), cellOf(now, column)]
    return before === after ? [] : [{ kind: 'cell', column, before, after, old, new: now }]
  })
}

type Key = (row: Row) => string
const cell =
  (key: keyof Row['cells']): Key =>
  (row) =>
    row.cells[key]

/** What is printed in a row. Rows without any figure are not the same for that. */
const PRINTED: readonly Key[] = [...FIGURE_COLUMNS, 'unit' as const].map(cell)
const isPrinted = (row: Row): boolean => FIGURE_COLUMNS.some((key) => row.cells[key] !== '')

/**
 * By what rows of two versions are the same, the surest first; what one finds is not looked for by the next. The
 * last ones hold where a name was put right and the figures stand.
 */
const IDENTITIES: readonly { readonly keys: readonly Key[]; readonly holds: (row: Row) => boolean }[] = [
  { keys: [...INDICATOR, cell('level')], holds: () => true },
  { keys: COURSE, holds: () => true },
  {
    keys: [...(['region', 'year', 'as_of', 'project', 'level'] as const)].map(cell).concat(PRINTED),
    holds: isPrinted,
  },
  {
    keys: [...(['region', 'year', 'as_of', 'indicator', 'level'] as const)].map(cell).concat(PRINTED),
    holds: isPrinted,
  },
]

/** A row and the version it is of: two versions may share rows. */
interface Sided {
  readonly row: Row
  readonly isOld: boolean
}
type Pair = readonly [old: Sided, now: Sided]

const sided = (old: DataSet, now: DataSet): Sided[] => [
  ...old.rows.map((row) => ({ row, isOld: true })),
  ...now.rows.map((row) => ({ row, isOld: false })),
]
const groupSided = (items: readonly Sided[], keys: readonly Key[]): Sided[][] =>
  groupBy(
    items,
    ...keys.map(
      (key) =>
        ({ row }: Sided) =>
          key(row),
    ),
  )

/** Each new row's old one, and the old ones that have no new one. */
function pairRows(old: DataSet, now: DataSet, columns: readonly AnyColumn[]) {
  const oldOf = new Map<Row, Row>()
  let left = sided(old, now)
  for (const { keys, holds } of IDENTITIES) {
    const asked = left.filter(({ row }) => holds(row))
    const pairs = groupSided(asked, keys).flatMap((same) => pairUp(same, columns))
    for (const [before, after] of pairs) oldOf.set(after.row, before.row)
    left = without(left, pairs)
  }
  return { oldOf, removed: left.flatMap(({ row, isOld }) => (isOld ? [row] : [])) }
}

/** Of rows of one identity, those that are equal throughout belong together; the others in order. */
function pairUp(same: readonly Sided[], columns: readonly AnyColumn[]): Pair[] {
  if (same.length <= 2) return inOrder(same)
  const text = ({ row }: Sided) => JSON.stringify(columns.map((column) => cellOf(row, column)))
  const equal = groupBy(same, text).flatMap(inOrder)
  return [...equal, ...inOrder(without(same, equal))]
}

function inOrder(same: readonly Sided[]): Pair[] {
  const news = same.filter(({ isOld }) => !isOld)
  return same
    .filter(({ isOld }) => isOld)
    .flatMap((old, i): Pair[] => {
      const now = news[i]
      return now ? [[old, now]] : []
    })
}

function without(items: readonly Sided[], pairs: readonly Pair[]): Sided[] {
  const paired = new Set(pairs.flat())
  return items.filter((item) => !paired.has(item))
}

/**
 * Whether one list may be another version of the other: at least half of the indicators of the smaller are in both,
 * by region, year, level, project and indicator. Their dates may differ, for one that was put right changes them all.
 */
export function looksLikeNewerVersion(old: DataSet, now: DataSet): boolean {
  const groups = groupSided(sided(old, now), COURSE)
  const inOld = groups.filter((group) => group.some(({ isOld }) => isOld))
  const inBoth = inOld.filter((group) => group.some(({ isOld }) => !isOld)).length
  const inNew = groups.length - inOld.length + inBoth
  return inBoth > 0 && inBoth * 2 >= Math.min(inOld.length, inNew)
}
