import type { FileEntry } from '@zip.js/zip.js'
import { trimmed } from '../lib/trimmed.ts'
import { hashOf } from '../load/hash.ts'
import { isPartMissing, part } from '../load/partMissing.ts'
import type { Kept, KeptInfo, KeptProblem, Outcome, Settings } from './kept.ts'
import {
  MANIFEST,
  type Manifest,
  manifestText,
  parseManifest,
  SAVED_KEYS,
  type SavedKey,
  type SavedSet,
  type SavedSettings,
} from './manifest.ts'
import { attempt } from './problem.ts'

/**
 * A backup is a ZIP archive that any program opens: `manifest.json` says what is kept (kept/manifest.ts), and
 * `originals/` holds the opened files as they were.
 */

/** Why a file is no backup, or cannot be read as one; `missing`: what reads it could not be fetched. */
export type BackupProblem = 'not-a-backup' | 'newer' | 'damaged' | 'too-large' | 'unreadable' | 'missing'

/** Why one data set of a backup was left out. */
export interface NotRestored {
  /** '' where the backup does not tell. */
  readonly name: string
  /** `missing`: the backup lacks its original. `full`: no room. `not-kept`: the browser could not keep it. */
  readonly reason: 'damaged' | 'missing' | 'too-large' | 'full' | 'not-kept'
}

/** What became of a backup's contents. */
export type Restored =
  | {
      readonly ok: true
      readonly added: readonly KeptInfo[]
      /** Those here already, by the same bytes; their names and corrections stay as they are here. */
      readonly already: readonly KeptInfo[]
      readonly failed: readonly NotRestored[]
      /** Whether the settings are here. */
      readonly settings: boolean
      /** Why what was added is gone with the page; undefined where it is kept. */
      readonly notKept: KeptProblem | undefined
    }
  | { readonly ok: false; readonly reason: BackupProblem }

/** Most bytes of one original, of the manifest, and of all originals together. */
export const LARGEST_ORIGINAL = 1 << 29
const LARGEST_MANIFEST = 1 << 26
const LARGEST_SUM = 2 ** 33
/** Most files in an archive; a backup has one for each data set, and two more. */
const MOST_ENTRIES = 10_000

/** Loaded with the first backup. No workers: the page's policy would refuse them. */
async function zip() {
  const library = await part(import('@zip.js/zip.js/lib/zip-core-native.js'))
  library.configure({ useWebWorkers: false })
  return library
}

/**
 * All that is kept, as one file. A data set that another tab removes meanwhile is left out.
 * @param about what a person who opens the archive should know; goes into it as `README.txt`
 */
export async function saveBackup(kept: Kept, about = ''): Promise<Outcome<Blob>> {
  const listed = await kept.list()
  if (!listed.ok) return listed
  const settings = await settingsOf(kept)
  if (!settings.ok) return settings
  const saved = await attempt(async (): Promise<Outcome<Blob>> => {
    const { ZipWriter, BlobWriter, TextReader } = await zip()
    const writer = new ZipWriter(new BlobWriter('application/zip'))
    if (about !== '') await writer.add('README.txt', new TextReader(about))
    const sets: SavedSet[] = []
    for (const { id } of listed.value) {
      const whole = await kept.whole(id)
      if (!whole.ok) {
        if (whole.problem.kind === 'gone') continue
        return whole
      }
      const { info, original, corrections } = whole.value
      const path = `originals/${sets.length + 1}-${plainName(info)}`
      // A workbook is a ZIP archive already.
      await writer.add(path, inPieces(original), info.kind === 'xlsx' ? { level: 0 } : {})
      sets.push({ info, corrections, original: path, type: original.type })
    }
    const text = manifestText({ sets, settings: settings.value }, new Date().toISOString())
    await writer.add(MANIFEST, new TextReader(text))
    return { ok: true, value: await writer.close() }
  })
  return saved.ok ? saved.value : saved
}

/** So much at a time: in between the page answers. */
const PIECE = 1 << 20
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

function inPieces(original: Blob): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      if (at >= original.size) return controller.close()
      await breathe()
      controller.enqueue(new Uint8Array(await original.slice(at, at + PIECE).arrayBuffer()))
      at += PIECE
    },
  })
}

