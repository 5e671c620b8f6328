import type { Rational } from '../lib/rational.ts'

/**
 * Where a completion is from: `printed` as it stands, rounded or not; `implied`, of actual and target, where none
 * was printed; `figures`, of actual and target too, because the printed one cannot be theirs, or says reached where
 * they say missed.
 */
export type CompletionSource = 'printed' | 'implied' | 'figures'

/** How far an indicator got, as everything takes it that draws, sorts or goes on from it, and as words name it. */
export interface Completion {
  /** Percent of the target. */
  readonly value: Rational
  readonly source: CompletionSource
}
