import { COLUMNS, type ColumnKey, type Issue } from '../model/dataSet.ts'
import { unescapeCell } from './cell.ts'

/** Where each known column stands, and what the others are called. */
export interface Header {
  /** The same as `at`, by the place of the column in the contract. */
  readonly places: readonly (number | undefined)[]
  readonly at: ReadonlyMap<ColumnKey, number>
  readonly names: readonly string[]
  readonly extra: readonly { readonly name: string; readonly at: number }[]
}

/** The contract's columns by both of their names. */
export const COLUMN_NAMED: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMNS.flatMap(([key, name]) => [[key, key] as const, [name, key] as const]),
)
const NAMES: ReadonlyMap<ColumnKey, string> = new Map(COLUMNS)

/** The contract's columns in a header's cells; what is wrong with them goes into `issues`. */
export function readHeader(cells: readonly string[], issues: Issue[]): Header {
  const names = cells.map((cell) => unescapeCell(cell.trim()))
  const at = new Map<ColumnKey, number>()
  const extra: { name: string; at: number }[] = []
  names.forEach((name, index) => {
    const key = COLUMN_NAMED.get(name) ?? COLUMN_NAMED.get(name.toLowerCase())
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

/** What the file calls a column, or the contract where the file has none: it was said once for all rows. */
export const headerName = ({ at, names }: Header, key: ColumnKey): string =>
  names[at.get(key) ?? -1] ?? NAMES.get(key) ?? key

/**
 * Of records that hold the contract's columns in its order, the others behind them.
 * @param nameOf what the file calls a column of the contract
 */
export function headerOfPlaced(
  nameOf: (key: ColumnKey) => string | undefined,
  extra: readonly string[],
): Header {
  return {
    places: COLUMNS.map((_, at) => at),
    at: new Map(COLUMNS.map(([key], at) => [key, at])),
    names: [...COLUMNS.map(([key, name]) => nameOf(key) ?? name), ...extra],
    extra: extra.map((name, i) => ({ name, at: COLUMNS.length + i })),
  }
}

/** Whether a record says again what its columns are called: nothing but names stands in it, more than one of them. */
export function isHeaderAgain(raw: readonly string[], header: readonly string[]): boolean {
  let named = 0
  for (const [at, cell] of raw.entries()) {
    if (cell === '' || cell.trim() === '') continue
    if (!sameName(cell, header[at] ?? '')) return false
    named += 1
  }
  return named > 1
}

const sameName = (a: string, b: string): boolean => a.replace(/\s/g, '') === b.replace(/\s/g, '')
