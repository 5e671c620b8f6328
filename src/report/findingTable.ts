import { toNumber } from '../lib/rational.ts'
import { type Accepted, findingKey } from '../model/accepted.ts'
import type { Finding } from '../model/finding.ts'
import type { Asked } from '../model/status.ts'
import { acceptWords, checksWords } from '../text/checks.ts'
import type { Words } from '../text/zh.ts'
import { gravityOf, sentenceOf, type Table } from './tables.ts'

/** What is to be asked in one line, for the page that lists it. */
export function askedSummary({ open, errors, answered, unread, notes }: Asked, words: Words): string {
  const [checks, accept] = [checksWords(words), acceptWords(words)]
  return [
    checks.summary(open, errors),
    ...(answered > 0 ? [accept.count(answered)] : []),
    checks.notes(notes),
    ...(unread > 0 ? [checks.unreadCount(unread)] : []),
  ].join(' · ')
}

export function findingTable(findings: readonly Finding[], words: Words, accepted: Accepted = {}): Table {
  const f = words.filters.columns
  const [checks, accept] = [checksWords(words), acceptWords(words)]
  return {
    columns: [
      words.data.line,
      f.project,
      words.chart.indicator,
      checks.ruleColumn,
      checks.severityColumn,
      words.data.issueColumns.problem,
      accept.reasonColumn,
      accept.keyColumn,
    ],
    rows: findings.map((finding) => [
      finding.row ? String(finding.row.line) : '',
      finding.row?.cells.project ?? checks.wholeList,
      finding.row?.cells.indicator ?? '',
      words.rules[finding.rule].title,
      gravityOf(finding, words),
      sentenceOf(finding, words),
      accepted[findingKey(finding)] ?? '',
      findingKey(finding),
    ]),
  }
}

/** The two stretches of a number line. */
export function comparisonTable(finding: Finding, words: Words): Table {
  const c = words.chart
  const { comparison } = finding
  const end = (value: { n: bigint; d: bigint }) => String(toNumber(value))
  return {
    columns: [c.indicator, c.unit, c.printedLow, c.printedHigh, c.allowedLow, c.allowedHigh],
    rows: comparison
      ? [
          [
            finding.row?.cells.indicator ?? '',
            comparison.unit,
            end(comparison.printed.lo),
            end(comparison.printed.hi),
            end(comparison.allowed.lo),
            end(comparison.allowed.hi),
          ],
        ]
      : [],
  }
}
