import { describe, expect, it, test } from 'vitest'
import type { Frame } from '../../src/charts/sheet.ts'
import {
  layoutSlope,
  SLOPE_DESKTOP,
  SLOPE_PHONE,
  type SlopeLine,
  type SlopeMark,
  type SlopeModel,
  slopeBlocks,
  slopeLineHeight,
  slopeOption,
} from '../../src/charts/slope.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { exact } from '../build.ts'
import { type Shape, seriesOf, shapesOf } from '../drawn.ts'

const mark = (percent: string, more: Partial<SlopeMark> = {}): SlopeMark => ({
  completion: exact(percent),
  isPrinted: true,
  isReached: false,
  asked: undefined,
  isSameSpan: true,
  ...more,
})
const line = (...marks: SlopeMark[]): SlopeLine => ({ marks, isProposed: false })

/** A thousand pixels wide, as high as its layout. */
const drawn = (model: SlopeModel, frame?: Frame): readonly Shape[] =>
  shapesOf(seriesOf(slopeOption(model, LIGHT, frame), 'slope'), {
    getWidth: () => 1000,
    getHeight: () => model.height,
  }).flat()
const shapes = (model: SlopeModel, type: string) => drawn(model).filter((shape) => shape.type === type)
const arrows = (model: SlopeModel) => shapes(model, 'polygons')

describe('a way to a mark of another span', () => {
  const dashes = (one: SlopeLine) =>
    drawn(layoutSlope([one], SLOPE_DESKTOP)).flatMap((shape) => {
      const { lineDash, stroke } = (shape.style ?? {}) as { lineDash?: number[]; stroke?: string }
      return stroke === LIGHT.soft ? [lineDash] : []
    })
  const other = mark('40', { isSameSpan: false })

  it('has no arrow and is dotted, or dashed where it is only proposed', () => {
    expect(arrows(layoutSlope([line(mark('100'), mark('40'))], SLOPE_DESKTOP))).toHaveLength(1)
    expect(arrows(layoutSlope([line(mark('100'), other)], SLOPE_DESKTOP))).toEqual([])
    expect(dashes(line(mark('100'), mark('40')))).toEqual([undefined])
    expect(dashes(line(mark('100'), other))).toEqual([[1.5, 3]])
    expect(dashes({ ...line(mark('100'), other), isProposed: true })).toEqual([[4, 3]])
  })
})

describe('blocks', () => {
  it.each([SLOPE_DESKTOP, SLOPE_PHONE])('are the same picture, cut between lines: %o', (metrics) => {
    const model = layoutSlope(
      Array.from({ length: 5 }, (_, i) => line(mark(String(20 * i)), mark('100'))),
      metrics,
    )
    const blocks = slopeBlocks(model, 2)
    expect(blocks.map(({ lines }) => lines.length)).toEqual([2, 2, 1])
    let top = 0
    const back = blocks.map((block) => {
      const from = top
      top += block.height
      return {
        lines: block.lines.map(({ marks, isProposed }) => ({
          marks: marks.map((one) => ({ ...one, y: one.y + from })),
          isProposed,
        })),
        spans: block.spans.map(([a, b]) => [a + from, b + from]),
      }
    })
    expect(back.flatMap(({ lines }) => lines)).toEqual(model.lines)
    expect(top).toBe(model.height)
    const length = (spans: readonly (readonly number[])[]) =>
      spans.reduce((sum, [a = 0, b = 0]) => sum + b - a, 0)
    expect(length(back.flatMap(({ spans }) => spans))).toBeCloseTo(length(model.spans))
  })
})

describe('the layout', () => {
  it('has one axis for all, the target on it, and uses the whole width', () => {
    const { ticks, target, compressed, lines } = layoutSlope(
      [line(mark('20'), mark('100')), line(mark('60'), mark('120'))],
      SLOPE_DESKTOP,
    )
    const [[first, reached], [later, last]] = lines.map(({ marks }) => marks.map(({ x }) => x)) as [
      [number, number],
      [number, number],
    ]
    expect(first).toBeCloseTo(0.03)
    expect(last).toBeCloseTo(0.97)
    expect(reached).toBeCloseTo(target)
    expect(later - first).toBeCloseTo((last - later) * (40 / 60))
    expect(compressed).toBeUndefined()
    expect(ticks.find(({ percent }) => percent === 100)?.at).toBeCloseTo(target)
  })

  it('compresses what lies beyond 200 %, and says where', () => {
    const { compressed, lines } = layoutSlope([line(mark('100'), mark('400'))], SLOPE_DESKTOP)
    expect(compressed).toBeGreaterThan(0.5)
    expect(compressed).toBeLessThan(lines[0]?.marks[1]?.x ?? 0)
  })

  it('puts two dates on one line, more below one another in order of time', () => {
    const ys = (...lines: SlopeLine[]) =>
      layoutSlope(lines, SLOPE_DESKTOP).lines.map(({ marks }) => marks.map(({ y }) => y))
    expect(ys(line(mark('50'), mark('90')))).toEqual([[24, 24]])
    expect(ys(line(mark('50'), mark('90'), mark('70')), line(mark('50'), mark('90')))).toEqual([
      [24, 36, 48],
      [72 + 30, 72 + 42],
    ])
  })

  test.each([
    [SLOPE_DESKTOP, 2, 48],
    [SLOPE_DESKTOP, 4, 84],
    [SLOPE_PHONE, 2, 84],
  ])('a line is as high as its words and marks need', (metrics, most, height) => {
    expect(slopeLineHeight(most, metrics)).toBe(height)
    const marks = Array.from({ length: most }, () => mark('50'))
    expect(layoutSlope([line(...marks), line(...marks)], metrics).height).toBe(2 * height)
  })

  it('on a phone rules leave the words alone, and marks stand below them', () => {
    const { spans, lines } = layoutSlope(
      [line(mark('50'), mark('90')), line(mark('1'), mark('2'))],
      SLOPE_PHONE,
    )
    expect(spans).toEqual([
      [52, 84],
      [136, 168],
    ])
    expect(lines.map(({ marks }) => marks[0]?.y)).toEqual([68, 152])
  })

  it('of nothing is nothing', () => {
    const model = layoutSlope([], SLOPE_DESKTOP)
    expect([model.lines, model.height]).toEqual([[], 0])
    expect(() => drawn(model)).not.toThrow()
  })
})

