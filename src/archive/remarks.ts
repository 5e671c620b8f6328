import { Dictionary } from './dictionary.ts'
import { Pairs } from './pairs.ts'

/** Notes that differ from row to row are not worth a number each: those are searched for in the text. */
const MOST = 1 << 16

/** 口径, 声明, 单位, 出处 and 备注 of a row, for the search. */
export class Remarks {
  readonly sources = new Dictionary()
  readonly notes = new Dictionary()
  private readonly bases: Dictionary
  private readonly claims: Dictionary
  private readonly units: Dictionary
  private readonly first = new Pairs()
  private readonly second = new Pairs()
  private readonly third = new Pairs()
  private readonly both = new Pairs()

  constructor(bases: Dictionary, claims: Dictionary, units: Dictionary) {
    this.bases = bases
    this.claims = claims
    this.units = units
  }

  /** Whether rows came whose source and note were not looked at any more. */
  get isFull(): boolean {
    return this.sources.values.length >= MOST || this.notes.values.length >= MOST
  }

  numberOf(basis: number, claim: number, unit: number, source: number, note: number): number {
    const said = this.third.numberOf(this.first.numberOf(basis, claim), unit)
    return this.both.numberOf(this.second.numberOf(source, note), said)
  }

  /** A flag for every number: whether one of its words is meant. */
  having(isMeant: (text: string) => boolean): Uint8Array {
    const { first, second, third, both } = this
    const [bases, claims] = [this.bases.values.map(isMeant), this.claims.values.map(isMeant)]
    const units = this.units.values.map(isMeant)
    const [sources, notes] = [this.sources.values.map(isMeant), this.notes.values.map(isMeant)]
    const flags = new Uint8Array(both.size)
    for (let number = 0; number < flags.length; number++) {
      const [from, said] = [both.firstOf(number), both.secondOf(number)]
      const words = third.firstOf(said)
      const isHad =
        bases[first.firstOf(words)] ||
        claims[first.secondOf(words)] ||
        units[third.secondOf(said)] ||
        sources[second.firstOf(from)] ||
        notes[second.secondOf(from)]
      if (isHad) flags[number] = 1
    }
    return flags
  }
}
