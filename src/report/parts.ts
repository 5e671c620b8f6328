import { type CompletionAxis, completionAxis } from '../charts/axis.ts'
import {
  layoutParts,
  linesAbove,
  PARTS_HEAD,
  PARTS_LINE,
  type PartsChart,
  partsOption,
} from '../charts/parts.ts'
import type { Mark } from '../charts/rings.ts'
import { layoutSheet, type SheetMetrics, type SheetProject } from '../charts/sheet.ts'
import { sheetOption } from '../charts/sheetShapes.ts'
import type { Tokens } from '../charts/tokens.ts'
import { captioned, type Drawing, MARGIN, TITLE_HEIGHT, type Word } from '../charts/words.ts'
import { askedOf, type Review } from '../checks/check.ts'
import { toldCompletion } from '../checks/reach.ts'
import type { Lacking, Parts, RankedCompletion } from '../compare/regions.ts'
import { scaleWord, trimZeros } from '../lib/format.ts'
import { divide, power10, type Rational, toFixed, toNumber } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { isPercent } from '../model/figure.ts'
import { placeName, regionName } from '../model/region.ts'
import { rangeLike } from '../text/figures.ts'
import type { RegionWords } from '../text/regions.ts'
import type { Words } from '../text/zh.ts'
import { actualText } from './bullets.ts'
import { completionText, workedOut } from './completion.ts'
import { askedWords, captionHeight, keysHeight, keyWords, SAYING_LINE, sayingWords } from './drawings.ts'
import { askedTitles, reasonText, sentenceOf, type Table } from './tables.ts'

/** An indicator's parts beside the whole, as sentence, table and drawings. */

/** What the sum of the parts is to the whole: the rule's own sentence where it found something. */
export function partsSentence(parts: Parts, words: Words, own: RegionWords): string {
  const { finding, side, sum, whole, ranked, figure } = parts
  if (finding) return sentenceOf(finding, words) + reasonText(finding, parts, words)
  if (ranked.length === 0) return own.noParts
  if (!sum || !figure)
    return side === undefined ? own.notAdded : side === 'equal' ? own.sharesAdd : own.sharesLess
  const total = rangeLike(figure, sum)
  if (!whole) return own.noWhole(ranked.length, total)
  if (side === undefined) return own.notHeld
  return (side === 'equal' ? own.adds : own.less)(ranked.length, total, actualText(whole))
}

/** What the region's own line is called: of a sum it is the total. */
export const wholeName = ({ region, sum }: Parts, own: RegionWords): string =>
  (sum ? own.whole : own.beside)(placeName(region))

/** The parts that lack a figure, by word; nothing where none does. */
export function lackingSentences({ lacking }: Parts, own: RegionWords): string[] {
  const kinds: readonly Lacking['why'][] = ['no-row', 'no-figure', 'unit']
  return kinds.flatMap((why) => {
    const names = lacking.filter((one) => one.why === why).map(({ region }) => regionName(region))
    return names.length === 0 ? [] : [own.lacking[why](names.join(own.listJoin))]
  })
}

/** The same as numbers for drawing. */
export function partsChart(review: Review, { ranked, whole, wholeValue, sum }: Parts): PartsChart {
  const barOf = (row: Row, value: Rational) => ({
    value: toNumber(value),
    achieved: review.subjectOf.get(row)?.reach !== 'missed',
    asked: askedOf(review, row),
  })
  return {
    bars: ranked.map(({ row, value }) => barOf(row, value)),
    whole: whole && wholeValue && barOf(whole, wholeValue),
    sum: sum && [toNumber(sum.lo), toNumber(sum.hi)],
  }
}

