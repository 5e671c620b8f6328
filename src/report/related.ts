import type { Across } from '../checks/acrossDocuments.ts'
import type { Review } from '../checks/check.ts'
import { percentText } from '../lib/format.ts'
import type { Interval } from '../lib/interval.ts'
import type { Row } from '../model/dataSet.ts'
import { type Figure, isPercent } from '../model/figure.ts'
import { isQuestion } from '../model/finding.ts'
import { printed, rangeLike } from '../text/figures.ts'
import { relatedWords } from '../text/related.ts'
import type { Words } from '../text/zh.ts'
import { stepsOf } from './arithmetic.ts'
import { reasonText, sentenceOf, type Table } from './tables.ts'

const figureText = (figure: Figure, row: Row): string =>
  printed(figure, isPercent(figure) ? '%' : row.cells.unit)

/** The one thing that a row of a related document says: its figure, else its target, else its claim. */
export function valueText(row: Row, words: Words): string {
  const { actual, target } = row.figures
  if (actual) return figureText(actual, row)
  return target ? words.project.printedTarget(figureText(target, row)) : row.cells.claim
}

/** Whether both can be true, in one sentence, as said beside the pair's `here`. */
export function acrossSentence(pair: Across, words: Words): string {
  const { here, there } = pair
  const text = relatedWords(words)
  const [day, figure] = [there.cells.as_of, valueText(there, words)]
  if (pair.way === 'same') return text.same[pair.together](day, figure)
  const { like, stands, isImplied } = pair.whole
  const whole = isImplied ? text.impliedWhole(rangeLike(like, stands)) : figureText(like, here)
  return text.part[pair.together](
    text.listed(day, there.cells.indicator, figure),
    whole,
    pair.share ? shareText(pair.share) : '',
  )
}

/** To a tenth of a percent; both ends where they differ there. */
function shareText({ lo, hi }: Interval): string {
  const [low, high] = [percentText(lo, 1), percentText(hi, 1)]
  return low === high ? `${low}%` : `${low}%—${high}%`
}

/** Related figures with their date and source, what was recomputed, and whether another document can be right too. */
export function relatedTable(
  rows: readonly Row[],
  { review, pairsOf }: { readonly review: Review; readonly pairsOf: (row: Row) => readonly Across[] },
  words: Words,
): Table {
  const c = relatedWords(words).columns
  return {
    columns: [c.asOf, c.source, c.topic, c.indicator, c.value, c.share, c.note, c.checked, c.across],
    rows: rows.map((row) => {
      const { cells } = row
      return [
        cells.as_of,
        cells.source,
        cells.project,
        cells.indicator,
        valueText(row, words),
        cells.share,
        cells.note,
        [...stepTexts(row, review, words), ...questionTexts(row, review, words)].join(words.chart.and),
        pairsOf(row)
          .map((pair) => acrossSentence(pair, words))
          .join(words.chart.and),
      ]
    }),
  }
}

const stepTexts = (row: Row, review: Review, words: Words): string[] =>
  stepsOf(row, review.subjectOf.get(row)?.relations ?? [], words).map(
    ({ sum, result, verdict }) => `${sum} · ${result} · ${words.verdict[verdict]}`,
  )

const questionTexts = (row: Row, review: Review, words: Words): string[] =>
  (review.findingsOf.get(row) ?? [])
    .filter(isQuestion)
    .map((finding) => sentenceOf(finding, words) + reasonText(finding, review, words))
