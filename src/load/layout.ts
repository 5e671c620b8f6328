import { normalForm } from '../lib/normalForm.ts'
import { COLUMNS, type ColumnKey, FIGURE_COLUMNS } from '../model/dataSet.ts'
import type { Candidate, GuessReason, Layout, LayoutGuess } from '../model/layout.ts'
import { aboutTable } from './aboutTable.ts'
import { type Beneath, beneath } from './cellsBeneath.ts'
import { type FoundHeader, findHeader, meaningsOfHeader } from './findHeader.ts'
import { basisOf, unitInName } from './headerNames.ts'
import { columnsOf, type Table } from './parse.ts'
import { readPhrase } from './phrase.ts'

/** Where the words stand that a table lacks itself. */
export interface Around {
  readonly file?: string
  readonly sheet?: string
}

/** So many rows are looked at to tell what a column holds. */
const LOOKED_AT = 200

/**
 * What a table seems to be: where its header stands, which column holds what, what it lacks. Never throws.
 * Names are gone by first, then what stands beneath; a guess is for its reader to confirm.
 */
export function guessLayout(table: Table, around: Around = {}): LayoutGuess {
  const header = findHeader(table)
  const { records } = table
  // Where no header is known, the first record is shown as one, and is none of the rows.
  const skip = header?.skip ?? Math.min(1, records.length)
  const body = records.slice(skip, skip + LOOKED_AT).map(({ cells }) => cells)
  const width = Math.max(
    header?.names.length ?? 0,
    columnsOf({ ...table, records: records.slice(0, LOOKED_AT) }),
  )
  const columns = Array.from({ length: width }, (_, at) => beneath(body.map((cells) => cells[at] ?? '')))
  const names = Array.from({ length: width }, (_, at) => header?.names[at] ?? '')
  const scores = columns.flatMap((column, at) => scoresOf(names[at] ?? '', at, column))
  scores.sort((a, b) => b.score - a.score || a.at - b.at)
  const places = header ? assign(scores) : {}
  const titles = records.slice(0, header ? header.skip - header.height : 3).flatMap(({ cells }) => cells)
  const sure = sureness(header, names, places)
  const layout = { ...layoutOf(header, names, places, body), skip }
  const above = [...titles, around.sheet ?? '', ...spansIn(places, names, body)]
  // Where nobody is asked, the date that the table itself tells beside its rows is that of all rows.
  const said = isUndated(places, body) ? aboutTable([...above, ...notesIn(records)]).as_of : undefined
  return {
    sure,
    layout:
      sure === 'certain' && said ? { ...layout, constants: { ...layout.constants, as_of: said } } : layout,
    header: header ? names : (records[0]?.cells ?? []),
    key: header && layoutKey(names),
    candidates: candidatesOf(scores),
    lacking: lackingOf(places, names, body, { titles, notes: notesIn(records), around }),
  }
}

/** A key by which answers for a header are remembered: the same for the same names in the same order, however spaced. */
export const layoutKey = (header: readonly string[]): string =>
  JSON.stringify(withoutLastBlanks(header.map((name) => normalForm(name).replace(/\s/g, '').toLowerCase())))

function withoutLastBlanks(names: readonly string[]): readonly string[] {
  let end = names.length
  while (end > 1 && names[end - 1] === '') end -= 1
  return names.slice(0, end)
}

interface Score {
  readonly key: ColumnKey
  readonly at: number
  readonly score: number
  readonly reason: GuessReason
}

const QUANTITIES: ReadonlySet<ColumnKey> = new Set(['actual', 'target', 'base', 'previous', 'excess'])
const RATES: ReadonlySet<ColumnKey> = new Set(['completion', 'share', 'growth'])

/**
 * A contract name counts 100, an alias 80 and less; what stands beneath takes away or adds up to 50. Of figures up to
 * several days the last count, which stand to the right.
 */
function scoresOf(name: string, at: number, column: Beneath): Score[] {
  const named = meaningsOfHeader(name).map(({ key, rank, isUpTo }): Score => {
    const base = (rank === 0 ? 100 : Math.max(50, 80 - rank)) + (isUpTo ? at / 1000 : 0)
    return { key, at, score: base + suits(key, column), reason: rank === 0 ? 'name' : 'alias' }
  })
  const unnamed = COLUMNS.map(([key]): Score => ({ key, at, score: suits(key, column), reason: 'cells' }))
  return [
    ...named,
    ...unnamed.filter(({ key, score }) => score >= 20 && !named.some((one) => one.key === key)),
  ]
}

