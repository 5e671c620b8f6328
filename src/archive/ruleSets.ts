import type { Rule } from '../checks/rule.ts'
import { isAskedFor } from '../model/filter.ts'
import { type Finding, isQuestion, type RuleId } from '../model/finding.ts'
import type { ArchiveFilter } from './protocol.ts'

/** No rule spoke of a row. */
export const NO_RULES = 0

/**
 * Which rules spoke of a row, as one number for each set of rules that occurs: as many rules as one likes, and few sets
 * of them in a million rows.
 */
export class RuleSets {
  readonly rules: readonly Rule[]
  /** Places of the rules of each set in the registry, the worst first. */
  private readonly sets: (readonly number[])[] = [[]]
  private readonly numbers = new Map([['', NO_RULES]])
  /** By set and place: the set with that rule too. */
  private readonly wider: (number | undefined)[][] = [[]]

  constructor(rules: readonly Rule[]) {
    this.rules = rules
  }

  get size(): number {
    return this.sets.length
  }

  /** Where a rule stands in the registry; −1 for one that is not in it. */
  placeOf(id: RuleId): number {
    return this.rules.findIndex((rule) => rule.id === id)
  }

  /** The set with one more rule; a rule that is not in the registry adds nothing. */
  with(set: number, place: number): number {
    if (place < 0) return set
    const known = this.wider[set]?.[place]
    if (known !== undefined) return known
    const own = this.sets[set] ?? []
    const more = own.includes(place) ? own : [...own, place].sort((a, b) => a - b)
    const key = more.join(' ')
    const number = this.numbers.get(key) ?? this.sets.length
    if (number === this.sets.length) {
      this.sets.push(more)
      this.wider.push([])
      this.numbers.set(key, number)
    }
    const wider = this.wider[set]
    if (wider) wider[place] = number
    return number
  }

  placesIn(set: number): readonly number[] {
    return this.sets[set] ?? []
  }

  has(set: number, place: number): boolean {
    return this.placesIn(set).includes(place)
  }

  /** Of every set: how many of its rules are meant. */
  counts(isMeant: (rule: Told) => boolean): Uint32Array {
    return Uint32Array.from(this.sets, (places) => places.filter((place) => this.isAt(place, isMeant)).length)
  }

  /** Whether the rule that stands there is meant. */
  isAt(place: number, isMeant: (rule: Told) => boolean): boolean {
    const rule = this.rules[place]
    return rule !== undefined && isMeant({ rule: rule.id, severity: rule.severity })
  }
}

/** As much of a finding as its rule alone tells. */
export type Told = Pick<Finding, 'rule' | 'severity'>

/** Whether a filter is about it. */
export const isAbout =
  (asked: ArchiveFilter['finding']) =>
  (finding: Told): boolean =>
    asked === '' ||
    // Nothing of a large data set is accepted as a whole: a part of it is, row by row.
    (isAskedFor(asked) ? isQuestion(finding) && asked !== 'answered' : finding.rule === asked)
