import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as R from '../../src/lib/rational.ts'
import { exact, printed } from '../build.ts'

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]): R.Rational => ({ n, d }))

describe('arithmetic', () => {
  it('adds, subtracts, multiplies and divides exactly', () => {
    expect(printed(R.add(exact('0.1'), exact('0.2')))).toBe('3/10')
    expect(printed(R.add(exact('1/3'), exact('1/6')))).toBe('1/2')
    expect(printed(R.subtract(exact('106'), exact('65')))).toBe('41')
    expect(printed(R.multiply(exact('-2/3'), exact('3/4')))).toBe('-1/2')
    expect(printed(R.divide(exact('1089'), exact('400')))).toBe('1089/400')
    expect(printed(R.divide(exact('1'), exact('-4')))).toBe('-1/4')
  })

  it('keeps the divisor positive', () => {
    expect(R.ratio(3n, -6n)).toEqual({ n: -3n, d: 6n })
    expect(R.ratio(-3n, -6n)).toEqual({ n: 3n, d: 6n })
  })

  it('throws on a zero divisor', () => {
    expect(() => R.ratio(1n, 0n)).toThrow(RangeError)
    expect(() => R.divide(R.ONE, R.ZERO)).toThrow(RangeError)
  })

  test('field laws', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(R.equals(R.add(a, b), R.add(b, a))).toBe(true)
        expect(R.equals(R.multiply(a, R.add(b, c)), R.add(R.multiply(a, b), R.multiply(a, c)))).toBe(true)
        expect(R.equals(R.subtract(R.add(a, b), b), a)).toBe(true)
        if (b.n !== 0n) expect(R.equals(R.multiply(R.divide(a, b), b), a)).toBe(true)
      }),
      { seed: 1 },
    )
  })
})

describe('order', () => {
  test.each([
    ['1/3', '2/6', 0],
    ['1/3', '0.333333333333333333', 1],
    ['-1/3', '-0.333333333333333333', -1],
    ['-1', '1', -1],
    ['0', '-0.0', 0],
  ] as const)('%s against %s is %d', (a, b, side) => {
    expect(R.compare(exact(a), exact(b))).toBe(side)
    expect(R.compare(exact(b), exact(a))).toBe(side === 0 ? 0 : -side)
    expect(R.equals(exact(a), exact(b))).toBe(side === 0)
  })

  it('tells signs and absolute values', () => {
    expect(['-0.1', '0', '0.1'].map((x) => R.sign(exact(x)))).toEqual([-1, 0, 1])
    expect(['-0.1', '0', '0.1'].map((x) => printed(R.absolute(exact(x))))).toEqual(['1/10', '0', '1/10'])
    expect(printed(R.negate(exact('7/2')))).toBe('-7/2')
  })
})

describe('decimal', () => {
  test.each([
    ['-1007.80', '-5039/5'],
    ['0', '0'],
    ['007', '7'],
    ['58.85', '1177/20'],
  ])('%s is %s', (text, value) => {
    expect(printed(R.decimal(text))).toBe(value)
  })

  test.each(['', '.5', '1.', '1e3', '+1', '1,000', '--1', ' 1', '１'])('%j is no plain decimal', (text) => {
    expect(() => R.decimal(text)).toThrow(SyntaxError)
  })

  it('keeps the printed places in the divisor', () => {
    expect(R.decimal('1.50')).toEqual({ n: 150n, d: 100n })
  })
})

test.each([
  [3, '1000'],
  [0, '1'],
  [-2, '1/100'],
])('10^%d is %s', (exponent, value) => {
  expect(printed(R.power10(exponent))).toBe(value)
})

describe('floor and ceil', () => {
  test.each([
    ['7/2', 3n, 4n],
    ['-7/2', -4n, -3n],
    ['4', 4n, 4n],
    ['-4', -4n, -4n],
    ['0', 0n, 0n],
    ['-1/100', -1n, 0n],
  ] as const)('%s lies between %s and %s', (x, down, up) => {
    expect(R.floor(exact(x))).toBe(down)
    expect(R.ceil(exact(x))).toBe(up)
  })
})

describe('rounding half-up', () => {
  test.each([
    ['272.25', 1, '272.3'],
    ['-272.25', 1, '-272.3'],
    ['272.2499999999999999999999', 1, '272.2'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-2.4', 0, '-2'],
    ['0.05', 1, '0.1'],
    ['-0.04', 1, '0.0'],
    ['-0.4', 0, '0'],
    ['1/3', 4, '0.3333'],
    ['2/3', 4, '0.6667'],
    ['9.995', 2, '10.00'],
    ['18.4', 3, '18.400'],
    ['0', 2, '0.00'],
    ['1000000000000000000000.5', 0, '1000000000000000000001'],
  ] as const)('%s to %d places prints %s', (x, places, text) => {
    expect(R.toFixed(exact(x), places)).toBe(text)
  })

  it('rounds to tens and hundreds', () => {
    expect(printed(R.roundHalfUp(exact('1250'), -2))).toBe('1300')
    expect(printed(R.roundHalfUp(exact('1249'), -2))).toBe('1200')
    expect(printed(R.roundHalfUp(exact('-5'), -1))).toBe('-10')
  })

  test('moves by half a step at most, and away from zero only on a tie', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: -3, max: 6 }), (a, places) => {
        const moved = R.subtract(R.roundHalfUp(a, places), a)
        const half = R.multiply(R.power10(-places), R.ratio(1n, 2n))
        expect(R.compare(R.absolute(moved), half)).toBeLessThanOrEqual(0)
        if (R.equals(R.absolute(moved), half)) expect(R.sign(moved)).toBe(R.sign(a))
      }),
      { seed: 2 },
    )
  })
})

describe('magnitude', () => {
  test.each([
    ['1', 0],
    ['9.99', 0],
    ['10', 1],
    ['999999', 5],
    ['1000000', 6],
    ['0.1', -1],
    ['0.0999', -2],
    ['-250', 2],
    ['1/3', -1],
    ['1/10000000000000000000000', -22],
    ['99/100', -1],
  ] as const)('of %s is %d', (x, k) => {
    expect(R.magnitude(exact(x))).toBe(k)
  })

  it('throws for zero', () => {
    expect(() => R.magnitude(R.ZERO)).toThrow(RangeError)
  })

  test('10^k ≤ |a| < 10^(k+1)', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        if (a.n === 0n) return
        const k = R.magnitude(a)
        expect(R.compare(R.power10(k), R.absolute(a))).toBeLessThanOrEqual(0)
        expect(R.compare(R.absolute(a), R.power10(k + 1))).toBe(-1)
      }),
      { seed: 3 },
    )
  })
})

describe('toNumber', () => {
  it('gives small fractions exactly', () => {
    expect(R.toNumber(exact('1089/400'))).toBe(2.7225)
    expect(R.toNumber(exact('-0.5'))).toBe(-0.5)
    expect(R.toNumber(R.ZERO)).toBe(0)
    expect(R.toNumber({ n: 0n, d: 10n ** 20n })).toBe(0)
  })

  test('is good to 15 digits, however large or small the number', () => {
    const huge = fc.bigInt({ min: 1n, max: 10n ** 40n })
    fc.assert(
      fc.property(huge, huge, fc.boolean(), (n, d, negative) => {
        const wanted = (Number(n) / Number(d)) * (negative ? -1 : 1)
        const got = R.toNumber({ n: negative ? -n : n, d })
        expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-15)
      }),
      { seed: 4, examples: [[12345678901234567n, 10n ** 31n, false]] },
    )
  })
})
