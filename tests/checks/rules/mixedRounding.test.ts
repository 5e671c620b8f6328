import { describe, expect, it, test } from 'vitest'
import { type Cells, findingsOf, reviewOf } from '../../build.ts'

const share = (指标: string, 占比: string, 完成值 = '37', 基数 = '180'): Cells => ({
  指标,
  完成值,
  单位: '个',
  基数,
  占比,
})
const HALF_UP = [share('a', '20.6%'), share('b', '66.7%', '2', '3'), share('c', '16.7%', '1', '6')]
const CUT = share('d', '20.5%')

describe('rows of one document', () => {
  test.each<[string, Cells[], string[]]>([
    ['all half-up', HALF_UP, []],
    ['one cut among them', [...HALF_UP, CUT], ['d']],
    ['all cut', [CUT, share('e', '66.6%', '2', '3')], []],
    ['one half-up among cut ones', [CUT, share('e', '66.6%', '2', '3'), share('a', '20.6%')], ['a']],
    ['edge: as many of each, half-up is the norm', [share('a', '20.6%'), CUT], ['d']],
    ['one that fits every rule', [...HALF_UP, share('d', '20%', '1', '5')], []],
    ['one that fits none is no rounding', [...HALF_UP, share('d', '19%', '1', '4')], []],
    ['a single cut row', [CUT], []],
    ['nothing to check', [{ 完成值: '5', 占比: '50%' }], []],
    ['no rows', [], []],
  ])('%s', (_, rows, wanted) => {
    expect(findingsOf('mixed-rounding', rows).map(({ row }) => row?.cells.indicator)).toEqual(wanted)
  })

  it('are counted', () => {
    const [found] = findingsOf('mixed-rounding', [...HALF_UP, CUT])
    expect(found?.facts).toMatchObject({ usual: 'half-up', explained: 3, of: 4 })
    expect(found?.severity).toBe('warning')
    const cut = findingsOf('mixed-rounding', [CUT, share('e', '66.6%', '2', '3'), share('a', '20.6%')])
    expect(cut[0]?.facts).toMatchObject({ usual: 'truncate', explained: 2, of: 3 })
  })
})

it('a document follows the rule that explains most of it', () => {
  const { rounding } = reviewOf([...HALF_UP, CUT, share('z', '1%', '1', '4')])
  // c (16.67 → 16.7) and a, b are rounded up as well as half-up and half to even; d is only cut.
  expect(rounding.counts).toEqual({ 'half-up': 3, 'half-even': 3, truncate: 1, up: 3 })
  expect([rounding.usual, rounding.explained, rounding.of]).toEqual(['half-up', 3, 4])
})

it('a gap in a unit of its own counts like any other', () => {
  const { rounding } = reviewOf([{ 完成值: '1500', 单位: '米', 目标值: '1000', 超目标: '0.5公里' }])
  expect([rounding.explained, rounding.of]).toEqual([1, 1])
})
