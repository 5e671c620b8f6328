import { type Accepted, findingKey } from '../model/accepted.ts'
import type { DataSet, Project, Row } from '../model/dataSet.ts'
import { isYearEnd } from '../model/date.ts'
import { type Comparison, type Finding, isError, isQuestion } from '../model/finding.ts'
import { PACES, STATUSES, type Status } from '../model/status.ts'
import { kindOf, NO_REASONS, type Reasons } from './asked.ts'
import { progressOf } from './pace.ts'
import { reachOf, showsPercent, showsTarget } from './reach.ts'
import { relationsOf } from './relate.ts'
import { type RoundingUse, startRounding } from './rounding.ts'
import type { Rule, Subject } from './rule.ts'
import { RULES } from './rules/registry.ts'

/** What the checks make of a data set. */
export interface Review {
  readonly set: DataSet
  readonly subjects: readonly Subject[]
  /** Worst first; within a rule in printed order. */
  readonly findings: readonly Finding[]
  readonly statuses: ReadonlyMap<string, Status>
  readonly rounding: RoundingUse
  readonly subjectOf: ReadonlyMap<Row, Subject>
  readonly findingsOf: ReadonlyMap<Row, readonly Finding[]>
  readonly projectOf: ReadonlyMap<Row, Project>
  /** Of the findings that a reader accepted. */
  readonly reasons: Reasons
}

/** Runs every rule over a data set. Pure. */
export function review(set: DataSet, rules = RULES): Review {
  const seen = startReview(rules)
  const subjects = set.rows.map(seen.see)
  const { findings, rounding } = seen.end(set)
  const subjectOf = new Map(subjects.map((subject) => [subject.row, subject]))
  return {
    set,
    subjects,
    findings,
    statuses: statusesOf(set, subjectOf, findings),
    rounding,
    subjectOf,
    findingsOf: byRow(findings),
    projectOf: new Map(set.projects.flatMap((project) => project.rows.map((row) => [row, project] as const))),
    reasons: NO_REASONS,
  }
}

/** The same with what a reader accepted; the review itself where nothing of it was. */
export function withAccepted<R extends Review>(review: R, accepted: Accepted): R {
  if (Object.keys(accepted).length === 0) return review
  const reasons = new Map<Finding, string>()
  for (const finding of review.findings.filter(isQuestion)) {
    const reason = accepted[findingKey(finding)]
    if (reason !== undefined) reasons.set(finding, reason)
  }
  return reasons.size === 0 ? review : { ...review, reasons }
}

/**
 * The same for rows that come one by one. Of a row only what was found in it is kept; the set given at the end
 * holds what the rules about the whole list need.
 */
export function startReview(rules = RULES) {
  // The registry stands in the order of the list: worst first.
  const found = rules.map((rule) => ({ rule, findings: [] as Finding[] }))
  const rounding = startRounding()
  return {
    see(row: Row): Subject {
      const subject = { row, relations: relationsOf(row), reach: reachOf(row) }
      rounding.see(subject)
      for (const { rule, findings } of found) {
        const hit = rule.scope === 'row' ? rule.check(subject) : rule.ofRow?.(subject)
        if (hit) findings.push(findingOf(rule, { ...hit, row }))
      }
      return subject
    },
    end(set: DataSet): { readonly findings: readonly Finding[]; readonly rounding: RoundingUse } {
      const document = { set, rounding: rounding.end() }
      for (const { rule, findings } of found) {
        if (rule.scope === 'list') for (const hit of rule.check(document)) findings.push(findingOf(rule, hit))
      }
      return { findings: found.flatMap(({ findings }) => findings), rounding: document.rounding }
    },
  }
}

// The registry's union ties each rule's id to its facts; going over it loses that tie.
export const findingOf = (
  { id, severity }: Rule,
  { row, facts, comparison }: { row?: Row; facts: unknown; comparison?: Comparison },
): Finding => ({ rule: id, severity, row, facts, comparison }) as Finding

function byRow(findings: readonly Finding[]): Map<Row, Finding[]> {
  const lists = new Map<Row, Finding[]>()
  for (const finding of findings) {
    if (!finding.row) continue
    const list = lists.get(finding.row)
    if (list) list.push(finding)
    else lists.set(finding.row, [finding])
  }
  return lists
}

export const statusOf = (review: Review, project: Project): Status =>
  review.statuses.get(project.id) ?? 'unknown'

export function countStatuses(review: Review, projects: readonly Project[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>
  for (const project of projects) counts[statusOf(review, project)] += 1
  return counts
}

/** What is asked of a row: something still open, something that a reader accepted, or nothing. */
export function askedOf({ findingsOf, reasons }: Review, row: Row): 'question' | 'answered' | undefined {
  const kind = kindOf({ findings: findingsOf.get(row) ?? [] }, reasons)
  return kind === 'question' || kind === 'answered' ? kind : undefined
}

/** Whether a row carries an error or a warning that is open. */
export const isQuestioned = (review: Review, row: Row): boolean => askedOf(review, row) === 'question'

export const questionsIn = (review: Review, rows: readonly Row[]): number =>
  rows.filter((row) => isQuestioned(review, row)).length

/** Both, for the mark beside a line. */
export const askedIn = (review: Review, rows: readonly Row[]) => ({
  questions: questionsIn(review, rows),
  answered: answeredIn(review, rows),
})

/** Rows all of whose questions a reader accepted. */
export const answeredIn = (review: Review, rows: readonly Row[]): number =>
  rows.filter((row) => askedOf(review, row) === 'answered').length

function statusesOf(
  set: DataSet,
  subjectOf: ReadonlyMap<Row, Subject>,
  findings: readonly Finding[],
): Map<string, Status> {
  const wrong = new Set(findings.filter(isError).map(({ row }) => row))
  const unread = new Set(findings.filter(({ rule }) => rule === 'unreadable').map(({ row }) => row))
  const statusOf = (project: Project): Status => {
    const own = project.rows.flatMap((row) => subjectOf.get(row) ?? [])
    const missed = own.filter(({ reach }) => reach === 'missed')
    if (missed.some(({ row }) => isYearEnd(row.cells.as_of, row.cells.year))) return 'missed'
    if (project.rows.some((row) => wrong.has(row))) return 'doubtful'
    const paces = missed.map(({ row, relations }) => progressOf(row, relations)?.pace)
    const slowest = PACES.find((pace) => paces.includes(pace))
    if (slowest) return slowest
    // What we could not read may have been missed: no blame, and no praise either.
    const isTold = own.every(({ row, reach }) => reach === 'reached' || !unread.has(row))
    if (missed.length === 0 && isTold && own.some(({ reach }) => reach === 'reached')) return 'reached'
    const claims = project.rows.some((row) => row.cells.claim !== '')
    const shows = project.rows.some((row) => showsTarget(row) || showsPercent(row))
    return claims && !shows ? 'claimed' : 'unknown'
  }
  return new Map(set.projects.map((project) => [project.id, statusOf(project)]))
}
