import type { ArchiveText } from '../archive/client.ts'
import type { ArchiveProgress } from '../archive/protocol.ts'
import type { KeptInfo, KeptProblem, NewKept } from '../kept/kept.ts'
import { byLayout } from '../load/byLayout.ts'
import { tableFromClipboard } from '../load/clipboard.ts'
import { areOnlyHeaders } from '../load/findHeader.ts'
import { type Found, type FoundSheet, shortened } from '../load/findTables.ts'
import { guessLayout } from '../load/layout.ts'
import type { Table } from '../load/parse.ts'
import { isPartMissing } from '../load/partMissing.ts'
import type { Reader } from '../load/reader.ts'
import { readTable } from '../load/readTable.ts'
import type { DataSet } from '../model/dataSet.ts'
import { byDay, lastDay } from '../model/date.ts'
import type { Layout, LayoutGuess } from '../model/layout.ts'
import type { Refusal } from '../model/refusal.ts'
import { entryOf, holdRead, isLong, keptHere, listOwn } from './own.ts'
import { ownId } from './sets.ts'
import type { Brought, Store } from './store.ts'

/** What a reader is asked about one file: which sheet, what its columns hold, what it lacks. */
export interface Asking {
  readonly name: string
  readonly sheets: readonly FoundSheet[]
  readonly sheet: number
  readonly guesses: readonly LayoutGuess[]
}
export interface Answered {
  readonly sheet: number
  readonly layout: Layout
}

/** What became of one file. */
export type Outcome =
  | {
      readonly kind: 'opened'
      readonly name: string
      readonly id: string
      readonly rows: number
      readonly problems: number
      /** Records that are no rows. */
      readonly leftOut: number
      /** Rows that were hidden in the workbook; they are read like all others. */
      readonly hidden: number
      /** Why it lasts as long as this page only. */
      readonly notKept: KeptProblem | undefined
    }
  | { readonly kind: 'refused'; readonly name: string; readonly why: Refusal }
  /** The reader chose not to; the worker came to an end; or a part of the page could not be fetched. */
  | { readonly kind: 'dropped' | 'failed' | 'missing'; readonly name: string }

export interface Talk {
  readonly reading: (name: string, at: number, of: number) => void
  /** Undefined where the reader would rather not. */
  readonly ask: (asking: Asking) => Promise<Answered | undefined>
  readonly done: (outcome: Outcome) => void
  /** How far a large file has come. */
  readonly progress: (progress: ArchiveProgress) => void
  /** Aborted where the reader would not wait for it. */
  readonly signal: AbortSignal
}

/** One thing to be opened: a file, or pasted cells as the file that they might have been. */
interface Item {
  readonly name: string
  readonly file: string
  readonly original: Blob
  readonly found: () => Promise<Found>
  /** A sheet of it, however long. */
  readonly whole: (sheet: number) => Promise<Table>
  /** A sheet of it as the archive takes it. */
  readonly text: (sheet: number) => Promise<ArchiveText>
  readonly hash: () => Promise<string>
}

/**
 * Opens what was brought, one after the other: each is read whole, kept, and only then listed. Never rejects.
 * @param pastedName what pasted cells are called
 */
export async function openAll(
  store: Store,
  brought: Brought,
  reader: Reader,
  talk: Talk,
  pastedName: string,
): Promise<void> {
  const items = [
    ...brought.files.map((file) => itemOf(file, reader)),
    ...(brought.pasted === '' ? [] : [pastedItem(brought.pasted, pastedName, reader)]),
  ]
  for (const [at, item] of items.entries()) {
    if (talk.signal.aborted) break
    talk.reading(item.name, at + 1, items.length)
    const outcome = await openOne(item, talk).catch((error: unknown): Outcome => {
      return { kind: isPartMissing(error) ? 'missing' : 'failed', name: item.name }
    })
    if (outcome.kind === 'opened') await listOwn(store)
    talk.done(outcome)
  }
}

const itemOf = (file: File, reader: Reader): Item => ({
  name: file.name,
  file: file.name,
  original: file,
  found: () => reader.read(file, file.name),
  whole: async (sheet) => tableOf(await reader.read(file, file.name, Number.POSITIVE_INFINITY), sheet),
  text: reader.asText,
  hash: () => reader.hash(file),
})

function pastedItem(text: string, name: string, reader: Reader): Item {
  const table = tableFromClipboard(text)
  const sheet = { name: '', hidden: false, hiddenLines: 0, ...shortened(table) }
  const found: Found =
    table.records.length === 0
      ? { kind: 'refused', why: NO_TABLE }
      : areOnlyHeaders([table])
        ? { kind: 'refused', why: { reason: 'no-rows' } }
        : { kind: 'tables', sheets: [sheet] }
  const original = new Blob([text], { type: 'text/plain' })
  return {
    name,
    file: '',
    original,
    found: async () => found,
    whole: async () => table,
    text: async () => ({ text: original }),
    hash: () => reader.hash(original),
  }
}

