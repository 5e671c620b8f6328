import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, printed } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  // Written with %, it may well be meant so.
  ['a gap in percent that holds as such', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '63.1%' }, false],
  ['a gap that holds', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '41个百分点' }, false],
  [
    'a gap in percent: 106/65 is 63.1 % more',
    { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '63个百分点' },
    true,
  ],
  [
    'edge: the last percent that the figures allow',
    { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '64个百分点' },
    true,
  ],
  [
    'edge: the first that they do not',
    { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '65个百分点' },
    false,
  ],
  ['edge: the lowest', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '62个百分点' }, true],
  ['edge: below it', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '61个百分点' }, false],
  ['things have no points', { 完成值: '30', 单位: '人', 目标值: '20', 超目标: '50' }, false],
  ['no target', { 完成值: '106', 单位: '%', 超目标: '63个百分点' }, false],
  ['hedged', { 完成值: '106', 单位: '%', 目标值: '约65', 超目标: '63个百分点' }, false],
  ['a growth that holds', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.9%' }, false],
  ['a growth in points: 91.9 − 87.6', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.3%' }, true],
  ['edge: 4.4, the widest difference', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.4%' }, true],
  ['edge: 4.5, past it', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.5%' }, false],
  ['said to be points', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.3个百分点' }, false],
  ['a count has no points', { 完成值: '104', 单位: '人', 上期值: '100', 同比: '9%' }, false],
  ['no earlier figure', { 完成值: '91.9', 单位: '%', 同比: '4.3%' }, false],
])('points-not-percent %s: %j → %s', (_, cells, wanted) => {
  expect(fires('points-not-percent', cells)).toBe(wanted)
})

test('tells what the figures give in the other unit', () => {
  const [gap] = findingsOf('points-not-percent', [
    { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '63个百分点' },
  ])
  expect(gap && printed(gap.facts.instead)).toBe('820/13')
  const [growth] = findingsOf('points-not-percent', [
    { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.3%' },
  ])
  expect(growth && printed(growth.facts.instead)).toBe('43/10')
  expect(growth?.severity).toBe('error')
})
