import { basename } from 'node:path'
import { styleText } from 'node:util'
import { parseCatalogue } from '../load/catalogue.ts'
import { unescapeCell } from '../load/cell.ts'
import { decode } from '../load/decode.ts'
import { parseTable } from '../load/parse.ts'
import { type Accepted, findingKey } from '../model/accepted.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import { acceptEn } from '../text/checksEn.ts'
import { acceptZh } from '../text/checksZh.ts'
import { CLI_WORDS } from '../text/cli.ts'
import { en } from '../text/en.ts'
import { OPENING } from '../text/opening.ts'
import { type Words, zh } from '../text/zh.ts'
import { type Asked, readArguments } from './arguments.ts'
import { type FileBytes, piecesOf } from './bytes.ts'
import { checkLong } from './checkLong.ts'
import { checkTables } from './checkTables.ts'
import { jsonReport } from './json.ts'
import { partsOf } from './parts.ts'
import { type Paint, plainReport } from './plain.ts'
import type { FileReport } from './report.ts'

/** What the command line needs of the machine; a stand-in serves in tests. */
export interface Machine {
  /** The bytes of a file, `-` being standard input; undefined where there is none to be read. */
  readonly open: (file: string) => FileBytes | undefined
  /** The text of the catalogue that stands beside a file, if there is one. */
  readonly catalogue: (file: string) => string | undefined
  readonly out: (text: string) => void
  readonly complain: (text: string) => void
  readonly isColoured: boolean
}

/** 0: nothing of severity `error` but what was accepted; 1: something; 2: a file could not be read at all, or the call made no sense. */
export type ExitCode = 0 | 1 | 2

const COLOURS = { error: 'red', warning: 'yellow', info: 'dim' } as const

/** `check` of the data contract: tables read and checked by the very code that the page runs. */
export async function check(argv: readonly string[], machine: Machine): Promise<ExitCode> {
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
    const checked = await checkFile(file, name, asked, machine, report.file(asked.json ? file : name))
    if (!checked) code = 2
    else if (code === 0 && checked.some(isRefused)) code = 1
  }
  report.end()
  return code
}

/** The findings of a file; undefined where it could not be read, and was complained of. */
async function checkFile(
  file: string,
  name: string,
  asked: Asked,
  machine: Machine,
  report: FileReport,
): Promise<readonly Finding[] | undefined> {
  const cli = CLI_WORDS[asked.lang]
  const complain = (text: string) => {
    machine.complain(text)
    return undefined
  }
  const bytes = machine.open(file)
  if (!bytes) return complain(cli.notFound(name))
  const read = await partsOf(bytes, file, name, asked, cli)
  if ('complaint' in read) return complain(read.complaint)
  for (const note of read.notes) machine.complain(note)
  const [first, ...others] = read.parts
  const entry = entryOf(file, machine)
  // An archive has no date but those that its text tells.
  const isDated = first?.layout !== undefined || entry.asOf === ''
  const isLong = first !== undefined && others.length === 0 && !first.table && isDated
  const checked = isLong
    ? await checkLong(first.layout, bytes, entry, report)
    : checkTables(read.parts, bytes, entry, report)
  if (!checked) return complain(cli.refused(name, OPENING[asked.lang].refusal({ reason: 'no-rows' })))
  if (checked.leftOut > 0) machine.complain(cli.leftOut(name, checked.leftOut))
  return checked.findings
}

/** The reasons in a CSV of findings, in either language; undefined where the file holds none such. */
function acceptedIn(file: string, machine: Machine): Accepted | undefined {
  const bytes = machine.open(file)
  const text = bytes && decode(piecesOf(bytes))
  const [head, ...records] = text === undefined ? [] : parseTable(text).records
  const at = (key: 'keyColumn' | 'reasonColumn') =>
    head?.cells.findIndex((name) => name === acceptZh[key] || name === acceptEn[key]) ?? -1
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
