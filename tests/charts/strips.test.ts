import { describe, expect, it } from 'vitest'
import { drawStrips } from '../../src/charts/echarts.ts'
import { markAt } from '../../src/charts/markAt.ts'
import { DESKTOP, layoutSheet, type SheetMark, STRIP } from '../../src/charts/sheet.ts'
import { spreadOf } from '../../src/charts/spread.ts'
import { stripsOption } from '../../src/charts/strips.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { wholeSheet } from '../../src/state/derive.ts'
import { seriesOf, shapesOf } from '../drawn.ts'
import { board } from '../shipped.ts'
import { indicator, project } from './sheetBuild.ts'

const model = layoutSheet(
  [
    project('1', '省定', indicator('a', '201'), indicator('b', '210', true)),
    project('2', '市定', indicator('c', '150'), indicator('d', '272'), indicator('e')),
  ],
  DESKTOP,
)

describe('the strips', () => {
  const WIDTH = 1000
  const strips = shapesOf(seriesOf(stripsOption(model.lines, model.axis, LIGHT), 'strips'), {
    getWidth: () => WIDTH,
  })

  it('hold the marks of one line each, in the middle or beside it', () => {
    expect(
      strips.map((shapes) =>
        shapes
          .filter(({ style }) => style?.stroke !== LIGHT.vermilion)
          .flatMap(({ shape }) => shape?.centers ?? [])
          .sort(([a = 0], [b = 0]) => a - b),
      ),
    ).toEqual(
      model.lines.map((line) => {
        const dys = spreadOf(line).map(({ dy }) => dy)
        return line.marks
          .map(({ x }, i) => [x * WIDTH, STRIP / 2 + (dys[i] ?? Number.NaN)])
          .sort(([a = 0], [b = 0]) => a - b)
      }),
    )
    expect(
      strips.map((shapes) => shapes.filter(({ style }) => style?.stroke === LIGHT.vermilion).length),
    ).toEqual([1, 0])
  })

  it('carry the rule of the target over to the next line', () => {
    const x = model.axis.target * WIDTH
    const target = [
      [
        [x, -1],
        [x, STRIP + 1],
      ],
    ]
    expect(
      strips.map((shapes) => shapes.find(({ style }) => style?.stroke === LIGHT.ink)?.shape?.lines),
    ).toEqual([target, target])
  })
})

describe('the strips of Nanyang, drawn', () => {
  const { axis, lineOf } = wholeSheet(board)
  const lines = [...lineOf.values()]
  const svgs = drawStrips(lines, axis, 480)
  /** Symbols begin with a move, and have a filling. */
  const symbolsIn = (svg: string) =>
    [...svg.matchAll(/<path d="([^"]*)" fill="var/g)].flatMap(([, d = '']) => d.match(/M/g) ?? []).length
  const ringsIn = (svg: string) =>
    [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="var\(--vermilion\)"/g)].flatMap(
      ([, d = '']) => d.match(/M/g) ?? [],
    ).length

  it('are one each, with every mark of the line and nothing of another', () => {
    expect(svgs.map(symbolsIn)).toEqual(lines.map(({ marks }) => marks.length))
    expect(svgs.map(ringsIn)).toEqual(
      lines.map(({ marks }) => marks.filter(({ asked }) => asked === 'question').length),
    )
    expect(svgs.map(symbolsIn).reduce((a, b) => a + b)).toBe(52)
  })

  it('follow their boxes, and carry no note of ECharts', () => {
    for (const svg of svgs) {
      expect(svg).toMatch(
        /^<svg width="100%" height="100%" preserveAspectRatio="none" viewBox="0 0 480 24">(<path [^>]+><\/path>)+<\/svg>$/,
      )
      expect(svg).not.toMatch(/ecmeta|class=|pointer-events/)
    }
  })

  it('of no line are none', () => {
    expect(drawStrips([], axis, 480)).toEqual([])
  })
})

describe('the mark at a place', () => {
  const [first, second] = model.lines
  if (!first || !second) throw new Error('no lines')
  const [a, b] = first.marks
  const WIDTH = 358
  const named = (line: typeof first, x: number, y = 0) => markAt(line, x, y, WIDTH)?.mark.row.cells.indicator
  const beside = (mark: SheetMark | undefined, pixels: number) => (mark?.x ?? Number.NaN) + pixels / WIDTH

  it('is the nearest, also where two overlap', () => {
    expect(((b?.x ?? 0) - (a?.x ?? 0)) * WIDTH).toBeLessThan(9)
    expect([named(first, beside(a, -1)), named(first, beside(b, 1))]).toEqual(['a', 'b'])
    expect(markAt(first, a?.x ?? 0, 0, WIDTH)?.mark).toBe(a)
  })

  it('is none farther than ten pixels away, in any direction', () => {
    const [c] = second.marks
    expect([named(second, beside(c, -9.9)), named(second, beside(c, -10.1))]).toEqual(['c', undefined])
    expect([named(second, c?.x ?? 0, -9.9), named(second, c?.x ?? 0, 10.1)]).toEqual(['c', undefined])
    expect(named(second, beside(c, -7.2), -7.2)).toBeUndefined()
  })

  it('is where it is drawn: of two that would overlap one stands above, one below', () => {
    const [above, below] = [markAt(first, a?.x ?? 0, -4, WIDTH), markAt(first, b?.x ?? 0, 4, WIDTH)]
    expect([above?.mark, below?.mark]).toEqual([a, b])
    expect([above?.dy, below?.dy]).toEqual([-6, 6])
    expect(above?.others).toEqual([])
  })

  it('tells which others lie upon it where there is no room for all', () => {
    const names = [...'abcdefg']
    const crowd = layoutSheet([project('1', '省定', ...names.map((c) => indicator(c, '100')))], DESKTOP)
    const [line] = crowd.lines
    const found = line && markAt(line, line.marks[0]?.x ?? 0, -7.5, WIDTH)
    expect([found?.mark, ...(found?.others ?? [])].map((mark) => mark?.row.cells.indicator)).toEqual([
      'a',
      'd',
      'g',
    ])
  })

  it('is one of the line that the place lies in', () => {
    expect(named(second, second.marks[0]?.x ?? 0)).toBe('c')
    expect(named(first, second.marks[0]?.x ?? 0)).toBeUndefined()
  })
})
