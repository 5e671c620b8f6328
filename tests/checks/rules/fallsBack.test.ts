import { expect, test } from 'vitest'
import { type Cells, findingsOf } from '../../build.ts'

const course = (...points: [date: string, cells: Cells][]): Cells[] =>
  points.map(([date, cells]) => ({ 截至: date, 单位: '人', ...cells }))
const two = (before: Cells, after: Cells): Cells[] => course(['2023-06', before], ['2023-12-20', after])

test.each<[string, Cells[], [line: number, earlier: number][]]>([
  ['rises', two({ 完成值: '100' }, { 完成值: '120' }), []],
  ['falls', two({ 完成值: '120' }, { 完成值: '119' }), [[3, 2]]],
  ['edge: stays', two({ 完成值: '120' }, { 完成值: '120' }), []],
  [
    'edge: in the file the other way round',
    course(['2023-12', { 完成值: '9' }], ['2023-06', { 完成值: '10' }]),
    [[2, 3]],
  ],
  ['edge: rounding may explain it', two({ 完成值: '1.2万' }, { 完成值: '11001' }), []],
  ['edge: no rounding explains it', two({ 完成值: '1.2万' }, { 完成值: '11000' }), [[3, 2]]],
  [
    'edge: two roundings that touch at no number',
    two({ 完成值: '12', 单位: '公里' }, { 完成值: '10', 单位: '公里' }),
    [[3, 2]],
  ],
  [
    'edge: two roundings that overlap',
    two({ 完成值: '12', 单位: '公里' }, { 完成值: '11', 单位: '公里' }),
    [],
  ],
  [
    'edge: the later one is rounded',
    two({ 完成值: '12.6', 单位: '公里' }, { 完成值: '12', 单位: '公里' }),
    [],
  ],
  [
    'edge: rises by less than one',
    two({ 完成值: '10.00', 单位: '公里' }, { 完成值: '10.50', 单位: '公里' }),
    [],
  ],
  ['other scale words', two({ 完成值: '2', 单位: '万人' }, { 完成值: '9000' }), [[3, 2]]],
  ['other units of length', two({ 完成值: '2', 单位: '公里' }, { 完成值: '900', 单位: '米' }), [[3, 2]]],
  ['units that cannot be compared', two({ 完成值: '20' }, { 完成值: '9', 单位: '公里' }), []],
  ['a rate may fall', two({ 完成值: '97', 单位: '%' }, { 完成值: '90', 单位: '%' }), []],
  ['less is better', two({ 完成值: '97', 方向: '-' }, { 完成值: '90', 方向: '-' }), []],
  [
    'of another year',
    [...course(['2022-12', { 年度: '2022', 完成值: '9' }], ['2023-06', { 完成值: '5' }])],
    [],
  ],
  [
    'of no year: the date tells it',
    course(['2022-12', { 年度: '', 完成值: '9' }], ['2023-06', { 年度: '', 完成值: '5' }]),
    [],
  ],
  ['of another region', two({ 完成值: '9' }, { 地区: '乙市', 完成值: '5' }), []],
  ['of another project', two({ 完成值: '9' }, { 项目: '乙', 完成值: '5' }), []],
  ['of another indicator', two({ 完成值: '9' }, { 指标: '乙', 完成值: '5' }), []],
  ['at the same date', course(['2023-06', { 完成值: '9' }], ['2023-06-30', { 完成值: '5' }]), []],
  ['one date missing', course(['', { 完成值: '9' }], ['2023-06', { 完成值: '5' }]), []],
  ['one figure missing', two({ 完成率: '90%' }, { 完成值: '5' }), []],
  [
    'and recovers: each is held against the nearest that had more',
    course(
      ['2023-03', { 完成值: '9' }],
      ['2023-06', { 完成值: '7' }],
      ['2023-09', { 完成值: '8' }],
      ['2023-12', { 完成值: '10' }],
    ),
    [
      [3, 2],
      [4, 2],
    ],
  ],
])('falls-back: %s', (_, rows, wanted) => {
  const found = findingsOf('falls-back', rows)
  expect(found.map(({ row, facts }) => [row?.line, facts.earlier.line])).toEqual(wanted)
  for (const { facts, row } of found) expect(facts.actual).toBe(row?.figures.actual)
})
