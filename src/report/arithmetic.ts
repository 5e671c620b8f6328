import { significantDigits } from '../lib/interval.ts'
import type { Row } from '../model/dataSet.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import {
  type CheckedRelation,
  type ImpliedRelation,
  isChecked,
  type Relation,
  type RelationKind,
} from '../model/relation.ts'
import { like, printed, rangeLike, recomputed } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'

/** One step a reader can follow with pencil and paper. */
export interface Step {
  /** 58.85万人次 ÷ 210% */
  readonly sum: string
  /** 目标在 27.954万 与 28.094万 之间，最可能 28万; what was printed, where it was checked. */
  readonly result: string
  readonly verdict: Relation['verdict']
}

/** What follows from the figures of a row, relation by relation. */
export const stepsOf = (row: Row, relations: readonly Relation[], words: Words): Step[] =>
  relations.map((relation) => {
    if (isChecked(relation)) return checkedStep(row, relation, words)
    if (relation.verdict === 'implied') return impliedStep(row, relation, words)
    return { sum: relation.stated?.text ?? '', result: words.project.cannot, verdict: relation.verdict }
  })

const show = (figure: Figure, row: Row) => printed(figure, isPercent(figure) ? '%' : row.cells.unit)

function checkedStep(row: Row, relation: CheckedRelation, words: Words): Step {
  const { kind, actual, other, stated } = relation
  const end = kind === 'excess' ? pointsOrUnit(stated, words) : '%'
  const sign = kind === 'excess' ? '−' : '÷'
  const tail = kind === 'growth' ? ' − 1' : ''
  return {
    sum: `${show(actual, row)} ${sign} ${show(other, row)}${tail} = ${recomputed(relation)}${end}`,
    result: `${words.project.stated} ${stated.text}`,
    verdict: relation.verdict,
  }
}

const pointsOrUnit = (stated: Figure, words: Words) => (isPercent(stated) ? words.points : stated.unit)

function impliedStep(row: Row, relation: ImpliedRelation, words: Words): Step {
  const { implied } = relation
  const pattern = relation.actual ?? relation.other
  const isRatio = implied.member === 'completion' || implied.member === 'share' || implied.member === 'growth'
  const range = isRatio || !pattern ? rangeOfRatio(relation) : rangeLike(pattern, implied.interval)
  const name = words.steps.result[implied.member]
  const [low, high] = range.split('—')
  if (high === undefined)
    return { sum: sumOf(row, relation), result: name + words.steps.is(range), verdict: 'implied' }
  const between = name + words.steps.between(low ?? '', high)
  return {
    sum: sumOf(row, relation),
    result: between + candidateWords(relation, pattern, isRatio, words),
    verdict: 'implied',
  }
}

const PERCENT: Pick<Figure, 'unit' | 'exponent'> = { unit: '%', exponent: 0 }
const rangeOfRatio = (relation: ImpliedRelation) => rangeLike(PERCENT as Figure, relation.implied.interval)

function candidateWords(
  relation: ImpliedRelation,
  pattern: Figure | undefined,
  isRatio: boolean,
  words: Words,
): string {
  const { candidate } = relation.implied
  if (!candidate) return ''
  const digits = significantDigits(candidate) ?? Number.POSITIVE_INFINITY
  const text = like(isRatio || !pattern ? (PERCENT as Figure) : pattern, candidate)
  return words.steps.candidate(text, digits <= 2)
}

/** The left side of the sum, by which member is missing. */
function sumOf(row: Row, relation: ImpliedRelation): string {
  const { kind, implied } = relation
  const a = relation.actual && show(relation.actual, row)
  const b = relation.other && show(relation.other, row)
  const s = relation.stated?.text
  if (a && b) return kind === 'excess' ? `${a} − ${b}` : kind === 'growth' ? `${a} ÷ ${b} − 1` : `${a} ÷ ${b}`
  if (implied.member === 'actual') return `${b} ${INVERSE[kind]} ${kind === 'growth' ? `(1 + ${s})` : s}`
  return kind === 'excess' ? `${a} − ${s}` : kind === 'growth' ? `${a} ÷ (1 + ${s})` : `${a} ÷ ${s}`
}

const INVERSE: Readonly<Record<RelationKind, string>> = {
  completion: '×',
  excess: '+',
  share: '×',
  growth: '×',
}
