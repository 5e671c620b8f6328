import { normalForm } from '../lib/normalForm.ts'
import { type Rational, ratio, ZERO } from '../lib/rational.ts'

/**
 * Words that only join, and marks that only set off: lists write the same name with and without them. 涉及 and 普及
 * end in a character that joins nothing there: they are matched to stay.
 */
const JOINTS = /([涉普]及)|以及|[和与及]/g
const MARKS = /[\p{P}\p{Z}\p{C}\p{S}]/gu

/**
 * A name without what two lists write differently: width of characters, quotes “” 「」, brackets, 和 与 及 、,
 * spaces. Only for telling names alike, never shown.
 */
export const plainName = (name: string): string =>
  normalForm(name).toLowerCase().replace(MARKS, '').replace(JOINTS, '$1')

/** How often each pair of neighbouring characters stands in a name; a single character counts as a pair. */
export interface Bigrams {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

export function bigramsOf(name: string): Bigrams {
  const characters = [...name]
  const counts = new Map<string, number>()
  const add = (pair: string) => counts.set(pair, (counts.get(pair) ?? 0) + 1)
  if (characters.length === 1) add(name)
  for (let i = 1; i < characters.length; i += 1) add(`${characters[i - 1]}${characters[i]}`)
  return { counts, total: Math.max(characters.length - 1, Math.min(characters.length, 1)) }
}

/**
 * How alike two names are: the Dice coefficient of their character bigrams, 2 · shared ÷ (all of one + all of the
 * other), exact, 0 to 1. It knows no words, so it needs no dictionary, and an order turned round (新建和改造农村公路,
 * 农村公路新建和改造) costs it only the seam.
 * Source: L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26 (1945); for
 * bigrams of words G. W. Adamson and J. Boreham, Information Storage and Retrieval 10 (1974).
 */
export function likeness(a: Bigrams, b: Bigrams): Rational {
  if (a.total + b.total === 0) return ZERO
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [pair, count] of few.counts) shared += Math.min(count, many.counts.get(pair) ?? 0)
  return ratio(BigInt(2 * shared), BigInt(a.total + b.total))
}
