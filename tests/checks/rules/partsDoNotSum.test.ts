import { expect, test } from 'vitest'
import { type Cells, findingsOf, span } from '../../build.ts'

/** One indicator: the city's figure, then those of its counties. */
const family = (whole: string, parts: readonly string[], more: Cells = {}): Cells[] => [
  { 单位: '人', 完成值: whole, ...more },
  ...parts.map((part, i) => ({ 单位: '人', 完成值: part, 地区: `某市/${'甲乙丙丁'[i]}县`, ...more })),
]
/** Another indicator whose parts add up, so that they are known to be all. */
const whole = (count: number): Cells[] => family(String(count * 5), Array(count).fill('5'), { 指标: '别的' })

/** The city's rate of 200, then those of its counties: 90 % and 40 % of 100 each. */
const rated = (whole: string, column: '完成值' | '占比' | '完成率' = '完成值'): Cells[] => {
  const of = column === '完成率' ? '目标值' : '基数'
  const unit = column === '完成值' ? '%' : '户'
  return [
    { 单位: unit, [column]: whole, [of]: '200户' },
    { 单位: unit, [column]: '90%', [of]: '100户', 地区: '某市/甲县' },
    { 单位: unit, [column]: '40%', [of]: '100户', 地区: '某市/乙县' },
  ]
}

