import { showsPercent, showsTarget } from '../reach.ts'
import { listRule } from '../rule.ts'
import { claimsAll, claimsDone } from './claimContradicted.ts'

/** A completion claimed in words, of a row or of the whole list, with no target and no percentage printed for it. */
export const claimUnsupported = listRule(
  'claim-unsupported',
  'info',
  'entry',
  ({ set }) => {
    const { claim } = set.entry
    if (!claim || !claimsAll(claim)) return []
    const silent = set.projects.filter((project) => !project.rows.some(showsTarget)).length
    return silent === 0 ? [] : [{ facts: { claim, silent, of: set.projects.length } }]
  },
  'silent',
  ({ row }) => {
    const { claim } = row.cells
    if (!claimsDone(claim) || showsTarget(row) || showsPercent(row)) return undefined
    return { facts: { claim, silent: undefined, of: undefined } }
  },
)
