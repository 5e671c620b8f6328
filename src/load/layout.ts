import type { LayoutGuess } from '../model/layout.ts'
import type { Table } from './parse.ts'

/** Where the words stand that a table lacks itself. */
export interface Around {
  readonly file?: string
  readonly sheet?: string
}

/** What a table seems to be: where its header stands, which column holds what, what it lacks. Pure, never throws. */
export function guessLayout(_table: Table, _around: Around = {}): LayoutGuess {
  return {
    sure: 'none',
    layout: { skip: 0, places: {}, constants: {}, extra: [] },
    header: [],
    key: undefined,
    candidates: {},
    lacking: [],
  }
}

/** A key by which answers for a header are remembered: the same for the same names in the same order, however spaced. */
export const layoutKey = (header: readonly string[]): string => header.join('|')
