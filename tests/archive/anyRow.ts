import fc from 'fast-check'
import type { Cells } from '../build.ts'

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const whole = fc.integer({ min: 0, max: 3000 }).map(String)
const number = fc.oneof(
  { weight: 6, arbitrary: whole },
  { weight: 3, arbitrary: fc.tuple(whole, fc.integer({ min: 0, max: 99 })).map(([a, b]) => `${a}.${b}`) },
  {
    weight: 1,
    arbitrary: some('1,078', '12,345.6', '0', '0.0', '007', '123456789012345678', '9007199254740993'),
  },
)
const around = fc.tuple(
  fc.oneof(
    { weight: 12, arbitrary: some('') },
    some('约', '近', '超', '不少于', '不超过', '至少', '-', '+', "'-", '１', ' ', '−'),
  ),
  fc.oneof(
    { weight: 12, arbitrary: some('') },
    some(
      '万',
      '余',
      '万余',
      '多',
      '人',
      '户',
      '%',
      '‰',
      '个百分点',
      '公里',
      '左右',
      '元/人',
      ' ',
      '和4',
      '.',
    ),
  ),
)
const figure = fc.tuple(number, around).map(([digits, [before, behind]]) => before + digits + behind)
const percent = fc.tuple(number, some('%', '%', '%', '', '％', '个百分点', '‰', '人')).map(([a, b]) => a + b)
const cell = (arbitrary: fc.Arbitrary<string>, weight: number) =>
  fc.oneof({ weight, arbitrary }, { weight: 10, arbitrary: some('') })
const date = some(
  '2023-12-20',
  '2023-12-20',
  '2023-06-30',
  '2023-03',
  '2023',
  '2022-12',
  '2023/9/5',
  '',
  '去年',
)

/** A row as printed: completion, share, growth and gap often come out, or nearly so. */
export const anyRow: fc.Arbitrary<Cells> = fc
  .record({
    地区: some('某省', '某省/甲市', '某省/乙市', '某省/甲市/子县', '某省/甲市/丑县', '某市'),
    年度: some('2023', '2023', '2023年', '', '2022'),
    截至: date,
    序号: some('1', '2', ''),
    项目: some('某项目', '某项目', '另一项目', ''),
    层级: some('市定', '省定', ''),
    领域: some('教育', '就业', ''),
    责任单位: some('某局', ''),
    指标: some('甲', '甲', '乙', '人均面积', '开工率', '管理率', ''),
    单位: some('人', '人', '户', '公里', '万人次', '%', '%', '‰', '', '元/人', '万', '％'),
    口径: some('', '', '', '', '开工', '覆盖', '完成'),
    方向: some('', '', '', '', '', '-', '+'),
    声明: some('', '', '', '', '全部完成', '全覆盖', '已完成', '未完成', '提前完成'),
    备注: some('', '注'),
  })
  .chain((words) => fc.tuple(fc.constant(words), figures(words.单位)))
  .map(([words, more]) => ({ ...words, ...more }))

function figures(unit: string): fc.Arbitrary<Cells> {
  const free = fc.record({
    完成值: cell(figure, 60),
    目标值: cell(figure, 10),
    完成率: cell(percent, 10),
    超目标: cell(figure, 3),
    基数: cell(figure, 3),
    占比: cell(percent, 3),
    上期值: cell(figure, 3),
    同比: cell(percent, 3),
  })
  const close = fc
    .record({
      a: fc.integer({ min: 1, max: 3000 }),
      t: fc.integer({ min: 1, max: 3000 }),
      decimals: fc.integer({ min: 0, max: 2 }),
      off: some(0, 0, 0, 0, 1, -1, 10),
      inputs: some(0, 0, 1),
      kind: some('completion', 'completion', 'excess', 'share', 'growth', 'both', 'target', 'bare'),
    })
    .map(({ a, t, decimals, off, inputs, kind }): Cells => {
      const printed = (value: number) => (value / 10 ** inputs).toFixed(inputs)
      const rate = (value: number) => `${(value * 100 + off / 10 ** decimals).toFixed(decimals)}%`
      const gap = `${printed(a - t + off)}${unit === '%' ? '个百分点' : ''}`
      const [完成值, 目标值] = [printed(a), printed(t)]
      if (kind === 'completion') return { 完成值, 目标值, 完成率: rate(a / t) }
      if (kind === 'excess') return { 完成值, 目标值, 超目标: gap }
      if (kind === 'both') return { 完成值, 目标值, 完成率: rate(a / t), 超目标: gap }
      if (kind === 'share') return { 完成值, 基数: printed(a + t), 占比: rate(a / (a + t)) }
      if (kind === 'growth') return { 完成值, 上期值: printed(t), 同比: rate(a / t - 1) }
      return kind === 'target' ? { 完成值, 目标值 } : { 完成值 }
    })
  return fc.oneof({ weight: 3, arbitrary: close }, { weight: 1, arbitrary: free })
}

/** Small figures in plain shapes, on whose edges roundings, thresholds and sums meet. */
export const edgeRow: fc.Arbitrary<Cells> = fc
  .record({
    地区: some('某市', '某市/甲县', '某市/乙县'),
    // 73 of 365 days: a fifth of the year.
    截至: some('2023-12-20', '2023-03-14', '2023-03-14'),
    层级: some('市定', '市定', '省定', '国定'),
    指标: some('甲', '乙', '丙'),
    单位: some('人', '公里', '万人', '%'),
    places: some(0, 0, 1),
    a: fc.integer({ min: 0, max: 40 }),
    t: some(1, 2, 3, 4, 8, 10, 16, 20, 40, 100, 200),
    decimals: some(0, 0, 1),
    off: some(0, 0, 0, 5, -5, 10, -10, 20, -20),
    kind: some('completion', 'completion', 'target', 'share', 'growth', 'gap', 'bare', 'alone', 'claim'),
  })
  .map(({ places, a, t, decimals, off, kind, ...words }): Cells => {
    const printed = (value: number) => (value / 10 ** places).toFixed(places)
    // In tenths of the last place, cut there: roundings differ by one, or not at all.
    const rate = (value: number) =>
      `${(Math.trunc((value * 100 * 10 ** decimals * 10 + off) / 10) / 10 ** decimals).toFixed(decimals)}%`
    const own = { 年度: '2023', 项目: '某项目', ...words, 完成值: printed(a) }
    if (kind === 'completion') return { ...own, 目标值: printed(t), 完成率: rate(a / t) }
    if (kind === 'target') return { ...own, 目标值: printed(t) }
    if (kind === 'share') return { ...own, 基数: printed(t), 占比: rate(a / t) }
    if (kind === 'growth') return { ...own, 上期值: printed(t), 同比: rate(a / t - 1) }
    if (kind === 'gap')
      return {
        ...own,
        目标值: printed(t),
        超目标: printed(a - t + off / 10) + (words.单位 === '%' ? '个百分点' : ''),
      }
    if (kind === 'alone') return { ...own, 完成值: '', 完成率: rate(a / t) }
    return kind === 'claim' ? { ...own, 声明: '已完成' } : own
  })
