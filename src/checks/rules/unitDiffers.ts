import type { Figure } from '../../model/figure.ts'
import { isPercent } from '../../model/figure.ts'
import { conversion, dimensionOf } from '../../model/unit.ts'
import { rowRule } from '../rule.ts'

const MEMBERS = ['target', 'base', 'previous'] as const

/** Actual, target, base or earlier figure in units that cannot be compared: 人 and 户, 元 and 公里. */
export const unitDiffers = rowRule('unit-differs', 'error', ({ row }) => {
  const { actual, excess } = row.figures
  if (!actual) return undefined
  for (const member of MEMBERS) {
    const other = row.figures[member]
    if (other && differ(other, actual)) return { facts: { actual, other, member } }
  }
  // A gap in points needs a rate to stand on; a gap in things, a count. A blank unit may be either.
  const isTold = excess && excess.unit !== '' && actual.unit !== ''
  if (isTold && (isPercent(excess) !== isPercent(actual) || differ(excess, actual)))
    return { facts: { actual, other: excess, member: 'excess' } }
  return undefined
})

/** 亩 and 公顷 measure the same thing, so they are no mistake even where the check cannot convert them. */
const differ = (a: Figure, b: Figure): boolean =>
  conversion(a.unit, b.unit) === undefined && dimensionOf(a.unit) !== dimensionOf(b.unit)
