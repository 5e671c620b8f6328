import { basename } from 'node:path'
import { styleText } from 'node:util'
import { startReview } from '../checks/check.ts'
import { parseCatalogue } from '../load/catalogue.ts'
import { unescapeCell } from '../load/cell.ts'
import { startCompacting } from '../load/compact.ts'
import { type Bytes, decode, encodingOf, textOf } from '../load/decode.ts'
import { parseTable, startTable, type Table } from '../load/parse.ts'
import { dataSetOf, startRows } from '../load/readTable.ts'
import { type Accepted, findingKey } from '../model/accepted.ts'
import type { CatalogueEntry, Issue, Row } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { CLI_WORDS } from '../text/cli.ts'
import { en } from '../text/en.ts'
import { type Words, zh } from '../text/zh.ts'
import { readArguments } from './arguments.ts'
import { jsonReport } from './json.ts'
import { type Paint, plainReport } from './plain.ts'
import type { FileReport } from './report.ts'

/** What the command line needs of the machine; a stand-in serves in tests. */
export interface Machine {
  /** The bytes of a file, `-` being standard input, piece by piece; undefined where there is none to be read. */
  readonly open: (file: string) => Bytes | undefined
  /** The text of the catalogue that stands beside a file, if there is one. */
  readonly catalogue: (file: string) => string | undefined
  readonly out: (text: string) => void
  readonly complain: (text: string) => void
  readonly isColoured: boolean
}

/** 0: nothing of severity `error` but what was accepted; 1: something; 2: a file could not be read at all, or the call made no sense. */
export type ExitCode = 0 | 1 | 2

const COLOURS = { error: 'red', warning: 'yellow', info: 'dim' } as const

/** `check` of the data contract: CSV files through the very rules that the page runs. */
export function check(argv: readonly string[], machine: Machine): ExitCode {
  const asked = readArguments(argv)
  if (typeof asked === 'string') {
    machine.complain(asked)
    return 2
  }
  if ('help' in asked) {
    machine.out(`${asked.help}\n`)
    return 0
  }
  const words: Words = asked.lang === 'en' ? en : zh
  const cli = CLI_WORDS[asked.lang]
  const paint: Paint = (text, severity) =>
    machine.isColoured ? styleText(COLOURS[severity], text, { validateStream: false }) : text
  const accepted = asked.accepted === undefined ? {} : acceptedIn(asked.accepted, machine)
  if (!accepted) {
    machine.complain(cli.notAccepted(asked.accepted ?? ''))
    return 2
  }
  const isRefused = (finding: Finding) => finding.severity === 'error' && !accepted[findingKey(finding)]
  const report = asked.json
    ? jsonReport(machine.out, words, accepted)
    : plainReport(machine.out, words, cli, paint, accepted)
  let code: ExitCode = 0
  for (const file of asked.files) {
    const name = file === '-' ? cli.standardInput : file
    const checked = checkFile(file, machine, report.file(asked.json ? file : name))
    if ('why' in checked) {
      machine.complain(cli[checked.why](name, checked.missing))
      code = 2
    } else if (code === 0 && checked.findings.some(isRefused)) code = 1
  }
  report.end()
  return code
}

type Checked =
  | { readonly findings: readonly Finding[] }
  | { readonly why: 'notFound' | 'notText' | 'noTable'; readonly missing: string }

/** Goes through a file once, piece by piece; what is told of single rows is told on the way. */
function checkFile(file: string, machine: Machine, report: FileReport): Checked {
  const bytes = machine.open(file)
  if (!bytes) return { why: 'notFound', missing: '' }
  const encoding = encodingOf(bytes)
  if (!encoding) return { why: 'notText', missing: '' }
  const entry = entryOf(file, machine)
  const reader = startRows(undefined, entry.asOf)
  const [parser, seen, compact] = [startTable(), startReview(), startCompacting()]
  const rows: Row[] = []
  let checked = 0
  let held = 0
  const take = (table: Table) => {
    for (const row of reader.take(table).map(compact)) {
      const { relations } = seen.see(row)
      const told = relations.filter(isChecked)
      checked += told.length
      held += told.filter(({ verdict }) => verdict !== 'inconsistent').length
      rows.push(row)
      report.row(row, relations)
    }
  }
  const lacking = () => reader.issues.find(isNoTable)
  for (const text of textOf(bytes, encoding)) {
    const table = parser.take(text)
    if (!lacking()) take(table)
  }
  take(parser.end())
  const rest = reader.end()
  const missing = lacking()
  if (missing) return { why: 'noTable', missing: missing.text || '指标' }
  const set = dataSetOf(entry, rows, rest)
  const { findings } = seen.end(set)
  report.end({ rows: rows.length, projects: set.projects.length, checked, held, findings })
  return { findings }
}

/** Without the columns that every row needs there is nothing to check. */
const isNoTable = ({ kind }: Issue): boolean => kind === 'no-column' || kind === 'empty'

/** The reasons in a CSV of findings, in either language; undefined where the file holds none such. */
function acceptedIn(file: string, machine: Machine): Accepted | undefined {
  const bytes = machine.open(file)
  const text = bytes && decode(bytes)
  const [head, ...records] = text === undefined ? [] : parseTable(text).records
  const at = (key: 'keyColumn' | 'reasonColumn') =>
    head?.cells.findIndex((name) => name === zh.accept[key] || name === en.accept[key]) ?? -1
  const [key, reason] = [at('keyColumn'), at('reasonColumn')]
  if (key < 0 || reason < 0) return undefined
  const pairs = records.map(
    ({ cells }) => [unescapeCell(cells[key] ?? ''), (cells[reason] ?? '').trim()] as const,
  )
  return Object.fromEntries(pairs.filter(([name, why]) => name !== '' && why !== ''))
}

/** What the catalogue beside the file says of it, as on the page: stated number of projects, claim of the list. */
function entryOf(file: string, machine: Machine): CatalogueEntry {
  const none: CatalogueEntry = { file, title: '', source: '', asOf: '' }
  const text = machine.catalogue(file)
  if (text === undefined) return none
  try {
    return parseCatalogue(text).find((entry) => entry.file === basename(file)) ?? none
  } catch {
    return none
  }
}
