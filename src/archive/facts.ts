import { findingOf } from '../checks/check.ts'
import { reachOf } from '../checks/reach.ts'
import { relationsOf } from '../checks/relate.ts'
import type { Rule, Subject } from '../checks/rule.ts'
import { RULES } from '../checks/rules/registry.ts'
import type { Row } from '../model/dataSet.ts'
import type { Finding } from '../model/finding.ts'
import { isChecked } from '../model/relation.ts'
import { type Archived, listHits, mixedKinds } from './finish.ts'

/** The findings of one row with all their facts, in the order of the registry. */
export function findingsOf(archived: Archived, row: number): Finding[] {
  const bits = archived.index.rows.at.findings[row] ?? 0
  return RULES.flatMap((rule, place) => (bits & (1 << place) ? factsOf(archived, row, rule) : []))
}

function factsOf(archived: Archived, row: number, rule: Rule): Finding[] {
  const { read } = archived
  switch (rule.id) {
    case 'unreadable': {
      const [own] = read.rowsAt([row])
      return read
        .issuesOf(row)
        .map((issue) => findingOf(rule, own ? { row: own, facts: { issue } } : { facts: { issue } }))
    }
    case 'mixed-rounding':
      return mixed(archived, row)
    case 'duplicate-row':
      return among(archived, rule, row, sameAs(archived, row))
    case 'falls-back':
    case 'target-moved':
      return among(archived, rule, row, read.ofCourse(archived.index.rows.at.course[row] ?? 0))
    case 'parts-do-not-sum':
      return among(archived, rule, row, archived.brokenSums.get(row)?.rows ?? [])
    default: {
      const [own] = read.rowsAt([row])
      const subject = own && subjectOf(own)
      const check = rule.scope === 'row' ? rule.check : rule.ofRow
      const hit = subject && check?.(subject)
      return hit ? [findingOf(rule, { ...hit, row: subject.row })] : []
    }
  }
}

const subjectOf = (row: Row): Subject => ({ row, relations: relationsOf(row), reach: reachOf(row) })

/** What a list rule says of one row, beside those that it is seen with. */
function among({ read }: Archived, rule: Rule, row: number, rows: readonly number[]): Finding[] {
  const together = [...new Set(rows)]
  const own = read.rowsAt(together)
  const wanted = own[together.indexOf(row)]
  return listHits(rule.id, own).filter((finding) => finding.row === wanted)
}

function mixed({ read, rounding, index }: Archived, row: number): Finding[] {
  const [own] = read.rowsAt([row])
  if (!own) return []
  const kinds = mixedKinds(index.rows.at.fits[row] ?? 0, rounding.usual)
  const others = relationsOf(own).flatMap((relation) =>
    isChecked(relation) && kinds.includes(relation.kind) ? [{ row: own, relation }] : [],
  )
  return listHits('mixed-rounding', [own], { rounding: { ...rounding, others } })
}

/** Rows of the same indicator, the first of its level among them. */
function sameAs({ index }: Archived, row: number): number[] {
  const { group } = index.rows.at
  const found: number[] = []
  for (let other = 0; other <= row; other++) if (group[other] === group[row]) found.push(other)
  return found
}
