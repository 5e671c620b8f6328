import { expect, test } from 'vitest'
import { type Cells, fires } from '../../build.ts'

test.each<[string, Cells, boolean]>([
  ['edge: 200 %', { 完成值: '5', 单位: '万人', 完成率: '200%' }, true],
  ['edge: 199.9 %', { 完成值: '5', 单位: '万人', 完成率: '199.9%' }, false],
  ['edge: figures that give 200 %', { 完成值: '8000', 单位: '人', 目标值: '4000' }, true],
  ['edge: figures that give less', { 完成值: '7999', 单位: '人', 目标值: '4000' }, false],
  [
    'figures outweigh the printed percentage',
    { 完成值: '7999', 单位: '人', 目标值: '4000', 完成率: '200%' },
    false,
  ],
  ['less is better', { 完成值: '8000', 单位: '人', 目标值: '4000', 方向: '-' }, false],
  ['a rate', { 完成值: '90', 单位: '%', 目标值: '30', 完成率: '300%' }, false],
  ['no completion', { 完成值: '8000', 单位: '人' }, false],
  ['a growth', { 完成值: '8000', 单位: '人', 同比: '300%' }, false],
])('target-too-easy %s: %j → %s', (_, cells, wanted) => {
  expect(fires('target-too-easy', cells)).toBe(wanted)
})
