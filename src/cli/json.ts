import type { Review } from '../checks/check.ts'
import { type Interval, outwardNumber } from '../lib/interval.ts'
import { toNumber } from '../lib/rational.ts'
import { type Accepted, findingKey } from '../model/accepted.ts'
import type { Finding } from '../model/finding.ts'
import type { Relation } from '../model/relation.ts'
import { sentenceOf } from '../report/tables.ts'
import type { Words } from '../text/zh.ts'

/**
 * One file's part of `check --json`, by the data contract: numbers in base units (percent for rates), ends of
 * intervals outward to eight significant digits, lines as in the file. Keys without a value are left out.
 */
export const fileJson = (
  file: string,
  { set, subjects, findings }: Review,
  words: Words,
  accepted: Accepted = {},
) => ({
  file,
  rows: set.rows.length,
  projects: set.projects.length,
  indicators: subjects.map(({ row, relations }) => ({
    line: row.line,
    project: row.cells.project,
    indicator: row.cells.indicator,
    relations: relations.map(relationJson),
  })),
  findings: findings.map((finding) => findingJson(finding, words, accepted[findingKey(finding)])),
})

const ends = ({ lo, hi }: Interval) => ({ low: outwardNumber(lo, 'down'), high: outwardNumber(hi, 'up') })

function relationJson(relation: Relation) {
  const { kind, verdict } = relation
  if (relation.verdict === 'implied') {
    const { member, interval, candidate } = relation.implied
    const roundest = candidate && { candidate: toNumber(candidate) }
    return { relation: kind, verdict, implied: { member, ...ends(interval), ...roundest } }
  }
  return 'rounding' in relation
    ? { relation: kind, verdict, rounding: relation.rounding }
    : { relation: kind, verdict }
}

function findingJson(finding: Finding, words: Words, accepted: string | undefined) {
  const { rule, severity, row, comparison } = finding
  const line = row?.line ?? (rule === 'unreadable' ? finding.facts.issue.line : undefined)
  const stated = statedIn(finding)
  return {
    rule,
    severity,
    ...(line === undefined ? {} : { line }),
    ...(row ? { project: row.cells.project, indicator: row.cells.indicator } : {}),
    message: sentenceOf(finding, words),
    ...(stated === undefined ? {} : { stated }),
    ...(comparison ? { computed: ends(comparison.allowed) } : {}),
    ...(accepted ? { accepted } : {}),
  }
}

/** The percentage that the finding is about, as printed. */
function statedIn({ facts }: Finding): string | undefined {
  if ('relation' in facts) return facts.relation.stated?.text
  if ('figure' in facts) return facts.figure.text
  return 'growth' in facts ? facts.growth.text : undefined
}
