import { unescapeCell } from '../load/cell.ts'
import { ownCopy } from '../load/compact.ts'
import {
  type Figure,
  isPercent,
  isPoints,
  LONGEST_FIGURE,
  parseFigure,
  type Qualifier,
} from '../model/figure.ts'
import { conversion, isAdded, isCounted } from '../model/unit.ts'
import type { Dictionary } from './dictionary.ts'

/** What stands around the digits of a figure: all of it but the number. Equal ones are one object. */
export interface Shape {
  readonly id: number
  readonly unit: string
  /** Power of ten that the digits are multiplied by, that of ‰ included. */
  readonly power: number
  readonly isNegative: boolean
  readonly qualifier: Qualifier | undefined
  readonly isPercent: boolean
  readonly isPoints: boolean
  /** Whether a whole number of it is exactly itself. */
  readonly countsWholes: boolean
  readonly isAdded: boolean
}

/** For cells that hold no figure that can be read here. */
export const UNKNOWN = -1
/** Beyond so many digits a whole number may be no double. */
const MOST_DIGITS = 15
const [ZERO, NINE, POINT, COMMA] = [48, 57, 46, 44]
/** Stands for the unit of a column that is a percentage. */
const PERCENT = 0

/**
 * Reads figures as a whole number, its decimals and what stands around it. Each kind of surroundings is shown once to
 * `parseFigure`, with a 1 for its number, so that the grammar is written down in one place.
 */
export class Shapes {
  readonly all: Shape[] = []
  /** Of the figure read last. */
  mantissa = 0
  decimals = 0
  private readonly ids = new Map<string, number>()
  private readonly affixes = new Affixes()
  private readonly bare = this.affixes.codeOf('', '')
  /** By affix and unit. */
  private readonly known: (number | undefined)[][] = []
  private readonly units: readonly string[]

  /** @param units the values of the 单位 column, as they come */
  constructor(units: Dictionary) {
    this.units = units.values
  }

  /** The shape's id of a figure in a percentage column, or UNKNOWN. */
  readPercent(text: string, from: number, to: number): number {
    return this.readIn(text, from, to, PERCENT)
  }

  /**
   * The shape's id of the cell that stands there in a text, or UNKNOWN; number and decimals in `mantissa` and
   * `decimals`.
   * @param unit code of the row's 单位
   */
  read(text: string, from: number, to: number, unit: number): number {
    return this.readIn(text, from, to, unit + 1)
  }

  private readIn(text: string, from: number, to: number, unit: number): number {
    const code = text.charCodeAt(from)
    if (code >= ZERO && code <= NINE) return this.readFrom(text, from, from, to, unit)
    const cell = unescapeCell(text.slice(from, to).trim())
    const first = firstDigit(cell)
    return first < 0 ? this.odd() : this.readFrom(cell, 0, first, cell.length, unit)
  }

  /** @param start of the cell, `from` of its digits, `to` its end */
  private readFrom(text: string, start: number, from: number, to: number, unit: number): number {
    if (to - start > LONGEST_FIGURE) return this.odd()
    let mantissa = 0
    let at = from
    let code = 0
    for (; at < to; at++) {
      code = text.charCodeAt(at)
      if (code < ZERO || code > NINE) break
      mantissa = mantissa * 10 + (code - ZERO)
    }
    let decimals = 0
    if (at < to && code === COMMA) return this.readGrouped(text.slice(start, to), from - start, unit)
    if (at < to && code === POINT) {
      const point = at
      for (at += 1; at < to; at++) {
        code = text.charCodeAt(at)
        if (code < ZERO || code > NINE) break
        mantissa = mantissa * 10 + (code - ZERO)
      }
      decimals = at - point - 1
      if (decimals === 0) return this.odd()
    }
    if (at - from > MOST_DIGITS) return this.odd()
    this.mantissa = mantissa
    this.decimals = decimals
    if (start === from && at === to) return this.shapeOf(this.bare, unit)
    return this.shapeOf(this.affixes.codeOf(text.slice(start, from), text.slice(at, to)), unit)
  }

