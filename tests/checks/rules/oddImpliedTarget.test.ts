import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, printed, span } from '../../build.ts'

test('a rate in ‰ is set in whole ‰', () => {
  expect(fires('odd-implied-target', { 完成值: '2.8', 单位: '‰', 超目标: '-1.2‰' })).toBe(false)
  expect(fires('odd-implied-target', { 完成值: '2.8', 单位: '‰', 超目标: '-1.75‰' })).toBe(true)
})

test.each<[string, Cells, boolean]>([
  ['27.83万 at 154 %: 18万 would print 155 %', { 完成值: '27.83', 单位: '万人', 完成率: '154%' }, true],
  ['1.43万 at 109 %: 1.3万 would print 110 %', { 完成值: '1.43', 单位: '万户', 完成率: '109%' }, true],
  ['58.85万 at 210 % is 28万', { 完成值: '58.85', 单位: '万人次', 完成率: '210%' }, false],
  ['13.68万 at 201 % is 6.8万', { 完成值: '13.68', 单位: '万人', 完成率: '201%' }, false],
  ['no round number by any reading', { 完成值: '1007.8', 单位: '公里', 完成率: '117%' }, false],
  ['edge: 155 at 154 %, cut from 155 of 100', { 完成值: '155', 单位: '人', 完成率: '154%' }, false],
  ['edge: 1549 at 154 % allows 1000 only if cut', { 完成值: '1549', 单位: '人', 完成率: '154%' }, true],
  ['edge: 1544 at 154 % is 1000', { 完成值: '1544', 单位: '人', 完成率: '154%' }, false],
  ['edge: 1545 at 154 % is just no 1000', { 完成值: '1545', 单位: '人', 完成率: '154%' }, true],
  ['never at 100 %', { 完成值: '116', 单位: '个', 完成率: '100%' }, false],
  [
    'never at 100 %, though 1009 of 1000 cut prints it',
    { 完成值: '1009', 单位: '个', 完成率: '100%' },
    false,
  ],
  ['never at 100.0 %', { 完成值: '1009', 单位: '个', 完成率: '100.0%' }, false],
  [
    'a printed target is no implied one',
    { 完成值: '27.83', 单位: '万人', 目标值: '18', 完成率: '154%' },
    false,
  ],
  ['a share implies a whole, not a target', { 完成值: '27.83', 单位: '万人', 占比: '54%' }, false],
  ['a rate 15.5 points above no whole percent', { 完成值: '90.88', 单位: '%', 超目标: '15.5个百分点' }, true],
  ['a rate 1.9 points above 90 %', { 完成值: '91.9', 单位: '%', 超目标: '1.9个百分点' }, false],
  ['edge: 75 lies on the open end', { 完成值: '90.55', 单位: '%', 超目标: '15.54个百分点' }, true],
  ['edge: 75 lies just inside', { 完成值: '90.55', 单位: '%', 超目标: '15.55个百分点' }, false],
  ['a rate at 100 %', { 完成值: '90.55', 单位: '%', 完成率: '100.00%' }, false],
  ['a count with a gap', { 完成值: '1549', 单位: '人', 超目标: '154' }, false],
  ['no percentage', { 完成值: '27.83', 单位: '万人' }, false],
  ['no actual', { 完成率: '154%' }, false],
])('odd-implied-target %s: %j → %s', (_, cells, wanted) => {
  expect(fires('odd-implied-target', cells)).toBe(wanted)
})

test('tells the round target and what it would give', () => {
  const [found] = findingsOf('odd-implied-target', [{ 完成值: '27.83', 单位: '万人', 完成率: '154%' }])
  if (!found || found.facts.rate) throw new Error('not found')
  expect(printed(found.facts.round)).toBe('180000')
  expect(printed(found.facts.gives)).toBe('2783/18')
  expect(span(found.comparison?.printed)).toBe('[307/2, 309/2)')
  expect(found.severity).toBe('warning')
})

test('a round target that only rounding up would allow is no likelier than another', () => {
  // 16.852 of 11 is 153.2 %: 154 % would be rounded up, which nobody does to a completion.
  expect(fires('odd-implied-target', { 完成值: '16.852', 单位: '万人', 完成率: '154%' })).toBe(false)
})

test('tells what a rounded actual may have been, where not even the printed one cut off gives the percentage', () => {
  const before = (cells: Cells) => {
    const [found] = findingsOf('odd-implied-target', [cells])
    if (!found || found.facts.rate) throw new Error('not found')
    return found.facts.before && [printed(found.facts.before.actual), printed(found.facts.before.gives)]
  }
  // 14270 prints as 1.43万, and of 13000 is 109.77 %.
  expect(before({ 完成值: '1.43', 单位: '万户', 完成率: '109%' })).toEqual(['14270', '1427/13'])
  expect(before({ 完成值: '27.83', 单位: '万人', 完成率: '154%' })).toBeUndefined()
})
