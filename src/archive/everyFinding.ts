import { findingOf } from '../checks/check.ts'
import { reachOf } from '../checks/reach.ts'
import { relationsOf } from '../checks/relate.ts'
import type { RoundingUse } from '../checks/rounding.ts'
import type { Subject } from '../checks/rule.ts'
import { dataSetOf } from '../load/readTable.ts'
import type { Row } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { type Archived, type ListRuleOfAny, listHits, mixedKinds } from './finish.ts'
import type { Index } from './read.ts'
import { NO_RULES } from './ruleSets.ts'

/** So many rows are made into objects at a time. */
const BATCH = 2000

/**
 * All findings of an archive with their facts, in the order in which `review` lists them: rule by rule, the worst first,
 * and of each those of single rows before those of the whole list. A rule about the list is given every row that shares
 * with a row of its findings what it groups by, so that it finds the same in them, and in the same order.
 */
export function everyFinding(archived: Archived): Finding[] {
  const { rules } = archived.index.sets
  const rows = startMaking(archived)
  const found = ofSingleRows(archived, rows)
  return rules.flatMap((rule, place) => [
    ...(found[place] ?? []),
    ...(rule.scope === 'list' ? ofList(archived, rule, place, rows) : []),
  ])
}

type Making = (places: readonly number[]) => readonly Row[]

/** Rows by their number, each made once. */
function startMaking({ read }: Archived): Making {
  const made = new Map<number, Row>()
  return (places) => {
    const missing = places.filter((place) => !made.has(place))
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH)
      read.rowsAt(batch).forEach((row, i) => {
        made.set(batch[i] ?? 0, row)
      })
    }
    return places.flatMap((place) => made.get(place) ?? [])
  }
}

/** By the place of the rule: what it says of each row that it spoke of, seen by itself. */
function ofSingleRows({ index }: Archived, make: Making): Finding[][] {
  const { sets, rows } = index
  const found = sets.rules.map((): Finding[] => [])
  const asking = sets.rules.map((rule) => (rule.scope === 'row' ? rule.check : rule.ofRow))
  const places = rowsWith(index, (set) => sets.placesIn(set).some((place) => asking[place]))
  make(places).forEach((row, i) => {
    const subject: Subject = { row, relations: relationsOf(row), reach: reachOf(row) }
    for (const place of sets.placesIn(rows.at.findings[places[i] ?? 0] ?? NO_RULES)) {
      const rule = sets.rules[place]
      const hit = asking[place]?.(subject)
      if (rule && hit) found[place]?.push(findingOf(rule, { ...hit, row }))
    }
  })
  return found
}

/** The rows whose set of rules is meant; each set is asked about once. */
function rowsWith({ rows, sets }: Index, isMeant: (set: number) => boolean): number[] {
  const flags = Array.from({ length: sets.size }, (_, set) => set !== NO_RULES && isMeant(set))
  const places: number[] = []
  for (let row = 0; row < rows.size; row++) if (flags[rows.at.findings[row] ?? NO_RULES]) places.push(row)
  return places
}

/** The rows that agree in a number with one of those. */
function rowsLike(rows: readonly number[], size: number, keyOf: (row: number) => number): number[] {
  const keys = new Set(rows.map(keyOf))
  const all: number[] = []
  for (let row = 0; row < size; row++) if (keys.has(keyOf(row))) all.push(row)
  return all
}

function ofList(archived: Archived, rule: ListRuleOfAny, place: number, make: Making): Finding[] {
  const { index, general, asked } = archived
  const { rows, sets, projects, lists } = index
  if (rule.foundBy === 'entry') return general.filter((finding) => finding.rule === rule.id)
  const told = rowsWith(index, (set) => sets.has(set, place))
  if (rule.foundBy === 'issues') return ofIssues(archived, rule, make(told))
  if (rule.foundBy === 'asked')
    return [
      ...told.flatMap((row) => (asked.get(row) ?? []).filter((finding) => finding.rule === rule.id)),
      ...general.filter((finding) => finding.rule === rule.id),
    ]
  if (told.length === 0) return []
  if (rule.foundBy === 'rounding') return ofRounding(archived, rule, told, make(told))
  const dateOf = (row: number) => lists.all[projects.at.list[rows.at.project[row] ?? 0] ?? 0]?.date ?? 0
  const keys = {
    courses: (row: number) => rows.at.course[row] ?? 0,
    indicators: (row: number) => rows.at.group[row] ?? 0,
    // Whole numbers below 2^53: dates are few.
    sums: (row: number) => dateOf(row) * 2 ** 32 + (rows.at.item[row] ?? 0),
  }
  const seen = rule.foundBy === 'sums' ? withWitnesses(archived, told) : told
  const own = new Set(make(told))
  const together = make(rowsLike(seen, rows.size, keys[rule.foundBy]))
  return listHits(rule, together).filter(({ row }) => row !== undefined && own.has(row))
}

/** Wholes with all rows that show their sums to be broken: of another list too. */
const withWitnesses = ({ brokenSums }: Archived, wholes: readonly number[]): number[] =>
  wholes.flatMap((whole) => [whole, ...(brokenSums.get(whole)?.rows ?? [])])

function ofIssues({ index, entry }: Archived, rule: ListRuleOfAny, rows: readonly Row[]): Finding[] {
  const set = dataSetOf(entry, rows, { issues: index.issues, extraColumns: [] })
  return listHits(rule, rows, { set })
}

/** Relations that need another reading than the file's usual one. */
function ofRounding(
  { index, rounding }: Archived,
  rule: ListRuleOfAny,
  places: readonly number[],
  rows: readonly Row[],
): Finding[] {
  const others: RoundingUse['others'] = rows.flatMap((row, i) => {
    const kinds = mixedKinds(index.rows.at.fits[places[i] ?? 0] ?? 0, rounding.usual)
    return relationsOf(row).flatMap((relation) =>
      isChecked(relation) && kinds.includes(relation.kind) ? [{ row, relation }] : [],
    )
  })
  return listHits(rule, rows, { rounding: { ...rounding, others } })
}