test.each<[string, Cells[], number[]]>([
  ['add up', family('11', ['6', '5']), []],
  ['more than the whole', family('10', ['6', '5']), [2]],
  ['edge: one more', family('10', ['6', '4', '1']), [2]],
  ['edge: a part of none', family('10', ['11', '0']), [2]],
  ['less, and perhaps some are missing', family('12', ['6', '5']), []],
  ['less, though they are all', [...family('12', ['6', '5']), ...whole(2)], [2]],
  ['less, and others are all', [...family('12', ['6', '5']), ...whole(3)], []],
  ['more, though they are all', [...whole(2), ...family('10', ['6', '5'])], [5]],
  [
    'all, at another date',
    [...family('12', ['6', '5']), ...whole(2).map((row) => ({ ...row, 截至: '2023-06' }))],
    [],
  ],
  ['edge: the whole is rounded, and may be it', family('1.2万', ['7012', '5980']), []],
  ['edge: past what the whole may be', family('1.2万', ['7012', '5988']), [2]],
  ['edge: the parts are rounded, and may add up', family('20', ['12', '10'], { 单位: '公里' }), []],
  ['edge: they may not', family('20', ['12', '11'], { 单位: '公里' }), [2]],
  [
    'in other units',
    [
      { 单位: '公里', 完成值: '2' },
      { 地区: '某市/甲县', 单位: '米', 完成值: '2000.0' },
      { 地区: '某市/乙县', 单位: '米', 完成值: '1500.0' },
    ],
    [2],
  ],
  [
    'units that cannot be added',
    [...family('10', ['6']), { 地区: '某市/乙县', 单位: '公里', 完成值: '5' }],
    [],
  ],
  // 0 = 0 + 0 proves nothing of what the parts are.
  [
    'less, and only zeros add up',
    [...family('100', ['30', '40']), ...family('0', ['0', '0'], { 指标: '事故' })],
    [],
  ],
  ['averages', family('2.51', ['2.60', '2.70'], { 单位: '平方米', 指标: '人均体育场地面积' }), []],
  ['days', family('300', ['310', '305'], { 单位: '天', 指标: '空气优良天数' }), []],
  ['standards', family('600', ['610', '620'], { 单位: '元/月', 指标: '低保标准' }), []],
  ['ranks', family('3', ['2', '4'], { 单位: '位', 指标: '全省排名' }), []],
  [
    'each against two targets',
    (['省定', '市定'] as const).flatMap((层级) => family('100', ['80', '90'], { 层级 })),
    [2],
  ],
  [
    'a region with two figures',
    [...family('100', ['80', '90']), { 单位: '人', 完成值: '60', 地区: '某市/甲县', 层级: '省定' }],
    [],
  ],
  ['one part only', family('10', ['12']), []],
  ['rates', family('90', ['95', '97'], { 单位: '%' }), []],
  ['a count and the rates that it is made of', [{ 单位: '户', 完成值: '130' }, ...rated('65%').slice(1)], []],
  ['edge: one less', [{ 单位: '户', 完成值: '127' }, ...rated('65%').slice(1)], [2]],
  ['rates whose bases are printed: 90 + 40 of 200 are not 60 %', rated('60%'), [2]],
  ['edge: they are 65 %', rated('65%'), []],
  ['edge: all of it rounded, it may be 66 %', [...rated('66%'), ...whole(2)], []],
  ['edge: it may not be 67 %', [...rated('67%'), ...whole(2)], [2]],
  ['less, and perhaps some are missing, as percentages', rated('70%'), []],
  ['less, though they are all, as percentages', [...rated('70%'), ...whole(2)], [2]],
  ['as shares without a count', rated('60%', '占比'), [2]],
  ['as completions of printed targets', rated('60%', '完成率'), [2]],
  ['a base that is a percentage itself', rated('60%').map((row) => ({ ...row, 基数: '100%' })), []],
  ['rates hedged', rated('约60%'), []],
  ['about', family('约10', ['6', '9']), []],
  ['about, in a part', family('10', ['约6', '9']), []],
  ['below zero: others may be too', family('10', ['16', '-1']), []],
  ['a part without a figure', [...family('10', ['6', '7']), { 地区: '某市/丙县', 完成率: '90%' }], [2]],
  ['a part twice', [...family('10', ['6', '7']), { 单位: '人', 地区: '某市/甲县', 完成值: '6' }], [2]],
  ['the whole at two levels', [...family('10', ['6', '7']), { 单位: '人', 完成值: '10', 层级: '省定' }], [2]],
  ['at another date', [{ 单位: '人', 完成值: '10', 截至: '2023-06' }, ...family('13', ['6', '7'])], []],
  [
    'of another indicator',
    [{ 单位: '人', 完成值: '10', 指标: '乙' }, ...family('13', ['6', '7']).slice(1)],
    [],
  ],
  [
    'of another region',
    [{ 单位: '人', 完成值: '10', 地区: '乙市' }, ...family('13', ['6', '7']).slice(1)],
    [],
  ],
  [
    'grandchildren are not children',
    [
      ...family('10', ['6', '4']),
      { 单位: '人', 完成值: '3', 地区: '某市/甲县/子镇' },
      { 单位: '人', 完成值: '2', 地区: '某市/甲县/丑镇' },
    ],
    [],
  ],
  [
    'but they add up to their own',
    [
      ...family('10', ['6', '4']),
      { 单位: '人', 完成值: '5', 地区: '某市/甲县/子镇' },
      { 单位: '人', 完成值: '2', 地区: '某市/甲县/丑镇' },
    ],
    [3],
  ],
])('parts-do-not-sum: %s', (_, rows, lines) => {
  expect(findingsOf('parts-do-not-sum', rows).map(({ row }) => row?.line)).toEqual(lines)
})

test('regions without a parent are no parts of one', () => {
  const rows: Cells[] = [
    { 单位: '人', 地区: '', 完成值: '1' },
    { 单位: '人', 地区: '甲市', 完成值: '6' },
    { 单位: '人', 地区: '乙市', 完成值: '5' },
  ]
  expect(findingsOf('parts-do-not-sum', rows)).toEqual([])
})

test('tells what the parts add up to, read half-up, and whether they are all', () => {
  const [more] = findingsOf('parts-do-not-sum', family('1', ['6.0', '5.0'], { 单位: '公里' }))
  expect(span(more?.facts.sum)).toBe('[109/10, 111/10)')
  expect([more?.facts.all, more?.facts.parts.map(({ region }) => region)]).toEqual([
    false,
    ['某市/甲县', '某市/乙县'],
  ])
  const [less] = findingsOf('parts-do-not-sum', [...family('12', ['6', '5']), ...whole(2)])
  expect(less?.facts.all).toBe(true)
})

test('tells what the parts add up to as they are read half-up', () => {
  const [finding] = findingsOf('parts-do-not-sum', family('20', ['12', '11'], { 单位: '公里' }))
  expect(finding && span(finding.facts.sum)).toBe('[22, 24)')
})
