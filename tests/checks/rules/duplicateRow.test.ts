import { expect, test } from 'vitest'
import { type Cells, findingsOf } from '../../build.ts'

const again = (more: Cells): Cells[] => [{ 完成值: '5' }, { 完成值: '6', ...more }]

test.each<[string, Cells[], number[]]>([
  ['one row', [{ 完成值: '5' }], []],
  ['the same again', again({}), [3]],
  ['with another number of the project', again({ 序号: '9' }), [3]],
  ['with another unit and note', again({ 单位: '人', 备注: '另见' }), [3]],
  ['edge: of another level', again({ 层级: '省定' }), []],
  ['edge: of another region', again({ 地区: '乙市' }), []],
  ['edge: of another year', again({ 年度: '2022' }), []],
  ['edge: of another date', again({ 截至: '2023-11' }), []],
  ['edge: of another project', again({ 项目: '乙' }), []],
  ['edge: of another indicator', again({ 指标: '乙' }), []],
  [
    'edge: no cell runs into the next',
    [
      { 项目: '甲乙', 指标: '丙', 完成值: '5' },
      { 项目: '甲', 指标: '乙丙', 完成值: '5' },
    ],
    [],
  ],
  ['three times', [...again({}), { 完成值: '7' }], [3, 4]],
])('duplicate-row %s', (_, rows, lines) => {
  const found = findingsOf('duplicate-row', rows)
  expect(found.map(({ row }) => row?.line)).toEqual(lines)
  expect(found.map(({ facts }) => facts.first.line)).toEqual(lines.map(() => 2))
})
