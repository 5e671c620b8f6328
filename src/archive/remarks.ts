import { Dictionary } from './dictionary.ts'
import { Pairs } from './pairs.ts'

/** Notes that differ from row to row are not worth a number each: those are searched for in the text. */
const MOST = 1 << 16

/** 口径, 声明, 出处 and 备注 of a row, for the search. */
export class Remarks {
  readonly sources = new Dictionary()
  readonly notes = new Dictionary()
  private readonly bases: Dictionary
  private readonly claims: Dictionary
  private readonly first = new Pairs()
  private readonly second = new Pairs()
  private readonly both = new Pairs()

  constructor(bases: Dictionary, claims: Dictionary) {
    this.bases = bases
    this.claims = claims
  }

  /** Whether rows came whose source and note were not looked at any more. */
  get isFull(): boolean {
    return this.sources.values.length >= MOST || this.notes.values.length >= MOST
  }

  numberOf(basis: number, claim: number, source: number, note: number): number {
    return this.both.numberOf(this.first.numberOf(basis, claim), this.second.numberOf(source, note))
  }

  /** A flag for every number: whether one of its words is meant. */
  having(isMeant: (text: string) => boolean): Uint8Array {
    const { first, second, both } = this
    const [bases, claims] = [this.bases.values.map(isMeant), this.claims.values.map(isMeant)]
    const [sources, notes] = [this.sources.values.map(isMeant), this.notes.values.map(isMeant)]
    const flags = new Uint8Array(both.size)
    for (let number = 0; number < flags.length; number++) {
      const [a, b] = [both.firstOf(number), both.secondOf(number)]
      const isHad =
        bases[first.firstOf(a)] ||
        claims[first.secondOf(a)] ||
        sources[second.firstOf(b)] ||
        notes[second.secondOf(b)]
      if (isHad) flags[number] = 1
    }
    return flags
  }
}
