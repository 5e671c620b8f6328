import { claimsAll, claimsDone } from '../checks/rules/claimContradicted.ts'
import { NOT_ADDED } from '../checks/rules/partsDoNotSum.ts'
import { LESS_IS_BETTER } from '../load/readTable.ts'
import { Dictionary } from './dictionary.ts'
import type { Words } from './screen.ts'

/** A cell in words, and what is to be known of it, worked out once for each different one. */
class Word {
  readonly dictionary: Dictionary
  code = 0
  private readonly answers: number[] = []
  private readonly ask: (text: string) => number

  constructor(ask: (text: string) => number, dictionary = new Dictionary()) {
    this.ask = ask
    this.dictionary = dictionary
  }

  read(code: number): number {
    this.code = code
    if (code === this.answers.length) this.answers.push(this.ask(this.text))
    return this.answers[code] ?? this.ask(this.text)
  }

  get text(): string {
    return this.dictionary.values[this.code] ?? ''
  }
}

/** Only the rules can judge it; a blank 口径, a 声明 that something is done, an 指标 that is no sum; a 声明 at all. */
const [ODD, SECOND, FILLED] = [1, 2, 4] as const

/** What the words of a row say that its figures are judged by. */
export class RowWords implements Words {
  isOdd = false
  claims = false
  isYearEnd = false
  gone = 0
  days = 0
  hasClaim = false
  /** An average, a span of time … that is no sum of its parts. */
  isNoSum = false
  readonly indicator: Word
  readonly basis = new Word((text) => (text.includes('开工') ? ODD : 0) | (text === '' ? SECOND : 0))
  readonly direction = new Word((text) => (LESS_IS_BETTER.has(text) ? ODD : 0))
  readonly claim = new Word(
    (text) => (claimsAll(text) ? ODD : 0) | (claimsDone(text) ? SECOND : 0) | (text === '' ? 0 : FILLED),
  )

  constructor(indicators: Dictionary) {
    this.indicator = new Word(
      (text) => (text.endsWith('开工率') ? ODD : 0) | (NOT_ADDED.test(text) ? SECOND : 0),
      indicators,
    )
  }

  /** @param codes numbers of the values */
  read(indicator: number, basis: number, direction: number, claim: number): void {
    const ofIndicator = this.indicator.read(indicator)
    const ofBasis = this.basis.read(basis)
    const ofDirection = this.direction.read(direction)
    const ofClaim = this.claim.read(claim)
    const isStartRate = (ofBasis & SECOND) !== 0 && (ofIndicator & ODD) !== 0
    this.isOdd = ((ofBasis | ofDirection | ofClaim) & ODD) !== 0 || isStartRate
    this.claims = (ofClaim & SECOND) !== 0
    this.hasClaim = (ofClaim & FILLED) !== 0
    this.isNoSum = (ofIndicator & SECOND) !== 0
  }
}