export function partsTable(review: Review, parts: Parts, words: Words, own: RegionWords): Table {
  const c = own.columns
  const { figure } = parts
  const exponent = figure && !isPercent(figure) ? figure.exponent : 0
  const unit = figure ? (isPercent(figure) ? '%' : scaleWord(exponent) + figure.unit) : ''
  const inUnit = (value: Rational | undefined) =>
    value ? trimZeros(toFixed(divide(value, power10(exponent)), 6)) : ''
  const line = (region: string, row: Row | undefined, value: Rational | undefined): string[] => {
    const completion = row && toldCompletion(row, review.subjectOf.get(row)?.relations ?? [])
    return [
      region,
      row ? actualText(row) : '',
      inUnit(value),
      row?.cells.target ?? '',
      row?.cells.completion ?? '',
      completion ? workedOut(completion) : '',
      row ? askedTitles(review, row, words) : '',
    ]
  }
  return {
    columns: [c.region, c.printed, c.same(unit), c.target, c.completion, c.implied, c.questions],
    rows: [
      ...(parts.whole ? [line(parts.region, parts.whole, parts.wholeValue)] : []),
      ...parts.ranked.map(({ region, row, value }) => line(region, row, value)),
      ...parts.lacking.map(({ region, row }) => line(region, row, undefined)),
    ],
  }
}

/** What the marks mean, as far as they are there. */
export function partsKeys(review: Review, parts: Parts, own: RegionWords, { asked }: Words) {
  const { sum, whole, ranked } = parts
  const { legend } = own
  const rows = [...(whole ? [whole] : []), ...ranked.map(({ row }) => row)]
  const has = (mark: Mark) => rows.some((row) => askedOf(review, row) === mark)
  const isMissed = ranked.some(({ row }) => review.subjectOf.get(row)?.reach === 'missed')
  return [
    whole && !sum && ({ kind: 'rule', text: legend.rule } as const),
    whole && sum && ({ kind: 'bracket', text: legend.bracket } as const),
    sum && ({ kind: 'segments', text: legend.parts } as const),
    isMissed && ({ kind: 'achieved', text: legend.achieved } as const),
    isMissed && ({ kind: 'below', text: legend.missed } as const),
    has('question') && ({ kind: 'question', text: legend.question } as const),
    has('answered') && ({ kind: 'answered', text: asked.ring } as const),
  ].filter((key) => key !== undefined && key !== false)
}

const GLYPHS = {
  rule: '│',
  bracket: '┌',
  segments: '■',
  achieved: '■',
  below: '□',
  question: '○',
  answered: '◌',
} as const

const WIDTH = 900
const PLOT = { left: 200, right: 200 }
const FIGURE = WIDTH - MARGIN

/** Room for the reviewer's mark behind the figure. */
const ASKED = 34

interface Line {
  readonly name: string
  readonly figure: string
  readonly bold?: boolean
  /** A figure that was worked out. */
  readonly italic?: boolean
  readonly asked?: Mark | undefined
}

/** Name, room for marks, figure, and whether it is asked about: one line of a drawing. */
function lineWords(
  y: number,
  { name, figure, bold = false, italic = false, asked }: Line,
  words: Words,
  tokens: Tokens,
): Word[] {
  return [
    { x: MARGIN, y, text: name, bold, width: PLOT.left - MARGIN - 12 },
    { x: FIGURE - ASKED, y, text: figure, bold, italic, align: 'right' },
    ...askedWords(
      FIGURE,
      y,
      { questions: asked === 'question' ? 1 : 0, answered: asked === 'answered' ? 1 : 0 },
      words,
      tokens,
    ),
  ]
}

