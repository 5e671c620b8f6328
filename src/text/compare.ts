import { compareEn } from './compareEn.ts'
import { type CompareWords, compareZh } from './compareZh.ts'
import type { Words } from './zh.ts'

export type { CompareWords }

/** The words of 对照 in the language of the others. */
export const compareWords = ({ lang }: Words): CompareWords => (lang === 'en' ? compareEn : compareZh)
