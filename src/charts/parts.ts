import type { EChartsCoreOption } from 'echarts'
import { MARKS, type Mark, ringStyle } from './rings.ts'
import { discs, drawnAtOnce, isDrawn, type Shape, strokes } from './shapes.ts'
import { FILL, type Frame } from './sheet.ts'
import { type Place, placing } from './sheetShapes.ts'
import type { Tokens } from './tokens.ts'

/** One figure of a ranking; base units, or percent. */
export interface PartBar {
  readonly value: number
  /** Whether its own target was not missed. */
  readonly achieved: boolean
  readonly asked: Mark | undefined
}

/** Parts beside their whole. */
export interface PartsChart {
  /** In the order in which they are drawn. */
  readonly bars: readonly PartBar[]
  readonly whole: PartBar | undefined
  /** What the parts may add up to; undefined for what makes no sum. */
  readonly sum: readonly [number, number] | undefined
}

/** Heights in layout pixels; the style sheet uses the same. */
export const PARTS_LINE = 26
/** Room before the ranking, where whole and sum stand above it on a scale of their own. */
export const PARTS_HEAD = 26

type Span = readonly [from: number, to: number]

export interface PartsModel {
  /** Layout pixels. */
  readonly height: number
  /** Fractions of the width, from the top: one per part. */
  readonly bars: readonly { readonly y: number; readonly span: Span; readonly bar: PartBar }[]
  /** The whole as a bracket, and below it the parts end to end, on one scale. */
  readonly summed:
    | {
        readonly whole:
          | { readonly y: number; readonly to: number; readonly asked: Mark | undefined }
          | undefined
        readonly y: number
        readonly segments: readonly { readonly span: Span; readonly bar: PartBar }[]
        /** Where the sum may end. */
        readonly end: Span
      }
    | undefined
  /** What makes no sum: the whole as a rule through the parts, from a line of its own. */
  readonly rule: { readonly at: number; readonly y: number; readonly asked: Mark | undefined } | undefined
}

/** Lines above the ranking: the whole and the sum, as far as there are such. */
export const linesAbove = ({ whole, sum }: PartsChart): number =>
  Number(whole !== undefined) + Number(sum !== undefined)

export function layoutParts(chart: PartsChart): PartsModel {
  const { bars, whole, sum } = chart
  const top = linesAbove(chart) * PARTS_LINE + (sum ? PARTS_HEAD : 0)
  const values = [...bars.map(({ value }) => value), ...(whole && !sum ? [whole.value] : [])]
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const at = (value: number) => (value - low) / (high - low || 1)
  return {
    height: top + bars.length * PARTS_LINE,
    bars: bars.map((bar, i) => ({
      y: top + (i + 0.5) * PARTS_LINE,
      span: [at(Math.min(0, bar.value)), at(Math.max(0, bar.value))],
      bar,
    })),
    summed: sum && summed(bars, whole, sum),
    rule: whole && !sum ? { at: at(whole.value), y: PARTS_LINE / 2, asked: whole.asked } : undefined,
  }
}

function summed(bars: readonly PartBar[], whole: PartBar | undefined, sum: Span): PartsModel['summed'] {
  const all = bars.reduce((total, { value }) => total + value, 0)
  const most = Math.max(all, sum[1], whole?.value ?? 0) || 1
  let from = 0
  const segments = bars.map((bar) => {
    const span: Span = [from / most, (from + bar.value) / most]
    from += bar.value
    return { span, bar }
  })
  return {
    whole: whole && { y: PARTS_LINE / 2, to: whole.value / most, asked: whole.asked },
    y: whole ? PARTS_LINE * 1.5 : PARTS_LINE / 2,
    segments,
    end: [sum[0] / most, sum[1] / most],
  }
}

const BAR = 12
const RING = 7.5
/** Right of the longest bar, so that a ring around its end has room. */
const ROOM = 10

export function partsOption(model: PartsModel, tokens: Tokens, frame: Frame = FILL): EChartsCoreOption {
  return drawnAtOnce('parts', (_params, api) => {
    const room = { ...frame, right: frame.right + ROOM }
    const place = placing(model, room, api.getWidth(), api.getHeight())
    const children = [
      ...model.bars.map(({ y, span, bar }) => barAt(place, y, span, styleOf(bar, tokens))),
      ...wholeAndSum(model, tokens, place),
      ...ruleThrough(model, tokens, place),
      ...rings(model, tokens, place),
    ]
    return { type: 'group', children: children.filter(isDrawn) }
  })
}

function barAt(place: Place, y: number, [from, to]: Span, style: object): Shape {
  const [x, middle] = place(from, y)
  const [right] = place(to, y)
  return { type: 'rect', shape: { x, y: middle - BAR / 2, width: right - x, height: BAR }, style }
}

/** As the bullets have it: filled where the target was not missed, else outlined. */
const styleOf = ({ achieved }: PartBar, tokens: Tokens) =>
  achieved ? { fill: tokens.achieved } : { fill: tokens.wash, stroke: tokens.ink, lineWidth: 1 }

/** The printed whole as a bracket in ink; the parts end to end, and dotted where rounding lets their sum end. */
function wholeAndSum({ summed }: PartsModel, tokens: Tokens, place: Place): Shape[] {
  if (!summed) return []
  const { whole, y, segments, end } = summed
  const [lo, middle] = place(end[0], y)
  const [hi] = place(end[1], y)
  const isRange = hi - lo > 1
  const range: Shape = {
    type: 'rect',
    shape: { x: lo, y: middle - BAR / 2 - 3, width: hi - lo, height: BAR + 6 },
    style: { fill: 'none', stroke: tokens.ink, lineWidth: 1.3, lineDash: [2, 2] },
  }
  return [
    ...segments.map(({ span, bar }) =>
      // A hairline of paper between two parts.
      barAt(
        place,
        y,
        span,
        bar.achieved ? { ...styleOf(bar, tokens), stroke: tokens.paper, lineWidth: 1 } : styleOf(bar, tokens),
      ),
    ),
    ...(isRange ? [range] : []),
    ...(whole ? [bracket(place, whole.y, whole.to, y, tokens)] : []),
  ]
}

function bracket(place: Place, y: number, to: number, below: number, tokens: Tokens): Shape {
  const [left, middle] = place(0, y)
  const [right] = place(to, y)
  const [, foot] = place(0, below)
  return strokes(
    [
      [
        [left, middle + BAR / 2],
        [left, middle],
        [right, middle],
        [right, foot + BAR / 2 + 3],
      ],
    ],
    { stroke: tokens.ink, lineWidth: 1.6 },
  )
}

function ruleThrough({ rule, height }: PartsModel, tokens: Tokens, place: Place): Shape[] {
  if (!rule) return []
  return [
    strokes([[place(rule.at, rule.y - BAR / 2), place(rule.at, height)]], {
      stroke: tokens.ink,
      lineWidth: 1.6,
    }),
  ]
}

/** What the reviewer's brush circles: the end of the bar, or of the bracket. */
const rings = ({ bars, summed, rule }: PartsModel, tokens: Tokens, place: Place): Shape[] =>
  MARKS.map((mark) => {
    const centers = [
      ...bars.filter(({ bar }) => bar.asked === mark).map(({ y, span }) => place(span[1], y)),
      ...(summed?.whole?.asked === mark ? [place(summed.whole.to, summed.whole.y)] : []),
      ...(rule?.asked === mark ? [place(rule.at, rule.y)] : []),
    ]
    return discs(centers, RING, ringStyle(mark, tokens))
  })
