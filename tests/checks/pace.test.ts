import { describe, expect, it, test } from 'vitest'
import { progressOf, whenOf } from '../../src/checks/pace.ts'
import { relationsOf } from '../../src/checks/relate.ts'
import { PACE_FROM } from '../../src/model/status.ts'
import { type Cells, dataSet, printed, row } from '../build.ts'

const progress = (cells: Cells) => {
  const one = row({ 截至: '2023-06-30', 单位: '人', ...cells })
  return progressOf(one, relationsOf(one))
}

describe('pace, half a year gone by (181 of 365 days)', () => {
  // 181/365 is 49.589… %; 95 % of it is 47.109… %, 60 % of it 29.753… %.
  test.each([
    ['47.2%', 'onPace'],
    ['47.1%', 'slow'],
    ['29.8%', 'slow'],
    ['29.7%', 'behind'],
    ['0%', 'behind'],
    ['100%', 'onPace'],
    ['-3%', 'behind'],
  ])('%s: %s', (completion, pace) => {
    expect(progress({ 完成率: completion })?.pace).toBe(pace)
  })

  it('is exact at its edges', () => {
    // Of 365 things 181 are due by then: 95 % of 181 is 171.95, 60 % is 108.6.
    const done = (actual: string) => progress({ 完成值: actual, 单位: '公里', 目标值: '365' })
    expect([done('171.95')?.pace, done('171.94')?.pace]).toEqual(['onPace', 'slow'])
    expect([done('108.60')?.pace, done('108.59')?.pace]).toEqual(['slow', 'behind'])
    expect([PACE_FROM.onPace, PACE_FROM.slow].map(printed)).toEqual(['19/20', '3/5'])
  })

  it('tells the completion as part of the time gone by', () => {
    const found = progress({ 完成值: '181', 目标值: '730' })
    expect(found?.gone).toEqual([181, 365])
    expect(found && printed(found.ofDue)).toBe('50')
  })
})

test.each<[string, Cells]>([
  ['at the year’s end', { 截至: '2023-12-20', 完成率: '40%' }],
  ['without a date', { 截至: '', 完成率: '40%' }],
  ['with a date before the year', { 截至: '2022-06', 完成率: '40%' }],
  ['without a completion', { 完成值: '40' }],
  ['a rate', { 完成值: '40', 单位: '%', 完成率: '40%' }],
  ['less is better', { 完成值: '40', 目标值: '50', 方向: '-' }],
  ['a target of zero', { 完成值: '40', 目标值: '0' }],
])('no pace %s', (_, cells) => {
  expect(progress(cells)).toBeUndefined()
})

describe('to which day rows run', () => {
  const when = (...dates: string[]) =>
    whenOf(dataSet(dates.map((截至, i) => ({ 截至, 指标: `第${i}项`, 完成值: '1' }))).rows)

  it('is one day before the year’s end, however it is written', () => {
    expect(when('2023-06-30', '2023-06', '2023年6月')).toEqual({
      undated: 0,
      isUnderway: true,
      day: { asOf: '2023-06-30', gone: [181, 365] },
    })
  })

  it('is none where they differ, or any runs to the year’s end', () => {
    expect(when('2023-06', '2023-07')).toEqual({ undated: 0, isUnderway: true, day: undefined })
    expect(when('2023-06', '2023-12')).toEqual({ undated: 0, isUnderway: true, day: undefined })
    expect(when('2023-12-20', '2023')).toEqual({ undated: 0, isUnderway: false, day: undefined })
    expect(when()).toEqual({ undated: 0, isUnderway: false, day: undefined })
  })

  it('is not told by rows without a date that can be read', () => {
    expect(when('', '近日', '')).toEqual({ undated: 3, isUnderway: false, day: undefined })
    expect(when('', '2023-06')).toMatchObject({ undated: 1, day: { gone: [181, 365] } })
  })
})
