import { isPercent } from '../../model/figure.ts'
import type { Comparison } from '../../model/finding.ts'
import { type CheckedRelation, isChecked, type RelationKind } from '../../model/relation.ts'
import { isHedged, statedStandsFor } from '../relate.ts'
import { rowRule, type Subject } from '../rule.ts'

/** The checked relation of one kind, if the row prints all three of its members. */
export function checkedOf(subject: Subject, kind: RelationKind): CheckedRelation | undefined {
  const relation = subject.relations.find((r) => r.kind === kind)
  return relation && isChecked(relation) ? relation : undefined
}

/** What was printed against what the figures allow, both read half-up. */
export function comparisonOf(relation: CheckedRelation): Comparison | undefined {
  if (!relation.recomputed) return undefined
  const { actual, kind } = relation
  const unit = kind === 'excess' ? (isPercent(actual) ? '个百分点' : actual.unit) : '%'
  return { unit, printed: statedStandsFor(relation), allowed: relation.recomputed }
}

/** The relation of this kind, where no rounding at all lets the three figures be true together. */
export function impossible(subject: Subject, kind: RelationKind): CheckedRelation | undefined {
  const relation = checkedOf(subject, kind)
  return relation?.verdict === 'inconsistent' && !isHedged(relation) ? relation : undefined
}

export const mismatch = <K extends RelationKind>(kind: K) =>
  rowRule<`${K}-mismatch`>(
    `${kind}-mismatch`,
    'error',
    kind === 'completion' ? 'told' : 'silent',
    (subject) => {
      const relation = impossible(subject, kind)
      if (!relation || isCapped(subject, relation)) return undefined
      const comparison = comparisonOf(relation)
      return comparison ? { facts: { relation }, comparison } : { facts: { relation } }
    },
  )

/** Some offices print 100 % for everything above the target; `capped-at-100` speaks of that. */
export const isCapped = ({ row }: Subject, relation: CheckedRelation): boolean =>
  relation.kind === 'completion' &&
  !row.lowerIsBetter &&
  relation.stated.value.n === 100n * relation.stated.value.d &&
  relation.value.n > 100n * relation.value.d
