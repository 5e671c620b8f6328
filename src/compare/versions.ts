import type { AnyColumn } from '../model/correction.ts'
import type { DataSet, Row } from '../model/dataSet.ts'

/** What differs between two versions of a file. A row that only stands on another line does not differ. */
export type Change =
  | {
      readonly kind: 'cell'
      readonly column: AnyColumn
      readonly before: string
      readonly after: string
      readonly old: Row
      readonly new: Row
    }
  | { readonly kind: 'added'; readonly new: Row }
  | { readonly kind: 'removed'; readonly old: Row }

/** What changed, cell by cell: in the new file's order, columns in the contract's; rows taken out at the end. */
export function changesBetween(_old: DataSet, _new: DataSet): Change[] {
  throw new Error('to come')
}

/** Whether the second may be a newer version of the first: half of the smaller one's indicators are in both. */
export function looksLikeNewerVersion(_old: DataSet, _new: DataSet): boolean {
  throw new Error('to come')
}
