import { describe, expect, it, test } from 'vitest'
import {
  DESKTOP,
  highest,
  kindOf,
  layoutSheet,
  marksInOrder,
  PHONE,
  type SheetIndicator,
  type SheetModel,
  type SheetProject,
  SYMBOL_SERIES,
  sheetOption,
} from '../../src/charts/sheet.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { sheetProjects, visibleProjects } from '../../src/state/derive.ts'
import { exact, row } from '../build.ts'
import { seriesIn, seriesOf, shapesOf } from '../drawn.ts'
import { board } from '../shipped.ts'

const indicator = (name: string, completion?: string, questioned = false): SheetIndicator => {
  const value = completion === undefined ? undefined : exact(completion)
  const reach = completion === undefined ? undefined : Number(completion) < 100 ? 'missed' : 'reached'
  return {
    row: row({ 指标: name, 完成值: '1', 单位: '个' }),
    completion: value,
    kind: kindOf(reach, value !== undefined),
    questioned,
  }
}
const project = (id: string, level: string, ...indicators: SheetIndicator[]): SheetProject => ({
  id,
  name: `项目${id}`,
  level,
  indicators,
})

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
    // The last five stand apart; more than that share the last place.
    expect(new Set(places.map((x) => x.toFixed(4))).size).toBe(5)
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

  it('runs the rules through on paper, and line by line on a phone', () => {
    expect(model.spans).toEqual([[0, model.height]])
    const phone = layoutSheet(projects, PHONE)
    expect(phone.spans).toEqual(phone.lines.map(({ y }) => [y - 15, y + 15]))
    expect(phone.height).toBe(2 * 40 + 3 * 58)
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
    expect(seriesOf(sheetOption(empty, LIGHT), 'indicators').data).toEqual([])
  })
})

interface Point {
  readonly name?: string
  readonly value: readonly [number, number]
  readonly symbol?: string
  readonly symbolSize: number
  readonly symbolRotate?: number
  readonly itemStyle?: Readonly<Record<string, unknown>>
}

describe('the option', () => {
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
  const option = sheetOption(model, LIGHT)
  const points = (id: string) => seriesOf(option, id).data as readonly Point[]

  it('has one symbol per indicator at its place, in the order that a click counts', () => {
    expect(points('indicators').map(({ name, value }) => [name, ...value])).toEqual(
      marksInOrder(model).map(({ line, mark }) => [mark.row.cells.indicator, mark.x, line.y]),
    )
    expect(points('indicators')).toHaveLength(4)
    expect(seriesIn(option)[SYMBOL_SERIES]?.id).toBe('indicators')
  })

  it('tells the kinds apart by shape, fill and size', () => {
    expect(
      points('indicators').map(({ symbol, symbolRotate, itemStyle }) => [symbol, symbolRotate, itemStyle]),
    ).toEqual([
      ['circle', 0, { opacity: 1, color: LIGHT.achieved }],
      ['diamond', 0, { opacity: 1, color: LIGHT.paper, borderColor: LIGHT.ink, borderWidth: 2 }],
      ['circle', 0, { opacity: 1, color: LIGHT.paper, borderColor: LIGHT.rule, borderWidth: 1.5 }],
      ['triangle', -90, { opacity: 1, color: LIGHT.achieved }],
    ])
  })

  it('rings the questioned ones in vermilion, and nothing else is vermilion', () => {
    const [a, , c] = model.lines[0]?.marks ?? []
    const y = model.lines[0]?.y
    expect(points('questions')).toEqual([
      { value: [a?.x, y], symbolSize: 17 },
      { value: [c?.x, y], symbolSize: 14 },
    ])
    expect(seriesOf(option, 'questions').itemStyle?.borderColor).toBe(LIGHT.vermilion)
    const others = seriesIn(option).filter(({ id }) => id !== 'questions')
    expect(JSON.stringify(others)).not.toContain(LIGHT.vermilion)
  })

  it('rings lie around the marks, and marks over stems', () => {
    const z = (id: string) => seriesOf(option, id).z ?? Number.NaN
    expect(z('questions')).toBeGreaterThan(z('indicators'))
    expect(z('indicators')).toBeGreaterThan(z('stems'))
    expect(z('stems')).toBeGreaterThan(z('backdrop'))
    expect(Math.min(...points('questions').map(({ symbolSize }) => symbolSize))).toBeGreaterThan(
      Math.max(...points('indicators').map(({ symbolSize }) => symbolSize)),
    )
  })

  it('has one stem per line that has a completion', () => {
    const [line] = model.lines
    const api = { coord: ([x, y]: readonly [number, number]) => [x * 1000, y] }
    const [stems] = shapesOf(seriesOf(option, 'stems'), api).flat()
    const at = (x: number | undefined) => Math.round((x ?? 0) * 10000) / 10
    expect(stems?.shape?.pathData).toBe(
      `M${at(line?.stem?.[0])} ${line?.y}L${at(line?.stem?.[1])} ${line?.y}`,
    )
    expect(stems?.style).toMatchObject({ stroke: LIGHT.achieved, fill: 'none' })
    const none = layoutSheet(
      [project('1', '省定', { ...indicator('a', '0'), completion: undefined })],
      DESKTOP,
    )
    expect(seriesOf(sheetOption(none, LIGHT), 'stems').data).toEqual([])
  })
})

