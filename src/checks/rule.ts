import type { DataSet, Row } from '../model/dataSet.ts'
import type { Comparison, FactsOf, RuleId, Severity } from '../model/finding.ts'
import type { Relation } from '../model/relation.ts'
import type { Reach } from './reach.ts'
import type { RoundingUse } from './rounding.ts'

/** A row with what was worked out of it. */
export interface Subject {
  readonly row: Row
  readonly relations: readonly Relation[]
  readonly reach: Reach
}

/** All that a rule may look at once every row was seen. */
export interface Document {
  readonly set: DataSet
  readonly rounding: RoundingUse
}

export interface Hit<R extends RuleId> {
  readonly facts: FactsOf[R]
  readonly comparison?: Comparison
}

/** A rule about one row: pure, and silent where something it needs is missing. */
export interface RowRule<R extends RuleId> {
  readonly id: R
  readonly severity: Severity
  readonly scope: 'row'
  readonly check: (subject: Subject) => Hit<R> | undefined
}

/** A rule that has to see the whole list; what it says of single rows it says as they come. */
export interface ListRule<R extends RuleId> {
  readonly id: R
  readonly severity: Severity
  readonly scope: 'list'
  readonly check: (document: Document) => readonly (Hit<R> & { readonly row?: Row })[]
  readonly ofRow?: RowRule<R>['check']
}

export type Rule = { [R in RuleId]: RowRule<R> | ListRule<R> }[RuleId]

export const rowRule = <R extends RuleId>(
  id: R,
  severity: Severity,
  check: RowRule<R>['check'],
): RowRule<R> => ({
  id,
  severity,
  scope: 'row',
  check,
})

export const listRule = <R extends RuleId>(
  id: R,
  severity: Severity,
  check: ListRule<R>['check'],
  ofRow?: RowRule<R>['check'],
): ListRule<R> => ({
  id,
  severity,
  scope: 'list',
  check,
  ...(ofRow && { ofRow }),
})
