import { describe, expect, it, test } from 'vitest'
import {
  DESKTOP,
  type Frame,
  highest,
  kindOf,
  layoutSheet,
  marksInOrder,
  type SheetMark,
  type SheetModel,
} from '../../src/charts/sheet.ts'
import { sheetOption } from '../../src/charts/sheetShapes.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { sheetProjects, visibleProjects } from '../../src/state/derive.ts'
import { exact } from '../build.ts'
import { type Shape, seriesOf, shapesOf } from '../drawn.ts'
import { board } from '../shipped.ts'
import { indicator, project } from './sheetBuild.ts'

test.each([
  ['reached', true, 'met'],
  ['reached', false, 'rate'],
  ['missed', true, 'missed'],
  ['missed', false, 'missed'],
  [undefined, false, 'silent'],
] as const)('%s, completion known %s: %s', (reach, known, kind) => {
  expect(kindOf(reach, known)).toBe(kind)
})

describe('the layout', () => {
  const projects = [
    project('1', '省定', indicator('a', '210'), indicator('b', '100', true), indicator('c')),
    project('2', '省定', indicator('d')),
    project('3', '市定', indicator('e', '120'), indicator('f', '80')),
  ]
  const model = layoutSheet(projects, DESKTOP)
  const [first, second, third] = model.lines

  it('gives each project a line, and each level room before its first', () => {
    expect(model.lines.map(({ id, name, level, y }) => [id, name, level, y])).toEqual([
      ['1', '项目1', '省定', 12 + 12.5],
      ['2', '项目2', '省定', 12 + 25 + 12.5],
      ['3', '项目3', '市定', 12 + 50 + 12 + 12.5],
    ])
    expect(model.height).toBe(2 * 12 + 3 * 25)
  })

  it('leaves what a filter leaves in its place along the axis of the whole list', () => {
    const part = layoutSheet(projects.slice(2), DESKTOP, model.axis)
    expect(part.lines[0]?.marks.map(({ x }) => x)).toEqual(third?.marks.map(({ x }) => x))
    const alone = layoutSheet(projects.slice(2), DESKTOP)
    expect(alone.lines[0]?.marks.map(({ x }) => x)).not.toEqual(third?.marks.map(({ x }) => x))
  })

  it('gives each indicator one mark, in order', () => {
    expect(marksInOrder(model).map(({ line, mark }) => line.id + mark.row.cells.indicator)).toEqual([
      '1a',
      '1b',
      '1c',
      '2d',
      '3e',
      '3f',
    ])
    expect(marksInOrder(model).map(({ mark }) => mark.kind)).toEqual([
      'met',
      'met',
      'silent',
      'silent',
      'met',
      'missed',
    ])
  })

  it('puts a completion where the axis says, whatever line it stands in', () => {
    const { axis } = model
    expect(first?.marks.slice(0, 2).map(({ x }) => x)).toEqual([axis.at(210), axis.at(100)])
    expect(third?.marks.map(({ x }) => x)).toEqual([axis.at(120), axis.at(80)])
    expect(first?.marks[1]?.x).toBe(axis.target)
  })

  it('puts what has no completion left of the axis, apart', () => {
    const many = layoutSheet([project('1', '省定', ...'abcdefg'.split('').map((c) => indicator(c)))], DESKTOP)
    const places = many.lines[0]?.marks.map(({ x }) => x) ?? []
    expect(Math.max(...places)).toBeLessThan(many.axis.at(0))
    expect(Math.min(...places)).toBeGreaterThan(0)
    // Five have a place each; more share places, and are spread when drawn.
    expect(new Set(places.map((x) => x.toFixed(4))).size).toBe(4)
    const five = layoutSheet([project('1', '省定', ...'abcde'.split('').map((c) => indicator(c)))], DESKTOP)
    expect(new Set(five.lines[0]?.marks.map(({ x }) => x)).size).toBe(5)
    expect([...places].sort((a, b) => a - b)).toEqual(places)
  })

  it('keeps them left of a target that lies further right', () => {
    const below = layoutSheet([project('1', '省定', indicator('a', '20'), indicator('b'))], DESKTOP)
    expect(below.lines[0]?.marks[1]?.x).toBeLessThan(below.lines[0]?.marks[0]?.x ?? 0)
  })

  it('draws a stem from the target to the farthest marks, and none where nothing is placed', () => {
    const { axis } = model
    expect(first?.stem).toEqual([axis.target, axis.at(210)])
    expect(third?.stem).toEqual([axis.at(80), axis.at(120)])
    expect(second?.stem).toBeUndefined()
  })

  it('runs the rules through', () => {
    expect(model.spans).toEqual([[0, model.height]])
  })

  it('knows the highest completion of a line', () => {
    expect([first, second, third].map((line) => line && highest(line)?.row.cells.indicator)).toEqual([
      'a',
      undefined,
      'e',
    ])
  })

  it('of nothing is empty', () => {
    const empty = layoutSheet([], DESKTOP)
    expect([empty.lines, empty.height]).toEqual([[], 0])
    expect(placesIn(drawn(empty))).toEqual([])
  })
})

