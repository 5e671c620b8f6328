import { groupBy } from '../lib/groupBy.ts'
import { type AnyColumn, cellOf, columnsOf } from '../model/correction.ts'
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

/** What changed, cell by cell: in the new file's order, columns in the contract's; rows taken out at the end. */
export function changesBetween(old: DataSet, now: DataSet): Change[] {
  const columns = columnsOf([...new Set([...now.extraColumns, ...old.extraColumns])])
  const { oldOf, removed } = pairRows(old.rows, now.rows, columns)
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

/** What is printed in a row. Rows without a figure have none in common by this. */
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

interface Sided {
  readonly row: Row
  readonly isOld: boolean
}

/** Each new row's old one. */
function pairRows(old: readonly Row[], now: readonly Row[], columns: readonly AnyColumn[]) {
  const oldOf = new Map<Row, Row>()
  let left: readonly Sided[] = [
    ...old.map((row) => ({ row, isOld: true })),
    ...now.map((row) => ({ row, isOld: false })),
  ]
  for (const { keys, holds } of IDENTITIES) {
    const paired = new Set<Row>()
    const asked = left.filter(({ row }) => holds(row))
    for (const same of groupBy(
      asked,
      ...keys.map(
        (key) =>
          ({ row }: Sided) =>
            key(row),
      ),
    )) {
      for (const [before, after] of pairUp(same, columns)) {
        oldOf.set(after, before)
        paired.add(before).add(after)
      }
    }
    left = left.filter(({ row }) => !paired.has(row))
  }
  return { oldOf, removed: left.flatMap(({ row, isOld }) => (isOld ? [row] : [])) }
}

/** Of rows by one identity, those that are equal throughout belong together; the others in order. */
function pairUp(same: readonly Sided[], columns: readonly AnyColumn[]): (readonly [Row, Row])[] {
  const olds = same.flatMap(({ row, isOld }) => (isOld ? [row] : []))
  const news = same.flatMap(({ row, isOld }) => (isOld ? [] : [row]))
  if (olds.length <= 1 && news.length <= 1) return inOrder(olds, news)
  const text = (row: Row) => JSON.stringify(columns.map((column) => cellOf(row, column)))
  const equal = groupBy(same, ({ row }) => text(row)).flatMap((group) =>
    inOrder(
      group.flatMap(({ row, isOld }) => (isOld ? [row] : [])),
      group.flatMap(({ row, isOld }) => (isOld ? [] : [row])),
    ),
  )
  const done = new Set(equal.flat())
  const rest = (rows: readonly Row[]) => rows.filter((row) => !done.has(row))
  return [...equal, ...inOrder(rest(olds), rest(news))]
}

const inOrder = (olds: readonly Row[], news: readonly Row[]): (readonly [Row, Row])[] =>
  olds.flatMap((old, i) => {
    const now = news[i]
    return now ? [[old, now] as const] : []
  })

/**
 * Whether one list may be another version of the other: at least half of the indicators of the smaller are in both,
 * by region, year, level, project and indicator. Their dates may differ, for one that was put right changes them all.
 */
export function looksLikeNewerVersion(old: DataSet, now: DataSet): boolean {
  const sided = [
    ...old.rows.map((row) => ({ row, isOld: true })),
    ...now.rows.map((row) => ({ row, isOld: false })),
  ]
  const groups = groupBy(
    sided,
    ...COURSE.map(
      (key) =>
        ({ row }: Sided) =>
          key(row),
    ),
  )
  const inOld = groups.filter((group) => group.some(({ isOld }) => isOld))
  const inBoth = inOld.filter((group) => group.some(({ isOld }) => !isOld)).length
  const inNew = groups.length - inOld.length + inBoth
  return inBoth > 0 && inBoth * 2 >= Math.min(inOld.length, inNew)
}
