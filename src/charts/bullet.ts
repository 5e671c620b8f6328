import type { CustomSeriesOption, EChartsCoreOption } from 'echarts'
import type { Interval } from '../lib/interval.ts'
import { toNumber } from '../lib/rational.ts'
import type { Shape } from './shapes.ts'
import type { Tokens } from './tokens.ts'
import { SANS } from './words.ts'

/** One indicator against its target: a bar, and what it is held against. */
export interface Bullet {
  /** Base units, or percent. */
  readonly actual: number
  readonly actualLabel: string
  readonly achieved: boolean
  /** Whether the figure is to be asked about. */
  readonly questioned: boolean
  /** Printed target. */
  readonly target: number | undefined
  /** Worked out: a range. */
  readonly implied: readonly [number, number] | undefined
  readonly targetLabel: string
}

export const BULLET_HEIGHT = 64

export const rangeOf = (interval: Interval): readonly [number, number] => [
  toNumber(interval.lo),
  toNumber(interval.hi),
]

/** What a bullet is held against: the printed target, else the middle of the implied range. */
const heldAgainst = ({ target, implied }: Bullet): number =>
  target ?? (implied ? (implied[0] + implied[1]) / 2 : 0)

/**
 * How many times its target the longest bar is, and at least 1: bullets drawn with one `reach` have their
 * targets in one line, whatever their units, so that their bars compare.
 */
export const reachOf = (bullets: readonly Bullet[]): number =>
  Math.max(
    1.05,
    ...bullets.map((bullet) => (heldAgainst(bullet) > 0 ? bullet.actual / heldAgainst(bullet) : 1)),
  )

/** Right end of a bullet's scale, in its own units. */
const endOf = (bullet: Bullet, reach: number): number =>
  Math.max(0, heldAgainst(bullet)) * reach || bullet.actual || 1

/** Share of the width that bar and target may fill; the rest is for the figure behind the bar. */
const FILLED = 0.72
const BAR = { top: 10, height: 20 }

interface BulletFrame {
  readonly left: number
  readonly width: number
  readonly top: number
}

/** Several bullets one below the other (a single one on the page), their targets in one line. */
export function bulletOption(
  bullets: readonly Bullet[],
  tokens: Tokens,
  frames: readonly BulletFrame[],
  reach = reachOf(bullets),
): EChartsCoreOption {
  const series: CustomSeriesOption = {
    id: 'bullets',
    type: 'custom',
    coordinateSystem: 'none',
    data: bullets.map((bullet) => bullet.actual),
    renderItem: (params) => {
      const bullet = bullets[params.dataIndex]
      const frame = frames[params.dataIndex]
      if (!bullet || !frame) return undefined
      return {
        type: 'group',
        x: frame.left,
        y: frame.top,
        children: shapes(bullet, frame.width, tokens, reach),
      }
    },
  }
  return { animation: false, series: [series] }
}

function shapes(bullet: Bullet, width: number, tokens: Tokens, reach: number): Shape[] {
  const scale = (value: number) => (Math.max(0, value) / endOf(bullet, reach)) * width * FILLED
  const bar = scale(bullet.actual)
  const text = (x: number, y: number, words: string, style: object): Shape => ({
    type: 'text',
    x,
    y,
    style: { text: words, verticalAlign: 'middle', ...style },
  })
  const mark = targetMark(bullet, scale, tokens)
  const room = width - bar - 10
  return [
    {
      type: 'rect',
      shape: { x: 0, y: BAR.top, width: bar, height: BAR.height },
      style: bullet.achieved
        ? { fill: tokens.achieved }
        : { fill: tokens.wash, stroke: tokens.ink, lineWidth: 1 },
    },
    ...mark,
    text(bar + 10, BAR.top + BAR.height / 2, bullet.actualLabel, {
      fill: bullet.questioned ? tokens.vermilion : tokens.ink,
      font: `bold 15px ${SANS}`,
      width: room,
      overflow: 'truncate',
      // Keeps the figure readable where the target's mark lies behind it.
      stroke: tokens.paper,
      lineWidth: 4,
    }),
  ]
}

function targetMark(bullet: Bullet, scale: (value: number) => number, tokens: Tokens): Shape[] {
  const top = 2
  const bottom = BAR.top + BAR.height + 8
  const label = (x: number, italic: boolean): Shape => ({
    type: 'text',
    x: Math.max(x, 0),
    y: bottom + 10,
    style: {
      text: bullet.targetLabel,
      fill: tokens.soft,
      font: `${italic ? 'italic ' : ''}12px ${SANS}`,
      align: x < 60 ? 'left' : 'center',
      verticalAlign: 'middle',
    },
  })
  if (bullet.target !== undefined) {
    const x = scale(bullet.target)
    const line: Shape = {
      type: 'line',
      shape: { x1: x, y1: top, x2: x, y2: bottom },
      style: { stroke: tokens.ink, lineWidth: 2.5 },
    }
    return [line, label(x, false)]
  }
  if (!bullet.implied) return []
  const [lo, hi] = bullet.implied.map(scale) as [number, number]
  const width = Math.max(hi - lo, 4)
  const x = (lo + hi - width) / 2
  const range: Shape = {
    type: 'rect',
    shape: { x, y: top, width, height: bottom - top },
    style: { fill: tokens.paper, stroke: tokens.ink, lineWidth: 1.3, lineDash: [2, 2], opacity: 0.92 },
  }
  return [range, label((lo + hi) / 2, true)]
}
