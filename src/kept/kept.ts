import type { Accepted } from '../model/accepted.ts'
import type { Correction } from '../model/correction.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'

/** An opened data set, without its original. */
export interface KeptInfo {
  readonly id: string
  /** As shown; the reader may change it. */
  readonly name: string
  /** What the file was called when it was opened; '' for pasted cells. */
  readonly file: string
  readonly kind: 'csv' | 'xlsx' | 'paste'
  /** Size of the original in bytes. */
  readonly bytes: number
  readonly rows: number
  readonly projects: number
  /** ISO 8601. */
  readonly openedAt: string
  /** SHA-256 of the original's bytes, 64 hexadecimal digits. */
  readonly hash: string
  /** For the switch; '' where the list says none, or several. */
  readonly region: string
  readonly year: string
  readonly asOf: string
  /** How its reader laid it out, where it has not the contract's header. */
  readonly layout?: Layout
  /** What the catalogue said of the list that this is a copy of; the rules hold it against the rows. */
  readonly copied?: Pick<CatalogueEntry, 'source' | 'projects' | 'claim'>
  /** The sheet that was read. */
  readonly sheet?: string
}

/** What is given to be kept; the rest follows from it. */
export type NewKept = Omit<KeptInfo, 'id' | 'bytes' | 'openedAt' | 'hash'> & {
  /** The file as it was opened, or the pasted text; kept byte for byte. */
  readonly original: Blob
  /** Where it is known already (`hashOf`). */
  readonly hash?: string
}

/** A data set with all that belongs to it. */
export interface KeptSet {
  readonly info: KeptInfo
  readonly original: Blob
  readonly corrections: readonly Correction[]
}

/** Small things by name. Maps grow through `update`, so that two tabs do not lose one another's entries. */
export interface Settings {
  readonly accepted: Accepted
  /** Header key → how a table with such a header is read. */
  readonly layouts: Readonly<Record<string, Layout>>
  /** What was said of two indicators when lists were compared (compare/answers.ts). */
  readonly matches: Readonly<Record<string, 'same' | 'not'>>
  /** Whether what an earlier board kept elsewhere in this browser was taken over; says nothing to another machine. */
  readonly takenOver: boolean
}
export type SettingKey = keyof Settings

/**
 * Why something is not kept.
 * `unavailable`: no IndexedDB here, or not allowed (private windows). `full`: no room left. `blocked`: another tab
 * still runs an older version of the board. `newer`: a newer version of the board has been here. `closed`: the
 * browser, or a newer version in another tab, has closed the database; the page must be loaded again. `gone`: no
 * such data set, another tab may have removed it. `silent`: the database never answered. `missing`: a part of the page could not be
 * fetched. `failed`: anything else, in the browser's own words.
 */
export type KeptProblem =
  | { readonly kind: 'unavailable' | 'full' | 'blocked' | 'newer' | 'closed' | 'gone' | 'silent' | 'missing' }
  | { readonly kind: 'failed'; readonly message: string }

/** What every method answers; none ever rejects. `notKept`: why what was changed lasts as long as the page only. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly notKept?: KeptProblem }
  | { readonly ok: false; readonly problem: KeptProblem }

/** What another tab changed. */
export type KeptChange = 'sets' | 'corrections' | 'settings'

/**
 * What stays in this browser. Each method that changes something does all of it, or nothing; what the browser would
 * not keep is held in memory, and works like all else while the page lasts.
 */
export interface Kept {
  /** Why nothing outlasts the page; undefined where it does. All methods work either way. */
  readonly problem: KeptProblem | undefined
  /** Why a data set, or something said of it, does not outlast the page; undefined where all of it does. */
  notKept(id: string): KeptProblem | undefined
  /** Tries once more to keep what is held in memory of a data set. */
  keep(id: string): Promise<Outcome<undefined>>
  /** The last opened first. */
  list(): Promise<Outcome<readonly KeptInfo[]>>
  /** Keeps a data set. One of the same bytes may be there already: compare hashes in `list` first. */
  add(set: NewKept): Promise<Outcome<KeptInfo>>
  rename(id: string, name: string): Promise<Outcome<KeptInfo>>
  /** With its original and corrections. Removing what is gone already is no problem. */
  remove(id: string): Promise<Outcome<undefined>>
  /** Byte for byte what was given. */
  original(id: string): Promise<Outcome<Blob>>
  corrections(id: string): Promise<Outcome<readonly Correction[]>>
  /** Changes the list that is there at that moment, whatever other tabs do. @returns the list as it is then */
  updateCorrections(
    id: string,
    change: (corrections: readonly Correction[]) => readonly Correction[],
  ): Promise<Outcome<readonly Correction[]>>
  /** All of one, as it is at one moment. */
  whole(id: string): Promise<Outcome<KeptSet>>
  /**
   * Keeps one as it was kept elsewhere; under another id if another has taken its own. Of the same bytes and sheet
   * only one is kept: where it is here already, nothing is changed, and `info` is that of the one here.
   */
  bring(set: KeptSet): Promise<Outcome<{ readonly isNew: boolean; readonly info: KeptInfo }>>
  get<K extends SettingKey>(key: K): Promise<Outcome<Settings[K] | undefined>>
  set<K extends SettingKey>(key: K, value: Settings[K]): Promise<Outcome<undefined>>
  /** Changes what is there at that moment, whatever other tabs do. */
  update<K extends SettingKey>(
    key: K,
    change: (value: Settings[K] | undefined) => Settings[K],
  ): Promise<Outcome<Settings[K]>>
  /** Tells when another tab changed something. @returns what ends it */
  onChange(listener: (change: KeptChange) => void): () => void
  /** Lets go of database and channel; for tests, and pages that end. */
  close(): void
}
