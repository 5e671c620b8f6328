import { describe, expect, test } from 'vitest'
import { conversion, dimensionOf, isCounted, splitScale } from '../../src/model/unit.ts'

describe('scale words are split off the front', () => {
  test.each([
    ['万人次', 4, '万', '人次'],
    ['人次', 0, '', '人次'],
    ['十万元', 5, '十万', '元'],
    ['百户', 2, '百', '户'],
    ['亿立方米', 8, '亿', '立方米'],
    ['万亿元', 12, '万亿', '元'],
    ['千人', 3, '千', '人'],
    ['万', 4, '万', ''],
    ['', 0, '', ''],
    ['千米', 0, '', '千米'],
    ['千克', 0, '', '千克'],
    ['千瓦', 0, '', '千瓦'],
    ['千瓦时', 0, '', '千瓦时'],
    ['千伏', 0, '', '千伏'],
    ['百分点', 0, '', '百分点'],
    ['个百分点', 0, '', '个百分点'],
    ['万千瓦时', 4, '万', '千瓦时'],
    ['亿千克', 8, '亿', '千克'],
    ['千千米', 3, '千', '千米'],
  ])('%s', (text, exponent, words, unit) => {
    expect(splitScale(text)).toEqual({ exponent, words, unit })
  })
})

describe('things counted one by one', () => {
  test.each(['人', '户', '所', '个', '场', '次', '条', '名', '家', '座', '处', '人次', '项', '件', '张'])(
    '%s counts',
    (unit) => {
      expect(isCounted(unit)).toBe(true)
    },
  )

  test.each([
    '公里',
    '平方米',
    '吨',
    '元',
    '千米',
    '延米',
    '亩',
    '%',
    '‰',
    '元/人',
    '平方米每人',
    '千瓦时',
    'MW',
    'km',
    '万美元',
    '标准亩',
    '公升',
  ])('%s measures', (unit) => {
    expect(isCounted(unit)).toBe(false)
  })
})

test.each([
  ['', 'unknown'],
  ['人', 'person'],
  ['名', 'person'],
  ['人次', 'turn'],
  ['户', 'household'],
  ['个', 'thing'],
  ['所', 'thing'],
  ['元', 'money'],
  ['亩', 'area'],
  ['公里', 'length'],
  ['%', 'percent'],
  ['个百分点', 'percent'],
  ['元/人', 'unknown'],
] as const)('dimension of %j: %s', (unit, dimension) => {
  expect(dimensionOf(unit)).toBe(dimension)
})

describe('conversion', () => {
  test.each([
    ['公里', '米', 3],
    ['米', '公里', -3],
    ['千米', '公里', 0],
    ['吨', '千克', 3],
    ['平方公里', '平方米', 6],
    ['公顷', '平方米', 4],
    ['人', '名', 0],
    ['个', '所', 0],
    ['个', '人', 0],
    ['户', '个', 0],
    ['人', '人', 0],
    ['', '人', 0],
    ['公里', '', 0],
    ['%', '个百分点', 0],
    // Nobody can compare these.
    ['人', '户', undefined],
    ['人', '人次', undefined],
    ['户', '人次', undefined],
    ['元', '公里', undefined],
    ['个', '公里', undefined],
    ['%', '人', undefined],
    ['平方米', '米', undefined],
    // One kind of quantity, but no power of ten between them.
    ['亩', '公顷', undefined],
  ] as const)('%j to %j: %s', (from, to, power) => {
    expect(conversion(from, to)).toBe(power)
  })
})
