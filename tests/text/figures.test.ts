import { describe, expect, it, test } from 'vitest'
import { arithmetic, isDifference, like, printed, rangeLike } from '../../src/text/figures.ts'
import { between, exact, figure, relation, row } from '../build.ts'

describe('a printed figure', () => {
  test.each([
    // Scale and unit of the column where the cell lacks them.
    ['58.85', '万人次', '58.85万人次'],
    ['58.85万', '人次', '58.85万人次'],
    ['2600余', '人次', '2600余人次'],
    ['2600余', '万人', '2600余万人'],
    ['2万余', '人', '2万余人'],
    ['约78.88', '万户', '约78.88万户'],
    ['不少于8166', '户', '不少于8166户'],
    ['１００', '个', '１００个'],
    ['106', '%', '106%'],
    ['4', '‰', '4‰'],
    ['1,078', '户', '1,078户'],
    // Nothing is added to what says it itself.
    ['58.85万人次', '人', '58.85万人次'],
    ['15.5个百分点', '%', '15.5个百分点'],
    ['210%', '万人', '210%'],
    ['3000人左右', '人', '3000人左右'],
    ['30', '', '30'],
    ['30万', '', '30万'],
  ])('%s of %s reads %s', (text, unit, wanted) => {
    expect(printed(figure(text, unit), unit)).toBe(wanted)
  })

  it('keeps every digit', () => {
    expect([printed(figure('100.0%')), printed(figure('100%'))]).toEqual(['100.0%', '100%'])
  })
})

test.each([
  ['58.85', '万人次', '280000', '28万人次'],
  ['2620', '人', '937', '937人'],
  ['90.88', '%', '75.4', '75.4%'],
  ['4', '‰', '0.5', '0.5%'],
])('like %s%s, %s is written %s', (text, unit, value, wanted) => {
  expect(like(figure(text, unit), exact(value))).toBe(wanted)
})

test.each([
  ['58.85', '万人次', '(117690000/421, 117710000/419)', '27.954万—28.094万人次'],
  ['90.88', '%', '(75.325, 75.435)', '75.325%—75.435%'],
  ['860', '个', '[937, 937]', '937个'],
  ['90', '%', '[90, 90]', '90%'],
])('in the scale of %s%s, %s is written %s', (text, unit, interval, wanted) => {
  expect(rangeLike(figure(text, unit), between(interval))).toBe(wanted)
})

describe('a sum', () => {
  const sum = (cells: Parameters<typeof row>[0], kind: Parameters<typeof relation>[0]) => {
    const found = relation(kind, cells)
    if (!found || found.verdict === 'implied' || found.verdict === 'unverifiable')
      throw new Error('unchecked')
    return arithmetic({ row: row(cells), facts: { relation: found } }, ' points')
  }

  it('has as many digits as were printed, and more where a missed target would read 100 %', () => {
    const of = (stated: string) =>
      sum({ 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: stated }, 'completion')
    expect(of('100%')).toBe('2499人 ÷ 2500人 = 99.96%')
    expect(of('100.0%')).toBe('2499人 ÷ 2500人 = 99.96%')
    expect(of('99.960%')).toBe('2499人 ÷ 2500人 = 99.960%')
    expect(sum({ 完成值: '2501', 单位: '人', 目标值: '2500', 完成率: '100%' }, 'completion')).toBe(
      '2501人 ÷ 2500人 = 100%',
    )
  })

  it('without its row has bare figures', () => {
    const cells = { 完成值: '120', 单位: '人', 目标值: '100', 完成率: '120%' }
    const found = relation('completion', cells)
    if (found?.verdict !== 'exact') throw new Error('unchecked')
    expect(arithmetic({ row: undefined, facts: { relation: found } }, '')).toBe('120 ÷ 100 = 120%')
  })
})

test('gaps and growths in points are differences, all else is a quotient', () => {
  expect(isDifference('excess', figure('5个'))).toBe(true)
  expect(isDifference('growth', figure('5个百分点'))).toBe(true)
  expect(isDifference('growth', figure('5%'))).toBe(false)
  expect(isDifference('growth', undefined)).toBe(false)
  expect(isDifference('completion', figure('5%'))).toBe(false)
})
