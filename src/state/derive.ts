import { DESKTOP, kindOf, layoutSheet, type SheetIndicator, type SheetProject } from '../charts/sheet.ts'
import type { TallyGroup } from '../charts/tally.ts'
import { isQuestioned, questionsIn, type Review, review, statusOf } from '../checks/check.ts'
import { completionOf } from '../checks/reach.ts'
import { compare, type Rational } from '../lib/rational.ts'
import { countIndicators, type DataSet, type Project, type Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import type { Filter, Sort } from '../model/filter.ts'
import { type Finding, isQuestion } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { STATUSES, type Status } from '../model/status.ts'

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

/** Full-width letters and digits are found by their plain ones, and the other way round. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

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
  return finding === 'question' ? findings.some(isQuestion) : findings.some((f) => f.rule === finding)
}

/** Projects that meet every part of the filter, in the order asked for. */
export const visibleProjects = remember((board: Reviewed, filter: Filter, sort: Sort): readonly Project[] => {
  const text = folded(filter.text.trim())
  const meets = (project: Project) =>
    (filter.level === '' || project.rows.some((row) => row.cells.level === filter.level)) &&
    (filter.domain === '' || project.domain === filter.domain) &&
    (filter.owner === '' || project.owner === filter.owner) &&
    (filter.status === '' || statusOf(board, project) === filter.status) &&
    (filter.finding === '' || project.rows.some((row) => meetsFinding(board, row, filter.finding))) &&
    (text === '' || (board.haystack.get(project.id) ?? '').includes(text))
  return sorted(board, board.set.projects.filter(meets), sort)
})

/** Sorts within each level: 省定 stays above 市定 whatever the order asked for, the printed one too. */
function sorted(board: Reviewed, projects: Project[], sort: Sort): Project[] {
  const order = ORDERS[sort]
  const levels = distinct(board.set.projects.map((project) => project.level))
  const rank = (project: Project) => levels.indexOf(project.level)
  return projects.sort((a, b) => rank(a) - rank(b) || (order?.(board, a, b) ?? 0))
}

const ORDERS: Readonly<Record<Sort, ((board: Reviewed, a: Project, b: Project) => number) | undefined>> = {
  printed: undefined,
  name: (_board, a, b) => a.name.localeCompare(b.name, 'zh-CN'),
  questions: (board, a, b) => questionsIn(board, b.rows) - questionsIn(board, a.rows),
  completion: (board, a, b) => compareMissing(highestCompletion(board, b), highestCompletion(board, a)),
}

const compareMissing = (a: Rational | undefined, b: Rational | undefined): number =>
  a && b ? compare(a, b) : Number(a !== undefined) - Number(b !== undefined)

function highestCompletion(board: Reviewed, project: Project): Rational | undefined {
  return project.rows
    .map((row) => completionOf(board.subjectOf.get(row)?.relations ?? []))
    .reduce((best, value) => (value && (!best || compare(value, best) > 0) ? value : best), undefined)
}

/** Findings about the projects shown; those about the whole list as long as nothing but a rule is asked for. */
export const visibleFindings = remember((board: Reviewed, filter: Filter): readonly Finding[] => {
  const shown = new Set(
    visibleProjects(board, { ...filter, finding: '' }, 'printed').map((project) => project.id),
  )
  const narrowed = shown.size < board.set.projects.length
  return board.findings.filter((finding) => {
    if (filter.finding === 'question' && !isQuestion(finding)) return false
    if (filter.finding !== '' && filter.finding !== 'question' && finding.rule !== filter.finding)
      return false
    const project = finding.row && board.projectOf.get(finding.row)
    return project ? shown.has(project.id) : !narrowed
  })
})

/** Rows shown: all of the visible projects, or only those with the finding asked for. */
export const visibleRows = (board: Reviewed, filter: Filter, sort: Sort): Row[] =>
  visibleProjects(board, filter, sort).flatMap((project) =>
    project.rows.filter((row) => meetsFinding(board, row, filter.finding)),
  )

/** What the sheet draws. */
export const sheetProjects = remember(
  (board: Reviewed, projects: readonly Project[]): readonly SheetProject[] =>
    projects.map((project) => ({
      id: project.id,
      name: project.name,
      level: project.level,
      indicators: project.rows.map((row) => indicatorOf(board, row)),
    })),
)

/** The whole list on the sheet: one axis and one place on it for every mark, which no filter moves. */
export const wholeSheet = remember((board: Reviewed) => {
  const { axis, lines } = layoutSheet(sheetProjects(board, board.set.projects), DESKTOP)
  const kinds = new Set(lines.flatMap((line) => line.marks.map((mark) => mark.kind)))
  return { axis, kinds, lineOf: new Map(lines.map((line) => [line.id, line])) }
})

function indicatorOf(board: Reviewed, row: Row): SheetIndicator {
  const subject = board.subjectOf.get(row)
  const rate =
    row.figures.actual !== undefined && isPercent(row.figures.actual) && row.figures.completion === undefined
  // A rate held against a target in percent is told in points: nobody printed its completion.
  const completion = rate ? undefined : completionOf(subject?.relations ?? [])
  const questioned = isQuestioned(board, row)
  return { row, completion, kind: kindOf(subject?.reach, completion !== undefined), questioned }
}

export interface Headline {
  readonly projects: number
  /** Projects of the whole list. */
  readonly of: number
  readonly indicators: number
  readonly counts: Readonly<Record<Status, number>>
  readonly checked: number
  readonly held: number
  readonly errors: number
  readonly questions: number
}

/** How a group of projects stands, in counts: never an average of percentages. */
export const headline = remember((board: Reviewed, projects: readonly Project[]): Headline => {
  const rows = projects.flatMap((project) => project.rows)
  const relations = rows.flatMap((row) => board.subjectOf.get(row)?.relations ?? []).filter(isChecked)
  const ids = new Set(projects.map((project) => project.id))
  return {
    projects: projects.length,
    of: board.set.projects.length,
    indicators: countIndicators(rows),
    counts: countStatuses(board, projects),
    checked: relations.length,
    held: relations.filter((relation) => relation.verdict !== 'inconsistent').length,
    errors: board.findings.filter(
      (f) =>
        f.severity === 'error' &&
        f.rule !== 'unreadable' &&
        (!f.row || ids.has(board.projectOf.get(f.row)?.id ?? '')),
    ).length,
    questions: rows.filter((row) =>
      (board.findingsOf.get(row) ?? []).some(({ severity }) => severity === 'warning'),
    ).length,
  }
})

export function countStatuses(board: Reviewed, projects: readonly Project[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>
  for (const project of projects) counts[statusOf(board, project)] += 1
  return counts
}

/** How many of each level and field stand how, those without any too; blank fields are left out. */
export const tallyGroups = remember(
  (board: Reviewed, projects: readonly Project[]): readonly TallyGroup[] => [
    ...groupsBy(board, projects, 'level'),
    ...groupsBy(board, projects, 'domain'),
  ],
)

function groupsBy(board: Reviewed, projects: readonly Project[], kind: 'level' | 'domain'): TallyGroup[] {
  return distinct(board.set.projects.map((project) => project[kind])).map((key) => {
    const members = projects.filter((project) => project[kind] === key)
    return { key, kind, counts: countStatuses(board, members), total: members.length }
  })
}

/** Values in order of first appearance, blanks left out. */
export const distinct = (values: readonly string[]): string[] =>
  [...new Set(values)].filter((value) => value !== '')
