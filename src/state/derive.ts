import { DESKTOP, kindOf, layoutSheet, type SheetIndicator, type SheetProject } from '../charts/sheet.ts'
import type { TallyGroup } from '../charts/tally.ts'
import { countAsked, type ItemKind, kindOf as kindOfItem } from '../checks/asked.ts'
import {
  askedOf,
  countStatuses,
  questionsIn,
  type Review,
  review,
  statusOf,
  withAccepted,
} from '../checks/check.ts'
import { whenOf } from '../checks/pace.ts'
import { completionOf, toldCompletion } from '../checks/reach.ts'
import { folded } from '../lib/folded.ts'
import { compare, type Rational } from '../lib/rational.ts'
import type { Accepted } from '../model/accepted.ts'
import { countIndicators, type DataSet, type Project, type Row } from '../model/dataSet.ts'
import { byDay, lastDay, percentGone } from '../model/date.ts'
import { type AskedFor, type Filter, isAskedFor, type Sort } from '../model/filter.ts'
import { type Finding, isQuestion } from '../model/finding.ts'
import { latestOf, listOf } from '../model/listing.ts'
import { commonRegion, isWithin, placeName, regionName } from '../model/region.ts'
import { isChecked } from '../model/relation.ts'
import type { Counts, When } from '../model/status.ts'

/** Enough for one picture: the projects in force, all of them, those that the list of findings is about. */
const SLOTS = 4

/** A function that remembers its last answers; its arguments are compared by identity. */
export function remember<A extends readonly unknown[], B>(work: (...args: A) => B): (...args: A) => B {
  const known: { readonly args: A; readonly value: B }[] = []
  return (...args) => {
    const found = known.find((one) => one.args.every((arg, i) => arg === args[i]))
    if (found) return found.value
    const value = work(...args)
    known.unshift({ args, value })
    known.length = Math.min(known.length, SLOTS)
    return value
  }
}

/** A data set with all that was worked out of it. */
export interface Reviewed extends Review {
  /** Words of each project in one lower-case line, for the search. */
  readonly haystack: ReadonlyMap<string, string>
}

export const reviewed = remember(
  (set: DataSet): Reviewed => ({
    ...review(set),
    haystack: new Map(set.projects.map((project) => [project.id, wordsOf(project)])),
  }),
)

/** The same with what a reader accepted of it. */
export const reviewedWith = remember(
  (set: DataSet, accepted: Accepted): Reviewed => withAccepted(reviewed(set), accepted),
)

/** Cells, and figures with the unit that they are read with: 58.85万人次. */
const wordsOf = (project: Project): string =>
  folded(
    project.rows
      .map(({ cells, extra }) =>
        [...Object.values(cells), ...Object.values(extra), cells.actual + cells.unit].join(' '),
      )
      .join('\n'),
  )

function meetsFinding(board: Reviewed, row: Row, finding: Filter['finding']): boolean {
  if (finding === '') return true
  const findings = board.findingsOf.get(row) ?? []
  return isAskedFor(finding)
    ? isOfAsked(kindOfItem({ findings }, board.reasons), finding)
    : findings.some((f) => f.rule === finding)
}

const isOfAsked = (kind: ItemKind, asked: AskedFor): boolean =>
  asked === 'question'
    ? kind === 'question' || kind === 'answered'
    : kind === (asked === 'open' ? 'question' : asked)

/** Whether a finding is one of those asked for: with a row that is open or not, all that is asked of it. */
function isMeant(board: Reviewed, finding: Finding, asked: Filter['finding']): boolean {
  if (asked === '') return true
  if (!isAskedFor(asked)) return finding.rule === asked
  if (!isQuestion(finding)) return false
  const findings = (finding.row && board.findingsOf.get(finding.row)) ?? [finding]
  return isOfAsked(kindOfItem({ findings }, board.reasons), asked)
}

/** The list that the filter narrows, in the order asked for: one region's own, at one date or each project's latest. */
export const wholeList = remember(
  (board: Reviewed, region: string, asOf: string, sort: Sort): readonly Project[] =>
    sorted(board, listOf(board.set.projects, region, asOf), sort),
)

/** Projects of the list that meet every part of the filter, in the order asked for. */
export const visibleProjects = remember((board: Reviewed, filter: Filter, sort: Sort): readonly Project[] =>
  meeting(board, filter, wholeList(board, filter.region, filter.asOf, sort)),
)

/** The same among the lists of all dates, and of a region's parts beside its own. */
export const visibleAnywhere = remember((board: Reviewed, filter: Filter, sort: Sort): readonly Project[] =>
  sorted(board, meeting(board, filter, board.set.projects), sort),
)

