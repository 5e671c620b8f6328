import { describe, expect, it, test } from 'vitest'
import { DESKTOP, layoutSheet } from '../../src/charts/sheet.ts'
import { lineLabel } from '../../src/report/wording.ts'
import { reviewed, sheetProjects } from '../../src/state/derive.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, dataSet } from '../build.ts'
import { nanyang } from '../shipped.ts'

const labels = (set = nanyang, words = zh) => {
  const board = reviewed(set)
  const { axis, lines } = layoutSheet(sheetProjects(board, set.projects), DESKTOP)
  return lines.map((line, i) => ({
    axis,
    line,
    label: lineLabel(line, axis.target, set.projects[i]?.rows ?? [], words),
  }))
}
/** Another line, so that the axis reaches far enough for the first one's words. */
const WIDE: Cells = { 项目: '另一件', 完成率: '250%' }
const label = (cells: Cells[], words = zh) => {
  const [only] = labels(dataSet([...cells, WIDE]), words)
  if (!only) throw new Error('no line')
  return only
}
const text = (cells: Cells[], words = zh) => {
  const { figure, words: more } = label(cells, words).label
  return `${figure}|${more}`
}

test.each<[string, string, Cells[]]>([
  [
    'the highest completion as printed, with its name',
    '131%|乙',
    [
      { 指标: '甲', 完成率: '110%' },
      { 指标: '乙', 完成率: '131%' },
    ],
  ],
  [
    'the missed one before any higher',
    '未达 96%|乙',
    [
      { 指标: '甲', 完成率: '131%' },
      { 指标: '乙', 完成率: '96%' },
    ],
  ],
  [
    'of several missed the worst',
    '未达 12.0%|丙',
    [
      { 指标: '甲', 完成率: '131%' },
      { 指标: '乙', 完成率: '96%' },
      { 指标: '丙', 完成率: '12.0%' },
    ],
  ],
  [
    'a completion worked out says so',
    '计算 150.0%|甲',
    [{ 指标: '甲', 完成值: '3', 单位: '个', 目标值: '2' }],
  ],
  ['and a missed one too', '未达 计算 50.0%|甲', [{ 指标: '甲', 完成值: '1', 单位: '个', 目标值: '2' }]],
  [
    'a rate above its target by its gap',
    '甲高出目标 2个百分点|',
    [{ 指标: '甲', 完成值: '95', 单位: '%', 超目标: '2个百分点' }],
  ],
  [
    'a rate below its target without the sign',
    '甲低于目标 2个百分点|',
    [{ 指标: '甲', 完成值: '95', 单位: '%', 超目标: '−2个百分点' }],
  ],
  [
    'a gap that cannot be by what the figures give',
    '计算 甲高出目标 30 个百分点|公布为 50个百分点',
    [{ 指标: '甲', 完成值: '90', 单位: '%', 目标值: '60', 超目标: '50个百分点' }],
  ],
  [
    'a completion that cannot be by what the figures give',
    '计算 120.0%|公布为 100% · 甲',
    [{ 指标: '甲', 完成值: '120', 单位: '个', 目标值: '100', 完成率: '100%' }],
  ],
  [
    'and a missed one, how it stands behind it',
    '计算 18.4%|公布为 18.04% · 未达 · 甲',
    [{ 指标: '甲', 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' }],
  ],
  [
    'a missed rate before a completion',
    '乙低于目标 3个百分点|',
    [
      { 指标: '甲', 完成率: '131%' },
      { 指标: '乙', 完成值: '95', 单位: '%', 超目标: '-3个百分点' },
    ],
  ],
  [
    'or what there is instead',
    '|甲 4条 “全部打通” · 乙 +4.3%',
    [
      { 指标: '甲', 完成值: '4', 单位: '条', 声明: '全部打通' },
      { 指标: '乙', 同比: '4.3%' },
    ],
  ],
])('%s: %s', (_, wanted, cells) => {
  expect(text(cells)).toBe(wanted)
})

test('before the year’s end a pace, not a verdict', () => {
  const june = (cells: Cells) => text([{ 截至: '2023-06', 指标: '甲', ...cells }])
  expect(june({ 完成率: '48%' })).toBe('正常 48%|甲')
  expect(june({ 完成率: '40%' })).toBe('偏慢 40%|甲')
  expect(june({ 完成率: '20%' })).toBe('滞后 20%|甲')
  expect(june({ 完成值: '4', 单位: '个', 目标值: '5', 方向: '-', 完成率: '80%' })).toBe('80%|甲')
})

test('in English', () => {
  expect(text([{ 指标: '甲', 完成率: '96%' }], en)).toBe('Missed 96%|甲')
  expect(text([{ 指标: '甲', 完成值: '95', 单位: '%', 超目标: '-2个百分点' }], en)).toBe(
    '甲 2个百分点 below target|',
  )
})

describe('where it stands', () => {
  it('on the highest mark', () => {
    const { label: found, axis } = label([
      { 指标: '甲', 完成率: '131%' },
      { 指标: '乙', 完成率: '96%' },
    ])
    expect([found.at, found.onMark]).toEqual([axis.at(131), true])
  })

  it('behind the target’s rule, not on the stem, where every mark is below it', () => {
    const { label: found, axis } = label([{ 指标: '甲', 完成率: '40%' }])
    expect([found.at, found.onMark]).toEqual([axis.target, true])
  })

  it('at the target where no mark stands on the axis', () => {
    const { label: found, axis } = label([{ 指标: '甲', 完成值: '4', 单位: '条' }])
    expect([found.at, found.onMark]).toEqual([axis.target, false])
  })

  it('near the end of the axis there is room for the figure only', () => {
    expect(text([{ 指标: '甲', 完成率: '272%' }])).toBe('272%|')
  })
})

it('every line of Nanyang has one, and no figure that was not printed', () => {
  const all = labels()
  expect(all).toHaveLength(22)
  const cells = nanyang.rows.flatMap((row) => Object.values(row.cells))
  for (const { label: found, line } of all) {
    expect(`${found.figure}${found.words}`).not.toBe('')
    if (found.onMark) expect(cells).toContain(found.figure)
    expect(line.marks.some(({ completion }) => completion)).toBe(found.onMark)
  }
})

test('of lines sorted from the lowest completion, the lowest is told, and says so', () => {
  const labelOf = (cells: Cells[]) => {
    const { line, axis } = label(cells)
    const set = dataSet([...cells, WIDE])
    const { figure, words } = lineLabel(line, axis.target, set.projects[0]?.rows ?? [], zh, true)
    return `${figure}|${words}`
  }
  const two = [
    { 指标: '甲', 完成率: '110%' },
    { 指标: '乙', 完成率: '131%' },
  ]
  expect(labelOf(two)).toBe('最低 110%|甲')
  expect(labelOf(two.slice(1))).toBe('131%|乙')
  expect(labelOf([...two, { 指标: '丙', 完成率: '90%' }])).toBe('未达 90%|丙')
})
