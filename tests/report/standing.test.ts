import { describe, expect, it } from 'vitest'
import { relationsOf } from '../../src/checks/relate.ts'
import { levelsWords, paceWords } from '../../src/report/standing.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, dataSet, row } from '../build.ts'

const pace = (cells: Cells, words = zh) => {
  const one = row({ 截至: '2020-04', 年度: '2020', 单位: '户', ...cells })
  return paceWords(one, relationsOf(one), words)
}

describe('the pace in words', () => {
  it('tells time, completion, their quotient, and the thresholds', () => {
    expect(pace({ 完成值: '1078', 目标值: '8166', 完成率: '13.2%' })).toBe(
      '序时进度：全年已过 33.1%，完成 13.2%，是序时进度的 39.9%，滞后（95% 起为正常，60% 起为偏慢）',
    )
    expect(pace({ 完成率: '35.43%' })).toContain('完成 35.43%，是序时进度的 107.2%，正常')
    expect(pace({ 完成率: '25%' })).toContain('偏慢')
    expect(pace({ 完成率: '25%' }, en)).toMatch(/25% completed, 75\.6% of it: slow \(from 95% on pace/)
  })

  it('is silent at the year’s end', () => {
    expect(pace({ 截至: '2020-12', 完成率: '25%' })).toBe('')
  })
})

const levels = (...rows: Cells[]) => {
  const set = dataSet(rows.map((cells) => ({ 完成值: '70', 单位: '%', ...cells })))
  return set.rows.map((one) => levelsWords(one, set.rows, zh))
}

describe('targets at several levels', () => {
  it('tell which was reached, on each of their rows', () => {
    const told = '省定目标 65%：达到；市定目标 80%：未达'
    expect(levels({ 层级: '省定', 目标值: '65' }, { 层级: '市定', 目标值: '80' })).toEqual([told, told])
  })

  it('tell where none was printed', () => {
    expect(levels({ 层级: '省定', 目标值: '65' }, { 层级: '市定' })[0]).toBe(
      '省定目标 65%：达到；市定目标：无从判断',
    )
  })

  it('less is better turns the sides round', () => {
    const rows = levels({ 层级: '省定', 目标值: '65', 方向: '-' }, { 层级: '市定', 目标值: '80', 方向: '-' })
    expect(rows[0]).toBe('省定目标 65%：未达；市定目标 80%：达到')
  })

  it('are no story of one level, of another indicator, of another date', () => {
    expect(levels({ 层级: '省定', 目标值: '65' })).toEqual([''])
    expect(levels({ 层级: '省定' }, { 层级: '市定', 指标: '别的' })).toEqual(['', ''])
    expect(levels({ 层级: '省定' }, { 层级: '市定', 截至: '2023-06' })).toEqual(['', ''])
    expect(levels({ 层级: '省定' }, { 层级: '省定' })).toEqual(['', ''])
  })
})
