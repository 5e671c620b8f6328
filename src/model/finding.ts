import type { Interval } from '../lib/interval.ts'
import type { Rational } from '../lib/rational.ts'
import type { CompletionSource } from './completion.ts'
import type { Issue, Row } from './dataSet.ts'
import type { Figure } from './figure.ts'
import type { CheckedRelation, ImpliedRelation, OtherRounding } from './relation.ts'

/**
 * `error`: the printed figures cannot all be true. `warning`: possible, but ask before you publish.
 * `info`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info'

/**
 * What each rule found, as data: page, exports and command line make their sentences from the same facts.
 * The key is the rule's id. Quantities are exact, in base units; percent for rates.
 */
export interface FactsOf {
  'crosses-target': { relation: CheckedRelation }
  'completion-mismatch': { relation: CheckedRelation }
  'excess-mismatch': { relation: CheckedRelation }
  'share-mismatch': { relation: CheckedRelation }
  'growth-mismatch': { relation: CheckedRelation }
  'points-not-percent': {
    relation: CheckedRelation
    /** What the figures give in the other unit: percent for a gap printed in points, points for a growth in percent. */
    instead: Rational
  }
  'no-whole-target': { actual: Figure; completion: Figure; range: Interval }
  'claim-contradicted': {
    claim: string
    missed: Rational | undefined
    /** Of a row's own completion only: what was accepted of a list's claim goes by these facts. */
    source?: CompletionSource
    /** 全覆盖 beside this coverage, nothing else being missed. */
    coverage: Figure | undefined
    projects: readonly string[]
  }
  'unit-differs': { actual: Figure; other: Figure; member: 'target' | 'base' | 'previous' | 'excess' }
  unreadable: { issue: Issue }
  'parts-do-not-sum': {
    /** The whole as printed, or what its percentage is of. */
    whole: Figure
    /** What its percentage comes to, in base units; undefined where a count was printed. */
    amount: Interval | undefined
    parts: readonly { readonly region: string; readonly figure: Figure }[]
    /** All that the parts may add up to, in base units of the whole. */
    sum: Interval
    /** Whether the parts are known to be all: elsewhere in the file the same ones add up. */
    all: boolean
  }
  'falls-back': { actual: Figure; earlier: Row; before: Figure }
  'target-moved': { earlier: Row; now: MovedTarget; before: MovedTarget }
  'mixed-rounding': {
    relation: CheckedRelation
    /** The rule that explains most rows of the document. */
    usual: 'half-up' | Exclude<OtherRounding, 'mixed'>
    explained: number
    of: number
  }
  'share-over-100': { figure: Figure }
  'below-target': {
    /** Percent of the target; undefined where only a gap was printed. */
    completion: Rational | undefined
    source: CompletionSource | undefined
    excess: Figure | undefined
    /** A rate against its target. */
    actual: Figure | undefined
    target: Figure | undefined
    /** Days gone by and days in the year, before the year's end. */
    gone: readonly [number, number] | undefined
  }
  'started-not-finished': { figure: Figure }
  'capped-at-100': { relation: CheckedRelation }
  'odd-implied-target':
    | { relation: ImpliedRelation; rate: true }
    | {
        relation: ImpliedRelation
        rate: false
        /** The round target that the percentage allows only if it was truncated. */
        round: Rational
        /** What actual ÷ that target gives, in percent. */
        gives: Rational
        /**
         * Where not even that, cut off, is the printed percentage: a number that the actual may have been before
         * it was rounded, of which it is, and what it gives.
         */
        before: { readonly actual: Rational; readonly gives: Rational } | undefined
      }
  'percent-or-points': { growth: Figure }
  'duplicate-row': { first: Row }
  'project-count': { level: string; stated: number; found: number }
  'other-rounding': { relation: CheckedRelation; rounding: OtherRounding }
  'claim-unsupported': { claim: string; silent: number | undefined; of: number | undefined }
  'target-too-easy': {
    completion: Rational
    source: CompletionSource
    /** The printed one, where it is what was computed with. */
    printed: Figure | undefined
  }
  'too-coarse': { actual: Figure; stands: Interval; relation: CheckedRelation | ImpliedRelation }
}

/** A target as one row has it: printed, or worked out under the widest reading. */
export interface MovedTarget {
  readonly stands: Interval
  /** Undefined where it was worked out. */
  readonly printed: Figure | undefined
  /** In whose scale and unit a worked-out one is written. */
  readonly like: Figure
}

export type RuleId = keyof FactsOf

/** A number line: what was printed against what the figures allow. */
export interface Comparison {
  /** Percent, percentage points, or base units of `unit`. */
  readonly unit: string
  /** All that the printed number may stand for. */
  readonly printed: Interval
  /** All that the other figures allow. */
  readonly allowed: Interval
}

interface FindingBase<R extends RuleId> {
  readonly rule: R
  readonly severity: Severity
  /** Undefined where the finding is about the whole list. */
  readonly row: Row | undefined
  readonly facts: FactsOf[R]
  readonly comparison: Comparison | undefined
}

export type FindingFor<R extends RuleId> = FindingBase<R>
export type Finding = { [R in RuleId]: FindingBase<R> }[RuleId]

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
export const bySeverity = (a: Severity, b: Severity): number => RANK[a] - RANK[b]

/**
 * Only errors and warnings carry the vermilion mark, and are counted as figures to question. A cell that we could not
 * read is our question, and no fault of whoever printed it.
 */
export const isQuestion = ({ rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean =>
  severity !== 'info' && rule !== 'unreadable'
/** A question whose figures cannot all be true. */
export const isError = (finding: Pick<Finding, 'rule' | 'severity'>): boolean =>
  finding.severity === 'error' && isQuestion(finding)
