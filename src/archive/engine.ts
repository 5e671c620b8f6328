import { type Item, isUnread, worstFirst } from '../checks/asked.ts'
import type { Rule } from '../checks/rule.ts'
import { RULES } from '../checks/rules/registry.ts'
import { csvCell } from '../load/cell.ts'
import type { Table } from '../load/parse.ts'
import { type CatalogueEntry, COLUMNS, type ColumnKey } from '../model/dataSet.ts'
import { type Finding, isQuestion } from '../model/finding.ts'
import type { Layout } from '../model/layout.ts'
import { type Found, findBy } from './answer.ts'
import { everyFinding } from './everyFinding.ts'
import { findingsOf } from './facts.ts'
import { type Archived, finish } from './finish.ts'
import {
  ALL,
  type ArchiveAnswer,
  ArchiveError,
  type ArchiveFilter,
  type ArchiveProgress,
  type ArchiveQueries,
  type ArchiveRow,
  type ArchiveSummary,
  type CsvPiece,
} from './protocol.ts'
import { type Index, type SeeRow, startIndex } from './read.ts'
import { isAbout, NO_RULES, type RuleSets } from './ruleSets.ts'
import { readText, type Source } from './text.ts'

/** So often progress is told. */
const TELL_MS = 100
/** Answers that rows can still be read of. */
const KEPT = 8
/** Characters of a piece of CSV. */
const PIECE = 1 << 22
/** Rows made at a time for it. */
const BATCH = 500

/** An archive in memory, answering at once. */
export interface Engine extends ArchiveQueries {
  readonly summary: ArchiveSummary
  /** Works out ahead what the first questions would wait for. */
  readonly prepare: () => void
  /** All findings with their facts, as `review` lists them. */
  readonly everyFinding: () => readonly Finding[]
}

/**
 * Reads, checks and indexes a file, in a worker or in Node.
 * @param layout where the file's own header does not say it all
 * @param rules in the order in which findings are listed
 * @param see told of every row; begins anew with the text, unless the source says its encoding
 * @throws ArchiveError
 */
export async function openEngine(
  source: Source,
  layout: Layout | undefined,
  entry: CatalogueEntry,
  tell: (progress: ArchiveProgress) => void,
  rules: readonly Rule[] = RULES,
  see?: SeeRow,
): Promise<Engine> {
  const started = performance.now()
  let told = started
  let reader: ReturnType<typeof startIndex> | undefined
  const report = (phase: ArchiveProgress['phase'], share: number, rows: number) => {
    const now = performance.now()
    if (now - told < TELL_MS) return
    told = now
    const left = ((now - started) / 1000) * (1 / share - 1)
    tell({ phase, rows, share, secondsLeft: share > 0.02 ? left : undefined })
  }
  const encoding = await readText(source, {
    begin() {
      reader = startIndex(layout, source, rules, see)
    },
    take(text, read, piece) {
      if (!reader) return
      const share = source.size === 0 ? 1 : read / source.size
      reader.take(text, share, piece)
      const lacking = reader.issues.find(({ kind }) => kind === 'no-column')
      if (lacking) throw new ArchiveError('no-table', lacking.text)
      report('reading', share, reader.rows())
    },
  })
  const index = reader?.end()
  if (!index) throw new ArchiveError('no-table')
  const lacking = index.issues.find(({ kind }) => kind === 'no-column')
  if (lacking) throw new ArchiveError('no-table', lacking.text)
  const archived = finish(index, entry, () => report('checking', 1, index.rows.size))
  return engineOf(archived, encoding, source.size)
}

function engineOf(archived: Archived, encoding: string, size: number): Engine {
  const { index, read } = archived
  const kept = new Map<number, Found>()
  let last = 0
  const keep = (found: Found): ArchiveAnswer => {
    last += 1
    kept.set(last, found)
    kept.delete(last - KEPT)
    return { id: last, ...found.counts, groups: found.groups }
  }
  const foundBy = (answer: number): Found => {
    const found = kept.get(answer)
    if (!found) throw new ArchiveError('forgotten')
    return found
  }
  const whole = findBy(archived, ALL)
  const listed = new WeakMap<Found, Listed>()
  return {
    summary: summaryOf(archived, whole, encoding, size),
    everyFinding: () => everyFinding(archived),
    prepare() {
      read.offsets()
      index.bytes.wide()
    },
    answer: (filter) => keep(isAll(filter) ? whole : findBy(archived, filter)),
    rowsAt: (answer, from, to) => shownRows(archived, foundBy(answer).rows.subarray(from, to)),
    itemsAt(answer, from, to) {
      const found = foundBy(answer)
      const list = listed.get(found) ?? listItems(archived, found)
      listed.set(found, list)
      return itemsIn(archived, found, list, from, to)
    },
    csvAt: (answer, from) => csvOf(archived, foundBy(answer).rows, from),
    issuesAt: (from, to) => index.issues.slice(from, to),
    leftOutAt: (from, to) => index.leftOut.slice(from, to),
    subset: (filter, most) => subsetOf(archived, filter, most),
  }
}

