import { acrossDocuments } from '../checks/acrossDocuments.ts'
import { review } from '../checks/check.ts'
import type { DataSet, Row } from '../model/dataSet.ts'
import { remember } from './derive.ts'

/** What the checks make of the related documents, and of each pair that speaks of one thing. */
export const relatedReview = remember((list: DataSet, related: DataSet) => {
  const checked = review(related)
  const pairs = acrossDocuments(list, checked)
  return { review: checked, pairs, pairsOf: (row: Row) => pairs.filter(({ here }) => here === row) }
})
