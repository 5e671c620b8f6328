import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Answers, answerKey, sayingSame } from '../../src/compare/answers.ts'
import { matchLists } from '../../src/compare/matchLists.ts'
import { compare, ratio } from '../../src/lib/rational.ts'
import type { DataSet } from '../../src/model/dataSet.ts'
import { type Cells, dataSet, printed } from '../build.ts'
import { nanyang, shippedSet } from '../shipped.ts'

const henan = (when: string) => shippedSet(`henan-${when}.csv`)
/** `甲 = 乙` for a pair of one spelling, `甲 ~ 乙` for a proposal, `甲 ! 乙` for one that was chosen. */
const told = (a: DataSet, b: DataSet, answers: Answers = {}): string[] =>
  matchLists(a, b, answers).pairs.map(
    ({ a: one, b: other, how }) =>
      `${one.cells.indicator} ${{ same: '=', proposed: '~', chosen: '!' }[how]} ${other.cells.indicator}`,
  )
const list = (...rows: Cells[]) => dataSet(rows.map((cells) => ({ 完成值: '5', 单位: '个', ...cells })))
const named = (...names: string[]) => list(...names.map((指标) => ({ 指标 })))

describe('the lists of Henan', () => {
  it('2021, first quarter and whole year', () => {
    expect(told(henan('2021-q1'), henan('2021'))).toEqual([
      '宫颈癌筛查 ~ 宫颈癌筛查',
      '乳腺癌筛查 ~ 乳腺癌筛查',
      '产前超声筛查 ~ 免费产前超声筛查',
      '血清学产前筛查 ~ 免费血清学产前筛查',
      '产前超声筛查目标人群覆盖率 ~ 产前超声筛查目标人群覆盖率',
      '血清学产前筛查目标人群覆盖率 ~ 血清学产前筛查目标人群覆盖率',
      '新生儿“两病”筛查 ~ 新生儿“两病”筛查',
      '新生儿听力筛查 ~ 新生儿听力筛查',
      '新生儿“两病”筛查率 ~ 新生儿“两病”筛查率',
      '新生儿听力筛查率 ~ 新生儿听力筛查率',
      '残疾儿童康复救助 = 残疾儿童康复救助',
      '老旧小区改造 = 老旧小区改造',
      '自然村通硬化路 = 自然村通硬化路',
      '配电台区开工 ~ 配电台区改造升级',
    ])
  })

  it('2021 and 2022', () => {
    expect(told(henan('2021'), henan('2022'))).toEqual([
      '老旧小区改造 ~ 老旧小区开工改造',
      '窨井设施维护改造 ~ 窨井设施维护改造',
    ])
  })

  it('2022 and 2024: households with households, not with the number of neighbourhoods', () => {
    expect(told(henan('2022'), henan('2024-q3'))).toEqual([
      '职业技能培训 = 职业技能培训',
      '新增技能人才 ~ 技能人才（取证）',
      '新增高技能人才 ~ 高技能人才（取证）',
      '老旧小区开工改造 ~ 新开工老旧小区涉及居民',
      '农村公路新建和改造 ~ 农村公路新建、改建',
    ])
  })

  it('what is of one kind only is not proposed', () => {
    const { onlyA, onlyB } = matchLists(henan('2021-q1'), henan('2021'))
    expect(onlyA.map(({ cells }) => cells.indicator)).toEqual([
      '项目开工率',
      '普查任务完成率',
      '河南铁塔完成投资',
      '新建、改造基站配套设施',
      '“豫事办”累计上线事项',
    ])
    expect(onlyB.map(({ cells }) => cells.indicator)).toEqual([
      '10千伏及以下线路',
      '窨井设施维护改造',
      '新建5G基站',
    ])
  })
})

