import { groupBy } from '../lib/groupBy.ts'
import { compare, divide, HUNDRED, multiply, type Rational } from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import { countIndicators, type Row } from '../model/dataSet.ts'
import { isYearEnd, percentGone, type Stage, stageOf, yearGone } from '../model/date.ts'
import { isPercent } from '../model/figure.ts'
import type { Relation } from '../model/relation.ts'
import { PACE_FROM, type Pace, type When } from '../model/status.ts'
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

/** To which day rows run, all together. */
export function whenOf(rows: readonly Row[]): When {
  const dates = groupBy(rows, ({ cells }) => `${cells.as_of}\u0000${cells.year}`)
  const spans = dates.map(([first]) => spanOf(first?.cells.as_of ?? '', first?.cells.year ?? ''))
  const undated = dates.filter((_, i) => spans[i]?.stage === 'unknown').flat()
  return { undated: countIndicators(undated), ...togetherOf(spans) }
}

/** A date in its target year. */
export interface Span {
  readonly asOf: string
  readonly stage: Stage
  readonly gone: readonly [number, number] | undefined
}

export const spanOf = (asOf: string, year: string): Span => ({
  asOf,
  stage: stageOf(asOf, year),
  gone: yearGone(asOf, year),
})

/** What several dates say together; those that nobody gave say nothing. */
export function togetherOf(spans: readonly Span[]): Omit<When, 'undated'> {
  const known = spans.filter(({ stage }) => stage !== 'unknown')
  const [first] = known
  const isOne = known.every(({ stage, gone }) => stage === 'underway' && isSame(gone, first?.gone))
  return {
    isUnderway: known.some(({ stage }) => stage === 'underway'),
    day: isOne && first?.gone ? { asOf: first.asOf, gone: first.gone } : undefined,
  }
}

const isSame = (a: Span['gone'], b: Span['gone']): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]
