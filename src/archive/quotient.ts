import { bitOf } from '../checks/rounding.ts'

/** A printed number: mantissa × 10^power, above zero. */
export interface Term {
  mantissa: number
  power: number
  /** Whether it stands for itself alone; else for all that would print as it. */
  isExact: boolean
}

const MOST = 2 ** 53

/** Whether a product is a whole number that doubles hold exactly. */
export const isUnder = (a: number, b: number): boolean => a * b < MOST

/** Ten to the power of 0 … 15, all of them exact. */
export const TEN: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power)

const [HALF_UP, HALF_EVEN, TRUNCATED, UP] = [
  bitOf('half-up'),
  bitOf('half-even'),
  bitOf('truncate'),
  bitOf('up'),
] as const
const ALL = HALF_UP | HALF_EVEN | TRUNCATED | UP

/**
 * Two printed numbers above zero and the percentage or gap printed beside them, as whole numbers below 2^53: what
 * checks/relate.ts does with rationals, for plain figures. Ends of intervals are held in halves of the last place.
 */
export class Relation {
  /** Both at face value, in one scale. */
  actual = 0
  other = 0
  private actualLow = 0
  private actualHigh = 0
  private otherLow = 0
  private otherHigh = 0
  private isActualExact = false
  private isOtherExact = false
  private power = 0
  // What they give: from low ÷ lowUnder to high ÷ highUnder, and at face value.
  private low = 0
  private lowUnder = 1
  private isLowOpen = false
  private high = 0
  private highUnder = 1
  private isHighOpen = false
  private face = 0
  private faceUnder = 1
  // What was printed of it, and half of its last place.
  private stated = 0
  private half = 1
  private shift = 0
  private isStatedExact = false
  private isStatedOdd = false
  private scale = 1
  // Both under the widest reading.
  private widestLow = 0
  private widestHigh = 0
  private otherWidestLow = 0
  private otherWidestHigh = 0

  /** @returns whether they can be held exactly */
  setInputs(actual: Term, other: Term, isTarget: boolean): boolean {
    const power = Math.min(actual.power, other.power)
    const up = TEN[actual.power - power]
    const down = TEN[other.power - power]
    if (up === undefined || down === undefined) return false
    this.power = power
    this.isActualExact = actual.isExact
    // A target is a decision, not a measurement.
    this.isOtherExact = isTarget || other.isExact
    this.actual = 2 * actual.mantissa * up
    this.other = 2 * other.mantissa * down
    const half = this.isActualExact ? 0 : up
    const otherHalf = this.isOtherExact ? 0 : down
    this.actualLow = this.actual - half
    this.actualHigh = this.actual + half
    this.otherLow = this.other - otherHalf
    this.otherHigh = this.other + otherHalf
    this.widestLow = this.actualLow - half
    this.widestHigh = this.actualHigh + half
    this.otherWidestLow = this.otherLow - otherHalf
    this.otherWidestHigh = this.otherHigh + otherHalf
    return isUnder(this.widestHigh, 1) && isUnder(this.otherWidestHigh, 1)
  }

  /** `stated` × 10^−decimals percent is printed as actual ÷ other, less one for a growth. */
  setPercent(stated: number, decimals: number, isGrowth: boolean): boolean {
    const scale = 200 * (TEN[decimals] ?? MOST)
    this.scale = scale
    this.low = this.actualLow * scale
    this.high = this.actualHigh * scale
    this.face = this.actual * scale
    this.lowUnder = this.otherHigh
    this.highUnder = this.otherLow
    this.faceUnder = this.other
    this.isLowOpen = !this.isOtherExact
    this.isHighOpen = !this.isActualExact
    this.setStated(stated, 2, 1, isGrowth ? scale : 0)
    this.isStatedExact = false
    return (
      isUnder(this.widestHigh, scale) && isUnder(Math.abs(this.stated) + this.shift + 2, this.otherWidestHigh)
    )
  }

  /** `stated` × 10^power is printed as actual − other. @param isExact whether it stands for itself alone */
  setGap(stated: number, power: number, isExact: boolean): boolean {
    const least = Math.min(this.power, power)
    const scale = TEN[this.power - least]
    const half = TEN[power - least]
    if (scale === undefined || half === undefined) return false
    this.low = (this.actualLow - this.otherHigh) * scale
    this.high = (this.actualHigh - this.otherLow) * scale
    this.face = (this.actual - this.other) * scale
    this.lowUnder = 1
    this.highUnder = 1
    this.faceUnder = 1
    this.isLowOpen = !this.isOtherExact
    this.isHighOpen = !this.isActualExact
    this.setStated(stated, 2 * half, half, 0)
    this.isStatedExact = isExact
    const most = Math.max(this.actualHigh, this.otherHigh)
    return isUnder(most, scale) && isUnder(Math.abs(stated) + 1, 2 * half)
  }

