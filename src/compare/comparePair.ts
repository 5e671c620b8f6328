import { toldCompletion } from '../checks/reach.ts'
import { comparable, inUnitOf } from '../checks/relate.ts'
import type { Subject } from '../checks/rule.ts'
import * as I from '../lib/interval.ts'
import { HUNDRED, type Rational, whole, ZERO } from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import type { Row } from '../model/dataSet.ts'
import { isYearEnd, lastDay } from '../model/date.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import { standsFor } from '../model/reading.ts'

/** A target as printed, or all that it may be by the other figures. */
export type Target = { readonly printed: Figure } | ImpliedTarget

export interface ImpliedTarget {
  readonly printed: undefined
  /** Base units of `like`. */
  readonly implied: I.Interval
  readonly candidate: Rational | undefined
  readonly like: Figure
}

/** One indicator as one list has it. */
export interface Standing {
  readonly subject: Subject
  readonly completion: Completion | undefined
  readonly target: Target | undefined
}

/**
 * Why no change is claimed: a figure is missing (`silent`); the two are of different regions, or run over different
 * parts of their years (`span`); they speak of different things (`basis`: begun and done) or in units that cannot
 * be compared; the earlier one may be nothing (`zero`).
 */
export type NoChange = 'silent' | 'region' | 'span' | 'basis' | 'unit' | 'zero'

/** From then to now, as all that the printed figures allow: percent of the earlier one, or points between rates. */
export type Change =
  | { readonly kind: 'growth' | 'points'; readonly interval: I.Interval }
  | { readonly kind: 'none'; readonly why: NoChange }

export interface PairComparison {
  /** The earlier, or of one date the first given. */
  readonly before: Standing
  readonly after: Standing
  /** Whether both run over the same part of their target years. */
  readonly sameSpan: boolean
  readonly change: Change
}

/** Two rows of one indicator held against each other, whichever comes first. */
export function comparePair(one: Subject, other: Subject): PairComparison {
  const [before, after] = isLater(one.row, other.row) ? [other, one] : [one, other]
  return {
    before: standingOf(before),
    after: standingOf(after),
    sameSpan: isSameSpan(before.row, after.row),
    change: changeOf(before.row, after.row),
  }
}

const isLater = (a: Row, b: Row): boolean => (lastDay(a.cells.as_of) ?? '') > (lastDay(b.cells.as_of) ?? '')

export function standingOf(subject: Subject): Standing {
  const { row, relations } = subject
  const { target } = row.figures
  return {
    subject,
    completion: toldCompletion(row, relations),
    target: target ? { printed: target } : impliedTarget(subject),
  }
}

/** All that the target may be by the other figures, each rounded half up. */
export function impliedTarget({ row, relations }: Subject): ImpliedTarget | undefined {
  const like = row.figures.actual
  for (const relation of relations) {
    if (like && relation.verdict === 'implied' && relation.implied.member === 'target') {
      const { interval, candidate } = relation.implied
      return { printed: undefined, implied: interval, candidate, like }
    }
  }
  return undefined
}

/**
 * Whether two cumulative figures run over the same part of their years: both to the year's end, or to the same day
 * of it. A date that cannot be read says nothing of its span.
 */
export function isSameSpan(a: Row, b: Row): boolean {
  const [day, other] = [dayInYear(a), dayInYear(b)]
  return day !== undefined && day === other
}

/** `end`, or month and day, the last of February being one day in every year. */
function dayInYear({ cells }: Row): string | undefined {
  const day = lastDay(cells.as_of)
  if (day === undefined) return undefined
  return isYearEnd(cells.as_of, cells.year) ? 'end' : day.slice(5).replace('02-29', '02-28')
}

function changeOf(before: Row, after: Row): Change {
  const [then, now] = [before.figures.actual, after.figures.actual]
  const none = (why: NoChange): Change => ({ kind: 'none', why })
  if (!then || !now) return none('silent')
  if (before.cells.region !== after.cells.region) return none('region')
  if (!isSameSpan(before, after)) return none('span')
  if (before.cells.basis !== after.cells.basis) return none('basis')
  if (isPercent(then) !== isPercent(now) || !comparable(now, then)) return none('unit')
  const from = inUnitOf(now, then, standsFor(then, 'previous'))
  const to = standsFor(now, 'actual')
  if (isPercent(now)) return { kind: 'points', interval: I.subtract(to, from) }
  const quotient = I.quotient(to, from)
  if (!quotient || !I.atLeast(from, ZERO)) return none('zero')
  return { kind: 'growth', interval: I.scale(I.shift(quotient, whole(-1)), HUNDRED) }
}
