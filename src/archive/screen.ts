import type { Rule } from '../checks/rule.ts'
import { HUNDRED, multiply, type Rational, toNumber } from '../lib/rational.ts'
import type { RuleId } from '../model/finding.ts'
import type { RelationKind } from '../model/relation.ts'
import { PACE_FROM, type Pace } from '../model/status.ts'
import { KINDS } from './outcome.ts'
import { isUnder, Relation, TEN, type Term } from './quotient.ts'
import { NO_RULES, type RuleSets } from './ruleSets.ts'
import { type Shape, type Shapes, UNKNOWN } from './shapes.ts'

/** Places of the figure columns, in the order of FIGURE_COLUMNS. */
export const [ACTUAL, TARGET, COMPLETION, EXCESS, BASE, SHARE, PREVIOUS, GROWTH] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const
export const FIGURES = 8
/** A figure that is not there. */
export const ABSENT = -2

/** What the words of a row say that the screen has to know. */
export interface Words {
  /** 方向, 口径, 指标 or 声明 that only the rules themselves can judge. */
  readonly isOdd: boolean
  /** A claim that something was done, but not all of it. */
  readonly claims: boolean
  readonly isYearEnd: boolean
  /** Days gone by and days in the year; 0 where there is no course to follow. */
  readonly gone: number
  readonly days: number
}

/** What the screen itself tells of a row. */
const TOLD = [
  'below-target',
  'target-too-easy',
  'crosses-target',
  'completion-mismatch',
  'capped-at-100',
] as const satisfies readonly RuleId[]

/** Whether a rule has to be asked about every row, whatever is proven of it. */
export const asksRows = (rules: readonly Rule[]): boolean =>
  rules.some(
    (rule) =>
      (rule.scope === 'row' || rule.ofRow !== undefined) &&
      rule.screened !== 'silent' &&
      !(rule.screened === 'told' && TOLD.some((id) => id === rule.id)),
  )

const percent = (part: Rational): number => toNumber(multiply(part, HUNDRED))
const [ON_PACE, SLOW] = [percent(PACE_FROM.onPace), percent(PACE_FROM.slow)]

/** Columns in the actual's own unit. */
const IN_ITS_UNIT = (1 << TARGET) | (1 << EXCESS) | (1 << BASE) | (1 << PREVIOUS)
const CAN_BE_ZERO = (1 << EXCESS) | (1 << GROWTH)
const RATES = (1 << COMPLETION) | (1 << SHARE) | (1 << GROWTH)
const OF_TARGET = (1 << ACTUAL) | (1 << TARGET)
const OF_BASE = (1 << ACTUAL) | (1 << BASE) | (1 << SHARE)
const OF_PREVIOUS = (1 << ACTUAL) | (1 << PREVIOUS) | (1 << GROWTH)

/** A relation with all three members printed, as far as the screen proves it. */
export interface Proven {
  readonly kind: RelationKind
  readonly verdict: 'exact' | 'within-rounding' | 'inconsistent'
}

/** By kind of relation: the column that prints its percentage or gap. */
const STATED_COLUMNS = [COMPLETION, EXCESS, SHARE, GROWTH] as const
const STATED = STATED_COLUMNS.reduce((bits, column) => bits | (1 << column), 0)

/** Whether a percentage stands with both of its members, or is not there and cannot be worked out. */
function isWhole(filled: number, stated: number, other: number): boolean {
  const hasBoth = (filled & (1 << ACTUAL)) !== 0 && (filled & (1 << other)) !== 0
  return ((filled & (1 << stated)) !== 0) === hasBoth
}

/**
 * An exact test of one row by whole numbers below 2^53. It speaks for plain figures of fitting units only, and says
 * of a row what `relationsOf`, `reachOf`, `progressOf` and the rules would; where it is not sure that it can, it says
 * nothing, and they are asked.
 */
