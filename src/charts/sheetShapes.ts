import type { EChartsCoreOption } from 'echarts'
import { MARKS, ringStyle } from './rings.ts'
import {
  ARROW,
  DIAMOND,
  discs,
  drawnAtOnce,
  isDrawn,
  type Point,
  polygons,
  type Shape,
  strokes,
} from './shapes.ts'
import { FILL, type Frame, type MarkKind, type SheetMark, type SheetModel } from './sheet.ts'
import { spreadOf } from './spread.ts'
import type { Tokens } from './tokens.ts'

/**
 * The marks of a sheet, from the bottom up: the compressed band where nothing else draws it (on the page it lies
 * under the words), rules, stems, one symbol per indicator, rings. One group without axes of ECharts' own:
 * what they would work out stands in the model already.
 */
export function sheetOption(
  model: SheetModel,
  tokens: Tokens,
  frame: Frame = FILL,
  banded = false,
): EChartsCoreOption {
  return drawnAtOnce('sheet', (_params, api) => {
    const place = placing(model, frame, api.getWidth(), api.getHeight())
    return {
      type: 'group',
      children: [...(banded ? band(model, tokens, place) : []), ...sheetShapes(model, tokens, place)],
    }
  })
}

/** Rules, stems, symbols, rings, from the bottom up. */
export function sheetShapes(model: SheetModel, tokens: Tokens, place: Place): Shape[] {
  const spots = spotsOf(model, place)
  return [
    ...rules(model, tokens, place),
    stems(model, tokens, place),
    ...symbols(spots, tokens),
    ...rings(spots, tokens),
  ].filter(isDrawn)
}

/** Where a mark is drawn, in pixels, and how large its ring. */
interface PlacedMark {
  readonly mark: SheetMark
  readonly at: Point
  readonly ring: number
}

const spotsOf = ({ lines }: SheetModel, place: Place): PlacedMark[] =>
  lines.flatMap((line) => {
    const spreads = spreadOf(line)
    return line.marks.map((mark, i): PlacedMark => {
      const [x, y] = place(mark.x, line.y)
      const { dy, ring } = spreads[i] ?? { dy: 0, ring: 0 }
      return { mark, at: [x, y + dy], ring }
    })
  })

/** From a fraction of the width and a layout height to pixels of the drawing. */
export type Place = (x: number, y: number) => Point

/** Places in a drawing's frame; rows are stretched to its height. */
export function placing(
  { height }: Pick<SheetModel, 'height'>,
  frame: Frame,
  fullWidth: number,
  fullHeight: number,
): Place {
  const width = fullWidth - frame.left - frame.right
  const scale = (fullHeight - frame.top - frame.bottom) / Math.max(height, 1)
  return (x, y) => [frame.left + x * width, frame.top + y * scale]
}

function band({ axis, height }: SheetModel, tokens: Tokens, place: Place): Shape[] {
  if (axis.compressed === undefined) return []
  const [x, y] = place(axis.compressed, 0)
  const [right, bottom] = place(axis.end, height)
  return [
    { type: 'rect', shape: { x, y, width: right - x, height: bottom - y }, style: { fill: tokens.wash } },
  ]
}

/** A hairline at every tick, the target in ink, and before the year's end how much of it is gone. */
function rules({ axis, lines, half, spans }: SheetModel, tokens: Tokens, place: Place): Shape[] {
  const ticks = axis.ticks.filter(({ percent }) => percent !== 100).map(({ at }) => at)
  const vertical = (x: number) => spans.map(([from, to]) => [place(x, from), place(x, to)])
  return [
    strokes(ticks.flatMap(vertical), { stroke: tokens.hairline, lineWidth: 1, lineDash: [1, 3] }),
    strokes(vertical(axis.target), { stroke: tokens.ink, lineWidth: 1.6 }),
    strokes(
      lines.flatMap(({ due, y }) =>
        due === undefined ? [] : [[place(due, y - half), place(due, y + half)]],
      ),
      { stroke: tokens.ink, lineWidth: 1, lineDash: [4, 3] },
    ),
  ]
}

function stems({ lines }: SheetModel, tokens: Tokens, place: Place): Shape {
  const ends = lines.flatMap(({ stem, y }) => (stem ? [stem.map((x) => place(x, y))] : []))
  return strokes(ends, { stroke: tokens.achieved, lineWidth: 2 })
}

/** Told apart by shape and filling, without colour too. */
const SYMBOLS: Readonly<Record<MarkKind, (places: readonly Point[], tokens: Tokens) => Shape>> = {
  met: (places, { achieved }) => discs(places, 4.5, { fill: achieved }),
  missed: (places, { paper, ink }) =>
    polygons(places, DIAMOND, 5.5, { fill: paper, stroke: ink, lineWidth: 2 }),
  rate: (places, { achieved }) => polygons(places, ARROW, 4.5, { fill: achieved }),
  silent: (places, { paper, rule }) => discs(places, 3.5, { fill: paper, stroke: rule, lineWidth: 1.5 }),
}
const KINDS: readonly MarkKind[] = ['silent', 'rate', 'met', 'missed']

const symbols = (spots: readonly PlacedMark[], tokens: Tokens): Shape[] =>
  KINDS.map((kind) =>
    SYMBOLS[kind](
      spots.flatMap(({ mark, at }) => (mark.kind === kind ? [at] : [])),
      tokens,
    ),
  )

/** What the reviewer's brush circles, circles of one look together. */
const rings = (spots: readonly PlacedMark[], tokens: Tokens): Shape[] =>
  MARKS.flatMap((asked) => {
    const circled = spots.filter(({ mark }) => mark.asked === asked)
    return [...new Set(circled.map(({ ring }) => ring))]
      .sort((a, b) => b - a)
      .map((radius) =>
        discs(
          circled.flatMap(({ ring, at }) => (ring === radius ? [at] : [])),
          radius,
          ringStyle(asked, tokens),
        ),
      )
  })
