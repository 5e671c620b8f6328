import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Change, changesBetween, looksLikeNewerVersion } from '../../src/compare/versions.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { cellOf, columnsOf } from '../../src/model/correction.ts'
import type { DataSet, Row } from '../../src/model/dataSet.ts'
import { type Cells, dataSet, entry } from '../build.ts'
import { nanyang } from '../shipped.ts'

/** A change in one line. */
function inShort(change: Change): string {
  if (change.kind === 'cell') {
    const { old, new: now, column, before, after } = change
    return `${old.line}→${now.line} ${column} ${before}→${after}`
  }
  return change.kind === 'added' ? `+${change.new.line}` : `-${change.old.line}`
}
const between = (old: DataSet, now: DataSet) => changesBetween(old, now).map(inShort)
const changes = (old: Cells[], now: Cells[]) => between(dataSet(old), dataSet(now))

describe('what changed is listed', () => {
  test.each<[string, Cells[], Cells[], string[]]>([
    ['a figure', [{ 完成值: '1' }], [{ 完成值: '2' }], ['2→2 actual 1→2']],
    [
      'cells in the contract’s order',
      [{ 完成值: '1', 备注: '甲' }],
      [{ 完成值: '2', 序号: '3' }],
      ['2→2 no →3', '2→2 actual 1→2', '2→2 note 甲→'],
    ],
    ['a row added', [{ 指标: '乙' }], [{ 指标: '甲' }, { 指标: '乙' }], ['+2']],
    [
      'a row taken out, at the end',
      [{ 指标: '甲' }, { 指标: '乙' }],
      [{ 指标: '乙', 单位: '个' }],
      ['3→2 unit →个', '-2'],
    ],
    ['no row that only moved', [{ 指标: '甲' }, { 指标: '乙' }], [{ 指标: '乙' }, { 指标: '甲' }], []],
    ['the date of a row', [{ 截至: '2023-12' }], [{ 截至: '2023-12-20' }], ['2→2 as_of 2023-12→2023-12-20']],
    [
      'the row of the same date first',
      [{ 截至: '2023-06', 完成值: '1' }],
      [
        { 截至: '2023-12', 完成值: '2' },
        { 截至: '2023-06', 完成值: '1' },
      ],
      ['+2'],
    ],
    ['another level is another row', [{ 层级: '市定' }], [{ 层级: '省定' }], ['+2', '-2']],
    ['another region', [{ 地区: '甲市', 完成值: '1' }], [{ 地区: '乙市', 完成值: '1' }], ['+2', '-2']],
    [
      'a name put right, where the figures stand',
      [{ 指标: '甲', 完成值: '1', 单位: '个' }],
      [{ 指标: '甲甲', 完成值: '1', 单位: '个' }],
      ['2→2 indicator 甲→甲甲'],
    ],
    [
      'a project’s name put right',
      [{ 项目: '甲', 完成值: '1' }],
      [{ 项目: '乙', 完成值: '1' }],
      ['2→2 project 甲→乙'],
    ],
    [
      'other figures under another name',
      [{ 指标: '甲', 完成值: '1' }],
      [{ 指标: '乙', 完成值: '2' }],
      ['+2', '-2'],
    ],
    [
      'other units under another name',
      [{ 指标: '甲', 完成值: '1', 单位: '个' }],
      [{ 指标: '乙', 完成值: '1', 单位: '所' }],
      ['+2', '-2'],
    ],
    [
      'claims alone are no figures',
      [{ 指标: '甲', 声明: '完成' }],
      [{ 指标: '乙', 声明: '完成' }],
      ['+2', '-2'],
    ],
  ])('%s', (_, old, now, wanted) => {
    expect(changes(old, now)).toEqual(wanted)
  })

  it('rows of one identity in order, those that are equal first', () => {
    const rows = (...figures: string[]) => figures.map((figure) => ({ 完成值: figure }))
    expect(changes(rows('1', '2'), rows('3', '4'))).toEqual(['2→2 actual 1→3', '3→3 actual 2→4'])
    expect(changes(rows('1', '2', '3'), rows('2', '5'))).toEqual(['2→3 actual 1→5', '-4'])
    expect(changes(rows('1'), rows('0', '1'))).toEqual(['+2'])
  })

  it('columns of the file too, also such as only one version has', () => {
    const old = loadDataSet('项目,指标,完成值,甲,乙\nx,y,1,2,3', entry())
    const now = loadDataSet('乙,丙,项目,指标,完成值\n4,5,x,y,1', entry())
    expect(between(old, now)).toEqual(['2→2 extra:乙 3→4', '2→2 extra:丙 →5', '2→2 extra:甲 2→'])
    const blank = loadDataSet('项目,指标,完成值,甲,乙,丁\nx,y,1,2,3,', entry())
    expect(between(old, blank)).toEqual([])
  })

  it('of versions that share rows', () => {
    const set = dataSet([{ 完成值: '1' }, { 完成值: '1' }, { 完成值: '2' }])
    const [first, second, third] = set.rows as [Row, Row, Row]
    expect(between(set, { ...set, rows: [second, first] })).toEqual(['-4'])
    expect(between({ ...set, rows: [first] }, { ...set, rows: [second, third, first] })).toEqual(['+4', '+2'])
  })
})

