import { expect, it, test } from 'vitest'
import { review } from '../../../src/checks/check.ts'
import { loadDataSet } from '../../../src/load/loadDataSet.ts'
import { type Cells, entry, findingsOf } from '../../build.ts'

test.each<[string, Cells, [string | undefined, string][]]>([
  ['a figure', { 完成值: '5' }, []],
  ['edge: zero is a figure', { 完成值: '0' }, []],
  ['edge: blank is missing', { 完成值: '5', 目标值: '' }, []],
  ['no figure', { 完成值: '若干' }, [['完成值', '若干']]],
  ['two figures', { 完成值: '3、4' }, [['完成值', '3、4']]],
  ['no percentage', { 完成值: '5', 完成率: '5人' }, [['完成率', '5人']]],
  [
    'two bad cells of a row',
    { 完成值: '若干', 目标值: '3/4' },
    [
      ['完成值', '若干'],
      ['目标值', '3/4'],
    ],
  ],
])('unreadable %s', (_, cells, wanted) => {
  const found = findingsOf('unreadable', [cells])
  expect(found.map(({ facts }) => [facts.issue.column, facts.issue.text])).toEqual(wanted)
  expect(found.every(({ severity, row }) => severity === 'error' && row?.line === 2)).toBe(true)
})

it('names the row by its line, whatever stands between', () => {
  const found = findingsOf('unreadable', [
    { 完成值: '5', 备注: 'a\nb' },
    { 指标: '乙', 完成值: '若干' },
  ])
  expect(found.map(({ row }) => [row?.line, row?.cells.indicator])).toEqual([[4, '乙']])
})

it('is about the file where there is no row', () => {
  const { findings } = review(loadDataSet('', entry()))
  expect(findings.map(({ rule, row }) => [rule, row])).toEqual([['unreadable', undefined]])
})
