import type { Item } from '../checks/asked.ts'
import type { Merge, Table } from '../load/parse.ts'
import type { CatalogueEntry, ColumnKey, Issue } from '../model/dataSet.ts'
import { type Filter, NO_FILTER } from '../model/filter.ts'
import type { RuleId } from '../model/finding.ts'
import type { Layout, LeftOut } from '../model/layout.ts'
import type { Asked, Status, When } from '../model/status.ts'

/** How far reading has come; told about ten times a second. */
export interface ArchiveProgress {
  /** `reading`: rows are read, checked and indexed; `checking`: what needs the whole list. */
  readonly phase: 'reading' | 'checking'
  readonly rows: number
  /** Of the file's bytes, 0 to 1. */
  readonly share: number
  /** Undefined until there is something to judge by. */
  readonly secondsLeft: number | undefined
}

export interface ArchiveCounts {
  readonly when: When
  readonly rows: number
  readonly projects: number
  readonly indicators: number
  /** Projects by how they stand. */
  readonly statuses: Readonly<Record<Status, number>>
  readonly asked: Asked
  /** Percentages re-computed, and those of them that hold. */
  readonly checked: number
  readonly held: number
}

/** What is known of the whole file once it is read. */
export interface ArchiveSummary extends ArchiveCounts {
  readonly issues: number
  /** Records that are no rows: titles, totals, notes, a header said again. */
  readonly leftOut: number
  readonly items: number
  readonly extraColumns: readonly string[]
  readonly encoding: string
  /** As a character; `,` for a file without any. */
  readonly delimiter: string
  /** Of the file. */
  readonly bytes: number
}

/**
 * What the reader narrowed the archive to, as on the board: it chooses projects. A region's parts are all that lies
 * below it, `text` is found in one cell or across a figure and its unit.
 */
export interface ArchiveFilter extends Filter {
  readonly year: string
}

export const ALL: ArchiveFilter = { ...NO_FILTER, year: '' }

/** A value of a column, with so many projects of the answer that have it. */
export interface ValueCount {
  readonly value: string
  readonly projects: number
}

/** A region below the one filtered to, with all that lies in it. */
export interface RegionCount {
  /** Whole path, as a filter takes it. */
  readonly path: string
  /** Its last part. */
  readonly name: string
  readonly projects: number
  readonly statuses: Readonly<Record<Status, number>>
  /** Rows to be asked about. */
  readonly questions: number
  /** Whether regions lie below it. */
  readonly hasParts: boolean
}

export interface ArchiveAnswer extends ArchiveCounts {
  /** For `rowsAt`, `itemsAt`, `csvAt`; the last few answers are kept. */
  readonly id: number
  /** As many as `itemsAt` has of it. */
  readonly items: number
  readonly groups: {
    readonly regions: readonly RegionCount[]
    readonly years: readonly ValueCount[]
    readonly dates: readonly ValueCount[]
    readonly levels: readonly ValueCount[]
    readonly domains: readonly ValueCount[]
    readonly owners: readonly ValueCount[]
    /** Rows that carry a finding of the rule; rules that found nothing are left out. */
    readonly rules: readonly { readonly rule: RuleId; readonly rows: number }[]
  }
}

/** A row as printed. */
export interface ArchiveRow {
  readonly line: number
  readonly cells: Readonly<Record<ColumnKey, string>>
  readonly extra: Readonly<Record<string, string>>
  /** Worst first. */
  readonly findings: readonly RuleId[]
}

/** Text of a CSV from one row on; `next` is the row to go on with, undefined at the end. */
export interface CsvPiece {
  readonly text: string
  readonly next: number | undefined
}

/** What an archive answers; `from` counts from 0, `to` is not included. */
export interface ArchiveQueries {
  answer(filter: ArchiveFilter): ArchiveAnswer
  /** Rows in the order of the file. @throws ArchiveError `forgotten` where the answer is no longer kept */
  rowsAt(answer: number, from: number, to: number): readonly ArchiveRow[]
  /** Rows, and findings about none, with all their facts: the worst first, then by row. */
  itemsAt(answer: number, from: number, to: number): readonly Item[]
  /** CSV that Excel opens as it is, in pieces of some megabytes; the first begins with the header. */
  csvAt(answer: number, from: number): CsvPiece
  issuesAt(from: number, to: number): readonly Issue[]
  /** Records that are no rows, in the order of the file. */
  leftOutAt(from: number, to: number): readonly LeftOut[]
  /** The rows of a filter with their header, to be opened as an ordinary data set; undefined where they are more. */
  subset(filter: ArchiveFilter, most: number): Table | undefined
}

/** The page's side of it. */
export type Archive = {
  readonly [K in keyof ArchiveQueries]: (
    ...args: Parameters<ArchiveQueries[K]>
  ) => Promise<ReturnType<ArchiveQueries[K]>>
} & {
  readonly summary: ArchiveSummary
  /** Ends the worker; questions still open are rejected as `stopped`. */
  readonly close: () => void
}

/**
 * Why there is no archive: `no-text` in no encoding that is read; `no-table` without 项目 or 指标, or empty
 * (`detail` names the column); `too-large` for one array of bytes; `no-memory`, the worker died or could not go
 * on; `stopped` by the reader; `unread`, the file was moved or changed meanwhile; `forgotten`, an answer no
 * longer kept; `failed`, a mistake of ours.
 */
export type ArchiveProblem =
  | 'no-text'
  | 'no-table'
  | 'too-large'
  | 'no-memory'
  | 'stopped'
  | 'unread'
  | 'forgotten'
  | 'failed'

export class ArchiveError extends Error {
  readonly kind: ArchiveProblem
  readonly detail: string

  constructor(kind: ArchiveProblem, detail = '') {
    super(detail === '' ? kind : `${kind}: ${detail}`)
    this.name = 'ArchiveError'
    this.kind = kind
    this.detail = detail
  }
}

/** Page → worker. */
export type ToWorker =
  | {
      readonly open: Blob
      /** Where it is the text of a sheet (load/tableText.ts). */
      readonly merges?: readonly Merge[]
      readonly layout: Layout | undefined
      readonly entry: CatalogueEntry
    }
  | { readonly ask: keyof ArchiveQueries; readonly id: number; readonly args: readonly unknown[] }

/** Worker → page. */
export type FromWorker =
  | { readonly progress: ArchiveProgress }
  | { readonly opened: ArchiveSummary }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id?: number; readonly problem: ArchiveProblem; readonly detail: string }
