import { describe, expect, it, test } from 'vitest'
import { courseLine, coursesOf } from '../../src/compare/course.ts'
import { type Cells, printed, reviewOf } from '../build.ts'
import { quartersDemo } from '../demo.ts'
import { board, nanyang } from '../shipped.ts'

const demo = reviewOf(quartersDemo())

/** The courses of the project that a line belongs to: lines of their rows, and of the one at its own date. */
function courses(rows: readonly Cells[], line = 2, review = reviewOf(rows)) {
  const row = review.set.rows.find((one) => one.line === line)
  const project = row && review.projectOf.get(row)
  if (!project) throw new Error('no such project')
  return coursesOf(review, project).map(({ rows, own }) => [rows.map((one) => one.line), own?.line])
}

const at = (截至: string, more: Cells = {}): Cells => ({ 截至, 完成值: '1', 单位: '个', ...more })

describe('the courses of a project', () => {
  it('gather the dates of each indicator, the earliest first', () => {
    const rows = [
      at('2023-09', { 指标: '甲' }),
      at('2023-09', { 指标: '乙' }),
      at('2023-03', { 指标: '乙' }),
      at('2023-06', { 指标: '甲' }),
    ]
    expect(courses(rows)).toEqual([
      [[5, 2], 2],
      [[4, 3], 3],
    ])
    // From another date the same, in that date's order; what was not told then has no row of its own.
    expect(courses(rows, 5)).toEqual([
      [[5, 2], 5],
      [[4, 3], undefined],
    ])
  })

  it('of one day are rows by themselves, twice told ones too', () => {
    expect(courses([at('2023-12'), at('2023-12'), at('2023-12', { 指标: '乙' })])).toEqual([
      [[2], 2],
      [[3], 3],
      [[4], 4],
    ])
    // The same day, written in another way.
    expect(courses([at('2023-12'), at('2023-12-31')])).toEqual([[[2], 2]])
  })

  test.each<[string, Cells]>([
    ['another level', { 层级: '省定' }],
    ['another region', { 地区: '某市/甲县' }],
    ['another year', { 年度: '2022' }],
    ['another project', { 项目: '另一项目' }],
  ])('%s is none of it', (_, other) => {
    expect(courses([at('2023-12'), at('2023-06', other)])).toEqual([[[2], 2]])
  })

  it('another number, and a year written in another way, are the same', () => {
    expect(courses([at('2023-12', { 序号: '3' }), at('2023-06', { 序号: '4', 年度: '2023年' })])).toEqual([
      [[3, 2], 2],
    ])
  })

  it('without a date there is no course', () => {
    expect(courses([at(''), at('2023-06')])).toEqual([[[2], 2]])
  })

  it('each target of several levels has its own', () => {
    const told = ['2023-06', '2023-12'].flatMap((date) => [
      at(date, { 层级: '省定' }),
      at(date, { 层级: '市定' }),
    ])
    expect(courses(told, 4)).toEqual([
      [[2, 4], 4],
      [[3, 5], 5],
    ])
  })

  it('of the shipped year are its rows as printed', () => {
    for (const project of nanyang.projects)
      expect(coursesOf(board, project)).toEqual(project.rows.map((row) => ({ rows: [row], own: row })))
  })
})

/** The line of all rows, which are of one indicator. */
function line(rows: readonly Cells[], review = reviewOf(rows)) {
  const { points, without, ...rest } = courseLine(review, review.set.rows)
  return {
    ...rest,
    without: without.map(({ line }) => line),
    points: points.map(({ row, value, source, target, asked }) => [
      row.line,
      printed(value),
      ...(source === 'printed' ? [] : ['worked out']),
      ...(target ? [`of ${printed(target)}`] : []),
      ...(asked ? ['?'] : []),
    ]),
  }
}

describe('what is drawn', () => {
  it('is the completion, printed or worked out', () => {
    const found = line([
      at('2023-03', { 目标值: '4' }),
      at('2023-12', { 完成值: '4', 目标值: '4', 完成率: '100%' }),
      at('2023-08', { 声明: '推进中', 完成值: '' }),
    ])
    expect(found).toMatchObject({ kind: 'completion', year: '2023', hasPace: true, without: [4] })
    expect(found.points).toEqual([
      [2, '25', 'worked out'],
      [3, '100'],
    ])
  })

  it('is the actual where there is a completion at one date only', () => {
    const found = line([at('2023-03'), at('2023-12', { 完成值: '4', 目标值: '4' })])
    expect(found).toMatchObject({ kind: 'actual', hasPace: false, without: [] })
    expect(found.points).toEqual([
      [2, '1'],
      [3, '4', 'of 4'],
    ])
  })

  it('is a rate on its own axis, with the target printed at each date', () => {
    const rate = (date: string, 完成值: string, 目标值: string) => at(date, { 完成值, 目标值, 单位: '%' })
    const found = line([rate('2023-03', '71.2', '90'), rate('2023-12', '94', '95')])
    expect(found.kind).toBe('actual')
    expect(found.points).toEqual([
      [2, '356/5', 'of 90'],
      [3, '94', 'of 95', '?'],
    ])
  })

  it('is in one unit, and tells what is in none', () => {
    const found = line([
      at('2023-03', { 完成值: '1500', 单位: '米' }),
      at('2023-06', { 完成值: '3', 单位: '户' }),
      at('2023-09', { 完成值: '40', 单位: '%' }),
      at('2023-12', { 完成值: '4', 单位: '公里' }),
    ])
    expect(found.points.map(([line, value]) => [line, value])).toEqual([
      [2, '3/2'],
      [5, '4'],
    ])
    expect(found.without).toEqual([3, 4])
  })

  it('has no 序时进度 where less is better', () => {
    const found = line([
      at('2023-06', { 目标值: '4', 方向: '-' }),
      at('2023-12', { 完成值: '3', 目标值: '4', 方向: '-' }),
    ])
    expect(found).toMatchObject({ kind: 'completion', hasPace: false })
  })

  it('a report of the next year stands at the year’s end, one of the year before nowhere', () => {
    const rows = [
      at('2022-12', { 年度: '2023' }),
      at('2023-06'),
      at('2024-01', { 年度: '2023', 完成值: '2' }),
    ]
    const review = reviewOf(rows)
    const { points, without } = courseLine(review, review.set.rows)
    expect(points.map(({ gone }) => gone)).toEqual([
      [181, 365],
      [365, 365],
    ])
    expect(without.map(({ line }) => line)).toEqual([2])
  })

  it('asks about a fall and a target that moved', () => {
    const asked = (indicator: string, rule: string) => {
      const rows = demo.set.rows.filter(({ cells }) => cells.indicator === indicator)
      const { points } = courseLine(demo, rows)
      return points
        .filter(({ row }) => (demo.findingsOf.get(row) ?? []).some((finding) => finding.rule === rule))
        .map(({ row, asked }) => [row.cells.as_of, asked])
    }
    expect(asked('新建和改造农村公路', 'falls-back')).toEqual([['2023-09-30', 'question']])
    expect(asked('完工小区', 'target-moved')).toEqual([
      ['2023-09-30', 'question'],
      ['2023-12-20', 'question'],
    ])
  })
})
