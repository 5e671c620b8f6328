import { expect, test } from 'vitest'
import { type Cells, findingsOf, span } from '../../build.ts'

const two = (before: Cells, after: Cells): Cells[] => [
  { 截至: '2023-06', 单位: '人', ...before },
  { 截至: '2023-12-20', 单位: '人', ...after },
]
const printed = (target: string, more: Cells = {}): Cells => ({ 完成值: '50', 目标值: target, ...more })
const implied = (actual: string, completion: string, more: Cells = {}): Cells => ({
  完成值: actual,
  完成率: completion,
  ...more,
})
const rate = (actual: string, gap: string): Cells => ({ 完成值: actual, 单位: '%', 超目标: `${gap}个百分点` })

test.each<[string, Cells[], boolean]>([
  ['printed alike', two(printed('100'), printed('100')), false],
  ['printed otherwise', two(printed('100'), printed('101')), true],
  ['edge: in another scale', two(printed('2万'), printed('20000')), false],
  ['edge: 约 leaves room', two(printed('约100'), printed('101')), false],
  ['edge: 约 does not leave that much', two(printed('约100'), printed('300')), true],
  // 58.85万 ÷ 210 % lies in (278815, 282200) under any rounding.
  ['implied, and printed inside', two(implied('58.85万', '210%'), printed('28万')), false],
  ['implied, and printed outside', two(implied('58.85万', '210%'), printed('28.5万')), true],
  ['edge: inside only if the percentage was cut', two(implied('27.83万', '154%'), printed('18万')), false],
  ['edge: at the end of the widest range', two(implied('200', '50%'), printed('400')), false],
  ['edge: past it (200 ÷ 49 % = 408.16)', two(implied('200', '50%'), printed('409')), true],
  ['implied twice, meeting', two(implied('100', '50%'), implied('151', '75%')), false],
  ['implied twice, apart', two(implied('100', '50%'), implied('150', '50%')), true],
  ['of a rate, by its gap', two(rate('90', '5'), rate('92', '7')), false],
  ['of a rate, by its gap, apart', two(rate('90', '5'), rate('92', '2')), true],
  ['edge: gaps whose roundings touch at no number', two(rate('90', '5'), rate('90', '1')), true],
  ['edge: gaps whose roundings meet', two(rate('90', '5'), rate('90', '2')), false],
  ['of a rate and of a count', two(rate('90', '5'), printed('10')), false],
  ['units that cannot be compared', two(printed('100'), printed('4公里')), false],
  ['at another level', two(printed('100'), printed('120', { 层级: '省定' })), false],
  ['of another year', two(printed('100', { 年度: '2022', 截至: '2022-06' }), printed('120')), false],
  ['of another region', two(printed('100'), printed('120', { 地区: '乙市' })), false],
  ['of another indicator', two(printed('100'), printed('120', { 指标: '乙' })), false],
  ['of another project', two(printed('100'), printed('120', { 项目: '乙' })), false],
  ['one target missing', two({ 完成值: '5' }, printed('120')), false],
  [
    'at one date, from one place: a duplicate',
    two(printed('100', { 截至: '2023-12-20' }), printed('120')),
    false,
  ],
  [
    'at one date, from two documents',
    two(printed('100', { 截至: '2023-12-20', 出处: '甲' }), printed('120', { 出处: '乙' })),
    true,
  ],
])('target-moved: %s', (_, rows, wanted) => {
  const found = findingsOf('target-moved', rows)
  expect(found.map(({ row, facts }) => [row?.line, facts.earlier.line])).toEqual(wanted ? [[3, 2]] : [])
})

test('it moves once and stays: told once, against the last that differs', () => {
  const rows = ['2023-03', '2023-06', '2023-09'].map((date, i) => ({
    截至: date,
    单位: '人',
    ...printed(i === 0 ? '100' : '120'),
  }))
  expect(findingsOf('target-moved', rows).map(({ row }) => row?.line)).toEqual([3, 4])
})

test('tells both targets, printed or worked out under the widest reading', () => {
  const [found] = findingsOf('target-moved', two(implied('200', '50%'), printed('409')))
  expect(found?.facts.now.printed?.text).toBe('409')
  expect(found?.facts.before.printed).toBeUndefined()
  expect(span(found?.facts.before.stands)).toBe('(20000/51, 20000/49)')
})
