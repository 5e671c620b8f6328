import { acceptEn, checksEn } from './checksEn.ts'
import { type AcceptWords, acceptZh, type ChecksWords, checksZh } from './checksZh.ts'
import type { Words } from './zh.ts'

/** The words of the page 核验, in the language of the others. */
export const checksWords = ({ lang }: Words): ChecksWords => (lang === 'en' ? checksEn : checksZh)

/** The words of accepting what is asked. */
export const acceptWords = ({ lang }: Words): AcceptWords => (lang === 'en' ? acceptEn : acceptZh)
