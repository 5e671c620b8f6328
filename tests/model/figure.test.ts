import { describe, expect, it, test } from 'vitest'
import { isPercent, isPoints, parseFigure } from '../../src/model/figure.ts'
import { figure, printed } from '../build.ts'

describe('a figure is read as printed', () => {
  test.each([
    // [cell, 单位, value, unit in the last place, unit, qualifier]
    ['736', '人', '736', '1', '人', undefined],
    ['1007.8', '公里', '5039/5', '1/10', '公里', undefined],
    ['58.85', '万人次', '588500', '100', '人次', undefined],
    ['58.85万', '人次', '588500', '100', '人次', undefined],
    ['58.85万', '万人次', '588500', '100', '人次', undefined],
    ['58.85万人次', '', '588500', '100', '人次', undefined],
    ['约78.88', '万户', '788800', '100', '户', 'about'],
    ['2', '万人', '20000', '10000', '人', undefined],
    ['20000', '人', '20000', '1', '人', undefined],
    ['100%', '', '100', '1', '%', undefined],
    ['100.0%', '', '100', '1/10', '%', undefined],
    ['117％', '', '117', '1', '%', undefined],
    ['5‰', '', '1/2', '1/10', '‰', undefined],
    ['0.35‰', '', '7/200', '1/1000', '‰', undefined],
    ['15.5个百分点', '', '31/2', '1/10', '个百分点', undefined],
    ['0.8百分点', '', '4/5', '1/10', '百分点', undefined],
    ['-2', '人', '-2', '1', '人', undefined],
    ['+4.3%', '', '43/10', '1/10', '%', undefined],
    ['−92.3%', '', '-923/10', '1/10', '%', undefined],
    ['－2', '人', '-2', '1', '人', undefined],
    ['１，００７．８', '公里', '5039/5', '1/10', '公里', undefined],
    ['1,078', '户', '1078', '1', '户', undefined],
    ['1,234,567.8', '元', '6172839/5', '1/10', '元', undefined],
    ['3百', '户', '300', '100', '户', undefined],
    ['1.2十万', '元', '120000', '10000', '元', undefined],
    ['3.5亿元', '', '350000000', '10000000', '元', undefined],
    ['2千', '人', '2000', '1000', '人', undefined],
    ['502.3', '千米', '5023/10', '1/10', '千米', undefined],
    ['502.3千米', '', '5023/10', '1/10', '千米', undefined],
    ['3万千瓦时', '', '30000', '10000', '千瓦时', undefined],
    ['10千伏', '', '10', '1', '千伏', undefined],
    ['12千克', '', '12', '1', '千克', undefined],
    ['300元/人', '', '300', '1', '元/人', undefined],
    ['91.9', '％', '919/10', '1/10', '%', undefined],
    ['58人次', '万人次', '58', '1', '人次', undefined],
    [' 736 人 ', '', '736', '1', '人', undefined],
    ['0', '起', '0', '1', '起', undefined],
    ['-0.0%', '', '0', '1/10', '%', undefined],
  ] as const)('%j with 单位 %j', (cell, unit, value, ulp, bare, qualifier) => {
    const read = figure(cell, unit)
    expect(printed(read.value)).toBe(value)
    expect(printed(read.ulp)).toBe(ulp)
    expect(read.unit).toBe(bare)
    expect(read.qualifier).toBe(qualifier)
  })

  it('keeps the text and the digits', () => {
    expect(figure(' -1,007.80 公里')).toMatchObject({
      text: '-1,007.80 公里',
      digits: '-1007.80',
      decimals: 2,
    })
    expect(figure('+２．５０%')).toMatchObject({ text: '+２．５０%', digits: '2.50', decimals: 2 })
    expect(figure('3', '十万人')).toMatchObject({ digits: '3', decimals: 0, exponent: 5 })
  })
})

describe('qualifiers', () => {
  test.each([
    ['约78', 'about', '78', ''],
    ['78万左右', 'about', '780000', ''],
    ['近3万人', 'nearly', '30000', '人'],
    ['超3万', 'over', '30000', ''],
    ['超过3万', 'over', '30000', ''],
    ['逾3万', 'over', '30000', ''],
    ['3万余人', 'over', '30000', '人'],
    ['3余万人', 'over', '30000', '人'],
    ['20多个', 'over', '20', '个'],
    ['20个以上', 'atLeast', '20', '个'],
    ['20以上', 'atLeast', '20', ''],
    ['90%以上', 'atLeast', '90', '%'],
    ['不少于8166', 'atLeast', '8166', ''],
    ['不低于65%', 'atLeast', '65', '%'],
    ['至少5所', 'atLeast', '5', '所'],
    ['不超过3‰', 'atMost', '3/10', '‰'],
    ['约 3万 左右', 'about', '30000', ''],
  ] as const)('%s', (cell, qualifier, value, unit) => {
    const read = figure(cell)
    expect(read.qualifier).toBe(qualifier)
    expect(printed(read.value)).toBe(value)
    expect(read.unit).toBe(unit)
  })

  it('two that disagree are no figure', () => {
    expect(parseFigure('约3万余')).toBe('unreadable')
    expect(parseFigure('近20个以上')).toBe('unreadable')
    expect(parseFigure('约3成')).toBe('unreadable')
  })
})

describe('two figures in one cell', () => {
  test.each([
    '736 4000',
    '736　4000',
    '３　４',
    '3、4',
    '3/15',
    '32-35',
    '1,2',
    '1234,567',
    '1,0000',
    '2.3.4',
    '3个/5天',
    '1, 200',
  ])('%j', (cell) => {
    expect(parseFigure(cell)).toBe('several')
  })
})

describe('no figure', () => {
  test.each([
    '',
    ' ',
    '—',
    '/',
    '无',
    '若干',
    '约',
    '%',
    '万',
    '=1+',
    '约-',
    '待定',
    '3（预计）',
    '12%。',
    'NaN',
    '5%%',
    '十二',
    "'",
  ])('%j', (cell) => {
    expect(parseFigure(cell)).toBe('unreadable')
  })

  it('nor what is longer than any figure, or in a scale that nothing has', () => {
    const [scale, digits] = ['亿'.repeat(4), '9'.repeat(100)]
    for (const cell of [`5${scale}`, `5${'字'.repeat(199)}`, digits, `0.${'0'.repeat(97)}1`])
      expect(typeof parseFigure(cell)).toBe('object')
    for (const cell of [`5${scale}十`, `5${'字'.repeat(200)}`, `${digits}9`, `0.${'0'.repeat(98)}1`])
      expect(parseFigure(cell)).toBe('unreadable')
    expect(parseFigure('5', `${scale}十元`)).toBe('unreadable')
  })

  it('nor are two figures, however far apart', () => {
    expect(parseFigure(`约字1${'，'.repeat(150)}字2`)).toBe('several')
    expect(parseFigure('约字1,2.3')).toBe('unreadable')
  })

  test.each(['=1+2', '-2+3', '@SUM(1)', '-1+cmd|A!1', '1e5', '#DIV/0!'])('nor is %j', (cell) => {
    expect(typeof parseFigure(cell)).toBe('string')
  })
})

test('rates and points are told from counts', () => {
  const kinds = ['5%', '5‰', '5个百分点', '5百分点', '5人', '5'].map((text) => figure(text))
  expect(kinds.map(isPercent)).toEqual([true, true, true, true, false, false])
  expect(kinds.map(isPoints)).toEqual([false, false, true, true, false, false])
})
