import type { CustomSeriesOption, EChartsCoreOption } from 'echarts'

/**
 * Many marks of one look as one shape. An element for each would be the larger part of a phone's picture, and
 * of what a click on a filter costs.
 */

type Render = NonNullable<CustomSeriesOption['renderItem']>
export type Shape = NonNullable<ReturnType<Render>>

/**
 * All shapes of a drawing at once: on no axes, nothing that moves or answers the pointer.
 * @param items how often it is asked for shapes, each time with the next index
 */
export function drawnAtOnce(id: string, renderItem: Render, items = 1): EChartsCoreOption {
  const series: CustomSeriesOption = {
    id,
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    data: Array.from({ length: items }, (_, i) => i),
    renderItem,
  }
  return { animation: false, series: [series] }
}

/** Pixels of the drawing. */
export type Point = readonly [x: number, y: number]

interface Strokes {
  readonly lines: readonly (readonly Point[])[]
}
interface Discs {
  readonly centers: readonly Point[]
  readonly radius: number
}
interface Polygons {
  readonly centers: readonly Point[]
  /** Around the middle, in units of the half size. */
  readonly corners: readonly Point[]
  readonly half: number
}

type Path = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>

/** How each shape is drawn; charts/echarts.ts teaches ECharts these. */
export const PATHS = {
  strokes(to: Path, { lines }: Strokes) {
    for (const line of lines) trace(to, line)
  },
  discs(to: Path, { centers, radius }: Discs) {
    for (const [x, y] of centers) {
      to.moveTo(x + radius, y)
      // In halves: a full turn is closed with an error as large as the SVG's rounding.
      to.arc(x, y, radius, 0, Math.PI)
      to.arc(x, y, radius, Math.PI, 2 * Math.PI)
      to.closePath()
    }
  },
  polygons(to: Path, { centers, corners, half }: Polygons) {
    for (const [x, y] of centers) {
      trace(
        to,
        corners.map(([dx, dy]) => [x + dx * half, y + dy * half]),
      )
      to.closePath()
    }
  },
}

function trace(to: Path, line: readonly Point[]): void {
  line.forEach(([x, y], i) => {
    if (i === 0) to.moveTo(x, y)
    else to.lineTo(x, y)
  })
}

// ECharts' types know of its own shapes only.
const shapeOf = <S>(type: keyof typeof PATHS, shape: S, style: object) =>
  ({ type, shape, style }) as unknown as Shape

/** Open lines through points. */
export const strokes = (lines: Strokes['lines'], style: object): Shape =>
  shapeOf<Strokes>('strokes', { lines }, { fill: 'none', ...style })

/** Whether a shape draws anything at all. */
export const isDrawn = (shape: Shape): boolean => {
  const { lines, centers } = (shape as { shape?: Partial<Strokes & Discs> }).shape ?? {}
  return (lines ?? centers)?.length !== 0
}

/** Circles around points; `radius` in pixels. */
export const discs = (centers: readonly Point[], radius: number, style: object): Shape =>
  shapeOf<Discs>('discs', { centers, radius }, style)

export const DIAMOND: readonly Point[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
]
export const SQUARE: readonly Point[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
]
export const ARROW: readonly Point[] = [
  [1, 0],
  [-1, 1],
  [-1, -1],
]

/** Closed shapes around points; `half` of their size, in pixels. */
export const polygons = (
  centers: readonly Point[],
  corners: readonly Point[],
  half: number,
  style: object,
): Shape => shapeOf<Polygons>('polygons', { centers, corners, half }, style)
