import type { Row } from '../../model/dataSet.ts'
import type { FactsOf } from '../../model/finding.ts'
import { showsPercent, showsTarget } from '../reach.ts'
import { type Document, listRule } from '../rule.ts'
import { claimsAll, claimsDone } from './claimContradicted.ts'

/** A completion claimed in words, of a row or of the whole list, with no target and no percentage printed for it. */
export const claimUnsupported = listRule('claim-unsupported', 'info', (document) => [
  ...ofRows(document),
  ...ofList(document),
])

type Found = { facts: FactsOf['claim-unsupported']; row?: Row }

function ofRows({ subjects }: Document): Found[] {
  return subjects
    .filter(({ row }) => claimsDone(row.cells.claim) && !showsTarget(row) && !showsPercent(row))
    .map(({ row }) => ({ row, facts: { claim: row.cells.claim, silent: undefined, of: undefined } }))
}

function ofList({ set }: Document): Found[] {
  const { claim } = set.entry
  if (!claim || !claimsAll(claim)) return []
  const silent = set.projects.filter((project) => !project.rows.some(showsTarget)).length
  return silent === 0 ? [] : [{ facts: { claim, silent, of: set.projects.length } }]
}
