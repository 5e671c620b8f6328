import { expect, test } from 'vitest'
import { type Cells, errorsOf, findingsOf, fires, span } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['holds', { 完成值: '2500', 单位: '人', 目标值: '2500', 完成率: '100%' }, false],
  ['2499 of 2500 may print as 100 %', { 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' }, false],
  ['2400 of 2500 may not', { 完成值: '2400', 单位: '人', 目标值: '2500', 完成率: '100%' }, true],
  [
    'just possible: 99.000…4 rounded up',
    { 完成值: '24751', 单位: '人', 目标值: '25000', 完成率: '100%' },
    false,
  ],
  [
    'edge: 99 % is no 100 % in any rounding',
    { 完成值: '24750', 单位: '人', 目标值: '25000', 完成率: '100%' },
    true,
  ],
  ['the other way round', { 完成值: '2600', 单位: '人', 目标值: '2500', 完成率: '98%' }, true],
  ['edge: reached is reached', { 完成值: '2500', 单位: '人', 目标值: '2500', 完成率: '98%' }, true],
  [
    'edge: one less is missed, and so is 98 %',
    { 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '97%' },
    false,
  ],
  ['wrong, but on one side', { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }, false],
  ['wrong, but above on both sides', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '180%' }, false],
  ['capped', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '100%' }, false],
  [
    'the widest actual reaches the target',
    { 完成值: '2.4', 单位: '万人', 目标值: '2.45', 完成率: '108%' },
    false,
  ],
  [
    'edge: the widest actual ends at the target',
    { 完成值: '2.4', 单位: '万人', 目标值: '2.5', 完成率: '110%' },
    true,
  ],
  ['hedged', { 完成值: '约2400', 单位: '人', 目标值: '2500', 完成率: '100%' }, false],
  [
    'lower is better: both say reached',
    { 完成值: '80', 单位: '起', 目标值: '100', 完成率: '100%', 方向: '-' },
    false,
  ],
  [
    'lower is better: the figures say missed',
    { 完成值: '120', 单位: '起', 目标值: '100', 完成率: '100%', 方向: '-' },
    true,
  ],
  [
    'lower is better: the percentage says missed',
    { 完成值: '80', 单位: '起', 目标值: '100', 完成率: '120%', 方向: '-' },
    true,
  ],
  [
    'lower is better: both say missed',
    { 完成值: '120', 单位: '起', 目标值: '100', 完成率: '150%', 方向: '-' },
    false,
  ],
  ['no target', { 完成值: '2400', 单位: '人', 完成率: '100%' }, false],
  ['no completion', { 完成值: '2400', 单位: '人', 目标值: '2500' }, false],
  ['no actual', { 单位: '人', 目标值: '2500', 完成率: '100%' }, false],
])('crosses-target %s: %j → %s', (_, cells, wanted) => {
  expect(fires('crosses-target', cells)).toBe(wanted)
})

test('is listed first, with the mismatch behind it', () => {
  expect(errorsOf({ 完成值: '2400', 单位: '人', 目标值: '2500', 完成率: '100%' })).toEqual([
    'crosses-target',
    'completion-mismatch',
  ])
  const [found] = findingsOf('crosses-target', [
    { 完成值: '2400', 单位: '人', 目标值: '2500', 完成率: '100%' },
  ])
  expect(found?.severity).toBe('error')
  expect(span(found?.comparison?.printed)).toBe('[199/2, 201/2)')
  expect(span(found?.comparison?.allowed)).toBe('[96, 96]')
})
