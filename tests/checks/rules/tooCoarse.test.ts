import { expect, test } from 'vitest'
import { type Cells, findingsOf, fires, span } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['2万 at 108.3 %', { 完成值: '2', 单位: '万人', 完成率: '108.3%' }, true],
  ['20000 is exact', { 完成值: '20000', 单位: '人', 完成率: '108.3%' }, false],
  ['edge: 20万, open by a twentieth', { 完成值: '20', 单位: '万人', 完成率: '108.3%' }, true],
  ['edge: 21万, by less', { 完成值: '21', 单位: '万人', 完成率: '108.3%' }, false],
  ['a percentage that is as coarse', { 完成值: '2', 单位: '万人', 完成率: '1%' }, false],
  ['edge: 5万 of 20 % steps: as wide as 20 %', { 完成值: '5', 单位: '万人', 完成率: '5%' }, false],
  ['edge: a little finer', { 完成值: '5', 单位: '万人', 完成率: '6%' }, true],
  ['a gap in the hedge: 3万多', { 完成值: '3万多', 单位: '人', 完成率: '108.3%' }, true],
  [
    'with a target, and the figures hold',
    { 完成值: '2', 单位: '万人', 目标值: '1.9', 完成率: '108.3%' },
    true,
  ],
  ['with a target, and they cannot', { 完成值: '2', 单位: '万人', 目标值: '1.9', 完成率: '208.3%' }, false],
  ['nothing done', { 完成值: '0', 单位: '万人', 完成率: '108.3%' }, false],
  ['no percentage', { 完成值: '2', 单位: '万人' }, false],
  ['no actual', { 单位: '万人', 完成率: '108.3%' }, false],
  ['a share', { 完成值: '2', 单位: '万人', 占比: '98.3%' }, false],
])('too-coarse %s: %j → %s', (_, cells, wanted) => {
  expect(fires('too-coarse', cells)).toBe(wanted)
})

test('tells what the actual stands for', () => {
  const [found] = findingsOf('too-coarse', [{ 完成值: '2', 单位: '万人', 完成率: '108.3%' }])
  expect(span(found?.facts.stands)).toBe('[15000, 25000)')
  expect(found?.severity).toBe('info')
})
