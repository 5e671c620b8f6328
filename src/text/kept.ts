import { keptEn } from './keptEn.ts'
import { keptZh } from './keptZh.ts'

export type KeptWords = typeof keptZh

/** What the board says of kept data sets, corrections and versions; comes with the code that needs it. */
export const kept: { readonly zh: KeptWords; readonly en: KeptWords } = { zh: keptZh, en: keptEn }
