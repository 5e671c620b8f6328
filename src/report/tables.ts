import type { TallyGroup } from '../charts/tally.ts'
import type { Review } from '../checks/check.ts'
import { toldCompletion } from '../checks/reach.ts'
import { rangeInScale } from '../lib/format.ts'
import { COLUMNS, type DataSet, type Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { type Finding, isQuestion } from '../model/finding.ts'
import { PACES, STATUSES, type Status } from '../model/status.ts'
import { printed, toldRange } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'
import { isRateTarget, printedTarget } from './bullets.ts'
import { workedOut } from './completion.ts'

/** The numbers of a chart or a page, as text cells: shown under it, and written to CSV. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The finding in one sentence. */
export const sentenceOf = (finding: Finding, words: Words): string => {
  // Each rule's words take its own facts; the union's common call needs telling so.
  const { sentence } = words.rules[finding.rule] as { sentence: (finding: Finding) => string }
  return sentence(finding)
}

/** How grave a finding is, in a word; a cell that we could not read is no error of whoever printed it. */
export const gravityOf = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>, words: Words): string =>
  rule === 'unreadable' ? words.asked.unread : words.severity[severity]

/** The mark before a finding's sentence: 错误, 问, 答 of what a reader accepted, 备考. */
export const findingMark = (finding: Finding, { reasons }: Pick<Review, 'reasons'>, words: Words): string =>
  reasons.has(finding)
    ? words.asked.answered(1)
    : finding.severity === 'warning'
      ? words.sheet.asked(1)
      : gravityOf(finding, words)

/** Indicators with what was printed and what follows: the numbers behind the sheet and the bullets. */
export function indicatorTable(board: Review, rows: readonly Row[], words: Words): Table {
  const c = words.chart
  const f = words.filters.columns
  const isOwned = rows.some(({ cells }) => cells.owner !== '')
  return {
    columns: [
      c.no,
      f.level,
      f.project,
      ...(isOwned ? [f.owner] : []),
      c.indicator,
      c.printedValue,
      c.completion,
      c.workedOut,
      c.excess,
      c.share,
      c.growth,
      c.targetColumn,
      c.impliedLow,
      c.impliedHigh,
      c.questions,
    ],
    rows: rows.map((row) => {
      const { cells, figures } = row
      const text = (key: 'completion' | 'excess' | 'share' | 'growth' | 'target') => cells[key]
      const [low, high] = impliedTarget(board, row)
      const told = toldCompletion(row, board.subjectOf.get(row)?.relations ?? [])
      const actual = figures.actual ? printed(figures.actual, cells.unit) : ''
      return [
        cells.no,
        cells.level,
        cells.project,
        ...(isOwned ? [cells.owner] : []),
        cells.indicator,
        actual,
        text('completion'),
        told ? workedOut(told) : '',
        text('excess'),
        text('share'),
        text('growth'),
        isRateTarget(row) ? printedTarget(row) : text('target'),
        low,
        high,
        askedTitles(board, row, words),
      ]
    }),
  }
}

/** What is asked of a row, by the rules' names; what a reader accepted with the reason behind it. */
export const askedTitles = (board: Review, row: Row, words: Words): string =>
  (board.findingsOf.get(row) ?? [])
    .filter(isQuestion)
    .map((finding) => words.rules[finding.rule].title + reasonText(finding, board, words))
    .join(words.chart.and)

/** The reason that a reader gave for accepting a finding, in brackets; '' for what is open. */
export function reasonText(finding: Finding, { reasons }: Pick<Review, 'reasons'>, words: Words): string {
  const reason = reasons.get(finding)
  return reason === undefined ? '' : words.asked.inBrackets(words.asked.answeredWith(reason))
}

/** Both ends of the target worked out, in the actual's scale and unit; blank where none follows. */
function impliedTarget(board: Review, row: Row): readonly [string, string] {
  const relation = (board.subjectOf.get(row)?.relations ?? []).find(
    (r) => r.verdict === 'implied' && r.implied.member === 'target',
  )
  if (relation?.verdict !== 'implied' || !relation.actual) return ['', '']
  const percent = isPercent(relation.actual)
  const unit = percent ? '%' : relation.actual.unit
  const told = toldRange(relation.actual, relation.implied.interval)
  if (!told) return ['', '']
  const [low, high] = rangeInScale(told, percent ? 0 : relation.actual.exponent)
  return [low + unit, high + unit]
}

export function tallyTable(groups: readonly TallyGroup[], words: Words): Table {
  // A pace is told before the year's end only.
  const isCourse = (status: Status) => (PACES as readonly Status[]).includes(status)
  const statuses = STATUSES.filter(
    (status) => !isCourse(status) || groups.some(({ counts }) => counts[status] > 0),
  )
  return {
    columns: [
      words.tally.level,
      words.chart.group,
      ...statuses.map((status) => words.status[status]),
      words.chart.total,
    ],
    rows: groups.map((group) => [
      words.tally[group.kind],
      group.key,
      ...statuses.map((status) => String(group.counts[status])),
      String(group.total),
    ]),
  }
}

/** Rows in the contract's own columns, unknown ones behind them: reads back as the same data set. */
export const contractTable = (rows: readonly Row[], extraColumns: readonly string[]): Table => ({
  columns: [...COLUMNS.map(([, name]) => name), ...extraColumns],
  rows: rows.map((row) => [
    ...COLUMNS.map(([key]) => row.cells[key]),
    ...extraColumns.map((name) => row.extra[name] ?? ''),
  ]),
})

/** What of a file could not be read, place by place. */
export function issueTable({ entry, issues }: DataSet, words: Words): Table {
  const heads = words.data.issueColumns
  return {
    columns: [heads.file, heads.line, heads.column, heads.text, heads.problem],
    rows: issues.map((issue) => [
      entry.file,
      String(issue.line),
      issue.column ?? '',
      issue.text,
      words.issue(issue),
    ]),
  }
}
