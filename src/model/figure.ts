import { decimal, multiply, power10, type Rational } from '../lib/rational.ts'
import { splitScale } from './unit.ts'

/** How a printed number is hedged: 约 about, 近 nearly, 超 over, 不少于 at least, 不超过 at most. */
export type Qualifier = 'about' | 'nearly' | 'over' | 'atLeast' | 'atMost'

/**
 * A number as somebody printed it. It keeps its text, because trailing zeros carry precision: `100%` and
 * `100.0%` are different statements, and so are `2万` and `20000`.
 */
export interface Figure {
  /** The cell as it was, trimmed. */
  readonly text: string
  /** Sign and digits in ASCII, no separators: `-1007.80`. */
  readonly digits: string
  /** Number of printed decimals. */
  readonly decimals: number
  /** Power of ten of the scale words, the 单位 column's included: 58.85 万人次 → 4. */
  readonly exponent: number
  /** Bare unit, the scale split off; '' if none. */
  readonly unit: string
  readonly qualifier: Qualifier | undefined
  /** In base units: 58.85万 → 588500; 210% → 210; 5‰ → 0.5 (percent). */
  readonly value: Rational
  /** Unit in the last place, in base units: 10^(−decimals) × scale. */
  readonly ulp: Rational
}

export type FigureProblem = 'unreadable' | 'several'

const BEFORE: ReadonlyArray<readonly [string, Qualifier]> = [
  ['不少于', 'atLeast'],
  ['不低于', 'atLeast'],
  ['不超过', 'atMost'],
  ['至少', 'atLeast'],
  ['超过', 'over'],
  ['约', 'about'],
  ['近', 'nearly'],
  ['超', 'over'],
  ['逾', 'over'],
]
const BEHIND: ReadonlyArray<readonly [string, Qualifier]> = [
  ['以上', 'atLeast'],
  ['左右', 'about'],
  ['余', 'over'],
  ['多', 'over'],
]

/** A longer cell is a text, or filled by mistake. */
export const LONGEST_FIGURE = 200
/**
 * Beyond these nobody printed a figure of anything, and a quotient of two might be no number that a drawing or a JSON
 * can hold: 亿亿亿亿 is 10^32.
 */
const MOST_DIGITS = 100
const HIGHEST_SCALE = 32

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/
const MINUS = /^[−–－﹣](?=\d)/

/**
 * Reads one cell by the contract's grammar. `columnUnit` is the row's 单位: its scale applies where the
 * figure has neither a scale nor a unit of its own, its unit where the figure has none.
 * @returns the figure, or why there is none: `several` figures in the cell, or `unreadable`.
 */
export function parseFigure(cell: string, columnUnit = ''): Figure | FigureProblem {
  const text = cell.trim()
  if (text.length > LONGEST_FIGURE) return 'unreadable'
  // NFKC maps full-width digits, signs and ％ to ASCII; ㎡ would become m2, so units are kept from `text`'s own form.
  const ascii = text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  // Taking the space out of `736 4000` would make one figure of two.
  if (/\d[.,]?\s+[.,]?\d/.test(ascii)) return 'several'
  const plain = ascii.replace(/\s/g, '')
  const front = takeFront(plain, BEFORE)
  const signed = front.rest.replace(MINUS, '-')
  const number = NUMBER.exec(signed)?.[0]
  if (number === undefined) return isParted(plain) ? 'several' : 'unreadable'
  const tail = readTail(signed.slice(number.length))
  if (tail === undefined) return 'several'
  const qualifiers = new Set([front.qualifier, ...tail.qualifiers].filter((q) => q !== undefined))
  if (qualifiers.size > 1) return 'unreadable'
  return build(text, number, tail, qualifiers, columnUnit)
}

/** Whether something parts two of its digits that is not of a number. */
function isParted(text: string): boolean {
  const first = text.search(/\d/)
  if (first < 0) return false
  let last = text.length - 1
  while (!/\d/.test(text.charAt(last))) last -= 1
  return /[^\d.,]/.test(text.slice(first, last))
}

function takeFront(text: string, words: typeof BEFORE): { rest: string; qualifier: Qualifier | undefined } {
  const hit = words.find(([word]) => text.startsWith(word))
  return hit ? { rest: text.slice(hit[0].length), qualifier: hit[1] } : { rest: text, qualifier: undefined }
}

interface Tail {
  readonly exponent: number
  readonly unit: string
  readonly qualifiers: Qualifier[]
}

/** What may stand behind the digits: 余, scale words, 余 again, a unit, 以上 or 左右. Undefined if another figure does. */
function readTail(text: string): Tail | undefined {
  if (/\d/.test(text)) return undefined
  const qualifiers: Qualifier[] = []
  const take = (rest: string): string => {
    const hit = takeFront(rest, BEHIND)
    if (hit.qualifier) qualifiers.push(hit.qualifier)
    return hit.rest
  }
  const { exponent, unit: afterScale } = splitScale(take(text))
  let unit = take(afterScale)
  const last = BEHIND.find(([word]) => unit.endsWith(word))
  if (last) {
    qualifiers.push(last[1])
    unit = unit.slice(0, -last[0].length)
  }
  return { exponent, unit, qualifiers }
}

/** A unit is a word, or a percent sign; anything else behind the digits means that the cell is no figure. */
const UNIT = /^(?:[%‰]|[\p{L}㎡㎞²³/·]*)$/u

function build(
  text: string,
  number: string,
  tail: Tail,
  qualifiers: ReadonlySet<Qualifier>,
  columnUnit: string,
): Figure | FigureProblem {
  // 3成 is 30 %, which no unit says.
  if (!UNIT.test(tail.unit) || tail.unit === '成') return 'unreadable'
  const column = splitScale(columnUnit.replace('％', '%').trim())
  const bare = tail.unit === ''
  const exponent = bare && tail.exponent === 0 ? column.exponent : tail.exponent
  const unit = bare ? column.unit : tail.unit
  const digits = number.replaceAll(',', '').replace(/^\+/, '')
  if (exponent > HIGHEST_SCALE || digits.length > MOST_DIGITS) return 'unreadable'
  const decimals = digits.split('.')[1]?.length ?? 0
  const factor = power10(unit === '‰' ? exponent - 1 : exponent)
  return {
    text,
    digits,
    decimals,
    exponent,
    unit,
    qualifier: [...qualifiers][0],
    value: multiply(decimal(digits), factor),
    ulp: multiply(power10(-decimals), factor),
  }
}

/** Whether the figure is a rate: printed in %, ‰ or percentage points. */
export const isPercent = (figure: Figure): boolean =>
  figure.unit === '%' || figure.unit === '‰' || figure.unit === '个百分点' || figure.unit === '百分点'
export const isPoints = (figure: Figure): boolean => figure.unit === '个百分点' || figure.unit === '百分点'
