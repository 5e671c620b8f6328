import { describe, expect, it, test } from 'vitest'
import { COLUMNS, countIndicators, FIGURE_COLUMNS, offerChoices } from '../../src/model/dataSet.ts'
import { bySeverity, type Finding, isQuestion, type Severity } from '../../src/model/finding.ts'
import { dataSet, row } from '../build.ts'

test('the contract has 23 columns, eight of them figures', () => {
  expect(COLUMNS).toHaveLength(23)
  expect(new Set(COLUMNS.flat()).size).toBe(46)
  expect(FIGURE_COLUMNS.every((key) => COLUMNS.some(([alias]) => alias === key))).toBe(true)
})

describe('indicators', () => {
  const plain = row({ 完成值: '5' })

  test.each([
    ['层级', '省定'],
    ['序号', '9'],
    ['完成值', '6'],
    ['责任单位', '民政局'],
  ] as const)('rows that differ in %s are one indicator', (column, text) => {
    expect(countIndicators([plain, row({ 完成值: '5', [column]: text })])).toBe(1)
  })

  test.each([
    ['地区', '南阳市'],
    ['年度', '2022'],
    ['截至', '2023-11'],
    ['项目', '另一项目'],
    ['指标', '另一指标'],
  ] as const)('rows that differ in %s are two', (column, text) => {
    expect(countIndicators([plain, row({ 完成值: '5', [column]: text })])).toBe(2)
  })

  it('are counted once for all their levels', () => {
    const { rows } = dataSet([
      { 层级: '省定', 完成值: '5' },
      { 层级: '市定', 完成值: '5' },
      { 层级: '市定', 指标: '乙', 完成值: '5' },
    ])
    expect(countIndicators(rows)).toBe(2)
    expect(countIndicators([])).toBe(0)
  })
})

describe('projects', () => {
  it('keep the order of first appearance and gather their rows', () => {
    const { projects } = dataSet([
      { 序号: '2', 项目: '乙', 指标: 'a', 完成值: '1' },
      { 序号: '1', 项目: '甲', 指标: 'b', 完成值: '2' },
      { 序号: '2', 项目: '乙', 指标: 'c', 完成值: '3' },
    ])
    expect(projects.map(({ id, name, rows }) => [id, name, rows.map(({ line }) => line)])).toEqual([
      ['2', '乙', [2, 4]],
      ['1', '甲', [3]],
    ])
  })

  it('take their words from the first row that has them', () => {
    const { projects } = dataSet([
      { 领域: '', 责任单位: '', 指标: 'a', 完成值: '1' },
      { 领域: '教育', 责任单位: '教育局', 指标: 'b', 完成值: '1' },
    ])
    expect(projects).toHaveLength(1)
    expect(projects[0]).toMatchObject({ domain: '教育', owner: '教育局', level: '市定', year: '2023' })
  })

  test.each([[['1', '1']], [['', '3']], [['', '']]])('with numbers %j are numbered in order', (numbers) => {
    const { projects } = dataSet(numbers.map((no, i) => ({ 序号: no, 项目: `项目${i}`, 完成值: '1' })))
    expect(projects.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('of other regions, years and dates are other projects', () => {
    const { projects } = dataSet([
      { 完成值: '1' },
      { 地区: '乙市', 完成值: '1' },
      { 年度: '2022', 完成值: '1' },
      { 截至: '2023-11', 完成值: '1' },
    ])
    expect(projects).toHaveLength(4)
  })
})

describe('severities', () => {
  it('sort worst first', () => {
    const all: Severity[] = ['info', 'error', 'warning', 'info', 'error']
    expect(all.sort(bySeverity)).toEqual(['error', 'error', 'warning', 'info', 'info'])
  })

  it('question a figure from a warning up', () => {
    const of = (severity: Severity) => isQuestion({ severity } as Finding)
    expect([of('error'), of('warning'), of('info')]).toEqual([true, true, false])
  })
})

test('of what a catalogue offers, the first goes by no name', () => {
  const offer = (file: string) => ({ file, title: `${file}的标题`, source: '', asOf: '' })
  expect(offerChoices([offer('甲.csv'), offer('乙.2023.csv')])).toEqual([
    { id: '', title: '甲.csv的标题' },
    { id: '乙.2023', title: '乙.2023.csv的标题' },
  ])
})
