import { groupBy } from '../../lib/groupBy.ts'
import * as I from '../../lib/interval.ts'
import { sign, ZERO } from '../../lib/rational.ts'
import type { Row } from '../../model/dataSet.ts'
import { type Figure, isPercent } from '../../model/figure.ts'
import { type Reading, standsFor } from '../../model/reading.ts'
import { comparable, inUnitOf } from '../relate.ts'
import { listRule } from '../rule.ts'

/** A region's row with the rows of its parts: 南阳市 and 南阳市/镇平县, 南阳市/内乡县 … */
interface Family {
  readonly whole: Row
  readonly parts: readonly Row[]
}

/**
 * The parts of a region printed beside it cannot add up to its figure, under any rounding. More than the whole
 * is impossible whatever parts are missing. Less is so only where the parts are known to be all of them:
 * where for another indicator of the same list and date the very same parts do add up.
 */
export const partsDoNotSum = listRule('parts-do-not-sum', 'error', ({ set }) => {
  const families = familiesIn(set.rows)
  const complete = new Set(families.filter((family) => compareSum(family) === 'equal').map(partsOf))
  return families.flatMap((family) => {
    const { whole, parts } = family
    const all = complete.has(partsOf(family))
    const side = compareSum(family)
    if (side !== 'more' && !(side === 'less' && all)) return []
    const figure = whole.figures.actual as Figure
    const printed = parts.map((row) => ({ region: row.cells.region, figure: row.figures.actual as Figure }))
    const sum = sumOf(family, 'half-up')
    return [{ row: whole, facts: { whole: figure, parts: printed, sum, all } }]
  })
})

function familiesIn(rows: readonly Row[]): Family[] {
  const countable = rows.filter(({ figures: { actual } }) => actual && !isPercent(actual))
  return groupBy(countable, keyOf).flatMap((group) => {
    const regions = groupBy(group, ({ cells }) => cells.region)
    // A region that stands there twice (a target at each level, a duplicate) would be counted twice.
    const twice = new Set(regions.filter((same) => same.length > 1).map(([first]) => first?.cells.region))
    const children = groupBy(group, ({ cells }) => parentOf(cells.region))
    return children.flatMap((parts) => {
      const region = parentOf(parts[0]?.cells.region ?? '')
      const whole = group.find(({ cells }) => cells.region === region)
      const isClear =
        whole &&
        region !== '' &&
        parts.length > 1 &&
        [whole, ...parts].every((row) => !twice.has(row.cells.region)) &&
        parts.every((row) => fits(whole, row))
      return isClear ? [{ whole, parts }] : []
    })
  })
}

const keyOf = ({ cells }: Row): string =>
  [cells.year, cells.as_of, cells.project, cells.indicator].join('\u0000')
const parentOf = (region: string): string => region.split('/').slice(0, -1).join('/')

/** In one unit, none below zero, none hedged by 约. */
function fits(whole: Row, part: Row): boolean {
  const [a, b] = [whole.figures.actual, part.figures.actual]
  if (!a || !b || !comparable(a, b)) return false
  return [a, b].every((figure) => sign(figure.value) >= 0 && figure.qualifier !== 'about')
}

/** Which parts of which region, in which list. */
const partsOf = ({ whole, parts }: Family): string =>
  [
    whole.cells.year,
    whole.cells.as_of,
    whole.cells.region,
    ...parts.map((row) => row.cells.region).sort(),
  ].join('\u0000')

/** All that the parts may add up to, in the whole's unit. */
const sumOf = ({ whole, parts }: Family, reading: Reading): I.Interval =>
  parts
    .map((row) => inUnitOf(whole.figures.actual as Figure, row.figures.actual as Figure, read(row, reading)))
    .reduce(I.add, I.point(ZERO))

const read = (row: Row, reading: Reading): I.Interval =>
  standsFor(row.figures.actual as Figure, 'actual', reading)

function compareSum(family: Family): 'more' | 'less' | 'equal' {
  const difference = I.subtract(sumOf(family, 'any'), read(family.whole, 'any'))
  if (I.above(difference, ZERO)) return 'more'
  return I.below(difference, ZERO) ? 'less' : 'equal'
}
