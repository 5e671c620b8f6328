import * as I from '../../lib/interval.ts'
import { HUNDRED } from '../../lib/rational.ts'
import type { Row } from '../../model/dataSet.ts'
import { isPercent } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import { completionOf, isSurelyMissed, reachOf } from '../reach.ts'
import { listRule } from '../rule.ts'

/** Words that claim the whole; a negation or a hedge in the same cell takes the claim back. */
const WHOLE = /全部|全覆盖|提前|超额|全面完成|都已?完成|均已?完成|达到(?:了)?(?:预期)?目标|顺利完成/
/** All of it, but of something that is no completion: all can be begun, or paid for, with 80 % done. */
const ELSE = /全部(?:\S{0,4}?)?(?:开工|启动|开始|到位|下达|立项|招标|进场|动工)|资金/
const TAKEN_BACK = /未(?!成年)|没有?|尚|(?<![拆清消排解扫免])除|不含|基本(?!公共|医|养|农)|力争|预计/
/** Words that deny or merely promise a completion: no claim at all. */
const DENIED = /未(?!成年)|没|尚|力争|预计|(?:^|[^年度])计划(?!任务|目标)/

/** Whether words claim that a target was reached in full. */
export const claimsAll = (claim: string): boolean =>
  WHOLE.test(claim) && !TAKEN_BACK.test(claim) && !ELSE.test(claim)

/** Whether words claim that something was done, in full or not. */
export const claimsDone = (claim: string): boolean => claim !== '' && !DENIED.test(claim)

/** 全部完成, 提前完成, 全覆盖 … beside figures below the target; of one row, or of the whole list. */
export const claimContradicted = listRule(
  'claim-contradicted',
  'error',
  ({ set }) => {
    const { claim } = set.entry
    if (!claim || !claimsAll(claim)) return []
    const missed = new Set(set.rows.filter(isMissed).map((row) => row.cells.project))
    return missed.size === 0 ? [] : [{ facts: { claim, missed: undefined, projects: [...missed] } }]
  },
  ({ row, relations }) => {
    const { claim } = row.cells
    if (!claimsAll(claim) || !(isMissed(row) || coversLess(row))) return undefined
    return { facts: { claim, missed: completionOf(relations), projects: [] } }
  },
)

const isMissed = (row: Row): boolean => reachOf(row) === 'missed' && isSurelyMissed(row)

/** 全覆盖 beside a coverage that is surely under 100 %, whatever its rounding. */
function coversLess({ cells, figures }: Row): boolean {
  const { share, actual } = figures
  const coverage = share ?? (actual && isPercent(actual) && cells.basis.includes('覆盖') ? actual : undefined)
  return (
    cells.claim.includes('全覆盖') &&
    coverage !== undefined &&
    coverage.qualifier !== 'about' &&
    I.below(standsFor(coverage, 'result', 'any'), HUNDRED)
  )
}
