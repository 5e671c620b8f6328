import { type Interval, outwardNumber } from '../lib/interval.ts'
import { toNumber } from '../lib/rational.ts'
import { type Accepted, reasonsIn } from '../model/accepted.ts'
import type { Finding } from '../model/finding.ts'
import { sentenceOf } from '../report/tables.ts'
import type { Words } from '../text/zh.ts'
import type { Report, Told } from './report.ts'

/**
 * `check --json`, by the data contract: one object, written as the rows come. Numbers in base units (percent for
 * rates), ends of intervals outward to eight significant digits, lines as in the file. Keys without a value are
 * left out.
 */
export function jsonReport(out: (text: string) => void, words: Words, accepted: Accepted): Report {
  let files = 0
  const acceptedAs = reasonsIn(accepted)
  const [text, told] = [remembering(quoted), remembering(relationsJson)]
  return {
    file(name) {
      let rows = 0
      const open = () => {
        out(`${files === 0 ? '{ "files": [' : ','}\n  { "file": ${JSON.stringify(name)}, "indicators": [`)
        files += 1
      }
      return {
        row(line, project, indicator, relations, sheet = '') {
          if (rows === 0) open()
          const where = sheet === '' ? '' : `"sheet":${text(sheet)},`
          out(
            `${rows === 0 ? '' : ','}\n      {${where}"line":${line},"project":${text(project)},"indicator":${text(indicator)},"relations":${told(relations)}}`,
          )
          rows += 1
        },
        end({ rows: all, projects, findings, sheetOf }) {
          if (rows === 0) open()
          out(` ],\n    "rows": ${all}, "projects": ${projects}, "findings": [`)
          findings.forEach((finding, i) => {
            const told = findingJson(finding, words, acceptedAs(finding), sheetOf(finding))
            out(`${i === 0 ? '' : ','}\n      ${JSON.stringify(told)}`)
          })
          out(' ] }')
        },
      }
    },
    end() {
      out(files === 0 ? '{ "files": [] }\n' : ' ] }\n')
    },
  }
}

/** Of several sheets read together, the one that a line is of. */
const of = (sheet: string) => (sheet === '' ? {} : { sheet })

const ends = ({ lo, hi }: Interval) => ({ low: outwardNumber(lo, 'down'), high: outwardNumber(hi, 'up') })

const quoted = (text: string): string => JSON.stringify(text)
const relationsJson = (relations: readonly Told[]): string => JSON.stringify(relations.map(relationJson))

/** So much is remembered of names and proven relations, which a long file has again and again. */
const REMEMBERED = 10_000

function remembering<T>(write: (value: T) => string): (value: T) => string {
  const known = new Map<T, string>()
  return (value) => {
    let one = known.get(value)
    if (one === undefined) {
      one = write(value)
      if (known.size === REMEMBERED) known.clear()
      known.set(value, one)
    }
    return one
  }
}

function relationJson(relation: Told) {
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

function findingJson(finding: Finding, words: Words, accepted: string | undefined, sheet: string) {
  const { rule, severity, row, comparison } = finding
  const line = row?.line ?? (rule === 'unreadable' ? finding.facts.issue.line : undefined)
  const stated = statedIn(finding)
  return {
    rule,
    severity,
    ...of(sheet),
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
