import type { EChartsCoreOption } from 'echarts'
import { type Rational, toNumber } from '../lib/rational.ts'
import { completionAxis } from './axis.ts'
import { MARKS, type Mark, ringStyle } from './rings.ts'
import { discs, drawnAtOnce, isDrawn, type Point, polygons, type Shape, strokes } from './shapes.ts'
import { FILL, type Frame } from './sheet.ts'
import { type Place, placing } from './sheetShapes.ts'
import type { Tokens } from './tokens.ts'

/** One list's completion of an indicator. */
export interface SlopeMark {
  /** Percent of that list's own target. */
  readonly completion: Rational
  /** Undefined where it was worked out. */
  readonly isPrinted: boolean
  readonly isReached: boolean
  readonly asked: Mark | undefined
  /** Whether it runs over the same part of its year as the mark before it: only then does an arrow lead to it. */
  readonly isSameSpan: boolean
}

/** An indicator's completions, the earliest first. */
export interface SlopeLine {
  readonly marks: readonly SlopeMark[]
  /** Whether nobody has said yet that they are of one indicator. */
  readonly isProposed: boolean
}

export interface PlacedMark extends SlopeMark {
  /** Fraction of the plot's width. */
  readonly x: number
  /** Layout pixels from the top of the plot. */
  readonly y: number
}

export interface SlopeModel {
  readonly ticks: readonly { readonly percent: number; readonly at: number }[]
  /** Where the target and, if there is one, the compressed part stand, as fractions of the width. */
  readonly target: number
  readonly compressed: number | undefined
  readonly lines: readonly { readonly marks: readonly PlacedMark[]; readonly isProposed: boolean }[]
  /** From where to where vertical rules run. */
  readonly spans: readonly (readonly [number, number])[]
  /** Layout pixels. */
  readonly height: number
}

/** Heights in layout pixels; the page sets its lines by them. */
export interface SlopeMetrics {
  /** What stands above the marks in each line: words, on a phone. */
  readonly head: number
  /** Room around the marks. */
  readonly pad: number
  /** Whether rules run through, or only beside the marks. */
  readonly isCut: boolean
}

export const SLOPE_DESKTOP: SlopeMetrics = { head: 0, pad: 24, isCut: false }
export const SLOPE_PHONE: SlopeMetrics = { head: 52, pad: 16, isCut: true }

/** Two dates stand on one line, more below one another: ways there and back would cover each other. */
const STEP = 12
const stepOf = (most: number): number => (most > 2 ? STEP : 0)

/** Height of every line where none has more marks than `most`, in layout pixels. */
export const slopeLineHeight = (most: number, { head, pad }: SlopeMetrics): number =>
  head + 2 * pad + (Math.max(most, 2) - 1) * stepOf(most)

export const mostMarks = (lines: readonly SlopeLine[]): number =>
  Math.max(0, ...lines.map(({ marks }) => marks.length))

/** Room at both ends of the plot, as a fraction of its width. */
const EDGE = 0.03

/** Lays indicators out one below the other, on one axis of completion. */
export function layoutSlope(lines: readonly SlopeLine[], metrics: SlopeMetrics): SlopeModel {
  const axis = completionAxis(lines.flatMap(({ marks }) => marks.map(({ completion }) => completion)))
  // Nothing here stands aside of the axis: it takes the whole width.
  const spread = (at: number) => EDGE + ((at - axis.start) / (axis.end - axis.start)) * (1 - 2 * EDGE)
  const most = mostMarks(lines)
  const height = slopeLineHeight(most, metrics)
  const middle = (i: number) => i * height + metrics.head + (height - metrics.head) / 2
  return {
    ticks: axis.ticks.map(({ percent, at }) => ({ percent, at: spread(at) })),
    target: spread(axis.target),
    compressed: axis.compressed === undefined ? undefined : spread(axis.compressed),
    lines: lines.map(({ marks, isProposed }, i) => ({
      isProposed,
      marks: marks.map((mark, k) => ({
        ...mark,
        x: spread(axis.at(toNumber(mark.completion))),
        y: middle(i) + (k - (marks.length - 1) / 2) * stepOf(most),
      })),
    })),
    spans: metrics.isCut
      ? lines.map((_, i) => [i * height + metrics.head, (i + 1) * height] as const)
      : [[0, lines.length * height]],
    height: lines.length * height,
  }
}

type Placed = SlopeModel['lines'][number]

/** Rules, ways from then to now with their arrows, marks, and the reviewer's rings. */
export function slopeOption(model: SlopeModel, tokens: Tokens, frame: Frame = FILL): EChartsCoreOption {
  return drawnAtOnce('slope', (_params, api) => {
    const place = placing(model, frame, api.getWidth(), api.getHeight())
    const children = [
      ...rules(model, tokens, place),
      ...ways(model.lines, tokens, place),
      ...marks(model.lines, tokens, place),
    ]
    return { type: 'group', children: children.filter(isDrawn) }
  })
}

