import { countAsked, isUnread } from '../checks/asked.ts'
import { togetherOf } from '../checks/pace.ts'
import { type Finding, isError, isQuestion } from '../model/finding.ts'
import { isWithin } from '../model/region.ts'
import { type Asked, STATUSES, type Status, type When } from '../model/status.ts'
import { PROJECT } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Archived } from './finish.ts'
import type { List } from './lists.ts'
import type { ArchiveAnswer, ArchiveCounts, ArchiveFilter, RegionCount, ValueCount } from './protocol.ts'
import { isAbout, NO_RULES, type RuleSets } from './ruleSets.ts'
import { projectsWith } from './search.ts'

/** What was found for a filter, with what rows and findings are read from. */
export interface Found {
  readonly filter: ArchiveFilter
  readonly counts: ArchiveCounts & { readonly items: number }
  readonly groups: ArchiveAnswer['groups']
  /** In the order of the file. */
  readonly rows: Uint32Array
  /** Findings about no row: of the whole list only, and of the rule asked for. */
  readonly general: readonly Finding[]
}

/** Chooses projects by every part of the filter, and counts what is in them. */
export function findBy(archived: Archived, filter: ArchiveFilter): Found {
  const { sets } = archived.index
  const chosen = choose(archived, filter)
  const ofList = toldOfList(archived, filter)
  const { rows, counts, undated, often } = countRows(archived, filter, chosen, countAsked(ofList))
  const general = ofList.filter(isAbout(filter.finding))
  const told = rowsByRule(sets, often)
  for (const { rule } of general) told[sets.placeOf(rule)] = (told[sets.placeOf(rule)] ?? 0) + 1
  const rules = sets.rules.flatMap(({ id }, place) => (told[place] ? [{ rule: id, rows: told[place] }] : []))
  return {
    filter,
    rows,
    general,
    counts: {
      ...counts,
      ...countProjects(archived, chosen),
      when: whenOf(archived, chosen, undated),
      items: counts.items + general.length,
    },
    groups: { ...groupsOf(archived, filter, chosen), rules },
  }
}

/** Findings about no row, as long as nothing but a finding is asked for: of a part of the list they say nothing. */
function toldOfList(archived: Archived, filter: ArchiveFilter): readonly Finding[] {
  const rest = { ...filter, finding: '' } as const
  const isWhole = () =>
    Object.values(rest).every((value) => value === '') || !choose(archived, rest).includes(0)
  return archived.general.length > 0 && isWhole() ? archived.general : []
}

/** A flag for each project that the filter leaves. */
function choose(archived: Archived, filter: ArchiveFilter): Uint8Array {
  const { index } = archived
  const { projects, names, rows } = index
  const own = projects.at
  const inList = listsLeft(archived, filter)
  const status = filter.status === '' ? -1 : STATUSES.indexOf(filter.status)
  const domain = codeOf(names.domain, filter.domain)
  const owner = codeOf(names.owner, filter.owner)
  const level = codeOf(names.level, filter.level)
  const text = filter.text.trim() === '' ? undefined : projectsWith(archived, filter.text)
  const chosen = new Uint8Array(projects.size)
  let isMixed = false
  for (let project = 0; project < projects.size; project++) {
    const mixed = ((own.flags[project] ?? 0) & PROJECT.mixed) !== 0
    const meets =
      inList[own.list[project] ?? 0] === 1 &&
      (status < 0 || own.status[project] === status) &&
      (domain === ANY || own.domain[project] === domain) &&
      (owner === ANY || own.owner[project] === owner) &&
      (level === ANY || mixed || own.level[project] === level) &&
      (!text || text[project] === 1)
    if (meets) chosen[project] = 1
    if (meets && mixed) isMixed = true
  }
  if (level !== ANY && isMixed) keepWith(archived, chosen, (row) => rows.at.level[row] === level)
  if (filter.finding !== '') {
    const meant = index.sets.counts(isAbout(filter.finding))
    keepWith(archived, chosen, (row) => (meant[rows.at.findings[row] ?? 0] ?? 0) > 0)
  }
  return chosen
}

