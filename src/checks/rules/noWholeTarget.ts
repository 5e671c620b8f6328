import * as I from '../../lib/interval.ts'
import { ceil, floor, whole } from '../../lib/rational.ts'
import { isPercent } from '../../model/figure.ts'
import { dimensionOf, isCounted } from '../../model/unit.ts'
import { targetIf } from '../relate.ts'
import { rowRule } from '../rule.ts'

/**
 * A counted thing whose completion no whole-number target can produce, under any rounding: 3 of 2 is
 * 150 % and 3 of 3 is 100 %, so 3 at 145 % needs a target between 2 and 3.
 * Source: the GRIM test, Brown & Heathers 2017.
 */
export const noWholeTarget = rowRule('no-whole-target', 'error', ({ row }) => {
  const { actual, completion, target } = row.figures
  if (!actual || !completion || target || isPercent(actual)) return undefined
  // A blank unit may hide a measure, and half a kilometre is a target.
  if (!isCounted(actual.unit) || dimensionOf(actual.unit) === 'unknown') return undefined
  if (actual.qualifier === 'about' || completion.qualifier === 'about') return undefined
  const range = targetIf(actual, completion, 'any')
  if (!range || range.lo.n < 0n || holdsWhole(range)) return undefined
  return { facts: { actual, completion, range } }
})

const holdsWhole = (range: I.Interval): boolean =>
  I.contains(range, whole(range.loOpen ? floor(range.lo) + 1n : ceil(range.lo)))
