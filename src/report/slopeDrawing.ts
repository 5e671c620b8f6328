import {
  layoutSlope,
  mostMarks,
  SLOPE_DESKTOP,
  type SlopeModel,
  slopeLineHeight,
  slopeOption,
} from '../charts/slope.ts'
import type { Tokens } from '../charts/tokens.ts'
import { captioned, type Drawing, type Hairline, MARGIN, TITLE_HEIGHT, type Word } from '../charts/words.ts'
import { type CompareTexts, type DrawnLine, otherNameOf, saidOf } from './compared.ts'

const WIDTH = 1280
const PLOT = { left: 360, right: 980 } as const
const SAID = 1000
const AXIS_HEIGHT = 26
const LEGEND = 26

/** Then and now of every indicator as a drawing of its own. */
export function slopeDrawing(
  title: string,
  lines: readonly DrawnLine[],
  notes: readonly string[],
  tokens: Tokens,
  texts: CompareTexts,
): Drawing {
  const model = layoutSlope(lines, SLOPE_DESKTOP)
  const top = TITLE_HEIGHT + AXIS_HEIGHT
  const bottom = 28 + notes.length * 18 + LEGEND
  const frame = { left: PLOT.left, top, right: WIDTH - PLOT.right, bottom }
  return captioned({ title, notes }, tokens, {
    width: WIDTH,
    height: AXIS_HEIGHT + model.height + LEGEND,
    option: slopeOption(model, tokens, frame),
    words: [
      ...axisWords(model, tokens, texts),
      ...lineWords(lines, top, tokens, texts),
      {
        x: MARGIN,
        y: top + model.height + 18,
        text: legendOf(lines, model, texts).join(' · '),
        size: 12,
        color: tokens.soft,
        width: WIDTH - 2 * MARGIN,
      },
    ],
    lines: hairlines(lines.length, model, top, tokens),
  })
}

/** What the looks in this drawing mean. */
export function legendOf(
  lines: readonly DrawnLine[],
  model: SlopeModel,
  { compare }: CompareTexts,
): string[] {
  const marks = lines.flatMap((line) => line.marks)
  const s = compare.slope
  const datesOf = (which: (place: number, last: number) => boolean) => {
    const dates = lines.flatMap(({ standings }) =>
      standings
        .filter((_, place) => which(place, standings.length - 1))
        .map(({ subject }) => subject.row.cells.as_of),
    )
    return [...new Set(dates)].sort().join(compare.and)
  }
  return [
    s.before(datesOf((place, last) => place < last)),
    s.after(datesOf((place, last) => place === last)),
    ...(marks.some(({ isPrinted }) => !isPrinted) ? [s.implied] : []),
    ...(lines.some(({ isProposed }) => isProposed) ? [s.proposed] : []),
    ...(marks.some(({ isQuestioned }) => isQuestioned) ? [s.question] : []),
    ...(model.compressed === undefined ? [] : [s.compressed]),
  ]
}

const placeOf = (at: number): number => PLOT.left + at * (PLOT.right - PLOT.left)

function axisWords({ ticks, target }: SlopeModel, tokens: Tokens, { compare }: CompareTexts): Word[] {
  const y = TITLE_HEIGHT + 12
  return [
    ...ticks
      .filter(({ percent }) => percent !== 100)
      .map(
        ({ percent, at }): Word => ({
          x: placeOf(at),
          y,
          text: `${percent}%`,
          size: 11,
          color: tokens.soft,
          align: 'center',
        }),
      ),
    { x: placeOf(target), y, text: compare.slope.target, size: 13, bold: true, align: 'center' },
  ]
}

function lineWords(lines: readonly DrawnLine[], top: number, tokens: Tokens, texts: CompareTexts): Word[] {
  const height = slopeLineHeight(mostMarks(lines), SLOPE_DESKTOP)
  return lines.flatMap((one, i): Word[] => {
    const y = top + (i + 0.5) * height
    const { row, pairs } = one.line
    const name = { x: MARGIN, width: PLOT.left - MARGIN - 24 }
    const other = pairs.map(otherNameOf).find((text) => text !== '')
    const small = other === undefined ? row.cells.project : texts.compare.otherName(other)
    return [
      { ...name, y: y - 9, text: row.cells.indicator, bold: true },
      { ...name, y: y + 10, text: small, size: 12, color: tokens.soft },
      {
        x: SAID,
        y,
        text: saidOf(one, texts)
          .map(({ text }) => text)
          .join(texts.compare.to),
        size: 13,
        width: WIDTH - MARGIN - SAID,
      },
    ]
  })
}

function hairlines(count: number, model: SlopeModel, top: number, tokens: Tokens): Hairline[] {
  const x2 = WIDTH - MARGIN
  const step = model.height / Math.max(count, 1)
  const under = Array.from({ length: count }, (_, i): Hairline => {
    const y = top + (i + 1) * step
    return { x1: MARGIN, y1: y, x2, y2: y, color: tokens.hairline, weight: 0.7 }
  })
  return [{ x1: MARGIN, y1: top, x2, y2: top, color: tokens.ink }, ...under]
}
