import type { Interval } from '../lib/interval.ts'
import type { Rational } from '../lib/rational.ts'
import type { FigureKey } from './dataSet.ts'
import type { Figure } from './figure.ts'

/**
 * Every printed percentage is one of four relations:
 * completion = actual / target, excess = actual − target, share = actual / base, growth = actual / previous − 1.
 */
export type RelationKind = 'completion' | 'excess' | 'share' | 'growth'

/** The ladder of the data contract, best first; `implied` and `unverifiable` where a member is missing. */
export type Verdict =
  | 'exact'
  | 'within-rounding'
  | 'other-rounding'
  | 'inconsistent'
  | 'implied'
  | 'unverifiable'

/** What a writer did, where half-up does not explain a figure. */
export type OtherRounding = 'half-even' | 'truncate' | 'up' | 'mixed'

/** A number nobody printed, worked out from two that were. */
export interface Implied {
  readonly member: FigureKey
  /** Base units, percent for rates; ends exact. */
  readonly interval: Interval
  /** The roundest number inside. */
  readonly candidate: Rational | undefined
}

interface Members {
  readonly kind: RelationKind
  readonly actual: Figure | undefined
  /** Target, base or previous. */
  readonly other: Figure | undefined
  /** The printed percentage or gap. */
  readonly stated: Figure | undefined
}

export interface CheckedRelation extends Members {
  readonly verdict: 'exact' | 'within-rounding' | 'other-rounding' | 'inconsistent'
  readonly actual: Figure
  readonly other: Figure
  readonly stated: Figure
  /** Named beside `other-rounding` only. */
  readonly rounding?: OtherRounding
  /** What the printed inputs give, taken at face value. */
  readonly value: Rational
  /** What the inputs allow, read half-up; undefined where the divisor may be zero. */
  readonly recomputed: Interval | undefined
  /** What they allow under any rounding; undefined where the divisor may be zero. */
  readonly widest: Interval | undefined
}

export interface ImpliedRelation extends Members {
  readonly verdict: 'implied'
  readonly implied: Implied
}

export interface UnverifiableRelation extends Members {
  readonly verdict: 'unverifiable'
}

export type Relation = CheckedRelation | ImpliedRelation | UnverifiableRelation

export const isChecked = (relation: Relation): relation is CheckedRelation =>
  relation.verdict !== 'implied' && relation.verdict !== 'unverifiable'

/** Which column holds the second member. */
export const OTHER: Readonly<Record<RelationKind, 'target' | 'base' | 'previous'>> = {
  completion: 'target',
  excess: 'target',
  share: 'base',
  growth: 'previous',
}
