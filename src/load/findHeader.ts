import { type ColumnKey, FIGURE_COLUMNS } from '../model/dataSet.ts'
import { meaningsOf } from './headerNames.ts'
import type { Table } from './parse.ts'
import { isFigure } from './phrase.ts'

export interface FoundHeader {
  /** Records up to and with the header. */
  readonly skip: number
  /** Of how many records the header is made: 1, or 2 where groups stand over names. */
  readonly height: number
  /** Names by place, `/` between a group and what stands under it. */
  readonly names: readonly string[]
}

/** So far down a header may stand; titles, dates and units come above. */
const DEEPEST = 15
const TELLING: ReadonlySet<ColumnKey> = new Set([...FIGURE_COLUMNS, 'claim'])

/** The record, or pair of records, whose cells mean most columns, one of them a figure or 声明; undefined where none does. */
export function findHeader({ records, merges = [] }: Table): FoundHeader | undefined {
  let best: (FoundHeader & { readonly known: number }) | undefined
  const consider = (skip: number, height: number, names: readonly string[], known: number) => {
    if (known > (best?.known ?? 1)) best = { skip, height, names, known }
  }
  records.slice(0, DEEPEST).forEach(({ line, cells }, i) => {
    const one = trimmed(cells)
    const known = knownIn(one)
    consider(i + 1, 1, one, known)
    const below = records[i + 1]
    if (!below || hasFigures(below.cells)) return
    const next = trimmed(below.cells)
    const two = joined(
      one,
      next,
      merges.filter(({ top, bottom, left, right }) => top === line && bottom === top && right > left),
    )
    // A title over the header is no group of names: together they say no more than the header alone.
    const together = two ? knownIn(two) : 0
    if (two && together > Math.max(known, knownIn(next))) consider(i + 2, 2, two, together)
  })
  return best
}

/** Whether the only tables among them are headers that nothing stands under. A header of two lines may be a row. */
export function areOnlyHeaders(tables: readonly Table[]): boolean {
  const headers = tables.flatMap((table) => {
    const header = findHeader(table)
    return header ? [{ ...header, isAll: header.skip >= table.records.length }] : []
  })
  return headers.length > 0 && headers.every(({ isAll, height }) => isAll && height === 1)
}

const trimmed = (cells: readonly string[]): string[] => cells.map((cell) => cell.replace(/\s+/g, ' ').trim())

const hasFigures = (cells: readonly string[]): boolean => cells.some(isFigure)

/** How many columns the names mean; 0 where none of them tells anything of completion. */
function knownIn(names: readonly string[]): number {
  const keys = names.flatMap((name) => {
    const [meaning] = meaningsOfHeader(name)
    return meaning ? [meaning.key] : []
  })
  const tells = names.some((name) => meaningsOfHeader(name).some(({ key }) => TELLING.has(key)))
  return tells ? new Set(keys).size + keys.length / 1000 : 0
}

/** Of 完成情况/完成值 by its lower name, else by both together, else by the group's. */
export function meaningsOfHeader(name: string): ReturnType<typeof meaningsOf> {
  const [group = '', lower] = name.split('/')
  if (lower === undefined) return meaningsOf(name)
  const found = [lower, group + lower, group].map(meaningsOf)
  return found.find((meanings) => meanings.length > 0) ?? []
}

/** Names under groups: a group reaches over the blank cells to its right, as far as names stand below them. */
function joined(
  upper: readonly string[],
  lower: readonly string[],
  merges: readonly { readonly left: number; readonly right: number }[],
): string[] | undefined {
  let group = ''
  let reach = Infinity
  let grouped = 0
  const names = Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [over = '', below = ''] = [upper[at], lower[at]]
    if (over !== '') {
      group = over
      reach = merges.find(({ left }) => left === at)?.right ?? (merges.length > 0 ? at : Infinity)
    }
    if (below === '') {
      if (over === '') group = ''
      return over
    }
    const own = at <= reach ? group : ''
    if (own === '' || own === below) return below
    grouped += 1
    return `${own}/${below}`
  })
  return grouped > 0 ? names : undefined
}
