import type { EChartsCoreOption } from 'echarts'
import { toNumber } from '../lib/rational.ts'
import type { Comparison } from '../model/finding.ts'
import { drawnAtOnce, type Shape } from './shapes.ts'
import type { Tokens } from './tokens.ts'
import { SANS } from './words.ts'

export interface NumberLineLabels {
  readonly printed: string
  readonly allowed: string
}

export interface NumberLine {
  readonly printed: readonly [number, number]
  /** As far as the line shows it. */
  readonly allowed: readonly [number, number]
  /** Where its mark points. */
  readonly tip: number
  readonly ticks: readonly number[]
  readonly from: number
  readonly to: number
  readonly unit: string
}

export const NUMBER_LINE_HEIGHT = 76

/**
 * Ticks at 1, 2 or 5 times a power of ten, around both stretches. A stretch much wider than all else (a part
 * may be anything up to its whole) is shown by its nearer end only.
 */
export function layoutNumberLine({ printed, allowed, unit }: Comparison): NumberLine {
  const [left, right] = [toNumber(printed.lo), toNumber(printed.hi)]
  const [lo, hi] = [toNumber(allowed.lo), toNumber(allowed.hi)]
  const near = Math.abs(hi - left) < Math.abs(lo - right) ? hi : lo
  const close = Math.max(right, near) - Math.min(left, near)
  const isWide = hi - lo > WIDE * close
  const low = isWide ? Math.min(left, near) : Math.min(left, lo)
  const high = isWide ? Math.max(right, near) : Math.max(right, hi)
  const step = niceStep((high - low || 1) * 1.5)
  const from = Math.floor(low / step - 0.25) * step
  const to = Math.ceil(high / step + 0.25) * step
  const count = Math.round((to - from) / step)
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toPrecision(12)))
  const shown = [Math.max(lo, from), Math.min(hi, to)] as const
  return { printed: [left, right], allowed: shown, tip: isWide ? near : (lo + hi) / 2, ticks, from, to, unit }
}

const WIDE = 6

/** A fifth of a span or more, as 1, 2 or 5 times a power of ten. */
export function niceStep(span: number): number {
  const rough = span / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough) ?? 10
  return factor * power
}

const AXIS_Y = 32
const PAD = 34

/** What was printed as a band with its label below in ink, what the other figures allow in vermilion above it. */
export function numberLineOption(
  line: NumberLine,
  labels: NumberLineLabels,
  tokens: Tokens,
  frame: { readonly left: number; readonly top: number; readonly width: number },
): EChartsCoreOption {
  return drawnAtOnce('line', () => ({
    type: 'group',
    x: frame.left,
    y: frame.top,
    children: shapes(line, labels, tokens, frame.width),
  }))
}

function shapes(line: NumberLine, labels: NumberLineLabels, tokens: Tokens, width: number): Shape[] {
  const at = (value: number) => PAD + ((value - line.from) / (line.to - line.from)) * (width - 2 * PAD)
  const [left, right] = [at(line.printed[0]), at(line.printed[1])]
  const [lo, hi] = [at(line.allowed[0]), at(line.allowed[1])]
  const center = at(line.tip)
  const tip = [
    [center, AXIS_Y - 7],
    [center - 5, AXIS_Y - 15],
    [center + 5, AXIS_Y - 15],
  ]
  return [
    {
      type: 'rect',
      shape: { x: left, y: AXIS_Y - 5, width: Math.max(right - left, 2), height: 10 },
      style: { fill: tokens.rule },
    },
    stroke(at(line.from), AXIS_Y, at(line.to), AXIS_Y, tokens.rule, 1),
    ...line.ticks.flatMap((tick) => [
      stroke(at(tick), AXIS_Y - 3, at(tick), AXIS_Y + 3, tokens.rule, 1),
      label(at(tick), AXIS_Y + 16, tickText(tick, line.unit), tokens.soft, 'center'),
    ]),
    ...(hi - lo > 2 ? [stroke(lo, AXIS_Y - 4, hi, AXIS_Y - 4, tokens.vermilion, 4)] : []),
    { type: 'polygon', shape: { points: tip }, style: { fill: tokens.vermilion } },
    labelAt(labels.printed, (left + right) / 2, AXIS_Y + 36, width, tokens.ink),
    labelAt(labels.allowed, center, 8, width, tokens.vermilion),
  ]
}

/** A label over or under its place, kept inside the drawing. */
function labelAt(text: string, x: number, y: number, width: number, color: string): Shape {
  const half = (text.length * 11) / 2
  if (x - half < 0) return label(0, y, text, color, 'left')
  return x + half > width ? label(width, y, text, color, 'right') : label(x, y, text, color, 'center')
}

const stroke = (x1: number, y1: number, x2: number, y2: number, color: string, lineWidth: number): Shape => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke: color, lineWidth },
})

const label = (
  x: number,
  y: number,
  text: string,
  fill: string,
  align: 'left' | 'center' | 'right',
): Shape => ({
  type: 'text',
  x,
  y,
  style: { text, fill, font: `12px ${SANS}`, align, verticalAlign: 'middle' },
})

const tickText = (value: number, unit: string) => (unit === '%' ? `${value}%` : String(value))
