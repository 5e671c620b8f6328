import { isDate } from '../model/date.ts'
import { isPercent, parseFigure } from '../model/figure.ts'
import { dimensionOf, splitScale } from '../model/unit.ts'
import { isClaim, isDash, isFigure, readPhrase, UNITS } from './phrase.ts'

/** What stands in a column, as shares of its filled cells. */
export interface Beneath {
  /** Filled cells looked at. */
  readonly filled: number
  readonly figures: number
  readonly percents: number
  /** Figures without any unit. */
  readonly bare: number
  /** One figure among words. */
  readonly phrases: number
  readonly claims: number
  readonly dates: number
  /** Four digits that are a year. */
  readonly years: number
  /** Whole numbers that go up by one. */
  readonly running: number
  readonly units: number
  readonly offices: number
  readonly regions: number
  /** Words without any number. */
  readonly words: number
}

const OFFICE = /(?:局|委|办|厅|部|署|中心|公司|政府|院|会|处|科|队|集团|银行|学校|医院|单位|管委会|街道)$/
const REGION = /^(?:全[省市县区]|\p{Script=Han}{1,7}(?:省|市|州|盟|县|区|旗|镇|乡|街道))$/u
/** So much of a cell is looked at. */
const LONGEST_LOOK = 500
/** So short is every unit: 万平方米, 个百分点, 元/人·月. */
const LONGEST_UNIT = 6

export function beneath(cells: readonly string[]): Beneath {
  const texts = cells
    .map((cell) => cell.trim().slice(0, LONGEST_LOOK))
    .filter((text) => text !== '' && !isDash(text))
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length
  const steps = texts.filter((text, i) => i > 0 && Number(text) === Number(texts[i - 1]) + 1).length
  return {
    filled: texts.length,
    figures: share(isFigure),
    percents: share(isRate),
    bare: share(isBare),
    phrases: share((text) => !isFigure(text) && readPhrase(text, 'target') !== undefined),
    claims: share(isClaim),
    dates: share((text) => isDate(text) && !/^\d{4}$/.test(text)),
    years: share((text) => /^(?:19|20)\d{2}年?$/.test(text)),
    running: texts.length < 2 ? share((text) => /^\d{1,4}$/.test(text)) : steps / (texts.length - 1),
    units: share(isUnit),
    offices: share((text) => text.split(/[、，,；;\s]+/).some((one) => OFFICE.test(one))),
    regions: share((text) => REGION.test(text)),
    words: share((text) => !/\d/.test(text)),
  }
}

function isRate(text: string): boolean {
  const figure = parseFigure(text)
  return typeof figure === 'object' && isPercent(figure)
}

function isBare(text: string): boolean {
  const figure = parseFigure(text)
  return typeof figure === 'object' && figure.unit === '' && figure.exponent === 0
}

/** Besides those that stand within words. */
const UNITS_ALONE: ReadonlySet<string> = new Set([...UNITS, ...'床 个处 个座 m m² m2 m³ m3 km²'.split(' ')])

/** Whether a text is a unit, with or without a scale: 万元, 个/处, 元/人·月. */
export function isUnit(text: string): boolean {
  const { unit } = splitScale(text.replace('％', '%'))
  if (UNITS_ALONE.has(unit)) return true
  if (text.length > LONGEST_UNIT || /\d/.test(text)) return false
  if (/[/·]/.test(unit)) return unit.split(/[/·]/).every(isUnit)
  const dimension = dimensionOf(unit)
  return dimension !== 'thing' && dimension !== 'unknown'
}
