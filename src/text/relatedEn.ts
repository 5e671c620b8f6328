import type { RelatedWords } from './relatedZh.ts'

export const relatedEn: RelatedWords = {
  title: 'What other documents say',
  about: (n, documents) =>
    `${n} figures in ${documents} other ${documents === 1 ? 'document' : 'documents'} that bear on this project, as printed; they do not say how far it got.`,
  count: (n) => `${n} ${n === 1 ? 'figure' : 'figures'}`,
  loading: 'Fetching what other documents say…',
  failed: 'What other documents say could not be fetched; another page will try again.',
  same: {
    agree: (day, figure) => `The document of ${day} also says ${figure}: they agree.`,
    rose: (day, figure) => `The document of ${day} says ${figure}, and it rose since: both can be true.`,
    fell: (day, figure) =>
      `The document of ${day} says ${figure}, and it fell since: unless it really did, not both can be true.`,
    conflict: (day, figure) =>
      `Another document of the same date (${day}) says ${figure}: not both can be true.`,
  },
  listed: (day, indicator, figure) => `This list (${day}) has ${indicator} ${figure}`,
  part: {
    fits: (listed, whole, share) => `${listed}; if within ${whole}, that is ${share}: both can be true.`,
    more: (listed, whole) =>
      `${listed}, more than ${whole}: unless that changed between the dates, not both can be true.`,
    conflict: (listed, whole) => `${listed}, more than ${whole}: not both can be true.`,
  },
  impliedWhole: (range) => `an implied whole of ${range}`,
  both: 'Several documents, one thing',
  bothAbout: (n) =>
    `${n} figures of other documents speak of one quantity with each other or with this list, or of its part:`,
  checkedAbout: (rows, held, questions) =>
    `The ${rows} figures of other documents were recomputed too: ${held} with all three numbers printed hold, ${questions} to be asked about.`,
  columns: {
    asOf: 'as of',
    source: 'source',
    topic: 'topic',
    indicator: 'indicator',
    value: 'figure',
    share: 'share',
    note: 'note',
    checked: 'checked',
    across: 'beside other documents',
  },
  download: 'Download all figures of other documents',
}