/** Leaves the projects that have a row of this kind. */
function keepWith({ index }: Archived, chosen: Uint8Array, isMeant: (row: number) => boolean): void {
  const { project } = index.rows.at
  const has = new Uint8Array(chosen.length)
  for (let row = 0; row < index.rows.size; row++) {
    const own = project[row] ?? 0
    if (chosen[own] === 1 && has[own] === 0 && isMeant(row)) has[own] = 1
  }
  chosen.set(has)
}

const ANY = -1
const NOBODY = -2

/** ANY where nothing is asked for, NOBODY for a value that no cell has. */
const codeOf = (dictionary: Dictionary, value: string): number =>
  value === '' ? ANY : (dictionary.find(value) ?? NOBODY)

function listsLeft({ index }: Archived, filter: ArchiveFilter): Uint8Array {
  const { lists } = index
  const regions = lists.regions.values.map((region) => isWithin(region, filter.region))
  const [year, asOf] = [codeOf(lists.years, filter.year), codeOf(lists.dates, filter.asOf)]
  return Uint8Array.from(lists.all, (list) =>
    Number(
      regions[list.region] === true &&
        (year === ANY || list.year === year) &&
        (asOf === ANY || list.asOf === asOf),
    ),
  )
}

/**
 * Rows that the filter leaves, and what is found in them; what is to be asked of all rows of the projects chosen.
 * @param ofList what is to be asked of the whole list
 */
function countRows(archived: Archived, filter: ArchiveFilter, chosen: Uint8Array, ofList: Asked) {
  const { index } = archived
  const { sets } = index
  const { size, at } = index.rows
  const meant = sets.counts(isAbout(filter.finding))
  const rows = new Uint32Array(size)
  const isSeen = new Uint8Array(index.groups)
  /** Rows by the set of rules that spoke of them: of the projects chosen, and those that the filter leaves. */
  const [all, often] = [new Uint32Array(sets.size), new Uint32Array(sets.size)]
  const { lists, projects } = index
  let [shown, indicators, undated] = [0, 0, 0]
  for (let row = 0; row < size; row++) {
    if (chosen[at.project[row] ?? 0] === 0) continue
    const group = at.group[row] ?? 0
    if (isSeen[group] === 0) {
      isSeen[group] = 1
      indicators += 1
      const list = lists.all[projects.at.list[at.project[row] ?? 0] ?? 0]
      if (list?.span.stage === 'unknown') undated += 1
    }
    const found = at.findings[row] ?? 0
    all[found] = (all[found] ?? 0) + 1
    if (filter.finding !== '' && meant[found] === 0) continue
    rows[shown] = row
    shown += 1
    often[found] = (often[found] ?? 0) + 1
  }
  const items = shown - (often[NO_RULES] ?? 0)
  const asked = askedOf(sets, all, ofList)
  return { rows: rows.slice(0, shown), often, undated, counts: { rows: shown, indicators, items, asked } }
}

/** See `whenOf` in checks/pace.ts. */
function whenOf({ index }: Archived, chosen: Uint8Array, undated: number): When {
  const { lists, projects } = index
  const seen = new Set<List | undefined>()
  for (let project = 0; project < chosen.length; project++)
    if (chosen[project] === 1) seen.add(lists.all[projects.at.list[project] ?? 0])
  const spans = [...seen].flatMap((list) => list?.span ?? [])
  return { undated, ...togetherOf(spans) }
}

