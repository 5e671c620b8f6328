import { describe, expect, it, test } from 'vitest'
import { completionOf, isSurelyMissed, reachOf, showsPercent, showsTarget } from '../../src/checks/reach.ts'
import { relationsOf } from '../../src/checks/relate.ts'
import { type Cells, printed, row } from '../build.ts'

describe('missed under every rounding', () => {
  test.each<[Cells, boolean]>([
    [{ 完成值: '2499', 单位: '人', 目标值: '2500' }, true],
    [{ 完成值: '2500', 单位: '人', 目标值: '2500' }, false],
    // 2.4万 stands for less than 2.5万 however it was shortened; 2.45 could be cut to it, 2.5 not.
    [{ 完成值: '2.4万', 单位: '人', 目标值: '25000' }, true],
    [{ 完成值: '2.4万', 单位: '人', 目标值: '24900' }, false],
    [{ 完成率: '99%' }, true],
    [{ 完成率: '99.9%' }, true],
    [{ 完成率: '100%' }, false],
    // 99%以上 is said of less than a step more; 99 may be 99.9 cut short, never 100.
    [{ 完成率: '99%以上' }, true],
    [{ 完成率: '100%以上' }, false],
    [{ 完成率: '约99%' }, false],
    [{ 完成值: '65', 单位: '%', 目标值: '66' }, true],
    [{ 完成值: '65', 单位: '%', 目标值: '65.9' }, false],
    [{ 完成值: '5', 单位: '%', 超目标: '-1个百分点' }, true],
    [{ 完成值: '5', 单位: '%', 超目标: '-0.1个百分点' }, true],
    [{ 完成值: '5', 单位: '%', 超目标: '0个百分点' }, false],
    // The figures say no, the percentage printed beside them yes: nothing is sure.
    [{ 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' }, false],
    [{ 完成值: '2501', 单位: '人', 目标值: '2500', 完成率: '90%' }, false],
    [{ 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '99%' }, true],
    [{ 完成值: '约2000', 单位: '人', 目标值: '2500' }, false],
    [{ 完成值: '2499', 单位: '人', 目标值: '约2500' }, false],
    [{ 完成值: '6', 单位: '起', 目标值: '5', 方向: '-' }, true],
    [{ 完成值: '5', 单位: '起', 目标值: '5', 方向: '-' }, false],
    [{ 完成率: '100%', 方向: '-' }, false],
    [{ 完成率: '101%', 方向: '-' }, true],
    [{ 完成值: '5', 单位: '人' }, false],
  ])('%j: %s', (cells, wanted) => {
    expect(isSurelyMissed(row(cells))).toBe(wanted)
  })
})

describe('reached or missed', () => {
  test.each<[Cells, 'reached' | 'missed' | undefined]>([
    [{ 完成值: '2500', 单位: '人', 目标值: '2500' }, 'reached'],
    [{ 完成值: '2499', 单位: '人', 目标值: '2500' }, 'missed'],
    [{ 完成值: '2501', 单位: '人', 目标值: '2500' }, 'reached'],
    // The figures outweigh a percentage that was rounded from them, or that is wrong.
    [{ 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' }, 'missed'],
    [{ 完成值: '2501', 单位: '人', 目标值: '2500', 完成率: '90%' }, 'reached'],
    // 2.5万 straddles 25000: what was printed decides, else the middle.
    [{ 完成值: '2.5万', 单位: '人', 目标值: '25000', 完成率: '99.9%' }, 'missed'],
    [{ 完成值: '2.5万', 单位: '人', 目标值: '25000', 完成率: '100.0%' }, 'reached'],
    [{ 完成值: '2.5万', 单位: '人', 目标值: '25000', 完成率: '100.1%' }, 'reached'],
    [{ 完成值: '2.5万', 单位: '人', 目标值: '25000' }, 'reached'],
    [{ 完成值: '2.5万', 单位: '人', 目标值: '25001' }, 'missed'],
    [{ 完成值: '2.5万', 单位: '人', 目标值: '24999' }, 'reached'],
    // [24500, 25500): 25500 is out of reach, 24500 is sure.
    [{ 完成值: '2.5万', 单位: '人', 目标值: '25500', 完成率: '100%' }, 'missed'],
    [{ 完成值: '2.5万', 单位: '人', 目标值: '24500', 完成率: '99%' }, 'reached'],
    [{ 完成值: '65', 单位: '%', 目标值: '65', 超目标: '-0.2个百分点' }, 'missed'],
    [{ 完成值: '65', 单位: '%', 目标值: '65', 超目标: '0.2个百分点' }, 'reached'],
    [{ 完成值: '65', 单位: '%', 目标值: '65' }, 'reached'],
    [{ 完成率: '100%' }, 'reached'],
    [{ 完成率: '99.99%' }, 'missed'],
    [{ 完成率: '近100%' }, 'missed'],
    [{ 完成率: '超100%' }, 'reached'],
    [{ 完成率: '100%以上' }, 'reached'],
    [{ 完成值: '5', 单位: '%', 超目标: '0个百分点' }, 'reached'],
    [{ 完成值: '5', 单位: '%', 超目标: '-0.1个百分点' }, 'missed'],
    [{ 完成值: '近4000', 单位: '人', 目标值: '4000' }, 'missed'],
    [{ 完成值: '4000多', 单位: '人', 目标值: '4000' }, 'reached'],
    [{ 完成值: '1500米', 目标值: '2公里' }, 'missed'],
    // Neither target nor completion: nothing to say.
    [{ 完成值: '5', 单位: '人' }, undefined],
    [{ 声明: '全部完成' }, undefined],
    [{ 完成值: '5人', 目标值: '4户' }, undefined],
    [{ 完成值: '32', 单位: '所', 占比: '90%' }, undefined],
  ])('%j: %s', (cells, wanted) => {
    expect(reachOf(row(cells))).toBe(wanted)
  })

  test.each<[Cells, 'reached' | 'missed']>([
    [{ 完成值: '5', 单位: '起', 目标值: '不超过5' }, 'reached'],
    [{ 完成值: '6', 单位: '起', 目标值: '不超过5' }, 'missed'],
    [{ 完成值: '4', 单位: '起', 目标值: '5', 方向: '-' }, 'reached'],
    [{ 完成值: '6', 单位: '起', 目标值: '5', 方向: '-' }, 'missed'],
    [{ 完成率: '101%', 方向: '-' }, 'missed'],
    [{ 完成率: '99%', 方向: '-' }, 'reached'],
    [{ 完成率: '100%', 方向: '-' }, 'reached'],
    [{ 完成值: '5', 单位: '%', 超目标: '0.1个百分点', 方向: '-' }, 'missed'],
    // [1.95, 2.05) may be just 1.95: the printed percentage decides; below 1.945 nothing saves it.
    [{ 完成值: '2.0', 单位: '%', 目标值: '1.95', 完成率: '100%', 方向: '-' }, 'reached'],
    [{ 完成值: '2.0', 单位: '%', 目标值: '1.94', 完成率: '100%', 方向: '-' }, 'missed'],
    [{ 完成值: '2.0', 单位: '%', 目标值: '2.05', 方向: '-' }, 'reached'],
  ])('less is better: %j: %s', (cells, wanted) => {
    expect(reachOf(row(cells))).toBe(wanted)
  })
})

describe('percent of the target', () => {
  test.each<[Cells, string | undefined]>([
    // Recomputed where it can be, since the printed one may be wrong.
    [{ 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }, '92/5'],
    [{ 完成值: '736', 单位: '人', 目标值: '4000' }, '92/5'],
    [{ 完成值: '736', 单位: '人', 完成率: '18.04%' }, '451/25'],
    [{ 完成率: '117%' }, '117'],
    [{ 完成值: '736', 单位: '人', 目标值: '0' }, undefined],
    [{ 完成值: '736', 单位: '人', 目标值: '0', 完成率: '5%' }, '5'],
    [{ 完成值: '736', 单位: '人' }, undefined],
    [{ 完成值: '106', 单位: '%', 目标值: '65' }, undefined],
  ])('%j: %s', (cells, wanted) => {
    const found = completionOf(relationsOf(row(cells)))
    expect(found && printed(found)).toBe(wanted)
  })
})

it('tells which rows show a target, and which a percentage', () => {
  const shown = (cells: Cells) => [showsTarget(row(cells)), showsPercent(row(cells))]
  expect(shown({ 完成值: '5', 单位: '人' })).toEqual([false, false])
  expect(shown({ 完成值: '5', 单位: '人', 目标值: '4' })).toEqual([true, false])
  expect(shown({ 完成率: '5%' })).toEqual([true, true])
  expect(shown({ 完成值: '5', 单位: '%', 超目标: '1' })).toEqual([true, true])
  expect(shown({ 完成值: '5', 单位: '人', 占比: '9%' })).toEqual([false, true])
  expect(shown({ 完成值: '5', 单位: '%' })).toEqual([false, true])
  expect(shown({ 同比: '5%' })).toEqual([false, false])
})
