import { expect, test } from 'vitest'
import { stepsOf } from '../../src/report/arithmetic.ts'
import { bulletOf } from '../../src/report/bullets.ts'
import { indicatorTable } from '../../src/report/tables.ts'
import { rangeLike } from '../../src/text/figures.ts'
import { zh } from '../../src/text/zh.ts'
import { between, type Cells, figure, reviewOf } from '../build.ts'

const told = (cells: Cells) => {
  const review = reviewOf([cells])
  const [row] = review.set.rows
  if (!row) throw new Error('no row')
  const { columns, rows } = indicatorTable(review, [row], zh)
  const cell = (name: string) => rows[0]?.[columns.indexOf(name)]
  return {
    step: stepsOf(row, review.subjectOf.get(row)?.relations ?? [], zh)[0]?.result,
    bullet: bulletOf(review, row, zh)?.targetLabel,
    table: [cell(zh.chart.impliedLow), cell(zh.chart.impliedHigh)],
    target: cell(zh.chart.targetColumn),
  }
}

test('an implied target of things counted one by one is told in whole numbers', () => {
  // 24 ÷ 240 % is anything from 9.979 to 10.021.
  expect(told({ 完成值: '24', 单位: '所', 完成率: '240%' })).toMatchObject({
    step: '目标为 10所',
    bullet: '推算 10所',
    table: ['10所', '10所'],
  })
  const some = told({ 完成值: '37', 单位: '个', 完成率: '17%' })
  expect(some.step).toMatch(/^目标在 212—224个之间/)
  expect(some.table).toEqual(['212个', '224个'])
  expect(some.bullet).toMatch(/^推算(?:，约 220个| 212—224个)$/)
})

test('or none, where no whole number would give the percentage', () => {
  expect(told({ 完成值: '3', 单位: '个', 完成率: '145%' })).toMatchObject({
    step: expect.stringContaining(zh.steps.noWhole),
    bullet: expect.stringContaining(zh.steps.noWhole),
    table: ['', ''],
  })
})

test('a measure keeps its decimals, and a large count its three digits', () => {
  expect(told({ 完成值: '24.0', 单位: '公里', 完成率: '240%' }).step).toContain('.')
  expect(told({ 完成值: '58.85', 单位: '万人次', 完成率: '210%' }).step).toContain('27.954')
  expect(rangeLike(figure('3', '公里'), between('[2.06, 2.08]'))).toBe('2.06—2.08公里')
  expect(rangeLike(figure('3', '个'), between('[2.06, 3.08]'))).toBe('3个')
})

test('a target in % is told with its %, also where it stands bare beside a rate', () => {
  expect(told({ 完成值: '87%', 目标值: '65' })).toMatchObject({ target: '65%', bullet: '目标 65%' })
  expect(told({ 完成值: '87', 单位: '%', 目标值: '65' })).toMatchObject({ target: '65%', bullet: '目标 65%' })
  expect(told({ 完成值: '87', 单位: '人', 目标值: '65' })).toMatchObject({
    target: '65',
    bullet: '目标 65人',
  })
})
