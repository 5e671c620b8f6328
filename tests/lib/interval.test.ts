import { describe, expect, it, test } from 'vitest'
import * as I from '../../src/lib/interval.ts'
import { between, exact, printed, span } from '../build.ts'

const FORMS = ['[1, 2]', '(1, 2)', '[1, 2)', '(1, 2]']

test('each constructor opens the ends it names', () => {
  const [one, two] = [exact('1'), exact('2')]
  const made = [I.closed(one, two), I.open(one, two), I.fromUntil(one, two), I.aboveUpTo(one, two)]
  expect(made.map(span)).toEqual(FORMS)
  expect(span(I.point(one))).toBe('[1, 1]')
})

describe('contains', () => {
  test.each([
    ['[1, 2]', [false, true, true, true, false]],
    ['(1, 2)', [false, false, true, false, false]],
    ['[1, 2)', [false, true, true, false, false]],
    ['(1, 2]', [false, false, true, true, false]],
    ['[-2, -1)', [false, false, false, false, false]],
  ] as const)('%s of 0.999…, 1, 1.5, 2, 2.000…1', (text, wanted) => {
    const tried = ['0.9999999999999999999', '1', '1.5', '2', '2.0000000000000000001']
    expect(tried.map((x) => I.contains(between(text), exact(x)))).toEqual(wanted)
  })
})

describe('meets', () => {
  test.each([
    ['[1, 2]', '[2, 3]', true],
    ['[1, 2)', '[2, 3]', false],
    ['[1, 2]', '(2, 3]', false],
    ['(1, 2)', '(2, 3)', false],
    ['[1, 2]', '[3, 4]', false],
    ['(1, 2)', '(1, 2)', true],
    ['(1, 4)', '[2, 2]', true],
    ['[1, 2)', '[2, 2]', false],
    ['[1, 2]', '[2, 2]', true],
    ['(2, 3]', '[2, 2]', false],
    ['(1, 2.0001)', '[2, 3]', true],
    ['[-2, -1]', '[-1, 0]', true],
    ['[-2, -1)', '[-1, 0]', false],
  ] as const)('%s and %s: %s', (a, b, wanted) => {
    expect(I.meets(between(a), between(b))).toBe(wanted)
    expect(I.meets(between(b), between(a))).toBe(wanted)
    expect(I.meets(I.mirror(between(a)), I.mirror(between(b)))).toBe(wanted)
  })
})

describe('what two share', () => {
  test.each([
    ['[1, 2]', '[2, 3]', '[2, 2]'],
    ['[1, 2)', '[2, 3]', undefined],
    ['[1, 3)', '(2, 4]', '(2, 3)'],
    ['[1, 3]', '(1, 3)', '(1, 3)'],
    ['[1, 4]', '[2, 3)', '[2, 3)'],
    ['(1, 3]', '[1, 3)', '(1, 3)'],
  ] as const)('%s and %s: %s', (a, b, wanted) => {
    const spanned = (x: string, y: string) => {
      const shared = I.intersection(between(x), between(y))
      return shared && span(shared)
    }
    expect(spanned(a, b)).toBe(wanted)
    expect(spanned(b, a)).toBe(wanted)
  })
})

describe('sides of a number', () => {
  test.each([
    // [interval, below 2, above 1, at least 1]
    ['[1, 2]', false, false, true],
    ['(1, 2)', true, true, true],
    ['[1, 1.9]', true, false, true],
    ['(0.9, 2)', true, false, false],
    ['[1.1, 2.1)', false, true, true],
  ] as const)('%s', (text, below2, above1, atLeast1) => {
    const i = between(text)
    expect(I.below(i, exact('2'))).toBe(below2)
    expect(I.above(i, exact('1'))).toBe(above1)
    expect(I.atLeast(i, exact('1'))).toBe(atLeast1)
  })
})

describe('sums', () => {
  test.each([
    ['[1, 2)', '[10, 20)', '[11, 22)', '(-19, -8)'],
    ['[1, 2]', '(10, 20]', '(11, 22]', '[-19, -8)'],
    ['(1, 2]', '[5, 5]', '(6, 7]', '(-4, -3]'],
    ['[-1, 1]', '[0, 0]', '[-1, 1]', '[-1, 1]'],
  ])('%s and %s', (a, b, sum, difference) => {
    expect(span(I.add(between(a), between(b)))).toBe(sum)
    expect(span(I.subtract(between(a), between(b)))).toBe(difference)
  })

  it('shifts, scales and mirrors', () => {
    expect(span(I.shift(between('[1, 2)'), exact('-1')))).toBe('[0, 1)')
    expect(span(I.scale(between('(1, 2]'), exact('100')))).toBe('(100, 200]')
    expect(span(I.mirror(between('[1, 2)')))).toBe('(-2, -1]')
  })
})

