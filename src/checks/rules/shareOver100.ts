import { compare, HUNDRED } from '../../lib/rational.ts'
import type { Row } from '../../model/dataSet.ts'
import { type Figure, isPercent } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import { rowRule } from '../rule.ts'

/** Percentages that speak of a part of a whole; 完成率 and 增长率 may well be over 100 %. */
const PART = /覆盖|合格|开工|完工|竣工|签约|入住|达标|普及|筛查率|管理率|发现率|受理|办结/

/** A part of a whole over 100 %: a coverage, pass, start or finish rate. */
export const shareOver100 = rowRule('share-over-100', 'warning', 'silent', ({ row }) => {
  const figure = partOf(row)
  if (!figure || figure.qualifier === 'about' || compare(figure.value, HUNDRED) <= 0) return undefined
  return {
    facts: { figure },
    comparison: {
      unit: '%',
      printed: standsFor(figure, 'result'),
      allowed: { lo: { n: 0n, d: 1n }, hi: HUNDRED, loOpen: false, hiOpen: false },
    },
  }
})

function partOf({ figures, cells }: Row): Figure | undefined {
  if (figures.share) return figures.share
  const { actual } = figures
  return actual && isPercent(actual) && (PART.test(cells.basis) || PART.test(cells.indicator))
    ? actual
    : undefined
}
