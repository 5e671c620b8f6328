import { describe, expect, it, test } from 'vitest'
import { layoutSlope, SLOPE_DESKTOP } from '../../src/charts/slope.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { type Review, review } from '../../src/checks/check.ts'
import { compareLists } from '../../src/compare/compareLists.ts'
import type { Change } from '../../src/compare/comparePair.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { isQuestion } from '../../src/model/finding.ts'
import {
  changeText,
  comparedEntry,
  comparedTable,
  completionText,
  drawnLines,
  otherNameOf,
  saidOf,
  targetText,
} from '../../src/report/compared.ts'
import { legendOf, slopeDrawing } from '../../src/report/slopeDrawing.ts'
import { fileName, provenance } from '../../src/report/wording.ts'
import { compareWords } from '../../src/text/compare.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { between, type Cells, reviewOf } from '../build.ts'
import { piecesIn, svgOf, textsIn } from '../drawn.ts'
import { shippedSet } from '../shipped.ts'

const texts = { words: zh, compare: compareWords(zh) }
const henan = (when: string): Review => review(shippedSet(`henan-${when}.csv`))
const YEAR = [henan('2021'), henan('2021-q1')] as const
const year = compareLists(YEAR[0], [YEAR[1]])
const pairOf = (before: Cells, after: Cells) => {
  const early = { 年度: '2022', 截至: '2022', 单位: '人', 完成值: '100', ...before }
  const [line] = compareLists(reviewOf([{ 单位: '人', 完成值: '120', ...after }]), [reviewOf([early])]).lines
  const pair = line?.pairs[0]
  if (!pair) throw new Error('no pair')
  return pair
}

describe('a change', () => {
  const say = (kind: 'growth' | 'points', interval: string, words = texts) =>
    changeText({ kind, interval: between(interval) }, words)

  test.each<['growth' | 'points', string, string]>([
    ['growth', '[25, 25]', '+25%'],
    ['growth', '[-25, -25]', '−25%'],
    ['growth', '[100/3, 100/3]', '+33.3%'],
    ['growth', '[0, 0]', '不变'],
    ['growth', '[4.96, 5.04)', '+5.0%'],
    ['growth', '[95.04, 105.01)', '+95.0%—+105.1%'],
    ['growth', '(-3.21, 2.05]', '−3.3%—+2.1%'],
    ['points', '(3.4, 3.6)', '+3.4—+3.6 个百分点'],
    ['points', '[-1, -1]', '−1 个百分点'],
  ])('of %s %s is %s', (kind, interval, wanted) => {
    expect(say(kind, interval)).toBe(wanted)
  })

  it('that is not claimed says why', () => {
    const none: Change = { kind: 'none', why: 'span' }
    expect(changeText(none, texts)).toBe('不同时段')
    expect(changeText(none, { words: en, compare: compareWords(en) })).toBe('different spans')
  })
})

describe('a standing in words', () => {
  const completion = (cells: Cells) => completionText(pairOf({}, cells).after, texts)

  test.each<[Cells, string, boolean]>([
    [{ 完成率: '120%' }, '120%', false],
    [{ 目标值: '100' }, '计算 120.0%', true],
    [{ 目标值: '150' }, '计算 80.0% 未达', true],
    [{ 目标值: '150', 截至: '2023-06' }, '计算 80.0%', true],
    [{}, '—', false],
  ])('%j: %s', (cells, text, isImplied) => {
    expect(completion(cells)).toEqual({ text, isImplied })
  })

  it('a gap in points where that was printed', () => {
    const rate = { 单位: '%', 完成值: '87', 超目标: '22个百分点' }
    const { after } = pairOf({ 单位: '%' }, rate)
    expect(completionText(after, texts).text).toBe('超目标 22个百分点')
    expect(targetText(after, texts)).toEqual({ text: '推算 64%—66%', isImplied: true })
  })

  it('a target as printed', () => {
    expect(targetText(pairOf({}, { 目标值: '不少于100' }).after, texts)).toEqual({
      text: '不少于100人',
      isImplied: false,
    })
  })

  it('the other list’s name, only where it differs', () => {
    expect(otherNameOf(pairOf({}, {}))).toBe('')
    expect(otherNameOf(pairOf({ 指标: '某 指标' }, {}))).toBe('某 指标')
    expect(otherNameOf(pairOf({ 项目: '某项目 ', 指标: '某、指标' }, {}))).toBe('某、指标')
  })
})

