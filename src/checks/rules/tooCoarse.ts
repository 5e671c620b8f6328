import * as I from '../../lib/interval.ts'
import { absolute, compare, multiply, type Rational, whole } from '../../lib/rational.ts'
import type { Figure } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import { rowRule } from '../rule.ts'

/** An actual whose rounding alone leaves this share of it open (1/20 = 5 %) can neither confirm nor refute. */
const OPEN_SHARE = 20n

/** The actual is printed far more coarsely than the percentage beside it (2万 at 108.3 %), so the check says nothing. */
export const tooCoarse = rowRule('too-coarse', 'info', 'silent', ({ relations }) => {
  const relation = relations.find((r) => r.kind === 'completion' && r.stated && r.actual)
  if (!relation?.actual || !relation.stated || relation.verdict === 'unverifiable') return undefined
  if (relation.verdict === 'inconsistent' || relation.actual.value.n === 0n) return undefined
  const stands = standsFor(relation.actual, 'actual')
  const open = I.width(stands)
  const isWide = compare(multiply(open, whole(OPEN_SHARE)), absolute(relation.actual.value)) >= 0
  if (!isWide || !coarserThan(open, relation.actual, relation.stated)) return undefined
  return { facts: { actual: relation.actual, stands, relation } }
})

/** Relative width of the actual against that of the percentage: w/a > u/c, cross-multiplied. */
const coarserThan = (open: Rational, actual: Figure, stated: Figure): boolean =>
  compare(multiply(open, absolute(stated.value)), multiply(stated.ulp, absolute(actual.value))) > 0
