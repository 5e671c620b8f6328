import { describe, expect, it, test } from 'vitest'
import { bulletOf, bulletsOf, statedOf } from '../../src/report/bullets.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, reviewOf, row } from '../build.ts'
import { board, nanyang, rowOf } from '../shipped.ts'

const bullet = (cells: Cells) => {
  const review = reviewOf([cells])
  const [one] = review.set.rows
  return one && bulletOf(review, one, zh)
}

describe('against what an indicator is held', () => {
  it('a printed target, as printed', () => {
    expect(bullet({ 完成值: '30.5', 单位: '万人', 目标值: '不少于28' })).toEqual({
      actual: 305_000,
      actualLabel: '30.5万人',
      achieved: true,
      questioned: false,
      target: 280_000,
      implied: undefined,
      targetLabel: '目标 不少于28万人',
    })
  })

  it('an implied one as a range, named by its likeliest number where that is round', () => {
    const found = bulletOf(board, rowOf('职业技能培训'), zh)
    expect(found).toMatchObject({
      actual: 588_500,
      actualLabel: '58.85万人次',
      target: undefined,
      targetLabel: '推算，约 28万人次',
    })
    expect(found?.implied?.[0]).toBeCloseTo(279_548.69, 2)
    expect(found?.implied?.[1]).toBeCloseTo(280_930.79, 2)
  })

  it('by the range itself where it is not', () => {
    expect(bulletOf(board, rowOf('设立村级寄递物流综合服务站'), zh)?.targetLabel).toBe('推算 75.325%—75.435%')
    expect(bulletOf(board, rowOf('新增技能人才'), en)?.targetLabel).toBe('Implied 18.009万—18.134万人')
  })

  it('a printed target outweighs an implied one', () => {
    const found = bullet({ 完成值: '30', 单位: '人', 目标值: '20', 完成率: '150%' })
    expect([found?.target, found?.implied]).toEqual([20, undefined])
  })

  test.each<[string, Cells]>([
    ['neither target nor percentage', { 完成值: '30', 单位: '人' }],
    ['only a share', { 完成值: '30', 单位: '人', 占比: '50%' }],
    ['no actual', { 目标值: '30', 单位: '人', 完成率: '50%' }],
    ['an actual below zero', { 完成值: '-2', 单位: '%', 目标值: '3' }],
  ])('nothing, with %s', (_, cells) => {
    expect(bullet(cells)).toBeUndefined()
  })

  it('a rate in per mille keeps its sign', () => {
    expect(bullet({ 完成值: '4', 单位: '‰', 目标值: '5' })).toMatchObject({
      actual: 0.4,
      actualLabel: '4‰',
      targetLabel: '目标 5‰',
    })
  })

  it('is achieved unless it missed, less is better included', () => {
    expect(bullet({ 完成值: '19', 单位: '人', 目标值: '20' })?.achieved).toBe(false)
    expect(bullet({ 完成值: '19', 单位: '人', 目标值: '20', 方向: '-' })?.achieved).toBe(true)
    expect(bullet({ 完成值: '21', 单位: '人', 目标值: '不超过20' })?.achieved).toBe(false)
  })
})

it('Nanyang: 29 of 52 rows have a bullet, and each tells what was printed', () => {
  const bullets = bulletsOf(board, nanyang.rows, zh)
  const drawable = nanyang.rows.filter(({ figures: f }) => f.actual && (f.target || f.completion || f.excess))
  expect(bullets.map(({ name }) => name)).toEqual(drawable.map(({ cells }) => cells.indicator))
  expect(bullets).toHaveLength(29)
  expect(bullets[0]).toMatchObject({ name: '职业技能培训', stated: '210%' })
})

test.each<[Cells, string]>([
  [{ 完成率: '210%' }, '210%'],
  [{ 完成值: '95', 单位: '%', 超目标: '2个百分点' }, '2个百分点'],
  [{ 完成值: '5', 占比: '91.78%' }, '91.78%'],
  [{ 同比: '4.3%' }, '4.3%'],
  [{ 完成率: '210%', 同比: '4.3%' }, '210%'],
  [{ 完成值: '5' }, ''],
])('%j states “%s”', (cells, text) => {
  expect(statedOf(row(cells))).toBe(text)
})
