import { parseArgs } from 'node:util'
import { COLUMN_NAMED } from '../load/header.ts'
import type { ColumnKey } from '../model/dataSet.ts'
import { isDate } from '../model/date.ts'
import { CLI_WORDS, type CliWords } from '../text/cli.ts'

/** What the user says of a table that is not laid out as the contract says. */
export interface Answers {
  /** These sheets together; without it all that fit. */
  readonly sheets: readonly string[]
  /** Where a column stands: a letter, a number from 1 on, or what the header calls it. */
  readonly columns: Readonly<Partial<Record<ColumnKey, string>>>
  /** What the table does not say. */
  readonly constants: Readonly<Partial<Record<ColumnKey, string>>>
}

export interface Asked extends Answers {
  readonly json: boolean
  readonly lang: 'zh' | 'en'
  readonly files: readonly string[]
  /** A CSV of findings with reasons, as the page exports it. */
  readonly accepted: string | undefined
}

type Wrong = (words: CliWords) => string

/** The command line's arguments; a text where they make no sense: what is wrong, and how it is used. */
export function readArguments(argv: readonly string[]): Asked | string | { readonly help: string } {
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string' },
      accepted: { type: 'string' },
      sheet: { type: 'string' },
      columns: { type: 'string' },
      set: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const asked = { json: false, lang: 'zh', files: [] as string[], accepted: undefined as string | undefined }
  const answers: Answers = { sheets: [], columns: {}, constants: {} }
  let all = answers
  let help = false
  const wrong: Wrong[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') asked.files.push(token.value)
    else if (token.kind === 'option' && token.name === 'json' && token.value === undefined) asked.json = true
    else if (token.kind === 'option' && token.name === 'lang') asked.lang = token.value ?? ''
    else if (token.kind === 'option' && token.name === 'help') help = true
    else if (token.kind === 'option' && token.name === 'accepted') {
      if (token.value) asked.accepted = token.value
      else wrong.push((words) => words.noList)
    } else if (token.kind === 'option') {
      const read = answered(all, token.name, token.value ?? '', token.rawName)
      if (typeof read === 'function') wrong.push(read)
      else all = read
    }
  }
  const lang = asked.lang === 'en' ? 'en' : 'zh'
  if (asked.lang !== lang) wrong.push((words) => words.unknownLanguage)
  const words = CLI_WORDS[lang]
  if (help) return { help: words.usage }
  const [first] = wrong
  if (first) return `${first(words)}\n${words.usage}`
  return asked.files.length === 0
    ? words.usage
    : { ...all, json: asked.json, lang, files: asked.files, accepted: asked.accepted }
}

/** The answers with one option more, or what is wrong with it. */
function answered(all: Answers, option: string, value: string, printed: string): Answers | Wrong {
  if (option === 'sheet') {
    const sheets = partsOf(value)
    return sheets.length === 0 ? (words) => words.noSheet : { ...all, sheets: [...all.sheets, ...sheets] }
  }
  if (option !== 'columns' && option !== 'set') return (words) => words.unknownOption(printed)
  const pairs = pairsIn(value)
  if (!pairs) return (words) => words.noPairs(printed)
  if ('unknown' in pairs) return (words) => words.unknownColumn(printed, pairs.unknown)
  if (option === 'columns')
    return Object.keys(all.columns).length > 0
      ? (words) => words.columnsTwice
      : { ...all, columns: pairs.cells }
  const { year, as_of } = pairs.cells
  if (year !== undefined && !/^\d{4}$/.test(year)) return (words) => words.noYear(year)
  if (as_of !== undefined && !isDate(as_of)) return (words) => words.noDate(as_of)
  return { ...all, constants: { ...all.constants, ...pairs.cells } }
}

const partsOf = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

type Pairs =
  | { readonly cells: Readonly<Partial<Record<ColumnKey, string>>> }
  | { readonly unknown: string }
  | undefined

/** `项目=B,完成值=E`, by the contract's names of columns. */
function pairsIn(text: string): Pairs {
  const cells: Partial<Record<ColumnKey, string>> = {}
  for (const part of partsOf(text)) {
    const at = part.search(/[=＝]/)
    const [name, value] = [part.slice(0, Math.max(0, at)).trim(), part.slice(at + 1).trim()]
    if (name === '' || value === '') return undefined
    const key = COLUMN_NAMED.get(name)
    if (!key) return { unknown: name }
    cells[key] = value
  }
  return Object.keys(cells).length === 0 ? undefined : { cells }
}
