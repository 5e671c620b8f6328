import { Columns } from './columns.ts'
import { Pairs } from './pairs.ts'
import { isUnder, TEN } from './quotient.ts'
import { ABSENT } from './screen.ts'
import { type Shapes, UNKNOWN } from './shapes.ts'

/** What a row adds to its course: figures as the screen has them, ABSENT and UNKNOWN too. */
export interface Dated {
  /** 20231220; 0 where the date cannot be read. */
  day: number
  actual: number
  actualDecimals: number
  actualShape: number
  target: number
  targetDecimals: number
  targetShape: number
  /** Without a printed target: one follows from the row's other figures. */
  impliesTarget: boolean
  lowerIsBetter: boolean
}

/** What is remembered of a course: its latest and highest figure, and its target. */
const courseColumns = (capacity: number) => ({
  day: new Int32Array(capacity),
  actual: new Float64Array(capacity),
  actualDecimals: new Uint8Array(capacity),
  actualShape: new Int32Array(capacity),
  target: new Float64Array(capacity),
  targetDecimals: new Uint8Array(capacity),
  targetShape: new Int32Array(capacity),
  flags: new Uint8Array(capacity),
  last: new Uint32Array(capacity),
})

/** Flags of a course: something not proven; a target that follows from other figures; a target, and a second one. */
const [ODD, IMPLIES, HAS_TARGET, HAS_TWO] = [1, 2, 4, 8] as const

/**
 * One indicator and level of a region over the dates of a year. Shows of most courses that nothing falls back and no
 * target moves; the rules look at the others.
 */
export class Courses {
  private readonly byLevel = new Pairs()
  private readonly numbers = new Pairs()
  private readonly columns = new Columns(courseColumns, 1 << 12)
  private readonly shapes: Shapes

  constructor(shapes: Shapes) {
    this.shapes = shapes
  }

  get size(): number {
    return this.numbers.size
  }

  numberOf(place: number, level: number, item: number): number {
    return this.numbers.numberOf(this.byLevel.numberOf(place, level), item)
  }

  /** The row before in its course, and one more; 0 for the first. Courses come by their numbers. */
  see(course: number, row: number, seen: Dated): number {
    const isFirst = course === this.columns.size
    if (isFirst) this.columns.add(0)
    const own = this.columns.at
    const before = isFirst ? 0 : (own.last[course] ?? 0) + 1
    if (isFirst) {
      own.actualShape[course] = ABSENT
      own.targetShape[course] = ABSENT
    }
    own.last[course] = row
    if (seen.actualShape !== ABSENT && seen.day !== 0 && !seen.lowerIsBetter) this.followActual(course, seen)
    if (seen.targetShape !== ABSENT || seen.impliesTarget) this.followTarget(course, seen)
    return before
  }

  lastOf(course: number): number {
    return this.columns.at.last[course] ?? 0
  }

  /** The courses that the rules have to look at. */
  odd(): number[] {
    const found: number[] = []
    for (let course = 0; course < this.size; course++) {
      const flags = this.columns.at.flags[course] ?? 0
      if ((flags & ODD) !== 0 || (flags & (IMPLIES | HAS_TWO)) === (IMPLIES | HAS_TWO)) found.push(course)
    }
    return found
  }

  private mark(course: number, flags: number): void {
    const own = this.columns.at.flags
    own[course] = (own[course] ?? 0) | flags
  }

  private followActual(course: number, seen: Dated): void {
    const own = this.columns.at
    const shape = seen.actualShape === UNKNOWN ? undefined : this.shapes.all[seen.actualShape]
    if (shape?.isPercent) return
    if (own.actualShape[course] === ABSENT) {
      own.actualShape[course] = shape && shape.qualifier === undefined ? seen.actualShape : UNKNOWN
    } else {
      // Lower in no reading, for every reading holds the printed number or comes as near to it as one likes.
      const isProven =
        shape &&
        seen.actualShape === own.actualShape[course] &&
        !shape.isNegative &&
        seen.day >= (own.day[course] ?? 0) &&
        isAtLeast(seen.actual, seen.actualDecimals, own.actual[course] ?? 0, own.actualDecimals[course] ?? 0)
      if (!isProven) this.mark(course, ODD)
    }
    own.day[course] = seen.day
    own.actual[course] = seen.actual
    own.actualDecimals[course] = seen.actualDecimals
  }

  private followTarget(course: number, seen: Dated): void {
    const own = this.columns.at
    this.mark(course, ((own.flags[course] ?? 0) & HAS_TARGET) === 0 ? HAS_TARGET : HAS_TWO)
    if (seen.targetShape === ABSENT) {
      this.mark(course, IMPLIES)
      return
    }
    if (own.targetShape[course] === ABSENT) {
      const shape = seen.targetShape === UNKNOWN ? undefined : this.shapes.all[seen.targetShape]
      own.targetShape[course] = shape && shape.qualifier !== 'about' ? seen.targetShape : UNKNOWN
      own.target[course] = seen.target
      own.targetDecimals[course] = seen.targetDecimals
      return
    }
    const [target, decimals] = [own.target[course] ?? 0, own.targetDecimals[course] ?? 0]
    const isSame =
      seen.targetShape !== UNKNOWN &&
      seen.targetShape === own.targetShape[course] &&
      isAtLeast(seen.target, seen.targetDecimals, target, decimals) &&
      isAtLeast(target, decimals, seen.target, seen.targetDecimals)
    if (!isSame) this.mark(course, ODD)
  }
}

/** Whether a × 10^−aDecimals is surely not below b × 10^−bDecimals, neither being negative. */
function isAtLeast(a: number, aDecimals: number, b: number, bDecimals: number): boolean {
  if (aDecimals === bDecimals) return a >= b
  const [up, down] = [TEN[bDecimals] ?? Infinity, TEN[aDecimals] ?? Infinity]
  return isUnder(a, up) && isUnder(b, down) && a * up >= b * down
}