describe('product', () => {
  test.each([
    ['[1, 2)', '[3, 4)', '[3, 8)'],
    ['(1, 2]', '[3, 4]', '(3, 8]'],
    ['[-2, -1)', '[3, 4]', '[-8, -3)'],
    ['[-2, -1)', '(-4, -3]', '(3, 8)'],
    ['[-2, 3)', '[-5, 7]', '(-15, 21)'],
    ['(-1, 1)', '(-1, 1)', '(-1, 1)'],
    // A closed zero reaches 0, an open one does not.
    ['[0, 1]', '(2, 3)', '[0, 3)'],
    ['(0, 1]', '[2, 3]', '(0, 3]'],
    ['(0, 1)', '[0, 2]', '[0, 2)'],
    ['[0, 0]', '(5, 6)', '[0, 0]'],
    // Two corners fall together: the closed one wins.
    ['[-2, 2)', '[-2, 2]', '[-4, 4]'],
    ['(-2, 2]', '[-2, 2]', '[-4, 4]'],
  ])('%s × %s = %s', (a, b, wanted) => {
    expect(span(I.product(between(a), between(b)))).toBe(wanted)
    expect(span(I.product(between(b), between(a)))).toBe(wanted)
  })
})

describe('quotient', () => {
  test.each([
    ['[6, 8)', '[2, 4)', '(3/2, 4)'],
    ['[6, 8]', '[2, 4]', '[3/2, 4]'],
    ['[6, 8]', '(-4, -2]', '[-4, -3/2)'],
    ['[-1, 1]', '[2, 4]', '[-1/2, 1/2]'],
    ['[736, 736]', '[4000, 4000]', '[23/125, 23/125]'],
  ])('%s ÷ %s = %s', (a, b, wanted) => {
    expect(span(I.quotient(between(a), between(b)))).toBe(wanted)
  })

  test.each(['[-1, 1]', '[0, 1]', '(0, 1]', '[-1, 0)', '[0, 0]'])('has no bound over %s', (b) => {
    expect(I.quotient(between('[1, 2]'), between(b))).toBeUndefined()
  })
})

test('width, middle and points', () => {
  expect(printed(I.width(between('[1.5, 4)')))).toBe('5/2')
  expect(printed(I.middle(between('[1, 2)')))).toBe('3/2')
  expect(I.isPoint(between('[1/3, 2/6]'))).toBe(true)
  expect(I.isPoint(between('[1, 1.0000000000000000001]'))).toBe(false)
})

describe('shown and written outward', () => {
  test.each([
    ['(275327.3, 284999.9)', 1],
    ['[1, 2]', -2],
    ['[0.5, 0.5999]', -4],
    ['[0, 1000]', 1],
  ] as const)('%s is shown to 10^%d', (text, place) => {
    expect(I.lastShownPlace(between(text))).toBe(place)
  })

  it('shows a point as it is', () => {
    expect(I.lastShownPlace(between('[5, 5]'))).toBeUndefined()
  })

  test.each([
    ['[279548.6935, 280930.787)', 1, '279540', '280940'],
    ['[279540, 280940]', 1, '279540', '280940'],
    ['[-0.15, -0.11]', -1, '-1/5', '-1/10'],
  ] as const)('%s to 10^%d', (text, place, lo, hi) => {
    const ends = I.outward(between(text), place)
    expect([printed(ends.lo), printed(ends.hi)]).toEqual([lo, hi])
  })

  test.each([
    ['58.845/2.105', 27.954869, 27.95487],
    ['1/3', 0.33333333, 0.33333334],
    ['-1/3', -0.33333334, -0.33333333],
    ['12.5', 12.5, 12.5],
    ['123456789.1', 123456780, 123456790],
    ['0', 0, 0],
  ] as const)('%s to eight digits', (text, down, up) => {
    const [n, d] = text.split('/')
    const x = d ? { n: exact(n as string).n * exact(d).d, d: exact(d).n * exact(n as string).d } : exact(text)
    expect(I.outwardNumber(x, 'down')).toBe(down)
    expect(I.outwardNumber(x, 'up')).toBe(up)
  })
})

describe('the nearest multiple', () => {
  test.each([
    ['[75.325, 75.435)', '1', undefined],
    ['[4.2, 4.7]', '0.5', '9/2'],
    ['[1, 2]', '1', '1'],
    ['(1, 2]', '1', '2'],
    ['(1, 2)', '1', undefined],
    ['[0.9, 2.2]', '1', '2'],
  ] as const)('%s by %s: %s', (text, step, wanted) => {
    const found = I.nearestMultiple(between(text), exact(step))
    expect(found && printed(found)).toBe(wanted)
  })
})

describe('significant digits', () => {
  test.each([
    ['280000', 2],
    ['18.1', 3],
    ['0', 1],
    ['-0.0050', 1],
    ['100', 1],
    ['1/8', 3],
    ['3/6', 1],
    ['181000/1000', 3],
    ['1/3', undefined],
    ['7/700', 1],
    ['1/64', 5],
  ] as const)('of %s: %s', (x, digits) => {
    expect(I.significantDigits(exact(x))).toBe(digits)
  })
})