export function partsDrawing(
  title: string,
  review: Review,
  parts: Parts,
  notes: readonly string[],
  tokens: Tokens,
  words: Words,
  own: RegionWords,
): Drawing {
  const chart = partsChart(review, parts)
  const model = layoutParts(chart)
  const keys = keyWords(
    partsKeys(review, parts, own, words).map(({ kind, text }) => ({
      glyph: GLYPHS[kind],
      color: {
        segments: tokens.achieved,
        achieved: tokens.achieved,
        question: tokens.vermilion,
        answered: tokens.soft,
        rule: tokens.ink,
        bracket: tokens.ink,
        below: tokens.ink,
      }[kind],
      text,
    })),
    TITLE_HEIGHT + model.height + 18,
    WIDTH,
    tokens,
  )
  const about = {
    text: partsSentence(parts, words, own),
    isQuestion: parts.finding !== undefined && !parts.reasons.has(parts.finding),
  }
  const lacking = lackingSentences(parts, own).map((text) => ({ text, isQuestion: false }))
  const said = sayingWords(
    [about, ...lacking],
    TITLE_HEIGHT + model.height + 22 + keysHeight(keys),
    FIGURE - MARGIN,
    tokens,
  )
  const foot = 20 + keysHeight(keys) + said.length * SAYING_LINE
  const { whole, sum, figure } = parts
  const y = (line: number) => TITLE_HEIGHT + (line + 0.5) * PARTS_LINE
  const above = linesAbove(chart)
  const top = above * PARTS_LINE + (chart.sum ? PARTS_HEAD : 0)
  return captioned({ title, notes }, tokens, {
    width: WIDTH,
    height: model.height + foot,
    option: partsOption(model, tokens, {
      left: PLOT.left,
      top: TITLE_HEIGHT,
      right: PLOT.right,
      bottom: captionHeight(notes.length) + foot,
    }),
    words: [
      ...(whole && chart.whole
        ? lineWords(
            y(0),
            {
              name: wholeName(parts, own),
              figure: actualText(whole),
              bold: true,
              asked: chart.whole.asked,
            },
            words,
            tokens,
          )
        : []),
      ...(sum && figure
        ? [
            ...lineWords(
              y(above - 1),
              { name: own.sum(parts.ranked.length), figure: rangeLike(figure, sum), italic: true },
              words,
              tokens,
            ),
            { x: MARGIN, y: y(above) + 2, text: own.ranked, size: 12, color: tokens.soft },
          ]
        : []),
      ...parts.ranked.flatMap(({ region, row, asked }, i) =>
        lineWords(
          TITLE_HEIGHT + top + (i + 0.5) * PARTS_LINE,
          { name: regionName(region), figure: actualText(row), asked },
          words,
          tokens,
        ),
      ),
      ...keys,
      ...said,
    ],
    lines: [{ x1: MARGIN, y1: TITLE_HEIGHT, x2: FIGURE, y2: TITLE_HEIGHT, color: tokens.ink }],
  })
}

/** One line per region, without headings. */
export const RANKS: SheetMetrics = { line: PARTS_LINE, middle: PARTS_LINE / 2, head: 0 }

export const ranksAxis = (ranks: readonly RankedCompletion[]): CompletionAxis =>
  completionAxis(ranks.map(({ completion }) => completion.value))

/** The regions' completions as a sheet: one line and one mark each. */
export function completionDrawing(
  title: string,
  lines: readonly SheetProject[],
  ranks: readonly RankedCompletion[],
  notes: readonly string[],
  tokens: Tokens,
  words: Words,
): Drawing {
  const model = layoutSheet(lines, RANKS, ranksAxis(ranks))
  const axisHeight = 24
  const top = TITLE_HEIGHT + axisHeight
  const at = (fraction: number) => PLOT.left + fraction * (WIDTH - PLOT.left - PLOT.right)
  const { axis } = model
  const tick = (fraction: number, text: string, more: Partial<Word> = {}): Word => ({
    x: at(fraction),
    y: TITLE_HEIGHT + 10,
    text,
    size: 11,
    color: tokens.soft,
    align: 'center',
    ...more,
  })
  return captioned({ title, notes }, tokens, {
    width: WIDTH,
    height: axisHeight + model.height + 8,
    option: sheetOption(
      model,
      tokens,
      { left: PLOT.left, top, right: PLOT.right, bottom: captionHeight(notes.length) + 8 },
      true,
    ),
    words: [
      tick(axis.target, words.sheet.target, { bold: true, size: 13, color: tokens.ink }),
      ...axis.ticks.filter(({ percent }) => percent !== 100).map((one) => tick(one.at, `${one.percent}%`)),
      ...ranks.flatMap((rank, i) => {
        const line = {
          name: regionName(rank.region),
          figure: completionText(rank.row, rank.completion, words),
          italic: rank.completion.source !== 'printed',
          asked: lines[i]?.indicators[0]?.asked,
        }
        return lineWords(top + (i + 0.5) * PARTS_LINE, line, words, tokens)
      }),
    ],
    lines: [{ x1: MARGIN, y1: top, x2: FIGURE, y2: top, color: tokens.ink }],
  })
}
