import { expect, test } from 'vitest'
import { type Cells, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['a rate said to rise by 4.3 %', { 指标: '规范管理率', 同比: '4.3%' }, true],
  ['a rate with its figure', { 指标: '规范管理', 完成值: '91.9', 单位: '%', 同比: '4.3%' }, true],
  ['said to be points', { 指标: '规范管理率', 同比: '4.3个百分点' }, false],
  [
    'both rates printed: the arithmetic tells',
    { 指标: '规范管理率', 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.3%' },
    false,
  ],
  ['a count', { 指标: '培训人数', 完成值: '500', 单位: '人', 同比: '4.3%' }, false],
  ['a count named like a rate', { 指标: '规范管理率', 完成值: '500', 单位: '人', 同比: '4.3%' }, false],
  ['not a rate', { 指标: '救治救助水平', 同比: '37.81%' }, false],
  ['率 in the middle', { 指标: '高效率机组', 同比: '4.3%' }, false],
  ['no growth', { 指标: '规范管理率', 完成值: '91.9', 单位: '%' }, false],
])('percent-or-points %s: %j → %s', (_, cells, wanted) => {
  expect(fires('percent-or-points', cells)).toBe(wanted)
})
