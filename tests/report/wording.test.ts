import { describe, expect, it, test } from 'vitest'
import type { RuleId } from '../../src/model/finding.ts'
import { type Asked, type Counts, STATUSES, type Status } from '../../src/model/status.ts'
import {
  countsWords,
  evidence,
  fileName,
  filterWords,
  headlineWords,
  plain,
  projectTitle,
  provenance,
  shortFigure,
  tallyTitle,
  undatedWords,
} from '../../src/report/wording.ts'
import { headline, visibleProjects } from '../../src/state/derive.ts'
import { en } from '../../src/text/en.ts'
import { filterValue } from '../../src/text/filterValue.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, dataSet, entry, row } from '../build.ts'
import { board, filter, nanyang } from '../shipped.ts'

const NONE = filter({})

const counts = (
  part: Partial<Omit<Counts, 'counts' | 'asked'>> & {
    counts?: Partial<Record<Status, number>>
    asked?: Partial<Asked>
  },
): Counts => ({
  when: { undated: 0, isUnderway: false, day: undefined },
  projects: 0,
  of: 0,
  indicators: 0,
  checked: 0,
  held: 0,
  ...part,
  asked: { open: 0, errors: 0, ofList: 0, answered: 0, unread: 0, notes: 0, ...part.asked },
  counts: {
    missed: 0,
    doubtful: 0,
    behind: 0,
    slow: 0,
    onPace: 0,
    reached: 0,
    claimed: 0,
    unknown: 0,
    ...part.counts,
  },
})
const said = (of: Counts, words = zh) => headlineWords(of, words).map(plain)

describe('the headline', () => {
  it('of Nanyang', () => {
    const of = headline(board, visibleProjects(board, NONE, 'printed'))
    expect(said(of)).toEqual([
      `22 件实事 52 项指标：14 件达到目标，1 件只有说法，7 件无从判断。${zh.headline.reachedAbout}`,
      '可以验算的 4 处，计算全部成立；没有发现算术错误；9 处引用前值得先问一句。',
    ])
    expect(said(of, en)).toEqual([
      `22 projects, 52 indicators: 14 reached their targets, 1 only stated, 7 cannot be told. ${en.headline.reachedAbout}`,
      'All 4 percentages that can be recomputed hold; no arithmetic error was found; 9 places are worth a question before quoting.',
    ])
  })

  it('tells the worst first, and leaves out what there is none of', () => {
    const [first] = said(counts({ projects: 3, of: 3, indicators: 5, counts: { reached: 1, missed: 2 } }))
    expect(first).toBe(`3 件实事 5 项指标：2 件有指标未达目标，1 件达到目标。${zh.headline.reachedAbout}`)
  })

  it('speaks of the share of the year gone by before its end', () => {
    const at = { undated: 0, isUnderway: true, day: { asOf: '2023-06', gone: [181, 365] } } as const
    const of = counts({ when: at, projects: 2, of: 2, indicators: 3, counts: { slow: 1, onPace: 1 } })
    expect(said(of)[0]).toBe('截至 2023-06（序时进度 49.6%），2 件实事 3 项指标：1 件偏慢，1 件进度正常。')
    expect(said(of, en)[0]).toContain('As of 2023-06 (49.6% of the year gone), 2 projects')
    expect([tallyTitle(at, zh), tallyTitle(counts({}).when, zh)]).toEqual([zh.pace.tally, zh.tally.title])
  })

  it('says that nothing tells to which day figures run', () => {
    const undated = (n: number) => ({ undated: n, isUnderway: false, day: undefined })
    expect(undatedWords(counts({ indicators: 5 }), zh)).toBe('')
    expect(undatedWords(counts({ indicators: 5, when: undated(5) }), zh)).toBe(zh.pace.undated)
    expect(undatedWords(counts({ indicators: 5, when: undated(2) }), zh)).toMatch(/^2 项没有写“截至”/)
  })

  it('says that it is about a part of the list', () => {
    const part = counts({ projects: 3, of: 22, indicators: 5, counts: { reached: 3 } })
    expect(said(part)[0]).toBe(`从 22 件实事中选出 3 件、5 项指标：3 件达到目标。${zh.headline.reachedAbout}`)
    expect(said(part, en)[0]).toContain('3 of 22 projects, 5 indicators: ')
  })

  it('of nothing is still a sentence', () => {
    expect(said(counts({}))).toEqual([
      '0 件实事 0 项指标：没有一件。',
      '没有一处百分比可以验算；没有要先问一句的。',
    ])
  })

  it('is vermilion only where figures are to be questioned', () => {
    const tones = (of: Counts) =>
      headlineWords(of, zh).flatMap((phrases) => phrases.filter(({ tone }) => tone === 'question'))
    expect(tones(counts({ counts: { missed: 9, doubtful: 1 } }))).toEqual([])
    expect(tones(counts({ asked: { open: 4, errors: 2 } })).map(({ text }) => text)).toEqual([
      '4 处引用前值得先问一句',
    ])
    expect(said(counts({ checked: 5, held: 3 }))[1]).toContain('可以验算的 5 处，计算有 3 处成立；')
  })

  it('says what of the questions cannot be true or is about the list, and what we could not read', () => {
    const of = counts({ checked: 2, held: 1, asked: { open: 3, errors: 1, ofList: 2, unread: 4, notes: 5 } })
    expect(said(of)[1]).toBe(
      '可以验算的 2 处，计算有 1 处成立；3 处引用前值得先问一句（1 处数字不可能都对，2 处关于整份清单）；4 处没有读懂。',
    )
    expect(said(of, en)[1]).toBe(
      'Of the 2 percentages that can be recomputed, 1 hold; 3 places are worth a question before quoting (1 with figures that cannot all be true, 2 about the whole list); 4 places could not be read.',
    )
  })

  it('says beside it what was accepted, in no more words', () => {
    const of = (open: number, answered: number) =>
      headlineWords(counts({ checked: 1, held: 1, asked: { open, answered } }), zh)[1]
    expect(plain(of(2, 1))).toBe('可以验算的 1 处，计算全部成立；2 处待问，1 处已说明。')
    expect(plain(of(0, 3))).toBe('可以验算的 1 处，计算全部成立；没有待问的，3 处已说明。')
    expect(plain(of(8, 1)).length).toBeLessThanOrEqual(plain(of(9, 0)).length)
    expect(of(2, 1).flatMap(({ tone, shows }) => (shows ? [[tone, shows]] : []))).toEqual([
      ['question', 'open'],
      ['answered', 'answered'],
    ])
    expect(of(2, 0).flatMap(({ tone, shows }) => (shows ? [[tone, shows]] : []))).toEqual([
      ['question', 'question'],
    ])
  })

  it('says that no error was found only where something was computed again', () => {
    expect(said(counts({ checked: 0 }))[1]).not.toContain('错误')
    expect(said(counts({ checked: 1, held: 1 }))[1]).toContain('没有发现算术错误')
    expect(said(counts({ checked: 1, asked: { open: 1, errors: 1 } }))[1]).not.toContain('没有发现')
  })

  it('gives weight to what was reached, missed or doubtful, not to what cannot be told', () => {
    const of = counts({ counts: { missed: 1, doubtful: 2, reached: 3, claimed: 4, unknown: 5 } })
    const strong = headlineWords(of, zh)[0].filter(({ tone }) => tone === 'strong')
    expect(strong.map(({ text }) => Number.parseInt(text, 10))).toEqual([1, 2, 3])
  })
})

