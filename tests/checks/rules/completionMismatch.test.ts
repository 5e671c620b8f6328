import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, span, spanText } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['holds', { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.4%' }, false],
  ['digits transposed', { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }, true],
  ['Nanyang 2020', { 完成值: '1078', 单位: '户', 目标值: '不少于8166', 完成率: '2.89%' }, true],
  ['Xiangtan 2019', { 完成值: '3', 单位: '个', 目标值: '15', 完成率: '27%' }, true],
  ['edge: cut', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.5%' }, false],
  ['edge: below any cut', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.4%' }, true],
  ['edge: rounded up', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.6%' }, false],
  ['edge: above any rounding', { 完成值: '37', 单位: '个', 目标值: '180', 完成率: '20.7%' }, true],
  [
    'within the rounding of the actual',
    { 完成值: '7.23', 单位: '万人', 目标值: '5.2', 完成率: '139.1%' },
    false,
  ],
  [
    'edge: an exact step is one rounding away',
    { 完成值: '1', 单位: '个', 目标值: '5', 完成率: '20%' },
    false,
  ],
  ['edge: a whole step off an exact result', { 完成值: '1', 单位: '个', 目标值: '5', 完成率: '21%' }, true],
  ['capped at 100 %', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '100%' }, false],
  ['no cap at 100.1 %', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '100.1%' }, true],
  ['no cap below the target', { 完成值: '3000', 单位: '人', 目标值: '4000', 完成率: '100%' }, true],
  ['hedged actual', { 完成值: '约736', 单位: '人', 目标值: '4000', 完成率: '30%' }, false],
  ['hedged target', { 完成值: '736', 单位: '人', 目标值: '约4000', 完成率: '30%' }, false],
  ['hedged percentage', { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '约30%' }, false],
  ['other hedges stand for something', { 完成值: '700多', 单位: '人', 目标值: '4000', 完成率: '30%' }, true],
  ['no target', { 完成值: '736', 单位: '人', 完成率: '18.04%' }, false],
  ['no completion', { 完成值: '736', 单位: '人', 目标值: '4000' }, false],
  ['no actual', { 单位: '人', 目标值: '4000', 完成率: '18.04%' }, false],
  ['no divisor', { 完成值: '736', 单位: '人', 目标值: '0', 完成率: '18.04%' }, false],
  ['units that cannot be compared', { 完成值: '736人', 目标值: '4000户', 完成率: '30%' }, false],
])('completion-mismatch %s: %j → %s', (_, cells, wanted) => {
  expect(fires('completion-mismatch', cells)).toBe(wanted)
})

test('shows what was printed against what the figures allow', () => {
  const [found] = findingsOf('completion-mismatch', [
    { 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' },
  ])
  expect(found?.severity).toBe('error')
  expect(found?.row?.line).toBe(2)
  expect(found?.comparison?.unit).toBe('%')
  expect(span(found?.comparison?.printed)).toBe(spanText('[18.035, 18.045)'))
  expect(span(found?.comparison?.allowed)).toBe(spanText('[18.4, 18.4]'))
})
