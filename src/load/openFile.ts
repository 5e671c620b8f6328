import type { Refusal } from '../model/refusal.ts'
import type { Encoding } from './decode.ts'
import type { Table } from './parse.ts'

/** What a file turned out to be. */
export type Opened =
  | {
      readonly kind: 'tables'
      /** At least one. A text has one, without a name; hidden sheets of a workbook come last. */
      readonly sheets: readonly Sheet[]
      /** Undefined for a workbook. */
      readonly encoding?: Encoding
      readonly delimiter?: string
    }
  | { readonly kind: 'refused'; readonly why: Refusal }

export interface Sheet {
  readonly name: string
  readonly table: Table
  /** Hidden in the workbook. */
  readonly hidden: boolean
  /** Lines that were hidden in the workbook; they are read like all others. */
  readonly hiddenLines: number
}

/** So many bytes of a file are read at once; longer texts go the archive's way, piece by piece. */
export const LARGEST_TEXT = 1 << 25
export const LARGEST_WORKBOOK = 1 << 26
/** More columns than this are no table of indicators. */
export const MOST_COLUMNS = 1000

/** Bytes of a file → its tables, or why there are none. Told by the bytes; the name only tells .et from .xls. Never throws. */
export async function readFile(_bytes: Uint8Array, _name: string): Promise<Opened> {
  return { kind: 'refused', why: { reason: 'no-table' } }
}
