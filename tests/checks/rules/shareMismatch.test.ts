import { expect, test } from 'vitest'
import { type Cells, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['holds', { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.78%' }, false],
  ['edge: rounded up', { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.79%' }, false],
  ['edge: above any rounding', { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.80%' }, true],
  ['edge: below any cut', { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.77%' }, true],
  ['within the rounding of the base', { 完成值: '2.6', 单位: '万人', 基数: '5.2', 占比: '51%' }, false],
  ['a base near nothing', { 完成值: '3', 单位: '万人', 基数: '1', 占比: '100%' }, false],
  ['edge: 3万 of 1万 is more than all of it', { 完成值: '3', 单位: '万人', 基数: '1', 占比: '99%' }, true],
  ['not capped', { 完成值: '5', 单位: '个', 基数: '4', 占比: '100%' }, true],
  ['hedged', { 完成值: '860', 单位: '个', 基数: '约937', 占比: '50%' }, false],
  ['no base', { 完成值: '860', 单位: '个', 占比: '91.78%' }, false],
  ['no share', { 完成值: '860', 单位: '个', 基数: '937' }, false],
  ['no actual', { 单位: '个', 基数: '937', 占比: '91.78%' }, false],
])('share-mismatch %s: %j → %s', (_, cells, wanted) => {
  expect(fires('share-mismatch', cells)).toBe(wanted)
})
