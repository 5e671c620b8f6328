import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as I from '../../src/lib/interval.ts'
import * as R from '../../src/lib/rational.ts'
import { between, printed } from '../build.ts'

const rational = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]): R.Rational => ({ n: BigInt(n), d: BigInt(d) }))

/** Intervals with a number inside each: an end where it belongs, else something between. */
const stocked = fc
  .tuple(rational, rational, fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 12 }))
  .map(([a, b, loOpen, hiOpen, at]) => {
    const [lo, hi] = R.compare(a, b) <= 0 ? [a, b] : [b, a]
    const i: I.Interval = I.isPoint(I.closed(lo, hi)) ? I.point(lo) : { lo, hi, loOpen, hiOpen }
    const inside = R.add(lo, R.multiply(R.subtract(hi, lo), R.ratio(BigInt(at), 12n)))
    return { i, x: I.contains(i, inside) ? inside : I.middle(i) }
  })

const SETTINGS = { seed: 20231220, numRuns: 1500 } as const
const covers = (outer: I.Interval, inner: I.Interval): boolean => {
  const low = R.compare(outer.lo, inner.lo)
  const high = R.compare(inner.hi, outer.hi)
  return (
    (low < 0 || (low === 0 && (!outer.loOpen || inner.loOpen))) &&
    (high < 0 || (high === 0 && (!outer.hiOpen || inner.hiOpen)))
  )
}

describe('an operation on intervals holds the operation on their numbers', () => {
  test('a ∘ b ∋ x ∘ y', () => {
    fc.assert(
      fc.property(stocked, stocked, ({ i: a, x }, { i: b, x: y }) => {
        expect(I.contains(I.add(a, b), R.add(x, y))).toBe(true)
        expect(I.contains(I.subtract(a, b), R.subtract(x, y))).toBe(true)
        expect(I.contains(I.product(a, b), R.multiply(x, y))).toBe(true)
        const quotient = I.quotient(a, b)
        if (quotient) expect(I.contains(quotient, R.divide(x, y))).toBe(true)
      }),
      SETTINGS,
    )
  })

  test('(a ÷ b) × b ⊇ a and (a − b) + b ⊇ a', () => {
    fc.assert(
      fc.property(stocked, stocked, ({ i: a }, { i: b }) => {
        expect(covers(I.add(I.subtract(a, b), b), a)).toBe(true)
        const quotient = I.quotient(a, b)
        if (quotient) expect(covers(I.product(quotient, b), a)).toBe(true)
      }),
      SETTINGS,
    )
  })

  test('and no more: each closed end is reached, each open one is not', () => {
    fc.assert(
      fc.property(stocked, stocked, ({ i: a }, { i: b }) => {
        const ends = (i: I.Interval) => [i.lo, i.hi].filter((x) => I.contains(i, x))
        const reached = (x: R.Rational, of: R.Rational[]) => of.some((y) => R.equals(x, y))
        const products = ends(a).flatMap((x) => ends(b).map((y) => R.multiply(x, y)))
        const sums = ends(a).flatMap((x) => ends(b).map((y) => R.add(x, y)))
        const zero = I.contains(a, R.ZERO) || I.contains(b, R.ZERO) ? [R.ZERO] : []
        for (const x of ends(I.add(a, b))) expect(reached(x, sums)).toBe(true)
        for (const x of ends(I.product(a, b))) expect(reached(x, [...products, ...zero])).toBe(true)
      }),
      SETTINGS,
    )
  })
})

test('quotients exist exactly where the divisor stays away from zero', () => {
  fc.assert(
    fc.property(stocked, stocked, ({ i: a }, { i: b }) => {
      const touches = R.sign(b.lo) <= 0 && R.sign(b.hi) >= 0
      expect(I.quotient(a, b) === undefined).toBe(touches)
    }),
    SETTINGS,
  )
})

test('two intervals meet when one of their ends, or a number between two ends, lies in both', () => {
  fc.assert(
    fc.property(stocked, stocked, ({ i: a }, { i: b }) => {
      const ends = [a.lo, a.hi, b.lo, b.hi]
      const tried = ends.flatMap((x) => ends.map((y) => I.middle(I.closed(x, y))))
      expect(I.meets(a, b)).toBe(tried.some((x) => I.contains(a, x) && I.contains(b, x)))
    }),
    SETTINGS,
  )
})

test('sides agree with membership', () => {
  fc.assert(
    fc.property(stocked, rational, ({ i, x }, at) => {
      if (I.below(i, at)) expect(R.compare(x, at)).toBe(-1)
      if (I.above(i, at)) expect(R.compare(x, at)).toBe(1)
      if (I.atLeast(i, at)) expect(R.compare(x, at)).toBeGreaterThanOrEqual(0)
      if (R.equals(x, at)) expect(I.below(i, at) || I.above(i, at)).toBe(false)
    }),
    SETTINGS,
  )
})

describe('roundest', () => {
  test.each([
    ['[279548, 280931)', '280000'],
    ['[67880, 68200)', '68000'],
    ['[180129, 181302)', '181000'],
    ['[75.325, 75.435)', '377/5'],
    ['[95, 105)', '100'],
    ['(100, 200)', '150'],
    ['[1, 3]', '2'],
    ['[1, 4]', '2'],
    ['[-1, 5]', '0'],
    ['(0, 1)', '1/2'],
    ['[-4, -1]', '-2'],
    ['[7, 7]', '7'],
    ['[1/3, 1/3]', '1/3'],
  ])('of %s is %s', (text, wanted) => {
    const found = I.roundest(between(text))
    expect(found && printed(found)).toBe(wanted)
  })

  it('has nothing to give for an interval that holds nothing', () => {
    expect(I.roundest(between('(7, 7)'))).toBeUndefined()
    expect(I.roundest(between('[7, 7)'))).toBeUndefined()
  })

  test('is the best of all numbers with so few digits', () => {
    const wide = fc
      .tuple(
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.boolean(),
        fc.boolean(),
      )
      .map(([lo, more, loOpen, hiOpen]): I.Interval => {
        const at = (n: number): R.Rational => ({ n: BigInt(n), d: 100n })
        return { lo: at(lo), hi: at(lo + more), loOpen, hiOpen }
      })
    fc.assert(
      fc.property(wide, (i) => {
        const found = I.roundest(i)
        expect(found && printed(found)).toBe(bruteForce(i))
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})

/** Every decimal k·10^e inside, fewest digits first, then nearest to the middle, then the smaller. */
function bruteForce(i: I.Interval): string | undefined {
  for (let digits = 1; digits <= 7; digits += 1) {
    const inside: { x: R.Rational; away: R.Rational }[] = []
    for (let exponent = -6; exponent <= 3; exponent += 1) {
      const step = R.power10(exponent)
      const from = R.floor(R.divide(i.lo, step))
      const top = R.ceil(R.divide(i.hi, step))
      for (let k = from; k <= top && k < 10n ** BigInt(digits); k += 1n) {
        const x = R.multiply(R.whole(k), step)
        if (k > 0n && I.contains(i, x)) inside.push({ x, away: R.absolute(R.subtract(x, I.middle(i))) })
      }
    }
    inside.sort((a, b) => R.compare(a.away, b.away) || R.compare(a.x, b.x))
    if (inside[0]) return printed(inside[0].x)
  }
  return undefined
}
