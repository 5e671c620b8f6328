import type { CustomSeriesOption, EChartsCoreOption, ScatterSeriesOption } from 'echarts'
import { compare, type Rational, toNumber } from '../lib/rational.ts'
import type { Row } from '../model/dataSet.ts'
import { type CompletionAxis, completionAxis } from './axis.ts'
import type { Tokens } from './tokens.ts'

/** What a mark says of its indicator. `rate`: so many points above target; `silent`: no target printed. */
export type MarkKind = 'met' | 'missed' | 'rate' | 'silent'

export interface SheetMark {
  readonly row: Row
  readonly kind: MarkKind
  /** Fraction of the plot's width. */
  readonly x: number
  /** Percent, where one was printed or follows from actual and target. */
  readonly completion: Rational | undefined
  readonly questioned: boolean
}

export interface SheetLine {
  readonly id: string
  readonly name: string
  readonly level: string
  /** Middle of the line, in layout pixels from the top of the plot. */
  readonly y: number
  readonly marks: readonly SheetMark[]
  /** From the target to the farthest mark on either side. */
  readonly stem: readonly [number, number] | undefined
}

export interface SheetModel {
  readonly axis: CompletionAxis
  readonly lines: readonly SheetLine[]
  /** Layout pixels. */
  readonly height: number
  /** From where to where vertical rules run. */
  readonly spans: readonly (readonly [number, number])[]
}

/** One indicator as the sheet needs it. */
export interface SheetIndicator {
  readonly row: Row
  readonly completion: Rational | undefined
  readonly kind: MarkKind
  readonly questioned: boolean
}

export interface SheetProject {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly indicators: readonly SheetIndicator[]
}

/** Heights in layout pixels; the style sheet uses the same. */
export interface SheetMetrics {
  readonly line: number
  /** Where in a line its marks stand. */
  readonly middle: number
  /** Room before each level's first line. */
  readonly head: number
  /** Half the height of the target rule in each line, where words stand between the lines; else it runs through. */
  readonly strip?: number
}

export const DESKTOP: SheetMetrics = { line: 25, middle: 12.5, head: 12 }
export const PHONE: SheetMetrics = { line: 58, middle: 40, head: 40, strip: 15 }

/** Distance between two marks of the gutter, and of the nearest one to the target. */
const GUTTER_STEP = 0.034
const GUTTER_GAP = 0.03
const GUTTER_MOST = 5

/** Lays the projects out: one line each, every indicator a mark. Levels in the order given. */
export function layoutSheet(projects: readonly SheetProject[], metrics: SheetMetrics): SheetModel {
  const completions = projects.flatMap((p) =>
    p.indicators.flatMap((i) => (i.completion ? [i.completion] : [])),
  )
  const axis = completionAxis(completions)
  let y = 0
  let level: string | undefined
  const lines = projects.map((project): SheetLine => {
    if (project.level !== level) {
      level = project.level
      y += metrics.head
    }
    const top = y
    y += metrics.line
    return lineOf(project, axis, top + metrics.middle)
  })
  const spans =
    metrics.strip === undefined
      ? [[0, y] as const]
      : lines.map((line) => [line.y - (metrics.strip ?? 0), line.y + (metrics.strip ?? 0)] as const)
  return { axis, lines, height: y, spans }
}

function lineOf(project: SheetProject, axis: CompletionAxis, y: number): SheetLine {
  const start = axis.at(0)
  const aside = project.indicators.filter((i) => !i.completion)
  const gutter = Math.min(start, axis.target) - GUTTER_GAP
  const marks = project.indicators.map((indicator): SheetMark => {
    const { row, completion, kind, questioned } = indicator
    const place = Math.min(aside.length - 1 - aside.indexOf(indicator), GUTTER_MOST - 1)
    const x = completion ? axis.at(toNumber(completion)) : gutter - place * GUTTER_STEP
    return { row, kind, x, completion, questioned }
  })
  const placed = marks.filter((mark) => mark.completion).map((mark) => mark.x)
  const ends = [axis.target, ...placed]
  const stem = placed.length === 0 ? undefined : ([Math.min(...ends), Math.max(...ends)] as const)
  return { id: project.id, name: project.name, level: project.level, y, marks, stem }
}

/** The mark a line's label belongs to: the highest completion. */
export const highest = (line: SheetLine): SheetMark | undefined =>
  line.marks.reduce<SheetMark | undefined>(
    (best, mark) =>
      mark.completion && (!best?.completion || compare(mark.completion, best.completion) > 0) ? mark : best,
    undefined,
  )

/** The mark of an indicator, from whether it reached its target and whether its completion is known. */
export const kindOf = (reach: 'reached' | 'missed' | undefined, hasCompletion: boolean): MarkKind => {
  if (reach === undefined) return 'silent'
  return reach === 'missed' ? 'missed' : hasCompletion ? 'met' : 'rate'
}

const SYMBOL: Readonly<Record<MarkKind, string>> = {
  met: 'circle',
  missed: 'diamond',
  rate: 'triangle',
  silent: 'circle',
}
const SIZE: Readonly<Record<MarkKind, number>> = { met: 9, missed: 11, rate: 9, silent: 7 }