describe('the backdrop', () => {
  const model = layoutSheet([project('1', '省定', indicator('a', '210'))], DESKTOP)
  const api = { coord: ([x, y]: readonly [number, number]) => [x * 1000, y] }
  const drawn = (of: SheetModel, banded: boolean) =>
    shapesOf(seriesOf(sheetOption(of, LIGHT, undefined, banded), 'backdrop'), api).flat()
  /** Where vertical strokes begin, in thousandths of the width, by their colour. */
  const verticals = (of: SheetModel) =>
    Object.fromEntries(
      drawn(of, false)
        .filter(({ type }) => type === 'path')
        .map(({ shape, style }) => [
          String(style?.stroke),
          [...String(shape?.pathData).matchAll(/M([\d.]+) /g)].map((match) => Math.round(Number(match[1]))),
        ]),
    )

  it('draws the target in ink and a hairline at every other tick', () => {
    const at = (percent: number) => Math.round(model.axis.at(percent) * 1000)
    expect(verticals(model)).toEqual({
      [LIGHT.hairline]: [120, 140, 160, 180, 200, 220].map(at),
      [LIGHT.ink]: [at(100)],
    })
  })

  it('runs in strips where words stand between the lines', () => {
    const phone = layoutSheet([project('1', '省定', indicator('a', '210'))], PHONE)
    const [y = 0] = phone.lines.map((line) => line.y)
    const ink = drawn(phone, false).find(({ style }) => style?.stroke === LIGHT.ink)
    expect(ink?.shape?.pathData).toMatch(new RegExp(`^M[\\d.]+ ${y - 15}L[\\d.]+ ${y + 15}$`))
  })

  it('shades the compressed part, where the drawing is asked to and there is one', () => {
    const band = drawn(model, true).find(({ type }) => type === 'rect')
    expect(band?.style).toEqual({ fill: LIGHT.wash })
    expect(band?.shape?.x).toBeCloseTo((model.axis.compressed ?? 0) * 1000, 9)
    expect((band?.shape?.x ?? 0) + (band?.shape?.width ?? 0)).toBeCloseTo(model.axis.end * 1000, 9)
    expect(drawn(model, false).some(({ type }) => type === 'rect')).toBe(false)
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
    const rings = seriesOf(sheetOption(model, LIGHT), 'questions').data
    expect(rings).toHaveLength(9)
    expect(marks.filter(({ mark }) => mark.questioned)).toHaveLength(9)
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