function rules({ ticks, target, spans, compressed }: SlopeModel, tokens: Tokens, place: Place): Shape[] {
  const vertical = (x: number) => spans.map(([from, to]) => [place(x, from), place(x, to)])
  const others = ticks.filter(({ percent }) => percent !== 100).flatMap(({ at }) => vertical(at))
  return [
    strokes(others, { stroke: tokens.hairline, lineWidth: 1, lineDash: [1, 3] }),
    // Where the compressed part begins, the axis is broken.
    strokes(compressed === undefined ? [] : vertical(compressed), {
      stroke: tokens.rule,
      lineWidth: 1,
      lineDash: [4, 3],
    }),
    strokes(vertical(target), { stroke: tokens.ink, lineWidth: 1.6 }),
  ]
}

/** The model in blocks of so many lines, each from its own top: paper breaks between them. */
export function slopeBlocks(model: SlopeModel, size: number): SlopeModel[] {
  const each = model.height / Math.max(model.lines.length, 1)
  return Array.from({ length: Math.ceil(model.lines.length / size) }, (_, block) => {
    const from = block * size
    const lines = model.lines.slice(from, from + size)
    const height = lines.length * each
    const up = from * each
    return {
      ...model,
      lines: lines.map(({ marks, ...line }) => ({
        ...line,
        marks: marks.map((mark) => ({ ...mark, y: mark.y - up })),
      })),
      spans: model.spans.flatMap(([top, bottom]) => {
        const span = [Math.max(top - up, 0), Math.min(bottom - up, height)] as const
        return span[0] < span[1] ? [span] : []
      }),
      height,
    }
  })
}

/** Radius of the latest mark and of the earlier ones: which way time went is seen without colour. */
const RADIUS = { after: 5, before: 3.25 } as const

/**
 * A straight way from mark to mark, dashed where it is only proposed. An arrow leads to a mark of the same span, where
 * there is room for one; to another the way is dotted: nothing rose or fell.
 */
function ways(lines: readonly Placed[], tokens: Tokens, place: Place): Shape[] {
  const all = lines.flatMap(({ marks, isProposed }) =>
    marks.slice(1).flatMap((to, i) => {
      const from = marks[i]
      const look = isProposed ? 'dashed' : to.isSameSpan ? 'solid' : 'dotted'
      const step = from && ([place(from.x, from.y), place(to.x, to.y)] as const)
      return step ? [{ step, look, isSameSpan: to.isSameSpan }] : []
    }),
  )
  const stepsOf = (wanted: string) => all.filter(({ look }) => look === wanted).map(({ step }) => step)
  const style = { stroke: tokens.soft, lineWidth: 1.4 }
  return [
    strokes(stepsOf('solid'), style),
    strokes(stepsOf('dashed'), { ...style, lineDash: [4, 3] }),
    strokes(stepsOf('dotted'), { ...style, lineDash: [1.5, 3] }),
    ...all.flatMap(({ step, isSameSpan }) => (isSameSpan ? arrow(step, tokens) : [])),
  ]
}

const ARROW_LENGTH = 7
const RING = 8.5

function arrow([from, to]: readonly [Point, Point], tokens: Tokens): Shape[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy)
  if (length < RING + RADIUS.before + ARROW_LENGTH + 3) return []
  const [ux, uy] = [dx / length, dy / length]
  // Its point just off the mark, outside of a ring; corners along the way and across it.
  const tip: Point = [to[0] - ux * (RING + 1), to[1] - uy * (RING + 1)]
  const corner = (along: number, across: number): Point => [
    ux * along - uy * across,
    uy * along + ux * across,
  ]
  const corners = [corner(0, 0), corner(-ARROW_LENGTH, 3.5), corner(-ARROW_LENGTH, -3.5)]
  return [polygons([tip], corners, 1, { fill: tokens.soft })]
}

function marks(lines: readonly Placed[], tokens: Tokens, place: Place): Shape[] {
  const all = lines.flatMap(({ marks }) =>
    marks.map((mark, i) => ({ mark, radius: i === marks.length - 1 ? RADIUS.after : RADIUS.before })),
  )
  // The small one above: where both nearly meet, it is seen on the large one.
  const looks = [RADIUS.after, RADIUS.before].flatMap((radius) =>
    [true, false].flatMap((isReached) =>
      [true, false].map((isPrinted) => ({ radius, isReached, isPrinted })),
    ),
  )
  const placesOf = (which: (one: (typeof all)[number]) => boolean) =>
    all.filter(which).map(({ mark }) => place(mark.x, mark.y))
  return [
    ...looks.map(({ radius, isReached, isPrinted }) =>
      discs(
        placesOf(
          (one) =>
            one.radius === radius && one.mark.isReached === isReached && one.mark.isPrinted === isPrinted,
        ),
        radius,
        styleOf(isReached ? tokens.achieved : tokens.ink, isPrinted, tokens),
      ),
    ),
    ...MARKS.map((asked) =>
      discs(
        placesOf(({ mark }) => mark.asked === asked),
        RING,
        ringStyle(asked, tokens),
      ),
    ),
  ]
}

/** What nobody printed is hollow and dotted. */
const styleOf = (color: string, isPrinted: boolean, { paper }: Tokens): object =>
  isPrinted
    ? { fill: color, stroke: paper, lineWidth: 1 }
    : { fill: paper, stroke: color, lineWidth: 1.6, lineDash: [2, 1.5] }