function tableOf(found: Found, sheet: number): Table {
  const table = found.kind === 'tables' ? found.sheets[sheet]?.table : undefined
  if (!table) throw new Error(`no sheet ${sheet}`)
  return table
}

async function openOne(
  { name, file, original, found: find, whole, text, hash }: Item,
  talk: Talk,
): Promise<Outcome> {
  const found = await find()
  if (found.kind === 'refused') return { kind: 'refused', name, why: found.why }
  const layouts = await rememberedLayouts()
  const guesses = found.sheets.map((sheet) =>
    guessLayout(sheet.table ?? sheet.head, { file, sheet: sheet.name }),
  )
  // A long text of which not even the beginning looks like a table: there is nothing to ask about.
  const isNone = guesses.every(({ sure }) => sure === 'none')
  if (isNone && found.sheets.every(({ table }) => !table)) return { kind: 'refused', name, why: NO_TABLE }
  const unasked = certain(guesses)
  const answered =
    unasked ?? known(guesses, layouts) ?? (await talk.ask(asking(name, found.sheets, guesses, layouts)))
  const sheet = answered && found.sheets[answered.sheet]
  if (!answered || !sheet) return { kind: 'dropped', name }
  const key = guesses[answered.sheet]?.key
  if (key !== undefined && !unasked)
    await (await keptHere()).update('layouts', (before = {}) => ({ ...before, [key]: answered.layout }))
  // By the contract's own header, with nothing above it, nothing said beside it and nothing answered otherwise.
  const isPlain = unasked?.layout.skip === 1 && Object.keys(unasked.layout.constants).length === 0
  const made = {
    name,
    file,
    original,
    hash,
    sheet: sheet.name,
    hidden: sheet.hiddenLines,
    layout: isPlain ? undefined : answered.layout,
    // A text has an encoding, whatever its name.
    isWorkbook: file !== '' && found.encoding === undefined,
  }
  if (sheet.table) return keep(sheet.table, made)
  const content = made.isWorkbook ? await text(answered.sheet) : { text: original }
  return (await keepLarge(content, made, talk)) ?? keep(await whole(answered.sheet), made)
}

/** The first sheet that fits and the only one by the contract's own names: nobody need be asked. */
function certain(guesses: readonly LayoutGuess[]): Answered | undefined {
  const sheet = guesses.findIndex(({ sure }) => sure !== 'none')
  const isOnly = guesses.every(({ sure }, i) => sure !== 'certain' || i === sheet)
  if (guesses[sheet]?.sure !== 'certain' || !isOnly) return undefined
  const layout = guesses[sheet]?.layout
  return layout && { sheet, layout }
}

const NO_TABLE: Refusal = { reason: 'no-table' }

type Layouts = Readonly<Record<string, Layout>>

async function rememberedLayouts(): Promise<Layouts> {
  const saved = await (await keptHere()).get('layouts')
  return (saved.ok && saved.value) || {}
}

/** The only sheet that may be meant, where its header was answered for before and it says itself what was said then. */
function known(guesses: readonly LayoutGuess[], layouts: Layouts): Answered | undefined {
  const [sheet, ...others] = guesses.flatMap(({ sure }, i) => (sure === 'none' ? [] : [i]))
  const guess = sheet === undefined ? undefined : guesses[sheet]
  const before = guess?.key === undefined ? undefined : layouts[guess.key]
  if (sheet === undefined || !guess || !before || others.length > 0) return undefined
  // Last year's year is not this year's; the region of an office stays.
  const isSaid = guess.lacking.every(
    ({ key, suggested }) =>
      key === 'region' || suggested !== undefined || before.constants[key] === undefined,
  )
  return isSaid ? { sheet, layout: asBefore(guess, before) } : undefined
}

/**
 * Columns as they were answered for this header; what the table lacks as it says itself, else as it was said then. The
 * date of another table is none of this one's, which may be next month's.
 */
function asBefore({ layout, lacking }: LayoutGuess, before: Layout): Layout {
  const { as_of: _another, ...lasting } = before.constants
  const said = lacking.flatMap(({ key, suggested }) => (suggested === undefined ? [] : [[key, suggested]]))
  return { ...before, skip: layout.skip, constants: { ...lasting, ...Object.fromEntries(said) } }
}

