import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reachOf } from '../../src/checks/reach.ts'
import { relationsOf } from '../../src/checks/relate.ts'
import type { Subject } from '../../src/checks/rule.ts'
import { comparePair, isSameSpan, standingOf } from '../../src/compare/comparePair.ts'
import { contains } from '../../src/lib/interval.ts'
import { ratio } from '../../src/lib/rational.ts'
import { type Cells, printed, row, span, spanText } from '../build.ts'

const subject = (cells: Cells): Subject => {
  const one = row(cells)
  return { row: one, relations: relationsOf(one), reach: reachOf(one) }
}
const AFTER: Cells = { 年度: '2023', 截至: '2023-12-20', 单位: '人' }
const BEFORE: Cells = { 年度: '2022', 截至: '2022', 单位: '人' }
const pair = (before: Cells, after: Cells) =>
  comparePair(subject({ ...BEFORE, ...before }), subject({ ...AFTER, ...after }))
const change = (before: Cells, after: Cells) => {
  const found = pair(before, after).change
  return found.kind === 'none' ? found.why : `${found.kind} ${span(found.interval)}`
}
const wanted = (kind: string, interval: string) => `${kind} ${spanText(interval)}`

describe('the change', () => {
  it('of counts is exact', () => {
    expect(change({ 完成值: '200' }, { 完成值: '250' })).toBe(wanted('growth', '[25, 25]'))
    expect(change({ 完成值: '200' }, { 完成值: '150' })).toBe(wanted('growth', '[-25, -25]'))
    expect(change({ 完成值: '200' }, { 完成值: '0' })).toBe(wanted('growth', '[-100, -100]'))
  })

  it('of rounded figures is all that they allow', () => {
    // 1.95万 to below 2.05万, against exactly 10000.
    expect(change({ 完成值: '10000' }, { 完成值: '2.0', 单位: '万人' })).toBe(wanted('growth', '[95, 105)'))
    // A half more at least, because nothing between 1.5万 and 2.5万 is excluded as the earlier figure.
    expect(change({ 完成值: '2', 单位: '万人' }, { 完成值: '30000' })).toBe(wanted('growth', '(20, 100]'))
    // 约 is a step of 100 wider each way.
    expect(change({ 完成值: '约10100' }, { 完成值: '10000' })).toBe(
      wanted('growth', '(-40100/20401, 100/19999]'),
    )
  })

  it('converts units', () => {
    // 1.5 to 2.5 km, 2999.5 to 3000.5 m.
    expect(change({ 完成值: '2', 单位: '公里' }, { 完成值: '3000', 单位: '米' })).toBe(
      `growth (${printed(ratio(999n, 50n))}, ${printed(ratio(3001n, 30n))})`,
    )
  })

  it('of rates is in points', () => {
    const rate = (text: string) => ({ 完成值: text, 单位: '%' })
    expect(change(rate('65.8'), rate('69.3'))).toBe(wanted('points', '(3.4, 3.6)'))
    expect(change(rate('90'), { 完成值: '880', 单位: '‰' })).toBe(wanted('points', '(-2.55, -1.45)'))
  })

  test.each<[string, Cells, Cells]>([
    ['silent', { 完成率: '90%' }, { 完成值: '5' }],
    ['silent', { 完成值: '5' }, { 完成率: '90%' }],
    ['region', { 完成值: '5', 地区: '甲市' }, { 完成值: '6', 地区: '乙市' }],
    ['span', { 完成值: '5', 截至: '2022-09' }, { 完成值: '6' }],
    ['basis', { 完成值: '5', 口径: '开工' }, { 完成值: '6' }],
    ['unit', { 完成值: '5', 单位: '户' }, { 完成值: '6' }],
    ['unit', { 完成值: '5', 单位: '%' }, { 完成值: '6', 单位: '' }],
    ['zero', { 完成值: '0' }, { 完成值: '6' }],
    ['zero', { 完成值: '近1', 单位: '万人' }, { 完成值: '6', 单位: '万人' }],
    ['zero', { 完成值: '-3' }, { 完成值: '6' }],
  ])('is not claimed: %s', (why, before, after) => {
    expect(change(before, after)).toBe(why)
  })

  it('holds the growth of the true numbers behind any two printed ones', () => {
    const people = fc.integer({ min: 20_000, max: 900_000 })
    fc.assert(
      fc.property(people, people, (then, now) => {
        const inWan = (n: number) => (Math.round(n / 1000) / 10).toFixed(1)
        const found = pair({ 完成值: inWan(then), 单位: '万人' }, { 完成值: inWan(now), 单位: '万人' }).change
        const growth = ratio(BigInt(now - then) * 100n, BigInt(then))
        expect(found.kind === 'growth' && contains(found.interval, growth)).toBe(true)
      }),
    )
  })
})

