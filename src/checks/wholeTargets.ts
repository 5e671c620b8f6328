import * as I from '../lib/interval.ts'
import { ceil, compare, floor, ONE } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { isCount } from '../model/isCount.ts'
import { targetIf } from './relate.ts'

/**
 * Which whole numbers a target nobody printed may be, under any rounding. `cannot-tell`: the range is longer
 * than one, so that some whole number would lie in it whatever percentage had been printed, and that one does
 * says nothing.
 */
export type WholeTargets =
  | { readonly kind: 'none' | 'cannot-tell'; readonly range: I.Interval }
  | { readonly kind: 'some'; readonly range: I.Interval; readonly first: bigint; readonly last: bigint }

/**
 * The whole-number targets of a counted thing with actual and completion printed, and no target. Undefined for
 * any other row: a measure, a rate, a blank unit (it may hide a measure, and half a kilometre is a target),
 * figures hedged by 约, a completion that may be zero.
 * Source: the GRIM test, Brown & Heathers 2017.
 */
export function wholeTargets({ figures }: Row): WholeTargets | undefined {
  const { actual, completion, target } = figures
  if (!actual || !completion || target || !isCount(actual)) return undefined
  if (actual.qualifier === 'about' || completion.qualifier === 'about') return undefined
  const range = targetIf(actual, completion, 'any')
  return range && range.lo.n >= 0n ? wholesIn(range) : undefined
}

/** The whole numbers of a range. */
export function wholesIn(range: I.Interval): WholeTargets {
  if (compare(I.width(range), ONE) > 0) return { kind: 'cannot-tell', range }
  const [low, high] = [ceil(range.lo), floor(range.hi)]
  const first = I.contains(range, { n: low, d: 1n }) ? low : low + 1n
  const last = I.contains(range, { n: high, d: 1n }) ? high : high - 1n
  return first <= last ? { kind: 'some', range, first, last } : { kind: 'none', range }
}
