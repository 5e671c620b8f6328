import { openEngine } from '../archive/engine.ts'
import { RULES } from '../checks/rules/registry.ts'
import { encodingOf } from '../load/decode.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'
import { type FileBytes, piecesOf, sourceOf } from './bytes.ts'
import type { Checked } from './checkTables.ts'
import type { FileReport } from './report.ts'

/** A long text, through the engine that reads the page's archives: most rows are proven right without being made. */
export async function checkLong(
  layout: Layout | undefined,
  bytes: FileBytes,
  entry: CatalogueEntry,
  report: FileReport,
): Promise<Checked | undefined> {
  // What is written of a row cannot be taken back where the text turns out to be another one.
  const encoding = report.row && encodingOf(piecesOf(bytes))
  const source = { ...sourceOf(bytes), ...(encoding && { encoding }) }
  const { summary, everyFinding, leftOutAt } = await openEngine(
    source,
    layout,
    entry,
    () => undefined,
    RULES,
    report.row,
  )
  const { rows, projects, checked, held } = summary
  if (rows === 0) return undefined
  const findings = everyFinding()
  report.end({ rows, projects, checked, held, findings, sheetOf: () => '' })
  const leftOut = leftOutAt(0, summary.leftOut).filter(({ why }) => why !== 'title' && why !== 'header')
  return { findings, leftOut: leftOut.length }
}
