import type { Kept, KeptInfo, Outcome } from '../kept/kept.ts'
import { openKept } from '../kept/openKept.ts'
import { takeOverAccepted } from '../kept/takeOver.ts'
import { byLayout } from '../load/byLayout.ts'
import { applyCorrections, type Corrected, type Headings, headingsOf } from '../load/correct.ts'
import { fetchBytes, textOf } from '../load/fetchFile.ts'
import { type Found, MOST_RECORDS } from '../load/findTables.ts'
import { parseTable, type Table } from '../load/parse.ts'
import { startReader } from '../load/reader.ts'
import { readTable } from '../load/readTable.ts'
import { withReason } from '../model/accepted.ts'
import type { Correction } from '../model/correction.ts'
import type { CatalogueEntry, DataSet } from '../model/dataSet.ts'
import { notePassing, titlePassed } from './passing.ts'
import { ownId } from './sets.ts'
import { type Store, setAccepted, setOwn } from './store.ts'

let kept: Promise<Kept> | undefined
/** What this browser keeps; opened once. */
export const keptHere = (): Promise<Kept> => (kept ??= openKept())

/** A data set as its file has it, with its reader's corrections. */
export interface Held {
  readonly info: KeptInfo
  /** Without any correction. */
  readonly printed: DataSet
  readonly headings: Headings
  readonly corrections: readonly Correction[]
  readonly corrected: Corrected
  readonly set: DataSet
}

/** Read before, or being read, by id. */
const read = new Map<string, Promise<Held | undefined>>()

/** Shows what is kept here, and follows what other tabs do to it. */
export async function followOwn(store: Store): Promise<void> {
  const here = await keptHere()
  here.onChange((change) => {
    if (change === 'sets') void listOwn(store)
    if (change === 'corrections') void readAgain(store)
    if (change === 'settings') void readAccepted(store)
  })
  await listOwn(store)
  await readAccepted(store)
}

/** Lists the reader's own data sets in the switch. */
export async function listOwn(store: Store): Promise<void> {
  const here = await keptHere()
  const list = await here.list()
  if (!list.ok) return
  setOwn(
    store,
    list.value.map((info) => ({ id: ownId(info), title: titleOf(info, list.value), isLarge: isLong(info) })),
  )
  notePassing(
    list.value
      .filter(({ id }) => here.notKept(id))
      .map((info) => ({ id: ownId(info), title: titleOf(info, list.value) })),
  )
}

/** Its name; of several with one name, with the time it was opened. */
function titleOf(info: KeptInfo, list: readonly KeptInfo[]): string {
  if (list.filter(({ name }) => name === info.name).length === 1) return info.name
  const opened = new Date(info.openedAt)
  const [month, day, hour, minute] = [
    opened.getMonth() + 1,
    opened.getDate(),
    opened.getHours(),
    opened.getMinutes(),
  ].map((part) => String(part).padStart(2, '0'))
  return `${info.name}（${month}-${day} ${hour}:${minute}）`
}

/** What was accepted here, in whichever tab; the page's own copy is for browsers that keep nothing else. */
export async function readAccepted(store: Store): Promise<void> {
  const here = await keptHere()
  const accepted = await takeOverAccepted(here, () => store.getState().accepted)
  if (accepted.ok && !here.problem) setAccepted(store, accepted.value)
}

/** @returns whether it outlasts the page */
export async function keepAccepted(keys: readonly string[], reason: string): Promise<boolean> {
  const here = await keptHere()
  const saved = await here.update('accepted', (before = {}) => withReason(before, keys, reason))
  // Where there is no database, the page's own copy counts.
  return here.problem !== undefined || (saved.ok && !saved.notKept)
}

/** What is said of a data set of the reader's own wherever it leaves the board. */
export const entryOf = (info: Pick<KeptInfo, 'name' | 'file' | 'asOf' | 'copied'>): CatalogueEntry => ({
  file: info.file === '' ? `${info.name}.csv` : info.file,
  title: info.name,
  source: info.file === '' ? info.name : info.file,
  asOf: info.asOf,
  ...info.copied,
})

/**
 * A data set by its id. Of a large one the page holds no row (`archives.ts` has it); a part of it, as its id says behind
 * a colon, is a list like any other.
 * @returns undefined where it is not kept here. @throws where it is, and cannot be read any more
 */
export async function ownSet(store: Store, id: string): Promise<DataSet | undefined> {
  const [whole = '', part] = id.split(/:(.*)/s)
  const info = await infoOf(whole)
  if (!info) {
    store.setState({ passed: titlePassed(whole) ?? '' })
    return undefined
  }
  if (!isLong(info)) return (await held(id))?.set
  const { largeSet } = await import('./archives.ts')
  return largeSet(store, info, part)
}

/** The same with what its file printed; read once, however often it is asked for. */
export const held = (id: string): Promise<Held | undefined> => read.get(id) ?? keepRead(id, readHeld(id))

/** Takes a table for what is kept under its id, so that it need not be read again; with its corrections, as kept. */
export const holdRead = (info: KeptInfo, table: Table): Promise<Held> =>
  keepRead(ownId(info), withKept(info, table))

