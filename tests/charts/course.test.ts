import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  COURSE_HEIGHT,
  type CourseChart,
  type CourseMark,
  courseOption,
  layoutCourse,
} from '../../src/charts/course.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { type Shape, seriesOf, shapesOf } from '../drawn.ts'

const mark = (x: number, value: number, more: Partial<CourseMark> = {}): CourseMark => ({
  x,
  value,
  isPrinted: true,
  asked: undefined,
  isOwn: false,
  label: String(value),
  ...more,
})
const chart = (marks: CourseMark[], more: Partial<CourseChart> = {}): CourseChart => ({
  year: '2023',
  marks,
  targets: [{ x: 0, value: 100 }],
  hasPace: true,
  tick: (value) => `${value}%`,
  month: (n) => `${n}月`,
  ...more,
})

/** A thousand pixels to the year. */
const FRAME = { left: 10, top: 5, width: 1074 }
const drawn = (of: CourseChart, frame = FRAME): readonly Shape[] =>
  shapesOf(seriesOf(courseOption(of, LIGHT, frame), 'course')).flat()
const strokesIn = (of: CourseChart, stroke: string) =>
  drawn(of)
    .filter(({ type, style }) => type === 'strokes' && style?.stroke === stroke && !style.lineDash)
    .flatMap(({ shape }) => shape?.lines ?? [])
const discsIn = (of: CourseChart, which: (style: Readonly<Record<string, unknown>>) => boolean) =>
  drawn(of)
    .filter(({ type, style }) => type === 'discs' && which(style ?? {}))
    .flatMap(({ shape }) => shape?.centers ?? [])
const textsIn = (of: CourseChart, frame = FRAME) =>
  drawn(of, frame)
    .filter(({ type }) => type === 'text')
    .map(
      ({ x = 0, y = 0, style }) =>
        ({ x, y, ...style }) as { x: number; y: number; text: string; font: string },
    )

describe('the layout', () => {
  test.each<[string, CourseMark[], Partial<CourseChart>, number[]]>([
    ['up to the target', [mark(0.2, 18)], {}, [0, 20, 40, 60, 80, 100]],
    ['beyond it', [mark(1, 210)], {}, [0, 50, 100, 150, 200, 250]],
    [
      'counts, without a target',
      [mark(0.2, 40), mark(1, 356)],
      { targets: [], hasPace: false },
      [0, 100, 200, 300, 400],
    ],
    ['small numbers', [mark(0.2, 0.03)], { targets: [], hasPace: false }, [0, 0.01, 0.02, 0.03]],
    ['below nothing', [mark(0.2, -4), mark(1, 6)], { targets: [], hasPace: false }, [-4, -2, 0, 2, 4, 6]],
    ['nothing at all', [mark(0.2, 0)], { targets: [], hasPace: false }, [0]],
  ])('%s', (_, marks, more, ticks) => {
    expect(layoutCourse(chart(marks, more)).ticks).toEqual(ticks)
  })

  it('knows the ends of the months, leap years too', () => {
    const february = (year: string) => layoutCourse(chart([], { year })).months[1]
    expect(february('2023')).toBe(59 / 365)
    expect(february('2024')).toBe(60 / 366)
    expect(layoutCourse(chart([])).months.at(-1)).toBe(1)
    expect(february('')).toBe(2 / 12)
  })

  it('has a target from one date until it is another', () => {
    const targets = [
      { x: 0.25, value: 90 },
      { x: 0.5, value: 90 },
      { x: 0.75, value: 95 },
    ]
    expect(layoutCourse(chart([], { targets })).targets).toEqual([
      { from: 0, to: 0.75, value: 90 },
      { from: 0.75, to: 1, value: 95 },
    ])
    expect(layoutCourse(chart([], { targets: [] })).targets).toEqual([])
  })
})