const names = fc.constantFrom('甲', '乙')
const figures = fc.constantFrom('', '1', '2')
const row: fc.Arbitrary<Cells> = fc.record({
  截至: fc.constantFrom('2023-06', '2023-12'),
  项目: names,
  指标: names,
  层级: fc.constantFrom('省定', '市定'),
  完成值: figures,
  目标值: figures,
  备注: names,
})
const rows = fc.array(row, { maxLength: 8 })
const content = (row: Row) => columnsOf([]).map((column) => cellOf(row, column))

describe('whatever the versions', () => {
  it('applied to the old one, the changes give the new one', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [old, now] = [dataSet(a), dataSet(b)]
        const found = changesBetween(old, now)
        const taken = new Set(found.flatMap((one) => (one.kind === 'removed' ? [one.old] : [])))
        const added = found.flatMap((one) => (one.kind === 'added' ? [one.new] : []))
        const changed = old.rows
          .filter((row) => !taken.has(row))
          .map((row) => {
            const own = found.filter((one) => one.kind === 'cell' && one.old === row)
            return columnsOf([]).map((column) => {
              const change = own.find((one) => one.kind === 'cell' && one.column === column)
              if (change?.kind !== 'cell') return cellOf(row, column)
              expect(change.before).toBe(cellOf(row, column))
              return change.after
            })
          })
        const given = [...changed, ...added.map(content)].map((cells) => JSON.stringify(cells))
        expect(given.sort()).toEqual(now.rows.map((row) => JSON.stringify(content(row))).sort())
      }),
      { seed: 91, numRuns: 1000 },
    )
  })

  it('a version differs in nothing from itself, in whatever order', () => {
    fc.assert(
      fc.property(rows, (a) => {
        const set = dataSet(a)
        expect(changesBetween(set, set)).toEqual([])
        expect(changesBetween(set, dataSet([...a].reverse()))).toEqual([])
      }),
      { seed: 92, numRuns: 300 },
    )
  })

  it('there and back the same cells change', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const kinds = (changes: Change[]) =>
          ['cell', 'added', 'removed'].map((kind) => changes.filter((one) => one.kind === kind).length)
        const [cells, added, removed] = kinds(changesBetween(dataSet(a), dataSet(b)))
        expect(kinds(changesBetween(dataSet(b), dataSet(a)))).toEqual([cells, removed, added])
      }),
      { seed: 93, numRuns: 300 },
    )
  })
})

describe('a newer version', () => {
  const list = (...names: string[]) => dataSet(names.map((指标) => ({ 指标, 完成值: '1' })))

  test.each<[string, DataSet, DataSet, boolean]>([
    ['itself', nanyang, nanyang, true],
    ['half of the indicators', list('甲', '乙'), list('甲', '丙'), true],
    ['fewer than half', list('甲', '乙', '丙'), list('甲', '丁', '戊'), false],
    ['all of a small one within a large one', list('甲'), list('甲', '乙', '丙', '丁'), true],
    ['all but one of a large one taken out', list('甲', '乙', '丙', '丁'), list('乙'), true],
    ['nothing in common', list('甲'), list('乙'), false],
    ['nothing at all', list(), list(), false],
    ['nothing any more', list('甲'), list(), false],
    ['another year', dataSet([{ 年度: '2022' }]), dataSet([{ 年度: '2023' }]), false],
    ['another region', dataSet([{ 地区: '甲市' }]), dataSet([{ 地区: '乙市' }]), false],
    ['another date', dataSet([{ 截至: '2023-06' }]), dataSet([{ 截至: '2023-12' }]), true],
    ['a row twice counts once', list('甲', '甲', '甲', '乙', '丙'), list('甲', '丁', '戊'), false],
  ])('%s', (_, old, now, wanted) => {
    expect(looksLikeNewerVersion(old, now)).toBe(wanted)
    expect(looksLikeNewerVersion(now, old)).toBe(wanted)
  })
})
