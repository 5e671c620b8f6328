import { listHits } from '../archive/finish.ts'
import { startReview } from '../checks/check.ts'
import { RULES } from '../checks/rules/registry.ts'
import { byLayout } from '../load/byLayout.ts'
import { startCompacting } from '../load/compact.ts'
import { encodingOf, textOf } from '../load/decode.ts'
import { startTable, type Table } from '../load/parse.ts'
import { dataSetOf, type Rest, startRows } from '../load/readTable.ts'
import type { CatalogueEntry, Issue, Row } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { type FileBytes, piecesOf } from './bytes.ts'
import type { Part } from './parts.ts'
import type { FileReport, Outcome } from './report.ts'

/** What became of a file's tables; undefined where none of them has a row. */
export interface Checked {
  readonly findings: readonly Finding[]
  /** Records that are no rows, titles and headers apart: totals, notes, sections. */
  readonly leftOut: number
}

interface Read {
  readonly part: Part
  readonly rows: readonly Row[]
  readonly rest: Rest
}

/** Goes through the tables once, in order; what is told of single rows is told on the way. */
export function checkTables(
  parts: readonly Part[],
  bytes: FileBytes,
  entry: CatalogueEntry,
  report: FileReport,
): Checked | undefined {
  const [seen, compact] = [startReview(), startCompacting()]
  const read: Read[] = []
  const [counts, sheets] = [{ checked: 0, held: 0 }, new Map<Row | Issue, string>()]
  for (const part of parts) {
    const reader = startRows(part.layout && byLayout(part.layout), entry.asOf)
    const rows: Row[] = []
    for (const table of part.table ? [part.table] : tablesIn(bytes)) {
      for (const row of reader.take(table).map(compact)) {
        const { relations } = seen.see(row)
        const told = relations.filter(isChecked)
        counts.checked += told.length
        counts.held += told.filter(({ verdict }) => verdict !== 'inconsistent').length
        rows.push(row)
        report.row?.(row.line, row.cells.project, row.cells.indicator, relations, part.sheet)
      }
    }
    const rest = reader.end()
    if (part.sheet !== '') for (const one of [...rows, ...rest.issues]) sheets.set(one, part.sheet)
    read.push({ part, rows, rest })
  }
  const [only] = read
  const rows = read.length === 1 && only ? only.rows : read.flatMap((one) => one.rows)
  if (rows.length === 0) return undefined
  const issues = read.flatMap(({ rest }) => rest.issues)
  const set = dataSetOf(entry, rows, { issues: read.length === 1 ? issues : [], extraColumns: [] })
  const { findings } = seen.end(set)
  const all = read.length === 1 ? findings : withUnreadable(findings, read, entry)
  const outcome: Outcome = {
    ...{ rows: rows.length, projects: set.projects.length, ...counts, findings: all },
    sheetOf: (finding) =>
      sheets.get(finding.row ?? (finding.rule === 'unreadable' ? finding.facts.issue : NOTHING)) ?? '',
  }
  report.end(outcome)
  const leftOut = read.flatMap(({ rest }) => rest.leftOut ?? [])
  return { findings: all, leftOut: leftOut.filter(({ why }) => why !== 'title' && why !== 'header').length }
}

const NOTHING: Issue = { kind: 'empty', line: 0, text: '' }

/** A long text, piece by piece. */
function* tablesIn(bytes: FileBytes): Generator<Table> {
  const pieces = piecesOf(bytes)
  const encoding = encodingOf(pieces)
  if (!encoding) return
  const parser = startTable()
  for (const text of textOf(pieces, encoding)) yield parser.take(text)
  yield parser.end()
}

/** Cells that could not be read, sheet by sheet: a line is one of its own sheet. */
function withUnreadable(
  findings: readonly Finding[],
  read: readonly Read[],
  entry: CatalogueEntry,
): readonly Finding[] {
  const place = RULES.findIndex(({ id }) => id === 'unreadable')
  const rule = RULES[place]
  if (rule?.scope !== 'list') return findings
  const told = read.flatMap(({ rows, rest }) => listHits(rule, rows, { set: dataSetOf(entry, rows, rest) }))
  const isWorse = ({ rule: id }: Finding) => RULES.findIndex((one) => one.id === id) < place
  return [...findings.filter(isWorse), ...told, ...findings.filter((finding) => !isWorse(finding))]
}
