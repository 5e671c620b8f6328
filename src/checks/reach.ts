import * as I from '../lib/interval.ts'
import {
  compare,
  divide,
  HUNDRED,
  multiply,
  negate,
  type Rational,
  sign,
  subtract,
  ZERO,
} from '../lib/rational.ts'
import type { Completion } from '../model/completion.ts'
import type { Row } from '../model/dataSet.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import { standsFor } from '../model/reading.ts'
import { isChecked, type Relation } from '../model/relation.ts'
import { comparable, gapToTarget, inUnitOf, isHedged } from './relate.ts'

/** Whether a row shows that its target was reached; undefined where it shows neither target nor completion. */
export type Reach = 'reached' | 'missed' | undefined

/**
 * Figures outweigh the percentage printed from them: 2499 of 2500 is missed, though it prints as 100 %.
 * Lower-is-better turns the sides round.
 */
export function reachOf(row: Row): Reach {
  const { completion, excess } = row.figures
  const gap = gapToTarget(row)
  const side = gap && sureReach(row, gap)
  if (side !== undefined) return side
  // The rounded actual straddles the target: what was printed from the exact one decides.
  if (completion) {
    const past = I.shift(standsFor(completion, 'result'), negate(HUNDRED))
    return sureReach(row, past) ?? judge(row, subtract(completion.value, HUNDRED))
  }
  if (excess) return sureReach(row, standsFor(excess, 'result')) ?? judge(row, excess.value)
  // 60多 of 65 may be either; a figure that was merely rounded is taken at face value.
  const isOneSided = row.figures.actual?.qualifier !== undefined && row.figures.actual.qualifier !== 'about'
  return gap && !isOneSided ? judge(row, I.middle(gap)) : undefined
}

/**
 * Whether no number that the figures may stand for reaches the target, read as widely as rounding allows; 约
 * makes nothing sure.
 */
export function isSurelyMissed(row: Row): boolean {
  const { lowerIsBetter } = row
  const { actual, target, completion, excess } = row.figures
  if ([actual, target, completion, excess].some((figure) => figure?.qualifier === 'about')) return false
  const gaps = [
    actual && target && gapToTarget(row, 'any'),
    completion && I.shift(standsFor(completion, 'result', 'any'), negate(HUNDRED)),
    excess && standsFor(excess, 'result', 'any'),
  ].filter((gap) => gap !== undefined)
  return gaps.length > 0 && gaps.every((gap) => I.below(lowerIsBetter ? I.mirror(gap) : gap, ZERO))
}

const judge = (row: Row, gap: Rational): Reach =>
  sign(gap) === 0 || sign(gap) > 0 !== row.lowerIsBetter ? 'reached' : 'missed'

/** What every number of the gap says; undefined where it lies on both sides of the target. */
function sureReach(row: Row, gap: I.Interval): Reach {
  const better = row.lowerIsBetter ? I.mirror(gap) : gap
  if (I.atLeast(better, ZERO)) return 'reached'
  return I.below(better, ZERO) ? 'missed' : undefined
}

/**
 * Percent of the target, as actual and target give it at face value; as printed where they are rounded and leave
 * room for that, or where they give none. Undefined where neither is there.
 */
export function completionOf(relations: readonly Relation[]): Rational | undefined {
  const relation = relations.find((r) => r.kind === 'completion')
  if (!relation) return undefined
  const { actual, other, stated } = relation
  const atFace = actual && other && faceValue(actual, other)
  if (isChecked(relation)) {
    const { recomputed, value } = relation
    const leavesRoom = recomputed && !I.isPoint(recomputed) && I.contains(recomputed, relation.stated.value)
    return isHedged(relation) || leavesRoom ? relation.stated.value : value
  }
  return stated ? stated.value : atFace
}

/** The same, and where it is from. A figure in doubt is not computed with: what was printed is shown as printed. */
export function completionIn(relations: readonly Relation[]): Completion | undefined {
  const value = completionOf(relations)
  const relation = relations.find(({ kind }) => kind === 'completion')
  if (!value || !relation) return undefined
  const { stated } = relation
  if (!stated) return { value, source: 'implied' }
  const isSame = compare(stated.value, value) === 0
  return { value, source: isSame || names(stated, value) ? 'printed' : 'figures' }
}

/** Whether a printed percentage may stand for a value, however it was rounded, and is on the same side of 100. */
function names(stated: Figure, value: Rational): boolean {
  const isShort = (percent: Rational) => compare(percent, HUNDRED) < 0
  return isShort(stated.value) === isShort(value) && I.contains(standsFor(stated, 'result', 'any'), value)
}

/** The same where a reader would tell it so: a rate held against a target in percent is told in points. */
export function toldCompletion(row: Row, relations: readonly Relation[]): Completion | undefined {
  const { actual, completion } = row.figures
  return actual && isPercent(actual) && !completion ? undefined : completionIn(relations)
}

function faceValue(actual: Figure, target: Figure): Rational | undefined {
  const { lo } = inUnitOf(actual, target, I.point(target.value))
  return comparable(actual, target) && sign(lo) !== 0
    ? multiply(divide(actual.value, lo), HUNDRED)
    : undefined
}

/** Whether the row shows a target, a completion or a gap to the target. */
export const showsTarget = (row: Row): boolean =>
  row.figures.target !== undefined || row.figures.completion !== undefined || row.figures.excess !== undefined

/** Whether the row prints any percentage that might speak of its completion. */
export const showsPercent = (row: Row): boolean =>
  row.figures.completion !== undefined || row.figures.share !== undefined || row.figures.actual?.unit === '%'