describe('Nanyang beside others', () => {
  it('2020: a target without a figure is nothing to hold a figure against', () => {
    expect(told(shippedSet('nanyang-2020-04.csv'), henan('2021-q1'))).toEqual([
      '老旧小区改造 ~ 老旧小区改造',
      '产前超声筛查 = 产前超声筛查',
      '血清学筛查 ~ 血清学产前筛查',
      '新生儿“两病”筛查 = 新生儿“两病”筛查',
      '听力筛查 ~ 新生儿听力筛查',
    ])
  })

  it('2023: as the city’s list names what the province’s does', () => {
    expect(told(henan('2024-q3'), nanyang)).toEqual([
      '职业技能培训 ~ 职业技能培训',
      '技能人才（取证） ~ 新增技能人才',
      '高技能人才（取证） ~ 新增高技能人才',
      '基层卫生技术人员在线培训 ~ 培训基层卫生技术人员',
      '家庭医生团队线下培训 ~ 培训家庭医生团队',
      '农村公路新建、改建 ~ 新建和改造农村公路',
    ])
    expect(told(henan('2022'), nanyang)).toContain('窨井设施维护改造 ~ 窖井设施更新改造')
  })
})

describe('matching', () => {
  it('takes the better of two, and each once', () => {
    const a = named('新增技能人才', '新增高技能人才')
    expect(told(a, named('高技能人才取证', '技能人才取证'))).toEqual([
      '新增技能人才 ~ 技能人才取证',
      '新增高技能人才 ~ 高技能人才取证',
    ])
    const { pairs, onlyA, onlyB } = matchLists(a, named('新增高技能人才（取证）'))
    expect(pairs.map((pair) => pair.a.cells.indicator)).toEqual(['新增高技能人才'])
    expect([onlyA.length, onlyB.length]).toEqual([1, 0])
  })

  it('of two alike the one printed first', () => {
    const { pairs } = matchLists(
      named('新建学校'),
      list({ 指标: '新建学校', 项目: '甲一' }, { 指标: '新建学校', 项目: '乙二' }),
    )
    expect(pairs.map(({ b }) => b.cells.project)).toEqual(['甲一'])
  })

  test.each<[string, Cells, Cells]>([
    ['a rate and a count', { 单位: '%' }, { 单位: '万例' }],
    ['people and households', { 单位: '人' }, { 单位: '户' }],
    ['people and turns', { 单位: '人' }, { 单位: '人次' }],
    ['a figure and a target', { 完成值: '', 目标值: '5' }, {}],
  ])('%s are not proposed as one', (_, one, other) => {
    expect(told(list({ 项目: '甲', ...one }), list({ 项目: '乙', ...other }))).toEqual([])
  })

  it('of one spelling they are one, whatever they are counted in', () => {
    expect(told(list({ 单位: '人' }), list({ 单位: '户' }))).toEqual(['某指标 = 某指标'])
  })

  it('a completion alone can be held against a completion', () => {
    const only = list({ 项目: '甲', 完成值: '', 完成率: '90%', 单位: '' })
    expect(told(only, list({ 项目: '乙', 完成率: '80%' }))).toEqual(['某指标 ~ 某指标'])
  })

  test.each<[string, Cells, string]>([
    ['nothing', {}, '1'],
    ['the project', { 项目: '乙' }, '4/5'],
    // 2 of 3 and 3 pairs shared; a third of 11/20 is gone.
    ['a third of the name', { 指标: '新建校房' }, '49/60'],
    ['the thing counted', { 单位: '所' }, '37/40'],
    ['a unit that is not given', { 单位: '' }, '37/40'],
    ['a unit of another kind', { 单位: '户' }, '17/20'],
    ['the level', { 层级: '省定' }, '19/20'],
    ['the 口径', { 口径: '开工' }, '19/20'],
  ])('where they differ in %s, the score says so', (_, other, wanted) => {
    const first = { 项目: '甲', 指标: '新建校舍' }
    const [pair] = matchLists(list(first), list({ ...first, ...other })).pairs
    expect(pair && printed(pair.score)).toBe(wanted)
  })

  it('a part of the city goes with the part of that name, the whole with the whole', () => {
    const of = (place: string, value: string) => ({ 地区: place, 完成值: value })
    const a = list(of('南阳市', '9'), of('南阳市/镇平县', '4'), of('南阳市/内乡县', '5'))
    const b = list(of('信阳市/内乡县', '2'), of('信阳市', '3'))
    expect(matchLists(a, b).pairs.map((pair) => [pair.a.cells.region, pair.b.cells.region])).toEqual([
      ['南阳市', '信阳市'],
      ['南阳市/内乡县', '信阳市/内乡县'],
    ])
  })

  it('cities go by their names where both lists have one of them', () => {
    const of = (...places: string[]) => list(...places.map((place) => ({ 地区: place })))
    const told = (a: DataSet, b: DataSet) =>
      matchLists(a, b).pairs.map((pair) => [pair.a.cells.region, pair.b.cells.region])
    expect(told(of('甲市', '乙市'), of('乙市'))).toEqual([['乙市', '乙市']])
    expect(told(of('甲市', '乙市'), of('丙市', '乙市'))).toEqual([['乙市', '乙市']])
    expect(told(of('甲市', '乙市'), of('丙市', '丁市'))).toEqual([])
    expect(told(of('甲市'), of('丙市'))).toEqual([['甲市', '丙市']])
  })

  it('a target of each level goes with that level’s', () => {
    const both = (...levels: string[]) => list(...levels.map((level) => ({ 层级: level })))
    const { pairs } = matchLists(both('省定', '市定'), both('市定', '省定'))
    expect(pairs.map((pair) => [pair.a.cells.level, pair.b.cells.level])).toEqual([
      ['省定', '省定'],
      ['市定', '市定'],
    ])
  })

  it('of two that are spelt alike the one printed first', () => {
    const { pairs, onlyB } = matchLists(named('新建学校'), named('“新建”学校', '新建学校'))
    expect([pairs[0]?.b.cells.indicator, onlyB[0]?.cells.indicator]).toEqual(['“新建”学校', '新建学校'])
  })

  it('looks at the latest of several dates', () => {
    const a = list({ 截至: '2023-06', 完成值: '3' }, { 截至: '2023-09', 完成值: '4' }, { 截至: '2023-03' })
    expect(matchLists(a, list({})).pairs.map((pair) => pair.a.cells.actual)).toEqual(['4'])
  })

  it('matches what is spelt alike in lists too long for proposals, and says that it proposed none', () => {
    const long = (prefix: string) =>
      dataSet(Array.from({ length: 1001 }, (_, i) => ({ 指标: `${prefix}${i}`, 完成值: '1' })))
    const { pairs, isTooLong } = matchLists(
      long('甲'),
      dataSet(
        [...long('乙').rows, ...long('甲').rows.slice(0, 1)].map(({ cells }) => ({
          指标: cells.indicator,
          完成值: '1',
        })),
      ),
    )
    expect([pairs.length, isTooLong]).toEqual([1, true])
  })
})

