import { expect, test } from 'vitest'
import { type Cells, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['holds', { 完成值: '1043', 单位: '人', 上期值: '1000', 同比: '4.3%' }, false],
  ['the ratio instead of the growth', { 完成值: '1043', 单位: '人', 上期值: '1000', 同比: '104.3%' }, true],
  ['the sign lost', { 完成值: '23', 单位: '起', 上期值: '300', 同比: '92.3%' }, true],
  ['the sign kept', { 完成值: '23', 单位: '起', 上期值: '300', 同比: '-92.3%' }, false],
  ['edge: one step off an exact growth', { 完成值: '1043', 单位: '人', 上期值: '1000', 同比: '4.4%' }, true],
  ['edge: one step off the other way', { 完成值: '1043', 单位: '人', 上期值: '1000', 同比: '4.2%' }, true],
  [
    'edge: 4.35 rounds to even as 4.4, and cut as 4.3',
    { 完成值: '10435', 单位: '人', 上期值: '10000', 同比: '4.3%' },
    false,
  ],
  ['points of a rate', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.3个百分点' }, false],
  ['points of a rate, wrong', { 完成值: '91.9', 单位: '%', 上期值: '87.6', 同比: '4.9个百分点' }, true],
  ['hedged', { 完成值: '约1043', 单位: '人', 上期值: '1000', 同比: '40%' }, false],
  ['no earlier figure', { 完成值: '1043', 单位: '人', 同比: '4.3%' }, false],
  ['no growth', { 完成值: '1043', 单位: '人', 上期值: '1000' }, false],
  ['no actual', { 单位: '人', 上期值: '1000', 同比: '4.3%' }, false],
  ['after nothing', { 完成值: '5', 单位: '人', 上期值: '0', 同比: '500%' }, false],
])('growth-mismatch %s: %j → %s', (_, cells, wanted) => {
  expect(fires('growth-mismatch', cells)).toBe(wanted)
})
