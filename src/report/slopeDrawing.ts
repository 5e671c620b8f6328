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
import { byDay, lastDay } from '../model/date.ts'
import {
  type CompareTexts,
  type DrawnLine,
  dateText,
  otherNameOf,
  type SaidStep,
  saidOf,
} from './compared.ts'
import { captionHeight, inLines, textWidth } from './drawings.ts'

const WIDTH = 1280
const PLOT = { left: 360, right: 980 } as const
const SAID = 1000
const SAID_SIZE = 13
const SAID_LINE = 18
const AXIS_HEIGHT = 26
const LEGEND_SIZE = 12
const LEGEND_LINE = 18

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
  const inner = WIDTH - 2 * MARGIN
  // Of several lists the sources are long: none of them may be cut off.
  const noted = notes.flatMap((note) => inLines(note, LEGEND_SIZE, inner))
  const legend = inLines(legendOf(lines, model, texts).join(' · '), LEGEND_SIZE, inner)
  const foot = 8 + legend.length * LEGEND_LINE
  const frame = {
    left: PLOT.left,
    top,
    right: WIDTH - PLOT.right,
    bottom: captionHeight(noted.length) + foot,
  }
  return captioned({ title, notes: noted }, tokens, {
    width: WIDTH,
    height: AXIS_HEIGHT + model.height + foot,
    option: slopeOption(model, tokens, frame),
    words: [
      ...axisWords(model, tokens, texts),
      ...lineWords(lines, top, tokens, texts),
      ...legend.map(
        (text, i): Word => ({
          x: MARGIN,
          y: top + model.height + 18 + i * LEGEND_LINE,
          text,
          size: LEGEND_SIZE,
          color: tokens.soft,
        }),
      ),
    ],
    lines: hairlines(lines.length, model, top, tokens),
  })
}

/** What the looks in this drawing mean. */
export function legendOf(lines: readonly DrawnLine[], model: SlopeModel, texts: CompareTexts): string[] {
  const marks = lines.flatMap((line) => line.marks)
  const s = texts.compare.slope
  return [
    ...sizesOf(lines, texts),
    ...(lines.some((line) => line.marks.slice(1).some(({ isSameSpan }) => !isSameSpan)) ? [s.span] : []),
    ...(marks.some(({ isPrinted }) => !isPrinted) ? [s.implied] : []),
    ...(lines.some(({ isProposed }) => isProposed) ? [s.proposed] : []),
    ...(marks.some(({ asked }) => asked === 'question') ? [s.question] : []),
    ...(marks.some(({ asked }) => asked === 'answered') ? [texts.words.asked.ring] : []),
    ...(model.compressed === undefined ? [] : [s.compressed]),
  ]
}

/** What small and large dots are; where a date is one indicator's earlier and another's latest, without dates. */
function sizesOf(lines: readonly DrawnLine[], texts: CompareTexts): string[] {
  const { slope, and } = texts.compare
  const datesOf = (which: (place: number, last: number) => boolean): string[] => {
    const dates = lines.flatMap(({ standings }) =>
      standings
        .filter((_, place) => which(place, standings.length - 1))
        .map(({ subject }) => subject.row.cells.as_of),
    )
    return [...new Set(dates)]
      .map((date) => ({ date, day: lastDay(date) ?? '' }))
      .sort(byDay)
      .map(({ date }) => dateText(date, texts))
  }
  const before = datesOf((place, last) => place < last)
  const after = datesOf((place, last) => place === last)
  if (!before.some((date) => after.includes(date)))
    return [slope.before(before.join(and)), slope.after(after.join(and))]
  return [slope.earlier, slope.latest, slope.order(datesOf(() => true).join(and))]
}

/** Steps in as few lines as they take, none of them broken. */
function saidLines(steps: readonly SaidStep[], width: number): string[] {
  const lines: string[] = []
  for (const { lead, text } of steps) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(last + lead + text, SAID_SIZE) <= width)
      lines[lines.length - 1] = last + lead + text
    else lines.push((lead + text).trim())
  }
  return lines
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
      ...saidLines(saidOf(one, texts), WIDTH - MARGIN - SAID).map(
        (text, k, all): Word => ({
          x: SAID,
          y: y + (k - (all.length - 1) / 2) * SAID_LINE,
          text,
          size: SAID_SIZE,
        }),
      ),
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
