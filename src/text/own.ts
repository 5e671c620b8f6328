import { ownEn } from './ownEn.ts'
import { ownZh } from './ownZh.ts'

/** By language; they come with the pages that need them. */
export const own = { zh: ownZh, en: ownEn } as const
