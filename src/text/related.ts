import { relatedEn } from './relatedEn.ts'
import { type RelatedWords, relatedZh } from './relatedZh.ts'
import type { Words } from './zh.ts'

/** The words of what other documents say, in the language of the others. */
export const relatedWords = ({ lang }: Words): RelatedWords => (lang === 'en' ? relatedEn : relatedZh)
