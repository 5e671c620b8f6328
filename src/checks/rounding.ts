import * as I from '../lib/interval.ts'
import type { Row } from '../model/dataSet.ts'
import { type CheckedRelation, isChecked, type RelationKind } from '../model/relation.ts'
import { relationsOf, statedStandsFor } from './relate.ts'
import type { Subject } from './rule.ts'

export const READINGS = ['half-up', 'half-even', 'truncate', 'up'] as const
export type NamedReading = (typeof READINGS)[number]

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

/**
 * Tells which rounding a document follows, from every relation with all three members printed. Which is the usual
 * one shows at the end only: until then each relation's kind is kept, and those in question are worked out again.
 */
export function startRounding() {
  const counts: Record<NamedReading, number> = { 'half-up': 0, 'half-even': 0, truncate: 0, up: 0 }
  /** Those that not every reading explains, with a bit for each that does. */
  const telling: { row: Row; kind: RelationKind; fits: number }[] = []
  let of = 0
  return {
    see({ row, relations }: Subject): void {
      for (const relation of relations.filter(isChecked)) {
        const fits = readingsOf(relation)
        if (fits === 0) continue
        of += 1
        for (const reading of READINGS) if (fits & bitOf(reading)) counts[reading] += 1
        // What any of them explains can never need another than the usual one.
        if (fits !== ALL_READINGS) telling.push({ row, kind: relation.kind, fits })
      }
    },
    end(): RoundingUse {
      const usual = usualOf(counts)
      const others = telling
        .filter(({ fits }) => (fits & bitOf(usual)) === 0)
        .flatMap(({ row, kind }) => {
          const relation = relationsOf(row).find((one) => one.kind === kind)
          return relation && isChecked(relation) ? [{ row, relation }] : []
        })
      return { usual, explained: counts[usual], of, counts, others }
    },
  }
}

/** The reading that explains most; half-up where several explain equally many. */
export const usualOf = (counts: Readonly<Record<NamedReading, number>>): NamedReading =>
  READINGS.reduce((best, reading) => (counts[reading] > counts[best] ? reading : best))

export const bitOf = (reading: NamedReading): number => 1 << READINGS.indexOf(reading)
const ALL_READINGS = (1 << READINGS.length) - 1

/** A bit for each reading of the result that explains the relation. */
export const readingsOf = (relation: CheckedRelation): number =>
  READINGS.reduce((bits, reading) => (explains(relation, reading) ? bits | bitOf(reading) : bits), 0)

const explains = (relation: CheckedRelation, reading: NamedReading): boolean =>
  relation.recomputed !== undefined && I.meets(relation.recomputed, statedStandsFor(relation, reading))
