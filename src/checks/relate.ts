import * as I from '../lib/interval.ts'
import { HUNDRED, ONE, power10 } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { type Figure, isPercent, isPoints } from '../model/figure.ts'
import { type Reading, standsFor } from '../model/reading.ts'
import {
  type CheckedRelation,
  OTHER,
  type OtherRounding,
  type Relation,
  type RelationKind,
} from '../model/relation.ts'
import { conversion } from '../model/unit.ts'

const KINDS: readonly RelationKind[] = ['completion', 'excess', 'share', 'growth']
const NAMED: readonly Exclude<OtherRounding, 'mixed'>[] = ['half-even', 'truncate', 'up']

/**
 * The relations of a row: those whose percentage it prints, and those whose two other members it prints
 * (the percentage then solved; for a rate against a target in % that is `excess`, else `completion`).
 * Source: the data contract, "The four relations".
 */
export function relationsOf(row: Row): Relation[] {
  return KINDS.map((kind) => relate(row, kind)).filter((relation) => relation !== undefined)
}

function relate(row: Row, kind: RelationKind): Relation | undefined {
  const stated = row.figures[kind]
  const members = { kind, actual: row.figures.actual, other: row.figures[OTHER[kind]], stated }
  const { actual, other } = members
  if (actual && other && !comparable(actual, other)) return stated && { ...members, verdict: 'unverifiable' }
  if (stated && actual && other)
    return check(kind, actual, other, stated) ?? { ...members, verdict: 'unverifiable' }
  if (!stated && !(actual && other && isNatural(kind, actual, other))) return undefined
  const implied = solve(kind, actual, other, stated)
  if (!implied) return stated && { ...members, verdict: 'unverifiable' }
  return { ...members, verdict: 'implied', implied: { ...implied, candidate: I.roundest(implied.interval) } }
}

/** Of the two relations between an actual and a target, the one a reader would work out. */
function isNatural(kind: RelationKind, actual: Figure, target: Figure): boolean {
  if (kind === 'share' || kind === 'growth') return true
  // A bare 65 beside 87% is a rate too.
  return (kind === 'excess') === (isPercent(actual) && (isPercent(target) || target.unit === ''))
}

/** 约 is never an error on its own, whichever member it stands before. */
export const isHedged = ({ actual, other, stated }: CheckedRelation): boolean =>
  [actual, other, stated].some((figure) => figure.qualifier === 'about')

export const comparable = (a: Figure, b: Figure): boolean => conversion(b.unit, a.unit) !== undefined

/** What `other` stands for, in the unit of `actual`; the two must be comparable. */
export function inUnitOf(actual: Figure, other: Figure, interval: I.Interval): I.Interval {
  // ‰ is already held in percent, so only true unit conversions are left.
  const power = isPercent(actual) ? 0 : (conversion(other.unit, actual.unit) ?? 0)
  return power === 0 ? interval : I.scale(interval, power10(power))
}

/** All that the printed percentage or gap may stand for; a gap in the actual's unit. */
export function statedStandsFor(
  { kind, actual, stated }: Pick<CheckedRelation, 'kind' | 'actual' | 'stated'>,
  reading: Reading = 'half-up',
): I.Interval {
  const stands = standsFor(stated, 'result', reading)
  return kind === 'excess' ? inUnitOf(actual, stated, stands) : stands
}

/** Whether a printed gap is in a unit that the actual can be compared with: points for a rate; a blank one may be. */
const gapFits = (actual: Figure, gap: Figure): boolean =>
  (isPercent(gap) === isPercent(actual) || gap.unit === '') && comparable(actual, gap)

/** Whether a gap between rates, written with %, holds as actual ÷ target − 1 and in no rounding as points. */
function isRelative(actual: Figure, target: Figure, gap: Figure): boolean {
  if (!isPercent(actual) || !/[%％]/.test(gap.text)) return false
  const [a, b, widest] = [
    standsFor(actual, 'actual'),
    standsFor(target, 'target'),
    standsFor(actual, 'actual', 'any'),
  ]
  const ratio = I.quotient(a, b)
  if (!ratio || I.meets(I.subtract(widest, b), standsFor(gap, 'result', 'any'))) return false
  return I.meets(I.scale(I.shift(ratio, { n: -1n, d: 1n }), HUNDRED), standsFor(gap, 'result'))
}

/** All that actual − target may be, in the actual's unit; undefined where they cannot be compared. */
export function gapToTarget(row: Row, reading: Reading = 'half-up'): I.Interval | undefined {
  const { actual, target } = row.figures
  if (!actual || !target || !comparable(actual, target)) return undefined
  return I.subtract(
    standsFor(actual, 'actual', reading),
    inUnitOf(actual, target, standsFor(target, 'target', reading)),
  )
}

