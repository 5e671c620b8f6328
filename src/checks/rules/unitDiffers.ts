import type { Figure } from '../../model/figure.ts'
import { isPercent } from '../../model/figure.ts'
import { conversion, dimensionOf } from '../../model/unit.ts'
import { rowRule } from '../rule.ts'

const MEMBERS = ['target', 'base', 'previous'] as const

/**
 * Actual, target, base or earlier figure in units that cannot be compared: 人 and 户, 元 and 公里. A rate stands beside
 * the count that it is of.
 */
export const unitDiffers = rowRule('unit-differs', 'error', 'silent', ({ row }) => {
  const { actual, excess } = row.figures
  if (!actual) return undefined
  for (const member of MEMBERS) {
    const other = row.figures[member]
    const isRateOf = member === 'base' && isPercent(actual)
    if (other && !isRateOf && differ(other, actual)) return { facts: { actual, other, member } }
  }
  // 超目标 20% or 5个百分点 beside a count says how far it went, in a unit of its own.
  const isTold = excess && excess.unit !== '' && actual.unit !== '' && !isPercent(excess)
  return isTold && differ(excess, actual) ? { facts: { actual, other: excess, member: 'excess' } } : undefined
})

/** 亩 and 公顷 measure the same thing, so they are no mistake even where the check cannot convert them. */
const differ = (a: Figure, b: Figure): boolean =>
  conversion(a.unit, b.unit) === undefined && dimensionOf(a.unit) !== dimensionOf(b.unit)