/** How well what stands beneath goes with a column, from -50 to 50; a column without any cell goes with all. */
function suits(key: ColumnKey, column: Beneath): number {
  if (column.filled === 0) return 0
  const toScore = (share: number) => Math.round(100 * share - 50) / (share < 0.5 ? 1 : 2)
  if (QUANTITIES.has(key)) {
    const read = column.figures - column.percents + column.phrases + (key === 'actual' ? column.claims : 0)
    // A rate may be held against a rate; more often it is the completion.
    return toScore(Math.min(1, read + column.percents * 0.45))
  }
  if (RATES.has(key)) return column.percents > 0.5 ? 30 : column.bare > 0.5 ? 5 : -40
  if (key === 'unit') return toScore(column.units)
  if (key === 'owner') return toScore(column.offices)
  if (key === 'no') return column.running > 0.6 ? 25 : 0
  if (key === 'as_of') return toScore(column.dates)
  if (key === 'year') return toScore(column.years)
  if (key === 'region') return toScore(Math.max(column.regions, 0.4 * column.words))
  if (key === 'claim') return toScore(Math.max(column.claims, 0.5 * column.words))
  if (key === 'project' || key === 'indicator') return column.figures > 0.5 ? -40 : column.words > 0.5 ? 5 : 0
  return 0
}

/** The best meaning of each column by its name; two columns never hold one thing. */
function assign(scores: readonly Score[]): Partial<Record<ColumnKey, number>> {
  const places: Partial<Record<ColumnKey, number>> = {}
  const taken = new Set<number>()
  for (const { key, at, score, reason } of scores) {
    if (reason === 'cells' || score < 30 || places[key] !== undefined || taken.has(at)) continue
    places[key] = at
    taken.add(at)
  }
  // What may be either names the projects where nothing else does.
  const { project, indicator, ...others } = places
  const isProject = scores.some(
    ({ key, at, reason }) => key === 'project' && at === indicator && reason !== 'cells',
  )
  return project === undefined && indicator !== undefined && isProject
    ? { ...others, project: indicator }
    : places
}

const isTelling = (places: Layout['places']): boolean =>
  [...FIGURE_COLUMNS, 'claim' as const].some((key) => places[key] !== undefined)

function sureness(
  header: FoundHeader | undefined,
  names: readonly string[],
  places: Layout['places'],
): LayoutGuess['sure'] {
  if (!header || !isTelling(places)) return 'none'
  const byName = (key: ColumnKey) => isNamed(names[places[key] ?? -1] ?? '', key)
  const telling = [...FIGURE_COLUMNS, 'claim' as const].some(byName)
  const strange = Object.keys(places).some((key) => !byName(key as ColumnKey))
  return byName('project') && byName('indicator') && telling && !strange && header.height === 1
    ? 'certain'
    : 'guessed'
}

const isNamed = (name: string, key: ColumnKey): boolean =>
  meaningsOfHeader(name).some((meaning) => meaning.key === key && meaning.rank === 0)

function layoutOf(
  header: FoundHeader | undefined,
  names: readonly string[],
  places: Layout['places'],
  body: readonly (readonly string[])[],
): Layout {
  const taken = new Set(Object.values(places))
  const free = names.map((_, at) => at).filter((at) => !taken.has(at))
  const filled = free.filter(
    (at) => names[at] !== '' || body.some((cells) => (cells[at] ?? '').trim() !== ''),
  )
  const layout: Layout = {
    skip: header?.skip ?? 0,
    places,
    constants: constantsOf(places, names),
    extra: extraOf(filled, names),
  }
  if (sureness(header, names, places) !== 'guessed') return layout
  return isIndicatorInTarget(places, body)
    ? { ...layout, wide: true, indicatorIn: 'target' }
    : { ...layout, wide: true }
}

/**
 * The guess with its reader's corrections; where no column tells the indicator, it goes by its project's name.
 * @param width of the table, in columns
 */
export function withAnswers(
  { layout, header, sure }: LayoutGuess,
  { places, constants }: Pick<Layout, 'places' | 'constants'>,
  width: number,
): Layout {
  const taken = new Set(Object.values(places))
  const free = Array.from({ length: width }, (_, at) => at).filter((at) => !taken.has(at))
  const filled = Object.entries(constants).filter(([, text]) => text.trim() !== '')
  return {
    ...layout,
    // Tables of other makes are read with their titles, notes and blanks in mind.
    ...(sure !== 'certain' && { wide: true }),
    places,
    constants: Object.fromEntries(filled.map(([key, text]) => [key, text.trim()])),
    extra: extraOf(free, header),
  }
}

/** Whether the rows can be read: what is promised, and something of how it went. */
export const isEnough = ({ places, constants }: Pick<Layout, 'places' | 'constants'>): boolean =>
  (places.project !== undefined || (constants.project ?? '') !== '') && isTelling(places)

