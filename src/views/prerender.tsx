import { renderToString } from 'react-dom/server'
import { drawStill, drawStrips } from '../charts/echarts.ts'
import { layoutTally } from '../charts/tally.ts'
import { tallyOption } from '../charts/tallyMarks.ts'
import { PAGE, tokensCss } from '../charts/tokens.ts'
import { readTable } from '../load/readTable.ts'
import type { DataSet } from '../model/dataSet.ts'
import { NO_FILTER } from '../model/filter.ts'
import { reviewed, tallyGroups, visibleProjects, wholeSheet } from '../state/derive.ts'
import { createBoard } from '../state/store.ts'
import { App } from './App.tsx'
import { STRIP_WIDTHS } from './charting.ts'
import type { Stills } from './context.ts'
import type { Embedded } from './embedded.ts'
import { STRIP_LAYOUTS, stripKey } from './Strip.tsx'

/** Width at which the tally's still is drawn. */
const TALLY_WIDTH = 124

/** The overview of the default data set as HTML, its charts drawn by ECharts on the server side. */
export function prerender({ entry, offers, fingerprint, table }: Embedded): string {
  const set = readTable(table, entry)
  return renderToString(
    <App store={createBoard(set, { offers, drawnFrom: fingerprint })} stills={stillsOf(set)} />,
  )
}

function stillsOf(set: DataSet): Stills {
  const board = reviewed(set)
  const { axis, lineOf } = wholeSheet(board)
  const listed = visibleProjects(board, NO_FILTER, 'printed')
  const lines = listed.flatMap(({ id }) => lineOf.get(id) ?? [])
  const tally = layoutTally(tallyGroups(board, listed))
  const strips = STRIP_LAYOUTS.flatMap((layout) =>
    drawStrips(lines, axis, STRIP_WIDTHS[layout]).map((svg, i) => [
      stripKey(layout, lines[i]?.id ?? ''),
      svg,
    ]),
  )
  return {
    ...Object.fromEntries(strips),
    tally: drawStill(tallyOption(tally, PAGE), TALLY_WIDTH, tally.height),
  }
}

export { tokensCss }
