import { keptEn } from './keptEn.ts'
import { keptZh } from './keptZh.ts'

export type KeptWords = typeof keptZh

/** What the board says of kept data sets, corrections and versions; comes with the code that needs it. */
export const kept: { readonly zh: KeptWords; readonly en: KeptWords } = { zh: keptZh, en: keptEn }

interface Problem {
  readonly kind: keyof KeptWords['problems']
  readonly message?: string
}

/** Why something is not kept, and what to do about it. */
export const whyNotKept = ({ problems, failedBecause }: KeptWords, { kind, message }: Problem): string =>
  problems[kind] + (message === undefined ? '' : failedBecause(message))

/** What is said of something that is on this page only. */
export const saidOnlyHere = (words: KeptWords, problem: Problem): string =>
  words.onlyHere(whyNotKept(words, problem))
