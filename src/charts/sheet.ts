import { compare, type Rational, toNumber } from '../lib/rational.ts'
import type { CompletionSource } from '../model/completion.ts'
import type { Row } from '../model/dataSet.ts'
import { type CompletionAxis, completionAxis } from './axis.ts'
import type { Mark } from './rings.ts'

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
  readonly asked: Mark | undefined
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
  readonly asked: Mark | undefined
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
  // More than have a place each share one: they are spread when drawn.
  const sharing = Math.ceil(aside.length / GUTTER_MOST)
  const marks = project.indicators.map((indicator): SheetMark => {
    const { row, completion, source, kind, asked } = indicator
    const place = Math.floor((aside.length - 1 - aside.indexOf(indicator)) / sharing)
    const x = completion ? axis.at(toNumber(completion)) : gutter - place * GUTTER_STEP
    return { row, kind, x, completion, source, asked }
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

/** Height of a strip in layout pixels; the style sheet uses the same. */
export const STRIP = 24

/** Frame of a sheet inside a larger drawing, in pixels; the page's own sheet fills its box. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
export const FILL: Frame = { left: 0, top: 0, right: 0, bottom: 0 }

/** The marks, line by line. */
export const marksInOrder = (model: SheetModel): { line: SheetLine; mark: SheetMark }[] =>
  model.lines.flatMap((line) => line.marks.map((mark) => ({ line, mark })))
