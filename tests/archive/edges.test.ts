import { describe, expect, it, test } from 'vitest'
import { ALL } from '../../src/archive/protocol.ts'
import { type Cells, csv } from '../build.ts'
import { open, sameAsReview } from './opened.ts'

const PLAIN: Cells = {
  地区: '某市',
  年度: '2023',
  截至: '2023-12-20',
  项目: '某项目',
  指标: '某指标',
  层级: '市定',
}
const text = (...rows: Cells[]) => csv(rows.map((cells) => ({ ...PLAIN, ...cells })))
/** Ids of what is found, by line, after it was held against the review. */
async function found(...rows: Cells[]) {
  const engine = await sameAsReview(text(...rows))
  return engine.rowsAt(engine.answer(ALL).id, 0, 99).map(({ findings }) => findings)
}

describe('single rows on an edge', () => {
  test.each<[string, Cells, string[]]>([
    // 19 km is below 19.5, whatever 100% says.
    [
      'open end at the target',
      { 完成值: '19', 单位: '公里', 目标值: '19.5', 完成率: '100%' },
      ['below-target', 'too-coarse'],
    ],
    ['the same of more', { 完成值: '29', 单位: '公里', 目标值: '29.5', 完成率: '100%' }, ['below-target']],
    // 25.5 of 212.5 would be 12%, but 25 stands for less.
    [
      'open end at a threshold',
      { 截至: '2023-03-14', 完成值: '25', 单位: '公里', 目标值: '212.5', 完成率: '12%' },
      ['below-target'],
    ],
    ['twice the target', { 完成值: '200', 单位: '人', 目标值: '100' }, ['target-too-easy']],
    ['nearly twice', { 完成值: '199', 单位: '人', 目标值: '100' }, []],
    ['reached to the dot', { 完成值: '2500', 单位: '人', 目标值: '2500', 完成率: '100%' }, []],
    ['one short', { 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' }, ['below-target']],
    [
      'a tie of rounding',
      { 完成值: '1089', 单位: '所', 目标值: '400', 完成率: '272.3%' },
      ['target-too-easy'],
    ],
    [
      'the same cut off',
      { 完成值: '1089', 单位: '所', 目标值: '400', 完成率: '272.2%' },
      ['other-rounding', 'target-too-easy'],
    ],
  ])('%s', async (_, cells, wanted) => {
    expect(await found(cells)).toEqual([wanted])
  })

  it('with more behind a figure than a figure is long are unreadable, as in a short list', async () => {
    const longest = `12345678${'人'.repeat(192)}`
    const rows = [longest, `${longest}人`, '5人'].map((actual, i) => ({ 指标: `i${i}`, 完成值: actual }))
    expect(await found(...rows)).toEqual([[], ['unreadable'], []])
  })
})

describe('courses', () => {
  it('of whole numbers beyond 2^53 are compared digit by digit', async () => {
    const later = { 完成值: '9007199254740992', 单位: '人' }
    expect(await found({ 截至: '2023-06', 完成值: '9007199254740993', 单位: '人' }, later)).toEqual([
      [],
      ['falls-back'],
    ])
  })

  it('told from the latest date on, and with other decimals', async () => {
    const [june, december] = [
      { 截至: '2023-06', 完成值: '12.5', 单位: '公里' },
      { 完成值: '11', 单位: '公里' },
    ]
    expect(await found(december, june)).toEqual([['falls-back'], []])
    expect(await found({ ...june, 完成值: '11.5' }, december)).toEqual([[], []])
  })
})

describe('sums over regions', () => {
  const sum = (whole: string, parts: readonly string[], more: Cells = {}) => [
    { 完成值: whole, ...more },
    ...parts.map((part, i) => ({ 地区: `某市/${i}县`, 完成值: part, ...more })),
  ]

  it('are more where every rounding together is not enough', async () => {
    const unit = { 单位: '公里' }
    // Each of the three may be off by one at most, itself left out.
    expect((await found(...sum('10', ['6', '7'], unit)))[0]).toEqual(['parts-do-not-sum'])
    expect((await found(...sum('10', ['6', '6'], unit)))[0]).toEqual([])
    expect((await found(...sum('10.0', ['6', '6.3'], unit)))[0]).toEqual(['parts-do-not-sum'])
    expect((await found(...sum('10', ['6', '5'], { 单位: '人' })))[0]).toEqual(['parts-do-not-sum'])
  })

  it('are less only where the parts are known to be all, which 0 = 0 + 0 does not show', async () => {
    const less = sum('10', ['3', '5'], { 单位: '人' })
    const shown = (whole: string, parts: string[]) => sum(whole, parts, { 指标: '另一项', 单位: '人' })
    expect((await found(...less, ...shown('9', ['4', '5'])))[0]).toEqual(['parts-do-not-sum'])
    expect((await found(...less, ...shown('0', ['0', '0'])))[0]).toEqual([])
  })

  it('need the whole in the same list', async () => {
    const away = { 指标: '别处', 完成值: '1', 单位: '人' }
    const parts = sum('1', ['3', '5', '7'], { 单位: '人' }).slice(1)
    expect(await found(away, ...parts)).toEqual([[], [], [], []])
  })
})

describe('a filter', () => {
  it('by level leaves every project that has a row of it', async () => {
    const engine = await open(
      text(
        { 完成值: '1' },
        { 层级: '省定', 指标: '乙', 完成值: '1' },
        { 项目: '另一', 完成值: '1' },
        { 项目: '第三', 层级: '省定', 完成值: '1' },
        { 项目: '第四', 层级: '国定', 完成值: '1' },
      ),
    )
    const lines = (level: string) => {
      const { id } = engine.answer({ ...ALL, level })
      return engine.rowsAt(id, 0, 9).map(({ line }) => line)
    }
    expect(lines('省定')).toEqual([2, 3, 5])
    expect(lines('市定')).toEqual([2, 3, 4])
    expect(lines('国定')).toEqual([6])
  })

  it('by a text finds it in any column of a clean file', async () => {
    const engine = await open(
      text(
        { 完成值: '58.85', 单位: '万人次', 目标值: '约12万', 备注: '见附件' },
        { 项目: '另一', 领域: '教育', 责任单位: '某局', 完成值: '3', 单位: '所' },
        { 项目: '另一', 领域: '就业', 责任单位: '别局', 指标: '乙', 完成值: '4', 单位: '所' },
      ),
    )
    const rows = (wanted: string) => engine.answer({ ...ALL, text: wanted }).rows
    for (const wanted of ['58.85', '8.8', '58.85万人次', '约12', '约', '12万', '附件', '万人次'])
      expect(rows(wanted)).toBe(1)
    // A project is found by what any of its rows holds.
    for (const wanted of ['教育', '就业', '别局', '4所']) expect(rows(wanted)).toBe(2)
    for (const wanted of ['58.86', '约58', '12人', '所4', '医疗']) expect(rows(wanted)).toBe(0)
  })

  it('by a figure and its unit finds them wherever the unit stands', async () => {
    const engine = await open('项目,指标,单位,目标值,完成值\n修路,里程,公里,3,12.5\n修桥,座数,座,12.5,3\n')
    const lines = (wanted: string) => {
      const { id } = engine.answer({ ...ALL, text: wanted })
      return engine.rowsAt(id, 0, 9).map(({ line }) => line)
    }
    expect(lines('12.5公里')).toEqual([2])
    expect(lines('3座')).toEqual([3])
    for (const wanted of ['12.5座', '3公里', '12.5公里3']) expect(lines(wanted)).toEqual([])
  })

  it.each([
    ['甲（2023年）乙', '（2023年）'],
    ['甲（2023年）乙', '(2023年)'],
    ['甲(2023年)乙', '（2023年）'],
    ['办结率：98％，优', '率:98%'],
    ['办结率：98％，优', '率：98％，优'],
    ['ＶＩＰ通道', 'vip通'],
    ['Ｖip通道', 'VIP'],
    ['ａｂｃ', 'ABC'],
    ['２０２３', '2023'],
    ['120㎡', '120㎡'],
    ['École', 'École'],
  ])('by a text finds %s in a column of its own as %s', async (cell, wanted) => {
    const lines = [`修路,公路,5,"${cell}"`, '修桥,桥,6,（2022年）：97％ＶＰ']
    const engine = await open(`项目,指标,完成值,附\n${lines.join('\n')}\n`)
    const { id, rows } = engine.answer({ ...ALL, text: wanted })
    expect(rows).toBe(1)
    expect(engine.rowsAt(id, 0, 1)[0]?.line).toBe(2)
  })
})
