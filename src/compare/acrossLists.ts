import { review } from '../checks/check.ts'
import { type DataSet, groupProjects, type Row } from '../model/dataSet.ts'
import { yearOf } from '../model/date.ts'
import type { Finding } from '../model/finding.ts'
import type { Match } from './matchLists.ts'

/** Rules that hold one date, or one document, of a year against another. */
const ACROSS: ReadonlySet<Finding['rule']> = new Set(['falls-back', 'target-moved'] as const)

/**
 * What the rules about the course of a year find in two lists together that neither shows by itself, by
 * the pair it is about. The second list's rows go by the first's names; what was begun is not held against what was done.
 */
export function acrossLists(pairs: readonly Match[]): ReadonlyMap<Match, Finding[]> {
  const pairOf = new Map<Row, Match>()
  const rows = pairs.filter(isOfOneCourse).flatMap((pair) => {
    const { project, indicator } = pair.a.cells
    const renamed: Row = { ...pair.b, cells: { ...pair.b.cells, project, indicator } }
    pairOf.set(pair.a, pair).set(renamed, pair)
    return [pair.a, renamed]
  })
  const found = new Map<Match, Finding[]>()
  if (rows.length === 0) return found
  const union: DataSet = {
    entry: { file: '', title: '', source: '', asOf: '' },
    rows,
    projects: groupProjects(rows),
    issues: [],
    extraColumns: [],
  }
  for (const finding of review(union).findings) {
    const pair = finding.row && pairOf.get(finding.row)
    if (pair && ACROSS.has(finding.rule)) found.set(pair, [...(found.get(pair) ?? []), finding])
  }
  return found
}

/** That of two years or regions the rules would see by themselves: it spares them the rows. */
const isOfOneCourse = ({ a, b }: Match): boolean =>
  a.cells.region === b.cells.region && a.cells.basis === b.cells.basis && yearOf(a.cells) === yearOf(b.cells)