  /** 1,078 without its separators. */
  private readGrouped(text: string, from: number, unit: number): number {
    const number = /^\d{1,3}(?:,\d{3})+(?![\d,])/.exec(text.slice(from))?.[0]
    if (number === undefined) return this.odd()
    const plain = text.slice(0, from) + number.replaceAll(',', '') + text.slice(from + number.length)
    return this.readFrom(plain, 0, from, plain.length, unit)
  }

  private odd(): number {
    this.isOdd = true
    return UNKNOWN
  }

  private shapeOf(affix: number, unit: number): number {
    if (affix < 0) return this.odd()
    let byUnit = this.known[affix]
    if (!byUnit) {
      byUnit = []
      this.known[affix] = byUnit
    }
    let id = byUnit[unit]
    if (id === undefined) {
      id = this.learn(this.affixes.before[affix] ?? '', this.affixes.behind[affix] ?? '', unit)
      byUnit[unit] = id
    }
    return id
  }

  private learn(before: string, behind: string, unit: number): number {
    const figure = parseFigure(`${before}1${behind}`, unit === PERCENT ? '%' : (this.units[unit - 1] ?? ''))
    // Any other digit in it is not ASCII, or belongs to another number.
    if (typeof figure === 'string' || !/^-?1$/.test(figure.digits)) return UNKNOWN
    if (unit === PERCENT && !isPercent(figure)) return UNKNOWN
    return this.intern(figure)
  }

  private intern(figure: Figure): number {
    const { unit, exponent, qualifier, digits } = figure
    const power = unit === '‰' ? exponent - 1 : exponent
    const key = `${unit} ${power} ${qualifier} ${digits}`
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.all.length
    this.ids.set(key, id)
    this.all.push({
      id,
      unit,
      power,
      isNegative: digits.startsWith('-'),
      qualifier,
      isPercent: isPercent(figure),
      isPoints: isPoints(figure),
      countsWholes: exponent === 0 && !isPercent(figure) && isCounted(unit),
      isAdded: isAdded(unit),
    })
    return id
  }

  /** Whether there were cells of which not all is known that stands around their digits. */
  isOdd = false

  /** What stands before and behind digits anywhere. */
  get around(): { readonly before: readonly string[]; readonly behind: readonly string[] } {
    return this.affixes
  }

  private readonly fitting: (boolean | undefined)[][] = []

  /** Whether figures of two shapes can be compared as they are, no unit being converted. */
  fit(a: Shape, b: Shape): boolean {
    if (a === b) return true
    let row = this.fitting[a.id]
    if (!row) {
      row = []
      this.fitting[a.id] = row
    }
    row[b.id] ??= conversion(b.unit, a.unit) === 0
    return row[b.id] === true
  }
}

/** Many different ones are no figures, but words in the wrong column. */
const MOST_AFFIXES = 10_000

/** Numbers what stands before and behind the digits of figures. */
class Affixes {
  readonly before: string[] = []
  readonly behind: string[] = []
  private readonly alone = new Map<string, number>()
  private readonly around = new Map<string, number>()
  private last = -1

  /** UNKNOWN where there are too many. */
  codeOf(before: string, behind: string): number {
    const { last } = this
    if (last >= 0 && behind === this.behind[last] && before === this.before[last]) return last
    const map = before === '' ? this.alone : this.around
    const key = before === '' ? behind : `${before}\u0000${behind}`
    let code = map.get(key)
    if (code === undefined) {
      code = this.before.length
      if (code === MOST_AFFIXES) return UNKNOWN
      map.set(ownCopy(key), code)
      this.before.push(ownCopy(before))
      this.behind.push(ownCopy(behind))
    }
    this.last = code
    return code
  }
}

function firstDigit(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) return at
  }
  return -1
}
