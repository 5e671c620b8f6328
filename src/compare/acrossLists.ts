import { type Review, review } from '../checks/check.ts'
import { groupBy } from '../lib/groupBy.ts'
import { type DataSet, groupProjects, type Row } from '../model/dataSet.ts'
import { yearOf } from '../model/date.ts'
import type { Finding, FindingFor, MovedTarget } from '../model/finding.ts'
import { impliedTarget } from './comparePair.ts'
import type { Match } from './matchLists.ts'

/** Rules that hold one date, or one document, of a year against another. */
type Across = FindingFor<'falls-back'> | FindingFor<'target-moved'>
const isAcross = (finding: Finding): finding is Across =>
  finding.rule === 'falls-back' || finding.rule === 'target-moved'

/** A row as its list has it, and by which pair it came here; the shown list's own by none. */
interface Origin {
  readonly row: Row
  readonly pair: Match | undefined
}

/**
 * What the rules about the course of a year find in all lists together that none of them shows by itself, by the
 * pair it is about: the later row's, or of the shown list's own row the earlier one's. What was begun is not held
 * against what was done.
 * @param pairs of one shown list with any number of others
 */
export function acrossLists(pairs: readonly Match[]): ReadonlyMap<Match, Across[]> {
  const origins = new Map<Row, Origin>()
  for (const line of groupBy(pairs, ({ a }) => String(a.line))) {
    const [first] = line
    if (!first) continue
    const told: Origin[] = [{ row: first.a, pair: undefined }, ...line.map((pair) => ({ row: pair.b, pair }))]
    for (const course of groupBy(told, ...ONE_COURSE)) {
      // One by itself has nothing to be held against.
      if (course.length > 1) for (const origin of course) origins.set(namedAs(first.a, origin.row), origin)
    }
  }
  const found = new Map<Match, Across[]>()
  if (origins.size === 0) return found
  const all = review(unionOf([...origins.keys()]))
  for (const finding of all.findings.filter(isAcross)) {
    const own = finding.row && origins.get(finding.row)
    const earlier = origins.get(finding.facts.earlier)
    const pair = own?.pair ?? earlier?.pair
    if (!own || !earlier || !pair) continue
    found.set(pair, [...(found.get(pair) ?? []), asToldIn(all, finding, own.row, earlier.row)])
  }
  return found
}

const ONE_COURSE: readonly ((origin: Origin) => string)[] = [
  ({ row }) => row.cells.region,
  ({ row }) => yearOf(row.cells),
  ({ row }) => row.cells.basis,
]

/** By the name that the shown list gives it, which no other line and no other 口径 has. */
function namedAs(like: Row, row: Row): Row {
  const indicator = `${like.cells.indicator} ${like.line} ${row.cells.basis}`
  return { ...row, cells: { ...row.cells, project: like.cells.project, indicator } }
}

const unionOf = (rows: readonly Row[]): DataSet => ({
  entry: { file: '', title: '', source: '', asOf: '' },
  rows,
  projects: groupProjects(rows),
  issues: [],
  extraColumns: [],
})

/** Of the rows as their lists have them, with an implied target as it is written wherever else it stands. */
function asToldIn(all: Review, finding: Across, row: Row, earlier: Row): Across {
  if (finding.rule === 'falls-back') return { ...finding, row, facts: { ...finding.facts, earlier } }
  const { now, before } = finding.facts
  return {
    ...finding,
    row,
    facts: {
      earlier,
      now: asTold(now, all, finding.row),
      before: asTold(before, all, finding.facts.earlier),
    },
  }
}

/** The rule held the widest reading; half-up lies within it, and what did not meet there does not meet here. */
function asTold(target: MovedTarget, { subjectOf }: Review, row: Row | undefined): MovedTarget {
  const subject = row && subjectOf.get(row)
  const implied = target.printed || !subject ? undefined : impliedTarget(subject)
  return implied ? { ...target, stands: implied.implied } : target
}
