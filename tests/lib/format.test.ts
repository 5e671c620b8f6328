import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { inScale, percentText, rangeInScale, scaleWord, trimZeros } from '../../src/lib/format.ts'
import { closed, type Interval, point, width } from '../../src/lib/interval.ts'
import { compare, decimal, magnitude, multiply, power10, ratio } from '../../src/lib/rational.ts'
import { between, exact } from '../build.ts'

test.each([
  ['28.0940', '28.094'],
  ['28.00', '28'],
  ['2800', '2800'],
  ['0.0', '0'],
  ['-1.50', '-1.5'],
])('%s without trailing zeros: %s', (text, wanted) => {
  expect(trimZeros(text)).toBe(wanted)
})

test.each<[number, string]>([
  [0, ''],
  [1, '十'],
  [2, '百'],
  [3, '千'],
  [4, '万'],
  [5, '十万'],
  [6, '百万'],
  [7, '千万'],
  [8, '亿'],
  [12, '×10^12'],
])('10^%i is called “%s”', (exponent, word) => {
  expect(scaleWord(exponent)).toBe(word)
})

test.each([
  ['280000', 4, '28万'],
  ['588500', 4, '58.85万'],
  ['2620', 0, '2620'],
  ['1/3', 0, '0.333333'],
  ['2/3', 0, '0.666667'],
  ['-15000', 4, '-1.5万'],
  ['0', 4, '0万'],
])('%s in the scale 10^%i is %s', (value, exponent, text) => {
  expect(inScale(exact(value), exponent)).toBe(text)
})

describe('a range', () => {
  test.each<[string, number, [string, string]]>([
    // 58.85万 at 210 %.
    ['(117690000/421, 117710000/419)', 4, ['27.954万', '28.094万']],
    ['(75.325, 75.435)', 0, ['75.325', '75.435']],
    // Three digits of its width: 200 wide, to the whole.
    ['[1000.6, 1200.4]', 0, ['1000', '1201']],
    ['[123456, 654321]', 0, ['123000', '655000']],
    ['[-2.0004, -1.0004]', 0, ['-2.01', '-1']],
  ])('%s at 10^%i is shown as %j', (interval, exponent, wanted) => {
    expect(rangeInScale(between(interval), exponent)).toEqual(wanted)
  })

  it('of a single number has two equal ends', () => {
    expect(rangeInScale(point(exact('680000')), 4)).toEqual(['68万', '68万'])
  })

  const interval = fc
    .tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n))
    .map(([n, more, d]): Interval => closed(ratio(n, d), ratio(n + more, d)))
  const value = (text: string, exponent: number) =>
    multiply(decimal(text.replace(/[^-\d.]+$/, '')), power10(exponent))

  it('is rounded outward, by less than a hundredth of its width', () => {
    fc.assert(
      fc.property(interval, fc.constantFrom(0, 4, 8), (range, exponent) => {
        const [lo, hi] = rangeInScale(range, exponent).map((text) => value(text, exponent))
        if (!lo || !hi) throw new Error('two ends')
        expect(compare(lo, range.lo)).toBeLessThanOrEqual(0)
        expect(compare(hi, range.hi)).toBeGreaterThanOrEqual(0)
        const step = power10(magnitude(width(range)) - 2)
        expect(compare(width(closed(lo, range.lo)), step)).toBe(-1)
        expect(compare(width(closed(range.hi, hi)), step)).toBe(-1)
      }),
      { seed: 21, numRuns: 1000 },
    )
  })
})

describe('a percentage', () => {
  test.each([
    ['13.201', 2, '13.20'],
    ['272.25', 1, '272.3'],
    ['-92.25', 1, '-92.3'],
    ['99.94', 1, '99.9'],
    // What was missed never prints as 100.
    ['99.96', 1, '99.96'],
    ['99.96', 0, '99.96'],
    ['99.5', 0, '99.5'],
    ['99.4', 0, '99'],
    ['99.999996', 1, '99.999996'],
    // What was reached may.
    ['100', 1, '100.0'],
    ['100.04', 1, '100.0'],
    ['100.5', 0, '101'],
  ])('%s to %i places is %s', (value, places, text) => {
    expect(percentText(exact(value), places)).toBe(text)
  })

  it('reads 100 only where the target was reached, as long as twelve digits can tell', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 11n), fc.nat(4), (missing, places) => {
        const value = ratio(100n * (10n ** 11n - missing), 10n ** 11n)
        const text = percentText(value, places)
        expect(compare(decimal(text), exact('100'))).toBe(-1)
        expect(text.split('.')[1]?.length ?? 0).toBeGreaterThanOrEqual(places)
      }),
      { seed: 22, numRuns: 500 },
    )
  })

  it('gives up where the digits would have no end', () => {
    expect(percentText(ratio(10n ** 30n * 100n - 1n, 10n ** 30n), 1)).toBe('100.0000000000000')
  })
})
