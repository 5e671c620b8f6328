import type { Table } from '../load/parse.ts'
import { type Header, readHeader } from '../load/readTable.ts'
import { COLUMNS, type ColumnKey, FIGURE_COLUMNS, type Issue } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'

type Cells = readonly string[]

/** How the records of a file are read: by its own header, or by a layout that somebody gave. */
export interface Frame {
  readonly header: Header
  /** Where each column stands; `width`, where nothing does, for one that is missing. */
  readonly places: Readonly<Record<ColumnKey, number>>
  readonly width: number
  /** The same of FIGURE_COLUMNS, in their order. */
  readonly figures: readonly number[]
  /** Cells of a record as the header has them: constants stand behind the last column that is named. */
  readonly cellsOf: ((cells: Cells) => Cells) | undefined
  /** The header to be written above rows of this file. */
  readonly title: Cells
}

/** Takes the records above the first row of figures; the frame is there once all of them came. */
export function startFrame(layout: Layout | undefined, issues: Issue[]) {
  const skip = layout?.skip ?? 1
  let seen = 0
  let names: Cells = []
  let frame: Frame | undefined = layout && skip === 0 ? frameOf(layout, names) : undefined
  return {
    /** The records that are rows. */
    take(records: Table['records']): Table['records'] {
      if (frame) return records
      const above = records.slice(0, skip - seen)
      seen += above.length
      names = above.at(-1)?.cells ?? names
      if (seen < skip) return []
      frame = layout ? frameOf(layout, names) : ownFrame(names, issues)
      return records.slice(above.length)
    },
    /** Undefined until the header came. */
    frame: (): Frame | undefined => frame,
  }
}

function ownFrame(names: Cells, issues: Issue[]): Frame {
  return framed(readHeader(names, issues), undefined, names)
}

function framed(header: Header, cellsOf: Frame['cellsOf'], title: Cells): Frame {
  const width = header.names.length
  const place = (key: ColumnKey) => header.at.get(key) ?? width
  const places = Object.fromEntries(COLUMNS.map(([key]) => [key, place(key)])) as Record<ColumnKey, number>
  return { header, places, width, figures: FIGURE_COLUMNS.map(place), cellsOf, title }
}

function frameOf(layout: Layout, names: Cells): Frame {
  const places = COLUMNS.flatMap(([key]) => layout.places[key] ?? [])
  const width = Math.max(names.length, ...places.map((at) => at + 1), ...layout.extra.map(({ at }) => at + 1))
  const said = COLUMNS.flatMap(([key]) => {
    const value = layout.places[key] === undefined ? layout.constants[key] : undefined
    return value === undefined ? [] : [{ key, value }]
  })
  const at = new Map<ColumnKey, number>()
  for (const [key] of COLUMNS) {
    const place = layout.places[key]
    if (place !== undefined) at.set(key, place)
  }
  for (const [i, { key }] of said.entries()) at.set(key, width + i)
  const constants = said.map(({ value }) => value)
  const cellsOf = (cells: Cells): Cells => [
    ...Array.from({ length: width }, (_, i) => cells[i] ?? ''),
    ...constants,
    ...cells.slice(width),
  ]
  const title = nameColumns(width + said.length, at, layout)
  const printed = title.map((name, i) => (i < names.length ? (names[i] ?? '') : name))
  const header = { places: COLUMNS.map(([key]) => at.get(key)), at, names: printed, extra: layout.extra }
  return framed(header, cellsOf, title)
}

/** Columns by the contract's names, for what is written of a file that has others. */
function nameColumns(width: number, at: ReadonlyMap<ColumnKey, number>, layout: Layout): string[] {
  const title = Array.from({ length: width }, () => '')
  for (const { name, at: place } of layout.extra) title[place] = name
  for (const [key, name] of COLUMNS) {
    const place = at.get(key)
    if (place !== undefined) title[place] = name
  }
  return title
}
