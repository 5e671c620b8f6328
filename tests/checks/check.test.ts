import { describe, expect, it, test } from 'vitest'
import { isQuestioned, questionsIn, review, statusOf } from '../../src/checks/check.ts'
import { isQuestion } from '../../src/model/finding.ts'
import { type Cells, dataSet, reviewOf } from '../build.ts'

const status = (...rows: Cells[]) => [...reviewOf(rows).statuses.values()]

describe('how a project stands', () => {
  test.each<[string, Cells[]]>([
    ['reached', [{ 完成率: '100%' }]],
    ['missed', [{ 完成率: '99%' }]],
    ['missed', [{ 完成率: '110%' }, { 指标: '乙', 完成率: '99%' }]],
    ['reached', [{ 完成率: '110%' }, { 指标: '乙', 完成值: '5' }]],
    // An error in a row that is not missed.
    ['doubtful', [{ 完成值: '5000', 单位: '人', 目标值: '4000', 完成率: '180%' }]],
    ['reached', [{ 完成率: '110%' }, { 指标: '乙', 完成值: '4', 单位: '条' }]],
    // What we could not read is no doubt about the figures, and no praise either; a row that reached its target is told.
    ['unknown', [{ 完成率: '110%' }, { 指标: '乙', 完成值: '若干' }]],
    ['reached', [{ 完成率: '110%' }, { 指标: '乙', 完成率: '110%', 完成值: '若干' }]],
    ['missed', [{ 完成率: '90%' }, { 指标: '乙', 完成值: '若干' }]],
    ['missed', [{ 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }]],
    ['claimed', [{ 完成值: '4', 单位: '条', 声明: '全部打通' }]],
    ['claimed', [{ 声明: '全部打通' }, { 指标: '乙', 完成值: '4', 单位: '条' }]],
    ['unknown', [{ 完成值: '4', 单位: '条' }]],
    ['unknown', [{ 完成值: '4', 单位: '条', 占比: '50%', 声明: '全部打通' }]],
    // A share of another row is more than words.
    ['unknown', [{ 声明: '全部打通' }, { 指标: '乙', 完成值: '4', 单位: '条', 占比: '50%' }]],
    ['reached', [{ 完成率: '110%', 声明: '全部完成' }]],
    // At the end of June 181 of 365 days are gone by.
    ['onPace', [{ 截至: '2023-06', 完成率: '48%' }]],
    ['slow', [{ 截至: '2023-06', 完成率: '40%' }]],
    ['behind', [{ 截至: '2023-06', 完成率: '20%' }]],
    [
      'behind',
      ['48%', '20%', '120%', '40%'].map((completion, i) => ({
        截至: '2023-06',
        指标: `第${i}项`,
        完成率: completion,
      })),
    ],
    ['reached', [{ 截至: '2023-06', 完成率: '100%' }]],
    ['doubtful', [{ 截至: '2023-06', 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }]],
    // A rate has no course to follow: not reached, and not behind either.
    ['unknown', [{ 截至: '2023-06', 完成值: '90', 单位: '%', 目标值: '95' }]],
    [
      'unknown',
      [
        { 截至: '2023-06', 完成值: '90', 单位: '%', 目标值: '95' },
        { 截至: '2023-06', 指标: '乙', 完成率: '120%' },
      ],
    ],
    // Nothing tells whether its year is over.
    ['unknown', [{ 截至: '', 完成率: '20%' }]],
    ['reached', [{ 截至: '', 完成率: '100%' }]],
    // A warning or an info is no doubt.
    ['reached', [{ 完成率: '300%' }]],
  ])('%s: %j', (wanted, rows) => {
    expect(status(...rows)).toEqual([wanted])
  })

  it('is one per project', () => {
    const rows = [{ 完成率: '99%' }, { 项目: '乙', 完成率: '100%' }, { 项目: '丙', 完成值: '4' }]
    expect([...reviewOf(rows).statuses]).toEqual([
      ['1', 'missed'],
      ['2', 'reached'],
      ['3', 'unknown'],
    ])
  })
})

describe('findings', () => {
  const WRONG: Cells[] = [
    { 指标: 'a', 完成率: '300%' },
    { 指标: 'b', 完成率: '50%' },
    { 指标: 'c', 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' },
    { 指标: 'd', 完成值: '2400', 单位: '人', 目标值: '2500', 完成率: '101%' },
    { 指标: 'e', 完成值: '3', 单位: '个', 目标值: '15', 完成率: '27%' },
  ]
  const found = reviewOf(WRONG).findings

  it('come worst first, then by the order of the rules, then as printed', () => {
    expect(found.map(({ rule, row }) => `${rule} ${row?.cells.indicator}`)).toEqual([
      'crosses-target d',
      'completion-mismatch c',
      'completion-mismatch d',
      'completion-mismatch e',
      'below-target b',
      'below-target c',
      'below-target d',
      'below-target e',
      'target-too-easy a',
    ])
  })

  it('carry their severity', () => {
    expect(found.map(({ severity }) => severity)).toEqual([
      ...Array(4).fill('error'),
      ...Array(4).fill('warning'),
      'info',
    ])
    expect(found.filter(isQuestion)).toHaveLength(8)
  })

  it('of a clean list are none', () => {
    const clean = reviewOf([{ 完成值: '736', 单位: '人', 目标值: '700', 完成率: '105.1%' }])
    expect(clean.findings).toEqual([])
    expect(clean.subjects).toHaveLength(1)
  })
})

it('looks up what belongs to a row', () => {
  const result = reviewOf([
    { 指标: 'a', 完成率: '50%' },
    { 指标: 'b', 完成率: '300%' },
    { 项目: '乙', 指标: 'c', 完成率: '100%' },
  ])
  const { rows, projects } = result.set
  expect(rows.map((row) => result.subjectOf.get(row)?.reach)).toEqual(['missed', 'reached', 'reached'])
  expect(rows.map((row) => (result.findingsOf.get(row) ?? []).map(({ rule }) => rule))).toEqual([
    ['below-target'],
    ['target-too-easy'],
    [],
  ])
  expect(rows.map((row) => result.projectOf.get(row))).toEqual([projects[0], projects[0], projects[1]])
  // An info questions nothing.
  expect(rows.map((row) => isQuestioned(result, row))).toEqual([true, false, false])
  expect(questionsIn(result, rows)).toBe(1)
  expect(projects.map((project) => statusOf(result, project))).toEqual(['missed', 'reached'])
})

it('an empty data set has nothing to say but that it is empty', () => {
  const { findings, subjects, statuses, rounding } = review(dataSet([]))
  expect([findings, subjects, [...statuses]]).toEqual([[], [], []])
  expect(rounding).toMatchObject({ usual: 'half-up', explained: 0, of: 0 })
})

it('does not change what it reads', () => {
  const set = dataSet([{ 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }])
  const keys = () => JSON.stringify(set, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  const before = keys()
  review(set)
  expect(keys()).toBe(before)
})
