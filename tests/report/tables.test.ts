import { describe, expect, it } from 'vitest'
import type { TallyGroup } from '../../src/charts/tally.ts'
import { withAccepted } from '../../src/checks/check.ts'
import { findingKey } from '../../src/model/accepted.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import { comparisonTable, findingTable } from '../../src/report/findingTable.ts'
import { contractTable, indicatorTable, sentenceOf, type Table, tallyTable } from '../../src/report/tables.ts'
import { tallyGroups } from '../../src/state/derive.ts'
import { acceptEn } from '../../src/text/checksEn.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { dataSet, findingsOf, reviewOf } from '../build.ts'
import { board, nanyang, rowOf } from '../shipped.ts'

/** A row by its columns' names. */
const named = ({ columns, rows }: Table, index = 0) =>
  Object.fromEntries(columns.map((name, i) => [name, rows[index]?.[i]]))

const isEven = ({ columns, rows }: Table) => rows.every((row) => row.length === columns.length)

describe('the indicators', () => {
  it('say what was printed, what follows, and what is questioned', () => {
    expect(named(indicatorTable(board, [rowOf('新增技能人才')], zh))).toEqual({
      序号: '1',
      层级: '省定',
      项目: '开展职业技能培训和评价取证',
      指标: '新增技能人才',
      完成值: '27.83万人',
      完成率: '154%',
      '完成率（按完成值计算）': '',
      超目标: '',
      占比: '',
      同比: '',
      目标值: '',
      推算目标下限: '18.009万人',
      推算目标上限: '18.134万人',
      朱批: '推算的目标不合常理',
    })
  })

  it('say why what is asked was accepted', () => {
    const review = reviewOf([{ 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }])
    const [first] = review.findings
    if (!first) throw new Error('nothing found')
    const board = withAccepted(review, { [findingKey(first)]: '印错' })
    expect(named(indicatorTable(board, board.set.rows, zh)).朱批).toBe(
      '完成率对不上（已说明：印错）；低于目标',
    )
  })

  it('leave blank what was not printed and does not follow', () => {
    const cells = named(indicatorTable(board, [rowOf('打通断头路')], zh))
    expect(cells).toMatchObject({ 完成值: '4条', 目标值: '', 推算目标下限: '', 推算目标上限: '', 朱批: '' })
    expect(named(indicatorTable(board, [rowOf('规范管理率')], zh))).toMatchObject({
      完成值: '',
      同比: '3.2%',
      朱批: '百分比还是百分点',
    })
  })

  it('hold a rate against a target in percent', () => {
    expect(named(indicatorTable(board, [rowOf('免费产前血清学筛查覆盖率')], zh))).toMatchObject({
      完成值: '87%',
      目标值: '65%',
      超目标: '22个百分点',
      推算目标下限: '',
    })
    expect(named(indicatorTable(board, [rowOf('设立村级寄递物流综合服务站')], zh))).toMatchObject({
      推算目标下限: '75.325%',
      推算目标上限: '75.435%',
    })
  })

  it('list several questions, and no mere notes (300 % is twice the target, too)', () => {
    const review = reviewOf([{ 完成值: '9000', 单位: '人', 目标值: '4000', 完成率: '300%' }])
    const table = indicatorTable(review, review.set.rows, zh)
    // Who answers stands there where the list names anybody.
    expect(table.columns).not.toContain('责任单位')
    expect(named(table).朱批).toBe('完成率对不上')
    const two = reviewOf([{ 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }])
    expect(named(indicatorTable(two, two.set.rows, zh)).朱批).toBe('完成率对不上；低于目标')
    expect(named(indicatorTable(two, two.set.rows, en)).Questions).toBe(
      'Completion does not compute; Below target',
    )
    // 300 % is worth knowing, and not questioned.
    const easy = reviewOf([{ 完成率: '300%' }])
    expect(named(indicatorTable(easy, easy.set.rows, zh)).朱批).toBe('')
  })

  it('are a line for every row of the year', () => {
    for (const words of [zh, en]) {
      const table = indicatorTable(board, nanyang.rows, words)
      expect(table.rows).toHaveLength(52)
      expect(isEven(table)).toBe(true)
      expect(new Set(table.columns).size).toBe(table.columns.length)
    }
  })
})

