import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, printed } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['reached', { 完成率: '100%' }, false],
  ['edge: just missed at the end of the year', { 完成率: '99.9%' }, true],
  ['figures outweigh 100 %', { 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' }, true],
  ['without a percentage', { 完成值: '2499', 单位: '人', 目标值: '2500' }, true],
  ['a gap below zero', { 完成值: '90', 单位: '%', 超目标: '-0.1个百分点' }, true],
  ['a gap of nothing', { 完成值: '90', 单位: '%', 超目标: '0个百分点' }, false],
  ['a rate below its target', { 完成值: '64', 单位: '%', 目标值: '65' }, true],
  ['less is better, more came', { 完成值: '6', 单位: '起', 目标值: '5', 方向: '-' }, true],
  ['less is better, less came', { 完成值: '4', 单位: '起', 目标值: '5', 方向: '-' }, false],
  ['edge: on pace in spring', { 截至: '2023-03-14', 完成率: '19%' }, false],
  ['edge: behind in spring', { 截至: '2023-03-14', 完成率: '18.99%' }, true],
  ['ahead in spring', { 截至: '2023-03-14', 完成率: '50%' }, false],
  ['November is not the end of the year', { 截至: '2023-11-30', 完成率: '99%' }, false],
  ['December is', { 截至: '2023-12-01', 完成率: '99%' }, true],
  ['a bare year is', { 截至: '2023', 完成率: '99%' }, true],
  ['a date that nobody gave is no end of the year', { 截至: '', 完成率: '9%' }, false],
  ['the year after is', { 截至: '2024-01-10', 完成率: '99%' }, true],
  ['the year before is not', { 截至: '2022-12-31', 完成率: '1%' }, false],
  ['a rate has no course to follow', { 截至: '2023-03-14', 完成值: '5', 单位: '%', 目标值: '65' }, false],
  ['nor has less-is-better', { 截至: '2023-03-14', 完成值: '6', 单位: '起', 目标值: '5', 方向: '-' }, false],
  ['neither target nor completion', { 完成值: '5', 单位: '人' }, false],
])('below-target %s: %j → %s', (_, cells, wanted) => {
  expect(fires('below-target', cells)).toBe(wanted)
})

test('tells how much of the year had gone by, before its end', () => {
  const facts = (截至: string) => findingsOf('below-target', [{ 截至, 完成率: '10%' }])[0]?.facts
  expect(facts('2023-03-14')?.gone).toEqual([73, 365])
  expect(facts('2023-12-20')?.gone).toBeUndefined()
  const completion = facts('2023-12-20')?.completion
  expect(completion && printed(completion)).toBe('10')
})
