import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  layoutParts,
  linesAbove,
  PARTS_HEAD,
  PARTS_LINE,
  type PartBar,
  type PartsChart,
  partsOption,
} from '../../src/charts/parts.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { type Shape, seriesOf, shapesOf } from '../drawn.ts'

const bar = (value: number, more: Partial<PartBar> = {}): PartBar => ({
  value,
  achieved: true,
  asked: undefined,
  ...more,
})
const chart = (values: number[], more: Partial<PartsChart> = {}): PartsChart => ({
  bars: values.map((value) => bar(value)),
  whole: undefined,
  sum: undefined,
  ...more,
})

/** As high as its layout; a thousand pixels for the longest bar, and ten beside it. */
const drawn = (of: PartsChart): readonly Shape[] => {
  const model = layoutParts(of)
  const api = { getWidth: () => 1010, getHeight: () => model.height }
  return shapesOf(seriesOf(partsOption(model, LIGHT), 'parts'), api).flat()
}
const rects = (of: PartsChart) =>
  drawn(of)
    .filter(({ type }) => type === 'rect')
    .map(({ shape, style }) => [shape?.x, shape?.y, shape?.width, style?.fill])
const ringed = (of: PartsChart) =>
  drawn(of)
    .filter(({ style }) => style?.stroke === LIGHT.vermilion)
    .flatMap(({ shape }) => shape?.centers ?? [])
const lines = (of: PartsChart) =>
  drawn(of)
    .filter(({ type }) => type === 'strokes')
    .flatMap(({ shape }) => shape?.lines ?? [])

describe('the layout', () => {
  test.each<[string, PartsChart, number, number]>([
    ['parts alone', chart([3, 2]), 0, 2 * PARTS_LINE],
    ['with a rule', chart([3, 2], { whole: bar(2.5) }), 1, 3 * PARTS_LINE],
    ['with a sum', chart([3, 2], { sum: [5, 5] }), 1, 3 * PARTS_LINE + PARTS_HEAD],
    ['with whole and sum', chart([3, 2], { whole: bar(5), sum: [5, 5] }), 2, 4 * PARTS_LINE + PARTS_HEAD],
  ])('%s', (_, of, above, height) => {
    expect([linesAbove(of), layoutParts(of).height]).toEqual([above, height])
  })

  it('ranks the parts on a scale of their own, from nothing', () => {
    const { bars } = layoutParts(chart([4, 3, 1], { whole: bar(8), sum: [8, 8] }))
    expect(bars.map(({ span }) => span)).toEqual([
      [0, 1],
      [0, 0.75],
      [0, 0.25],
    ])
    expect(bars.map(({ y }) => y)).toEqual([0, 1, 2].map((i) => PARTS_HEAD + PARTS_LINE * (2.5 + i)))
  })

  it('puts a rate’s rule on the scale of the parts', () => {
    const { rule, bars, summed } = layoutParts(chart([90, 80], { whole: bar(100, { asked: 'question' }) }))
    expect(rule).toEqual({ at: 1, y: PARTS_LINE / 2, asked: 'question' })
    expect(bars.map(({ span: [, to] }) => to)).toEqual([0.9, 0.8])
    expect(summed).toBeUndefined()
  })

  it('lets what is below nothing run to the left', () => {
    const { bars } = layoutParts(chart([6, -2]))
    expect(bars.map(({ span }) => span)).toEqual([
      [0.25, 1],
      [0, 0.25],
    ])
  })

  it('survives parts of nothing', () => {
    expect(layoutParts(chart([0, 0], { whole: bar(0), sum: [0, 0] })).bars.map(({ span }) => span)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('joins the parts end to end, whatever the whole', () => {
    const value = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), value, (values, whole) => {
        const total = values.reduce((sum, n) => sum + n, 0)
        const { summed } = layoutParts(chart(values, { whole: bar(whole), sum: [total, total] }))
        if (!summed) throw new Error('no sum')
        let from = 0
        for (const { span } of summed.segments) {
          expect(span[0]).toBeCloseTo(from, 9)
          from = span[1]
        }
        expect(from).toBeCloseTo(summed.end[1], 9)
        const most = Math.max(total, whole, 1)
        expect(summed.whole?.to).toBeCloseTo(whole / most, 9)
        expect(from).toBeCloseTo(total / most, 9)
      }),
      { seed: 73, numRuns: 300 },
    )
  })
})

describe('the option', () => {
  it('fills a bar, and only outlines one below its own target', () => {
    const of = chart([], { bars: [bar(4), bar(2, { achieved: false })] })
    expect(rects(of)).toEqual([
      [0, 7, 1000, LIGHT.achieved],
      [0, 33, 500, LIGHT.wash],
    ])
  })

  it('draws the whole as a bracket down to its parts', () => {
    const [bracket] = lines(chart([3, 1], { whole: bar(8), sum: [4, 4] }))
    expect(bracket?.[2]).toEqual([1000, 13])
    expect(bracket?.[3]?.[0]).toBe(1000)
    expect(bracket?.[3]?.[1]).toBeGreaterThan(39)
  })

  it('dots where rounding lets the sum end, as soon as that can be seen', () => {
    const dotted = (sum: [number, number]) =>
      drawn(chart([3, 1], { whole: bar(8), sum })).filter(({ style }) => style?.lineDash)
    expect(dotted([3.999, 4.001])).toEqual([])
    expect(dotted([3.6, 4.4]).map(({ shape }) => [shape?.x, shape?.width])).toEqual([[450, 100]])
  })

  it('runs a rate’s rule through all parts', () => {
    expect(lines(chart([90, 45], { whole: bar(60) }))).toEqual([
      [
        [(60 / 90) * 1000, 7],
        [(60 / 90) * 1000, 78],
      ],
    ])
  })

  it('rings the ends of what is asked about, and nothing else', () => {
    const asked = { asked: 'question' } as const
    const bars = [bar(4, asked), bar(2), bar(1, asked)]
    expect(ringed(chart([], { bars }))).toEqual([
      [1000, 13],
      [250, 65],
    ])
    expect(ringed(chart([4, 2], { whole: bar(8, asked), sum: [6, 6] }))).toEqual([[1000, 13]])
    expect(ringed(chart([4, 2], { whole: bar(3, asked) }))).toEqual([[750, 13]])
    expect(ringed(chart([4, 2], { whole: bar(3) }))).toEqual([])
    expect(ringed(chart([4, 2], { whole: bar(8), sum: [6, 6] }))).toEqual([])
  })
})
