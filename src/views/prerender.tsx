import { renderToString } from 'react-dom/server'
import { drawSvg } from '../charts/echarts.ts'
import { DESKTOP, layoutSheet, PHONE, sheetOption } from '../charts/sheet.ts'
import { layoutTally, tallyOption } from '../charts/tally.ts'
import { PAGE, tokensCss } from '../charts/tokens.ts'
import { readTable } from '../load/readTable.ts'
import type { DataSet } from '../model/dataSet.ts'
import { NO_FILTER } from '../model/filter.ts'
import { reviewed, sheetProjects, tallyGroups, visibleProjects } from '../state/derive.ts'
import { createBoard } from '../state/store.ts'
import { App } from './App.tsx'
import type { Stills } from './context.ts'
import type { Embedded } from './embedded.ts'

/** Widths at which the stills are drawn; they stretch a little to the box they get. */
const WIDTH = { desktop: 480, phone: 358, tally: 124 }

/** The overview of the default data set as HTML, its charts drawn by ECharts on the server side. */
export function prerender({ entry, table }: Embedded): string {
  const set = readTable(table, entry)
  return renderToString(<App store={createBoard(set)} stills={stillsOf(set)} />)
}

function stillsOf(set: DataSet): Stills {
  const board = reviewed(set)
  const projects = sheetProjects(board, visibleProjects(board, NO_FILTER, 'printed'))
  const desktop = layoutSheet(projects, DESKTOP)
  const phone = layoutSheet(projects, PHONE)
  const tally = layoutTally(tallyGroups(board, set.projects))
  return {
    'sheet-desktop': still(drawSvg(sheetOption(desktop, PAGE), WIDTH.desktop, desktop.height)),
    'sheet-phone': still(drawSvg(sheetOption(phone, PAGE), WIDTH.phone, phone.height)),
    tally: still(drawSvg(tallyOption(tally, PAGE), WIDTH.tally, tally.height)),
  }
}

/**
 * Lets the drawing follow its box (words and rows are HTML, so only marks stretch), and leaves out what nobody
 * reads.
 */
const still = (svg: string): string =>
  svg
    .replace(/<svg width="\d+" height="\d+"/, '<svg width="100%" height="100%" preserveAspectRatio="none"')
    .replace(/ (?:xmlns|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '')

export { tokensCss }
