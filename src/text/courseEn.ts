import type { courseZh } from './courseZh.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const courseEn: typeof courseZh = {
  dates: 'This project at each date',
  asOf: 'As of',
  completion: (indicator) => `${indicator}: completion of the target over the year`,
  actual: (indicator) => `${indicator}: the figures over the year`,
  month: (n) => MONTHS[n - 1] ?? String(n),
  legend: {
    printed: 'completion as printed',
    implied: 'completion computed',
    actual: 'figure as printed',
    pace: '序时进度: the share of the year gone by',
    target: 'target',
    question: '朱批: worth a question before quoting',
  },
  without: (told) => `Not in the picture: ${told}.`,
  notTold: (asOf, last) => `Not told as of ${asOf}; last told as of ${last}.`,
  bare: 'no figure',
  listJoin: '; ',
  columns: {
    asOf: 'as of',
    actual: 'actual',
    target: 'target',
    completion: 'completion',
    implied: 'completion computed',
    pace: 'share of the year',
    questions: 'questions',
    source: 'source',
  },
}