function meeting(board: Reviewed, filter: Filter, among: readonly Project[]): readonly Project[] {
  const text = folded(filter.text.trim())
  return among.filter(
    (project) =>
      isWithin(project.region, filter.region) &&
      (filter.asOf === '' || project.asOf === filter.asOf) &&
      (filter.level === '' || project.rows.some((row) => row.cells.level === filter.level)) &&
      (filter.domain === '' || project.domain === filter.domain) &&
      (filter.owner === '' || project.owner === filter.owner) &&
      (filter.status === '' || statusOf(board, project) === filter.status) &&
      (filter.finding === '' || project.rows.some((row) => meetsFinding(board, row, filter.finding))) &&
      (text === '' || (board.haystack.get(project.id) ?? '').includes(text)),
  )
}

/** Sorts within each level: 省定 stays above 市定 whatever the order asked for, the printed one too. */
function sorted(board: Reviewed, projects: readonly Project[], sort: Sort): readonly Project[] {
  const order = ORDERS[sort]
  const levels = distinct(board.set.projects.map((project) => project.level))
  const rank = (project: Project) => levels.indexOf(project.level)
  return [...projects].sort((a, b) => rank(a) - rank(b) || (order?.(board, a, b) ?? 0))
}

const ORDERS: Readonly<Record<Sort, ((board: Reviewed, a: Project, b: Project) => number) | undefined>> = {
  printed: undefined,
  name: (_board, a, b) => a.name.localeCompare(b.name, 'zh-CN'),
  questions: (board, a, b) => questionsIn(board, b.rows) - questionsIn(board, a.rows),
  completion: (board, a, b) => compareMissing(highestCompletion(board, b), highestCompletion(board, a)),
  lowest: (board, a, b) => {
    const [one, other] = [lowestCompletion(board, a), lowestCompletion(board, b)]
    // What has none comes last in either order.
    return one && other ? compare(one, other) : compareMissing(other, one)
  },
}

const compareMissing = (a: Rational | undefined, b: Rational | undefined): number =>
  a && b ? compare(a, b) : Number(a !== undefined) - Number(b !== undefined)

function highestCompletion(board: Reviewed, project: Project): Rational | undefined {
  return extreme(project.rows, (row) => completionOf(board.subjectOf.get(row)?.relations ?? []), 1)
}

/** Of those that the sheet shows, where more is better. */
function lowestCompletion(board: Reviewed, project: Project): Rational | undefined {
  const rows = project.rows.filter(({ lowerIsBetter }) => !lowerIsBetter)
  return extreme(rows, (row) => toldCompletion(row, board.subjectOf.get(row)?.relations ?? [])?.value, -1)
}

const extreme = (
  rows: readonly Row[],
  tell: (row: Row) => Rational | undefined,
  direction: 1 | -1,
): Rational | undefined =>
  rows
    .map(tell)
    .reduce(
      (best, value) => (value && (!best || compare(value, best) * direction > 0) ? value : best),
      undefined,
    )

/** Findings about the projects shown; those about the whole list as long as nothing but a rule is asked for. */
export const visibleFindings = remember((board: Reviewed, filter: Filter): readonly Finding[] => {
  const shown = new Set(
    visibleAnywhere(board, { ...filter, finding: '' }, 'printed').map((project) => project.id),
  )
  const isWhole = shown.size === board.set.projects.length
  return board.findings.filter((finding) => {
    if (!isMeant(board, finding, filter.finding)) return false
    const project = finding.row && board.projectOf.get(finding.row)
    return project ? shown.has(project.id) : isWhole
  })
})

/** Rows shown: all of the visible projects, or only those with the finding asked for. */
export const visibleRows = (board: Reviewed, filter: Filter, sort: Sort): Row[] =>
  visibleAnywhere(board, filter, sort).flatMap((project) =>
    project.rows.filter((row) => meetsFinding(board, row, filter.finding)),
  )

/** Every region that has a list, as in the file. */
export const regionsIn = remember((set: DataSet): readonly string[] =>
  distinct(set.projects.map(({ region }) => region)),
)

const tellsRegions = remember(
  (set: DataSet): boolean => new Set(listOf(set.projects).map(({ region }) => region)).size > 1,
)

/** A project's name; where the list is of several regions, with its region before it. */
export const nameIn = (set: DataSet, { region, name }: Project): string =>
  tellsRegions(set) && region !== '' ? `${regionName(region)} · ${name}` : name

/** The region that a list is of, as a title has it; '' for several that are in none together. */
export const placeIn = (set: DataSet, region: string): string =>
  placeName(region === '' ? commonRegion(regionsIn(set)) : region)