describe('the table of Henan in 2021', () => {
  const table = comparedTable(year.lines, ['一季度'], texts)
  const cells = (indicator: string) => {
    const row = table.rows.find((one) => one[1] === indicator)
    return Object.fromEntries(table.columns.map((column, i) => [column, row?.[i]]))
  }

  it('has a row for every pair', () => {
    expect(table.rows).toHaveLength(14)
    expect(new Set(table.columns).size).toBe(table.columns.length)
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
  })

  it('a target that moved', () => {
    expect(cells('残疾儿童康复救助')).toEqual({
      项目: '残疾儿童康复救助',
      指标: '残疾儿童康复救助',
      对照清单: '一季度',
      又作: '',
      怎样对上: '写法相同',
      '此前 截至': '2021-03',
      '此前 完成值': '8141名',
      '此前 完成率': '41.3%',
      '此前 目标': '推算 19689—19735名',
      '此后 截至': '2021',
      '此后 完成值': '31657名',
      '此后 完成率': '计算 166.6%',
      '此后 目标': '1.9万名',
      增减: '不同时段',
      核验: '截至 2021 年的目标公布为 1.9万名，截至 2021-03 的推算为 19689—19735名。目标调整过吗？',
    })
  })

  it('a question about one of the two', () => {
    expect(cells('自然村通硬化路').核验).toBe('2021-03：低于目标')
    expect(cells('配电台区改造升级')).toMatchObject({ 又作: '配电台区开工', 怎样对上: '名称相近，待确认' })
  })
})