export class Screen {
  /** The row's figures: whole number, decimals and shape (ABSENT, UNKNOWN) of each column. */
  readonly mantissa = new Float64Array(FIGURES)
  readonly decimals = new Int32Array(FIGURES)
  readonly shape = new Int32Array(FIGURES).fill(ABSENT)
  /** A bit for each column that is filled. */
  filled = 0

  // What was proven of the row.
  findings = NO_RULES
  checked = 0
  held = 0
  fits = 0
  reach: 'reached' | 'missed' | undefined
  pace: Pace | undefined

  /** A bit for each kind of relation that holds exactly, and for completion where it cannot be. */
  private exact = 0
  private isDenied = false
  private readonly told = new Map<number, readonly Proven[]>()

  private isPlain = true
  private actual: Shape | undefined
  private readonly shapes: Shapes
  private readonly relation = new Relation()
  private readonly first: Term = { mantissa: 0, power: 0, isExact: false }
  private readonly second: Term = { mantissa: 0, power: 0, isExact: false }

  private readonly sets: RuleSets
  private readonly placeOf: Readonly<Record<(typeof TOLD)[number], number>>

  constructor(shapes: Shapes, sets: RuleSets) {
    this.shapes = shapes
    this.sets = sets
    this.placeOf = Object.fromEntries(TOLD.map((id) => [id, sets.placeOf(id)])) as Screen['placeOf']
  }

  /** Begins another row. */
  clear(): void {
    for (let column = 0; column < FIGURES; column++) this.shape[column] = ABSENT
    this.filled = 0
    this.isPlain = true
    this.actual = undefined
  }

  /** Columns in their order, the actual first. */
  set(column: number, id: number, mantissa: number, decimals: number): void {
    this.filled |= 1 << column
    this.shape[column] = id
    this.mantissa[column] = mantissa
    this.decimals[column] = decimals
    const shape = id === UNKNOWN ? undefined : this.shapes.all[id]
    if (column === ACTUAL) this.actual = shape
    if (!shape || (this.isPlain && !this.isPlainAt(column, shape, mantissa))) this.isPlain = false
  }

  has(column: number): boolean {
    return (this.filled & (1 << column)) !== 0
  }

  /** Whether the row is proven: no rule speaks but those in `findings`. */
  proves(words: Words): boolean {
    this.findings = NO_RULES
    this.checked = 0
    this.held = 0
    this.fits = 0
    this.exact = 0
    this.isDenied = false
    this.reach = undefined
    this.pace = undefined
    if (words.isOdd || !this.isPlain || !this.isCommon(words)) return false
    const { filled } = this
    if ((filled & OF_BASE) === OF_BASE && !this.holds(2, SHARE, BASE)) return false
    if ((filled & OF_PREVIOUS) === OF_PREVIOUS && !this.holds(3, GROWTH, PREVIOUS)) return false
    if ((filled & OF_TARGET) === OF_TARGET) return this.holdsAgainstTarget() && this.stands(words)
    if (this.has(COMPLETION)) {
      const unit = TEN[this.places(COMPLETION)] ?? 0
      this.reach = this.printedReach(unit)
      return this.follows(words, this.number(COMPLETION), unit)
    }
    return true
  }

  /**
   * The relations of a proven row, as `relationsOf` lists them, where each has all three members printed; undefined where
   * one of them is implied or cannot be told.
   */
  relations(): readonly Proven[] | undefined {
    const { filled } = this
    const hasBoth = (filled & OF_TARGET) === OF_TARGET
    const isOfRate = this.actual?.isPercent === true
    if (this.has(COMPLETION) ? !hasBoth : hasBoth && !isOfRate) return undefined
    if (this.has(EXCESS) ? !hasBoth : hasBoth && isOfRate) return undefined
    if (!isWhole(filled, SHARE, BASE) || !isWhole(filled, GROWTH, PREVIOUS)) return undefined
    const key = (filled & STATED) | (this.exact << FIGURES) | (Number(this.isDenied) << (FIGURES + 4))
    let told = this.told.get(key)
    if (!told) {
      told = STATED_COLUMNS.flatMap((column, kind) =>
        this.has(column) ? [{ kind: KINDS[kind] as RelationKind, verdict: this.verdictOf(kind) }] : [],
      )
      this.told.set(key, told)
    }
    return told
  }

