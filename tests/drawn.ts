import type { EChartsCoreOption } from 'echarts'
import { drawSvg } from '../src/charts/echarts.ts'
import type { Point } from '../src/charts/shapes.ts'
import type { Drawing } from '../src/charts/words.ts'

/** A series as tests look at it, whatever its type. */
export interface Series {
  readonly id: string
  readonly data: readonly unknown[]
  readonly renderItem?: (params: { dataIndex: number }, api: object) => Shape | undefined
}

/** What a custom series draws: a shape, or a group of them. */
export interface Shape {
  readonly type: string
  readonly x?: number
  readonly y?: number
  readonly shape?: Readonly<Record<string, number>> & {
    readonly points?: readonly (readonly number[])[]
    readonly lines?: readonly (readonly Point[])[]
    readonly centers?: readonly Point[]
    readonly corners?: readonly Point[]
  }
  readonly style?: Readonly<Record<string, unknown>>
  readonly children?: readonly Shape[]
}

export const seriesIn = (option: EChartsCoreOption): readonly Series[] => [option.series].flat() as Series[]

export function seriesOf(option: EChartsCoreOption, id: string): Series {
  const found = seriesIn(option).find((series) => series.id === id)
  if (!found) throw new Error(`no series ${id}`)
  return found
}

/** Every shape of a custom series, item by item; `api` stands in for ECharts where the series asks for its size. */
export const shapesOf = (series: Series, api: object = {}): (readonly Shape[])[] =>
  series.data.map((_, dataIndex) => {
    const item = series.renderItem?.({ dataIndex }, api)
    return item?.children ?? (item ? [item] : [])
  })

export const svgOf = ({ option, width, height }: Drawing): string => drawSvg(option, width, height)

/** Without the numbers that ECharts counts up from drawing to drawing: names of classes, and what they hover. */
export const steady = (svg: string): string =>
  `${svg.replace(/ class="zr\d+-cls-\d+"/g, '').replace(/<style >[\s\S]*?<\/style>\n?/g, '')}\n`

export interface DrawnPiece {
  /** Middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
  readonly stroke: string
}

/** The pieces of an SVG's paths (marks of one look are one path), by the points that their commands reach. */
export const piecesIn = (svg: string): DrawnPiece[] =>
  [...svg.matchAll(/<path d="([^"]*)"([^>]*)>/g)].flatMap(([, d = '', attributes = '']) =>
    d.split(/(?=M)/).map((piece): DrawnPiece => {
      const points = [...piece.matchAll(/[MLA][^MLAZ]*/g)].map(([command]) =>
        command.slice(1).split(/[ ,]/).slice(-2).map(Number),
      )
      const span = (axis: 0 | 1) => {
        const values = points.map((point) => point[axis] ?? Number.NaN)
        return [Math.min(...values), Math.max(...values)] as const
      }
      const [[left, right], [top, bottom]] = [span(0), span(1)]
      const find = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
      const size = { width: right - left, height: bottom - top }
      return {
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        ...size,
        fill: find('fill'),
        stroke: find('stroke'),
      }
    }),
  )

export interface DrawnText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly fill: string
  readonly size: number
  readonly anchor: string
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The words of an SVG, with where they stand. */
export const textsIn = (svg: string): DrawnText[] =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const find = (pattern: RegExp) => pattern.exec(attributes)?.slice(1) ?? []
    const [x, y] = find(/transform="translate\(([-\d.]+) ([-\d.]+)\)"/).map(Number)
    if (x === undefined || y === undefined) throw new Error(`no place: ${attributes}`)
    return {
      text: text.replace(/&(?:amp|lt|gt|quot);/g, (c) => ENTITIES[c] ?? c),
      x,
      y,
      fill: find(/fill="([^"]*)"/)[0] ?? '',
      size: Number(find(/(\d+)px/)[0]),
      anchor: find(/text-anchor="([^"]*)"/)[0] ?? 'start',
    }
  })
