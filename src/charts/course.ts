import type { EChartsCoreOption } from 'echarts'
import { yearGone } from '../model/date.ts'
import { niceStep } from './numberLine.ts'
import { MARKS, type Mark, ringStyle } from './rings.ts'
import { discs, drawnAtOnce, isDrawn, type Point, type Shape, strokes } from './shapes.ts'
import type { Tokens } from './tokens.ts'
import { SANS } from './words.ts'

/** One date of a course, as it is drawn. */
export interface CourseMark {
  /** Share of the year gone by, 0 to 1. */
  readonly x: number
  /** Percent, or base units. */
  readonly value: number
  readonly isPrinted: boolean
  readonly asked: Mark | undefined
  /** Whether it is of the date looked at. */
  readonly isOwn: boolean
  readonly label: string
}

export interface CourseChart {
  readonly year: string
  /** The earliest first. */
  readonly marks: readonly CourseMark[]
  /** The target from each date on; one that never changes is one rule. */
  readonly targets: readonly { readonly x: number; readonly value: number }[]
  /** Whether 序时进度 is drawn: from nothing to the whole of 100. */
  readonly hasPace: boolean
  /** How a tick of the values is written. */
  readonly tick: (value: number) => string
  readonly month: (month: number) => string
}

export const COURSE_HEIGHT = 232

export interface CourseModel {
  /** Of the values. */
  readonly top: number
  readonly bottom: number
  readonly ticks: readonly number[]
  /** Ends of the months, as shares of the year. */
  readonly months: readonly number[]
  /** From where to where the target is which, as shares of the year. */
  readonly targets: readonly { readonly from: number; readonly to: number; readonly value: number }[]
}

/** Values from nothing, or from below it, to the highest; at least the target, with the ticks around them. */
export function layoutCourse({ year, marks, targets, hasPace }: CourseChart): CourseModel {
  const values = [...marks, ...targets].map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(hasPace ? 100 : 0, ...values)]
  const step = niceStep(high - low || 1)
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)]
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)))
  return {
    bottom: from * step,
    // Room above the highest mark for its label.
    top: Math.max(to * step, high + (high - from * step) * 0.08),
    ticks,
    months: Array.from({ length: 12 }, (_, i) => monthEnd(year, i + 1)),
    targets: stepsOf(targets),
  }
}

function monthEnd(year: string, month: number): number {
  const gone = yearGone(`${year}-${String(month).padStart(2, '0')}`, year)
  return gone ? gone[0] / gone[1] : month / 12
}

function stepsOf(targets: CourseChart['targets']): CourseModel['targets'] {
  const steps: { from: number; to: number; value: number }[] = []
  for (const { x, value } of targets) {
    const last = steps.at(-1)
    if (last?.value === value) continue
    if (last) last.to = x
    steps.push({ from: last ? x : 0, to: 1, value })
  }
  return steps
}

interface CourseFrame {
  readonly left: number
  readonly top: number
  readonly width: number
}

const PAD = { left: 52, right: 22, top: 20, bottom: 22 }
/** Narrower than this, every third month is named. */
const ROOMY = 480

type Place = (x: number, value: number) => Point

export function courseOption(
  chart: CourseChart,
  tokens: Tokens,
  frame: CourseFrame,
  model = layoutCourse(chart),
): EChartsCoreOption {
  const width = Math.max(frame.width - PAD.left - PAD.right, 1)
  const height = COURSE_HEIGHT - PAD.top - PAD.bottom
  const place: Place = (x, value) => [
    frame.left + PAD.left + x * width,
    frame.top + PAD.top + (1 - (value - model.bottom) / (model.top - model.bottom)) * height,
  ]
  return drawnAtOnce('course', () => ({
    type: 'group',
    children: [
      ...axes(chart, model, tokens, place, width),
      ...line(chart, model, tokens, place),
      ...labels(chart, model, tokens, place),
    ].filter(isDrawn),
  }))
}

const wording = ([x, y]: Point, words: string, style: object): Shape => ({
  type: 'text',
  x,
  y,
  style: { text: words, verticalAlign: 'middle', ...style },
})

