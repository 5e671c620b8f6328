import { describe, expect, it, test } from 'vitest'
import { findingKey } from '../../src/model/accepted.ts'
import { type Cells, reviewOf } from '../build.ts'

const WRONG: Cells = { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }
const keys = (...rows: Cells[]) => reviewOf(rows).findings.map(findingKey)

describe('the key of a finding', () => {
  it('is the same from reading to reading, whatever line it stands on', () => {
    const [alone] = keys(WRONG)
    expect(alone).toBe('completion-mismatch|某市|2023|2023-12-20|市定|某项目|某指标|736|4000|18.04%||||||人|')
    expect(keys({ 指标: '别的', 完成值: '5' }, WRONG)).toContain(alone)
    expect(keys({ ...WRONG, 备注: '已核', 出处: '第 3 页', 领域: '就业' })).toContain(alone)
  })

  test.each<[string, Cells]>([
    ['another figure', { 完成率: '18.05%' }],
    ['the same number printed otherwise', { 目标值: '4,000' }],
    ['another region', { 地区: '乙市' }],
    ['another date', { 截至: '2023-12' }],
    ['another level', { 层级: '省定' }],
    ['another indicator', { 指标: '乙' }],
    ['another claim', { 声明: '完成' }],
  ])('is another one for %s', (_, cells) => {
    expect(keys({ ...WRONG, ...cells })).not.toContain(keys(WRONG)[0])
  })

  it('about several rows holds for the figures of all of them', () => {
    const city = (part: string) =>
      keys(
        { 完成值: '100', 单位: '人' },
        { 完成值: part, 单位: '人', 地区: '某市/甲县' },
        { 完成值: '45', 单位: '人', 地区: '某市/乙县' },
      ).filter((key) => key.startsWith('parts-do-not-sum'))
    expect(city('60')).toHaveLength(1)
    expect(city('60')).toEqual(city('60'))
    expect(city('6000')).not.toEqual(city('60'))
    const course = (june: string) =>
      keys({ 完成值: june, 单位: '人', 截至: '2023-06-30' }, { 完成值: '5', 单位: '人' }).filter((key) =>
        key.startsWith('falls-back'),
      )
    expect(course('6')).toHaveLength(1)
    expect(course('7')).not.toEqual(course('6'))
    const moved = (june: string) =>
      keys(
        { 完成值: '3', 目标值: june, 单位: '人', 截至: '2023-06-30' },
        { 完成值: '5', 单位: '人', 目标值: '4' },
      ).filter((key) => key.startsWith('target-moved'))
    expect(moved('6')).toHaveLength(1)
    expect(moved('7')).not.toEqual(moved('6'))
  })

  it('about one unreadable cell holds for no other cell of its row', () => {
    const unread = (cells: Cells) => keys(cells).filter((key) => key.startsWith('unreadable'))
    expect(new Set(unread({ 完成值: '若干', 目标值: '不少' })).size).toBe(2)
    expect(unread({ 备注: '空行', 完成值: '若干' })).toEqual(unread({ 完成值: '若干' }))
  })

  it('tells rules apart, and no cell runs into the next', () => {
    expect(new Set(keys(WRONG)).size).toBe(keys(WRONG).length)
    const [a] = keys({ ...WRONG, 项目: '甲|乙', 指标: '丙' })
    const [b] = keys({ ...WRONG, 项目: '甲', 指标: '乙|丙' })
    expect(a).not.toBe(b)
  })

  it('about the whole list is made of what it says', () => {
    const whole = (claim: string) =>
      reviewOf([{ 完成率: '100%' }, { 项目: '乙', 完成值: '4' }], { claim }).findings.map(findingKey)
    expect(whole('2 件全部完成')).toEqual(whole('2 件全部完成'))
    expect(whole('2 件全部完成')).not.toEqual(whole('两件全部完成'))
    expect(whole('2 件全部完成')[0]).toMatch(/^claim-unsupported /)
  })
})