/** actual ∘ other, percent for ratios; undefined where the divisor may be zero. */
function result(
  kind: RelationKind,
  inPoints: boolean,
  actual: I.Interval,
  other: I.Interval,
): I.Interval | undefined {
  if (kind === 'excess' || inPoints) return I.subtract(actual, other)
  const quotient = I.quotient(actual, other)
  if (!quotient) return undefined
  return I.scale(kind === 'growth' ? I.shift(quotient, { n: -1n, d: 1n }) : quotient, HUNDRED)
}

/** A growth printed in points is a difference of rates. */
const inPoints = (kind: RelationKind, stated: Figure): boolean => kind === 'growth' && isPoints(stated)

function check(
  kind: RelationKind,
  actual: Figure,
  other: Figure,
  stated: Figure,
): CheckedRelation | undefined {
  if (kind === 'excess' && (!gapFits(actual, stated) || isRelative(actual, other, stated))) return undefined
  // Points are a difference of rates: of counts they say nothing.
  if (inPoints(kind, stated) && !isPercent(actual)) return undefined
  const difference = inPoints(kind, stated)
  const at = (read: (figure: Figure, role: 'actual' | 'other') => I.Interval) =>
    result(kind, difference, read(actual, 'actual'), inUnitOf(actual, other, read(other, 'other')))
  const input = (reading: Reading) => (figure: Figure, role: 'actual' | 'other') =>
    standsFor(figure, role === 'actual' ? 'actual' : OTHER[kind], reading)
  const value = at((figure) => I.point(figure.value))?.lo
  if (!value) return undefined
  const recomputed = at(input('half-up'))
  const widest = at(input('any'))
  const base = { kind, actual, other, stated, value, recomputed, widest }
  const prints = (reading: Reading) => statedStandsFor(base, reading)
  const fits = (inputs: 'half-up' | 'any', reading: Reading) => {
    const computed = inputs === 'any' ? widest : recomputed
    if (computed) return I.meets(computed, prints(reading))
    // Near a zero divisor (基数 1万, 近1万) the quotient has no bound: multiply back instead.
    const divisor = inUnitOf(actual, other, input(inputs)(other, 'other'))
    return I.meets(input(inputs)(actual, 'actual'), I.product(divisor, factorOf(kind, prints(reading))))
  }
  if (I.contains(prints('half-up'), value)) return { ...base, verdict: 'exact' }
  if (fits('half-up', 'half-up')) return { ...base, verdict: 'within-rounding' }
  if (!fits('any', 'any')) return { ...base, verdict: 'inconsistent' }
  return {
    ...base,
    verdict: 'other-rounding',
    rounding: NAMED.find((reading) => fits('half-up', reading)) ?? 'mixed',
  }
}

/** What actual is to the other member: 210 % → 2.1, a growth of 4.3 % → 1.043. */
function factorOf(kind: RelationKind, percent: I.Interval): I.Interval {
  const factor = I.scale(percent, { n: 1n, d: 100n })
  return kind === 'growth' ? I.shift(factor, ONE) : factor
}

type Solved =
  | { member: 'actual' | 'target' | 'base' | 'previous' | RelationKind; interval: I.Interval }
  | undefined

function solve(
  kind: RelationKind,
  actual: Figure | undefined,
  other: Figure | undefined,
  stated: Figure | undefined,
): Solved {
  const a = actual && standsFor(actual, 'actual')
  const b =
    actual && other
      ? inUnitOf(actual, other, standsFor(other, OTHER[kind]))
      : other && standsFor(other, OTHER[kind])
  if (!stated) {
    const interval = a && b && result(kind, false, a, b)
    return interval && { member: kind, interval }
  }
  if (kind === 'excess' && actual && !gapFits(actual, stated)) return undefined
  if (inPoints(kind, stated) && actual && !isPercent(actual)) return undefined
  const s = actual ? statedStandsFor({ kind, actual, stated }) : standsFor(stated, 'result')
  const additive = kind === 'excess' || inPoints(kind, stated)
  const times = factorOf(kind, s)
  if (a) {
    const interval = additive ? I.subtract(a, s) : I.quotient(a, times)
    return interval && { member: OTHER[kind], interval }
  }
  if (b) return { member: 'actual', interval: additive ? I.add(b, s) : I.product(b, times) }
  return undefined
}

/**
 * What the target would be if the printed percentage were read another way.
 * @returns base units; undefined where the percentage may stand for zero
 */
export const targetIf = (actual: Figure, completion: Figure, reading: Reading): I.Interval | undefined =>
  I.quotient(
    standsFor(actual, 'actual', reading === 'any' ? 'any' : 'half-up'),
    I.scale(standsFor(completion, 'result', reading), { n: 1n, d: 100n }),
  )

/** What the target would be if the printed gap were read another way; undefined where their units do not fit. */
export const targetIfGap = (actual: Figure, excess: Figure, reading: Reading): I.Interval | undefined =>
  gapFits(actual, excess)
    ? I.subtract(
        standsFor(actual, 'actual', reading),
        statedStandsFor({ kind: 'excess', actual, stated: excess }, reading),
      )
    : undefined