function axes(chart: CourseChart, model: CourseModel, tokens: Tokens, place: Place, width: number): Shape[] {
  const { ticks, months, bottom } = model
  const across = (value: number) => [place(0, value), place(1, value)]
  const small = { fill: tokens.soft, font: `11px ${SANS}` }
  const every = width < ROOMY ? 3 : 1
  const [, foot] = place(0, bottom)
  return [
    strokes(ticks.map(across), { stroke: tokens.hairline, lineWidth: 1, lineDash: [1, 3] }),
    strokes([across(bottom)], { stroke: tokens.rule, lineWidth: 1 }),
    strokes(
      [0, ...months].map((x) => {
        const [at] = place(x, bottom)
        return [
          [at, foot],
          [at, foot + 4],
        ]
      }),
      { stroke: tokens.rule, lineWidth: 1 },
    ),
    ...ticks.map((value) => {
      const [x, y] = place(0, value)
      return wording([x - 8, y], chart.tick(value), { ...small, align: 'right' })
    }),
    ...months.flatMap((end, i) => {
      if ((i + 1) % every !== 0) return []
      const [x] = place((end + (months[i - 1] ?? 0)) / 2, bottom)
      return [wording([x, foot + 14], chart.month(i + 1), { ...small, align: 'center' })]
    }),
  ]
}

/** 序时进度, target, course and its points: solid as printed, hollow where they were worked out. */
function line(chart: CourseChart, model: CourseModel, tokens: Tokens, place: Place): Shape[] {
  const places = (which: (mark: CourseMark) => boolean) =>
    chart.marks.filter(which).map(({ x, value }) => place(x, value))
  const course = places(() => true)
  const { achieved, ink, paper, rule } = tokens
  return [
    ...(chart.hasPace ? [strokes([[place(0, 0), place(1, 100)]], { stroke: rule, lineWidth: 1 })] : []),
    strokes(
      model.targets.map((step) => [place(step.from, step.value), place(step.to, step.value)]),
      { stroke: ink, lineWidth: 1.6 },
    ),
    strokes(course.length > 1 ? [course] : [], { stroke: achieved, lineWidth: 2 }),
    discs(
      places(({ isPrinted }) => isPrinted),
      4.5,
      { fill: achieved },
    ),
    discs(
      places(({ isPrinted }) => !isPrinted),
      4.5,
      { fill: paper, stroke: achieved, lineWidth: 1.8 },
    ),
    ...MARKS.map((mark) =>
      discs(
        places(({ asked }) => asked === mark),
        8.5,
        ringStyle(mark, tokens),
      ),
    ),
  ]
}

/** A label this wide or less has room beside its neighbours. */
const NEAR = 56

/** Half a label's height, and some air. */
const HALF_LABEL = 14

/** Above their points, below where the course falls or another label is near. */
function labels({ marks }: CourseChart, { bottom }: CourseModel, tokens: Tokens, place: Place): Shape[] {
  const [, foot] = place(0, bottom)
  let last: { readonly x: number; readonly below: boolean } | undefined
  return marks.map((mark, i) => {
    const [x, y] = place(mark.x, mark.value)
    const before = marks[i - 1]
    const falls = before !== undefined && mark.value < before.value
    const gap = mark.asked ? 20 : 16
    // Never on the axis and its months.
    const hasRoom = y + gap + HALF_LABEL < foot
    const below = hasRoom && (falls || (last !== undefined && x - last.x < NEAR && !last.below))
    last = { x, below }
    return wording([x, y + (below ? gap : -gap)], mark.label, {
      fill: tokens.ink,
      font: `${mark.isPrinted ? '' : 'italic '}${mark.isOwn ? 'bold ' : ''}13px ${SANS}`,
      align: mark.x > 0.93 ? 'right' : mark.x < 0.07 ? 'left' : 'center',
      // Keeps the figure readable where a line lies behind it.
      stroke: tokens.paper,
      lineWidth: 4,
    })
  })
}
