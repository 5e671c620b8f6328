import { basename } from 'node:path'
import { styleText } from 'node:util'
import { type Review, review } from '../checks/check.ts'
import { parseCatalogue } from '../load/catalogue.ts'
import { unescapeCell } from '../load/cell.ts'
import { decode } from '../load/decode.ts'
import { loadDataSet } from '../load/loadDataSet.ts'
import { parseTable } from '../load/parse.ts'
import { type Accepted, findingKey } from '../model/accepted.ts'
import type { CatalogueEntry, Issue } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import { CLI_WORDS } from '../text/cli.ts'
import { en } from '../text/en.ts'
import { type Words, zh } from '../text/zh.ts'
import { readArguments } from './arguments.ts'
import { fileJson } from './json.ts'
import { filePlain, type Paint } from './plain.ts'

/** What the command line needs of the machine; a stand-in serves in tests. */
export interface Machine {
  /** The bytes of a file, `-` being standard input; undefined where there is none to be read. */
  readonly read: (file: string) => Uint8Array | undefined
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
  const words: Words = asked.lang === 'en' ? en : zh
  const cli = CLI_WORDS[asked.lang]
  const paint: Paint = (text, severity) =>
    machine.isColoured ? styleText(COLOURS[severity], text, { validateStream: false }) : text
  const accepted = asked.accepted === undefined ? {} : acceptedIn(asked.accepted, machine)
  if (!accepted) {
    machine.complain(cli.notAccepted(asked.accepted ?? ''))
    return 2
  }
  const seen: { name: string; reviewed: Review }[] = []
  const isRefused = (finding: Finding) => finding.severity === 'error' && !accepted[findingKey(finding)]
  let code: ExitCode = 0
  for (const file of asked.files) {
    const name = file === '-' ? cli.standardInput : file
    const found = load(file, machine)
    if ('why' in found) {
      machine.complain(cli[found.why](name, found.missing))
      code = 2
      continue
    }
    const reviewed = review(found.set)
    seen.push({ name: file, reviewed })
    if (code === 0 && reviewed.findings.some(isRefused)) code = 1
    if (!asked.json) machine.out(filePlain(name, reviewed, words, cli, paint, accepted))
  }
  if (asked.json) {
    const files = seen.map(({ name, reviewed }) => fileJson(name, reviewed, words, accepted))
    machine.out(JSON.stringify({ files }, undefined, 2))
  }
  return code
}

/** The reasons in a CSV of findings, in either language; undefined where the file holds none such. */
function acceptedIn(file: string, machine: Machine): Accepted | undefined {
  const bytes = machine.read(file)
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

type Loaded =
  | { readonly set: ReturnType<typeof loadDataSet> }
  | { readonly why: 'notFound' | 'notText' | 'noTable'; readonly missing: string }

function load(file: string, machine: Machine): Loaded {
  const bytes = machine.read(file)
  if (!bytes) return { why: 'notFound', missing: '' }
  const text = decode(bytes)
  if (text === undefined) return { why: 'notText', missing: '' }
  const set = loadDataSet(text, entryOf(file, machine))
  const lacking = set.issues.find(isNoTable)
  return lacking ? { why: 'noTable', missing: lacking.text || '指标' } : { set }
}

/** Without the columns that every row needs there is nothing to check. */
const isNoTable = ({ kind }: Issue): boolean => kind === 'no-column' || kind === 'empty'

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
