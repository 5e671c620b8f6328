import { progressOf } from '../checks/pace.ts'
import { type Reach, reachOf } from '../checks/reach.ts'
import { relationsOf } from '../checks/relate.ts'
import { readingsOf } from '../checks/rounding.ts'
import type { Subject } from '../checks/rule.ts'
import type { Row } from '../model/dataSet.ts'
import { isChecked, type RelationKind } from '../model/relation.ts'
import type { Pace } from '../model/status.ts'
import { NO_RULES, type RuleSets } from './ruleSets.ts'

/** What was found in one row, small enough to be kept for a million. */
export interface Outcome {
  /** The set of rules that spoke (ruleSets.ts). */
  readonly findings: number
  readonly checked: number
  readonly held: number
  /** Four bits for each kind of relation: the readings that explain it (checks/rounding.ts). */
  readonly fits: number
  readonly reach: Reach
  /** Told of what is missed before the year's end. */
  readonly pace: Pace | undefined
}

export const KINDS: readonly RelationKind[] = ['completion', 'excess', 'share', 'growth']

/** What the rules themselves say of a row. */
export function outcomeOf(row: Row, sets: RuleSets): Outcome {
  const subject: Subject = { row, relations: relationsOf(row), reach: reachOf(row) }
  let findings = NO_RULES
  sets.rules.forEach((rule, place) => {
    const hit = rule.scope === 'row' ? rule.check(subject) : rule.ofRow?.(subject)
    if (hit) findings = sets.with(findings, place)
  })
  const checked = subject.relations.filter(isChecked)
  const fits = checked.reduce(
    (bits, relation) => bits | (readingsOf(relation) << (KINDS.indexOf(relation.kind) * 4)),
    0,
  )
  return {
    findings,
    checked: checked.length,
    held: checked.filter(({ verdict }) => verdict !== 'inconsistent').length,
    fits,
    reach: subject.reach,
    pace: subject.reach === 'missed' ? progressOf(row, subject.relations)?.pace : undefined,
  }
}