/** Frame of a sheet inside a larger drawing, in pixels; the page's own sheet fills its box. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
const FILL: Frame = { left: 0, top: 0, right: 0, bottom: 0 }

/**
 * The marks of a sheet: stems, the target rule, one symbol per indicator, rings; and the compressed band where
 * nothing else draws it (on the page it lies under the words, and these marks above them).
 */
export function sheetOption(
  model: SheetModel,
  tokens: Tokens,
  frame: Frame = FILL,
  banded = false,
): EChartsCoreOption {
  return {
    animation: false,
    grid: { ...frame, containLabel: false },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'value', min: 0, max: Math.max(model.height, 1), inverse: true, show: false },
    series: [
      backdrop(model, tokens, banded),
      stems(model, tokens),
      symbols(model, tokens),
      rings(model, tokens),
    ],
  }
}

/** Strokes as one shape: an element for each would be the larger part of a phone's picture. */
function strokes(lines: readonly (readonly [readonly number[], readonly number[]])[], style: object) {
  const round = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10
  const point = ([x, y]: readonly number[]) => `${round(x)} ${round(y)}`
  const pathData = lines.map(([from, to]) => `M${point(from)}L${point(to)}`).join('')
  return { type: 'path' as const, shape: { pathData }, style: { fill: 'none', ...style } }
}

function backdrop({ axis, height, spans }: SheetModel, tokens: Tokens, banded: boolean): CustomSeriesOption {
  const ticks = axis.ticks.filter(({ percent }) => percent !== 100).map(({ at }) => at)
  return {
    id: 'backdrop',
    type: 'custom',
    silent: true,
    z: 0,
    data: [axis.compressed ?? axis.end],
    encode: { x: -1, y: -1 },
    renderItem: (_params, api) => {
      const at = (x: number, y: number) => api.coord([x, y]) as [number, number]
      const vertical = (x: number) => spans.map(([from, to]) => [at(x, from), at(x, to)] as const)
      const band =
        axis.compressed === undefined || !banded ? undefined : [at(axis.compressed, 0), at(axis.end, height)]
      return {
        type: 'group',
        children: [
          ...(band?.[0] && band[1]
            ? [
                {
                  type: 'rect' as const,
                  shape: {
                    x: band[0][0],
                    y: band[0][1],
                    width: band[1][0] - band[0][0],
                    height: band[1][1] - band[0][1],
                  },
                  style: { fill: tokens.wash },
                },
              ]
            : []),
          strokes(ticks.flatMap(vertical), { stroke: tokens.hairline, lineWidth: 1, lineDash: [1, 3] }),
          strokes(vertical(axis.target), { stroke: tokens.ink, lineWidth: 1.6 }),
        ],
      }
    },
  }
}

function stems({ lines }: SheetModel, tokens: Tokens): CustomSeriesOption {
  const ends = lines.flatMap(({ stem, y }) => (stem ? [{ from: stem[0], to: stem[1], y }] : []))
  return {
    id: 'stems',
    type: 'custom',
    silent: true,
    z: 1,
    data: ends.length === 0 ? [] : [0],
    encode: { x: -1, y: -1 },
    renderItem: (_params, api) =>
      strokes(
        ends.map(({ from, to, y }) => [api.coord([from, y]), api.coord([to, y])] as const),
        { stroke: tokens.achieved, lineWidth: 2 },
      ),
  }
}

/** Index of the symbol series among the sheet's series, and the order of its data: line by line, mark by mark. */
export const SYMBOL_SERIES = 2

function symbols(model: SheetModel, tokens: Tokens): ScatterSeriesOption {
  const style: Readonly<Record<MarkKind, object>> = {
    met: { color: tokens.achieved },
    missed: { color: tokens.paper, borderColor: tokens.ink, borderWidth: 2 },
    rate: { color: tokens.achieved },
    silent: { color: tokens.paper, borderColor: tokens.rule, borderWidth: 1.5 },
  }
  return {
    id: 'indicators',
    type: 'scatter',
    z: 2,
    cursor: 'pointer',
    // ECharts would lift the colour, and cannot lift a CSS variable.
    emphasis: { disabled: true },
    data: model.lines.flatMap((line) =>
      line.marks.map((mark) => ({
        name: mark.row.cells.indicator,
        value: [mark.x, line.y],
        symbol: SYMBOL[mark.kind],
        symbolSize: SIZE[mark.kind],
        symbolRotate: mark.kind === 'rate' ? -90 : 0,
        itemStyle: { opacity: 1, ...style[mark.kind] },
      })),
    ),
  }
}

function rings(model: SheetModel, tokens: Tokens): ScatterSeriesOption {
  return {
    id: 'questions',
    type: 'scatter',
    silent: true,
    z: 3,
    symbol: 'circle',
    itemStyle: { opacity: 1, color: 'transparent', borderColor: tokens.vermilion, borderWidth: 1.8 },
    data: model.lines.flatMap((line) =>
      line.marks
        .filter((mark) => mark.questioned)
        .map((mark) => ({ value: [mark.x, line.y], symbolSize: mark.completion ? 17 : 14 })),
    ),
  }
}

/** The marks in the order of the symbol series, for hover and click. */
export const marksInOrder = (model: SheetModel): { line: SheetLine; mark: SheetMark }[] =>
  model.lines.flatMap((line) => line.marks.map((mark) => ({ line, mark })))
