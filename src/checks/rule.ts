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

/**
 * What an archive (src/archive) may take for granted of a row that its screen proves: that the rule is `silent`, or
 * that the screen itself tells when it speaks. A rule of which nothing is known is `asked` about every row.
 */
export type Screened = 'silent' | 'told' | 'asked'

/**
 * How an archive, which keeps no rows, comes by all that a rule finds in a list:
 * - `courses`: of one indicator's rows over a year by themselves, and nothing where no figure falls, no target moves
 *   (archive/courses.ts);
 * - `sums`: what archive/families.ts finds of wholes and parts;
 * - `indicators`: rows of one indicator and level, the first apart;
 * - `rounding`: rows whose relations another reading than the usual one explains;
 * - `issues`: each issue, as it stands;
 * - `entry`: nothing, unless the catalogue says something of the whole list;
 * - `asked`: a rule of which nothing is known is given the whole list, every row made again. Right, and slow.
 */
export type FoundBy = 'courses' | 'sums' | 'indicators' | 'rounding' | 'issues' | 'entry' | 'asked'

/** A rule about one row: pure, and silent where something it needs is missing. */
export interface RowRule<R extends RuleId> {
  readonly id: R
  readonly severity: Severity
  readonly scope: 'row'
  readonly check: (subject: Subject) => Hit<R> | undefined
  readonly screened: Screened
}

/** A rule that has to see the whole list; what it says of single rows it says as they come. */
export interface ListRule<R extends RuleId> {
  readonly id: R
  readonly severity: Severity
  readonly scope: 'list'
  readonly check: (document: Document) => readonly (Hit<R> & { readonly row?: Row })[]
  readonly foundBy: FoundBy
  readonly ofRow?: RowRule<R>['check']
  /** Of what it says of single rows. */
  readonly screened: Screened
}

export type Rule = { [R in RuleId]: RowRule<R> | ListRule<R> }[RuleId]

export const rowRule = <R extends RuleId>(
  id: R,
  severity: Severity,
  screened: Screened,
  check: RowRule<R>['check'],
): RowRule<R> => ({ id, severity, scope: 'row', screened, check })

export const listRule = <R extends RuleId>(
  id: R,
  severity: Severity,
  foundBy: FoundBy,
  check: ListRule<R>['check'],
  screened: Screened = 'silent',
  ofRow?: RowRule<R>['check'],
): ListRule<R> => ({ id, severity, scope: 'list', foundBy, check, screened, ...(ofRow && { ofRow }) })