  private verdictOf(kind: number): Proven['verdict'] {
    if (kind === 0 && this.isDenied) return 'inconsistent'
    return this.exact & (1 << kind) ? 'exact' : 'within-rounding'
  }

  private number(column: number): number {
    return this.mantissa[column] ?? 0
  }

  private places(column: number): number {
    return this.decimals[column] ?? 0
  }

  private shapeOf(column: number): Shape | undefined {
    return this.shapes.all[this.shape[column] ?? 0]
  }

  /** Above zero, a gap or growth apart, not hedged, a target apart (不少于 8166 is exactly that), and in the actual's unit. */
  private isPlainAt(column: number, shape: Shape, mantissa: number): boolean {
    const bit = 1 << column
    const { qualifier } = shape
    if (qualifier !== undefined && (column !== TARGET || qualifier === 'about' || qualifier === 'atMost'))
      return false
    if ((CAN_BE_ZERO & bit) === 0 && (shape.isNegative || mantissa === 0)) return false
    if ((RATES & bit) !== 0 && (shape.power !== 0 || shape.isPoints)) return false
    return (IN_ITS_UNIT & bit) === 0 || this.actual === undefined || this.shapes.fit(this.actual, shape)
  }

  /** No lone pair of figures, and no words, that a rule would ask about. */
  private isCommon(words: Words): boolean {
    const { actual, filled } = this
    if (this.has(EXCESS)) {
      // A gap beside anything but a count in its unit, or points beside a rate, has readings of its own.
      const excess = this.shapeOf(EXCESS)
      if (!excess || !actual || !(actual.isPercent ? excess.isPoints : !excess.isPercent)) return false
      if (!this.has(TARGET)) return false
    }
    // A target worked out of completion and actual is asked about by several rules.
    if (this.has(COMPLETION) && actual && !this.has(TARGET)) return false
    if (this.has(GROWTH) && (!actual || (actual.isPercent && !this.has(PREVIOUS)))) return false
    if (this.has(SHARE) ? this.isOver100(SHARE) : actual?.isPercent && this.isOver100(ACTUAL)) return false
    if (actual?.isPercent && this.has(TARGET) && !this.shapeOf(TARGET)?.isPercent) return false
    const shows = (1 << TARGET) | (1 << COMPLETION) | (1 << EXCESS) | (1 << SHARE)
    return !words.claims || (filled & shows) !== 0 || actual?.unit === '%'
  }

  /** Conservative: a rate in ‰ may say so without being it. */
  private isOver100(column: number): boolean {
    return this.number(column) > 100 * (TEN[this.places(column)] ?? 0)
  }

  private setTerm(term: Term, column: number): void {
    const shape = this.shapeOf(column)
    const decimals = this.places(column)
    term.mantissa = this.number(column)
    term.power = (shape?.power ?? 0) - decimals
    term.isExact = decimals === 0 && shape?.countsWholes === true
  }

  private holds(kind: number, stated: number, other: number): boolean {
    const { relation } = this
    this.setTerm(this.first, ACTUAL)
    this.setTerm(this.second, other)
    if (!relation.setInputs(this.first, this.second, false)) return false
    const sign = this.shapeOf(stated)?.isNegative ? -1 : 1
    if (!relation.setPercent(sign * this.number(stated), this.places(stated), stated === GROWTH)) return false
    return relation.holds() && this.keep(kind)
  }

  private keep(kind: number): true {
    this.checked += 1
    this.held += 1
    this.fits |= this.relation.fits() << (kind * 4)
    if (this.relation.isExact()) this.exact |= 1 << kind
    return true
  }

