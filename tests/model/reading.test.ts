import { describe, expect, it, test } from 'vitest'
import { isExact, lastStep, type Role, standsFor } from '../../src/model/reading.ts'
import { figure, printed, span, spanText } from '../build.ts'

const stands = (text: string, unit: string, role: Role = 'actual') =>
  span(standsFor(figure(text, unit), role))

describe('a rounded figure', () => {
  test.each([
    // [figure, 单位, half-up, half-even, truncated, rounded up, any]
    [
      '58.85',
      '公里',
      '[58.845, 58.855)',
      '(58.845, 58.855)',
      '[58.85, 58.86)',
      '(58.84, 58.85]',
      '(58.84, 58.86)',
    ],
    [
      '58.84',
      '公里',
      '[58.835, 58.845)',
      '[58.835, 58.845]',
      '[58.84, 58.85)',
      '(58.83, 58.84]',
      '(58.83, 58.85)',
    ],
    ['-2.5', '%', '(-2.55, -2.45]', '(-2.55, -2.45)', '(-2.6, -2.5]', '(-2.6, -2.5]', '(-2.6, -2.4)'],
    ['-2.4', '%', '(-2.45, -2.35]', '[-2.45, -2.35]', '(-2.5, -2.4]', '(-2.5, -2.4]', '(-2.5, -2.3)'],
    ['0', '%', '(-0.5, 0.5)', '[-0.5, 0.5]', '(-1, 1)', '(-1, 0]', '(-1, 1)'],
    ['2', '万人', '[15000, 25000)', '[15000, 25000]', '[20000, 30000)', '(10000, 20000]', '(10000, 30000)'],
    ['5‰', '', '[0.45, 0.55)', '(0.45, 0.55)', '[0.5, 0.6)', '(0.4, 0.5]', '(0.4, 0.6)'],
  ] as const)('%s %s', (text, unit, halfUp, halfEven, truncated, up, any) => {
    const read = (reading?: 'half-up' | 'half-even' | 'truncate' | 'up' | 'any') =>
      span(standsFor(figure(text, unit), 'result', reading))
    expect(read()).toBe(spanText(halfUp))
    expect(read('half-up')).toBe(spanText(halfUp))
    expect(read('half-even')).toBe(spanText(halfEven))
    expect(read('truncate')).toBe(spanText(truncated))
    expect(read('up')).toBe(spanText(up))
    expect(read('any')).toBe(spanText(any))
  })

  it('of a measure is rounded even when whole and unscaled', () => {
    expect(stands('30', '公里')).toBe(spanText('[29.5, 30.5)'))
    expect(stands('100', '%')).toBe(spanText('[99.5, 100.5)'))
    expect(stands('100.0', '%')).toBe(spanText('[99.95, 100.05)'))
  })
})

describe('exact figures', () => {
  test.each([
    ['736', '人', true],
    ['20000', '人', true],
    ['2万', '人', false],
    ['736.0', '人', false],
    ['30', '公里', false],
    ['65', '%', false],
    ['3', '个百分点', false],
  ] as const)('%s %s: %s', (text, unit, wanted) => {
    expect(isExact(figure(text, unit))).toBe(wanted)
    for (const reading of ['half-up', 'half-even', 'truncate', 'up', 'any'] as const) {
      const i = standsFor(figure(text, unit), 'actual', reading)
      expect(span(i) === `[${printed(i.lo)}, ${printed(i.lo)}]`).toBe(wanted)
    }
  })

  test.each(['65%', '5.2万人', '30公里', '不少于8166', '不超过3%', '不低于65%', '超5万'])(
    'a target is a decision: %s',
    (text) => {
      const read = figure(text)
      for (const reading of ['half-up', 'any'] as const)
        expect(span(standsFor(read, 'target', reading))).toBe(
          `[${printed(read.value)}, ${printed(read.value)}]`,
        )
    },
  )

  it('but 约 makes a target a measurement, and a base or an earlier figure is one', () => {
    expect(stands('约5万', '人', 'target')).toBe(spanText('[35000, 65000)'))
    expect(stands('5.2万', '人', 'base')).toBe(spanText('[51500, 52500)'))
    expect(stands('5.2万', '人', 'previous')).toBe(spanText('[51500, 52500)'))
    expect(stands('937', '个', 'base')).toBe(spanText('[937, 937]'))
  })
})

describe('hedged figures', () => {
  test.each([
    ['3万余', '人', '(30000, 40000)'],
    ['20多', '个', '(20, 30)'],
    ['超1200', '人', '(1200, 1300)'],
    ['逾1.25万', '人', '(12500, 12600)'],
    ['近3万', '人', '(20000, 30000)'],
    ['近1000', '人', '(0, 1000)'],
    ['90%以上', '', '[90, 100)'],
    ['至少1250', '人', '[1250, 1260)'],
    ['不少于5', '所', '[5, 6)'],
    ['不超过3', '起', '(2, 3]'],
    ['不超过120', '起', '(110, 120]'],
    // As a rounded figure, one step wider each way; a counted 约 is no exact number.
    ['约78.88', '万户', '[788650, 788950)'],
    ['约500', '人', '[399.5, 600.5)'],
    ['500左右', '人', '[399.5, 600.5)'],
    ['超4.40', '公里', '(4.4, 4.5)'],
  ] as const)('%s %s is %s', (text, unit, wanted) => {
    expect(stands(text, unit)).toBe(spanText(wanted))
  })

  it('stay as they are however the writer rounds, but for 约', () => {
    expect(span(standsFor(figure('超1200人'), 'actual', 'any'))).toBe(spanText('(1200, 1300)'))
    expect(span(standsFor(figure('约500人'), 'actual', 'any'))).toBe(spanText('(399, 601)'))
    expect(span(standsFor(figure('约5万人'), 'target', 'any'))).toBe(spanText('(30000, 70000)'))
  })
})

test.each([
  ['1200', '100'],
  ['12万', '10000'],
  ['4.40', '1/10'],
  ['7', '1'],
  ['100', '100'],
  ['0.50', '1/10'],
  ['-300', '100'],
  ['0', '1'],
  ['0.00', '1/100'],
  ['1001', '1'],
])('last step of %s is %s', (text, step) => {
  expect(printed(lastStep(figure(text)))).toBe(step)
})