describe('evidence', () => {
  test.each<[string, string, Cells[]]>([
    ['完成率 2 项', '2 with %', [{ 完成率: '110%' }, { 完成率: '120%' }]],
    [
      '完成率 1 项 · 超目标 1 项 · 目标值 1 项 · 无目标 1 项',
      '1 with % · 1 with gap · 1 vs target · 1 no target',
      [
        { 完成率: '110%' },
        { 完成值: '95', 单位: '%', 超目标: '2个百分点' },
        { 完成值: '5', 目标值: '4' },
        { 完成值: '5' },
      ],
    ],
    // A printed completion outweighs gap and target of the same row.
    ['完成率 1 项', '1 with %', [{ 完成值: '6', 目标值: '5', 完成率: '120%' }]],
    ['超目标 1 项', '1 with gap', [{ 完成值: '95', 单位: '%', 目标值: '93', 超目标: '2个百分点' }]],
    ['只有开工率', 'Start rate only', [{ 完成值: '32', 单位: '所', 占比: '100%', 口径: '开工' }]],
    ['只有占比', 'Share only', [{ 完成值: '860', 占比: '91.78%', 口径: '覆盖' }, { 声明: '完成' }]],
    ['只有说法', 'Only stated', [{ 完成值: '4', 声明: '全部打通' }, { 完成值: '5' }]],
    ['只有变化', 'Changes only', [{ 同比: '4.3%' }, { 同比: '3.2%' }]],
    ['只有产出数', 'Outputs only', [{ 同比: '4.3%' }, { 完成值: '5' }]],
  ])('%s', (chinese, english, cells) => {
    const { rows } = dataSet(cells)
    expect([evidence(rows, zh), evidence(rows, en)]).toEqual([chinese, english])
  })

  it('says how many of a project have no target, however many have', () => {
    expect(evidence(dataSet([{ 完成率: '110%' }, { 完成值: '5' }, { 完成值: '6' }]).rows, zh)).toBe(
      '完成率 1 项 · 无目标 2 项',
    )
  })
})