describe('what a reader said', () => {
  const a = named('新建学校', '新建医院')
  const b = named('学校新建', '修桥')
  const [school, hospital] = a.rows
  const [newSchool, bridge] = b.rows
  if (!school || !hospital || !newSchool || !bridge) throw new Error('rows')

  it('confirms a proposal', () => {
    expect(told(a, b)).toEqual(['新建学校 ~ 学校新建'])
    expect(told(a, b, { [answerKey(school, newSchool)]: 'same' })).toEqual(['新建学校 ! 学校新建'])
  })

  it('holds whichever list comes first, and for the lists of other years', () => {
    const answers: Answers = { [answerKey(newSchool, school)]: 'same' }
    expect(told(b, a, answers)).toEqual(['学校新建 ! 新建学校'])
    const nextYear = list({ 指标: '新建学校', 年度: '2024', 截至: '2024-12', 完成值: '77' })
    expect(told(nextYear, b, answers)).toEqual(['新建学校 ! 学校新建'])
  })

  it('a refused pair is listed, whichever list comes first, until the answer is taken back', () => {
    const refusedIn = (one: DataSet, other: DataSet, answers: Answers) =>
      matchLists(one, other, answers).refused.map(({ a, b }) => [a.cells.indicator, b.cells.indicator])
    const not: Answers = { [answerKey(school, newSchool)]: 'not' }
    expect(refusedIn(a, b, not)).toEqual([['新建学校', '学校新建']])
    expect(refusedIn(b, a, not)).toEqual([['学校新建', '新建学校']])
    expect(refusedIn(a, a, { [answerKey(school, school)]: 'not' })).toEqual([['新建学校', '新建学校']])
    expect(refusedIn(a, b, {})).toEqual([])
    expect(refusedIn(a, b, { [answerKey(school, newSchool)]: 'same' })).toEqual([])
  })

  it('after a refusal nothing in a unit of another kind is proposed', () => {
    const homes = list({ 指标: '改造老旧小区', 单位: '万户' })
    const others = list({ 指标: '新开工改造老旧小区', 单位: '户' }, { 指标: '改造老旧小区个数', 单位: '个' })
    const [x, y] = [homes.rows[0], others.rows[0]]
    if (!x || !y) throw new Error('rows')
    expect(told(homes, others)).toEqual(['改造老旧小区 ~ 新开工改造老旧小区'])
    expect(told(homes, others, { [answerKey(x, y)]: 'not' })).toEqual([])
  })

  it('refuses a proposal, and a pair of one spelling', () => {
    expect(told(a, b, { [answerKey(school, newSchool)]: 'not' })).toEqual([])
    expect(told(b, a, { [answerKey(school, newSchool)]: 'not' })).toEqual([])
    expect(told(a, a, { [answerKey(school, school)]: 'not' })).toEqual(['新建医院 = 新建医院'])
  })

  it('points elsewhere, and takes back what was said of either before', () => {
    const lists = [a.rows, b.rows] as const
    const first = sayingSame({}, school, newSchool, lists)
    const second = sayingSame(first as Answers, hospital, newSchool, lists)
    expect(second).toEqual({
      [answerKey(school, newSchool)]: undefined,
      [answerKey(hospital, newSchool)]: 'same',
    })
    const { [answerKey(school, newSchool)]: _, ...kept } = { ...first, ...second }
    expect(told(a, b, kept as Answers)).toEqual(['新建医院 ! 学校新建'])
    expect(told(a, b, { [answerKey(hospital, bridge)]: 'same' })).toEqual([
      '新建学校 ~ 学校新建',
      '新建医院 ! 修桥',
    ])
  })

  it('of two answers about one indicator the first printed holds', () => {
    const answers: Answers = {
      [answerKey(hospital, newSchool)]: 'same',
      [answerKey(school, newSchool)]: 'same',
    }
    expect(told(a, b, answers)).toEqual(['新建学校 ! 学校新建'])
  })
})

it('loses no indicator and puts none into two pairs, whatever the names', () => {
  const name = fc.string({ unit: fc.constantFrom('新', '建', '改', '造', '和'), minLength: 1, maxLength: 5 })
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(names, names, (left, right) => {
      const [a, b] = [named(...left), named(...right)]
      const { pairs, onlyA, onlyB } = matchLists(a, b)
      expect([...pairs.map((pair) => pair.a), ...onlyA].sort(byLine)).toEqual(a.rows)
      expect([...pairs.map((pair) => pair.b), ...onlyB].sort(byLine)).toEqual(b.rows)
      for (const { score, how } of pairs)
        if (how === 'proposed') expect(compare(score, ratio(9n, 20n))).not.toBe(-1)
    }),
    { numRuns: 60 },
  )
})
const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line
