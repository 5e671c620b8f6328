import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['a gap without a unit beside a rate', { 完成值: '87%', 目标值: '65%', 超目标: '22', 单位: '' }, false],
  [
    'points beside a figure without a unit',
    { 完成值: '87', 目标值: '65', 超目标: '22个百分点', 单位: '' },
    false,
  ],
  ['the same unit', { 完成值: '736', 单位: '人', 目标值: '4000' }, false],
  ['people and households', { 完成值: '736人', 目标值: '4000户' }, true],
  ['people and visits', { 完成值: '736人', 目标值: '4000人次' }, true],
  ['money and length', { 完成值: '5', 单位: '公里', 目标值: '3元' }, true],
  ['a rate and a count', { 完成值: '90%', 目标值: '4000人' }, true],
  ['of the base', { 完成值: '736人', 基数: '4000户' }, true],
  ['of the earlier figure', { 完成值: '736人', 上期值: '4000户' }, true],
  ['people by two words', { 完成值: '736人', 目标值: '4000名' }, false],
  ['metres and kilometres', { 完成值: '1500米', 目标值: '2公里' }, false],
  ['counts of things', { 完成值: '5所', 目标值: '6个' }, false],
  ['mu and hectares measure one thing', { 完成值: '30亩', 目标值: '2公顷' }, false],
  ['edge: area is no length', { 完成值: '30亩', 目标值: '2公里' }, true],
  ['a unit left out', { 完成值: '736人', 目标值: '4000' }, false],
  ['points beside a count', { 完成值: '18', 单位: '人', 超目标: '3个百分点' }, false],
  ['percent beside a count', { 完成值: '120', 单位: '户', 目标值: '100', 超目标: '20%' }, false],
  ['a rate beside the count it is of', { 完成值: '91.78', 单位: '%', 基数: '937个' }, false],
  ['a rate beside a count that is no base', { 完成值: '91.78', 单位: '%', 上期值: '937个' }, true],
  ['立方 and 立方米', { 完成值: '3', 单位: '立方', 目标值: '4立方米' }, false],
  ['平方 and 平方米', { 完成值: '3', 单位: '平方', 目标值: '4平方米' }, false],
  ['小时 and 天', { 完成值: '30', 单位: '小时', 目标值: '2天' }, false],
  ['个月 and 年', { 完成值: '6', 单位: '个月', 目标值: '1年' }, false],
  ['edge: 天 and 个', { 完成值: '6', 单位: '天', 目标值: '1个' }, true],
  ['a count beside a rate', { 完成值: '90', 单位: '%', 超目标: '3人' }, true],
  ['a gap in another unit', { 完成值: '18', 单位: '人', 超目标: '3户' }, true],
  ['a gap in the same kind of unit', { 完成值: '1500', 单位: '米', 超目标: '0.5公里' }, false],
  ['points beside a rate', { 完成值: '90', 单位: '%', 超目标: '3个百分点' }, false],
  ['no actual', { 目标值: '5人', 基数: '6户' }, false],
])('unit-differs %s: %j → %s', (_, cells, wanted) => {
  expect(fires('unit-differs', cells)).toBe(wanted)
})

test('names the member that differs', () => {
  const members = (cells: Cells) => findingsOf('unit-differs', [cells]).map(({ facts }) => facts.member)
  expect(members({ 完成值: '5人', 目标值: '6户', 基数: '7户' })).toEqual(['target'])
  expect(members({ 完成值: '5人', 目标值: '6人', 基数: '7户' })).toEqual(['base'])
  expect(members({ 完成值: '5人', 上期值: '7户' })).toEqual(['previous'])
  expect(members({ 完成值: '5人', 超目标: '7户' })).toEqual(['excess'])
})
