/** Units and scale words, as they stand in the 单位 column or behind a figure. */

const SCALES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Units that merely begin like a scale word: 千米 is a kilometre, not a thousand metres of something. */
const NOT_SCALED = ['千米', '千克', '千瓦', '千伏', '百分点', '百分比', '千卡']

export interface ScaledUnit {
  /** Power of ten that the scale words stand for: 万 → 4, 十万 → 5, none → 0. */
  readonly exponent: number
  /** The scale words as written, '' if none. */
  readonly words: string
  /** What is left: the bare unit. */
  readonly unit: string
}

/** Splits the scale words off the front: `万人次` → 4, 人次. */
export function splitScale(text: string): ScaledUnit {
  let exponent = 0
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const step = SCALES[rest.charAt(0)]
    if (step === undefined || NOT_SCALED.some((unit) => rest.startsWith(unit))) break
    exponent += step
    at += 1
  }
  return { exponent, words: text.slice(0, at), unit: text.slice(at) }
}

/** What two figures must share to be compared. */
export type Dimension =
  | 'percent'
  | 'money'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'energy'
  | 'time'
  | 'person'
  | 'turn'
  | 'household'
  | 'thing'
  | 'unknown'

interface Measure {
  readonly dimension: Dimension
  /** How many of the dimension's base unit one of these is, as a power of ten; undefined: not convertible. */
  readonly power?: number
}

const MEASURES: Readonly<Record<string, Measure>> = {
  '%': { dimension: 'percent', power: 0 },
  '‰': { dimension: 'percent', power: -1 },
  个百分点: { dimension: 'percent', power: 0 },
  百分点: { dimension: 'percent', power: 0 },
  元: { dimension: 'money', power: 0 },
  公里: { dimension: 'length', power: 3 },
  千米: { dimension: 'length', power: 3 },
  米: { dimension: 'length', power: 0 },
  延米: { dimension: 'length', power: 0 },
  里: { dimension: 'length' },
  平方米: { dimension: 'area', power: 0 },
  '㎡': { dimension: 'area', power: 0 },
  平方: { dimension: 'area', power: 0 },
  平方公里: { dimension: 'area', power: 6 },
  平方千米: { dimension: 'area', power: 6 },
  公顷: { dimension: 'area', power: 4 },
  亩: { dimension: 'area' },
  立方米: { dimension: 'volume', power: 0 },
  立方: { dimension: 'volume', power: 0 },
  方: { dimension: 'volume', power: 0 },
  升: { dimension: 'volume' },
  吨: { dimension: 'mass', power: 6 },
  公斤: { dimension: 'mass', power: 3 },
  千克: { dimension: 'mass', power: 3 },
  克: { dimension: 'mass', power: 0 },
  斤: { dimension: 'mass' },
  吨标准煤: { dimension: 'mass' },
  千瓦: { dimension: 'energy' },
  千瓦时: { dimension: 'energy' },
  千伏安: { dimension: 'energy' },
  度: { dimension: 'energy' },
  小时: { dimension: 'time' },
  分钟: { dimension: 'time' },
  秒: { dimension: 'time' },
  天: { dimension: 'time' },
  日: { dimension: 'time' },
  工作日: { dimension: 'time' },
  周: { dimension: 'time' },
  月: { dimension: 'time' },
  个月: { dimension: 'time' },
  年: { dimension: 'time' },
  岁: { dimension: 'time' },
}

const COUNTED: Readonly<Record<string, Dimension>> = {
  人: 'person',
  名: 'person',
  位: 'person',
  人次: 'turn',
  例次: 'turn',
  户次: 'turn',
  户: 'household',
  单元: 'thing',
}

/** The dimension of a bare unit; a unit we do not know counts things one by one, a blank one is unknown. */
export function dimensionOf(unit: string): Dimension {
  if (unit === '') return 'unknown'
  return MEASURES[unit]?.dimension ?? COUNTED[unit] ?? (isMeasure(unit) ? 'unknown' : 'thing')
}

/**
 * Whether a bare unit counts things one by one (人 户 所 个 …), so that a whole number of them is exact.
 * A compound (元/人, 平方米每人) measures; so does anything in the table above.
 */
export const isCounted = (unit: string): boolean => !isMeasure(unit)

/** Whether amounts in a bare unit add up across regions: counts and measures do, spans of time and ratios do not. */
export const isAdded = (unit: string): boolean =>
  (unit === '' || dimensionOf(unit) !== 'unknown') &&
  !['time', 'percent'].includes(dimensionOf(unit)) &&
  !/^(?:位次|名次|分|倍|级)$/.test(unit)

function isMeasure(unit: string): boolean {
  if (COUNTED[unit] !== undefined) return false
  return (
    MEASURES[unit] !== undefined ||
    /[/／每%‰℃°A-Za-z]/.test(unit) ||
    /(?:米|元|公里|公顷|亩|吨|克|斤|升|瓦时?)$/.test(unit)
  )
}

/**
 * Whether figures in two bare units can be compared, and by which power of ten the second must be
 * multiplied to stand in the first. 个 of anything may be compared with another count of things;
 * 人 with 户 or with 人次 may not. A unit we know nothing of is given the benefit of the doubt.
 */
export function conversion(from: string, to: string): number | undefined {
  if (from === to) return 0
  const a = dimensionOf(from)
  const b = dimensionOf(to)
  if (a === 'unknown' || b === 'unknown') return 0
  if (a !== b) return bothCounts(a, b) ? 0 : undefined
  if (a === 'person' || a === 'turn' || a === 'household' || a === 'thing') return 0
  const here = MEASURES[from]?.power
  const there = MEASURES[to]?.power
  return here === undefined || there === undefined ? undefined : here - there
}

/** 名 and 个 may count the same people; 人 and 户 never count the same thing. */
function bothCounts(a: Dimension, b: Dimension): boolean {
  const loose = (x: Dimension) => x === 'thing'
  const counts = (x: Dimension) => loose(x) || x === 'person' || x === 'turn' || x === 'household'
  return counts(a) && counts(b) && (loose(a) || loose(b))
}
