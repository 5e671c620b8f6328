import { openingEn } from './openingEn.ts'
import { openingZh } from './openingZh.ts'

/** What is said when files are opened; comes with the code that opens them. */
export const OPENING = { zh: openingZh, en: openingEn } as const
