import { isUnread } from '../checks/asked.ts'
import { findingOf } from '../checks/check.ts'
import { reachOf } from '../checks/reach.ts'
import { relationsOf } from '../checks/relate.ts'
import {
  bitOf,
  type NamedReading,
  READINGS,
  type RoundingUse,
  startRounding,
  usualOf,
} from '../checks/rounding.ts'
import type { Document, FoundBy, Rule } from '../checks/rule.ts'
import { dataSetOf } from '../load/readTable.ts'
import type { CatalogueEntry, DataSet, Row } from '../model/dataSet.ts'
import { type Finding, isError, isQuestion } from '../model/finding.ts'
import { STATUSES, type Status } from '../model/status.ts'
import { PROJECT, ROW } from './columns.ts'
import { type BrokenSum, brokenSums } from './families.ts'
import { KINDS } from './outcome.ts'
import type { Index } from './read.ts'
import { ArchiveRows } from './rows.ts'
import { NO_RULES } from './ruleSets.ts'

/** An archive of which everything was found. */
export interface Archived {
  readonly index: Index
  readonly entry: CatalogueEntry
  readonly read: ArchiveRows
  /** Without the relations that need another reading than the usual one: those are worked out of the rows. */
  readonly rounding: Omit<RoundingUse, 'others'>
  readonly brokenSums: ReadonlyMap<number, BrokenSum>
  /** About the whole list, or about a line that is no row. */
  readonly general: readonly Finding[]
  /** What the rules found in single rows that were given the whole list. */
  readonly asked: ReadonlyMap<number, readonly Finding[]>
}

export type ListRuleOfAny = Extract<Rule, { readonly scope: 'list' }>

const listRules = ({ sets }: Index, by: FoundBy): ListRuleOfAny[] =>
  sets.rules.filter((rule): rule is ListRuleOfAny => rule.scope === 'list' && rule.foundBy === by)

/**
 * Runs what needs the whole list: the rules about several rows on those rows alone that the columns could not clear,
 * then the status of every project.
 */
export function finish(index: Index, entry: CatalogueEntry, tell: () => void): Archived {
  const read = new ArchiveRows(index)
  const rounding = roundingOf(index)
  markMixed(index, rounding.usual)
  markCourses(index, read, tell)
  tell()
  const sums = brokenSums(index, read)
  for (const rule of listRules(index, 'sums')) for (const { whole } of sums) mark(index, whole, rule)
  const general = [...unplaced(index), ...aboutTheList(index, entry, read)]
  const asked = new Map<number, Finding[]>()
  general.push(...askAll(index, entry, read, asked))
  tell()
  sumUp(index)
  const broken = new Map(sums.map((sum) => [sum.whole, sum]))
  return { index, entry, read, rounding, brokenSums: broken, general, asked }
}

function mark({ rows, sets }: Index, row: number, rule: Rule): void {
  const { findings } = rows.at
  findings[row] = sets.with(findings[row] ?? NO_RULES, sets.placeOf(rule.id))
}

/** Which rounding the file follows, as `startRounding` tells it. */
function roundingOf({ rows }: Index): Archived['rounding'] {
  const counts: Record<NamedReading, number> = { 'half-up': 0, 'half-even': 0, truncate: 0, up: 0 }
  const often = new Float64Array(16)
  for (let row = 0; row < rows.size; row++) {
    for (let fits = rows.at.fits[row] ?? 0; fits !== 0; fits >>= 4)
      often[fits & 15] = (often[fits & 15] ?? 0) + 1
  }
  let of = 0
  for (let fits = 1; fits < 16; fits++) {
    of += often[fits] ?? 0
    for (const reading of READINGS) if (fits & bitOf(reading)) counts[reading] += often[fits] ?? 0
  }
  const usual = usualOf(counts)
  return { usual, explained: counts[usual], of, counts }
}

/** Kinds of relations of a row that another reading explains. */
export const mixedKinds = (fits: number, usual: NamedReading) =>
  KINDS.filter((_, i) => {
    const own = (fits >> (i * 4)) & 15
    return own !== 0 && (own & bitOf(usual)) === 0
  })

function markMixed(index: Index, usual: NamedReading): void {
  const rules = listRules(index, 'rounding')
  for (let row = 0; row < index.rows.size; row++) {
    const fits = index.rows.at.fits[row] ?? 0
    if (fits !== 0 && mixedKinds(fits, usual).length > 0) for (const rule of rules) mark(index, row, rule)
  }
}

/** So many rows are made into objects at a time. */
const BATCH = 2000

function markCourses(index: Index, read: ArchiveRows, tell: () => void): void {
  const rules = listRules(index, 'courses')
  let batch: number[] = []
  const run = () => {
    const rows = read.rowsAt(batch)
    const placeOf = new Map(rows.map((row, i) => [row, batch[i] ?? 0]))
    for (const rule of rules)
      for (const { row } of listHits(rule, rows)) if (row) mark(index, placeOf.get(row) ?? 0, rule)
    batch = []
    tell()
  }
  for (const course of index.courses.odd()) {
    batch.push(...read.ofCourse(course))
    if (batch.length > BATCH) run()
  }
  if (batch.length > 0) run()
}

