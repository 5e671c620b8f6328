import { expect, it } from 'vitest'
import { changesBetween } from '../../src/compare/versions.ts'
import { changeTable, countChanges } from '../../src/report/versions.ts'
import { kept } from '../../src/text/kept.ts'
import { dataSet } from '../build.ts'

const changes = changesBetween(
  dataSet([{ 指标: '甲', 完成值: '1' }, { 指标: '丁', 声明: '已完成' }, { 指标: '乙' }]),
  dataSet([
    { 指标: '丙', 完成值: '约12', 单位: '公里', 目标值: '10', 完成率: '120%', 备注: '注' },
    { 指标: '甲', 完成值: '约2', 截至: '2023-12-21' },
    { 指标: '乙' },
  ]),
)

it('a line for every cell that changed, and every row that came or went', () => {
  const { columns, rows } = changeTable(changes, kept.zh)
  expect(columns).toEqual([
    ...['变动', '地区', '截至', '层级', '项目', '指标'],
    ...['列', '旧', '新', '旧行号', '新行号'],
  ])
  const of = ['某市', '2023-12-21', '市定', '某项目', '甲']
  expect(rows).toEqual([
    [
      '添加',
      '某市',
      '2023-12-20',
      '市定',
      '某项目',
      '丙',
      '',
      '',
      '完成值 约12 单位 公里 目标值 10 完成率 120%',
      '',
      '2',
    ],
    ['改动', ...of, '截至', '2023-12-20', '2023-12-21', '2', '3'],
    ['改动', ...of, '完成值', '1', '约2', '2', '3'],
    ['删除', '某市', '2023-12-20', '市定', '某项目', '丁', '', '声明 已完成', '', '3', ''],
  ])
})

it('and how many there are', () => {
  const { cell, added, removed } = countChanges(changes)
  expect(kept.zh.versions.counts(cell, added, removed)).toBe('改了 2 格，添了 1 行，删了 1 行。')
  expect(kept.en.versions.counts(cell, added, removed)).toBe('2 cells changed, 1 row added, 1 row removed.')
})
