import type { Cells } from './build.ts'

/** Made-up figures in the manner of a city's year: nothing here was ever printed by anyone. */

const CITY = '南阳市'
export const COUNTIES = [
  ['宛城区', 92],
  ['卧龙区', 101],
  ['镇平县', 86],
  ['内乡县', 63],
  ['西峡县', 48],
  ['淅川县', 60],
  ['邓州市', 140],
  ['唐河县', 112],
  ['社旗县', 61],
  ['方城县', 95],
  ['南召县', 55],
  ['桐柏县', 41],
  ['新野县', 66],
] as const

interface Told {
  readonly no: string
  readonly project: string
  readonly level: string
  readonly domain: string
  readonly indicator: string
  readonly unit: string
}

const base = ({ no, project, level, domain, indicator, unit }: Told): Cells => ({
  年度: '2023',
  截至: '2023-12-20',
  序号: no,
  项目: project,
  层级: level,
  领域: domain,
  指标: indicator,
  单位: unit,
  出处: '虚构，仅供测试',
})

const TRAINING: Told = {
  no: '1',
  project: '推进“人人持证、技能河南”建设',
  level: '省定',
  domain: '就业',
  indicator: '职业技能培训',
  unit: '人次',
}
const ROADS: Told = {
  no: '2',
  project: '完善农村基础设施建设',
  level: '省定',
  domain: '城乡建设',
  indicator: '新建和改造农村公路',
  unit: '公里',
}
const HOUSES: Told = {
  no: '3',
  project: '城镇老旧小区改造',
  level: '省定',
  domain: '城乡建设',
  indicator: '完工小区',
  unit: '个',
}
const SCREENING: Told = {
  no: '4',
  project: '适龄妇女“两癌”免费筛查',
  level: '省定',
  domain: '妇幼健康',
  indicator: '筛查覆盖率',
  unit: '%',
}
const BUSES: Told = {
  no: '11',
  project: '更新城乡公交车',
  level: '市定',
  domain: '城乡建设',
  indicator: '更新公交车',
  unit: '辆',
}

/** A city and its thirteen counties: parts that add up, parts that come to more, parts that lack a figure. */
export function countiesDemo(): Cells[] {
  const own = (told: Told, cells: Cells): Cells => ({ ...base(told), 地区: CITY, ...cells })
  const each = (told: Told, cellsOf: (weight: number, i: number) => Cells | undefined): Cells[] =>
    COUNTIES.flatMap(([name, weight], i) => {
      const cells = cellsOf(weight, i)
      return cells ? [{ ...base(told), 地区: `${CITY}/${name}`, ...cells }] : []
    })
  const trained = (weight: number) => weight * 577
  const all = COUNTIES.reduce((sum, [, weight]) => sum + trained(weight), 0)
  return [
    own(TRAINING, { 完成值: String(all), 目标值: '500000' }),
    own(ROADS, { 完成值: '1007.8', 目标值: '900', 完成率: '112%' }),
    own(HOUSES, { 完成值: '412', 目标值: '430', 完成率: '95.8%' }),
    own(SCREENING, { 完成值: '101.1', 目标值: '100' }),
    own(BUSES, { 完成值: '356', 声明: '全部完成' }),
    ...each(TRAINING, (weight, i) => ({
      完成值: String(trained(weight)),
      目标值: String(weight * (i % 4 === 1 ? 610 : 480)),
    })),
    // 1.1 each: more than the city's.
    ...each(ROADS, (weight, i) => ({
      完成值: (weight * 1.1).toFixed(1),
      目标值: String(weight),
      完成率: i === 6 ? '101%' : '110%',
    })),
    ...each(HOUSES, (weight, i) =>
      i === 10 ? undefined : i === 11 ? { 声明: '全部完工' } : { 完成值: String(Math.floor(weight / 3)) },
    ),
    ...each(SCREENING, (weight) => ({ 完成值: (85 + (weight % 17)).toFixed(1), 目标值: '90' })),
  ]
}

/** A city's year in four reports: one figure falls back, one target is another in autumn, one has no target. */
export function quartersDemo(): Cells[] {
  const DATES = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-20']
  const told = (of: Told, cellsOf: (i: number) => Cells | undefined): Cells[] =>
    DATES.flatMap((date, i) => {
      const cells = cellsOf(i)
      return cells ? [{ ...base(of), 地区: CITY, 截至: date, ...cells }] : []
    })
  const pick = (texts: readonly string[]) => (i: number) => texts[i] ?? ''
  return [
    ...told(TRAINING, (i) => ({
      完成值: pick(['61200', '173800', '271500', '588500'])(i),
      目标值: '280000',
      完成率: pick(['21.9%', '62.1%', '97.0%', '210.2%'])(i),
    })),
    // Falls back in autumn.
    ...told(ROADS, (i) => ({ 完成值: pick(['118.5', '462.0', '431.7', '1007.8'])(i), 目标值: '900' })),
    // Another target from autumn on.
    ...told(HOUSES, (i) => ({
      完成值: pick(['38', '150', '301', '412'])(i),
      目标值: i < 2 ? '480' : '430',
      完成率: pick(['7.9%', '31.3%', '70.0%', '95.8%'])(i),
    })),
    ...told(SCREENING, (i) => ({ 完成值: pick(['71.2', '84.0', '95.5', '101.1'])(i), 目标值: '100' })),
    // No target, and none told in autumn.
    ...told(BUSES, (i) => (i === 2 ? undefined : { 完成值: pick(['40', '166', '', '356'])(i) })),
  ]
}
