import * as I from '../../lib/interval.ts'
import { HUNDRED, ONE } from '../../lib/rational.ts'
import { isPercent, isPoints } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import { rowRule, type Subject } from '../rule.ts'
import { impossible } from './mismatch.ts'

/**
 * Points and percent confused: a gap given in points that only holds as actual ÷ target − 1, or a growth
 * given in percent that only holds as a difference of rates.
 */
export const pointsNotPercent = rowRule(
  'points-not-percent',
  'error',
  'silent',
  (subject) => gap(subject) ?? growth(subject),
)

function gap(subject: Subject) {
  const relation = impossible(subject, 'excess')
  if (!relation || !isPercent(relation.actual) || !isPercent(relation.other)) return undefined
  const quotient = I.quotient(standsFor(relation.actual, 'actual'), standsFor(relation.other, 'target'))
  if (!quotient) return undefined
  const percent = I.scale(I.shift(quotient, { n: -1n, d: 1n }), HUNDRED)
  if (!I.meets(percent, standsFor(relation.stated, 'result'))) return undefined
  const { actual, other } = relation
  const instead = I.quotient(I.point(actual.value), I.point(other.value))
  return (
    instead && {
      facts: { relation, instead: I.scale(I.shift(instead, { n: -ONE.n, d: ONE.d }), HUNDRED).lo },
    }
  )
}

function growth(subject: Subject) {
  const relation = impossible(subject, 'growth')
  if (!relation || !isPercent(relation.actual) || !isPercent(relation.other) || isPoints(relation.stated))
    return undefined
  const points = I.subtract(standsFor(relation.actual, 'actual'), standsFor(relation.other, 'previous'))
  if (!I.meets(points, standsFor(relation.stated, 'result'))) return undefined
  const instead = I.subtract(I.point(relation.actual.value), I.point(relation.other.value)).lo
  return { facts: { relation, instead } }
}