test.each<[Cells, string]>([
  [{ 指标: '新建学校', 完成值: '32', 单位: '所', 占比: '100%', 口径: '开工' }, '新建学校 32所 开工率 100%'],
  [{ 指标: '小区', 完成值: '860', 单位: '个', 占比: '91.78%' }, '小区 860个 占比 91.78%'],
  [{ 指标: '发现率', 同比: '4.3%' }, '发现率 +4.3%'],
  [{ 指标: '事件', 同比: '-92.3%' }, '事件 −92.3%'],
  [{ 指标: '断头路', 完成值: '4', 单位: '条', 声明: '全部打通' }, '断头路 4条 “全部打通”'],
  [{ 指标: '签约率', 完成值: '100', 单位: '%' }, '签约率 100%'],
  [{ 指标: '管网', 完成值: '约30公里' }, '管网 约30公里'],
  [{ 指标: '死亡率', 完成值: '4', 单位: '‰' }, '死亡率 4‰'],
])('%j in few words: %s', (cells, text) => {
  expect(shortFigure(row(cells), zh)).toBe(text)
})

describe('the filter in words', () => {
  it('names every part, and says when there is none', () => {
    expect(filterWords(NONE, zh)).toBe('筛选：无')
    expect(filterWords(NONE, en)).toBe('Filter: none')
    const all = filter({
      level: '省定',
      domain: '教育',
      owner: '市教育局',
      status: 'claimed',
      finding: 'share-over-100',
      text: '供热',
    })
    expect(filterWords(all, zh)).toBe(
      '筛选：层级 省定，领域 教育，责任单位 市教育局，状态 只有说法，核验 部分多于整体，搜索 供热',
    )
    expect(filterWords(all, en)).toBe(
      'Filter: Level 省定, Field 教育, Lead department 市教育局, Status Only stated, Checks A part larger than the whole, Search 供热',
    )
  })

  it('every status and every rule has a name', () => {
    for (const status of STATUSES)
      expect(filterValue('status', filter({ status }), zh)).toBe(zh.status[status])
    for (const rule of Object.keys(zh.rules) as RuleId[])
      expect(filterValue('finding', filter({ finding: rule }), en)).toBe(en.rules[rule].title)
    expect(filterValue('finding', filter({ finding: 'question' }), zh)).toBe('要问一句的')
    expect(filterValue('level', filter({ level: '市定' }), zh)).toBe('市定')
  })
})

describe('what leaves the board', () => {
  it('says data set, file, date, filter and source', () => {
    expect(provenance(nanyang.entry, filter({ level: '省定' }), zh)).toEqual([
      '南阳市 2023 年重点民生实事（nanyang-2023.csv），截至 2023-12-20。筛选：层级 省定',
      '来源：南阳市 2023 年重点民生实事新闻发布会，2023-12-20；核验：民生实事看板',
    ])
    expect(provenance(nanyang.entry, NONE, en)).toEqual([
      '南阳市 2023 年重点民生实事 (nanyang-2023.csv), as of 2023-12-20. Filter: none',
      'Source: 南阳市 2023 年重点民生实事新闻发布会，2023-12-20; checked by this board',
    ])
  })

  it('has a file name of data set, chart, date and filter', () => {
    expect(fileName(nanyang.entry, '总览', NONE, zh)).toBe('nanyang-2023_总览_2023-12-20')
    expect(fileName(nanyang.entry, '总览', filter({ status: 'claimed', text: '供热' }), zh)).toBe(
      'nanyang-2023_总览_2023-12-20_只有说法_供热',
    )
    // A date in the file's own name is not told twice.
    expect(fileName(entry({ file: 'a_2023-12-20.csv' }), '表', NONE, zh)).toBe('a_2023-12-20_表')
  })

  it('a file name holds nothing that a file system refuses, and has an end', () => {
    const name = fileName(
      entry({ file: '目录/a b.csv' }),
      '总览',
      filter({ text: 'a/b\\c:d*e?f"g<h>i|j\tk' }),
      zh,
    )
    expect(name).toBe('目录-a-b_总览_2023-12-20_a-b-c-d-e-f-g-h-i-j-k')
    expect(fileName(nanyang.entry, '总览', filter({ text: '长'.repeat(500) }), zh)).toHaveLength(120)
  })
})

it('titles a project with its number, if it has one', () => {
  const [numbered, bare] = dataSet([{ 项目: '甲', 序号: '9' }, { 项目: '乙' }]).projects
  expect(numbered && projectTitle(numbered)).toBe('9 甲')
  expect(bare && projectTitle(bare)).toBe('乙')
})

it('counts of a group, worst first, without those of none', () => {
  const group = { key: '省定', kind: 'level' as const, total: 10 }
  const of = (part: Partial<Record<Status, number>>) => ({
    ...group,
    counts: counts({ counts: part }).counts,
  })
  expect(countsWords(of({ reached: 9, unknown: 1 }), zh)).toBe('达到 9 · 无从判断 1')
  expect(countsWords(of({ reached: 1, missed: 2 }), en)).toBe('Missed 2 · Reached 1')
})
