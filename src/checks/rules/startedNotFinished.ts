import { isPercent } from '../../model/figure.ts'
import { rowRule } from '../rule.ts'

/** The only evidence of completion is a start rate (开工率): work begun is not work done. */
export const startedNotFinished = rowRule('started-not-finished', 'warning', 'silent', ({ row }) => {
  const { share, actual, completion, target, excess } = row.figures
  const rate = share ?? (actual && isPercent(actual) ? actual : undefined)
  const speaksOfStart =
    row.cells.basis.includes('开工') || (row.cells.basis === '' && row.cells.indicator.endsWith('开工率'))
  if (!speaksOfStart) return undefined
  const figure = rate ?? completion
  if (!figure || (rate && (completion || target || excess))) return undefined
  return { facts: { figure } }
})
