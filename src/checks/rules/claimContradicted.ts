import { groupBy } from '../../lib/groupBy.ts'
import * as I from '../../lib/interval.ts'
import { HUNDRED } from '../../lib/rational.ts'
import type { Row } from '../../model/dataSet.ts'
import { lastDay } from '../../model/date.ts'
import { type Figure, isPercent } from '../../model/figure.ts'
import { standsFor } from '../../model/reading.ts'
import { completionIn, isSurelyMissed, reachOf } from '../reach.ts'
import { listRule } from '../rule.ts'

const DONE =
  '(?:完成|建成|竣工|完工|交付|投用|投入使用|投入运营|达标|达到|实现|打通|贯通|通车|接通|开通|办结|兑现|发放|落实|解决|整改|清零|销号|覆盖|拆除|清除|消除|安置|搬迁|验收|启用|上线)'
/** Words that claim the whole; a negation or a hedge in the same cell takes the claim back. */
const WHOLE = new RegExp(
  `(?:全部|全面|都|均|提前|超额|顺利)(?:已经?|[^，。；、\\s]{0,4}?)${DONE}|全覆盖|达到了?(?:预期|年度|全年)?目标(?!的)`,
)
/** All of it, but of a step on the way: all can be begun, signed or paid for, with 80 % done. */
const ELSE =
  /(?:全部|都|均|提前)\S{0,4}?(?:开工|启动|开始|到位|下达|立项|招标|进场|动工|选址|签[订约]|封顶|进入|纳入|设计|前期|勘察|摸底|台账|谋划|介入)|资金/
const TAKEN_BACK =
  /未(?!成年)|没有?|尚|(?:^|[^拆清消排解扫免])除|不含|基本(?!公共|医|养|农)|力争|争取|有望|预计|即将|将(?!军)|接近|不能|无法|差距|[距离][^，。；]{0,6}(?:全部|目标)|并非|非全/
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
  'entry',
  ({ set }) => {
    const { claim } = set.entry
    if (!claim || !claimsAll(claim)) return []
    const latest = groupBy(set.rows, ...INDICATOR_AT_LEVEL).flatMap(lastOf)
    const missed = new Set(latest.filter(isMissed).map((row) => row.cells.project))
    return missed.size === 0
      ? []
      : [{ facts: { claim, missed: undefined, coverage: undefined, projects: [...missed] } }]
  },
  'silent',
  ({ row, relations }) => {
    const { claim } = row.cells
    if (!claimsAll(claim)) return undefined
    if (isMissed(row)) {
      const told = completionIn(relations)
      const from = told && { source: told.source }
      return { facts: { claim, missed: told?.value, ...from, coverage: undefined, projects: [] } }
    }
    const coverage = coversLess(row)
    return coverage && { facts: { claim, missed: undefined, coverage, projects: [] } }
  },
)

const INDICATOR_AT_LEVEL = (['region', 'year', 'level', 'project', 'indicator'] as const).map(
  (key) =>
    ({ cells }: Row) =>
      cells[key],
)

/** The rows of its latest date: how an indicator stood in June says nothing of December. */
function lastOf(rows: readonly Row[]): Row[] {
  const days = rows.map(({ cells }) => lastDay(cells.as_of) ?? '')
  const last = days.reduce((latest, day) => (day > latest ? day : latest), '')
  return rows.filter((_, i) => days[i] === last)
}

const isMissed = (row: Row): boolean => reachOf(row) === 'missed' && isSurelyMissed(row)

/** The coverage beside 全覆盖, if it is surely under 100 %, whatever its rounding. */
function coversLess({ cells, figures }: Row): Figure | undefined {
  const { share, actual } = figures
  const coverage = share ?? (actual && isPercent(actual) && cells.basis.includes('覆盖') ? actual : undefined)
  if (!coverage || !cells.claim.includes('全覆盖') || coverage.qualifier === 'about') return undefined
  return I.below(standsFor(coverage, 'result', 'any'), HUNDRED) ? coverage : undefined
}