function asking(
  name: string,
  sheets: readonly FoundSheet[],
  guesses: readonly LayoutGuess[],
  layouts: Layouts,
): Asking {
  const informed = guesses.map((guess): LayoutGuess => {
    const before = guess.key === undefined ? undefined : layouts[guess.key]
    return before ? { ...guess, layout: asBefore(guess, before) } : guess
  })
  const first = informed.findIndex(({ sure }) => sure !== 'none')
  return { name, sheets, sheet: Math.max(0, first), guesses: informed }
}

type New = Pick<NewKept, 'file' | 'original'> & {
  readonly hash: () => Promise<string>
  readonly isWorkbook: boolean
  readonly hidden: number
  readonly name: string
  readonly sheet: string
  readonly layout: Layout | undefined
}

const titleOf = ({ name, file }: New): string => (file === '' ? name : file.replace(/\.[^.]*$/, ''))

async function keep(table: Table, made: New): Promise<Outcome> {
  const { name, file, layout } = made
  const set = readTable(table, entryOf({ name: titleOf(made), file, asOf: '' }), layout && byLayout(layout))
  if (set.rows.length === 0) return { kind: 'refused', name, why: { reason: 'no-rows' } }
  const counts = { rows: set.rows.length, projects: set.projects.length, ...placeOf(set) }
  const added = await add(made, counts)
  if (!added.ok) return { kind: 'failed', name }
  await holdRead(added.value, table)
  return opened(made, added, { problems: set.issues.length, leftOut: set.leftOut?.length ?? 0 })
}

/**
 * One that is read, checked and indexed in a worker; it is kept once that has come to its end.
 * @returns undefined where it has many lines, but no more rows than the page holds itself
 */
async function keepLarge(content: ArchiveText, made: New, talk: Talk): Promise<Outcome | undefined> {
  const { name, file, layout } = made
  const [{ openArchive }, { holdArchive }] = await Promise.all([
    import('../archive/client.ts'),
    import('./archives.ts'),
  ])
  const entry = entryOf({ name: titleOf(made), file, asOf: '' })
  const archive = await openArchive(content, layout, entry, talk.progress, talk.signal)
  const { rows, projects, issues, leftOut } = archive.summary
  if (!isLong({ rows })) {
    archive.close()
    return undefined
  }
  const added = await add(made, { rows, projects, region: '', year: '', asOf: '' })
  if (!added.ok) {
    archive.close()
    return { kind: 'failed', name }
  }
  holdArchive(ownId(added.value), archive)
  return opened(made, added, { problems: issues, leftOut })
}

interface Added {
  readonly value: KeptInfo
  readonly notKept?: KeptProblem | undefined
}

const opened = (
  { name, hidden }: New,
  { value: info, notKept }: Added,
  told: { readonly problems: number; readonly leftOut: number },
): Outcome => ({ kind: 'opened', name, id: ownId(info), rows: info.rows, ...told, hidden, notKept })

/** Keeps it, unless the same sheet of the same bytes is there, read in the same way. */
async function add(made: New, counts: Pick<NewKept, 'rows' | 'projects' | 'region' | 'year' | 'asOf'>) {
  const here = await keptHere()
  const { file, original, sheet, layout } = made
  const hash = await made.hash()
  const list = await here.list()
  const same = list.ok
    ? list.value.find(
        (one) =>
          one.hash === hash &&
          (one.sheet ?? '') === sheet &&
          // Read by other columns, it is another list.
          JSON.stringify(one.layout) === JSON.stringify(layout),
      )
    : undefined
  if (same) {
    // There may be room for it by now.
    const kept = here.notKept(same.id) && (await here.keep(same.id))
    return { ok: true as const, value: same, notKept: kept && !kept.ok ? kept.problem : undefined }
  }
  return here.add({
    ...counts,
    name: titleOf(made),
    file,
    original,
    hash,
    kind: file === '' ? 'paste' : made.isWorkbook ? 'xlsx' : 'csv',
    ...(layout && { layout }),
    ...(sheet !== '' && { sheet }),
  })
}

/** Region, year and date where the whole list has one; the latest date where it has several. */
function placeOf({ rows }: DataSet): Pick<NewKept, 'region' | 'year' | 'asOf'> {
  const only = (values: ReadonlySet<string>) => (values.size === 1 ? ([...values][0] ?? '') : '')
  const of = (key: 'region' | 'year' | 'as_of') => new Set(rows.map(({ cells }) => cells[key]))
  const dates = [...of('as_of')].flatMap((asOf) => {
    const day = lastDay(asOf)
    return day === undefined ? [] : [{ asOf, day }]
  })
  const latest = dates.sort(byDay).at(-1)
  return { region: only(of('region')), year: only(of('year')), asOf: latest?.asOf ?? '' }
}
