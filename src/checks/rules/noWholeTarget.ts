import { rowRule } from '../rule.ts'
import { wholeTargets } from '../wholeTargets.ts'

/**
 * A counted thing whose completion no whole-number target can produce, under any rounding: 3 of 2 is
 * 150 % and 3 of 3 is 100 %, so 3 at 145 % needs a target between 2 and 3.
 * Source: the GRIM test, Brown & Heathers 2017.
 */
export const noWholeTarget = rowRule('no-whole-target', 'error', 'silent', ({ row }) => {
  const { actual, completion } = row.figures
  const targets = wholeTargets(row)
  if (!actual || !completion || targets?.kind !== 'none') return undefined
  return { facts: { actual, completion, range: targets.range } }
})
