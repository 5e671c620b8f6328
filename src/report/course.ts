import { COURSE_HEIGHT, type CourseChart, courseOption } from '../charts/course.ts'
import type { Tokens } from '../charts/tokens.ts'
import { captioned, type Drawing, MARGIN, TITLE_HEIGHT } from '../charts/words.ts'
import type { Review } from '../checks/check.ts'
import { toldCompletion } from '../checks/reach.ts'
import type { CourseLine, CoursePoint } from '../compare/course.ts'
import { inScale, percentText } from '../lib/format.ts'
import { decimal, toNumber } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { percentGone, yearGone } from '../model/date.ts'
import { isPercent } from '../model/figure.ts'
import { type Finding, isQuestion, type RuleId } from '../model/finding.ts'
import type { CourseWords } from '../text/course.ts'
import type { Words } from '../text/zh.ts'
import { actualText, isRateTarget, printedTarget } from './bullets.ts'
import { completionText, workedOut } from './completion.ts'
import { keysHeight, keyWords, SAYING_LINE, sayingWords } from './drawings.ts'
import { reasonText, sentenceOf, type Table } from './tables.ts'

/** An indicator over the dates of a year, as numbers for drawing, table and drawing. */

/** @param own the row of the date looked at */
export function courseChart(
  line: CourseLine,
  own: Row | undefined,
  words: Words,
  texts: CourseWords,
): CourseChart {
  const { kind, year, figure, points, hasPace } = line
  const isRate = kind === 'completion' || (figure !== undefined && isPercent(figure))
  return {
    year,
    marks: points.map((point) => ({
      x: shareOf(point),
      value: toNumber(point.value),
      isPrinted: point.source === 'printed',
      asked: point.asked,
      isOwn: point.row === own,
      label: labelOf(kind, point, words),
    })),
    targets:
      kind === 'completion'
        ? [{ x: 0, value: 100 }]
        : points.flatMap((point) =>
            point.target ? [{ x: shareOf(point), value: toNumber(point.target) }] : [],
          ),
    hasPace,
    // Ticks are round in binary fractions only by chance: they are written as the decimals they stand for.
    tick: (value) => (isRate ? `${value}%` : inScale(decimal(value.toFixed(6)), figure?.exponent ?? 0)),
    month: texts.month,
  }
}

const shareOf = ({ gone: [part, all] }: CoursePoint): number => part / all

const labelOf = (kind: CourseLine['kind'], point: CoursePoint, words: Words): string =>
  kind === 'actual' ? actualText(point.row) : completionText(point.row, point, words)

/** The questions asked of a course, each with the date that it is asked of. */
export const questionsOf = (review: Review, rows: readonly Row[]): Finding[] =>
  rows.flatMap((row) => (review.findingsOf.get(row) ?? []).filter(isQuestion))

/** Rules whose sentences tell the date themselves. */
const DATED: ReadonlySet<RuleId> = new Set(['falls-back', 'target-moved'])

/** A question's sentence, with the date that it is asked of where it does not tell it. */
export function datedSentence(finding: Finding, review: Pick<Review, 'reasons'>, words: Words): string {
  const sentence = sentenceOf(finding, words) + reasonText(finding, review, words)
  const date = finding.row?.cells.as_of ?? ''
  return DATED.has(finding.rule) ? sentence : date + words.colon + sentence
}

/** What was told without a number that could be drawn; '' where there is none. */
export function withoutWords({ without }: CourseLine, texts: CourseWords): string {
  if (without.length === 0) return ''
  const told = without.map((row) => `${row.cells.as_of} ${actualText(row) || row.cells.claim || texts.bare}`)
  return texts.without(told.join(texts.listJoin))
}

export function courseTable(review: Review, rows: readonly Row[], words: Words, texts: CourseWords): Table {
  const c = texts.columns
  return {
    columns: [c.asOf, c.actual, c.target, c.completion, c.implied, c.pace, c.questions, c.source],
    rows: rows.map((row) => {
      const { cells } = row
      const gone = yearGone(cells.as_of, cells.year)
      const told = toldCompletion(row, review.subjectOf.get(row)?.relations ?? [])
      return [
        cells.as_of,
        actualText(row),
        isRateTarget(row) ? printedTarget(row) : cells.target,
        cells.completion,
        told ? workedOut(told) : '',
        gone ? `${percentText(percentGone(gone), 1)}%` : '',
        questionsOf(review, [row])
          .map((finding) => sentenceOf(finding, words) + reasonText(finding, review, words))
          .join(' '),
        cells.source,
      ]
    }),
  }
}

/** What the marks mean, as far as they are there. */
export function courseKeys({ kind, points, hasPace }: CourseLine, { legend }: CourseWords, words: Words) {
  const isToTarget = kind === 'completion' || points.some(({ target }) => target)
  const printed = { kind: 'met', text: kind === 'completion' ? legend.printed : legend.actual } as const
  return [
    points.some(({ source }) => source === 'printed') && printed,
    points.some(({ source }) => source !== 'printed') && ({ kind: 'implied', text: legend.implied } as const),
    hasPace && ({ kind: 'pace', text: legend.pace } as const),
    isToTarget && ({ kind: 'target', text: legend.target } as const),
    points.some(({ asked }) => asked === 'question') &&
      ({ kind: 'question', text: legend.question } as const),
    points.some(({ asked }) => asked === 'answered') &&
      ({ kind: 'answered', text: words.asked.ring } as const),
  ].filter((key) => key !== false)
}

const GLYPHS = { met: '●', implied: '○', pace: '╱', target: '━', question: '○', answered: '◌' } as const

const WIDTH = 900

export function courseDrawing(
  title: string,
  chart: CourseChart,
  legend: ReturnType<typeof courseKeys>,
  sayings: readonly { readonly text: string; readonly isQuestion: boolean }[],
  notes: readonly string[],
  tokens: Tokens,
): Drawing {
  const width = WIDTH - 2 * MARGIN
  const { achieved, rule, ink, vermilion, soft } = tokens
  const colors = {
    met: achieved,
    implied: achieved,
    pace: rule,
    target: ink,
    question: vermilion,
    answered: soft,
  }
  const keys = keyWords(
    legend.map(({ kind, text }) => ({ glyph: GLYPHS[kind], color: colors[kind], text })),
    TITLE_HEIGHT + COURSE_HEIGHT + 14,
    WIDTH,
    tokens,
  )
  const top = TITLE_HEIGHT + COURSE_HEIGHT + 18 + keysHeight(keys)
  const said = sayingWords(sayings, top, width, tokens)
  return captioned({ title, notes }, tokens, {
    width: WIDTH,
    height: COURSE_HEIGHT + 12 + keysHeight(keys) + said.length * SAYING_LINE,
    option: courseOption(chart, tokens, { left: MARGIN, top: TITLE_HEIGHT, width }),
    words: [...keys, ...said],
    lines: [],
  })
}
