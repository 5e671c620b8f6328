import { renderToString } from 'react-dom/server'
import { drawStill } from '../charts/echarts.ts'
import { DESKTOP, layoutSheet, PHONE, sheetOption } from '../charts/sheet.ts'
import { layoutTally, tallyOption } from '../charts/tally.ts'
import { PAGE, tokensCss } from '../charts/tokens.ts'
import { readTable } from '../load/readTable.ts'
import type { DataSet } from '../model/dataSet.ts'
import { NO_FILTER } from '../model/filter.ts'
import { reviewed, sheetProjects, tallyGroups, visibleProjects } from '../state/derive.ts'
import { createBoard } from '../state/store.ts'
import { App } from './App.tsx'
import { STILL_WIDTH } from './charting.ts'
import type { Stills } from './context.ts'
import type { Embedded } from './embedded.ts'

/** Widths at which the other stills are drawn. */
const WIDTH = { phone: 358, tally: 124 }

/** The overview of the default data set as HTML, its charts drawn by ECharts on the server side. */
export function prerender({ entry, offers, fingerprint, table }: Embedded): string {
  const set = readTable(table, entry)
  return renderToString(
    <App store={createBoard(set, { offers, drawnFrom: fingerprint })} stills={stillsOf(set)} />,
  )
}

function stillsOf(set: DataSet): Stills {
  const board = reviewed(set)
  const listed = visibleProjects(board, NO_FILTER, 'printed')
  const projects = sheetProjects(board, listed)
  const desktop = layoutSheet(projects, DESKTOP)
  const phone = layoutSheet(projects, PHONE)
  const tally = layoutTally(tallyGroups(board, listed))
  return {
    'sheet-desktop': drawStill(sheetOption(desktop, PAGE), STILL_WIDTH, desktop.height),
    'sheet-phone': drawStill(sheetOption(phone, PAGE), WIDTH.phone, phone.height),
    tally: drawStill(tallyOption(tally, PAGE), WIDTH.tally, tally.height),
  }
}

export { tokensCss }
