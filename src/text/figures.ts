import { inScale, percentText, rangeInScale } from '../lib/format.ts'
import type { Interval } from '../lib/interval.ts'
import type { Rational } from '../lib/rational.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import type { CheckedRelation } from '../model/relation.ts'

/** A printed figure as it was printed, with the scale and unit of its column where the cell lacks them. */
export function printed(figure: Figure, columnUnit = ''): string {
  const bare = /[\d\s]$/.test(figure.text)
  return bare ? figure.text + columnUnit : figure.text
}

/** A worked-out quantity in the scale and unit of a printed one. */
export const like = (figure: Figure, value: Rational): string =>
  isPercent(figure) ? `${inScale(value, 0)}%` : inScale(value, figure.exponent) + figure.unit

/** A worked-out range in the scale and unit of a printed one: 27.954万—28.094万人次. */
export function rangeLike(figure: Figure, interval: Interval): string {
  const percent = isPercent(figure)
  const [lo, hi] = rangeInScale(interval, percent ? 0 : figure.exponent)
  const unit = percent ? '%' : figure.unit
  if (lo === hi) return lo + unit
  return percent ? `${lo}%—${hi}%` : `${lo}—${hi}${unit}`
}

/** What the figures of a relation give at face value, to as many places as were printed. */
export const recomputed = ({ stated, value }: CheckedRelation): string => percentText(value, stated.decimals)

interface Recomputed {
  readonly row: { readonly cells: { readonly unit: string } } | undefined
  readonly facts: { readonly relation: CheckedRelation }
}

/** The sum as a reader would write it down: 1078户 ÷ 8166户 = 13.20%. */
export function arithmetic({ row, facts: { relation } }: Recomputed, points: string): string {
  const unit = row?.cells.unit ?? ''
  const { kind, stated, actual, other } = relation
  const end = kind === 'excess' ? (isPercent(stated) ? points : stated.unit) : '%'
  const tail = kind === 'growth' ? ' − 1' : ''
  return `${printed(actual, unit)} ${kind === 'excess' ? '−' : '÷'} ${printed(other, unit)}${tail} = ${recomputed(relation)}${end}`
}
