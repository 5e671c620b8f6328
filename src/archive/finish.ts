import { findingOf } from '../checks/check.ts'
import { bitOf, type NamedReading, READINGS, type RoundingUse, usualOf } from '../checks/rounding.ts'
import type { Document } from '../checks/rule.ts'
import { RULES } from '../checks/rules/registry.ts'
import { dataSetOf } from '../load/readTable.ts'
import type { CatalogueEntry, Row } from '../model/dataSet.ts'
import { type Finding, isError, isQuestion, type RuleId } from '../model/finding.ts'
import { STATUSES, type Status } from '../model/status.ts'
import { PROJECT, ROW } from './columns.ts'
import { type BrokenSum, brokenSums } from './families.ts'
import { bitOfRule, KINDS } from './outcome.ts'
import type { Index } from './read.ts'
import { ArchiveRows } from './rows.ts'

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
}

const maskOf = (which: typeof isQuestion): number =>
  RULES.reduce(
    (bits, { id: rule, severity }, place) => (which({ rule, severity }) ? bits | (1 << place) : bits),
    0,
  )
export const UNREADABLE = bitOfRule('unreadable')
/** Rules that ask; of them those whose figures cannot all be true. */
export const QUESTIONS = maskOf(isQuestion)
export const ERRORS = maskOf(isError)
const MIXED = bitOfRule('mixed-rounding')

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
  for (const { whole } of sums) mark(index, whole, bitOfRule('parts-do-not-sum'))
  const general = [...unplaced(index), ...aboutTheList(index, entry, read)]
  tell()
  sumUp(index)
  const broken = new Map(sums.map((sum) => [sum.whole, sum]))
  return { index, entry, read, rounding, brokenSums: broken, general }
}

function mark(index: Index, row: number, bit: number): void {
  const { findings } = index.rows.at
  findings[row] = (findings[row] ?? 0) | bit
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
  for (let row = 0; row < index.rows.size; row++) {
    const fits = index.rows.at.fits[row] ?? 0
    if (fits !== 0 && mixedKinds(fits, usual).length > 0) mark(index, row, MIXED)
  }
}

/** So many rows are made into objects at a time. */
const BATCH = 2000
/** Rules about the course of one indicator over a year. */
const OF_COURSE: readonly RuleId[] = ['falls-back', 'target-moved']

function markCourses(index: Index, read: ArchiveRows, tell: () => void): void {
  let batch: number[] = []
  const run = () => {
    const rows = read.rowsAt(batch)
    const placeOf = new Map(rows.map((row, i) => [row, batch[i] ?? 0]))
    for (const id of OF_COURSE) {
      for (const { row } of listHits(id, rows)) mark(index, placeOf.get(row as Row) ?? 0, bitOfRule(id))
    }
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
export function listHits(id: RuleId, rows: readonly Row[], more: Partial<Document> = {}): Finding[] {
  const rule = RULES.find((one) => one.id === id)
  if (rule?.scope !== 'list') return []
  const set = dataSetOf(NOBODY, rows, { issues: [], extraColumns: [] })
  return rule.check({ set, rounding: NO_ROUNDING, ...more }).map((hit) => findingOf(rule, hit))
}

/** Issues of lines that are no rows: the header's. */
function unplaced(index: Index): Finding[] {
  const found: Finding[] = []
  const rule = RULES.find(({ id }) => id === 'unreadable')
  for (const issue of index.issues) {
    const row = rowOfLine(index, issue.line)
    if (row === undefined) {
      if (rule) found.push(findingOf(rule, { facts: { issue } }))
      continue
    }
    const { flags } = index.rows.at
    flags[row] = (flags[row] ?? 0) | ROW.bad
    mark(index, row, UNREADABLE)
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

const ABOUT_LIST: readonly RuleId[] = ['claim-contradicted', 'project-count', 'claim-unsupported']

/** What a catalogue says of the whole list. Rare, and dear: every row is made into an object for it. */
function aboutTheList(index: Index, entry: CatalogueEntry, read: ArchiveRows): Finding[] {
  if (entry.projects === undefined && !entry.claim) return []
  const all = read.rowsAt(Array.from({ length: index.rows.size }, (_, row) => row))
  const set = dataSetOf(entry, all, { issues: [], extraColumns: [] })
  return ABOUT_LIST.flatMap((id) => listHits(id, [], { set }))
}

/** Counts and status of every project; see `statusesOf` in checks/check.ts. */
function sumUp({ rows, projects }: Index): void {
  const own = projects.at
  for (let row = 0; row < rows.size; row++) {
    const findings = rows.at.findings[row] ?? 0
    if (findings === 0) continue
    const project = rows.at.project[row] ?? 0
    if ((findings & ERRORS) !== 0) own.flags[project] = (own.flags[project] ?? 0) | PROJECT.wrong
    if ((findings & UNREADABLE) !== 0 && ((rows.at.flags[row] ?? 0) & ROW.reached) === 0)
      own.flags[project] = (own.flags[project] ?? 0) | PROJECT.unread
    if ((findings & QUESTIONS) !== 0) own.questions[project] = (own.questions[project] ?? 0) + 1
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
