import type { Row } from '../model/dataSet.ts'
import type { Matching } from './matchLists.ts'

/** How many indicators of a list others have too: `all` is the sum of the rest. */
export interface MatchCounts {
  readonly all: number
  /** Written alike, or said by the reader to be the same. */
  readonly sure: number
  /** Only of a similar name, for the reader to confirm. */
  readonly proposed: number
  /** In no other list. */
  readonly only: number
}

/**
 * Of the list shown, against one or more others: an indicator that one of them surely has is not to be confirmed.
 * @param isShown which of its rows count
 */
export function countsHere(
  matchings: readonly Matching[],
  isShown: (row: Row) => boolean = () => true,
): MatchCounts {
  const found = new Map<Row, 'sure' | 'proposed' | 'only'>()
  for (const { pairs, onlyA } of matchings) {
    for (const row of onlyA) if (isShown(row) && !found.has(row)) found.set(row, 'only')
    for (const { a, how } of pairs) {
      if (!isShown(a)) continue
      if (how !== 'proposed') found.set(a, 'sure')
      else if (found.get(a) !== 'sure') found.set(a, 'proposed')
    }
  }
  return counted([...found.values()])
}

/** Of one of the others, against the list shown. */
export const countsThere = ({ pairs, onlyB }: Matching): MatchCounts =>
  counted([
    ...pairs.map(({ how }) => (how === 'proposed' ? 'proposed' : 'sure')),
    ...onlyB.map(() => 'only' as const),
  ])

function counted(kinds: readonly ('sure' | 'proposed' | 'only')[]): MatchCounts {
  const of = (kind: string) => kinds.filter((one) => one === kind).length
  return { all: kinds.length, sure: of('sure'), proposed: of('proposed'), only: of('only') }
}
