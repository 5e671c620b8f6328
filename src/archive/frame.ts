import type { Header } from '../load/header.ts'
import { COLUMNS, type ColumnKey, FIGURE_COLUMNS } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'

/** How the records of an archive's text are read. */
export interface Frame {
  readonly header: Header
  /** Where each column stands; `width`, where nothing does, for one that is missing. */
  readonly places: Readonly<Record<ColumnKey, number>>
  readonly width: number
  /** The same of FIGURE_COLUMNS, in their order. */
  readonly figures: readonly number[]
  /** The header to be written above rows of this archive. */
  readonly title: readonly string[]
}

/** @param isNamed whether its columns go by the contract's names already */
export function frameOf(header: Header, isNamed: boolean): Frame {
  const width = header.names.length
  const place = (key: ColumnKey) => header.at.get(key) ?? width
  const places = Object.fromEntries(COLUMNS.map(([key]) => [key, place(key)])) as Record<ColumnKey, number>
  const title = isNamed ? header.names : titleOf(header)
  return { header, places, width, figures: FIGURE_COLUMNS.map(place), title }
}

/** Columns by the contract's names; one of another name is told apart from those, and from every other. */
function titleOf({ names, at, extra }: Header): string[] {
  const title = names.map(() => '')
  const taken = new Set<string>(COLUMNS.flat())
  for (const { name, at: place } of extra) {
    let own = name
    for (let n = 2; taken.has(own) || taken.has(own.toLowerCase()); n += 1) own = `${name} (${n})`
    taken.add(own)
    title[place] = own
  }
  for (const [key, name] of COLUMNS) {
    const place = at.get(key)
    if (place !== undefined) title[place] = name
  }
  return title
}

/** Whether a layout does more than to move columns: what is said once, or in words, or on the lines above. */
export function needsPlacing({ wide, places, constants, extra }: Layout): boolean {
  const taken = [...COLUMNS.flatMap(([key]) => places[key] ?? []), ...extra.map(({ at }) => at)]
  // A date said once fills the blanks of its column, too.
  const isSaid = COLUMNS.some(
    ([key]) => (places[key] === undefined || key === 'as_of') && (constants[key] ?? '').trim() !== '',
  )
  const isLacking = places.project === undefined || places.indicator === undefined
  return wide === true || isSaid || isLacking || new Set(taken).size < taken.length
}
