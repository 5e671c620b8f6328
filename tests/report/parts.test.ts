import { describe, expect, it, test } from 'vitest'
import { LIGHT } from '../../src/charts/tokens.ts'
import { completionsIn, partsOf, regionAt, regionTree } from '../../src/compare/regions.ts'
import { regionName } from '../../src/model/region.ts'
import { textWidth } from '../../src/report/drawings.ts'
import {
  completionDrawing,
  lackingSentences,
  partsDrawing,
  partsKeys,
  partsSentence,
  partsTable,
  wholeName,
} from '../../src/report/parts.ts'
import { indicatorOf } from '../../src/state/derive.ts'
import { en } from '../../src/text/en.ts'
import { regions } from '../../src/text/regions.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, reviewOf } from '../build.ts'
import { countiesDemo } from '../demo.ts'
import { svgOf, textsIn } from '../drawn.ts'

const demo = reviewOf(countiesDemo())

function partsIn(review: typeof demo, path: string, indicator: string) {
  const region = regionAt(regionTree(review.set.projects), path)
  const like = review.set.rows.find(({ cells }) => cells.indicator === indicator)
  if (!region || !like) throw new Error('nothing there')
  return partsOf(review, region, like)
}
const of = (indicator: string) => partsIn(demo, '南阳市', indicator)
const INDICATORS = ['职业技能培训', '新建和改造农村公路', '完工小区', '筛查覆盖率', '更新公交车']

/** 某市 and its counties, of one indicator. */
function small(whole: Cells | undefined, ...parts: Cells[]) {
  const rows = [
    ...(whole ? [whole] : []),
    ...parts.map((part, i) => ({ 地区: `某市/${'甲乙丙'[i]}县`, ...part })),
  ]
  return partsIn(reviewOf(rows.map((row) => ({ 单位: '人', ...row }))), '某市', '某指标')
}
const count = (完成值: string, more: Cells = {}): Cells => ({ 完成值, ...more })

describe('the sentence', () => {
  test.each([
    ['职业技能培训', '13 个下辖地区合计 588540人次，与公布的总数 588540人次 对得上。'],
    ['新建和改造农村公路', '13 个下辖地区合计 1121.35—1122.65公里，南阳市公布的却是 1007.8公里。'],
    [
      '完工小区',
      '已列出的 11 个下辖地区合计 304个，比公布的总数 412个 少；列出的未必是全部，不能说哪个数错了。',
    ],
    ['筛查覆盖率', '这一项不能相加：是比率、平均、标准，或者带“约”。'],
    ['更新公交车', '没有下辖地区公布这一项。'],
  ])('%s', (indicator, sentence) => {
    expect(partsSentence(of(indicator), zh, regions.zh)).toBe(sentence)
  })

  test.each<[string, ReturnType<typeof small>, string]>([
    ['no whole', small(undefined, count('6'), count('5')), '没有公布总数；2 个下辖地区合计 11人（计算）。'],
    [
      'a hedged whole',
      small(count('约11'), count('6'), count('5')),
      '这一项不能相加：是比率、平均、标准，或者带“约”。',
    ],
    [
      'a region told twice',
      small(count('11'), count('6'), count('5'), count('5', { 地区: '某市/乙县', 目标值: '9' })),
      '2 个下辖地区合计 11人，与公布的总数 11人 对得上。',
    ],
    [
      'a region with two figures',
      small(count('11'), count('6'), count('5'), count('4', { 地区: '某市/乙县' })),
      '各地的数与总数放不到一起核对。',
    ],
    [
      'percentages of printed wholes',
      small(
        count('65', { 单位: '%', 基数: '200户' }),
        count('90', { 单位: '%', 基数: '100户' }),
        count('40', { 单位: '%', 基数: '100户' }),
      ),
      '各地的百分比按公布的分母折算，加起来与总数对得上。',
    ],
    [
      'less of them',
      small(
        count('75', { 单位: '%', 基数: '200户' }),
        count('90', { 单位: '%', 基数: '100户' }),
        count('40', { 单位: '%', 基数: '100户' }),
      ),
      '各地的百分比按公布的分母折算，加起来比总数少；列出的未必是全部，不能说哪个数错了。',
    ],
  ])('%s', (_, parts, sentence) => {
    expect(partsSentence(parts, zh, regions.zh)).toBe(sentence)
  })

  it('names the parts that lack a figure, and why', () => {
    expect(lackingSentences(of('完工小区'), regions.zh)).toEqual([
      '没有这一项的：南召县。',
      '没有公布数字的：桐柏县。',
    ])
    expect(
      lackingSentences(small(count('11'), count('6'), count('5', { 单位: '公里' })), regions.en),
    ).toEqual(['In a unit that cannot be compared: 乙县.'])
    expect(lackingSentences(of('职业技能培训'), regions.zh)).toEqual([])
  })

  it('calls the region’s own line a total only where there is a sum', () => {
    expect(INDICATORS.map((indicator) => wholeName(of(indicator), regions.zh))).toEqual([
      '南阳市（总数）',
      '南阳市（总数）',
      '南阳市（总数）',
      '南阳市（全地区）',
      '南阳市（全地区）',
    ])
  })
})

