import { expect, test } from 'vitest'
import { type Cells, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['a start rate as the share of a count', { 完成值: '32', 单位: '所', 占比: '100%', 口径: '开工' }, true],
  ['a start rate alone', { 完成值: '95', 单位: '%', 口径: '开工' }, true],
  ['a start rate by its name', { 指标: '项目开工率', 完成值: '95', 单位: '%' }, true],
  ['a completion of starts', { 完成值: '32', 单位: '所', 完成率: '100%', 口径: '开工' }, true],
  ['a finish rate', { 完成值: '32', 单位: '所', 占比: '100%', 口径: '完工' }, false],
  ['beside a completion', { 完成值: '32', 单位: '所', 占比: '100%', 完成率: '80%', 口径: '开工' }, false],
  ['beside a target', { 完成值: '95', 单位: '%', 目标值: '90', 口径: '开工' }, false],
  ['beside a gap', { 完成值: '95', 单位: '%', 超目标: '5个百分点', 口径: '开工' }, false],
  ['a count of starts without a rate', { 完成值: '32', 单位: '所', 口径: '开工' }, false],
  ['口径 outweighs the name', { 指标: '项目开工率', 完成值: '95', 单位: '%', 口径: '完工' }, false],
  ['blank 口径 is 完成', { 完成值: '32', 单位: '所', 占比: '100%' }, false],
])('started-not-finished %s: %j → %s', (_, cells, wanted) => {
  expect(fires('started-not-finished', cells)).toBe(wanted)
})
