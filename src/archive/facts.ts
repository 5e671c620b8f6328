import { findingOf } from '../checks/check.ts'
import { reachOf } from '../checks/reach.ts'
import { relationsOf } from '../checks/relate.ts'
import type { Hit, Rule, Subject } from '../checks/rule.ts'
import type { Row } from '../model/dataSet.ts'
import type { Finding, RuleId } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { type Archived, type ListRuleOfAny, listHits, mixedKinds } from './finish.ts'

/** The findings of one row with all their facts, in the order of the registry. */
export function findingsOf(archived: Archived, row: number): Finding[] {
  const { sets, rows } = archived.index
  return sets
    .placesIn(rows.at.findings[row] ?? 0)
    .flatMap((place) => (sets.rules[place] ? factsOf(archived, row, sets.rules[place]) : []))
}

function factsOf(archived: Archived, row: number, rule: Rule): Finding[] {
  const { read } = archived
  if (rule.scope === 'row') return ofRow(read.rowsAt([row]), rule, rule.check)
  const told = rule.ofRow ? ofRow(read.rowsAt([row]), rule, rule.ofRow) : []
  return [...told, ...inList(archived, row, rule)]
}

function ofRow(
  [row]: readonly Row[],
  rule: Rule,
  check: (subject: Subject) => Hit<RuleId> | undefined,
): Finding[] {
  const hit = row && check({ row, relations: relationsOf(row), reach: reachOf(row) })
  return hit ? [findingOf(rule, { ...hit, row })] : []
}

/** What a rule about the list says of one of its rows. */
function inList(archived: Archived, row: number, rule: ListRuleOfAny): Finding[] {
  const { read } = archived
  switch (rule.foundBy) {
    case 'issues': {
      const [own] = read.rowsAt([row])
      return read
        .issuesOf(row)
        .map((issue) => findingOf(rule, { ...(own && { row: own }), facts: { issue } }))
    }
    case 'rounding':
      return mixed(archived, row, rule)
    case 'indicators':
      return among(archived, rule, row, sameAs(archived, row))
    case 'courses':
      return among(archived, rule, row, read.ofCourse(archived.index.rows.at.course[row] ?? 0))
    case 'sums':
      return among(archived, rule, row, archived.brokenSums.get(row)?.rows ?? [])
    case 'entry':
      return []
    case 'asked':
      return (archived.asked.get(row) ?? []).filter((finding) => finding.rule === rule.id)
  }
}

/** What a list rule says of one row, beside those that it is seen with. */
function among({ read }: Archived, rule: ListRuleOfAny, row: number, rows: readonly number[]): Finding[] {
  const together = [...new Set(rows)]
  const own = read.rowsAt(together)
  const wanted = own[together.indexOf(row)]
  return listHits(rule, own).filter((finding) => finding.row === wanted)
}

function mixed({ read, rounding, index }: Archived, row: number, rule: ListRuleOfAny): Finding[] {
  const [own] = read.rowsAt([row])
  if (!own) return []
  const kinds = mixedKinds(index.rows.at.fits[row] ?? 0, rounding.usual)
  const others = relationsOf(own).flatMap((relation) =>
    isChecked(relation) && kinds.includes(relation.kind) ? [{ row: own, relation }] : [],
  )
  return listHits(rule, [own], { rounding: { ...rounding, others } })
}

/** Rows of the same indicator, the first of its level among them. */
function sameAs({ index }: Archived, row: number): number[] {
  const { group } = index.rows.at
  const found: number[] = []
  for (let other = 0; other <= row; other++) if (group[other] === group[row]) found.push(other)
  return found
}