test.each([
  ['职业技能培训', ['bracket', 'segments', 'achieved', 'below', 'question']],
  ['完工小区', ['bracket', 'segments', 'question']],
  ['筛查覆盖率', ['rule', 'achieved', 'below', 'question']],
])('the keys of %s are those of its marks', (indicator, kinds) => {
  expect(partsKeys(demo, of(indicator), regions.zh, zh).map(({ kind }) => kind)).toEqual(kinds)
})

describe('the table', () => {
  it('has the whole first, then the parts by their figures, then those that lack one', () => {
    const { columns, rows } = partsTable(demo, of('完工小区'), zh, regions.zh)
    expect(columns).toEqual(['地区', '完成值', '换算成个', '目标值', '完成率', '计算完成率', '朱批'])
    expect(rows).toHaveLength(14)
    expect(rows[0]).toEqual(['南阳市', '412个', '412', '430', '95.8%', '', '低于目标'])
    expect(rows[1]).toEqual(['南阳市/邓州市', '46个', '46', '', '', '', ''])
    expect(rows.slice(-2)).toEqual([
      ['南阳市/南召县', '', '', '', '', '', ''],
      ['南阳市/桐柏县', '', '', '', '', '', ''],
    ])
  })

  it('has one unit, and completions that were worked out apart from printed ones', () => {
    const parts = small(
      count('1.2', { 单位: '万人', 目标值: '1万' }),
      count('7000', { 目标值: '6000' }),
      count('0.5', { 单位: '万人' }),
    )
    const { columns, rows } = partsTable(demo, parts, zh, regions.zh)
    expect(columns[2]).toBe('换算成万人')
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['某市', '1.2万人', '1.2'],
      ['某市/甲县', '7000人', '0.7'],
      ['某市/乙县', '0.5万人', '0.5'],
    ])
    const [first] = partsTable(demo, of('职业技能培训'), zh, regions.zh).rows
    expect(first?.slice(3)).toEqual(['500000', '', '117.7%', ''])
  })
})

describe.each([
  ['zh', zh, regions.zh],
  ['en', en, regions.en],
] as const)('the drawings in %s', (_, words, own) => {
  const notes = ['来源']
  const bars = (indicator: string) => partsDrawing(indicator, demo, of(indicator), notes, LIGHT, words, own)
  const ranks = (indicator: string) => {
    const found = completionsIn(demo, of(indicator))
    const lines = found.map(({ region, row }) => ({
      id: region,
      name: regionName(region),
      level: '',
      indicators: [indicatorOf(demo, row)],
    }))
    return completionDrawing(indicator, lines, found, notes, LIGHT, words)
  }
  const all = [
    ...INDICATORS.slice(0, 4).map((indicator) => [`figures of ${indicator}`, bars(indicator)] as const),
    ...INDICATORS.slice(0, 2).map((indicator) => [`completions of ${indicator}`, ranks(indicator)] as const),
  ]

  test.each(all)('%s keep every word inside the picture, and apart', (_name, one) => {
    const texts = textsIn(svgOf(one))
    for (const { x, y, size, anchor, text } of texts) {
      const width = textWidth(text, size)
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      expect(left, text).toBeGreaterThanOrEqual(0)
      expect(left + width, text).toBeLessThanOrEqual(one.width)
      expect(y).toBeLessThan(one.height)
    }
    expect(texts.map(({ text }) => text).join()).not.toMatch(/undefined|NaN|\[object/)
    const heights = texts.filter(({ x }) => x === 32).map(({ y }) => y)
    // A key and its words stand on one line, with more behind them.
    expect(new Set(heights).size).toBe(heights.length)
  })

  it('draw each bar on the line of its name, as long as its figure', () => {
    const parts = of('职业技能培训')
    const svg = svgOf(bars('职业技能培训'))
    const texts = textsIn(svg)
    // ECharts writes a rectangle by its corner and its sides.
    const drawn = [...svg.matchAll(/<path d="M200 ([\d.]+)l([\d.]+) 0l0 12/g)].map(([, y, width]) => [
      Number(y) + 6,
      Number(width),
    ])
    for (const { region, value } of parts.ranked) {
      const name = texts.find(({ text }) => text === regionName(region))
      const bar = drawn.find(([y]) => y === name?.y)
      expect(bar?.[1], region).toBeCloseTo((Number(value.n / value.d) / 80780) * 490, 0)
    }
  })

  it('are vermilion only in what is asked about', () => {
    const red = (one: ReturnType<typeof bars>) =>
      textsIn(svgOf(one))
        .filter(({ fill }) => fill === LIGHT.vermilion)
        .map(({ text }) => text)
    const ask = words.sheet.asked(1)
    const sentence = partsSentence(of('新建和改造农村公路'), words, own)
    // The circle is the key's.
    expect(red(bars('新建和改造农村公路'))).toEqual([ask, ask, '○', sentence])
    expect(red(ranks('新建和改造农村公路'))).toEqual([ask, ask])
    expect(red(bars('完工小区'))).toEqual([ask, '○'])
    expect(red(ranks('职业技能培训'))).toEqual([ask, ask, ask])
  })
})
