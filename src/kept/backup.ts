import type { Kept, KeptInfo, Outcome } from './kept.ts'

/** Why a file is no backup, or cannot be read as one. */
export type BackupProblem = 'not-a-backup' | 'newer' | 'damaged' | 'too-large'

/** Why one data set of a backup was left out. `full` and others: as in `KeptProblem`. */
export interface NotRestored {
  readonly name: string
  readonly reason: 'damaged' | 'too-large' | 'missing' | 'full' | 'not-kept'
}

/** What became of a backup's contents. */
export type Restored =
  | {
      readonly ok: true
      readonly added: readonly KeptInfo[]
      /** Those here already, by the same bytes; their corrections stay as they are here. */
      readonly already: readonly KeptInfo[]
      readonly failed: readonly NotRestored[]
    }
  | { readonly ok: false; readonly reason: BackupProblem }

/** All that is kept, as one file. */
export async function saveBackup(_kept: Kept): Promise<Outcome<Blob>> {
  throw new Error('to come')
}

/** Brings a backup's contents back, beside what is here. Never rejects. */
export async function restoreBackup(_kept: Kept, _file: Blob): Promise<Restored> {
  throw new Error('to come')
}
