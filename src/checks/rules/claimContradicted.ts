import type { Row } from '../../model/dataSet.ts'
import type { FactsOf } from '../../model/finding.ts'
import { completionOf } from '../reach.ts'
import { type Document, listRule } from '../rule.ts'

/** Words that claim the whole; a negation or a hedge in the same cell takes the claim back. */
const WHOLE = /全部|全覆盖|提前|超额|全面完成|都已?完成|均已?完成|达到(?:了)?(?:预期)?目标|顺利完成/
const TAKEN_BACK = /未|没有?|尚|除|不含|基本|力争|预计/

/** Whether words claim that a target was reached in full. */
export const claimsAll = (claim: string): boolean => WHOLE.test(claim) && !TAKEN_BACK.test(claim)

/** 全部完成, 提前完成, 全覆盖 … beside figures below the target; of one row, or of the whole list. */
export const claimContradicted = listRule('claim-contradicted', 'error', (document) => [
  ...ofRows(document),
  ...ofList(document),
])

type Found = { facts: FactsOf['claim-contradicted']; row?: Row }

function ofRows({ subjects }: Document): Found[] {
  return subjects
    .filter(({ row, reach }) => reach === 'missed' && claimsAll(row.cells.claim))
    .map(({ row, relations }) => ({
      row,
      facts: { claim: row.cells.claim, missed: completionOf(relations), projects: [] },
    }))
}

function ofList({ set, subjects }: Document): Found[] {
  const { claim } = set.entry
  if (!claim || !claimsAll(claim)) return []
  const missed = new Set(
    subjects.filter(({ reach }) => reach === 'missed').map(({ row }) => row.cells.project),
  )
  return missed.size === 0 ? [] : [{ facts: { claim, missed: undefined, projects: [...missed] } }]
}
