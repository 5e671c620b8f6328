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
  return (kind === 'excess') === (isPercent(actual) && isPercent(target))
}

const comparable = (a: Figure, b: Figure): boolean => conversion(b.unit, a.unit) !== undefined

/** `other` in the unit of `actual`. */
function inUnitOf(actual: Figure, other: Figure, interval: I.Interval): I.Interval {
  // ‰ is already held in percent, so only true unit conversions are left.
  const power = isPercent(actual) ? 0 : (conversion(other.unit, actual.unit) ?? 0)
  return power === 0 ? interval : I.scale(interval, power10(power))
}

/** All that actual − target may be, in the actual's unit, read half-up; undefined where they cannot be compared. */
export function gapToTarget(row: Row): I.Interval | undefined {
  const { actual, target } = row.figures
  if (!actual || !target || !comparable(actual, target)) return undefined
  return I.subtract(standsFor(actual, 'actual'), inUnitOf(actual, target, standsFor(target, 'target')))
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
  if (kind === 'excess' && isPercent(stated) !== isPercent(actual)) return undefined
  const difference = inPoints(kind, stated)
  const at = (read: (figure: Figure, role: 'actual' | 'other') => I.Interval) =>
    result(kind, difference, read(actual, 'actual'), inUnitOf(actual, other, read(other, 'other')))
  const under = (reading: Reading) =>
    at((figure, role) => standsFor(figure, role === 'actual' ? 'actual' : OTHER[kind], reading))
  const value = at((figure) => I.point(figure.value))?.lo
  if (!value) return undefined
  const recomputed = under('half-up')
  const widest = under('any')
  const base = { kind, actual, other, stated, value, recomputed, widest }
  const prints = (reading: Reading) => standsFor(stated, 'result', reading)
  // A divisor that may be zero allows any quotient, so nothing can be held against the figures.
  const fits = (inputs: I.Interval | undefined, reading: Reading) =>
    !inputs || I.meets(inputs, prints(reading))
  if (I.contains(prints('half-up'), value)) return { ...base, verdict: 'exact' }
  if (fits(recomputed, 'half-up')) return { ...base, verdict: 'within-rounding' }
  if (!fits(widest, 'any')) return { ...base, verdict: 'inconsistent' }
  return {
    ...base,
    verdict: 'other-rounding',
    rounding: NAMED.find((reading) => fits(recomputed, reading)) ?? 'mixed',
  }
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
  if (kind === 'excess' && actual && isPercent(stated) !== isPercent(actual)) return undefined
  const s = standsFor(stated, 'result')
  const additive = kind === 'excess' || inPoints(kind, stated)
  // The factor between actual and other: 210 % → 2.1, a growth of 4.3 % → 1.043.
  const factor = I.scale(s, { n: 1n, d: 100n })
  const times = kind === 'growth' ? I.shift(factor, ONE) : factor
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
