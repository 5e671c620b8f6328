/**
 * The contract's ladder worked out a second time, sharing nothing with src: a number is a fraction of two
 * BigInts, an open end is moved inward by a tiny ε (so that closed arithmetic does), and every relation is
 * multiplied back (a = b · s) instead of divided.
 */

/** k units of 10^place: 18.04 is { k: 1804n, place: -2 }, 2万 is { k: 2n, place: 4 }. */
export interface Printed {
  readonly k: bigint
  readonly place: number
  /** A decision, or a thing counted one by one: stands for itself alone. */
  readonly exact: boolean
}

export type Kind = 'completion' | 'excess' | 'share' | 'growth' | 'growth in points'

export interface Triple {
  readonly kind: Kind
  readonly actual: Printed
  readonly other: Printed
  readonly stated: Printed
}

type Fraction = readonly [n: bigint, d: bigint]
type Range = readonly [lo: Fraction, hi: Fraction]
export type Reading = 'half-up' | 'half-even' | 'truncate' | 'up' | 'any'

const EPSILON: Fraction = [1n, 10n ** 80n]
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d])
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const atMost = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d <= c * b
const power = (e: number): Fraction => (e < 0 ? [1n, 10n ** BigInt(-e)] : [10n ** BigInt(e), 1n])
export const faceOf = ({ k, place }: Printed): Fraction => times([k, 1n], power(place))

const shrink = (lo: Fraction, loOpen: boolean, hi: Fraction, hiOpen: boolean): Range => [
  loOpen ? plus(lo, EPSILON) : lo,
  hiOpen ? minus(hi, EPSILON) : hi,
]

/** Numbers, counted in the figure's own last place, that a writer shortens to the whole number k. */
function shortenedTo(k: bigint, reading: Reading): Range {
  const at = (halves: bigint): Fraction => [2n * k + halves, 2n]
  switch (reading) {
    case 'half-up':
      return shrink(at(-1n), k <= 0n, at(1n), k >= 0n)
    case 'half-even':
      return shrink(at(-1n), k % 2n !== 0n, at(1n), k % 2n !== 0n)
    case 'truncate':
      return shrink(at(k > 0n ? 0n : -2n), k <= 0n, at(k < 0n ? 0n : 2n), k >= 0n)
    case 'up':
      return shrink(at(-2n), true, at(0n), false)
    case 'any':
      return shrink(at(-2n), true, at(2n), true)
  }
}

function rangeOf(figure: Printed, reading: Reading): Range {
  const value = faceOf(figure)
  if (figure.exact) return [value, value]
  const [lo, hi] = shortenedTo(figure.k, reading)
  return [times(lo, power(figure.place)), times(hi, power(figure.place))]
}

function hull(numbers: readonly Fraction[]): Range {
  const [first, ...rest] = numbers as [Fraction, ...Fraction[]]
  return rest.reduce<Range>(([lo, hi], x) => [atMost(x, lo) ? x : lo, atMost(hi, x) ? x : hi], [first, first])
}

/** All a that the other member and the percentage allow. */
function actualsFrom(kind: Kind, other: Range, stated: Range): Range {
  if (kind === 'excess' || kind === 'growth in points')
    return [plus(other[0], stated[0]), plus(other[1], stated[1])]
  const factor = (s: Fraction): Fraction => times(kind === 'growth' ? plus(s, [100n, 1n]) : s, [1n, 100n])
  return hull(other.flatMap((b) => stated.map((s) => times(b, factor(s)))))
}

function holds(triple: Triple, inputs: Reading, result: Reading): boolean {
  const { kind, actual, other, stated } = triple
  const [lo, hi] = actualsFrom(kind, rangeOf(other, inputs), rangeOf(stated, result))
  const [from, to] = rangeOf(actual, inputs)
  return atMost(lo, to) && atMost(from, hi)
}

/** The number that the relation gives at face value; the divisor must not be zero. */
export function faceValue(kind: Kind, actual: Fraction, other: Fraction): Fraction {
  if (kind === 'excess' || kind === 'growth in points') return minus(actual, other)
  const n = actual[0] * other[1] * 100n
  const d = actual[1] * other[0]
  const quotient: Fraction = d < 0n ? [-n, -d] : [n, d]
  return kind === 'growth' ? minus(quotient, [100n, 1n]) : quotient
}

/** How a writer who follows the rule prints x, in units of 10^place. */
export function shorten(
  x: Fraction,
  place: number,
  rule: 'half-up' | 'half-even' | 'truncate' | 'ceil' | 'floor',
): bigint {
  const [n, d] = times(x, power(-place))
  const size = n < 0n ? -n : n
  const sign = n < 0n ? -1n : 1n
  const down = n >= 0n || n % d === 0n ? n / d : n / d - 1n
  switch (rule) {
    case 'half-up':
      return sign * ((2n * size + d) / (2n * d))
    case 'half-even': {
      const whole = size / d
      const twice = 2n * (size % d)
      return sign * (twice > d || (twice === d && whole % 2n === 1n) ? whole + 1n : whole)
    }
    case 'truncate':
      return sign * (size / d)
    case 'floor':
      return down
    case 'ceil':
      return n % d === 0n ? down : down + 1n
  }
}

/** The ladder's rung, and beside `other-rounding` which. */
export function verdictOf(triple: Triple): string {
  const { kind, actual, other, stated } = triple
  const face = faceValue(kind, faceOf(actual), faceOf(other))
  const difference = minus(face, faceOf(stated))
  const prints = stated.exact ? difference[0] === 0n : shorten(face, stated.place, 'half-up') === stated.k
  if (prints) return 'exact'
  if (holds(triple, 'half-up', 'half-up')) return 'within-rounding'
  if (!holds(triple, 'any', 'any')) return 'inconsistent'
  for (const reading of ['half-even', 'truncate', 'up'] as const)
    if (holds(triple, 'half-up', reading)) return `other-rounding ${reading}`
  return 'other-rounding mixed'
}
