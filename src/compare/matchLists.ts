import { groupBy } from '../lib/groupBy.ts'
import { add, compare, multiply, type Rational, ratio, ZERO } from '../lib/rational.ts'
import type { DataSet, Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { conversion } from '../model/unit.ts'
import { type Answers, answerKey, nameOf, namesIn } from './answers.ts'
import { type Entry, entriesOf } from './entries.ts'
import { likeness } from './names.ts'

/** `same`: both lists write it alike; `proposed`: they do nearly; `chosen`: the reader said so. */
export type How = 'same' | 'proposed' | 'chosen'

export interface Match {
  readonly a: Row
  readonly b: Row
  readonly how: How
  /** How alike the two are, 0 to 1 (see `scoreOf`). */
  readonly score: Rational
}

export type Refused = Pick<Match, 'a' | 'b'>

export interface Matching {
  /** In the printed order of `a`. */
  readonly pairs: readonly Match[]
  readonly onlyA: readonly Row[]
  readonly onlyB: readonly Row[]
  /** Those of which the reader said that they are not one, in the printed order of `a`. */
  readonly refused: readonly Refused[]
  /** Whether so many indicators were left that none of them was held against another. */
  readonly isTooLong: boolean
}

/** How much each likeness weighs. */
const WEIGHT = {
  indicator: ratio(11n, 20n),
  project: ratio(4n, 20n),
  unit: ratio(3n, 20n),
  level: ratio(1n, 20n),
  basis: ratio(1n, 20n),
} as const
/** Less alike than this nothing is proposed; both tried on the lists that ship with the board. */
const LEAST = { score: ratio(9n, 20n), indicator: ratio(2n, 5n) } as const
/** So many pairs are held against each other at most: about a tenth of a second. */
const MOST_PAIRS = 150_000

/**
 * The same indicator in two lists. What a reader said comes first, then what both write alike (`plainName`), then
 * proposals, the best score first and each indicator in one pair at most; of equal scores the one printed first.
 */
export function matchLists(a: DataSet, b: DataSet, answers: Answers = {}): Matching {
  const [left, right] = entriesOf(a, b).map(
    (entries) => new Map(entries.map((entry) => [entry.row, entry])),
  ) as [Map<Row, Entry>, Map<Row, Entry>]
  const order = new Map([...left.keys()].map((row, i) => [row, i]))
  const byOrder = (p: Refused, q: Refused) => (order.get(p.a) ?? 0) - (order.get(q.a) ?? 0)
  const refusedPairs = refusedIn([...left.keys()], [...right.keys()], answers).sort(byOrder)
  const pairs: Match[] = []
  const pair = (one: Entry, other: Entry, how: How, score = scoreOf(one, other)) => {
    pairs.push({ a: one.row, b: other.row, how, score })
    left.delete(one.row)
    right.delete(other.row)
  }
  for (const [one, other] of answered(left, right, answers)) pair(one, other, 'chosen')
  const refused = (one: Entry, other: Entry) => answers[answerKey(one.row, other.row)] === 'not'
  const alike = new Map([...right.values()].reverse().map((entry) => [entry.plain, entry]))
  for (const one of [...left.values()]) {
    const other = alike.get(one.plain)
    if (other && right.has(other.row) && !refused(one, other)) pair(one, other, 'same')
  }
  const isTooLong = pairsOf([...left.values()], [...right.values()]) > MOST_PAIRS
  const proposals = isTooLong ? [] : proposalsOf([...left.values()], [...right.values()])
  for (const { one, other, score } of proposals) {
    if (left.has(one.row) && right.has(other.row) && !refused(one, other)) pair(one, other, 'proposed', score)
  }
  pairs.sort(byOrder)
  return { pairs, onlyA: [...left.keys()], onlyB: [...right.keys()], refused: refusedPairs, isTooLong }
}

/** Pairs that the reader said are one, in the printed order of the first list. */
function answered(
  left: ReadonlyMap<Row, Entry>,
  right: ReadonlyMap<Row, Entry>,
  answers: Answers,
): (readonly [Entry, Entry])[] {
  const same = Object.keys(answers).filter((key) => answers[key] === 'same')
  if (same.length === 0) return []
  const others = new Map<string, Set<string>>()
  const note = (name: string, other: string) => others.set(name, (others.get(name) ?? new Set()).add(other))
  for (const [name, other] of same.map(namesIn)) note(name, other) && note(other, name)
  const named = new Map([...right.values()].reverse().map((entry) => [nameOf(entry.row), entry]))
  return [...left.values()].flatMap((one) => {
    const name = [...(others.get(nameOf(one.row)) ?? [])].find((other) => named.has(other))
    const other = named.get(name ?? '')
    if (!other || name === undefined) return []
    named.delete(name)
    return [[one, other] as const]
  })
}

/** Pairs that the reader said are not one. */
function refusedIn(left: readonly Row[], right: readonly Row[], answers: Answers): Refused[] {
  const [ofA, ofB] = [left, right].map((rows) => new Map(rows.map((row) => [nameOf(row), row]))) as [
    Map<string, Row>,
    Map<string, Row>,
  ]
  return Object.keys(answers).flatMap((key) => {
    if (answers[key] !== 'not') return []
    const [one, other] = namesIn(key)
    const ways =
      one === other
        ? [[one, other]]
        : [
            [one, other],
            [other, one],
          ]
    return ways.flatMap(([x = '', y = '']) => {
      const [a, b] = [ofA.get(x), ofB.get(y)]
      return a && b ? [{ a, b }] : []
    })
  })
}

const pairsOf = (left: readonly Entry[], right: readonly Entry[]): number => {
  const parts = new Map<string, number>()
  for (const { part } of right) parts.set(part, (parts.get(part) ?? 0) + 1)
  return left.reduce((sum, { part }) => sum + (parts.get(part) ?? 0), 0)
}

interface Proposal {
  readonly one: Entry
  readonly other: Entry
  readonly score: Rational
}

function proposalsOf(left: readonly Entry[], right: readonly Entry[]): Proposal[] {
  const parts = new Map(groupBy(right, ({ part }) => part).map((group) => [group[0]?.part, group]))
  return left
    .flatMap((one) =>
      (parts.get(one.part) ?? []).flatMap((other): Proposal[] => {
        if (!isComparable(one, other)) return []
        if (compare(likeness(one.indicator, other.indicator), LEAST.indicator) < 0) return []
        const score = scoreOf(one, other)
        return compare(score, LEAST.score) < 0 ? [] : [{ one, other, score }]
      }),
    )
    .sort((p, q) => compare(q.score, p.score))
}

/** Two indicators are not one where they are counted in what cannot be compared, or print no figure in common. */
function isComparable(one: Entry, other: Entry): boolean {
  const [f, g] = [one.row.figures, other.row.figures]
  if (f.actual && g.actual && isPercent(f.actual) !== isPercent(g.actual)) return false
  if (conversion(one.unit, other.unit) === undefined) return false
  // 个 may be a count of anything, but of 户 or 人次 it is hardly the same indicator's.
  if (one.dimension !== other.dimension && one.dimension !== 'unknown' && other.dimension !== 'unknown')
    return false
  return (f.actual && g.actual) !== undefined || (f.completion && g.completion) !== undefined
}

/**
 * How alike two indicators are, 0 to 1, exact: names of indicator and project by `likeness`, and whether unit,
 * level and 口径 agree.
 */
export function scoreOf(one: Entry, other: Entry): Rational {
  const agree = (key: 'level' | 'basis'): Rational =>
    one.row.cells[key] === other.row.cells[key] ? WEIGHT[key] : ZERO
  return [
    multiply(WEIGHT.indicator, likeness(one.indicator, other.indicator)),
    multiply(WEIGHT.project, likeness(one.project, other.project)),
    multiply(WEIGHT.unit, unitLikeness(one, other)),
    agree('level'),
    agree('basis'),
  ].reduce(add)
}

/** 公里 and 千米, 人 and 名 are one; a blank unit may be; 个 beside 户 is likelier something else. */
function unitLikeness(one: Entry, other: Entry): Rational {
  if (one.dimension === 'unknown' || other.dimension === 'unknown') return ratio(1n, 2n)
  if (one.dimension !== other.dimension) return ZERO
  return ratio(one.dimension !== 'thing' || one.unit === other.unit ? 2n : 1n, 2n)
}
