import { type Bullet, rangeOf } from '../charts/bullet.ts'
import { isOpen } from '../checks/asked.ts'
import { askedOf, type Review } from '../checks/check.ts'
import { isPoint, significantDigits } from '../lib/interval.ts'
import { toNumber } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { like, printed, rangeLike, toldRange } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'
import { isNarrow, likeliest } from './arithmetic.ts'

export interface NamedBullet {
  readonly name: string
  readonly stated: string
  /** Which of its figures is asked about: the one at the bar, or the percentage or gap. */
  readonly questioned: 'actual' | 'stated' | undefined
  /** Whether all that was asked is accepted. */
  readonly answered: boolean
  readonly bullet: Bullet
}

/** An indicator against its printed target or the range implied for it; undefined where there is neither. */
export function bulletOf(review: Review, row: Row, words: Words): Bullet | undefined {
  const { actual, target } = row.figures
  const subject = review.subjectOf.get(row)
  if (!actual || !subject || actual.value.n < 0n) return undefined
  const { unit } = row.cells
  const base = {
    actual: toNumber(actual.value),
    actualLabel: printed(actual, unit),
    achieved: subject.reach !== 'missed',
    questioned: questionedIn(review, row) === 'actual',
  }
  if (target) {
    return {
      ...base,
      target: toNumber(target.value),
      implied: undefined,
      targetLabel: words.project.printedTarget(printedTarget(row)),
    }
  }
  const relation = subject.relations.find((r) => r.verdict === 'implied' && r.implied.member === 'target')
  if (relation?.verdict !== 'implied') return undefined
  const { interval } = relation.implied
  const told = toldRange(actual, interval)
  const candidate = told && likeliest(relation.implied, told)
  // One whole number is all that it can be, however long it is.
  const isOne = told && told !== interval && isPoint(told)
  const isRound = candidate && !isOne && isNarrow(interval) && (significantDigits(candidate) ?? 9) <= 2
  const label = isRound
    ? words.project.impliedAbout(like(actual, candidate))
    : `${words.project.implied} ${rangeLike(actual, interval)}${told ? '' : words.steps.noWhole}`
  return { ...base, target: undefined, implied: rangeOf(interval), targetLabel: label }
}

/** The bullets of a project that can be drawn, with what was printed of each. */
export const bulletsOf = (review: Review, rows: readonly Row[], words: Words): NamedBullet[] =>
  rows.flatMap((row) => {
    const bullet = bulletOf(review, row, words)
    if (!bullet) return []
    return [
      {
        name: row.cells.indicator,
        stated: statedOf(row),
        questioned: questionedIn(review, row),
        answered: askedOf(review, row) === 'answered',
        bullet,
      },
    ]
  })

/**
 * Which printed figure of a row its open questions are about: the actual where all of them name it, else the percentage
 * or gap printed beside it.
 */
export function questionedIn(review: Review, row: Row): 'actual' | 'stated' | undefined {
  const questions = (review.findingsOf.get(row) ?? []).filter((finding) => isOpen(finding, review.reasons))
  if (questions.length === 0) return undefined
  const isOfActual = questions.every(
    ({ facts }) => facts && 'figure' in facts && facts.figure === row.figures.actual,
  )
  return isOfActual ? 'actual' : 'stated'
}

/** The percentage or gap printed of a row, if any. */
export const statedOf = (row: Row): string => {
  const { completion, excess, share, growth } = row.figures
  return (completion ?? excess ?? share ?? growth)?.text ?? ''
}

/** Whether a row's target is a rate; a bare 65 beside one is, too. */
export const isRateTarget = ({ figures: { actual, target } }: Row): boolean =>
  target !== undefined &&
  (isPercent(target) || (target.unit === '' && actual !== undefined && isPercent(actual)))

/** A row's target as printed, a rate with its %; '' where none was printed. */
export function printedTarget(row: Row): string {
  const { target } = row.figures
  if (!target) return ''
  return printed(target, isRateTarget(row) ? '%' : row.cells.unit)
}

/** A row's actual as printed, with the unit of its column; '' where none was. */
export const actualText = ({ figures: { actual }, cells }: Row): string =>
  actual ? printed(actual, isPercent(actual) ? '%' : cells.unit) : ''
