import { describe, expect, it, test } from 'vitest'
import { type Cells, findingsOf, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['a claim alone', { 声明: '全部打通' }, true],
  ['a claim beside a count', { 完成值: '4', 单位: '条', 声明: '全部打通' }, true],
  ['with a target', { 完成值: '4', 单位: '条', 目标值: '4', 声明: '全部打通' }, false],
  ['with a completion', { 完成率: '100%', 声明: '全部打通' }, false],
  ['with a share', { 完成值: '4', 单位: '条', 占比: '100%', 声明: '全部打通' }, false],
  ['with a rate', { 完成值: '100', 单位: '%', 声明: '全覆盖' }, false],
  ['with a gap', { 完成值: '4', 单位: '条', 超目标: '1', 声明: '全部打通' }, false],
  ['a growth supports nothing', { 同比: '5%', 声明: '全部打通' }, true],
  ['no claim', { 完成值: '4', 单位: '条' }, false],
])('claim-unsupported %s: %j → %s', (_, cells, wanted) => {
  expect(fires('claim-unsupported', cells)).toBe(wanted)
})

it('is an info about its row', () => {
  const [found] = findingsOf('claim-unsupported', [{ 声明: '全部打通' }])
  expect(found).toMatchObject({
    severity: 'info',
    facts: { claim: '全部打通', silent: undefined, of: undefined },
  })
  expect(found?.row?.line).toBe(2)
})

describe('a claim over the whole list', () => {
  const rows: Cells[] = [
    { 项目: '甲', 完成率: '100%' },
    { 项目: '乙', 完成值: '5' },
    { 项目: '乙', 指标: '二', 完成值: '6', 占比: '50%' },
    { 项目: '丙', 完成值: '5' },
    { 项目: '丙', 指标: '二', 完成值: '5', 目标值: '4' },
  ]
  const claimed = (claim: string, of: Cells[]) =>
    findingsOf('claim-unsupported', of, { claim }).map(({ facts }) => [facts.silent, facts.of])

  it('counts the projects that show neither target nor completion', () => {
    expect(claimed('全部完成预期目标', rows)).toEqual([[1, 3]])
    expect(claimed('全部完成预期目标', [rows[0] as Cells])).toEqual([])
    expect(claimed('基本完成', rows)).toEqual([])
    expect(claimed('', rows)).toEqual([])
  })
})
