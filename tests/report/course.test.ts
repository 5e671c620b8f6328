import { describe, expect, it, test } from 'vitest'
import { LIGHT } from '../../src/charts/tokens.ts'
import { courseLine } from '../../src/compare/course.ts'
import {
  courseChart,
  courseDrawing,
  courseKeys,
  courseTable,
  datedSentence,
  questionsOf,
  withoutWords,
} from '../../src/report/course.ts'
import { inLines, textWidth } from '../../src/report/drawings.ts'
import { courseWords } from '../../src/text/course.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, reviewOf } from '../build.ts'
import { quartersDemo } from '../demo.ts'
import { piecesIn, svgOf, textsIn } from '../drawn.ts'

const demo = reviewOf(quartersDemo())
const INDICATORS = ['职业技能培训', '新建和改造农村公路', '完工小区', '筛查覆盖率', '更新公交车']
const rowsOf = (indicator: string) => demo.set.rows.filter(({ cells }) => cells.indicator === indicator)
const chartOf = (indicator: string) =>
  courseChart(courseLine(demo, rowsOf(indicator)), rowsOf(indicator).at(-1), zh, courseWords.zh)

describe('the chart', () => {
  test.each([
    ['职业技能培训', ['21.9%', '62.1%', '97.0%', '210.2%']],
    ['新建和改造农村公路', ['计算 13.2%', '计算 51.3%', '计算 48.0%', '计算 112.0%']],
    ['筛查覆盖率', ['71.2%', '84.0%', '95.5%', '101.1%']],
    ['更新公交车', ['40辆', '166辆', '356辆']],
  ])('%s is labelled %j', (indicator, labels) => {
    expect(chartOf(indicator).marks.map(({ label }) => label)).toEqual(labels)
  })

  it('stands at the share of the year gone by, the date looked at marked', () => {
    const { marks } = chartOf('更新公交车')
    expect(marks.map(({ x }) => x)).toEqual([90 / 365, 181 / 365, 354 / 365])
    expect(marks.map(({ isOwn }) => isOwn)).toEqual([false, false, true])
  })

  it('has its target at 100 % of completion, where it was printed among rates, nowhere among outputs', () => {
    expect(INDICATORS.map((indicator) => chartOf(indicator).targets.map(({ value }) => value))).toEqual([
      [100],
      [100],
      [100],
      [100, 100, 100, 100],
      [],
    ])
    expect(INDICATORS.map((indicator) => chartOf(indicator).hasPace)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('writes its ticks as its figures are', () => {
    const tick = (indicator: string, value: number) => chartOf(indicator).tick(value)
    expect([tick('职业技能培训', 50), tick('筛查覆盖率', 0), tick('更新公交车', 400)]).toEqual([
      '50%',
      '0%',
      '400',
    ])
    const rows: Cells[] = [
      { 截至: '2023-06', 完成值: '0.4', 单位: '万人' },
      { 截至: '2023-12', 完成值: '1.2', 单位: '万人' },
    ]
    const review = reviewOf(rows)
    const line = courseLine(review, review.set.rows)
    expect(courseChart(line, undefined, zh, courseWords.zh).tick(5000)).toBe('0.5万')
  })
})

it('a sentence that begins with its date is not dated twice', () => {
  const told = questionsOf(demo, rowsOf('新建和改造农村公路')).map((finding) =>
    datedSentence(finding, demo, zh),
  )
  expect(told).toEqual([
    '2023-03-31：完成目标的 13.2%，而全年已过 24.7%。',
    '2023-09-30：完成目标的 48.0%，而全年已过 74.8%。',
    '截至 2023-09-30 公布 431.7公里，比截至 2023-06-30 的 462.0公里少。是口径变了，还是有一次写错了？',
  ])
})

it('what could not be drawn is told', () => {
  const review = reviewOf([
    { 截至: '2023-03', 声明: '已启动' },
    { 截至: '2023-06', 完成值: '1', 目标值: '4', 单位: '个' },
    { 截至: '2023-09', 完成值: '2', 单位: '个' },
    { 截至: '2023-12', 完成值: '4', 目标值: '4', 单位: '个' },
  ])
  const line = courseLine(review, review.set.rows)
  expect(withoutWords(line, courseWords.zh)).toBe('没有画进图里的：2023-03 已启动；2023-09 2个。')
  expect(withoutWords(courseLine(demo, rowsOf('完工小区')), courseWords.zh)).toBe('')
})

it('the keys are those of the marks that are there', () => {
  const kinds = (indicator: string) =>
    courseKeys(courseLine(demo, rowsOf(indicator)), courseWords.zh, zh).map(({ kind }) => kind)
  expect(kinds('职业技能培训')).toEqual(['met', 'pace', 'target', 'question'])
  expect(kinds('新建和改造农村公路')).toEqual(['implied', 'pace', 'target', 'question'])
  expect(kinds('筛查覆盖率')).toEqual(['met', 'target', 'question'])
  expect(kinds('更新公交车')).toEqual(['met'])
})

test('the table has every date, with the share of the year and what is asked', () => {
  const { columns, rows } = courseTable(demo, rowsOf('完工小区'), zh, courseWords.zh)
  expect(columns).toEqual(['截至', '完成值', '目标值', '完成率', '计算完成率', '序时进度', '朱批', '出处'])
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ['2023-03-31', '38个', '480', '7.9%', '', '24.7%'],
    ['2023-06-30', '150个', '480', '31.3%', '', '49.6%'],
    ['2023-09-30', '301个', '430', '70.0%', '', '74.8%'],
    ['2023-12-20', '412个', '430', '95.8%', '', '97.0%'],
  ])
  expect(rows[2]?.[6]).toContain('截至 2023-06-30 的公布为 480个')
  const [first] = courseTable(demo, rowsOf('新建和改造农村公路'), zh, courseWords.zh).rows
  expect(first?.slice(3, 5)).toEqual(['', '13.2%'])
})

describe.each([
  ['zh', zh, courseWords.zh],
  ['en', en, courseWords.en],
] as const)('the drawing in %s', (_, words, texts) => {
  test.each(INDICATORS)('%s keeps every word inside the picture, each line on its own', (indicator) => {
    const rows = rowsOf(indicator)
    const line = courseLine(demo, rows)
    const sayings = questionsOf(demo, rows).map((finding) => ({
      text: datedSentence(finding, demo, words),
      isQuestion: true,
    }))
    const chart = courseChart(line, rows[0], words, texts)
    const one = courseDrawing(
      texts[line.kind](indicator),
      chart,
      courseKeys(line, texts, words),
      sayings,
      ['来源'],
      LIGHT,
    )
    const svg = svgOf(one)
    const drawn = textsIn(svg)
    for (const { x, y, size, anchor, text } of drawn) {
      const width = textWidth(text, size)
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      expect(left, text).toBeGreaterThanOrEqual(0)
      expect(left + width, text).toBeLessThanOrEqual(one.width)
      expect(y).toBeLessThan(one.height)
    }
    const heights = drawn.filter(({ x }) => x === 32).map(({ y }) => y)
    expect(new Set(heights).size).toBe(heights.length)
    const said = drawn.map(({ text }) => text).join('')
    for (const { text } of sayings) expect(said.replace(/\s/g, '')).toContain(text.replace(/\s/g, ''))
    const rings = piecesIn(svg).filter(({ stroke }) => stroke === LIGHT.vermilion)
    expect(rings).toHaveLength(line.points.filter(({ asked }) => asked === 'question').length)
  })
})

describe('sentences in lines', () => {
  test.each<[string, number, string[]]>([
    ['', 100, []],
    ['短', 100, ['短']],
    ['完成目标的四成', 40, ['完成目标', '的四成']],
    // No line begins with a mark.
    ['完成目标，四成', 40, ['完成目标，', '四成']],
    ['one two three', 45, ['one two', 'three']],
    ['完成 462.0公里', 40, ['完成', '462.0公', '里']],
    ['unbreakable', 10, ['unbreakable']],
    // A rare character is one, though it takes two units of the text.
    ['𠮷𠮷𠮷', 20, ['𠮷𠮷', '𠮷']],
  ])('%s', (text, width, lines) => {
    expect(inLines(text, 10, width)).toEqual(lines)
  })
})
