import { eastAsianWidth } from 'get-east-asian-width'
import type { Review } from '../checks/check.ts'
import { type Accepted, findingKey } from '../model/accepted.ts'
import type { Finding, Severity } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { sentenceOf } from '../report/tables.ts'
import type { CliWords } from '../text/cli.ts'
import type { Words } from '../text/zh.ts'

export type Paint = (text: string, severity: Severity) => string

const GAP = '  '
/** A longer name is cut: its line number finds it. */
const MOST_COLUMNS = 28

/** Columns of a terminal that a text takes: a Chinese character takes two. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + eastAsianWidth(c.codePointAt(0) ?? 0), 0)

function cut(text: string, most: number): string {
  if (columnsOf(text) <= most) return text
  let kept = ''
  for (const c of text) {
    if (columnsOf(kept + c) > most - 1) break
    kept += c
  }
  return `${kept}…`
}

/** One file's findings for people: severity, line, what it is about, and the sentence; worst first, columns aligned. */
export function filePlain(
  file: string,
  review: Review,
  words: Words,
  cli: CliWords,
  paint: Paint,
  accepted: Accepted = {},
): string {
  const { set, subjects, findings } = review
  const checked = subjects.flatMap(({ relations }) => relations.filter(isChecked))
  const held = checked.filter(({ verdict }) => verdict !== 'inconsistent').length
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const head = [
    file,
    cli.counts(set.rows.length, set.projects.length),
    cli.checked(checked.length, held),
    cli.severities({ error: count('error'), warning: count('warning'), info: count('info') }),
  ]
  const cells = findings.map((finding) => [
    words.severity[finding.severity],
    placeOf(finding, cli),
    cut(finding.row?.cells.indicator ?? '', MOST_COLUMNS),
  ])
  const widths = [0, 1, 2].map((i) => Math.max(0, ...cells.map((row) => columnsOf(row[i] ?? ''))))
  const pad = (text: string, i: number) => text + ' '.repeat((widths[i] ?? 0) - columnsOf(text))
  const reasonOf = (finding: Finding) => {
    const reason = accepted[findingKey(finding)]
    return reason ? `${GAP}[${words.accept.done}${words.colon}${reason}]` : ''
  }
  const lines = findings.map((finding, i) => {
    const [severity = '', place = '', name = ''] = (cells[i] ?? []).map(pad)
    return [
      GAP + paint(severity, finding.severity),
      place,
      name,
      sentenceOf(finding, words) + reasonOf(finding),
    ].join(GAP)
  })
  return [head.join(' · '), ...lines].join('\n')
}

function placeOf(finding: Finding, cli: CliWords): string {
  if (finding.row) return cli.line(finding.row.line)
  return finding.rule === 'unreadable' ? cli.line(finding.facts.issue.line) : cli.wholeList
}
