import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, span } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['holds', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '41个百分点' }, false],
  ['one point off is a cut', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '40个百分点' }, false],
  ['edge: two points off', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '39个百分点' }, true],
  ['edge: open end of the widest', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '43个百分点' }, true],
  ['sign', { 完成值: '87', 单位: '%', 目标值: '95', 超目标: '8个百分点' }, true],
  ['sign, rightly', { 完成值: '87', 单位: '%', 目标值: '95', 超目标: '-8个百分点' }, false],
  ['things', { 完成值: '18', 单位: '人', 目标值: '20', 超目标: '-2' }, false],
  ['things, one off', { 完成值: '18', 单位: '人', 目标值: '20', 超目标: '-1' }, true],
  ['a gap in its own unit', { 完成值: '1500', 单位: '米', 目标值: '1000', 超目标: '0.5公里' }, false],
  ['a gap in its own unit, wrong', { 完成值: '1500', 单位: '米', 目标值: '1000', 超目标: '0.9公里' }, true],
  ['hedged', { 完成值: '约106', 单位: '%', 目标值: '65', 超目标: '20个百分点' }, false],
  ['a gap in percent that holds as such', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '63.1%' }, false],
  ['a gap in percent that holds in no way', { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '70%' }, true],
  ['no target', { 完成值: '106', 单位: '%', 超目标: '41个百分点' }, false],
  ['no actual', { 目标值: '65', 单位: '%', 超目标: '41个百分点' }, false],
  ['no gap', { 完成值: '106', 目标值: '65', 单位: '%' }, false],
])('excess-mismatch %s: %j → %s', (_, cells, wanted) => {
  expect(fires('excess-mismatch', cells)).toBe(wanted)
})

test.each([
  [
    { 完成值: '106', 单位: '%', 目标值: '65', 超目标: '39个百分点' },
    '个百分点',
    '[77/2, 79/2)',
    '[81/2, 83/2)',
  ],
  [{ 完成值: '18', 单位: '人', 目标值: '20', 超目标: '-1' }, '人', '[-1, -1]', '[-2, -2]'],
  [{ 完成值: '1500', 单位: '米', 目标值: '1000', 超目标: '0.9公里' }, '米', '[850, 950)', '[999/2, 1001/2)'],
])('%j compares in %s', (cells, unit, stated, allowed) => {
  const [found] = findingsOf('excess-mismatch', [cells])
  expect(found?.comparison?.unit).toBe(unit)
  expect(span(found?.comparison?.printed)).toBe(stated)
  expect(span(found?.comparison?.allowed)).toBe(allowed)
})