describe('the drawing', () => {
  it('an arrow points from the earlier to the later, whichever way that is', () => {
    const model = layoutSlope([line(mark('20'), mark('90')), line(mark('120'), mark('60'))], SLOPE_DESKTOP)
    const places = model.lines.map(({ marks }) => marks.map(({ x }) => x * 1000))
    arrows(model).forEach(({ shape }, i) => {
      const [tip] = shape?.centers ?? []
      const [corner, back] = shape?.corners ?? []
      const [from = 0, to = 0] = places[i] ?? []
      const way = Math.sign(to - from)
      expect(corner?.map(Math.abs)).toEqual([0, 0])
      expect(Math.sign(back?.[0] ?? 0)).toBe(-way)
      expect((tip?.[0] ?? 0) * way).toBeLessThan(to * way)
      expect((tip?.[0] ?? 0) * way).toBeGreaterThan(from * way)
    })
    expect(arrows(model)).toHaveLength(2)
  })

  it('has no room for one between marks that nearly meet', () => {
    expect(
      arrows(layoutSlope([line(mark('90'), mark('92')), line(mark('0'), mark('9'))], SLOPE_DESKTOP)),
    ).toHaveLength(1)
  })

  it('the latest mark is the largest', () => {
    const model = layoutSlope([line(mark('10'), mark('50'), mark('90'))], SLOPE_DESKTOP)
    const radii = shapes(model, 'discs').flatMap(({ shape }) =>
      (shape?.centers ?? []).map((center) => [Math.round(center[0]), shape?.radius ?? 0] as const),
    )
    const sizes = radii.sort((a, b) => a[0] - b[0]).map(([, radius]) => radius)
    expect(sizes).toEqual([3.25, 3.25, 5])
  })

  it('a small mark lies on the large one that it nearly meets', () => {
    const radii = shapes(layoutSlope([line(mark('90'), mark('90.2'))], SLOPE_DESKTOP), 'discs').map(
      ({ shape }) => shape?.radius,
    )
    expect(radii).toEqual([5, 3.25])
  })

  it('tells printed from implied and reached from not without colour too', () => {
    const styles = (more: Partial<SlopeMark>) =>
      shapes(layoutSlope([line(mark('10'), mark('150', more))], SLOPE_DESKTOP), 'discs')
        .filter(({ shape }) => shape?.radius === 5)
        .map(({ style }) => [style?.fill, style?.stroke, style?.lineDash !== undefined])
    expect(styles({})).toEqual([[LIGHT.ink, LIGHT.paper, false]])
    expect(styles({ isReached: true })).toEqual([[LIGHT.achieved, LIGHT.paper, false]])
    expect(styles({ isReached: true, isPrinted: false })).toEqual([[LIGHT.paper, LIGHT.achieved, true]])
  })

  it('rings what is questioned, and nothing else is vermilion', () => {
    const red = (model: SlopeModel) => drawn(model).filter(({ style }) => style?.stroke === LIGHT.vermilion)
    const asked = layoutSlope([line(mark('10', { asked: 'question' }), mark('90'))], SLOPE_DESKTOP)
    expect(red(asked).map(({ shape }) => [shape?.radius, shape?.centers?.length])).toEqual([[8.5, 1]])
    expect(red(layoutSlope([line(mark('10'), mark('90'))], SLOPE_DESKTOP))).toEqual([])
  })

  it('dashes the way of a pair that is only proposed', () => {
    const ways = (isProposed: boolean) =>
      shapes(layoutSlope([{ ...line(mark('10'), mark('90')), isProposed }], SLOPE_DESKTOP), 'strokes')
        .filter(({ style }) => style?.stroke === LIGHT.soft)
        .map(({ style }) => style?.lineDash !== undefined)
    expect([ways(false), ways(true)]).toEqual([[false], [true]])
  })

  it('stays inside its frame', () => {
    const model = layoutSlope([line(mark('0'), mark('300', { asked: 'question' }))], SLOPE_DESKTOP)
    const frame = { left: 100, top: 0, right: 200, bottom: 0 }
    const xs = drawn(model, frame)
      .flatMap(({ shape }) => [...(shape?.centers ?? []), ...(shape?.lines ?? []).flat()])
      .map(([x]) => x)
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(100 + 0.03 * 700 - 1e-6)
    expect(Math.max(...xs)).toBeLessThanOrEqual(800 - 0.03 * 700 + 1e-6)
  })
})