  /** Completion and gap, as far as they were printed; the relation keeps actual and target. */
  private holdsAgainstTarget(): boolean {
    const { relation } = this
    this.setTerm(this.first, ACTUAL)
    this.setTerm(this.second, TARGET)
    if (!relation.setInputs(this.first, this.second, true)) return false
    if (this.has(EXCESS)) {
      const shape = this.shapeOf(EXCESS)
      const decimals = this.places(EXCESS)
      const gap = shape?.isNegative ? -this.number(EXCESS) : this.number(EXCESS)
      const isExact = decimals === 0 && shape?.countsWholes === true
      if (!relation.setGap(gap, (shape?.power ?? 0) - decimals, isExact) || !relation.holds()) return false
      this.keep(1)
    }
    if (!this.has(COMPLETION)) return true
    const stated = this.number(COMPLETION)
    const decimals = this.places(COMPLETION)
    if (!relation.setPercent(stated, decimals, false)) return false
    // 2万 beside 108.3% may be too coarse to say anything.
    if (relation.holds()) return (this.first.isExact || this.number(ACTUAL) > 20) && this.keep(0)
    if (!relation.isImpossible()) return false
    this.checked += 1
    this.isDenied = true
    this.deny(stated, 100 * (TEN[decimals] ?? 0))
    return true
  }

  /** What the rules say of a printed completion that cannot be. */
  private deny(stated: number, hundred: number): void {
    const { relation } = this
    if (relation.crosses(stated >= hundred)) this.tell('crosses-target')
    const isCapped = stated === hundred && relation.actual > relation.other
    this.tell(isCapped ? 'capped-at-100' : 'completion-mismatch')
  }

  private tell(id: (typeof TOLD)[number]): void {
    this.findings = this.sets.with(this.findings, this.placeOf[id])
  }

  /** As checks/reach.ts has it: a printed completion stays on its side of 100, however it was rounded. */
  private printedReach(unit: number): 'reached' | 'missed' {
    return this.number(COMPLETION) >= 100 * unit ? 'reached' : 'missed'
  }

  /** Reach of an actual against its target, and what follows. */
  private stands(words: Words): boolean {
    const { relation } = this
    if (!this.has(COMPLETION)) {
      const isShort = this.has(EXCESS) && this.number(EXCESS) > 0 && this.shapeOf(EXCESS)?.isNegative
      this.reach = relation.reach(undefined, this.has(EXCESS) ? (isShort ? -1 : 1) : undefined)
      // Of a rate against a rate the completion is told only where it was printed.
      if (this.actual?.isPercent) return this.follows(words, 0, 0)
      return this.follows(words, relation.actual * 100, relation.other)
    }
    const stated = this.number(COMPLETION)
    const unit = TEN[this.places(COMPLETION)] ?? 0
    this.reach = relation.reach(this.printedReach(unit), undefined)
    return relation.leavesRoomFor(stated, unit)
      ? this.follows(words, stated, unit)
      : this.follows(words, relation.actual * 100, relation.other)
  }

  /** What follows from reach and completion, `over` ÷ `under` percent; `under` is 0 where there is none. */
  private follows(words: Words, over: number, under: number): boolean {
    const isRate = this.actual?.isPercent === true
    if (!isRate && under > 0) {
      if (!isUnder(over, 1) || !isUnder(under, 200)) return false
      if (over >= 200 * under) this.tell('target-too-easy')
    }
    if (this.reach !== 'missed') return true
    if (words.isYearEnd) {
      this.tell('below-target')
      return true
    }
    if (isRate || under === 0 || words.days === 0) return true
    if (!isUnder(over, words.days) || !isUnder(under, words.gone * 100)) return false
    // Completion as a percentage of the share of the year gone by.
    const done = over * words.days
    const due = under * words.gone
    this.pace = done >= ON_PACE * due ? 'onPace' : done >= SLOW * due ? 'slow' : 'behind'
    if (this.pace !== 'onPace') this.tell('below-target')
    return true
  }
}
