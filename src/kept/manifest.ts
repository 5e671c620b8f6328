import { LONGEST_CELL, MOST_COLUMNS } from '../load/limits.ts'
import type { Correction } from '../model/correction.ts'
import { COLUMNS } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'
import type { KeptInfo, SettingKey, Settings } from './kept.ts'

/** The file inside a backup that says what the others are. */
export const MANIFEST = 'manifest.json'
const FORMAT = 'livelihood-board-backup'
/** Raised when a board of today could not make sense of what is written. */
const VERSION = 1

/** One data set of a backup. */
export interface SavedSet {
  readonly info: KeptInfo
  readonly corrections: readonly Correction[]
  /** Where the original is inside the backup, and its media type. */
  readonly original: string
  readonly type: string
}

/** What another machine may know, too. */
export type SavedKey = Exclude<SettingKey, 'takenOver'>
export type SavedSettings = { readonly [K in SavedKey]?: Settings[K] }

export interface Manifest {
  readonly sets: readonly SavedSet[]
  readonly settings: SavedSettings
  /** Names of sets that cannot be made sense of. */
  readonly lost: readonly string[]
}

/** `manifest.json`: JSON in UTF-8, written to be read by people too. */
export const manifestText = ({ sets, settings }: Omit<Manifest, 'lost'>, savedAt: string): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, savedAt, sets, settings }, undefined, 2)

/** What a manifest says; of a foreign or broken one, why it is none. What is no part of the format is left out. */
export function parseManifest(text: string): Manifest | 'not-a-backup' | 'newer' | 'damaged' {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'damaged'
  }
  if (!isRecord(value) || value.format !== FORMAT) return 'not-a-backup'
  if (typeof value.version === 'number' && value.version > VERSION) return 'newer'
  if (!Array.isArray(value.sets) || !isRecord(value.settings)) return 'damaged'
  const sets: readonly unknown[] = value.sets
  return {
    sets: sets.filter(isSavedSet),
    settings: settingsIn(value.settings),
    lost: sets.filter((set) => !isSavedSet(set)).map(nameIn),
  }
}

function nameIn(set: unknown): string {
  const name = isRecord(set) && isRecord(set.info) ? set.info.name : undefined
  return typeof name === 'string' ? name : ''
}

type Unknown = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isMaybe = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value)

const isSavedSet = (value: unknown): value is SavedSet =>
  isRecord(value) &&
  isInfo(value.info) &&
  Array.isArray(value.corrections) &&
  value.corrections.every(isCorrection) &&
  isText(value.original) &&
  isText(value.type)

const TEXTS = ['id', 'name', 'file', 'openedAt', 'hash', 'region', 'year', 'asOf'] as const
const COUNTS = ['bytes', 'rows', 'projects'] as const
const KINDS: ReadonlySet<unknown> = new Set<KeptInfo['kind']>(['csv', 'xlsx', 'paste'])

const isCopied = (value: unknown): value is NonNullable<KeptInfo['copied']> =>
  isRecord(value) &&
  typeof value.source === 'string' &&
  isMaybe(value.claim, (claim) => typeof claim === 'string') &&
  isMaybe(
    value.projects,
    (projects) => isRecord(projects) && Object.values(projects).every((count) => typeof count === 'number'),
  )

const isInfo = (value: unknown): value is KeptInfo =>
  isRecord(value) &&
  TEXTS.every((key) => isText(value[key])) &&
  COUNTS.every((key) => isCount(value[key])) &&
  value.id !== '' &&
  KINDS.has(value.kind) &&
  isMaybe(value.sheet, isText) &&
  isMaybe(value.copied, isCopied) &&
  isMaybe(value.layout, isLayout)

const COLUMN_KEYS: ReadonlySet<unknown> = new Set(COLUMNS.map(([key]) => key))

const isCorrection = (value: unknown): value is Correction =>
  isRecord(value) &&
  isCount(value.line) &&
  isText(value.column) &&
  (COLUMN_KEYS.has(value.column) || value.column.startsWith('extra:')) &&
  isText(value.from) &&
  isText(value.to) &&
  isText(value.at)

const byColumn = (value: unknown, is: (value: unknown) => boolean): boolean =>
  isRecord(value) && Object.entries(value).every(([key, one]) => COLUMN_KEYS.has(key) && is(one))

/** A record is filled up to the place: a far one would fill the memory. */
const isPlace = (value: unknown): boolean => isCount(value) && value < MOST_COLUMNS
const isShortText = (value: unknown): boolean => isText(value) && value.length <= LONGEST_CELL

function isLayout(value: unknown): value is Layout {
  if (!isRecord(value) || !Array.isArray(value.extra)) return false
  const extra: readonly unknown[] = value.extra
  return (
    isCount(value.skip) &&
    byColumn(value.places, isPlace) &&
    byColumn(value.constants, isShortText) &&
    extra.length <= MOST_COLUMNS &&
    extra.every((one) => isRecord(one) && isShortText(one.name) && isPlace(one.at)) &&
    isMaybe(value.wide, (wide) => typeof wide === 'boolean') &&
    isMaybe(value.indicatorIn, (where) => where === 'target')
  )
}

/** Of each map the entries that make sense. */
function entriesOf<T>(
  value: unknown,
  is: (one: unknown) => one is T,
): Readonly<Record<string, T>> | undefined {
  if (!isRecord(value)) return undefined
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (is(one) ? [[key, one]] : [])))
}
const isAnswer = (value: unknown): value is 'same' | 'not' => value === 'same' || value === 'not'

const READERS: { readonly [K in SavedKey]: (value: unknown) => Settings[K] | undefined } = {
  accepted: (value) => entriesOf(value, isText),
  layouts: (value) => entriesOf(value, isLayout),
  matches: (value) => entriesOf(value, isAnswer),
}
export const SAVED_KEYS = Object.keys(READERS) as readonly SavedKey[]

const settingsIn = (settings: Unknown): SavedSettings =>
  Object.fromEntries(
    SAVED_KEYS.flatMap((key) => {
      const value = READERS[key](settings[key])
      return value === undefined ? [] : [[key, value]]
    }),
  )