describe('then and now', () => {
  it('go by their dates, not by which list is shown', () => {
    const [early, late] = [subject({ ...BEFORE, 完成值: '1' }), subject({ ...AFTER, 完成值: '2' })]
    for (const found of [comparePair(early, late), comparePair(late, early)]) {
      expect([found.before.subject, found.after.subject]).toEqual([early, late])
    }
    const other = subject({ ...AFTER, 完成值: '3' })
    expect(comparePair(late, other).before.subject).toBe(late)
  })

  test.each([
    [true, '2022', '2022', '2023', '2023-12-20'],
    [true, '2022-09', '2022', '2024-09-30', '2024'],
    [true, '2020-02', '2020', '2021-02', '2021'],
    [true, '2024-03', '2023', '2023-12', '2023'],
    [true, '2022-04', '', '2023-04', ''],
    [false, '2021-03', '2021', '2021', '2021'],
    [false, '2020-04-30', '2020', '2021-03', '2021'],
    [false, '2022-04-29', '2022', '2023-04', '2023'],
    [false, '不详', '2022', '不详', '2023'],
  ])('of one span: %s (%s of %s, %s of %s)', (same, asOf, year, other, otherYear) => {
    const of = (截至: string, 年度: string) => ({
      cells: { ...row({ 完成值: '1' }).cells, as_of: 截至, year: 年度 },
    })
    const [a, b] = [of(asOf, year), of(other, otherYear)].map((part) => ({
      ...row({ 完成值: '1' }),
      ...part,
    }))
    if (!a || !b) throw new Error('rows')
    expect([isSameSpan(a, b), isSameSpan(b, a)]).toEqual([same, same])
  })
})

describe('a standing', () => {
  const of = (cells: Cells) => {
    const { completion, target } = standingOf(subject(cells))
    return [
      completion && `${printed(completion.value)}${completion.source === 'printed' ? ' printed' : ''}`,
      target && (target.printed ? target.printed.text : span(target.implied)),
    ]
  }

  test.each<[string, Cells, (string | undefined)[]]>([
    ['printed', { 完成值: '90', 单位: '人', 目标值: '100', 完成率: '90%' }, ['90 printed', '100']],
    ['worked out', { 完成值: '90', 单位: '人', 目标值: '120' }, ['75', '120']],
    [
      'implied',
      { 完成值: '90', 单位: '人', 完成率: '50%' },
      ['50 printed', spanText('(18000/101, 2000/11]')],
    ],
    [
      'a percentage that is wrong',
      { 完成值: '1078', 单位: '户', 目标值: '8166', 完成率: '2.89%' },
      ['53900/4083', '8166'],
    ],
    [
      'a rate',
      { 完成值: '65.83', 单位: '%', 超目标: '10.83个百分点' },
      [undefined, spanText('(54.99, 55.01)')],
    ],
    ['a rate against its target', { 完成值: '87', 单位: '%', 目标值: '65' }, [undefined, '65']],
    ['a completion alone', { 完成率: '130.76%' }, ['3269/25 printed', undefined]],
    ['nothing', { 完成值: '5' }, [undefined, undefined]],
  ])('%s', (_, cells, expected) => {
    expect(of(cells)).toEqual(expected)
  })
})
