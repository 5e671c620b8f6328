import { type Filter, isAskedFor } from '../model/filter.ts'
import type { Words } from './zh.ts'

/** One value of a filter, in words. */
export function filterValue(key: keyof Filter, filter: Filter, words: Words): string {
  if (key === 'status' && filter.status !== '') return words.status[filter.status]
  if (key === 'finding' && filter.finding !== '') {
    const { finding } = filter
    return isAskedFor(finding) ? words.asked.only[finding] : words.rules[finding].title
  }
  return filter[key]
}
