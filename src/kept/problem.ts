import { isPartMissing } from '../load/partMissing.ts'
import type { KeptProblem, Outcome } from './kept.ts'

/** Not a word from the database. */
export class Silent extends Error {}
/** No data set of that id. */
export class Gone extends Error {}
/** The connection was closed under us. */
export class Closed extends Error {}

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '')
const failed = (error: unknown): KeptProblem => ({
  kind: 'failed',
  message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
})

/** Why a database could not be opened, from what was thrown. */
export function openingProblem(error: unknown): KeptProblem {
  if (error instanceof Silent) return { kind: 'silent' }
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { kind: 'full' }
    case 'VersionError':
      return { kind: 'newer' }
    // No `indexedDB` at all; forbidden by the reader's settings; a private window of an older Firefox.
    case 'ReferenceError':
    case 'TypeError':
    case 'SecurityError':
    case 'InvalidStateError':
      return { kind: 'unavailable' }
    default:
      return failed(error)
  }
}

/** Why an open database did not do as asked. */
export function problemOf(error: unknown): KeptProblem {
  if (error instanceof Gone) return { kind: 'gone' }
  if (isPartMissing(error)) return { kind: 'missing' }
  if (error instanceof Closed) return { kind: 'closed' }
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return { kind: 'full' }
    case 'InvalidStateError':
      return { kind: 'closed' }
    default:
      return failed(error)
  }
}

/** Runs something that may throw. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}
