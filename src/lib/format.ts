import { type Interval, isPoint, lastShownPlace, outward } from './interval.ts'
import { compare, decimal, divide, power10, type Rational, toFixed } from './rational.ts'
import { trimmedEnd } from './trimmed.ts'

/** Scale words by power of ten, for numbers the board works out itself. */
const SCALE_WORD: Readonly<Record<number, string>> = {
  0: '',
  1: '十',
  2: '百',
  3: '千',
  4: '万',
  5: '十万',
  6: '百万',
  7: '千万',
  8: '亿',
}

export const scaleWord = (exponent: number): string => SCALE_WORD[exponent] ?? `×10^${exponent}`

/** Without trailing zeros: 28.0940 → 28.094. */
export const trimZeros = (text: string): string =>
  text.includes('.') ? trimmedEnd(text, isZero).replace(/\.$/, '') : text
const isZero = (char: string): boolean => char === '0'

/** A worked-out number in a scale, its unit left to the caller: 280000 at 4 → 28万. At most `decimals` places. */
export function inScale(value: Rational, exponent: number, decimals = 6): string {
  return trimZeros(toFixed(divide(value, power10(exponent)), decimals)) + scaleWord(exponent)
}

/**
 * Both ends of an interval in a scale, rounded outward to three digits of its width
 * (279548.69–280930.79 at 4 → 27.954万, 28.094万). A point has two equal ends.
 */
export function rangeInScale(interval: Interval, exponent: number): readonly [string, string] {
  const place = lastShownPlace(interval)
  if (place === undefined || isPoint(interval)) {
    const text = inScale(interval.lo, exponent)
    return [text, text]
  }
  const { lo, hi } = outward(interval, place)
  const decimals = Math.max(0, exponent - place)
  const show = (end: Rational) =>
    trimZeros(toFixed(divide(end, power10(exponent)), decimals)) + scaleWord(exponent)
  return [show(lo), show(hi)]
}

/**
 * A percentage the board works out, rounded once, half-up. Where that would print 100 for a target that
 * was missed, it gets as many digits more as it takes: 99.96, not 100.0.
 */
export function percentText(value: Rational, decimals: number): string {
  const hundred: Rational = { n: 100n, d: 1n }
  for (let places = decimals; places < decimals + 12; places += 1) {
    const text = toFixed(value, places)
    const printsHundred = compare(decimal(text), hundred) === 0
    if (!printsHundred || compare(value, hundred) >= 0) return text
  }
  return toFixed(value, decimals + 12)
}
