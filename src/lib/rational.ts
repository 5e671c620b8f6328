/**
 * Exact rational numbers over BigInt. No verdict of the board may hang on floating point: 1089/400 is
 * 272.25, and half-up prints 272.3, while a double may land on either side of such an edge.
 *
 * Values are not kept in lowest terms; `compare` and `equals` cross-multiply, so that does not show.
 */
export interface Rational {
  readonly n: bigint
  /** Always > 0. */
  readonly d: bigint
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }
export const HUNDRED: Rational = { n: 100n, d: 1n }

export const whole = (n: number | bigint): Rational => ({ n: BigInt(n), d: 1n })

/** n/d in exact form. @throws RangeError when d is zero: callers decide what a zero divisor means. */
export function ratio(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('division by zero')
  return d < 0n ? { n: -n, d: -d } : { n, d }
}

/** 10^exponent; the exponent may be negative. */
export const power10 = (exponent: number): Rational =>
  exponent >= 0 ? { n: 10n ** BigInt(exponent), d: 1n } : { n: 1n, d: 10n ** BigInt(-exponent) }

/** Exact value of a plain decimal such as `-1007.80`. @throws SyntaxError on anything else. */
export function decimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new SyntaxError(`not a decimal: ${text}`)
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2]}${fraction}`)
  return { n: match[1] ? -digits : digits, d: 10n ** BigInt(fraction.length) }
}

export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })
export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d })
/** a ÷ b. @throws RangeError when b is zero. */
export const divide = (a: Rational, b: Rational): Rational => ratio(a.n * b.d, a.d * b.n)

/** -1, 0 or 1. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}
export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0
export const sign = (a: Rational): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a)

/** Largest whole number at or below `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d
  return a.n % a.d < 0n ? quotient - 1n : quotient
}
/** Smallest whole number at or above `a`. */
export const ceil = (a: Rational): bigint => -floor(negate(a))

/** `a` rounded to `decimals` places (negative: tens, hundreds …), ties away from zero. */
export function roundHalfUp(a: Rational, decimals: number): Rational {
  const step = power10(-decimals)
  const scaled = divide(absolute(a), step)
  const rounded = multiply(whole(floor({ n: 2n * scaled.n + scaled.d, d: 2n * scaled.d })), step)
  return a.n < 0n ? negate(rounded) : rounded
}

/** For drawing and for JSON only, never for a verdict. Correct to about 15 significant digits. */
export function toNumber(a: Rational): number {
  const n = Number(a.n)
  const d = Number(a.d)
  if (n === 0 || (Number.isSafeInteger(n) && Number.isSafeInteger(d))) return n / d
  const places = Math.max(0, 16 - magnitude(a))
  return Number(toFixed(a, places))
}

/** Decimal text of `a` with exactly `decimals` (≥ 0) places, ties away from zero; never `-0`. */
export function toFixed(a: Rational, decimals: number): string {
  const scaled = divide(roundHalfUp(a, decimals), power10(-decimals))
  const units = floor(scaled)
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return units < 0n ? `-${text}` : text
}

/** Largest k with 10^k ≤ |a|. @throws RangeError for zero. */
export function magnitude(a: Rational): number {
  const value = absolute(a)
  if (value.n === 0n) throw new RangeError('zero has no magnitude')
  let k = value.n.toString().length - value.d.toString().length
  // The digit counts leave k right or one too large.
  if (compare(value, power10(k)) < 0) k -= 1
  return k
}
