import type { Review } from '../checks/check.ts'
import type { Subject } from '../checks/rule.ts'
import type { Row } from '../model/dataSet.ts'
import { lastDay } from '../model/date.ts'
import { type Finding, isQuestion } from '../model/finding.ts'
import { acrossLists } from './acrossLists.ts'
import type { Answers } from './answers.ts'
import { comparePair, type PairComparison } from './comparePair.ts'
import { type Match, type Matching, matchLists } from './matchLists.ts'

/** One indicator of the list shown, in one of the lists that it is held against. */
export interface Compared extends PairComparison {
  readonly match: Match
  /** Which of the other lists: its place among those given. */
  readonly list: number
  /** What all lists together show, and none by itself, of this pair's later row or of the other list's. */
  readonly findings: readonly Finding[]
  /** What is asked about the earlier and the later row by itself. */
  readonly asked: { readonly before: readonly AskedFinding[]; readonly after: readonly AskedFinding[] }
}

export interface AskedFinding {
  readonly finding: Finding
  /** Why a reader accepted it; undefined where it is open. */
  readonly reason: string | undefined
}

/** An indicator of the list shown with all that the others have of it, the earliest first. */
export interface ComparedLine {
  readonly row: Row
  readonly pairs: readonly Compared[]
}

export interface ComparedLists {
  /** Indicators found in at least one other list, in printed order. */
  readonly lines: readonly ComparedLine[]
  /** By list, in the order given. */
  readonly matchings: readonly Matching[]
}

/** A list held against others, indicator by indicator. Pure. */
export function compareLists(base: Review, others: readonly Review[], answers: Answers = {}): ComparedLists {
  const matchings = others.map(({ set }) => matchLists(base.set, set, answers))
  const of = new Map<Row, Compared[]>()
  const found = acrossLists(matchings.flatMap(({ pairs }) => pairs))
  matchings.forEach(({ pairs }, list) => {
    const other = others[list]
    if (!other) return
    for (const match of pairs) {
      const compared = comparedOf(base, other, match, list, found.get(match) ?? [])
      if (compared) of.set(match.a, [...(of.get(match.a) ?? []), compared])
    }
  })
  const lines = base.set.rows.flatMap((row) => {
    const pairs = of.get(row)?.sort(byOtherDay)
    return pairs ? [{ row, pairs }] : []
  })
  return { lines, matchings }
}

function comparedOf(
  base: Review,
  other: Review,
  match: Match,
  list: number,
  findings: readonly Finding[],
): Compared | undefined {
  const [here, there] = [base.subjectOf.get(match.a), other.subjectOf.get(match.b)]
  if (!here || !there) return undefined
  const pair = comparePair(there, here)
  const askedOf = ({ row }: Subject): AskedFinding[] => {
    const { findingsOf, reasons } = row === match.a ? base : other
    return (findingsOf.get(row) ?? [])
      .filter(isQuestion)
      .map((finding) => ({ finding, reason: reasons.get(finding) }))
  }
  const asked = { before: askedOf(pair.before.subject), after: askedOf(pair.after.subject) }
  return { ...pair, match, list, findings, asked }
}

const dayOf = ({ match }: Compared): string => lastDay(match.b.cells.as_of) ?? ''
const byOtherDay = (a: Compared, b: Compared): number =>
  dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b)) || a.list - b.list
