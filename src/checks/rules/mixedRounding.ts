import * as I from '../../lib/interval.ts'
import type { Row } from '../../model/dataSet.ts'
import { type CheckedRelation, isChecked } from '../../model/relation.ts'
import { statedStandsFor } from '../relate.ts'
import { type Document, listRule } from '../rule.ts'

const READINGS = ['half-up', 'half-even', 'truncate', 'up'] as const
type NamedReading = (typeof READINGS)[number]

export interface RoundingUse {
  /** The reading that explains most relations; half-up where several explain equally many. */
  readonly usual: NamedReading
  readonly explained: number
  /** Relations that some rounding of the result explains. */
  readonly of: number
  readonly counts: Readonly<Record<NamedReading, number>>
  /** Those that need another reading than the usual one. */
  readonly others: readonly { readonly row: Row; readonly relation: CheckedRelation }[]
}

/** Which rounding a document follows, told from every relation with all three members printed. */
export function roundingUse({ subjects }: Document): RoundingUse {
  const checked = subjects.flatMap(({ row, relations }) =>
    relations.filter(isChecked).map((relation) => ({ row, relation })),
  )
  const fits = (relation: CheckedRelation, reading: NamedReading) =>
    relation.recomputed !== undefined && I.meets(relation.recomputed, statedStandsFor(relation, reading))
  const explainable = checked.filter(({ relation }) => READINGS.some((reading) => fits(relation, reading)))
  const count = (reading: NamedReading) =>
    explainable.filter(({ relation }) => fits(relation, reading)).length
  const counts = Object.fromEntries(READINGS.map((r) => [r, count(r)])) as Record<NamedReading, number>
  const usual = READINGS.reduce((best, reading) => (counts[reading] > counts[best] ? reading : best))
  const others = explainable.filter(({ relation }) => !fits(relation, usual))
  return { usual, explained: counts[usual], of: explainable.length, counts, others }
}

/** Rows of one document that need different rounding rules. */
export const mixedRounding = listRule('mixed-rounding', 'warning', (document) => {
  const { usual, explained, of, others } = roundingUse(document)
  return others.map(({ row, relation }) => ({ row, facts: { relation, usual, explained, of } }))
})