/** The dates at which the same projects are told, the earliest first; none where each is told once. */
export const datesIn = remember((set: DataSet): readonly string[] =>
  latestOf(set.projects) === set.projects
    ? []
    : distinct(set.projects.map(({ asOf }) => asOf))
        .map((asOf) => ({ asOf, day: lastDay(asOf) ?? '' }))
        .sort(byDay)
        .map(({ asOf }) => asOf),
)

/** What the sheet draws. */
export const sheetProjects = remember(
  (board: Reviewed, projects: readonly Project[]): readonly SheetProject[] =>
    projects.map((project) => ({
      id: project.id,
      name: nameIn(board.set, project),
      owner: project.owner,
      level: project.level,
      due: dueOf(project),
      indicators: project.rows.map((row) => indicatorOf(board, row)),
    })),
)

/** To which day the figures of projects run. */
export const whenIn = remember(
  (projects: readonly Project[]): When => whenOf(projects.flatMap(({ rows }) => rows)),
)

function dueOf({ rows }: Project): Rational | undefined {
  const { day } = whenOf(rows)
  return day && percentGone(day.gone)
}

/** The whole list on the sheet: one axis and one place on it for every mark, which no filter moves. */
export const wholeSheet = remember((board: Reviewed) => {
  const { axis, lines } = layoutSheet(sheetProjects(board, board.set.projects), DESKTOP)
  const kinds = new Set(lines.flatMap((line) => line.marks.map((mark) => mark.kind)))
  return { axis, kinds, lineOf: new Map(lines.map((line) => [line.id, line])) }
})

export function indicatorOf(board: Review, row: Row): SheetIndicator {
  const subject = board.subjectOf.get(row)
  const completion = toldCompletion(row, subject?.relations ?? [])
  return {
    row,
    completion: completion?.value,
    source: completion?.source,
    kind: kindOf(subject?.reach, completion !== undefined),
    asked: askedOf(board, row),
  }
}

/** Findings about the whole list, as long as nothing but a finding is asked for: of a part of it they say nothing. */
export const findingsOfList = remember((board: Reviewed, filter: Filter): readonly Finding[] =>
  visibleFindings(board, { ...filter, finding: '' }).filter(({ row }) => row === undefined),
)

/**
 * How a group of projects stands, in counts: never an average of percentages.
 * @param ofList what is said of the whole list beside them
 */
export const headline = remember(
  (
    board: Reviewed,
    projects: readonly Project[],
    of: number = board.set.projects.length,
    ofList: readonly Finding[] = [],
  ): Counts => {
    const rows = projects.flatMap((project) => project.rows)
    const relations = rows.flatMap((row) => board.subjectOf.get(row)?.relations ?? []).filter(isChecked)
    return {
      when: whenOf(rows),
      projects: projects.length,
      of,
      indicators: countIndicators(rows),
      counts: countStatuses(board, projects),
      checked: relations.length,
      held: relations.filter((relation) => relation.verdict !== 'inconsistent').length,
      asked: countAsked(
        [...rows.flatMap((row) => board.findingsOf.get(row) ?? []), ...ofList],
        board.reasons,
      ),
    }
  },
)

/** How many of each level and field stand how, those without any too; blank fields are left out. */
export const tallyGroups = remember(
  (board: Reviewed, projects: readonly Project[]): readonly TallyGroup[] => [
    ...groupsBy(board, projects, 'level'),
    ...groupsBy(board, projects, 'domain'),
  ],
)

/**
 * The same beside what is chosen: the levels as they stand whichever of them is chosen, and the fields likewise, so
 * that one click leads on to another.
 */
export const tallyBeside = remember((board: Reviewed, filter: Filter, sort: Sort): readonly TallyGroup[] =>
  (['level', 'domain'] as const).flatMap((kind) => groupsBy(board, beside(board, filter, kind, sort), kind)),
)

/** Projects that the filter leaves when one of its parts is left open. */
export const beside = (
  board: Reviewed,
  filter: Filter,
  part: 'level' | 'domain' | 'status',
  sort: Sort,
): readonly Project[] =>
  filter[part] === ''
    ? visibleProjects(board, filter, sort)
    : meeting(board, { ...filter, [part]: '' }, wholeList(board, filter.region, filter.asOf, sort))

function groupsBy(board: Reviewed, projects: readonly Project[], kind: 'level' | 'domain'): TallyGroup[] {
  return distinct(board.set.projects.map((project) => project[kind])).map((key) => {
    const members = projects.filter((project) => project[kind] === key)
    return { key, kind, counts: countStatuses(board, members), total: members.length }
  })
}

/** Values in order of first appearance, blanks left out. */
export const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== '')
