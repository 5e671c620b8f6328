import { describe, expect, it, test } from 'vitest'
import { type Review, review } from '../../src/checks/check.ts'
import { answerKey } from '../../src/compare/answers.ts'
import { type Compared, compareLists } from '../../src/compare/compareLists.ts'
import { sentenceOf } from '../../src/report/tables.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, reviewOf } from '../build.ts'
import { shippedSet } from '../shipped.ts'

const henan = (when: string): Review => review(shippedSet(`henan-${when}.csv`))
const found = (pairs: readonly Compared[] = []): string[] =>
  pairs.flatMap(({ findings }) => findings.map((finding) => sentenceOf(finding, zh)))

describe('Henan in 2021, first quarter and whole year', () => {
  const { lines } = compareLists(henan('2021'), [henan('2021-q1')])
  const line = (name: string) => lines.find(({ row }) => row.cells.indicator === name)

  it('two targets moved within the year, and nothing fell back', () => {
    const asked = lines.filter(({ pairs }) => found(pairs).length > 0)
    expect(asked.map(({ row }) => row.cells.indicator)).toEqual(['残疾儿童康复救助', '老旧小区改造'])
    expect(found(line('残疾儿童康复救助')?.pairs)).toEqual([
      '截至 2021 年的目标公布为 1.9万名，截至 2021-03 的推算为 19689—19735名。目标调整过吗？',
    ])
    expect(found(line('老旧小区改造')?.pairs)).toEqual([
      '截至 2021 年的目标推算为 49.9982万—50.0088万户，截至 2021-03 的推算为 54.855万—55.142万户。目标调整过吗？',
    ])
  })

  it('claims no growth between a quarter and a year', () => {
    for (const { pairs } of lines)
      for (const { change, sameSpan } of pairs)
        expect([change, sameSpan]).toEqual([{ kind: 'none', why: 'span' }, false])
  })

  it('says the same whichever of the two is shown', () => {
    const other = compareLists(henan('2021-q1'), [henan('2021')])
    expect(other.lines.flatMap(({ pairs }) => found(pairs))).toEqual(
      lines.flatMap(({ pairs }) => found(pairs)),
    )
    const [pair] = other.lines.at(0)?.pairs ?? []
    expect(pair?.after.subject.row.cells.as_of).toBe('2021')
  })

  it('a row’s own question stands on its side', () => {
    const { before, after } = line('自然村通硬化路')?.pairs[0]?.asked ?? { before: [], after: [] }
    expect([before.map(({ finding }) => finding.rule), after]).toEqual([['below-target'], []])
  })
})

describe('three lists', () => {
  const { lines, matchings } = compareLists(henan('2024-q3'), [henan('2022'), henan('2021')])

  it('stand in printed order, each with what the others have, the earliest first', () => {
    expect(
      lines.map(({ row, pairs }) => [row.cells.indicator, ...pairs.map(({ match }) => match.b.cells.as_of)]),
    ).toEqual([
      ['职业技能培训', '2022'],
      ['技能人才（取证）', '2022'],
      ['高技能人才（取证）', '2022'],
      ['新开工老旧小区涉及居民', '2021', '2022'],
      ['农村公路新建、改建', '2022'],
    ])
    expect(lines[3]?.pairs.map(({ list }) => list)).toEqual([1, 0])
  })

  it('of one date in the order given', () => {
    const { lines } = compareLists(henan('2022'), [henan('2021'), henan('2024-q3'), henan('2021')])
    const homes = lines.find(({ row }) => row.cells.indicator === '老旧小区开工改造')
    expect(homes?.pairs.map(({ list }) => list)).toEqual([0, 2, 1])
  })

  it('each list has its own matching', () => {
    expect(matchings.map(({ pairs }) => pairs.length)).toEqual([5, 1])
  })
})

