import { regionsEn } from './regionsEn.ts'
import { regionsZh } from './regionsZh.ts'

/** The words of 地区 by language; fetched with that page. */
export const regions = { zh: regionsZh, en: regionsEn }
export type RegionWords = typeof regionsZh