/** Columns of one name are told apart; one without a name is called by where it stands. */
function extraOf(free: readonly number[], names: readonly string[]): Layout['extra'] {
  const used = new Set<string>()
  return free.map((at) => {
    const name = names[at] === '' || names[at] === undefined ? `第${at + 1}列` : names[at]
    let own = name
    for (let n = 2; used.has(own); n += 1) own = `${name} (${n})`
    used.add(own)
    return { name: own, at }
  })
}

/** What the header itself says of all rows: 开工率 is a share of 开工, 完成投资（万元） is in 万元. */
function constantsOf(places: Layout['places'], names: readonly string[]): Layout['constants'] {
  const nameOf = (key: ColumnKey) => names[places[key] ?? -1] ?? ''
  const basis = places.basis === undefined ? basisOf(nameOf('share')) : undefined
  const units = new Set((['actual', 'target'] as const).map((key) => unitInName(nameOf(key))))
  units.delete(undefined)
  const unit = places.unit === undefined && units.size === 1 ? [...units][0] : undefined
  return { ...(basis && { basis }), ...(unit && !/^[%％]$/.test(unit) && { unit }) }
}

/** Whether projects have several rows, and what they are about stands with their targets. */
function isIndicatorInTarget(
  { project, indicator, target }: Layout['places'],
  body: readonly (readonly string[])[],
): boolean {
  if (indicator !== undefined || project === undefined || target === undefined) return false
  const projects = body.map((cells) => (cells[project] ?? '').trim())
  const repeats = projects.some((name, i) => name === '' || projects.indexOf(name) < i)
  const words = new Set(body.map((cells) => readPhrase(cells[target] ?? '', 'target')?.words ?? ''))
  words.delete('')
  return repeats && words.size > body.length / 2
}

function candidatesOf(scores: readonly Score[]): LayoutGuess['candidates'] {
  const candidates: Partial<Record<ColumnKey, Candidate[]>> = {}
  for (const { key, at, score, reason } of scores)
    if (score >= 20) candidates[key] = [...(candidates[key] ?? []), { at, reason }]
  return candidates
}

/** Notes under the rows that say to which day they run. */
const notesIn = (records: Table['records']): string[] =>
  records
    .slice(-5)
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
    .flatMap(([note = '', ...others]) => (others.length === 0 && /截至|截止/.test(note) ? [note] : []))

/** Whether no row says to which day its figures run: 截至 is no column, or an empty one. */
const isUndated = ({ as_of }: Layout['places'], body: readonly (readonly string[])[]): boolean =>
  as_of === undefined || body.every((cells) => (cells[as_of] ?? '').trim() === '')

/** What the names of the figures' columns say of their time, with the year of the rows: 1—10月完成情况. */
function spansIn(
  { actual, completion, year }: Layout['places'],
  names: readonly string[],
  body: readonly (readonly string[])[],
): string[] {
  const years = new Set(body.map((cells) => (cells[year ?? -1] ?? '').trim()))
  const [only = ''] = years.size === 1 ? years : []
  const spans = [actual, completion].map((at) => names[at ?? -1] ?? '')
  return [...spans, ...(/^20\d{2}年?$/.test(only) ? [`${only.slice(0, 4)}年`] : [])]
}

interface Telling {
  readonly titles: readonly string[]
  readonly notes: readonly string[]
  readonly around: Around
}

function lackingOf(
  places: Layout['places'],
  names: readonly string[],
  body: readonly (readonly string[])[],
  { titles, notes, around: { file = '', sheet = '' } }: Telling,
): LayoutGuess['lacking'] {
  const around = [...titles, file.replace(/\.[^.]*$/, ''), sheet]
  // A note may name a place or a year in passing; the date that it says the figures run to is that of all rows.
  const said = {
    ...aboutTable(around),
    as_of: aboutTable([...titles, ...spansIn(places, names, body), ...around, ...notes]).as_of,
  }
  const lacks = (key: ColumnKey) => places[key] === undefined || (key === 'as_of' && isUndated(places, body))
  const asked = (['region', 'year', 'as_of'] as const)
    .filter(lacks)
    .map((key) => ({ key, suggested: said[key] }))
  const nameless = lacks('project') && lacks('indicator')
  const unit = lacks('unit') && constantsOf(places, names).unit === undefined && said.unit !== undefined
  return [
    ...asked,
    ...(nameless ? [{ key: 'project' as const, suggested: undefined }] : []),
    ...(unit ? [{ key: 'unit' as const, suggested: said.unit }] : []),
  ]
}
