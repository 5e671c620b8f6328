import type { DataSet, Project, Row } from '../model/dataSet.ts'
import { isYearEnd } from '../model/date.ts'
import { type Finding, isQuestion } from '../model/finding.ts'
import { PACES, type Status } from '../model/status.ts'
import { progressOf } from './pace.ts'
import { reachOf, showsPercent, showsTarget } from './reach.ts'
import { relationsOf } from './relate.ts'
import type { Document, Rule, Subject } from './rule.ts'
import { type RoundingUse, roundingUse } from './rules/mixedRounding.ts'
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
}

/** Runs every rule over a data set. Pure. */
export function review(set: DataSet): Review {
  const subjects = set.rows.map((row): Subject => {
    const relations = relationsOf(row)
    return { row, relations, reach: reachOf(row) }
  })
  const document: Document = { set, subjects }
  // The registry stands in the order of the list: worst first.
  const findings = RULES.flatMap((rule) => run(rule, document))
  return {
    set,
    subjects,
    findings,
    statuses: statusesOf(document, findings),
    rounding: roundingUse(document),
    subjectOf: new Map(subjects.map((subject) => [subject.row, subject])),
    findingsOf: byRow(findings),
    projectOf: new Map(set.projects.flatMap((project) => project.rows.map((row) => [row, project] as const))),
  }
}

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

/** Whether a row carries an error or a warning. */
export const isQuestioned = (review: Review, row: Row): boolean =>
  (review.findingsOf.get(row) ?? []).some(isQuestion)

export const questionsIn = (review: Review, rows: readonly Row[]): number =>
  rows.filter((row) => isQuestioned(review, row)).length

function run(rule: Rule, document: Document): Finding[] {
  const hits =
    rule.scope === 'list'
      ? rule.check(document)
      : document.subjects.flatMap((subject) => {
          const hit = rule.check(subject)
          return hit ? [{ ...hit, row: subject.row }] : []
        })
  // The registry's union ties each rule's id to its facts; mapping over it loses that tie.
  return hits.map(
    (hit) =>
      ({
        rule: rule.id,
        severity: rule.severity,
        row: hit.row,
        facts: hit.facts,
        comparison: hit.comparison,
      }) as Finding,
  )
}

function statusesOf({ set, subjects }: Document, findings: readonly Finding[]): Map<string, Status> {
  const subjectOf = new Map<Row, Subject>(subjects.map((subject) => [subject.row, subject]))
  const wrong = new Set(findings.filter((f) => f.severity === 'error' && f.row).map((f) => f.row))
  const statusOf = (project: Project): Status => {
    const own = project.rows.flatMap((row) => subjectOf.get(row) ?? [])
    const missed = own.filter(({ reach }) => reach === 'missed')
    if (missed.some(({ row }) => isYearEnd(row.cells.as_of, row.cells.year))) return 'missed'
    if (project.rows.some((row) => wrong.has(row))) return 'doubtful'
    const paces = missed.map(({ row, relations }) => progressOf(row, relations)?.pace)
    const slowest = PACES.find((pace) => paces.includes(pace))
    if (slowest) return slowest
    if (missed.length === 0 && own.some(({ reach }) => reach === 'reached')) return 'reached'
    const claims = project.rows.some((row) => row.cells.claim !== '')
    const shows = project.rows.some((row) => showsTarget(row) || showsPercent(row))
    return claims && !shows ? 'claimed' : 'unknown'
  }
  return new Map(set.projects.map((project) => [project.id, statusOf(project)]))
}