const NOBODY: CatalogueEntry = { file: '', title: '', source: '', asOf: '' }
const NO_ROUNDING: RoundingUse = {
  usual: 'half-up',
  explained: 0,
  of: 0,
  counts: { 'half-up': 0, 'half-even': 0, truncate: 0, up: 0 },
  others: [],
}

/** What a list rule says of these rows, being all that it would look at together. */
export function listHits(rule: ListRuleOfAny, rows: readonly Row[], more: Partial<Document> = {}): Finding[] {
  const set = dataSetOf(NOBODY, rows, { issues: [], extraColumns: [] })
  return rule.check({ set, rounding: NO_ROUNDING, ...more }).map((hit) => findingOf(rule, hit))
}

/** Issues of lines that are no rows: the header's. Marks the rows of all others. */
function unplaced(index: Index): Finding[] {
  const found: Finding[] = []
  const { flags } = index.rows.at
  for (const rule of listRules(index, 'issues')) {
    for (const issue of index.issues) {
      const row = rowOfLine(index, issue.line)
      if (row === undefined) {
        found.push(findingOf(rule, { facts: { issue } }))
        continue
      }
      flags[row] = (flags[row] ?? 0) | ROW.bad
      mark(index, row, rule)
    }
  }
  return found
}

/** The row that begins on a line. */
export function rowOfLine({ rows }: Index, line: number): number | undefined {
  let [low, high] = [0, rows.size]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows.at.line[middle] ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low < rows.size && rows.at.line[low] === line ? low : undefined
}

const everyRow = ({ rows }: Index, read: ArchiveRows): Row[] =>
  read.rowsAt(Array.from({ length: rows.size }, (_, row) => row))

/** What a catalogue says of the whole list. Rare, and dear: every row is made into an object for it. */
function aboutTheList(index: Index, entry: CatalogueEntry, read: ArchiveRows): Finding[] {
  const rules = listRules(index, 'entry')
  if (rules.length === 0 || (entry.projects === undefined && !entry.claim)) return []
  const set = setOf(index, entry, everyRow(index, read))
  return rules.flatMap((rule) => listHits(rule, [], { set }))
}

const setOf = ({ issues, frame }: Index, entry: CatalogueEntry, rows: readonly Row[]): DataSet =>
  dataSetOf(entry, rows, { issues, extraColumns: frame.header.extra.map(({ name }) => name) })

/** Rules that need all rows to look at, whatever the columns say. @returns what they say of no row */
function askAll(
  index: Index,
  entry: CatalogueEntry,
  read: ArchiveRows,
  asked: Map<number, Finding[]>,
): Finding[] {
  const rules = listRules(index, 'asked')
  if (rules.length === 0) return []
  const rows = everyRow(index, read)
  const places = new Map(rows.map((row, place) => [row, place]))
  const rounding = startRounding()
  for (const row of rows) rounding.see({ row, relations: relationsOf(row), reach: reachOf(row) })
  const document = { set: setOf(index, entry, rows), rounding: rounding.end() }
  const general: Finding[] = []
  for (const rule of rules) {
    for (const finding of listHits(rule, rows, document)) {
      const row = finding.row && places.get(finding.row)
      if (row === undefined) general.push(finding)
      else {
        mark(index, row, rule)
        asked.set(row, [...(asked.get(row) ?? []), finding])
      }
    }
  }
  return general
}

/** Counts and status of every project; see `statusesOf` in checks/check.ts. */
function sumUp({ rows, projects, sets }: Index): void {
  const own = projects.at
  const [wrong, questions, unread] = [sets.counts(isError), sets.counts(isQuestion), sets.counts(isUnread)]
  for (let row = 0; row < rows.size; row++) {
    const found = rows.at.findings[row] ?? 0
    if (found === 0) continue
    const project = rows.at.project[row] ?? 0
    if (wrong[found]) own.flags[project] = (own.flags[project] ?? 0) | PROJECT.wrong
    if (unread[found] && ((rows.at.flags[row] ?? 0) & ROW.reached) === 0)
      own.flags[project] = (own.flags[project] ?? 0) | PROJECT.unread
    if (questions[found]) own.questions[project] = (own.questions[project] ?? 0) + 1
  }
  for (let project = 0; project < projects.size; project++)
    own.status[project] = STATUSES.indexOf(statusOf(own.flags[project] ?? 0))
}

function statusOf(flags: number): Status {
  if (flags & PROJECT.missedAtEnd) return 'missed'
  if (flags & PROJECT.wrong) return 'doubtful'
  if (flags & PROJECT.behind) return 'behind'
  if (flags & PROJECT.slow) return 'slow'
  if (flags & PROJECT.onPace) return 'onPace'
  if (!(flags & (PROJECT.missed | PROJECT.unread)) && flags & PROJECT.reached) return 'reached'
  return flags & PROJECT.claims && !(flags & PROJECT.shows) ? 'claimed' : 'unknown'
}
