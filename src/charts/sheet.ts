import type { EChartsCoreOption } from 'echarts'
import { compare, type Rational, toNumber } from '../lib/rational.ts'
import type { CompletionSource } from '../model/completion.ts'
import type { Row } from '../model/dataSet.ts'
import { type CompletionAxis, completionAxis } from './axis.ts'
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
  readonly source: CompletionSource | undefined
  readonly questioned: boolean
}

export interface SheetLine {
  readonly id: string
  readonly name: string
  readonly level: string
  /** Middle of the line, in layout pixels from the top of the plot. */
  readonly y: number
  readonly marks: readonly SheetMark[]
  /** Where a completion that keeps step with the calendar would stand, before the year's end. */
  readonly due: number | undefined
  /** From the target to the farthest mark on either side. */
  readonly stem: readonly [number, number] | undefined
}

export interface SheetModel {
  readonly axis: CompletionAxis
  readonly lines: readonly SheetLine[]
  /** Layout pixels. */
  readonly height: number
  /** How far a line reaches above and below its middle. */
  readonly half: number
  /** From where to where vertical rules run. */
  readonly spans: readonly (readonly [number, number])[]
}

/** One indicator as the sheet needs it. */
export interface SheetIndicator {
  readonly row: Row
  readonly completion: Rational | undefined
  readonly source: CompletionSource | undefined
  readonly kind: MarkKind
  readonly questioned: boolean
}

export interface SheetProject {
  readonly id: string
  readonly name: string
  readonly level: string
  /** 责任单位; blank where none is named. */
  readonly owner?: string
  /** Percent of the year gone by at its date, where that is before the year's end. */
  readonly due?: Rational | undefined
  readonly indicators: readonly SheetIndicator[]
}

/** Heights in layout pixels; the style sheet uses the same. */
export interface SheetMetrics {
  readonly line: number
  /** Where in a line its marks stand. */
  readonly middle: number
  /** Room before each level's first line. */
  readonly head: number
}

export const DESKTOP: SheetMetrics = { line: 25, middle: 12.5, head: 12 }

/** Distance between two marks of the gutter, and of the nearest one to the target. */
const GUTTER_STEP = 0.034
const GUTTER_GAP = 0.03
const GUTTER_MOST = 5

const sheetAxis = (projects: readonly SheetProject[]): CompletionAxis =>
  completionAxis(
    projects.flatMap((p) => p.indicators.flatMap((i) => (i.completion ? [i.completion] : []))),
    projects.flatMap(({ due }) => due ?? []),
  )

/**
 * Lays the projects out: one line each, every indicator a mark. Levels in the order given.
 * @param axis of the whole list where only a part of it is shown: what a filter leaves stays in its place
 */
export function layoutSheet(
  projects: readonly SheetProject[],
  metrics: SheetMetrics,
  axis = sheetAxis(projects),
): SheetModel {
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
  return { axis, lines, height: y, half: metrics.middle, spans: [[0, y]] }
}

function lineOf(project: SheetProject, axis: CompletionAxis, y: number): SheetLine {
  const start = axis.at(0)
  const aside = project.indicators.filter((i) => !i.completion)
  const gutter = Math.min(start, axis.target) - GUTTER_GAP
  const marks = project.indicators.map((indicator): SheetMark => {
    const { row, completion, source, kind, questioned } = indicator
    const place = Math.min(aside.length - 1 - aside.indexOf(indicator), GUTTER_MOST - 1)
    const x = completion ? axis.at(toNumber(completion)) : gutter - place * GUTTER_STEP
    return { row, kind, x, completion, source, questioned }
  })
  const placed = marks.filter((mark) => mark.completion).map((mark) => mark.x)
  const ends = [axis.target, ...placed]
  const stem = placed.length === 0 ? undefined : ([Math.min(...ends), Math.max(...ends)] as const)
  const due = project.due && axis.at(toNumber(project.due))
  return { id: project.id, name: project.name, level: project.level, y, marks, due, stem }
}

/** The mark a line's label belongs to: the highest completion. */
export const highest = (line: SheetLine): SheetMark | undefined =>
  line.marks.reduce<SheetMark | undefined>(
    (best, mark) =>
      mark.completion && (!best?.completion || compare(mark.completion, best.completion) > 0) ? mark : best,
    undefined,
  )

/** The lowest completion of a line, where more is better. */
export const lowest = (line: SheetLine): SheetMark | undefined =>
  line.marks.reduce<SheetMark | undefined>(
    (least, mark) =>
      mark.completion &&
      !mark.row.lowerIsBetter &&
      (!least?.completion || compare(mark.completion, least.completion) < 0)
        ? mark
        : least,
    undefined,
  )

/** The mark of an indicator, from whether it reached its target and whether its completion is known. */
export const kindOf = (reach: 'reached' | 'missed' | undefined, hasCompletion: boolean): MarkKind => {
  if (reach === undefined) return 'silent'
  return reach === 'missed' ? 'missed' : hasCompletion ? 'met' : 'rate'
}

/** Frame of a sheet inside a larger drawing, in pixels; the page's own sheet fills its box. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export const FILL: Frame = { left: 0, top: 0, right: 0, bottom: 0 }

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
export const sheetShapes = (model: SheetModel, tokens: Tokens, place: Place): Shape[] =>
  [
    ...rules(model, tokens, place),
    stems(model, tokens, place),
    ...symbols(model, tokens, place),
    ...rings(model, tokens, place),
  ].filter(isDrawn)

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

const symbols = (model: SheetModel, tokens: Tokens, place: Place): Shape[] =>
  KINDS.map((kind) =>
    SYMBOLS[kind](
      placesOf(model, place, (mark) => mark.kind === kind),
      tokens,
    ),
  )

/** What the reviewer's brush circles: wider around a completion than around what stands apart. */
const rings = (model: SheetModel, tokens: Tokens, place: Place): Shape[] => {
  const style = { fill: 'none', stroke: tokens.vermilion, lineWidth: 1.8 }
  return [8.5, 7].map((radius, apart) =>
    discs(
      placesOf(model, place, (mark) => mark.questioned && !mark.completion === (apart === 1)),
      radius,
      style,
    ),
  )
}

const placesOf = (model: SheetModel, place: Place, which: (mark: SheetMark) => boolean): Point[] =>
  marksInOrder(model)
    .filter(({ mark }) => which(mark))
    .map(({ line, mark }) => place(mark.x, line.y))

/** The marks, line by line. */
export const marksInOrder = (model: SheetModel): { line: SheetLine; mark: SheetMark }[] =>
  model.lines.flatMap((line) => line.marks.map((mark) => ({ line, mark })))
