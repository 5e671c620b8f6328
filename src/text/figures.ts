import { inScale, percentText, rangeInScale } from '../lib/format.ts'
import { type Interval, isPoint, lastShownPlace, wholesWithin } from '../lib/interval.ts'
import type { Rational } from '../lib/rational.ts'
import { type Figure, isPercent, isPoints } from '../model/figure.ts'
import { isCount } from '../model/isCount.ts'
import type { CheckedRelation, RelationKind } from '../model/relation.ts'

/** A printed figure as it was printed, with the scale and unit of its column where the cell lacks them. */
export function printed({ text, unit }: Figure, columnUnit = ''): string {
  if (/[\d０-９][余多]?$/.test(text)) return text + (columnUnit === '%' && unit === '‰' ? unit : columnUnit)
  // 58.85万, the column saying 人次: a scale of its own, but no unit.
  return /[十百千万亿][余多]?$/.test(text) ? text + unit : text
}

/** A date before a Chinese word, a bare year as 2021 年: it would read as a count. */
export const day = (asOf = ''): string => (/^\d{4}$/.test(asOf) ? `${asOf} 年` : `${asOf} `)

/** The same without its sign, where a word says which way. */
export const unsigned = (figure: Figure, columnUnit = ''): string =>
  printed(figure, isPercent(figure) ? '' : columnUnit).replace(/^[-+−–－＋﹣]/, '')

/** A worked-out quantity in the scale and unit of a printed one. */
export const like = (figure: Figure, value: Rational): string =>
  isPercent(figure) ? `${inScale(value, 0)}%` : inScale(value, figure.exponent) + figure.unit

/**
 * What of a worked-out range is told: of things that are counted one by one the whole numbers in it, where it would be
 * told in parts of one.
 * @returns undefined where it holds none
 */
export function toldRange(figure: Figure, interval: Interval): Interval | undefined {
  const isFine = isPoint(interval) ? interval.lo.d !== 1n : (lastShownPlace(interval) ?? 0) < 0
  return isFine && isCount(figure) ? wholesWithin(interval) : interval
}

/** A worked-out range in the scale and unit of a printed one: 27.954万—28.094万人次. */
export function rangeLike(figure: Figure, interval: Interval): string {
  const percent = isPercent(figure)
  const [lo, hi] = rangeInScale(toldRange(figure, interval) ?? interval, percent ? 0 : figure.exponent)
  const unit = percent ? '%' : figure.unit
  if (lo === hi) return lo + unit
  return percent ? `${lo}%—${hi}%` : `${lo}—${hi}${unit}`
}

/** Whether the relation subtracts: a gap, or a growth printed in points. */
export const isDifference = (kind: RelationKind, stated: Figure | undefined): boolean =>
  kind === 'excess' || (kind === 'growth' && stated !== undefined && isPoints(stated))

/**
 * What the figures of a relation give at face value: percent or points to as many places as were printed, a
 * gap between things in the actual's own scale and unit.
 */
function recomputed({ kind, actual, stated, value }: CheckedRelation, points: string): string {
  if (kind === 'excess' && !isPercent(stated)) return like(actual, value)
  const places = stated.decimals + (stated.unit === '‰' ? 1 : 0)
  return percentText(value, places) + (isDifference(kind, stated) ? points : '%')
}

interface Recomputed {
  readonly row: { readonly cells: { readonly unit: string } } | undefined
  readonly facts: { readonly relation: CheckedRelation }
}

/** The sum as a reader would write it down: 1078户 ÷ 8166户 = 13.20%. */
export function arithmetic({ row, facts: { relation } }: Recomputed, points: string): string {
  const unit = row?.cells.unit ?? ''
  const { kind, stated, actual, other } = relation
  const minus = isDifference(kind, stated)
  const tail = kind === 'growth' && !minus ? ' − 1' : ''
  return `${printed(actual, unit)} ${minus ? '−' : '÷'} ${printed(other, unit)}${tail} = ${recomputed(relation, points)}`
}