  /** Whether it is exact: verdict `exact`. */
  isExact(): boolean {
    const { stated, half, shift, face, faceUnder } = this
    if (this.isStatedExact) return face === stated * faceUnder
    const above = face - (stated - half + shift) * faceUnder
    const below = (stated + half + shift) * faceUnder - face
    return (above > 0 || (above === 0 && stated > 0)) && (below > 0 || (below === 0 && stated < 0))
  }

  /** Whether it holds within the rounding of its inputs, or is exact. */
  holds(): boolean {
    const { stated, half } = this
    if (this.isExact()) return true
    return this.isStatedExact
      ? this.meets(stated, stated, false, false)
      : this.meets(stated - half, stated + half, stated <= 0, stated >= 0)
  }

  /**
   * A bit for every reading of what was printed that explains it, as in checks/rounding.ts, of what holds. Source:
   * model/reading.ts, `rounded`.
   */
  fits(): number {
    if (this.isStatedExact) return this.meets(this.stated, this.stated, false, false) ? ALL : 0
    const { stated, half } = this
    let bits = this.meets(stated - half, stated + half, stated <= 0, stated >= 0) ? HALF_UP : 0
    if (this.meets(stated - half, stated + half, this.isStatedOdd, this.isStatedOdd)) bits |= HALF_EVEN
    const low = stated > 0 ? stated : stated - 2 * half
    const high = stated < 0 ? stated : stated + 2 * half
    if (this.meets(low, high, stated <= 0, stated >= 0)) bits |= TRUNCATED
    if (this.meets(stated - 2 * half, stated, true, false)) bits |= UP
    return bits
  }

  /** Whether a percentage cannot come of the two under any rounding at all: verdict `inconsistent`. */
  isImpossible(): boolean {
    if (this.widestLow < 0 || this.otherWidestLow <= 0) return false
    const { stated, half, shift } = this
    const under = (stated - 2 * half + shift) * this.otherWidestLow - this.widestHigh * this.scale
    const over = this.widestLow * this.scale - (stated + 2 * half + shift) * this.otherWidestHigh
    // The stated one is open at both ends.
    return under >= 0 || over >= 0
  }

  /** Whether all that rounding allows lies on the other side of the target than `isReached`. */
  crosses(isReached: boolean): boolean {
    if (!isReached) return this.widestLow >= this.otherWidestHigh
    const past = this.widestHigh - this.otherWidestLow
    return past < 0 || (past === 0 && !(this.isActualExact && this.isOtherExact))
  }

  /**
   * Whether the actual reached the target (`other`), as checks/reach.ts has it for more is better.
   * @param completion what the printed completion says, `gap` the sign of a printed gap, for a figure that straddles
   */
  reach(completion: 'reached' | 'missed' | undefined, gap: number | undefined): 'reached' | 'missed' {
    if (this.actualLow >= this.other) return 'reached'
    const below = this.actualHigh - this.other
    if (below < 0 || (below === 0 && !this.isActualExact)) return 'missed'
    return completion ?? ((gap ?? this.actual - this.other) >= 0 ? 'reached' : 'missed')
  }

  /** Whether rounding leaves more than one completion, `stated` ÷ `unit` percent among them. For what `setPercent` held. */
  leavesRoomFor(stated: number, unit: number): boolean {
    const at = stated * this.other
    return !this.isActualExact && this.actualLow * 100 * unit <= at && at < this.actualHigh * 100 * unit
  }

  private setStated(stated: number, scale: number, half: number, shift: number): void {
    this.stated = stated * scale
    this.half = half
    this.shift = shift
    this.isStatedOdd = stated % 2 !== 0
  }

  /** Whether what the inputs give meets an interval of what was printed. */
  private meets(low: number, high: number, isFromOpen: boolean, isToOpen: boolean): boolean {
    const left = this.high - (low + this.shift) * this.highUnder
    if (left < 0 || (left === 0 && (this.isHighOpen || isFromOpen))) return false
    const right = (high + this.shift) * this.lowUnder - this.low
    return right > 0 || (right === 0 && !isToOpen && !this.isLowOpen)
  }
}