describe('the tally', () => {
  it('counts every status of every group', () => {
    const groups = tallyGroups(board, nanyang.projects)
    const table = tallyTable(groups, zh)
    expect(named(table)).toEqual({
      层级: '层级',
      分组: '省定',
      未达: '0',
      存疑: '0',
      达到: '9',
      只有说法: '0',
      无从判断: '1',
      合计: '10',
    })
    expect(table.rows.map((cells) => cells.slice(0, 2)).slice(1, 3)).toEqual([
      ['层级', '市定'],
      ['领域', '就业'],
    ])
    for (const cells of table.rows) {
      const [, , ...numbers] = cells.map(Number)
      expect(numbers.slice(0, -1).reduce((sum, n) => sum + n, 0)).toBe(numbers.at(-1))
    }
    expect(isEven(table)).toBe(true)
  })

  it('has columns for the pace where one is told', () => {
    const counts = {
      missed: 0,
      doubtful: 0,
      behind: 0,
      slow: 2,
      onPace: 0,
      reached: 0,
      claimed: 0,
      unknown: 0,
    }
    const { columns, rows } = tallyTable([{ key: '省定', kind: 'level', counts, total: 2 }], zh)
    expect(columns).toContain('偏慢')
    expect(columns).not.toContain('滞后')
    expect(rows[0]?.[columns.indexOf('偏慢')]).toBe('2')
  })

  it('of nothing has its columns', () => {
    const none: TallyGroup[] = []
    expect(tallyTable(none, en).rows).toEqual([])
    expect(tallyTable(none, en).columns).toHaveLength(8)
  })
})

describe('the findings', () => {
  it('say where, what, how bad, and in one sentence why', () => {
    const [finding] = findingsOf('completion-mismatch', [
      { 项目: '甲', 指标: '乙', 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' },
    ])
    if (!finding) throw new Error('not found')
    expect(sentenceOf(finding, zh)).toBe(zh.rules['completion-mismatch'].sentence(finding))
    expect(findingTable([finding], zh)).toEqual({
      columns: ['行', '项目', '指标', '规则', '轻重', '问题', '接受理由', '标识'],
      rows: [
        [
          '2',
          '甲',
          '乙',
          '完成率对不上',
          '错误',
          '736人 ÷ 4000人 = 18.40%，公布的却是 18.04%，四舍五入、舍去尾数、尾数进一都得不出。',
          '',
          findingKey(finding),
        ],
      ],
    })
  })

  it('carry the reason for which one was accepted', () => {
    const [first, second] = board.findings
    if (!first || !second) throw new Error('no findings')
    const { columns, rows } = findingTable([first, second], en, {
      [findingKey(second)]: 'counted by residence',
    })
    expect(rows.map((cells) => cells[columns.indexOf(acceptEn.reasonColumn)])).toEqual([
      '',
      'counted by residence',
    ])
  })

  it('about the whole list name no row', () => {
    const whole = board.findings.filter(({ row }) => row === undefined)
    expect(findingTable(whole, zh).rows.map((cells) => cells.slice(0, 4))).toEqual([
      ['', '整份清单', '', '只有说法'],
    ])
    expect(findingTable(board.findings, en).rows).toHaveLength(17)
    expect(isEven(findingTable(board.findings, en))).toBe(true)
  })
})

describe('a number line', () => {
  it('has both its stretches in numbers', () => {
    const [finding] = findingsOf('completion-mismatch', [
      { 指标: '乙', 完成值: '3', 单位: '个', 目标值: '15', 完成率: '27%' },
    ])
    expect(finding && comparisonTable(finding, zh).rows).toEqual([['乙', '%', '26.5', '27.5', '20', '20']])
  })

  it('is empty where a finding compares nothing', () => {
    const [finding] = findingsOf('duplicate-row', [{ 完成值: '3' }, { 完成值: '3' }])
    expect(finding && comparisonTable(finding, zh).rows).toEqual([])
  })
})

describe('the contract’s table', () => {
  it('has its columns in its order, unknown ones behind them', () => {
    const set = dataSet([{ 完成值: '3', 单位: '个' }])
    const [row] = set.rows
    if (!row) throw new Error('no row')
    const table = contractTable([{ ...row, extra: { 联系人: '张' } }, row], ['联系人'])
    expect(table.columns).toEqual([...COLUMNS.map(([, name]) => name), '联系人'])
    expect(named(table, 0)).toMatchObject({ 完成值: '3', 单位: '个', 目标值: '', 联系人: '张' })
    expect(named(table, 1)).toMatchObject({ 联系人: '' })
    expect(isEven(table)).toBe(true)
  })
})

it('indicators name who answers for them, where the list names anybody', () => {
  const owned = reviewOf([{ 责任单位: '市民政局' }, { 项目: '乙' }])
  const table = indicatorTable(owned, owned.set.rows, zh)
  const at = table.columns.indexOf('责任单位')
  expect(table.rows.map((cells) => cells[at])).toEqual(['市民政局', ''])
})