/** A drawing of 1000 by the layout's height: fractions of the width are thousandths. */
const drawn = (model: SheetModel, banded = false, frame?: Frame): readonly Shape[] =>
  shapesOf(seriesOf(sheetOption(model, LIGHT, frame, banded), 'sheet'), {
    getWidth: () => 1000,
    getHeight: () => Math.max(model.height, 1),
  }).flat()

const placesIn = (shapes: readonly Shape[]) => shapes.flatMap(({ shape }) => shape?.centers ?? [])
const ringsIn = (shapes: readonly Shape[]) => shapes.filter(({ style }) => style?.stroke === LIGHT.vermilion)
const symbolsIn = (shapes: readonly Shape[]) =>
  shapes.filter((shape) => shape.shape?.centers && !ringsIn([shape]).length)

describe('the drawing', () => {
  const model = layoutSheet(
    [
      project(
        '1',
        '省定',
        indicator('a', '210', true),
        indicator('b', '90'),
        indicator('c', undefined, true),
      ),
      project('2', '市定', { ...indicator('d'), kind: 'rate' }),
    ],
    DESKTOP,
  )
  const shapes = drawn(model)
  const [a, b, c] = model.lines[0]?.marks ?? []
  const [d] = model.lines[1]?.marks ?? []
  const place = (mark: SheetMark | undefined, line: number) => [
    (mark?.x ?? Number.NaN) * 1000,
    model.lines[line]?.y,
  ]

  it('tells the kinds apart by shape, filling and size; every indicator stands in its place', () => {
    const told = symbolsIn(shapes).map(({ type, shape, style }) => [
      type,
      shape?.radius ?? shape?.half,
      style,
      shape?.centers,
    ])
    expect(told).toEqual([
      ['discs', 3.5, { fill: LIGHT.paper, stroke: LIGHT.rule, lineWidth: 1.5 }, [place(c, 0)]],
      ['polygons', 4.5, { fill: LIGHT.achieved }, [place(d, 1)]],
      ['discs', 4.5, { fill: LIGHT.achieved }, [place(a, 0)]],
      ['polygons', 5.5, { fill: LIGHT.paper, stroke: LIGHT.ink, lineWidth: 2 }, [place(b, 0)]],
    ])
  })

  it('has a rule of its own where a line would keep step with the calendar', () => {
    const due = exact('50')
    const half = layoutSheet(
      [{ ...project('1', '省定', indicator('a', '40')), due }, project('2', '省定')],
      DESKTOP,
    )
    const at = half.axis.at(50)
    expect(half.lines.map((line) => line.due)).toEqual([at, undefined])
    const dashed = drawn(half).filter(({ style }) => String(style?.lineDash) === '4,3')
    const y = half.lines[0]?.y ?? Number.NaN
    expect(dashed.map(({ shape }) => shape?.lines)).toEqual([
      [
        [
          [at * 1000, y - DESKTOP.middle],
          [at * 1000, y + DESKTOP.middle],
        ],
      ],
    ])
  })

  it('points a rate to the right, and stands what was missed on its corner', () => {
    const corners = symbolsIn(shapes).flatMap(({ shape }) => (shape?.corners ? [shape.corners] : []))
    expect(corners).toEqual([
      [
        [1, 0],
        [-1, 1],
        [-1, -1],
      ],
      [
        [0, -1],
        [1, 0],
        [0, 1],
        [-1, 0],
      ],
    ])
  })

  it('rings the questioned ones in vermilion, hollow and around them; nothing else is vermilion', () => {
    expect(ringsIn(shapes).map(({ shape, style }) => [shape?.radius, style?.fill, shape?.centers])).toEqual([
      [8.5, 'none', [place(a, 0)]],
      [7, 'none', [place(c, 0)]],
    ])
    const others = shapes.filter((shape) => !ringsIn([shape]).length)
    expect(JSON.stringify(others)).not.toContain(LIGHT.vermilion)
    const largest = Math.max(...symbolsIn(shapes).map(({ shape }) => shape?.radius ?? shape?.half ?? 0))
    for (const { shape } of ringsIn(shapes)) expect(shape?.radius).toBeGreaterThan(largest)
  })

  it('lays rings over marks, marks over stems, stems over rules', () => {
    const last = (which: readonly Shape[]) => Math.max(...which.map((shape) => shapes.indexOf(shape)))
    const first = (which: readonly Shape[]) => Math.min(...which.map((shape) => shapes.indexOf(shape)))
    const strokesOf = (color: string) =>
      shapes.filter(({ type, style }) => type === 'strokes' && style?.stroke === color)
    expect(first(ringsIn(shapes))).toBeGreaterThan(last(symbolsIn(shapes)))
    expect(first(symbolsIn(shapes))).toBeGreaterThan(last(strokesOf(LIGHT.achieved)))
    expect(first(strokesOf(LIGHT.achieved))).toBeGreaterThan(last(strokesOf(LIGHT.ink)))
  })

  it('has one stem per line that has a completion', () => {
    const stems = (of: SheetModel) =>
      drawn(of).find(({ type, style }) => type === 'strokes' && style?.stroke === LIGHT.achieved)
    const [line] = model.lines
    expect(stems(model)?.shape?.lines).toEqual([line?.stem?.map((x) => [x * 1000, line.y])])
    const none = layoutSheet(
      [project('1', '省定', { ...indicator('a', '0'), completion: undefined })],
      DESKTOP,
    )
    expect(stems(none)).toBeUndefined()
  })

  it('keeps to its frame inside a larger drawing', () => {
    const frame = { left: 200, top: 10, right: 300, bottom: 20 }
    const [own] = placesIn(
      drawn(layoutSheet([project('1', '省定', indicator('a', '100'))], DESKTOP), false, frame),
    )
    const alone = layoutSheet([project('1', '省定', indicator('a', '100'))], DESKTOP)
    const scale = (alone.height - 30) / alone.height
    expect(own?.[0]).toBeCloseTo(200 + alone.axis.target * 500, 9)
    expect(own?.[1]).toBeCloseTo(10 + (alone.lines[0]?.y ?? 0) * scale, 9)
  })
})

