import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, span } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['a share under the whole', { 完成值: '860', 单位: '个', 基数: '937', 占比: '91.78%' }, false],
  ['edge: the whole', { 完成值: '860', 单位: '个', 占比: '100%' }, false],
  ['edge: just over it', { 完成值: '860', 单位: '个', 占比: '100.1%' }, true],
  ['a coverage rate by its name', { 指标: '筛查覆盖率', 完成值: '106', 单位: '%' }, true],
  ['a coverage rate by 口径', { 完成值: '106', 单位: '%', 口径: '覆盖' }, true],
  ['edge: a coverage rate of 100 %', { 完成值: '100.0', 单位: '%', 口径: '覆盖' }, false],
  ['a start rate', { 指标: '项目开工率', 完成值: '101', 单位: '%' }, true],
  ['a pass rate', { 指标: '水质合格率', 完成值: '100.5', 单位: '%' }, true],
  ['a rate that may well be over 100 %', { 指标: '增长率', 完成值: '106', 单位: '%' }, false],
  ['a completion over 100 %', { 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '125%' }, false],
  ['hedged', { 完成值: '约106', 单位: '%', 口径: '覆盖' }, false],
  ['a count that covers', { 完成值: '106', 单位: '个', 口径: '覆盖' }, false],
  ['nothing printed', { 指标: '覆盖率', 同比: '106%' }, false],
])('share-over-100 %s: %j → %s', (_, cells, wanted) => {
  expect(fires('share-over-100', cells)).toBe(wanted)
})

test('is held against all that a part may be', () => {
  const [finding] = findingsOf('share-over-100', [{ 完成值: '5', 单位: '个', 占比: '106%' }])
  expect(finding?.comparison && span(finding.comparison.allowed)).toBe('[0, 100]')
})
