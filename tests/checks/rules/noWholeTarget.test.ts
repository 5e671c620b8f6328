import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, span } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['3 at 145 % needs a target between 2 and 3', { 完成值: '3', 单位: '个', 完成率: '145%' }, true],
  ['3 at 150 % is 3 of 2', { 完成值: '3', 单位: '个', 完成率: '150%' }, false],
  ['edge: 151 % may be 150.000…1 cut up', { 完成值: '3', 单位: '个', 完成率: '151%' }, true],
  ['edge: 149 % rounded to 150', { 完成值: '3', 单位: '个', 完成率: '149%' }, true],
  ['edge: 300 at 149 % is of more than 200, so 201', { 完成值: '300', 单位: '个', 完成率: '149%' }, false],
  ['edge: 150.x cut to 150', { 完成值: '3', 单位: '个', 完成率: '150.0%' }, false],
  ['edge: 33 % of 3 is 1', { 完成值: '1', 单位: '个', 完成率: '33%' }, false],
  ['edge: 34 % of 3 rounded up', { 完成值: '1', 单位: '个', 完成率: '34%' }, false],
  ['edge: 35 % is no 1 of 3', { 完成值: '1', 单位: '个', 完成率: '35%' }, true],
  ['edge: 32 % is no 1 of 3', { 完成值: '1', 单位: '个', 完成率: '32%' }, true],
  ['nothing done', { 完成值: '0', 单位: '个', 完成率: '50%' }, false],
  ['a coarse actual allows much', { 完成值: '2', 单位: '万人', 完成率: '145%' }, false],
  ['a measure', { 完成值: '3', 单位: '公里', 完成率: '145%' }, false],
  ['a foreign measure', { 完成值: '3', 单位: 'MW', 完成率: '145%' }, false],
  ['a rate', { 完成值: '3', 单位: '%', 完成率: '145%' }, false],
  ['a blank unit', { 完成值: '3', 完成率: '145%' }, false],
  ['hedged actual', { 完成值: '约3', 单位: '个', 完成率: '145%' }, false],
  ['hedged percentage', { 完成值: '3', 单位: '个', 完成率: '约145%' }, false],
  ['a printed target', { 完成值: '3', 单位: '个', 目标值: '2', 完成率: '145%' }, false],
  ['no percentage', { 完成值: '3', 单位: '个' }, false],
  ['no actual', { 单位: '个', 完成率: '145%' }, false],
  ['a percentage of nothing', { 完成值: '3', 单位: '个', 完成率: '0%' }, false],
])('no-whole-target %s: %j → %s', (_, cells, wanted) => {
  expect(fires('no-whole-target', cells)).toBe(wanted)
})

test('tells between which numbers the target would have to lie', () => {
  const [found] = findingsOf('no-whole-target', [{ 完成值: '3', 单位: '个', 完成率: '145%' }])
  expect(span(found?.facts.range)).toBe('(150/73, 25/12)')
  expect(found?.severity).toBe('error')
})
