import * as R from './rational.ts'
import {
  absolute,
  compare,
  equals,
  floor,
  magnitude,
  multiply,
  negate,
  power10,
  type Rational,
} from './rational.ts'

/** A stretch of the number line, bounded at both ends, each end open or closed; lo ≤ hi. */
export interface Interval {
  readonly lo: Rational
  readonly hi: Rational
  readonly loOpen: boolean
  readonly hiOpen: boolean
}

export const closed = (lo: Rational, hi: Rational): Interval => ({ lo, hi, loOpen: false, hiOpen: false })
export const open = (lo: Rational, hi: Rational): Interval => ({ lo, hi, loOpen: true, hiOpen: true })
/** [lo, hi) */
export const fromUntil = (lo: Rational, hi: Rational): Interval => ({ lo, hi, loOpen: false, hiOpen: true })
/** (lo, hi] */
export const aboveUpTo = (lo: Rational, hi: Rational): Interval => ({ lo, hi, loOpen: true, hiOpen: false })
export const point = (x: Rational): Interval => closed(x, x)

export const isPoint = (i: Interval): boolean => equals(i.lo, i.hi)
export const width = (i: Interval): Rational => R.subtract(i.hi, i.lo)
export const middle = (i: Interval): Rational => R.divide(R.add(i.lo, i.hi), R.whole(2))

/** True when every number of the interval lies at or above `x`. */
export const atLeast = (i: Interval, x: Rational): boolean => compare(i.lo, x) >= 0
/** True when every number of the interval lies strictly below `x`. */
export function below(i: Interval, x: Rational): boolean {
  const side = compare(i.hi, x)
  return side < 0 || (side === 0 && i.hiOpen)
}
/** True when every number of the interval lies strictly above `x`. */
export const above = (i: Interval, x: Rational): boolean => below(mirror(i), negate(x))

export function contains(i: Interval, x: Rational): boolean {
  const low = compare(i.lo, x)
  const high = compare(x, i.hi)
  return (low < 0 || (low === 0 && !i.loOpen)) && (high < 0 || (high === 0 && !i.hiOpen))
}

/** Whether the two share at least one number. */
export function meets(a: Interval, b: Interval): boolean {
  const left = compare(a.hi, b.lo)
  const right = compare(b.hi, a.lo)
  return (
    (left > 0 || (left === 0 && !a.hiOpen && !b.loOpen)) &&
    (right > 0 || (right === 0 && !b.hiOpen && !a.loOpen))
  )
}

/** What the two share; undefined where that is nothing. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  if (!meets(a, b)) return undefined
  const [low, high] = [compare(a.lo, b.lo), compare(a.hi, b.hi)]
  return {
    lo: low >= 0 ? a.lo : b.lo,
    hi: high <= 0 ? a.hi : b.hi,
    loOpen: (low >= 0 && a.loOpen) || (low <= 0 && b.loOpen),
    hiOpen: (high <= 0 && a.hiOpen) || (high >= 0 && b.hiOpen),
  }
}

export const mirror = (i: Interval): Interval => ({
  lo: negate(i.hi),
  hi: negate(i.lo),
  loOpen: i.hiOpen,
  hiOpen: i.loOpen,
})

export const add = (a: Interval, b: Interval): Interval => ({
  lo: R.add(a.lo, b.lo),
  hi: R.add(a.hi, b.hi),
  loOpen: a.loOpen || b.loOpen,
  hiOpen: a.hiOpen || b.hiOpen,
})
export const subtract = (a: Interval, b: Interval): Interval => add(a, mirror(b))
export const shift = (a: Interval, by: Rational): Interval => add(a, point(by))

/** The interval times a positive constant. */
export const scale = (a: Interval, by: Rational): Interval => ({
  ...a,
  lo: multiply(a.lo, by),
  hi: multiply(a.hi, by),
})

interface Corner {
  readonly at: Rational
  readonly open: boolean
}

/** All products of a number of `a` and a number of `b`. */
export function product(a: Interval, b: Interval): Interval {
  const ends = (i: Interval): Corner[] => [
    { at: i.lo, open: i.loOpen },
    { at: i.hi, open: i.hiOpen },
  ]
  const corners = ends(a).flatMap((x) =>
    ends(b).map((y) => ({
      at: multiply(x.at, y.at),
      // A closed zero reaches the product 0 whatever the other factor does.
      open: (x.open || y.open) && !(!x.open && x.at.n === 0n) && !(!y.open && y.at.n === 0n),
    })),
  )
  return spanOf(corners)
}

