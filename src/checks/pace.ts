import { compare, divide, HUNDRED, multiply, type Rational } from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import type { Row } from '../model/dataSet.ts'
import { isYearEnd, percentGone, yearGone } from '../model/date.ts'
import { isPercent } from '../model/figure.ts'
import type { Relation } from '../model/relation.ts'
import { PACE_FROM, type Pace } from '../model/status.ts'
import { completionIn } from './reach.ts'

export interface Progress {
  readonly pace: Pace
  readonly completion: Completion
  /** Days gone by and days in the year. */
  readonly gone: readonly [number, number]
  /** Completion as a percentage of the share of the year gone by. */
  readonly ofDue: Rational
}

/**
 * How a completion stands against the calendar, before the year's end. Undefined at the year's end, without
 * a date or a completion, and for what has no course to follow: a rate is not expected to grow with the
 * calendar, nor is what is better low.
 */
export function progressOf(row: Row, relations: readonly Relation[]): Progress | undefined {
  const { as_of, year } = row.cells
  if (isYearEnd(as_of, year)) return undefined
  const gone = yearGone(as_of, year)
  const completion = completionIn(relations)
  const { actual } = row.figures
  if (!gone || !completion || row.lowerIsBetter || (actual && isPercent(actual))) return undefined
  const ofDue = multiply(divide(completion.value, percentGone(gone)), HUNDRED)
  const isAt = (part: Rational) => compare(ofDue, multiply(part, HUNDRED)) >= 0
  return {
    pace: isAt(PACE_FROM.onPace) ? 'onPace' : isAt(PACE_FROM.slow) ? 'slow' : 'behind',
    completion,
    gone,
    ofDue,
  }
}
