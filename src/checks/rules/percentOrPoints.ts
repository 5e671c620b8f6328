import { isPercent, isPoints } from '../../model/figure.ts'
import { rowRule } from '../rule.ts'

/** A rate said to rise or fall by N %: relative, or percentage points? With both rates printed the arithmetic tells. */
export const percentOrPoints = rowRule('percent-or-points', 'warning', 'silent', ({ row }) => {
  const { growth, previous, actual } = row.figures
  if (!growth || isPoints(growth) || (actual && previous)) return undefined
  const isRate = (actual && isPercent(actual)) || (!actual && /率$/.test(row.cells.indicator))
  return isRate ? { facts: { growth } } : undefined
})
