import { eastAsianWidth } from 'get-east-asian-width'
import { type Accepted, reasonsIn } from '../model/accepted.ts'
import type { Finding, Severity } from '../model/finding.ts'
import { sentenceOf } from '../report/tables.ts'
import type { CliWords } from '../text/cli.ts'
import type { Words } from '../text/zh.ts'
import type { Outcome, Report } from './report.ts'

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

/** For people: each file's findings once all of it was seen, worst first. */
export const plainReport = (
  out: (text: string) => void,
  words: Words,
  cli: CliWords,
  paint: Paint,
  accepted: Accepted,
): Report => ({
  file: (name) => ({
    row: undefined,
    end: (outcome) => {
      for (const line of fileLines(name, outcome, words, cli, paint, accepted)) out(`${line}\n`)
    },
  }),
  end: () => undefined,
})

/** Severity, line, what it is about, and the sentence; columns aligned. */
function fileLines(
  file: string,
  { rows, projects, checked, held, findings, sheetOf }: Outcome,
  words: Words,
  cli: CliWords,
  paint: Paint,
  accepted: Accepted,
): string[] {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const acceptedAs = reasonsIn(accepted)
  const taken = findings.filter(acceptedAs).length
  const head = [
    file,
    cli.counts(rows, projects),
    cli.checked(checked, held),
    cli.severities({ error: count('error'), warning: count('warning'), info: count('info') }),
    ...(taken > 0 ? [cli.accepted(taken)] : []),
  ]
  const cells = findings.map((finding) => [
    words.severity[finding.severity],
    [sheetOf(finding), placeOf(finding, cli)].filter((text) => text !== '').join(' '),
    cut((finding.row?.cells.indicator ?? '').replace(/\s+/g, ' '), MOST_COLUMNS),
  ])
  const widths = [0, 1, 2].map((i) => cells.reduce((most, row) => Math.max(most, columnsOf(row[i] ?? '')), 0))
  const pad = (text: string, i: number) => text + ' '.repeat((widths[i] ?? 0) - columnsOf(text))
  const reasonOf = (finding: Finding) => {
    const reason = acceptedAs(finding)
    return reason ? `${GAP}[${words.asked.done}${words.colon}${reason}]` : ''
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
  return [head.join(' · '), ...lines]
}

function placeOf(finding: Finding, cli: CliWords): string {
  if (finding.row) return cli.line(finding.row.line)
  return finding.rule === 'unreadable' ? cli.line(finding.facts.issue.line) : cli.wholeList
}