function spanOf(corners: readonly Corner[]): Interval {
  let lo = corners[0] as Corner
  let hi = lo
  for (const corner of corners) {
    const low = compare(corner.at, lo.at)
    if (low < 0 || (low === 0 && !corner.open)) lo = corner
    const high = compare(corner.at, hi.at)
    if (high > 0 || (high === 0 && !corner.open)) hi = corner
  }
  return { lo: lo.at, hi: hi.at, loOpen: lo.open, hiOpen: hi.open }
}

/** All quotients a ÷ b; undefined when `b` holds or touches zero, where the quotient has no bound. */
export function quotient(a: Interval, b: Interval): Interval | undefined {
  if (R.sign(b.lo) * R.sign(b.hi) <= 0) return undefined
  const inverse: Interval = {
    lo: R.divide(R.ONE, b.hi),
    hi: R.divide(R.ONE, b.lo),
    loOpen: b.hiOpen,
    hiOpen: b.loOpen,
  }
  return product(a, inverse)
}

/**
 * The roundest number inside: the fewest significant digits, then the nearest to the middle (the smaller
 * of two equally near). Undefined for an interval that holds nothing.
 */
export function roundest(i: Interval): Rational | undefined {
  if (isPoint(i)) return i.loOpen || i.hiOpen ? undefined : i.lo
  if (contains(i, R.ZERO)) return R.ZERO
  if (i.hi.n <= 0n) {
    const mirrored = roundest(mirror(i))
    return mirrored && negate(mirrored)
  }
  // An interval that holds a power of ten holds it as a one-digit number, so the middle's decade is enough.
  const decade = magnitude(middle(i))
  for (let digits = 1; ; digits += 1) {
    const found = nearestMultiple(i, power10(decade + 1 - digits))
    if (found) return found
  }
}

/** The multiple of `step` inside `i` that is nearest to its middle, if there is one. */
export function nearestMultiple(i: Interval, step: Rational): Rational | undefined {
  const down = floor(R.divide(middle(i), step))
  const candidates = [down, down + 1n].map((k) => multiply(R.whole(k), step)).filter((x) => contains(i, x))
  const [first, second] = candidates
  if (!first || !second) return first
  const distance = (x: Rational) => absolute(R.subtract(x, middle(i)))
  return compare(distance(first), distance(second)) <= 0 ? first : second
}

/** Significant digits of `x` written as a decimal: 280000 → 2, 18.1 → 3, 0 → 1. Undefined if it has no end. */
export function significantDigits(x: Rational): number | undefined {
  if (x.n === 0n) return 1
  let { n, d } = R.absolute(x)
  const divisor = greatestCommonDivisor(n, d)
  n /= divisor
  d /= divisor
  while (d % 10n === 0n) d /= 10n
  for (; d !== 1n; ) {
    const factor = d % 2n === 0n ? 2n : d % 5n === 0n ? 5n : undefined
    if (factor === undefined) return undefined
    d /= factor
    n *= 10n / factor
  }
  while (n % 10n === 0n) n /= 10n
  return n.toString().length
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

/** From the first to the last whole number inside; undefined where there is none. */
export function wholesWithin(i: Interval): Interval | undefined {
  const [low, high] = [R.whole(R.ceil(i.lo)), R.whole(floor(i.hi))]
  const first = contains(i, low) ? low : R.add(low, R.ONE)
  const last = contains(i, high) ? high : R.subtract(high, R.ONE)
  return compare(first, last) <= 0 ? closed(first, last) : undefined
}

/** Ends moved outward to multiples of 10^exponent. */
export const outward = (i: Interval, exponent: number): { lo: Rational; hi: Rational } => {
  const step = power10(exponent)
  return {
    lo: multiply(R.whole(floor(R.divide(i.lo, step))), step),
    hi: multiply(R.whole(R.ceil(R.divide(i.hi, step))), step),
  }
}

/** Exponent of the last digit to show when an interval is shown to three digits of its width; undefined for a point. */
export const lastShownPlace = (i: Interval): number | undefined =>
  isPoint(i) ? undefined : magnitude(width(i)) - 2

/** One end as a JSON number, moved outward to eight significant digits. */
export function outwardNumber(end: Rational, direction: 'down' | 'up'): number {
  if (end.n === 0n) return 0
  const step = power10(magnitude(end) - 7)
  const units = direction === 'down' ? floor(R.divide(end, step)) : R.ceil(R.divide(end, step))
  return R.toNumber(multiply(R.whole(units), step))
}