describe('what is drawn', () => {
  it('is what has a completion in two lists, the earliest first', () => {
    const drawn = drawnLines(year.lines)
    expect(drawn.map((one) => saidOf(one, texts).map(({ text }) => text))).toEqual([
      ['41.3%', '计算 166.6%'],
      ['36.91%', '143.05%'],
      ['计算 17.8%', '100.08%'],
    ])
    expect(drawn.map(({ isProposed }) => isProposed)).toEqual([false, false, true])
    expect(drawn.map(({ marks }) => marks.map(({ asked }) => asked === 'question'))).toEqual([
      [false, true],
      [false, true],
      [true, false],
    ])
  })

  it('three lists make one line of three', () => {
    const { lines } = compareLists(henan('2024-q3'), [henan('2022'), henan('2021')])
    const homes = drawnLines(lines).find(({ line }) => line.row.cells.indicator === '新开工老旧小区涉及居民')
    expect(homes && saidOf(homes, texts).map(({ text }) => text)).toEqual(['143.05%', '105.3%', '111.16%'])
  })

  it('a legend says of which dates the marks are, and no more than is drawn', () => {
    const { lines } = compareLists(henan('2024-q3'), [henan('2022'), henan('2021')])
    const legend = (drawn: ReturnType<typeof drawnLines>) =>
      legendOf(drawn, layoutSlope(drawn, SLOPE_DESKTOP), texts)
    expect(legend(drawnLines(lines)).slice(0, 2)).toEqual([
      '小点：此前（2021 全年、2022 全年）',
      '大点：此后（2024-09）',
    ])
    const { slope } = texts.compare
    expect(legend(drawnLines(year.lines)).slice(2)).toEqual([
      slope.span,
      slope.implied,
      slope.proposed,
      slope.question,
    ])
    const plain = drawnLines(year.lines).filter(({ line }) => line.row.cells.indicator === '老旧小区改造')
    expect(legend(plain).slice(2)).toEqual([slope.span, slope.question])
    const wholeYears = compareLists(henan('2022'), [henan('2021')]).lines
    expect(legend(drawnLines(wholeYears))).not.toContain(slope.span)
  })

  it('a date that is one indicator’s earlier and another’s latest is not said to be both', () => {
    const { lines } = compareLists(henan('2021-q1'), [henan('2021'), henan('2022'), henan('2024-q3')])
    const drawn = drawnLines(lines)
    const { slope } = texts.compare
    expect(legendOf(drawn, layoutSlope(drawn, SLOPE_DESKTOP), texts).slice(0, 3)).toEqual([
      slope.earlier,
      slope.latest,
      '自上而下由早到晚：2021-03、2021 全年、2022 全年、2024-09',
    ])
    const homes = drawn.find(({ line }) => line.row.cells.indicator === '老旧小区改造')
    // Only from year to year an arrow leads; of four the first and the last are said.
    expect(homes?.marks.map(({ isSameSpan }) => isSameSpan)).toEqual([false, false, true, false])
    expect(homes && saidOf(homes, texts).map(({ lead, text }) => lead + text)).toEqual([
      '36.91%',
      ' ｜ …',
      ' ｜ 111.16%',
    ])
  })

  it('keeps every source and every word of many lists inside the picture', () => {
    const reviews = ['2021-q1', '2021', '2022', '2024-q3'].map(henan) as [Review, ...Review[]]
    const [base, ...others] = reviews
    const notes = provenance(
      comparedEntry(
        reviews.map(({ set }) => set),
        texts,
      ),
      NO_FILTER,
      zh,
    )
    const drawing = slopeDrawing('', drawnLines(compareLists(base, others).lines), notes, LIGHT, texts)
    const all = textsIn(svgOf(drawing)).map(({ text }) => text)
    expect(all.join('')).toContain(notes.join('').replace(/\s/g, '').slice(-20))
    for (const text of all) expect(text).not.toMatch(/(\.\.\.|.…)$/)
  })

  test.each([
    ['zh', zh],
    ['en', en],
  ] as const)('leaves the board in %s with all sets, dates and sources', (_, words) => {
    const both = { words, compare: compareWords(words) }
    const sets = YEAR.map(({ set }) => set)
    const entry = comparedEntry(sets, both)
    const notes = provenance(entry, NO_FILTER, words)
    const lines = drawnLines(year.lines)
    const svg = svgOf(slopeDrawing(both.compare.slope.title, lines, notes, LIGHT, both))
    const all = textsIn(svg).map(({ text }) => text)
    for (const { entry: one } of sets) {
      expect(notes.join()).toContain(one.title)
      expect(notes.join()).toContain(one.source)
      expect(notes.join()).toContain(one.asOf)
    }
    expect(all).toContain(both.compare.slope.title)
    for (const note of notes) expect(all).toContain(note)
    for (const one of lines) expect(all).toContain(one.line.row.cells.indicator)
    expect(all).toContain(`41.3%${both.compare.beside}${words.project.computed} 166.6%`)
    expect(all.join('\n')).not.toMatch(/undefined|NaN|\[object/)
    expect(piecesIn(svg).filter(({ stroke }) => stroke === LIGHT.vermilion)).toHaveLength(3)
  })

  it('its file is named after both lists', () => {
    const entry = comparedEntry(
      YEAR.map(({ set }) => set),
      texts,
    )
    expect(fileName(entry, texts.compare.slope.short, NO_FILTER, zh)).toMatch(
      /^henan-2021_henan-2021-q1_对照_2021、2021-03$/,
    )
  })
})

test('only errors and questions are asked about', () => {
  for (const { pairs } of year.lines)
    for (const { findings, asked } of pairs)
      expect(
        [...findings, ...[...asked.before, ...asked.after].map(({ finding }) => finding)].every(isQuestion),
      ).toBe(true)
})
