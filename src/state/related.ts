import { acrossDocuments } from '../checks/acrossDocuments.ts'
import { review, withAccepted } from '../checks/check.ts'
import type { Accepted } from '../model/accepted.ts'
import type { DataSet, Row } from '../model/dataSet.ts'
import { remember } from './derive.ts'

const reviewOf = remember(review)

/** What the checks make of the related documents, and of each pair that speaks of one thing. */
export const relatedReview = remember((list: DataSet, related: DataSet, accepted: Accepted) => {
  const checked = withAccepted(reviewOf(related), accepted)
  const pairs = acrossDocuments(list, checked)
  return { review: checked, pairs, pairsOf: (row: Row) => pairs.filter(({ here }) => here === row) }
})