/** What is to be asked of rows with these sets of findings, added to what is asked of the whole list. */
function askedOf(sets: RuleSets, rows: Uint32Array, ofList: Asked): Asked {
  const [questions, wrong, unreadable] = [
    sets.counts(isQuestion),
    sets.counts(isError),
    sets.counts(isUnread),
  ]
  let { open, errors, unread, notes } = ofList
  for (const [set, count] of rows.entries()) {
    if (questions[set]) open += count
    else if (!unreadable[set] && set !== NO_RULES) notes += count
    if (wrong[set]) errors += count
    if (unreadable[set]) unread += count
  }
  return { ...ofList, open, errors, unread, notes }
}

/** Rows that each rule spoke of. */
function rowsByRule(sets: RuleSets, often: Uint32Array): Uint32Array {
  const rows = new Uint32Array(sets.rules.length)
  for (const [set, count] of often.entries())
    for (const place of sets.placesIn(set)) rows[place] = (rows[place] ?? 0) + count
  return rows
}

const noStatuses = (): Record<Status, number> =>
  Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>

function countProjects({ index }: Archived, chosen: Uint8Array) {
  const own = index.projects.at
  const statuses = noStatuses()
  const sum = { projects: 0, checked: 0, held: 0 }
  for (let project = 0; project < chosen.length; project++) {
    if (chosen[project] === 0) continue
    sum.projects += 1
    sum.checked += own.checked[project] ?? 0
    sum.held += own.held[project] ?? 0
    const status = STATUSES[own.status[project] ?? 0]
    if (status) statuses[status] += 1
  }
  return { ...sum, statuses }
}

function groupsOf(archived: Archived, filter: ArchiveFilter, chosen: Uint8Array) {
  const { projects, lists, names } = archived.index
  const own = projects.at
  const listOf = (project: number) => lists.all[own.list[project] ?? 0]
  const count = (dictionary: Dictionary, codeAt: (project: number) => number): ValueCount[] => {
    const often = new Uint32Array(dictionary.values.length)
    for (let project = 0; project < chosen.length; project++) {
      if (chosen[project] === 1) often[codeAt(project)] = (often[codeAt(project)] ?? 0) + 1
    }
    return dictionary.values.flatMap((value, code) =>
      value !== '' && often[code] ? [{ value, projects: often[code] }] : [],
    )
  }
  return {
    regions: regionsOf(archived, filter.region, chosen),
    years: count(lists.years, (project) => listOf(project)?.year ?? 0),
    dates: count(lists.dates, (project) => listOf(project)?.asOf ?? 0),
    levels: count(names.level, (project) => own.level[project] ?? 0),
    domains: count(names.domain, (project) => own.domain[project] ?? 0),
    owners: count(names.owner, (project) => own.owner[project] ?? 0),
  }
}

/** The regions right below a path, each with all that lies in it. */
function regionsOf({ index }: Archived, path: string, chosen: Uint8Array): RegionCount[] {
  const { projects, lists } = index
  const children = new Map<
    string,
    { -readonly [K in keyof RegionCount]: RegionCount[K] } & { statuses: Record<Status, number> }
  >()
  const childOf = lists.regions.values.map((region) => {
    if (region === path || !isWithin(region, path)) return undefined
    const [name = '', ...below] = region.slice(path === '' ? 0 : path.length + 1).split('/')
    const whole = path === '' ? name : `${path}/${name}`
    const child = children.get(whole) ?? {
      ...{ path: whole, name, projects: 0, statuses: noStatuses() },
      ...{ questions: 0, hasParts: false },
    }
    if (below.length > 0) child.hasParts = true
    children.set(whole, child)
    return child
  })
  for (let project = 0; project < chosen.length; project++) {
    if (chosen[project] === 0) continue
    const own = projects.at
    const child = childOf[lists.all[own.list[project] ?? 0]?.region ?? 0]
    if (!child) continue
    child.projects += 1
    child.questions += own.questions[project] ?? 0
    const status = STATUSES[own.status[project] ?? 0]
    if (status) child.statuses[status] += 1
  }
  return [...children.values()].filter((child) => child.projects > 0)
}