function keepRead<T extends Held | undefined>(id: string, reading: Promise<T>): Promise<T> {
  read.set(id, reading)
  // What is not there, or cannot be read, may be another time.
  const drop = () => void (read.get(id) === reading && read.delete(id))
  reading.then((one) => one ?? drop(), drop)
  return reading
}

async function readHeld(id: string): Promise<Held | undefined> {
  const info = await infoOf(id)
  if (!info) return undefined
  const original = await (await keptHere()).original(info.id)
  if (!original.ok) throw new Error(`${info.name}: ${original.problem.kind}`)
  return withKept(info, await tableIn(original.value, info))
}

async function withKept(info: KeptInfo, table: Table): Promise<Held> {
  const { layout } = info
  // The contract's own header needs no layout, and tells what is wrong with it.
  const printed = readTable(table, entryOf(info), layout && byLayout(layout))
  const corrections = await (await keptHere()).corrections(info.id)
  return hold({ info, printed, headings: headingsOf(table, layout) }, corrections.ok ? corrections.value : [])
}

function hold(file: Pick<Held, 'info' | 'printed' | 'headings'>, corrections: readonly Correction[]): Held {
  const corrected = applyCorrections(file.printed, file.headings, corrections)
  return { ...file, corrections, corrected, set: corrected.set }
}

/** Another tab corrected something: what is shown is read again, the rest when it is asked for. */
async function readAgain(store: Store): Promise<void> {
  const { shown = '' } = store.getState()
  const wasRead = read.has(shown)
  read.clear()
  const one = wasRead ? await held(shown).catch(() => undefined) : undefined
  if (one && store.getState().shown === shown) store.setState({ set: one.set })
}

/**
 * Another list of corrections: kept, then read and checked anew, then shown.
 * @param change what is made of the list as it is kept at that moment, whatever other tabs did to it
 * @returns the list as it is then, or why nothing was changed
 */
export async function correct(store: Store, id: string, change: Change): Promise<Outcome<Corrections>> {
  const before = await held(id)
  if (!before) return { ok: false, problem: { kind: 'gone' } }
  const saved = await (await keptHere()).updateCorrections(before.info.id, change)
  if (!saved.ok) return saved
  const one = hold(before, saved.value)
  read.set(id, Promise.resolve(one))
  if (store.getState().shown === id) store.setState({ set: one.set })
  if (saved.notKept) await listOwn(store)
  return saved
}
type Corrections = readonly Correction[]
type Change = (corrections: Corrections) => Corrections

export async function infoOf(id: string): Promise<KeptInfo | undefined> {
  const list = await (await keptHere()).list()
  return list.ok ? list.value.find((info) => ownId(info) === id) : undefined
}

/** Longer than the page holds itself. */
export const isLong = ({ rows }: Pick<KeptInfo, 'rows'>): boolean => rows > MOST_RECORDS

async function tableIn(original: Blob, { file, sheet, name }: KeptInfo): Promise<Table> {
  const reader = startReader()
  try {
    // However many lines lie above its rows, or were left out between them.
    const found: Found = await reader.read(original, file || name, Number.POSITIVE_INFINITY)
    const sheets = found.kind === 'tables' ? found.sheets : []
    const table = (sheets.find((one) => one.name === sheet) ?? sheets[0])?.table
    if (!table) throw new Error(`${name}: no table`)
    return table
  } finally {
    reader.stop()
  }
}

export const forget = (id: string): void => {
  read.delete(id)
}

/** What an original is called when it is saved; pasted cells stand in a table by tabs. */
export const originalName = ({ file, name }: KeptInfo): string => file || `${name}.tsv`

/** The original of one, byte for byte, under its own name, of a part that of the whole; undefined where it is gone. */
export async function originalOf(
  id: string,
): Promise<{ readonly name: string; readonly content: Blob } | undefined> {
  const info = await infoOf(id.replace(/:.*/s, ''))
  const original = info && (await (await keptHere()).original(info.id))
  return info && original?.ok ? { name: originalName(info), content: original.value } : undefined
}

/**
 * A copy of a data set that the site offers, for its reader to correct. @returns its id; undefined where it cannot be kept
 * @throws where its file cannot be had
 */
export async function copyOffer(store: Store, set: DataSet, name: string): Promise<string | undefined> {
  const { file, asOf, source, projects, claim } = set.entry
  const bytes = await fetchBytes(file)
  const [first] = set.projects
  const added = await (await keptHere()).add({
    name,
    file,
    kind: 'csv',
    rows: set.rows.length,
    projects: set.projects.length,
    region: first?.region ?? '',
    year: first?.year ?? '',
    asOf,
    copied: { source, ...(projects && { projects }), ...(claim !== undefined && { claim }) },
    original: new Blob([new Uint8Array(bytes)], { type: 'text/csv' }),
  })
  if (!added.ok) return undefined
  await holdRead(added.value, parseTable(textOf(file, bytes)))
  await listOwn(store)
  return ownId(added.value)
}
