import { archiveEn } from './archiveEn.ts'
import { archiveZh } from './archiveZh.ts'

/** By language; they come with the archive's pages. */
export const archiveWords = { zh: archiveZh, en: archiveEn } as const
