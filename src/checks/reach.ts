import * as I from '../lib/interval.ts'
import { compare, HUNDRED, type Rational, sign, subtract, ZERO } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { isChecked, type Relation } from '../model/relation.ts'
import { gapToTarget } from './relate.ts'

/** Whether a row shows that its target was reached; undefined where it shows neither target nor completion. */
export type Reach = 'reached' | 'missed' | undefined

/**
 * Figures outweigh the percentage printed from them: 2499 of 2500 is missed, though it prints as 100 %.
 * Lower-is-better turns the sides round.
 */
export function reachOf(row: Row): Reach {
  const { actual, target, completion, excess } = row.figures
  const side = sideOfTarget(gapToTarget(row))
  if (side !== undefined) return judge(row, side)
  // The rounded actual straddles the target: what was printed from the exact one decides.
  if (completion) return judge(row, sign(subtract(completion.value, HUNDRED)))
  if (excess) return judge(row, sign(excess.value))
  const gap = actual && target && gapToTarget(row)
  return gap ? judge(row, sign(I.middle(gap))) : undefined
}

const judge = (row: Row, side: -1 | 0 | 1): Reach =>
  side === 0 || side > 0 !== row.lowerIsBetter ? 'reached' : 'missed'

/** Which side of zero all of the interval lies on; undefined where it lies on both. */
function sideOfTarget(gap: I.Interval | undefined): -1 | 0 | 1 | undefined {
  if (!gap) return undefined
  if (I.isPoint(gap)) return compare(gap.lo, ZERO)
  if (I.below(gap, ZERO)) return -1
  return I.atLeast(gap, ZERO) ? 1 : undefined
}

/**
 * Percent of the target: as printed, else worked out from actual and target taken at face value.
 * Undefined where neither is there, or the target is zero.
 */
export function completionOf(relations: readonly Relation[]): Rational | undefined {
  const relation = relations.find((r) => r.kind === 'completion')
  if (!relation) return undefined
  if (isChecked(relation)) return relation.value
  if (relation.stated) return relation.stated.value
  return relation.verdict === 'implied' && relation.implied.member === 'completion'
    ? I.middle(relation.implied.interval)
    : undefined
}

/** Whether the row shows a target, a completion or a gap to the target. */
export const showsTarget = (row: Row): boolean =>
  row.figures.target !== undefined || row.figures.completion !== undefined || row.figures.excess !== undefined

/** Whether the row prints any percentage that might speak of its completion. */
export const showsPercent = (row: Row): boolean =>
  row.figures.completion !== undefined || row.figures.share !== undefined || row.figures.actual?.unit === '%'
