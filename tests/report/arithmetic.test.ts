import { describe, expect, it, test } from 'vitest'
import { relationsOf } from '../../src/checks/relate.ts'
import { type Step, stepsOf } from '../../src/report/arithmetic.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, row } from '../build.ts'
import { nanyang } from '../shipped.ts'

const steps = (cells: Cells, words = zh): Step[] => {
  const one = row(cells)
  return stepsOf(one, relationsOf(one), words)
}
const told = (cells: Cells, words = zh) =>
  steps(cells, words).map(({ sum, result, verdict }) => `${sum} ⇒ ${result} [${verdict}]`)

describe('what was printed with both its members is computed again', () => {
  test.each<[Cells, string]>([
    [
      { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.4%' },
      '736人 ÷ 4000人 = 18.4% ⇒ 公布的是 18.4% [exact]',
    ],
    [
      { 完成值: '1078', 单位: '户', 目标值: '不少于8166', 完成率: '2.89%' },
      '1078户 ÷ 不少于8166户 = 13.20% ⇒ 公布的是 2.89% [inconsistent]',
    ],
    [
      { 完成值: '7.23万', 单位: '人', 目标值: '5.2万', 完成率: '139.1%' },
      '7.23万人 ÷ 5.2万人 = 139.0% ⇒ 公布的是 139.1% [within-rounding]',
    ],
    [
      { 完成值: '37', 单位: '所', 目标值: '180', 完成率: '20.5%' },
      '37所 ÷ 180所 = 20.6% ⇒ 公布的是 20.5% [other-rounding]',
    ],
    // What was missed never prints as 100.
    [
      { 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' },
      '2499人 ÷ 2500人 = 99.96% ⇒ 公布的是 100% [exact]',
    ],
    [
      { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '41个百分点' },
      '106% − 65% = 41 个百分点 ⇒ 公布的是 41个百分点 [exact]',
    ],
    // A gap between things, in the scale they were printed in.
    [
      { 完成值: '58.85', 单位: '万人次', 目标值: '28', 超目标: '30.85万人次' },
      '58.85万人次 − 28万人次 = 30.85万人次 ⇒ 公布的是 30.85万人次 [exact]',
    ],
    [
      { 完成值: '1007.8', 单位: '公里', 目标值: '1000', 超目标: '7800米' },
      '1007.8公里 − 1000公里 = 7.8公里 ⇒ 公布的是 7800米 [exact]',
    ],
    [
      { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.78%' },
      '860个 ÷ 937个 = 91.78% ⇒ 公布的是 91.78% [exact]',
    ],
    [
      { 完成值: '120', 单位: '人', 上期值: '100', 同比: '20%' },
      '120人 ÷ 100人 − 1 = 20% ⇒ 公布的是 20% [exact]',
    ],
    // A growth in points is a difference of rates.
    [
      { 完成值: '95', 单位: '%', 上期值: '90', 同比: '5个百分点' },
      '95% − 90% = 5 个百分点 ⇒ 公布的是 5个百分点 [exact]',
    ],
    [
      { 完成值: '1005', 单位: '人', 上期值: '1000', 同比: '5‰' },
      '1005人 ÷ 1000人 − 1 = 0.5% ⇒ 公布的是 5‰ [exact]',
    ],
    // The column spares the sign; the sum does not.
    [
      { 完成值: '117', 单位: '人', 目标值: '100', 完成率: '117' },
      '117人 ÷ 100人 = 117% ⇒ 公布的是 117% [exact]',
    ],
  ])('%j', (cells, wanted) => {
    expect(told(cells).filter((step) => !step.endsWith('[computed]'))).toEqual([wanted])
  })
})

describe('what was printed with one member missing gives the other', () => {
  test.each<[Cells, string]>([
    [
      { 完成值: '58.85', 单位: '万人次', 完成率: '210%' },
      '58.85万人次 ÷ 210% ⇒ 目标在 27.954万—28.094万人次之间，最可能是 28万人次',
    ],
    // Three digits at best: no target that somebody would set.
    [
      { 完成值: '27.83', 单位: '万人', 完成率: '154%' },
      '27.83万人 ÷ 154% ⇒ 目标在 18.009万—18.134万人之间，其中最整的是 18.1万人',
    ],
    [
      { 完成值: '90.88', 单位: '%', 超目标: '15.5个百分点' },
      '90.88% − 15.5个百分点 ⇒ 目标在 75.325%—75.435%之间，其中最整的是 75.4%',
    ],
    [{ 完成值: '30', 单位: '个', 超目标: '5个' }, '30个 − 5个 ⇒ 目标为 25个'],
    [{ 完成值: '860', 单位: '个', 占比: '91.78%' }, '860个 ÷ 91.78% ⇒ 基数为 937个'],
    [{ 完成值: '120', 单位: '人', 同比: '20%' }, '120人 ÷ (1 + 20%) ⇒ 上期值为 100人'],
    [{ 完成值: '95', 单位: '%', 同比: '5个百分点' }, '95% − 5个百分点 ⇒ 上期值在 89%—91%之间，最可能是 90%'],
    [
      { 目标值: '4000', 单位: '人', 完成率: '18.4%' },
      '4000人 × 18.4% ⇒ 完成值在 734—737人之间，其中最整的是 736人',
    ],
    [
      { 目标值: '65', 单位: '%', 超目标: '41个百分点' },
      '65% + 41个百分点 ⇒ 完成值在 105.5%—106.5%之间，其中最整的是 106%',
    ],
    [{ 基数: '937', 单位: '个', 占比: '50%' }, '937个 × 50% ⇒ 完成值在 464—473个之间，最可能是 470个'],
    [{ 上期值: '100', 单位: '人', 同比: '20%' }, '100人 × (1 + 20%) ⇒ 完成值为 120人'],
    [{ 上期值: '90', 单位: '%', 同比: '5个百分点' }, '90% + 5个百分点 ⇒ 完成值在 94%—96%之间，最可能是 95%'],
  ])('%j', (cells, wanted) => {
    expect(told(cells)).toEqual([`${wanted} [implied]`])
  })

  test.each<[Cells, string]>([
    // Both members, no percentage.
    [{ 完成值: '900', 单位: '人', 目标值: '1000' }, '900人 ÷ 1000人 ⇒ 完成率为 90%'],
    [
      { 完成值: '58.85', 单位: '万人次', 目标值: '28' },
      '58.85万人次 ÷ 28万人次 ⇒ 完成率在 210.1607%—210.1965%之间，其中最整的是 210.18%',
    ],
    // The gap between two rates is one of points.
    [
      { 完成值: '106', 单位: '%', 目标值: '65' },
      '106% − 65% ⇒ 超目标在 40.5 个百分点—41.5 个百分点之间，最可能是 41 个百分点',
    ],
    [{ 完成值: '30', 单位: '人', 基数: '40' }, '30人 ÷ 40人 ⇒ 占比为 75%'],
    [{ 完成值: '120', 单位: '人', 上期值: '100' }, '120人 ÷ 100人 − 1 ⇒ 同比为 20%'],
  ])('%j', (cells, wanted) => {
    expect(told(cells)).toEqual([`${wanted} [computed]`])
  })

  it('in English too', () => {
    expect(told({ 完成值: '58.85', 单位: '万人次', 完成率: '210%' }, en)).toEqual([
      '58.85万人次 ÷ 210% ⇒ target between 27.954万 and 28.094万人次, most likely 28万人次 [implied]',
    ])
    expect(told({ 完成值: '106', 单位: '%', 目标值: '65' }, en)).toEqual([
      '106% − 65% ⇒ excess between 40.5 points and 41.5 points, most likely 41 points [computed]',
    ])
  })
})

describe('what was printed with no member', () => {
  it('cannot be checked, and says so', () => {
    expect(told({ 同比: '4.3%' })).toEqual([`4.3% ⇒ ${zh.project.cannot} [unverifiable]`])
    expect(told({ 完成率: '117' })).toEqual([`117% ⇒ ${zh.project.cannot} [unverifiable]`])
  })

  it('and where units cannot be compared, too', () => {
    expect(told({ 完成值: '30', 单位: '人', 目标值: '20公里', 完成率: '150%' })).toEqual([
      `150% ⇒ ${zh.project.cannot} [unverifiable]`,
    ])
  })

  it('where there is nothing, there is no step', () => {
    expect(told({ 完成值: '30', 单位: '人' })).toEqual([])
  })
})

it('a row with several percentages has a step for each, in the order of the relations', () => {
  const cells: Cells = { 完成值: '120', 单位: '人', 目标值: '100', 上期值: '80', 同比: '50%', 完成率: '120%' }
  expect(steps(cells).map(({ sum }) => sum)).toEqual(['120人 ÷ 100人 = 120%', '120人 ÷ 80人 − 1 = 50%'])
})

it('every step of the shipped year is whole, in both languages', () => {
  for (const words of [zh, en]) {
    const all = nanyang.rows.flatMap((one) => stepsOf(one, relationsOf(one), words))
    expect(all).toHaveLength(36)
    for (const { sum, result } of all) {
      expect(sum).toMatch(/\d/)
      expect(`${sum} ${result}`).not.toMatch(/undefined|NaN|\[object|Infinity/)
    }
  }
})
