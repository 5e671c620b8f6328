import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { type Engine, openEngine } from '../../src/archive/engine.ts'
import { ALL } from '../../src/archive/protocol.ts'
import type { Source } from '../../src/archive/text.ts'
import { countAsked, itemsOf } from '../../src/checks/asked.ts'
import { type Review, review } from '../../src/checks/check.ts'
import { whenOf } from '../../src/checks/pace.ts'
import type { Rule } from '../../src/checks/rule.ts'
import { RULES } from '../../src/checks/rules/registry.ts'
import { byLayout } from '../../src/load/byLayout.ts'
import { parseTable, type Table } from '../../src/load/parse.ts'
import { readTable } from '../../src/load/readTable.ts'
import { linesOfSheet } from '../../src/load/tableText.ts'
import { type CatalogueEntry, countIndicators, type Issue, type Row } from '../../src/model/dataSet.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Layout } from '../../src/model/layout.ts'
import { isChecked } from '../../src/model/relation.ts'
import { STATUSES } from '../../src/model/status.ts'
import { entry } from '../build.ts'

/** Bytes in pieces of so many. */
export const sourceIn = (bytes: Uint8Array, size = 1 << 16): Source => ({
  size: bytes.length,
  async *pieces() {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
  },
})

export const open = (
  text: string,
  { pieces = 1 << 16, layout, more = {}, rules = RULES }: How = {},
): Promise<Engine> =>
  openEngine(sourceIn(new TextEncoder().encode(text), pieces), layout, entry(more), () => {}, rules)

const byLine = (a: Issue, b: Issue) => a.line - b.line || (a.kind < b.kind ? -1 : Number(a.kind > b.kind))

const lineOf = (finding: Finding): number =>
  finding.row?.line ?? (finding.rule === 'unreadable' ? finding.facts.issue.line : 0)
const inOrder = (findings: readonly Finding[]) =>
  [...findings].sort((a, b) => {
    const [x, y] = [`${a.rule} ${lineOf(a)}`, `${b.rule} ${lineOf(b)}`]
    return x < y ? -1 : Number(x > y)
  })

const plain = ({ line, cells, extra }: Pick<Row, 'line' | 'cells' | 'extra'>) => ({ line, cells, extra })

/** What the page counts of a review. */
export function countsOf({ set, subjects, findings, statuses }: Review) {
  const relations = subjects.flatMap((subject) => subject.relations).filter(isChecked)
  const of = (status: string) => [...statuses.values()].filter((one) => one === status).length
  return {
    rows: set.rows.length,
    projects: set.projects.length,
    indicators: countIndicators(set.rows),
    statuses: Object.fromEntries(STATUSES.map((status) => [status, of(status)])),
    asked: countAsked(findings),
    checked: relations.length,
    held: relations.filter(({ verdict }) => verdict !== 'inconsistent').length,
    items: itemsOf(findings).length,
    when: whenOf(set.rows),
  }
}

/** `toEqual`, asked only where it would have something to say: of long lists it is slow. */
function expectEqual(found: unknown, wanted: unknown) {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted)
}

const isPlaced = ({ rule }: Finding) => rule !== 'unreadable'

interface How {
  readonly layout?: Layout
  readonly pieces?: number
  readonly more?: Partial<CatalogueEntry>
  readonly rules?: readonly Rule[]
}

/** A sheet's table, as a workbook's reader hands it over. */
export const openSheet = (table: Table, { layout, pieces, more, rules = RULES }: How = {}): Promise<Engine> =>
  openEngine(
    {
      ...sourceIn(new TextEncoder().encode([...linesOfSheet(table)].join('')), pieces),
      merges: table.merges ?? [],
    },
    layout,
    entry(more),
    () => {},
    rules,
  )

/** The archive says of a text all that `review` says of it. */
export async function sameAsReview(text: string, pieces?: number, more: Partial<CatalogueEntry> = {}) {
  return sameText(text, { ...(pieces && { pieces }), more })
}

/** The same of a text that is read by a layout, or by other rules. */
export async function sameText(text: string, how: How): Promise<Engine> {
  const engine = await open(text, how)
  same(engine, parseTable(text), how)
  return engine
}

/** The same of a workbook's sheet. */
export async function sameSheet(table: Table, how: How): Promise<Engine> {
  const engine = await openSheet(table, how)
  same(engine, table, how)
  return engine
}

/** Whatever is read of a table as a list and found in it, an archive says too. */
function same(engine: Engine, table: Table, { layout, more, rules = RULES }: How): void {
  // An archive is somebody's own: no catalogue dates it.
  const wanted = review(readTable(table, { ...entry(more), asOf: '' }, layout && byLayout(layout)), rules)
  const { rows, issues, leftOut = [], extraColumns } = wanted.set
  const answer = engine.answer(ALL)
  expectEqual(engine.rowsAt(answer.id, 0, rows.length + 1).map(plain), rows.map(plain))
  expectEqual([...engine.issuesAt(0, 1e9)].sort(byLine), [...issues].sort(byLine))
  expectEqual(engine.leftOutAt(0, 1e9), leftOut)
  const { summary } = engine
  expect([summary.extraColumns, summary.leftOut]).toEqual([extraColumns, leftOut.length])
  const found = engine.itemsAt(answer.id, 0, 1e9).flatMap((item) => item.findings)
  expectEqual(inOrder(found), inOrder(wanted.findings))
  const [all, listed] = [engine.everyFinding(), wanted.findings]
  // Issues of lines that a quote breaks come with the piece of text that they stand in.
  expectEqual(all.filter(isPlaced), listed.filter(isPlaced))
  expectEqual(inOrder(all), inOrder(listed))
  const { id: _, groups: __, ...counts } = answer
  expect(counts).toEqual(countsOf(wanted))
}