describe('the backdrop', () => {
  const model = layoutSheet([project('1', '省定', indicator('a', '210'))], DESKTOP)
  /** Where vertical strokes begin, in thousandths of the width, by their colour. */
  const verticals = (of: SheetModel) =>
    Object.fromEntries(
      drawn(of)
        .filter(({ type, style }) => type === 'strokes' && style?.stroke !== LIGHT.achieved)
        .map(({ shape, style }) => [
          String(style?.stroke),
          shape?.lines?.map(([from]) => Math.round(from?.[0] ?? Number.NaN)),
        ]),
    )

  it('draws the target in ink and a hairline at every other tick', () => {
    const at = (percent: number) => Math.round(model.axis.at(percent) * 1000)
    expect(verticals(model)).toEqual({
      [LIGHT.hairline]: [120, 140, 160, 180, 200, 220].map(at),
      [LIGHT.ink]: [at(100)],
    })
  })

  it('shades the compressed part, where the drawing is asked to and there is one', () => {
    const band = drawn(model, true).find(({ type }) => type === 'rect')
    expect(band?.style).toEqual({ fill: LIGHT.wash })
    expect(band?.shape?.x).toBeCloseTo((model.axis.compressed ?? 0) * 1000, 9)
    expect((band?.shape?.x ?? 0) + (band?.shape?.width ?? 0)).toBeCloseTo(model.axis.end * 1000, 9)
    expect(drawn(model).some(({ type }) => type === 'rect')).toBe(false)
    const even = layoutSheet([project('1', '省定', indicator('a', '150'))], DESKTOP)
    expect(drawn(even, true).some(({ type }) => type === 'rect')).toBe(false)
  })
})

describe('the year of Nanyang', () => {
  const model = layoutSheet(sheetProjects(board, visibleProjects(board, NO_FILTER, 'printed')), DESKTOP)
  const marks = marksInOrder(model)
  const count = (kind: string) => marks.filter(({ mark }) => mark.kind === kind).length

  it('is 22 lines of 52 marks: 23 completions, 6 rates above target, 23 without a target', () => {
    expect([model.lines.length, marks.length]).toEqual([22, 52])
    expect(['met', 'missed', 'rate', 'silent'].map(count)).toEqual([23, 0, 6, 23])
  })

  it('rings the nine questioned rows', () => {
    expect(placesIn(ringsIn(drawn(model)))).toHaveLength(9)
    expect(placesIn(symbolsIn(drawn(model)))).toHaveLength(52)
    expect(marks.filter(({ mark }) => mark.asked === 'question')).toHaveLength(9)
  })

  it('rings what was accepted by a broken line, and not in vermilion', () => {
    const [one, other] = [indicator('甲', '120', 'answered'), indicator('乙', '130', 'question')]
    const small = layoutSheet([project('1', '省定', one, other)], DESKTOP)
    const looks = drawn(small)
      .filter(({ style }) => style?.fill === 'none' && style.lineWidth !== 2)
      .filter(({ shape }) => shape?.centers?.length === 1)
      .map(({ style }) => [style?.stroke, style?.lineDash !== undefined])
    expect(looks).toEqual([
      [LIGHT.soft, true],
      [LIGHT.vermilion, false],
    ])
  })

  it('begins at the target and ends at 280 %', () => {
    expect(model.axis.target).toBe(model.axis.at(0))
    expect(model.axis.ticks.at(-1)?.percent).toBe(280)
  })

  it('stands at the printed percentages', () => {
    const printed = marks.flatMap(({ mark }) =>
      mark.row.cells.completion === '' ? [] : [[mark.row.cells.completion, mark.x] as const],
    )
    expect(printed).toHaveLength(23)
    for (const [text, x] of printed) expect(x).toBe(model.axis.at(Number.parseFloat(text)))
  })
})
