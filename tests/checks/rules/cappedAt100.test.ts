import { expect, test } from 'vitest'
import { type Cells, errorsOf, findingsOf, fires, relation } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  [
    'above the target, printed as 100 %',
    { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '100%' },
    true,
  ],
  ['with decimals', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '100.0%' }, true],
  ['edge: 100.4 % is 100 %', { 完成值: '1004', 单位: '人', 目标值: '1000', 完成率: '100%' }, false],
  ['edge: 100.9 % cut is 100 %', { 完成值: '1009', 单位: '人', 目标值: '1000', 完成率: '100%' }, false],
  ['edge: 101 % is not', { 完成值: '1010', 单位: '人', 目标值: '1000', 完成率: '100%' }, true],
  ['below the target', { 完成值: '3000', 单位: '人', 目标值: '4000', 完成率: '100%' }, false],
  ['another percentage', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '101%' }, false],
  ['hedged', { 完成值: '约5000', 单位: '人', 目标值: '4000', 完成率: '100%' }, false],
  ['lower is better', { 完成值: '120', 单位: '起', 目标值: '不超过100', 完成率: '100%' }, false],
  ['no target', { 完成值: '5000', 单位: '人', 完成率: '100%' }, false],
  ['no completion', { 完成值: '5000', 单位: '人', 目标值: '4000' }, false],
])('capped-at-100 %s: %j → %s', (_, cells, wanted) => {
  expect(fires('capped-at-100', cells)).toBe(wanted)
})

test('stands in place of the mismatch; the verdict stays', () => {
  const cells = { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '100%' }
  expect(errorsOf(cells)).toEqual([])
  expect(relation('completion', cells)?.verdict).toBe('inconsistent')
  expect(findingsOf('capped-at-100', [cells])[0]?.severity).toBe('warning')
})

test('what is better low is not capped, but wrong', () => {
  const cells = { 完成值: '120', 单位: '起', 目标值: '不超过100', 完成率: '100%' }
  expect(errorsOf(cells)).toContain('completion-mismatch')
})
