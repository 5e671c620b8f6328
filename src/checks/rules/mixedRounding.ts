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

/** Both the rule and the page ask for it. */
const known = new WeakMap<Document, RoundingUse>()

/** Which rounding a document follows, told from every relation with all three members printed. */
export function roundingUse(document: Document): RoundingUse {
  const use = known.get(document) ?? tellRounding(document)
  known.set(document, use)
  return use
}

function tellRounding({ subjects }: Document): RoundingUse {
  const told = subjects.flatMap(({ row, relations }) =>
    relations.filter(isChecked).flatMap((relation) => {
      const fits = READINGS.filter((reading) => explains(relation, reading))
      return fits.length === 0 ? [] : [{ row, relation, fits }]
    }),
  )
  const counts: Record<NamedReading, number> = { 'half-up': 0, 'half-even': 0, truncate: 0, up: 0 }
  for (const { fits } of told) for (const reading of fits) counts[reading] += 1
  const usual = READINGS.reduce((best, reading) => (counts[reading] > counts[best] ? reading : best))
  const others = told
    .filter(({ fits }) => !fits.includes(usual))
    .map(({ row, relation }) => ({ row, relation }))
  return { usual, explained: counts[usual], of: told.length, counts, others }
}

const explains = (relation: CheckedRelation, reading: NamedReading): boolean =>
  relation.recomputed !== undefined && I.meets(relation.recomputed, statedStandsFor(relation, reading))

/** Rows of one document that need different rounding rules. */
export const mixedRounding = listRule('mixed-rounding', 'warning', (document) => {
  const { usual, explained, of, others } = roundingUse(document)
  return others.map(({ row, relation }) => ({ row, facts: { relation, usual, explained, of } }))
})
