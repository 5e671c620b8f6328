import type { ColumnKey, Row } from '../model/dataSet.ts'

/** Cells that say where a row belongs: few values, each in many rows. */
const SHARED: readonly ColumnKey[] = [
  'region',
  'year',
  'as_of',
  'no',
  'project',
  'level',
  'domain',
  'indicator',
  'unit',
  'basis',
  'direction',
  'claim',
  'source',
]
/** Cells that no rule and no sentence looks at. */
const UNUSED: readonly ColumnKey[] = ['owner', 'note']

/**
 * Makes rows small enough to be kept by the million: equal cells are one string, and none keeps alive the piece of
 * text that it was cut from. What only exports need is left out.
 */
export function startCompacting(): (row: Row) => Row {
  const known = new Map<string, string>()
  const shared = (text: string): string => {
    const one = known.get(text)
    if (one !== undefined) return one
    const copy = ownCopy(text)
    known.set(copy, copy)
    return copy
  }
  return (row) => {
    const cells: Record<ColumnKey, string> = { ...row.cells }
    for (const key of SHARED) cells[key] = shared(cells[key])
    for (const key of UNUSED) cells[key] = ''
    return { ...row, cells, extra: NONE }
  }
}

/** The same text, without the longer one that it was cut from and would keep alive. */
export const ownCopy = (text: string): string => JSON.parse(JSON.stringify(text))

const NONE: Row['extra'] = {}
