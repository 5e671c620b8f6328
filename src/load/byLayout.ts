import { COLUMNS, FIGURE_COLUMNS } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'
import { unescapeCell } from './cell.ts'
import type { Header } from './header.ts'
import { startFilling } from './merged.ts'
import type { Table } from './parse.ts'
import { type PlacedCells, startPlacing } from './placing.ts'
import { leftOutOf, type Shape } from './startPlaced.ts'

/** Reads a table by a layout: `readTable(table, entry, byLayout(layout))`. Stands apart, since most tables need none. */
export function byLayout(layout: Layout): Shape {
  const figures = new Set(FIGURE_COLUMNS.map((key) => layout.places[key]))
  const fill = startFilling((at) => !figures.has(at))
  let place: (raw: readonly string[]) => PlacedCells
  return {
    skip: layout.skip,
    head: (above) => {
      const header = headerOf(layout, above)
      place = startPlacing(layout, header.names)
      const last = Math.min(layout.skip, above.length) - 1
      const leftOut = above.map((record, i) => leftOutOf(record, i < last ? 'title' : 'header'))
      return { header, leftOut, issues: [] }
    },
    place: (table) =>
      fill(table).map((record) => {
        const cells = place(record.cells)
        return typeof cells === 'string'
          ? leftOutOf(record, cells)
          : { line: record.line, raw: record.cells, cells }
      }),
  }
}

/** What the columns of a table are called, by their place. */
export const namesIn = ({ records }: Table, layout: Layout): readonly string[] =>
  headerOf(layout, records.slice(0, layout.skip)).names

/** Names as they stand in the last record above the rows, where that is blank in the one above it. */
function headerOf({ places, extra }: Layout, above: Table['records']): Header {
  const [lower = [], upper = []] = above.map(({ cells }) => cells).reverse()
  const at = new Map(
    COLUMNS.flatMap(([key]) => (places[key] === undefined ? [] : [[key, places[key]] as const])),
  )
  const own = new Map(COLUMNS.map(([key, name]) => [places[key], name]))
  const last = Math.max(-1, ...at.values(), ...extra.map((one) => one.at))
  const names = Array.from({ length: Math.max(lower.length, upper.length, last + 1) }, (_, i) => {
    const [below, over] = [lower[i], upper[i]].map((cell = '') => unescapeCell(cell.trim()))
    return below || over || own.get(i) || ''
  })
  return { places: COLUMNS.map(([key]) => at.get(key)), at, names, extra }
}
