import { compare, whole } from '../../lib/rational.ts'
import { isPercent } from '../../model/figure.ts'
import { completionIn } from '../reach.ts'
import { rowRule } from '../rule.ts'

const TWICE = whole(200)

/** Completion at or over 200 %: was the target set too low? */
export const targetTooEasy = rowRule('target-too-easy', 'info', 'told', ({ row, relations }) => {
  if (row.lowerIsBetter || (row.figures.actual && isPercent(row.figures.actual))) return undefined
  const completion = completionIn(relations)
  if (!completion || compare(completion.value, TWICE) < 0) return undefined
  const printed = completion.source === 'printed' ? row.figures.completion : undefined
  return { facts: { completion: completion.value, source: completion.source, printed } }
})