/** A name that no file system takes for anything else; only for people, it is the manifest that counts. */
function plainName({ file, kind }: KeptInfo): string {
  const plain = trimmed(file.replace(/[\p{C}\\/:*?"<>|]/gu, '_'), (char) => /[.\s]/.test(char))
  return plain === '' ? (kind === 'xlsx' ? 'table.xlsx' : 'table.csv') : [...plain].slice(-80).join('')
}

async function settingsOf(kept: Kept): Promise<Outcome<SavedSettings>> {
  const entries: (readonly [SavedKey, unknown])[] = []
  for (const key of SAVED_KEYS) {
    const value = await kept.get(key)
    if (!value.ok) return value
    if (value.value !== undefined) entries.push([key, value.value])
  }
  return { ok: true, value: Object.fromEntries(entries) }
}

/**
 * Brings a backup's contents back, beside what is here: of data sets all or nothing each; of settings what is here
 * stays. Never rejects.
 */
export async function restoreBackup(kept: Kept, file: Blob): Promise<Restored> {
  const opened = await openBackup(file)
  if (typeof opened === 'string') return { ok: false, reason: opened }
  const { manifest, entries } = opened
  const added: KeptInfo[] = []
  const already: KeptInfo[] = []
  const failed: NotRestored[] = manifest.lost.map((name) => ({ name, reason: 'damaged' }))
  let sum = 0
  let notKept: KeptProblem | undefined
  for (const saved of manifest.sets) {
    sum += saved.info.bytes
    const { name } = saved.info
    const original = sum > LARGEST_SUM ? 'too-large' : await originalOf(saved, entries.get(saved.original))
    if (typeof original === 'string') {
      failed.push({ name, reason: original })
      continue
    }
    const { info, corrections } = saved
    const brought = await kept.bring({ info, original, corrections })
    if (!brought.ok) failed.push({ name, reason: reasonOf(brought.problem) })
    else (brought.value.isNew ? added : already).push(brought.value.info)
    if (brought.ok) notKept ??= brought.notKept
  }
  const settings = await restoreSettings(kept, manifest.settings)
  return { ok: true, added, already, failed, settings, notKept }
}

const reasonOf = ({ kind }: KeptProblem): NotRestored['reason'] => (kind === 'full' ? kind : 'not-kept')

type Entries = ReadonlyMap<string, FileEntry>

async function openBackup(
  file: Blob,
): Promise<{ readonly manifest: Manifest; readonly entries: Entries } | BackupProblem> {
  let first: Uint8Array
  try {
    first = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  } catch {
    return 'unreadable'
  }
  // An archive that was cut off still begins as one.
  if (String.fromCharCode(...first) !== 'PK\u0003\u0004') return 'not-a-backup'
  try {
    const { ZipReader, BlobReader } = await zip()
    const entries = new Map<string, FileEntry>()
    let count = 0
    for await (const entry of new ZipReader(new BlobReader(file)).getEntriesGenerator()) {
      count += 1
      if (count > MOST_ENTRIES) return 'too-large'
      if (!entry.directory) entries.set(entry.filename, entry)
    }
    const entry = entries.get(MANIFEST)
    if (!entry) return 'not-a-backup'
    if (entry.uncompressedSize > LARGEST_MANIFEST) return 'too-large'
    const text = await (await unpack(entry, entry.uncompressedSize)).text()
    const manifest = parseManifest(text)
    return typeof manifest === 'string' ? manifest : { manifest, entries }
  } catch (error) {
    return isPartMissing(error) ? 'missing' : 'damaged'
  }
}

/** The original as it was saved: of the size and the hash that the manifest says. */
async function originalOf(
  { info, type }: SavedSet,
  entry: FileEntry | undefined,
): Promise<Blob | NotRestored['reason']> {
  if (!entry) return 'missing'
  if (info.bytes > LARGEST_ORIGINAL) return 'too-large'
  try {
    const original = await unpack(entry, info.bytes, type)
    return original.size === info.bytes && (await hashOf(original)) === info.hash ? original : 'damaged'
  } catch {
    return 'damaged'
  }
}

/** So many bytes are held before the browser may put them elsewhere. */
const HELD = 1 << 24

/** @throws where more comes out than was said, whatever the archive says of itself, or the archive is broken */
async function unpack(entry: FileEntry, size: number, type = ''): Promise<Blob> {
  let [parts, held, sum, breath]: [BlobPart[], number, number, number] = [[], 0, 0, 0]
  const fold = () => {
    parts = [new Blob(parts)]
    held = 0
  }
  await entry.getData(
    new WritableStream<Uint8Array<ArrayBuffer>>({
      async write(piece) {
        sum += piece.length
        held += piece.length
        breath += piece.length
        if (sum > size) throw new RangeError('more than was said')
        parts.push(piece)
        if (held > HELD) fold()
        if (breath < PIECE) return
        breath = 0
        await breathe()
      },
    }),
    { checkOverlappingEntry: true },
  )
  return new Blob(parts, { type })
}

/** They grow by what they lack; what is here stays. */
async function restoreSettings(kept: Kept, saved: SavedSettings): Promise<boolean> {
  const bring = async <K extends SavedKey>(key: K, value: Settings[K] | undefined) =>
    value === undefined || (await kept.update(key, (here) => ({ ...value, ...here }))).ok
  const done = [
    await bring('accepted', saved.accepted),
    await bring('layouts', saved.layouts),
    await bring('matches', saved.matches),
  ]
  return done.every(Boolean)
}