describe('the option', () => {
  const year = chart([
    mark(0.25, 50),
    mark(0.5, 100, { isPrinted: false }),
    mark(1, 75, { asked: 'question' }),
  ])

  it('draws the course through its points, printed ones solid, worked-out ones hollow', () => {
    const [course] = strokesIn(year, LIGHT.achieved)
    expect(course?.map(([x]) => x)).toEqual([312, 562, 1062])
    expect(discsIn(year, ({ fill }) => fill === LIGHT.achieved).map(([x]) => x)).toEqual([312, 1062])
    expect(discsIn(year, ({ fill }) => fill === LIGHT.paper).map(([x]) => x)).toEqual([562])
    expect(discsIn(year, ({ stroke }) => stroke === LIGHT.vermilion)).toEqual([course?.[2]])
  })

  it('runs 序时进度 from nothing to the target at the year’s end', () => {
    const [target] = strokesIn(year, LIGHT.ink)
    const pace = strokesIn(year, LIGHT.rule).find(
      ([from, to]) => from?.[1] !== to?.[1] && from?.[0] !== to?.[0],
    )
    expect(pace?.[1]).toEqual(target?.[1])
    expect(pace?.[0]?.[0]).toBe(62)
    const without = chart([mark(0.25, 50), mark(1, 75)], { hasPace: false })
    expect(
      strokesIn(without, LIGHT.rule).every(([from, to]) => from?.[1] === to?.[1] || from?.[0] === to?.[0]),
    ).toBe(true)
  })

  it('draws no line through a single point', () => {
    expect(strokesIn(chart([mark(0.5, 50)]), LIGHT.achieved)).toEqual([])
  })

  it('stands below where it falls, bold at the date looked at, italic where worked out', () => {
    const of = chart([mark(0.2, 60), mark(0.5, 40, { isOwn: true }), mark(0.8, 90, { isPrinted: false })])
    const [course] = strokesIn(of, LIGHT.achieved)
    const told = textsIn(of).slice(-3)
    expect(told.map(({ y }, i) => y > (course?.[i]?.[1] ?? 0))).toEqual([false, true, false])
    expect(told.map(({ font }) => [font.includes('bold'), font.includes('italic')])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  it('stands above where below there is the axis', () => {
    const low = chart([mark(0.25, 20), mark(0.5, 16, { asked: 'question' })])
    const [y] = drawn(low).flatMap(({ type, y, style }) =>
      type === 'text' && style?.text === '16' ? [y] : [],
    )
    const [foot] = drawn(low).flatMap(({ type, y, style }) =>
      type === 'text' && style?.text === '0%' ? [y] : [],
    )
    expect(foot).toBeGreaterThan(Number(y) + 20)
  })

  it('puts the second of two near labels below', () => {
    const of = chart([mark(0.5, 60), mark(0.52, 61), mark(0.54, 62)])
    const [course] = strokesIn(of, LIGHT.achieved)
    const below = textsIn(of)
      .slice(-3)
      .map(({ y }, i) => y > (course?.[i]?.[1] ?? 0))
    expect(below).toEqual([false, true, false])
  })

  it('names every month where there is room, else every third', () => {
    const months = (width: number) =>
      textsIn(year, { ...FRAME, width })
        .map(({ text }) => text)
        .filter((text) => text.endsWith('月'))
    expect(months(1074)).toHaveLength(12)
    expect(months(358)).toEqual(['3月', '6月', '9月', '12月'])
  })

  it('keeps every point inside its frame', () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -500, max: 5000, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const of = chart(points.map(([x, value]) => mark(x, value)))
        for (const [x, y] of discsIn(of, ({ fill }) => fill === LIGHT.achieved)) {
          expect(x).toBeGreaterThanOrEqual(FRAME.left)
          expect(x).toBeLessThanOrEqual(FRAME.left + FRAME.width)
          expect(y).toBeGreaterThanOrEqual(FRAME.top)
          expect(y).toBeLessThanOrEqual(FRAME.top + COURSE_HEIGHT)
        }
      }),
      { seed: 74, numRuns: 200 },
    )
  })
})
