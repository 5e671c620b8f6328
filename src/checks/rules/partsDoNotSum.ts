import { groupBy } from '../../lib/groupBy.ts'
import * as I from '../../lib/interval.ts'
import { sign, ZERO } from '../../lib/rational.ts'
import type { Row } from '../../model/dataSet.ts'
import { type Figure, isPercent, isPoints } from '../../model/figure.ts'
import { type Reading, type Role, standsFor } from '../../model/reading.ts'
import { parentRegion } from '../../model/region.ts'
import { isAdded } from '../../model/unit.ts'
import { comparable, inUnitOf } from '../relate.ts'
import { listRule } from '../rule.ts'

/** So much of something in a region: a printed count, or a percentage of a printed whole. */
export interface Amount {
  readonly row: Row
  /** In whose unit it stands: the count, or what the percentage is of. */
  readonly figure: Figure
  readonly percent: Figure | undefined
  readonly stands: (reading: Reading) => I.Interval
}

/** A region's amount with those of its parts: 南阳市 and 南阳市/镇平县, 南阳市/内乡县 … */
export interface Family {
  readonly whole: Amount
  readonly parts: readonly Amount[]
  readonly side: 'more' | 'less' | 'equal'
}

/**
 * The parts of a region printed beside it cannot add up to its figure, under any rounding. More than the whole
 * is impossible whatever parts are missing. Less is so only where the parts are known to be all of them:
 * where for another indicator of the same list and date the very same parts do add up. Percentages are added
 * where what they are of is printed.
 */
export const partsDoNotSum = listRule('parts-do-not-sum', 'error', 'sums', ({ set }) => {
  const families = familiesIn(set.rows)
  const complete = new Set(families.filter(showsAll).map(partsOf))
  return families.flatMap((family) => {
    const { whole, parts, side } = family
    const all = complete.has(partsOf(family))
    if (side !== 'more' && !(side === 'less' && all)) return []
    const facts = {
      whole: whole.figure,
      amount: whole.percent && whole.stands('half-up'),
      parts: parts.map(({ row, figure }) => ({ region: row.cells.region, figure })),
      sum: sumOf(whole, parts, 'half-up'),
      all,
    }
    return [{ row: whole.row, facts }]
  })
})

/** Every region with its parts, as far as they may be added up. */
export function familiesIn(rows: readonly Row[]): Family[] {
  const amounts = rows.flatMap((row) => amountOf(row) ?? [])
  return groupBy(amounts, ...LIST).flatMap((all) => {
    if (all.length < 3) return []
    // One figure held against two targets stands there twice, and is one amount.
    const group = groupBy(all, regionOf, printedOf).flatMap(([first]) => first ?? [])
    const regions = groupBy(group, regionOf)
    // A region that stands there with two figures would be counted twice.
    const alone = new Map(
      regions.flatMap(([one, another]) => (one && !another ? [[regionOf(one), one] as const] : [])),
    )
    return groupBy(group, parentOf).flatMap((parts) => {
      const [first] = parts
      const parent = first ? parentOf(first) : ''
      const whole = parent === '' ? undefined : alone.get(parent)
      const isClear =
        whole &&
        parts.length > 1 &&
        parts.every((part) => alone.has(regionOf(part)) && comparable(whole.figure, part.figure))
      return isClear ? [{ whole, parts, side: compareSum(whole, parts) }] : []
    })
  })
}

/** The cells in which a whole and its parts agree. */
const LIST = (['year', 'as_of', 'project', 'indicator'] as const).map(
  (key) =>
    ({ row }: Amount) =>
      row.cells[key],
)
const printedOf = ({ figure, percent }: Amount): string =>
  `${figure.text} ${figure.unit} ${percent?.text ?? ''}`
const regionOf = ({ row }: Amount): string => row.cells.region
const parentOf = ({ row }: Amount): string => parentRegion(row.cells.region)

/** Averages, standards, spans of time, ranks and scores: of two counties they make no sum. */
export const NOT_ADDED =
  /[人户均]均|平均|均价|单价|标准|天数|日数|时限|时长|周期|年限|年龄|排名|名次|位次|指数|得分|评分|满意|浓度|密度|水平|人次比/

/** What of a row can be added up: none below zero, none hedged by 约. */
export function amountOf(row: Row): Amount | undefined {
  const { actual, share, base, completion, target } = row.figures
  if (NOT_ADDED.test(row.cells.indicator)) return undefined
  if (actual && !isPercent(actual)) {
    return amount(row, actual, undefined, (reading) => standsFor(actual, 'actual', reading))
  }
  const part = actual && !isPoints(actual) ? actual : share
  if (part && base) return ofWhole(row, part, base, 'base')
  return !actual && completion && target ? ofWhole(row, completion, target, 'target') : undefined
}

/** A percentage of something, as so much of it. */
function ofWhole(row: Row, percent: Figure, of: Figure, role: Role): Amount | undefined {
  if (isPercent(of)) return undefined
  return amount(row, of, percent, (reading) =>
    I.scale(I.product(standsFor(percent, 'result', reading), standsFor(of, role, reading)), {
      n: 1n,
      d: 100n,
    }),
  )
}

function amount(
  row: Row,
  figure: Figure,
  percent: Figure | undefined,
  stands: Amount['stands'],
): Amount | undefined {
  const printed = percent ? [figure, percent] : [figure]
  if (!isAdded(figure.unit)) return undefined
  const isPlain = printed.every(({ value, qualifier }) => sign(value) >= 0 && qualifier !== 'about')
  return isPlain ? { row, figure, percent, stands } : undefined
}

/** Whether the parts are seen to be all of them. 0 = 0 + 0 holds whatever parts are left out. */
export const showsAll = ({ side, whole }: Family): boolean => side === 'equal' && sign(whole.figure.value) > 0

/** Which parts of which region, in which list. */
const partsOf = ({ whole: { row }, parts }: Family): string =>
  partsKey(row.cells.year, row.cells.as_of, row.cells.region, parts.map(regionOf))

export const partsKey = (year: string, asOf: string, region: string, parts: readonly string[]): string =>
  [year, asOf, region, ...[...parts].sort()].join('\u0000')

/** All that the parts may add up to, in the whole's unit. */
export const sumOf = (whole: Amount, parts: readonly Amount[], reading: Reading): I.Interval =>
  parts
    .map(({ figure, stands }) => inUnitOf(whole.figure, figure, stands(reading)))
    .reduce(I.add, I.point(ZERO))

function compareSum(whole: Amount, parts: readonly Amount[]): Family['side'] {
  const difference = I.subtract(sumOf(whole, parts, 'any'), whole.stands('any'))
  if (I.above(difference, ZERO)) return 'more'
  return I.below(difference, ZERO) ? 'less' : 'equal'
}
