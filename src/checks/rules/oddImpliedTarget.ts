import * as I from '../../lib/interval.ts'
import { compare, divide, HUNDRED, multiply, ONE, type Rational, whole } from '../../lib/rational.ts'
import { type Figure, isPercent } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import type { ImpliedRelation } from '../../model/relation.ts'
import { targetIf } from '../relate.ts'
import { type Hit, rowRule } from '../rule.ts'

const TEN = whole(10)
/** A target that needs this many significant digits or fewer is one that somebody may have set. */
const ROUND_DIGITS = 2

/**
 * A target nobody would set. Of a count: every number that the printed percentage allows needs three
 * significant digits, while a truncated percentage would allow a rounder one (never at 100 %, where the
 * target simply is the actual). Of a rate: no whole percent fits.
 */
export const oddImpliedTarget = rowRule('odd-implied-target', 'warning', 'silent', ({ relations }) => {
  const relation = relations.find((r) => r.verdict === 'implied' && r.implied.member === 'target')
  if (relation?.verdict !== 'implied' || !relation.actual || !relation.stated) return undefined
  return isPercent(relation.actual) ? ofRate(relation) : ofCount(relation)
})

function ofRate(relation: ImpliedRelation): Hit<'odd-implied-target'> | undefined {
  const { stated, implied } = relation
  if (relation.kind === 'completion' && stated && compare(stated.value, HUNDRED) === 0) return undefined
  // A rate in ‰ is set in whole ‰.
  const step = relation.actual?.unit === '‰' ? divide(ONE, TEN) : ONE
  if (I.nearestMultiple(implied.interval, step)) return undefined
  return { facts: { relation, rate: true } }
}

function ofCount(relation: ImpliedRelation): Hit<'odd-implied-target'> | undefined {
  const { actual, stated, implied } = relation
  if (relation.kind !== 'completion' || !actual || !stated || compare(stated.value, HUNDRED) === 0)
    return undefined
  if (isRound(implied.interval)) return undefined
  const truncated = targetIf(actual, stated, 'truncate')
  const round = truncated && I.roundest(truncated)
  if (!round || (I.significantDigits(round) ?? Infinity) > ROUND_DIGITS) return undefined
  const gives = percentOf(actual.value, round)
  return {
    facts: { relation, rate: false, round, gives, before: beforeRounding(actual, stated, round) },
    comparison: { unit: '%', printed: standsFor(stated, 'result'), allowed: I.point(gives) },
  }
}

/** A number that prints as the actual, and of the target as the percentage, cut off; undefined where the actual does. */
function beforeRounding(actual: Figure, stated: Figure, target: Rational) {
  const cut = I.scale(standsFor(stated, 'result', 'truncate'), divide(target, HUNDRED))
  if (I.contains(cut, actual.value)) return undefined
  const both = I.intersection(cut, standsFor(actual, 'actual'))
  const example = both && I.roundest(both)
  return example && { actual: example, gives: percentOf(example, target) }
}

const percentOf = (part: Rational, of: Rational): Rational => multiply(divide(part, of), HUNDRED)

function isRound(interval: I.Interval): boolean {
  const candidate = I.roundest(interval)
  return candidate !== undefined && (I.significantDigits(candidate) ?? Infinity) <= ROUND_DIGITS
}
