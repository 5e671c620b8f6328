import * as I from '../lib/interval.ts'
import { add, multiply, negate, power10, type Rational, subtract, whole } from '../lib/rational.ts'
import { trimmedEnd } from '../lib/trimmed.ts'
import { type Figure, isPercent } from './figure.ts'
import { isCounted } from './unit.ts'

/**
 * How a writer may have shortened a number. `any` is the widest: a printed x may come from anywhere in
 * (x − u, x + u), which holds every other reading.
 */
export type Reading = 'half-up' | 'half-even' | 'truncate' | 'up' | 'any'

/** What the number is in its relation: a target is a decision, everything else a measurement. */
export type Role = 'actual' | 'target' | 'base' | 'previous' | 'result'

const HALF: Rational = { n: 1n, d: 2n }

/**
 * All numbers that the printed figure may stand for, in base units (percent for rates).
 * Source: the data contract, "What a printed number stands for"; half-even is GB/T 8170.
 */
export function standsFor(figure: Figure, role: Role, reading: Reading = 'half-up'): I.Interval {
  if (role === 'target') return figure.qualifier === 'about' ? about(figure, reading) : I.point(figure.value)
  switch (figure.qualifier) {
    case 'about':
      return about(figure, reading)
    case 'over':
      return outwards(figure, (x, step) => I.open(x, add(x, step)))
    case 'nearly':
      return outwards(figure, (x, step) => I.open(subtract(x, step), x))
    case 'atLeast':
      return outwards(figure, (x, step) => I.fromUntil(x, add(x, step)))
    case 'atMost':
      return outwards(figure, (x, step) => I.aboveUpTo(subtract(x, step), x))
    case undefined:
      return isExact(figure)
        ? I.point(figure.value)
        : rounded(figure.value, figure.ulp, reading, isOdd(figure))
  }
}

/** An unscaled whole number of things counted one by one is exactly itself. */
export function isExact(figure: Figure): boolean {
  return figure.decimals === 0 && figure.exponent === 0 && !isPercent(figure) && isCounted(figure.unit)
}

/** The numbers that a rounding rule shortens to `x`, `u` being the unit in its last place. */
export function rounded(x: Rational, u: Rational, reading: Reading, odd = false): I.Interval {
  const half = multiply(u, HALF)
  if (x.n < 0n && reading !== 'up') return I.mirror(rounded(negate(x), u, reading, odd))
  switch (reading) {
    case 'half-up':
      // Ties go away from zero, so nothing at ±u/2 is printed as 0.
      return x.n === 0n ? I.open(negate(half), half) : I.fromUntil(subtract(x, half), add(x, half))
    case 'half-even':
      return { lo: subtract(x, half), hi: add(x, half), loOpen: odd, hiOpen: odd }
    case 'truncate':
      return x.n === 0n ? I.open(negate(u), u) : I.fromUntil(x, add(x, u))
    case 'up':
      return I.aboveUpTo(subtract(x, u), x)
    case 'any':
      return I.open(subtract(x, u), add(x, u))
  }
}

const isOdd = (figure: Figure): boolean => Number(figure.digits.slice(-1)) % 2 === 1

/** 约 x: as a rounded figure, one step of the last non-zero digit wider each way. */
function about(figure: Figure, reading: Reading): I.Interval {
  const step = lastStep(figure)
  const core = rounded(figure.value, figure.ulp, reading, isOdd(figure))
  return { ...core, lo: subtract(core.lo, step), hi: add(core.hi, step) }
}

function outwards(figure: Figure, make: (x: Rational, step: Rational) => I.Interval): I.Interval {
  const step = lastStep(figure)
  return figure.value.n < 0n ? I.mirror(make(negate(figure.value), step)) : make(figure.value, step)
}

/** The step of the last non-zero digit: 1200 → 100, 12万 → 1万, 4.40 → 0.1; of 0, its last place. */
export function lastStep(figure: Figure): Rational {
  const digits = figure.digits.replace('-', '').replace('.', '')
  const last = trimmedEnd(digits, (digit) => digit === '0').length
  const zeros = last === 0 ? 0 : digits.length - last
  return multiply(figure.ulp, zeros === 0 ? whole(1) : power10(zeros))
}
