import type { CustomSeriesOption, EChartsCoreOption } from 'echarts'
import type { Tokens } from './tokens.ts'

export const SANS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif"
export const SERIF = "'Songti SC', SimSun, 'Noto Serif CJK SC', serif"

/** A text in a drawing, in pixels from its top left; `y` is the middle of the line. */
export interface Word {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly color?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly serif?: boolean
  readonly align?: 'left' | 'center' | 'right'
  /** Cut with an ellipsis beyond this width. */
  readonly width?: number
}

export interface Hairline {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly color: string
  readonly weight?: number
}

/** Words and hairlines at fixed places, as a series that knows no axes. */
export function wordsSeries(
  words: readonly Word[],
  lines: readonly Hairline[],
  tokens: Tokens,
): CustomSeriesOption {
  const texts = words.map((word) => ({
    type: 'text' as const,
    x: word.x,
    y: word.y,
    style: {
      text: word.text,
      fill: word.color ?? tokens.ink,
      font: `${word.italic ? 'italic ' : ''}${word.bold ? 'bold ' : ''}${word.size ?? 13}px ${word.serif ? SERIF : SANS}`,
      align: word.align ?? 'left',
      verticalAlign: 'middle' as const,
      ...(word.width === undefined ? {} : { width: word.width, overflow: 'truncate' as const }),
    },
  }))
  const strokes = lines.map(({ x1, y1, x2, y2, color, weight }) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke: color, lineWidth: weight ?? 1 },
  }))
  return {
    id: 'words',
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    z: 5,
    data: [0],
    renderItem: () => ({ type: 'group', children: [...strokes, ...texts] }),
  }
}

/** A drawing of its own: what an export is made of. */
export interface Drawing {
  readonly option: EChartsCoreOption
  readonly width: number
  readonly height: number
}

export interface Caption {
  readonly title: string
  /** Source, date, filter: what must not get lost when a picture leaves the board. */
  readonly notes: readonly string[]
}

export const MARGIN = 32
export const TITLE_HEIGHT = 62
const NOTE_HEIGHT = 18

/** Puts a title above a body and its notes below it. The body draws itself below `TITLE_HEIGHT`. */
export function captioned(
  caption: Caption,
  tokens: Tokens,
  body: {
    readonly width: number
    readonly height: number
    readonly option: EChartsCoreOption
    readonly words: readonly Word[]
    readonly lines: readonly Hairline[]
  },
): Drawing {
  const bottom = TITLE_HEIGHT + body.height
  const inner = body.width - 2 * MARGIN
  const words: Word[] = [
    { x: MARGIN, y: 34, text: caption.title, size: 21, bold: true, serif: true, width: inner },
    ...body.words,
    ...caption.notes.map((text, i) => ({
      x: MARGIN,
      y: bottom + 20 + i * NOTE_HEIGHT,
      text,
      size: 12,
      color: tokens.soft,
      width: inner,
    })),
  ]
  const series = [body.option.series ?? []].flat()
  return {
    width: body.width,
    height: bottom + 28 + caption.notes.length * NOTE_HEIGHT,
    option: {
      ...body.option,
      backgroundColor: tokens.paper,
      series: [...series, wordsSeries(words, body.lines, tokens)],
    },
  }
}
