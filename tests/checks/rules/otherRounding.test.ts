import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['half-up', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.6%' }, false],
  ['cut', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.5%' }, true],
  ['half to even', { 完成值: '1089', 单位: '人', 目标值: '400', 完成率: '272.2%' }, true],
  ['within rounding', { 完成值: '7.23', 单位: '万人', 目标值: '5.2', 完成率: '139.1%' }, false],
  ['in no rounding', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.4%' }, false],
  ['a gap', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '40个百分点' }, true],
  ['a share', { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.79%' }, true],
  ['no target', { 完成值: '37', 单位: '个', 完成率: '20.5%' }, false],
])('other-rounding %s: %j → %s', (_, cells, wanted) => {
  expect(fires('other-rounding', cells)).toBe(wanted)
})

test.each([
  [{ 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.5%' }, 'truncate'],
  [{ 完成值: '1089', 单位: '人', 目标值: '400', 完成率: '272.2%' }, 'half-even'],
  [{ 完成值: '860', 单位: '个', 基数: '937', 占比: '91.79%' }, 'up'],
  [{ 完成值: '5.9', 单位: '公里', 目标值: '10', 完成率: '59.9%' }, 'mixed'],
])('%j: %s', (cells, rounding) => {
  expect(findingsOf('other-rounding', [cells])[0]?.facts.rounding).toBe(rounding)
})