const isAll = (filter: ArchiveFilter): boolean => Object.values(filter).every((value) => value === '')

function summaryOf({ index }: Archived, whole: Found, encoding: string, bytes: number): ArchiveSummary {
  return {
    ...whole.counts,
    issues: index.issues.length,
    leftOut: index.leftOut.length,
    extraColumns: index.frame.header.extra.map(({ name }) => name),
    encoding,
    delimiter: index.delimiter,
    bytes,
  }
}

function shownRows({ index, read }: Archived, rows: Uint32Array): ArchiveRow[] {
  const { sets } = index
  const places = [...rows]
  return read.rowsAt(places).map(({ line, cells, extra }, i) => ({
    ...{ line, cells, extra },
    findings: sets
      .placesIn(index.rows.at.findings[places[i] ?? 0] ?? 0)
      .flatMap((place) => sets.rules[place]?.id ?? []),
  }))
}

/** What there is to look at, worst first: a row with findings, or of a finding about no row which one it is. */
interface Listed {
  readonly rows: readonly number[]
  readonly nth: readonly number[]
}

const NO_ROW = -1

function listItems({ index }: Archived, { rows, general, filter }: Found): Listed {
  const { sets } = index
  const list = { rows: [] as number[], nth: [] as number[] }
  const ranked = rankedPlaces(sets)
  const isMeant = isAbout(filter.finding)
  /** Of each set of rules: the worst that is meant. */
  const worst = Array.from({ length: sets.size }, (_, set) =>
    ranked.find((place) => sets.has(set, place) && sets.isAt(place, isMeant)),
  )
  const byWorst = sets.rules.map(() => [] as number[])
  for (const row of rows) byWorst[worst[index.rows.at.findings[row] ?? NO_RULES] ?? -1]?.push(row)
  for (const place of ranked) {
    for (const row of byWorst[place] ?? []) {
      list.rows.push(row)
      list.nth.push(0)
    }
    general.forEach(({ rule }, nth) => {
      if (rule !== sets.rules[place]?.id) return
      list.rows.push(NO_ROW)
      list.nth.push(nth)
    })
  }
  return list
}

/** Places of the rules in the order of `itemsOf`. */
function rankedPlaces(sets: RuleSets): number[] {
  const places = sets.rules.map((_, place) => place)
  const rankOf = (place: number) => (sets.isAt(place, isQuestion) ? 0 : sets.isAt(place, isUnread) ? 1 : 2)
  return places.sort((a, b) => rankOf(a) - rankOf(b))
}

function itemsIn(archived: Archived, found: Found, list: Listed, from: number, to: number): Item[] {
  const isAsked = isAbout(found.filter.finding)
  return list.rows.slice(from, to).flatMap((row, i) => {
    const general = found.general[list.nth[from + i] ?? 0]
    if (row === NO_ROW) return general ? [{ row: undefined, findings: [general] }] : []
    const findings = worstFirst(findingsOf(archived, row).filter(isAsked))
    return [{ row: findings[0]?.row, findings }]
  })
}

const keysOf = ({ frame }: Index): (ColumnKey | undefined)[] => {
  const keys: (ColumnKey | undefined)[] = frame.title.map(() => undefined)
  for (const [key] of COLUMNS) if (frame.places[key] < frame.width) keys[frame.places[key]] = key
  return keys
}

/** Rows with the columns of the file, and those that a layout adds. */
function csvOf({ index, read }: Archived, rows: Uint32Array, from: number): CsvPiece {
  const { frame } = index
  const keys = keysOf(index)
  const [lines, nameOf] = [[] as string[], new Map(frame.header.extra.map(({ name, at }) => [at, name]))]
  const line = (cells: readonly string[]) => `${cells.map((cell, i) => csvCell(cell, keys[i])).join(',')}\r\n`
  if (from === 0) lines.push(`\ufeff${line(frame.title.map((name) => name.trim()))}`)
  let length = 0
  let row = from
  while (row < rows.length && length < PIECE) {
    const batch = [...rows.subarray(row, row + BATCH)]
    for (const own of read.rowsAt(batch)) {
      const text = line(keys.map((key, i) => (key ? own.cells[key] : (own.extra[nameOf.get(i) ?? ''] ?? ''))))
      lines.push(text)
      length += text.length
    }
    row += batch.length
  }
  return { text: lines.join(''), next: row < rows.length ? row : undefined }
}

function subsetOf(archived: Archived, filter: ArchiveFilter, most: number): Table | undefined {
  const { index, read } = archived
  const { rows } = findBy(archived, filter)
  if (rows.length > most) return undefined
  const records = [...rows].map((row) => ({ line: index.rows.at.line[row] ?? 0, cells: read.cellsAt(row) }))
  return { records: [{ line: 1, cells: index.frame.title }, ...records], brokenQuotes: [] }
}
