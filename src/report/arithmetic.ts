import { inScale, rangeInScale } from '../lib/format.ts'
import { contains, type Interval, roundest, significantDigits } from '../lib/interval.ts'
import { absolute, ceil, compare, floor, multiply, type Rational, subtract, whole } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import {
  type CheckedRelation,
  type Implied,
  type ImpliedRelation,
  isChecked,
  type Relation,
} from '../model/relation.ts'
import { arithmetic, isDifference, printed, toldRange } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'

/** One step a reader can follow with pencil and paper. */
export interface Step {
  /** 58.85万人次 ÷ 210% */
  readonly sum: string
  /** 目标在 27.954万 与 28.094万 之间，最可能 28万; what was printed, where it was checked. */
  readonly result: string
  /** What two printed figures give forwards is computed; a member worked back from a printed percentage, implied. */
  readonly verdict: Relation['verdict'] | 'computed'
}

/** What follows from the figures of a row, relation by relation. */
export const stepsOf = (row: Row, relations: readonly Relation[], words: Words): Step[] =>
  relations.map((relation) => {
    if (isChecked(relation)) return checkedStep(row, relation, words)
    if (relation.verdict === 'implied') return impliedStep(row, relation, words)
    return { sum: statedText(row, relation, words), result: words.project.cannot, verdict: relation.verdict }
  })

function checkedStep(row: Row, relation: CheckedRelation, words: Words): Step {
  return {
    sum: arithmetic({ row, facts: { relation } }, words.points),
    result: `${words.project.stated} ${statedText(row, relation, words)}`,
    verdict: relation.verdict,
  }
}

/** The printed percentage or gap, with the sign that its column spares. */
function statedText(row: Row, { kind, stated }: Relation, words: Words): string {
  if (!stated) return ''
  const isRate = isPercent(stated)
  return printed(stated, kind !== 'excess' ? '%' : isRate ? words.points : row.cells.unit)
}

/** In which scale and unit a worked-out member is written. */
interface Written {
  readonly exponent: number
  readonly end: string
  /** Whether both ends of a range carry the unit. */
  readonly both: boolean
}

function writtenLike({ implied, actual, other }: ImpliedRelation, words: Words): Written {
  const pattern = actual ?? other
  const isRatio = implied.member === 'completion' || implied.member === 'share' || implied.member === 'growth'
  if (isRatio || !pattern) return { exponent: 0, end: '%', both: true }
  if (!isPercent(pattern)) return { exponent: pattern.exponent, end: pattern.unit, both: false }
  return { exponent: 0, end: implied.member === 'excess' ? words.points : '%', both: true }
}

/** Of a range that ends a fifth above its beginning no number is likelier than another. */
export const isNarrow = ({ lo, hi }: Interval): boolean =>
  compare(multiply(subtract(hi, lo), whole(5)), absolute(lo)) <= 0

/** The roundest number of a range as it is told: that of all of it, where that is one of those told. */
export function likeliest({ candidate, interval }: Implied, told: Interval): Rational | undefined {
  const isTold =
    candidate && (told === interval || (floor(candidate) === ceil(candidate) && contains(told, candidate)))
  return isTold ? candidate : roundest(told)
}

/** The worked-out member as it is told; a percentage is no count, whatever it is worked out of. */
function toldOf({ implied: { member, interval }, actual, other }: ImpliedRelation): Interval | undefined {
  const pattern = actual ?? other
  const isRatio = member === 'completion' || member === 'share' || member === 'growth'
  return isRatio || !pattern ? interval : toldRange(pattern, interval)
}

function impliedStep(row: Row, relation: ImpliedRelation, words: Words): Step {
  const { member, interval } = relation.implied
  const { exponent, end, both } = writtenLike(relation, words)
  const told = toldOf(relation)
  const [low, high] = rangeInScale(told ?? interval, exponent)
  const name = words.steps.result[member]
  const sum = sumOf(row, relation, words)
  const verdict = relation.stated ? 'implied' : 'computed'
  if (low === high) return { sum, result: name + words.steps.is(low + end), verdict }
  const between = words.steps.between(both ? low + end : low, high + end)
  if (!told) return { sum, result: name + between + words.steps.noWhole, verdict }
  const candidate = likeliest(relation.implied, told)
  const isRound = candidate && (significantDigits(candidate) ?? Number.POSITIVE_INFINITY) <= 2
  const likely =
    candidate && isNarrow(interval)
      ? words.steps.candidate(inScale(candidate, exponent) + end, isRound ?? false)
      : ''
  return { sum, result: name + between + likely, verdict }
}

/** The left side of the sum, by which member is missing. */
function sumOf(row: Row, relation: ImpliedRelation, words: Words): string {
  const { kind, implied, stated } = relation
  const a = relation.actual && printed(relation.actual, row.cells.unit)
  const b = relation.other && printed(relation.other, row.cells.unit)
  const s = statedText(row, relation, words)
  const minus = isDifference(kind, stated)
  if (a && b) return minus ? `${a} − ${b}` : kind === 'growth' ? `${a} ÷ ${b} − 1` : `${a} ÷ ${b}`
  const factor = kind === 'growth' ? `(1 + ${s})` : s
  if (implied.member === 'actual') return minus ? `${b} + ${s}` : `${b} × ${factor}`
  return minus ? `${a} − ${s}` : `${a} ÷ ${factor}`
}
