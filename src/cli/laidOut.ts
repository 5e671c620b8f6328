import type { FoundSheet } from '../load/findTables.ts'
import { isEnough, withAnswers } from '../load/layout.ts'
import { COLUMNS, type ColumnKey } from '../model/dataSet.ts'
import type { Layout, LayoutGuess } from '../model/layout.ts'
import type { CliWords } from '../text/cli.ts'
import type { Answers } from './arguments.ts'

/** How a sheet is read; `layout` is undefined where its first record is the contract's header, and nothing was told. */
export interface LaidOut {
  readonly layout: Layout | undefined
  /** What was guessed, for people. */
  readonly guessed: readonly string[]
}

/** Why there is none: what is to be answered, in a sentence. */
export type NotLaidOut = { readonly complaint: string }

/** What a sheet is read by: the guess of the page, with what was told on the command line. */
export function laidOut(
  guess: LayoutGuess,
  sheet: Pick<FoundSheet, 'head'>,
  answers: Answers,
  name: string,
  words: CliWords,
): LaidOut | NotLaidOut {
  const width = Math.max(guess.header.length, ...sheet.head.records.map(({ cells }) => cells.length))
  const told = placesTold(answers.columns, guess.header, width)
  if (typeof told === 'string') return { complaint: words.noColumn(name, told) }
  const places = { ...without(guess.layout.places, Object.values(told)), ...told }
  const isGuess = guess.sure !== 'certain'
  const own = Object.fromEntries(Object.entries(answers.constants).filter(([key]) => isTakenFor(key, places)))
  const said = isGuess ? suggestions(guess, places, own) : {}
  const constants = { ...guess.layout.constants, ...said, ...own }
  if (!isEnough({ places, constants })) return { complaint: words.notEnough(name, namesOf(guess.header)) }
  const isPlain =
    !isGuess &&
    guess.layout.skip === 1 &&
    [told, own, guess.layout.constants].every((answers) => Object.keys(answers).length === 0)
  if (isPlain) return { layout: undefined, guessed: [] }
  const layout = withAnswers(guess, { places, constants }, width)
  const line = sheet.head.records[guess.layout.skip - 1]?.line ?? guess.layout.skip
  return { layout, guessed: isGuess ? guessedLines(guess, layout, said, line, name, words) : [] }
}

/** A letter as spreadsheets have it, a number from 1 on, or a name in the header; a text that is none of them. */
function placesTold(
  columns: Answers['columns'],
  header: readonly string[],
  width: number,
): Partial<Record<ColumnKey, number>> | string {
  const places: Partial<Record<ColumnKey, number>> = {}
  for (const [key] of COLUMNS) {
    const text = columns[key]
    if (text === undefined) continue
    const at = placeOf(text, header)
    if (at === undefined || at >= width) return text
    places[key] = at
  }
  return places
}

function placeOf(text: string, header: readonly string[]): number | undefined {
  if (/^[A-Z]{1,3}$/i.test(text))
    return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text) - 1
  const at = header.findIndex((name) => name.trim() === text)
  return at < 0 ? undefined : at
}

/** `0` → `A`, `27` → `AB`. */
export function letterOf(at: number): string {
  const rest = at % 26
  const letter = String.fromCharCode(65 + rest)
  return at < 26 ? letter : letterOf((at - rest) / 26 - 1) + letter
}

/** A column that was told to hold one thing holds no other. */
const without = (places: Layout['places'], taken: readonly number[]): Layout['places'] =>
  Object.fromEntries(Object.entries(places).filter(([, at]) => !taken.includes(at)))

/** Whether something said of all rows is taken: a column has the word, but where a row has no 截至 the list's own is. */
const isTakenFor = (key: string, places: Layout['places']): boolean =>
  key === 'as_of' || places[key as ColumnKey] === undefined

/** What titles, notes, the sheet's and the file's name say of all rows, where nothing was told. */
const suggestions = ({ lacking }: LayoutGuess, places: Layout['places'], told: Layout['constants']) =>
  Object.fromEntries(
    lacking.flatMap(({ key, suggested }) =>
      suggested === undefined || told[key] !== undefined || !isTakenFor(key, places)
        ? []
        : [[key, suggested]],
    ),
  )

const namesOf = (header: readonly string[]): string =>
  header
    .flatMap((name, at) => (name.trim() === '' ? [] : [`${letterOf(at)}=${short(name)}`]))
    .slice(0, MOST_NAMES)
    .join(' ')
const LONGEST_NAME = 30
const short = (name: string): string => name.trim().slice(0, LONGEST_NAME)
const MOST_NAMES = 30

const LOOKED_FOR = ['region', 'year', 'as_of'] as const

/** What people are told of a guess: the columns, what was taken from the words around, what is still missing. */
function guessedLines(
  { header, lacking }: LayoutGuess,
  { places, constants }: Layout,
  said: Layout['constants'],
  line: number,
  name: string,
  words: CliWords,
): string[] {
  const columns = COLUMNS.flatMap(([key, column]) => {
    const at = places[key]
    return at === undefined ? [] : [words.column(column, key, letterOf(at), short(header[at] ?? ''))]
  })
  const called = (keys: readonly string[]) =>
    COLUMNS.flatMap(([key, column]) => (keys.includes(key) ? [words.columnName(column, key)] : []))
  const found = Object.entries(said).map(([key, text]) => `${called([key])}=${text}`)
  const lacks = LOOKED_FOR.filter(
    (one) =>
      lacking.some(({ key }) => key === one) && isTakenFor(one, places) && (constants[one] ?? '') === '',
  )
  return [
    words.guessed(name, line, columns.join(' ')),
    ...(found.length > 0 ? [words.suggested(name, found.join(' '))] : []),
    ...(lacks.length > 0 ? [words.lacking(name, called(lacks))] : []),
  ]
}
