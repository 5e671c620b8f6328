import { isYearEnd } from '../../model/date.ts'
import { progressOf } from '../pace.ts'
import { completionIn } from '../reach.ts'
import { rowRule } from '../rule.ts'

/** Completion under 100 % at the year's end; before it, clearly under the share of the year gone by (序时进度). */
export const belowTarget = rowRule('below-target', 'warning', 'told', ({ row, relations, reach }) => {
  if (reach !== 'missed') return undefined
  const told = completionIn(relations)
  const { actual, target, excess } = row.figures
  const shown = { completion: told?.value, source: told?.source, excess, actual, target }
  if (isYearEnd(row.cells.as_of, row.cells.year)) return { facts: { ...shown, gone: undefined } }
  const progress = progressOf(row, relations)
  return progress && progress.pace !== 'onPace' ? { facts: { ...shown, gone: progress.gone } } : undefined
})