describe('four lists of one year', () => {
  const QUARTERS: readonly Cells[] = [
    { 截至: '2023-03', 完成值: '10' },
    { 截至: '2023-06', 完成值: '8' },
    { 截至: '2023-09', 完成值: '30' },
    { 截至: '2023-12', 完成值: '52' },
  ]
  const [first, second, third, last] = QUARTERS.map((cells) => reviewOf([{ 单位: '个', ...cells }])) as [
    Review,
    Review,
    Review,
    Review,
  ]
  const FELL = ['截至 2023-06 公布 8个，比截至 2023-03 的 10个少。是口径变了，还是有一次写错了？']

  it('a fall between two that are not shown is found, of the later one and of its own row', () => {
    const [line] = compareLists(last, [third, first, second]).lines
    expect(line?.pairs.map((pair) => found([pair]))).toEqual([[], FELL, []])
    const finding = line?.pairs[1]?.findings[0]
    expect(finding?.row).toBe(second.set.rows[0])
  })

  it('and whichever is shown, once', () => {
    for (const [shown, ...others] of [
      [first, second, third, last],
      [second, last, first, third],
      [third, first, second, last],
    ] as [Review, ...Review[]][])
      expect(compareLists(shown, others).lines.flatMap(({ pairs }) => found(pairs))).toEqual(FELL)
  })

  it('of two lists of another year than the one shown too, but not of two years or measures', () => {
    const next = reviewOf([{ 单位: '个', 年度: '2024', 截至: '2024-06', 完成值: '1' }])
    const foundIn = (others: readonly Review[]) =>
      compareLists(next, others).lines.flatMap(({ pairs }) => found(pairs))
    expect(foundIn([first, second])).toEqual(FELL)
    expect(foundIn([first])).toEqual([])
    const begun = reviewOf([{ 单位: '个', 截至: '2023-06', 完成值: '8', 口径: '开工' }])
    expect(foundIn([first, begun])).toEqual([])
  })
})

describe('two lists of one year', () => {
  const EARLY: Cells = { 截至: '2023-06', 完成值: '58', 单位: '人' }
  const LATE: Cells = { 完成值: '56', 单位: '人' }
  const told = (early: Cells, late: Cells) => {
    const [a, b] = [reviewOf([{ ...LATE, ...late }]), reviewOf([{ ...EARLY, ...early }])]
    return compareLists(a, [b]).lines.flatMap(({ pairs }) =>
      pairs.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    )
  }

  it('a figure that falls back is found under slightly other names', () => {
    expect(told({}, {})).toEqual(['falls-back'])
    expect(told({ 指标: '某指标' }, { 指标: '某 指标' })).toEqual(['falls-back'])
    expect(told({ 项目: '建设项目甲', 指标: '新建学校' }, { 项目: '项目甲', 指标: '学校新建' })).toEqual([
      'falls-back',
    ])
  })

  test.each<[string, Cells]>([
    ['of another year', { 年度: '2022', 截至: '2022-06' }],
    ['of another region', { 地区: '别市' }],
    ['of what was begun', { 口径: '开工' }],
    ['that may be as much', { 完成值: '56' }],
  ])('not one %s', (_, early) => {
    expect(told(early, {})).toEqual([])
  })

  it('a level’s target is held against that level’s', () => {
    const target = (level: string, text: string) => ({ 层级: level, 目标值: text })
    expect(told({ ...target('市定', '100'), 完成值: '50' }, target('市定', '120'))).toEqual(['target-moved'])
    expect(told({ ...target('省定', '100'), 完成值: '50' }, target('市定', '120'))).toEqual([])
  })

  it('what the reader refused is not held together', () => {
    const [a, b] = [reviewOf([LATE]), reviewOf([EARLY])]
    const [x, y] = [a.set.rows[0], b.set.rows[0]]
    if (!x || !y) throw new Error('rows')
    expect(compareLists(a, [b], { [answerKey(x, y)]: 'not' }).lines).toEqual([])
  })
})
