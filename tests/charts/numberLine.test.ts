import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { layoutNumberLine, type NumberLine, numberLineOption } from '../../src/charts/numberLine.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { toNumber } from '../../src/lib/rational.ts'
import type { Comparison } from '../../src/model/finding.ts'
import { between } from '../build.ts'
import { seriesOf, shapesOf } from '../drawn.ts'

const compare = (printed: string, allowed: string, unit = '%'): Comparison => ({
  unit,
  printed: between(printed),
  allowed: between(allowed),
})

describe('what of the line is shown', () => {
  test.each<[string, string, Partial<NumberLine>]>([
    // 2.89 % printed, 13.20 % computed.
    [
      '[2.885, 2.895)',
      '[13.2011, 13.2011]',
      { from: 0, to: 15, ticks: [0, 5, 10, 15], tip: 13.2011, allowed: [13.2011, 13.2011] },
    ],
    [
      '[18.035, 18.045)',
      '[18.4, 18.4]',
      { from: 17.8, to: 18.6, ticks: [17.8, 18, 18.2, 18.4, 18.6], tip: 18.4 },
    ],
    // The allowed lies left of the printed.
    ['[100.5, 101.5)', '[95.8, 96.2]', { from: 94, to: 102, ticks: [94, 96, 98, 100, 102], tip: 96 }],
    // A part may be anything up to its whole: only the near end is shown.
    ['[105.5, 106.5)', '[0, 100]', { from: 98, to: 108, tip: 100, allowed: [98, 100] }],
    ['[1, 2)', '[5, 500]', { tip: 5, from: 0, to: 6, allowed: [5, 6] }],
  ])('%s against %s', (printed, allowed, wanted) => {
    expect(layoutNumberLine(compare(printed, allowed))).toMatchObject(wanted)
  })

  it('of two equal numbers is still a line', () => {
    const line = layoutNumberLine(compare('[100, 100]', '[100, 100]'))
    expect(line.to).toBeGreaterThan(line.from)
    expect(line.tip).toBe(100)
  })

  const stretch = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(100_000), fc.constantFrom(1n, 10n, 1000n))
    .map(([lo, more, d]) => ({
      lo: { n: BigInt(lo), d },
      hi: { n: BigInt(lo + more), d },
      loOpen: false,
      hiOpen: true,
    }))

  it('holds what was printed, the tip, and ticks at round places from end to end', () => {
    fc.assert(
      fc.property(stretch, stretch, (printed, allowed) => {
        const line = layoutNumberLine({ unit: '%', printed, allowed })
        const { from, to, ticks, tip } = line
        const slack = (to - from) * 1e-9
        for (const x of [...line.printed, ...line.allowed, tip]) {
          expect(x).toBeGreaterThanOrEqual(from - slack)
          expect(x).toBeLessThanOrEqual(to + slack)
        }
        expect(line.printed).toEqual([toNumber(printed.lo), toNumber(printed.hi)])
        expect(tip >= toNumber(allowed.lo) && tip <= toNumber(allowed.hi)).toBe(true)
        expect(ticks.length).toBeGreaterThanOrEqual(3)
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(ticks[0]).toBeCloseTo(from, 6)
        expect(ticks.at(-1)).toBeCloseTo(to, 6)
        const step = (to - from) / (ticks.length - 1)
        const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9)
        expect([1, 2, 5].some((n) => Math.abs(leading - n) < 1e-6)).toBe(true)
      }),
      { seed: 51, numRuns: 1000 },
    )
  })

  it('shows all that is allowed, unless it is much wider than all else', () => {
    fc.assert(
      fc.property(stretch, stretch, (printed, allowed) => {
        const { allowed: shown, tip } = layoutNumberLine({ unit: '%', printed, allowed })
        const [lo, hi] = [toNumber(allowed.lo), toNumber(allowed.hi)]
        const cut = shown[0] > lo || shown[1] < hi
        if (cut) expect(tip === lo || tip === hi).toBe(true)
        else expect(shown).toEqual([lo, hi])
      }),
      { seed: 52, numRuns: 500 },
    )
  })
})

describe('the drawing', () => {
  const labels = { printed: '公布 2.89%', allowed: '算出 13.20%' }
  const draw = (comparison: Comparison, width = 400) => {
    const line = layoutNumberLine(comparison)
    const option = numberLineOption(line, labels, LIGHT, { left: 0, top: 0, width })
    return { line, shapes: shapesOf(seriesOf(option, 'line')).flat() }
  }

  it('puts band, tip and ticks on one scale', () => {
    const { line, shapes } = draw(compare('[2, 4)', '[12, 14]'))
    const at = (value: number) => 34 + ((value - line.from) / (line.to - line.from)) * (400 - 68)
    const band = shapes.find(({ type }) => type === 'rect')?.shape
    expect(band?.x).toBeCloseTo(at(2), 9)
    expect((band?.x ?? 0) + (band?.width ?? 0)).toBeCloseTo(at(4), 9)
    const tip = shapes.find(({ type }) => type === 'polygon')?.shape?.points?.[0]
    expect(tip?.[0]).toBeCloseTo(at(13), 9)
    const red = shapes.find(({ type, style }) => type === 'line' && style?.stroke === LIGHT.vermilion)
    expect([red?.shape?.x1, red?.shape?.x2]).toEqual([at(12), at(14)])
  })

  it('is vermilion only in what the other figures allow', () => {
    const { shapes } = draw(compare('[2, 4)', '[12, 14]'))
    const red = shapes.filter(({ style }) => Object.values(style ?? {}).includes(LIGHT.vermilion))
    expect(red.map(({ type }) => type)).toEqual(['line', 'polygon', 'text'])
    expect(red[2]?.style?.text).toBe(labels.allowed)
  })

  it('names every tick, percent as percent', () => {
    const ticks = (unit: string) =>
      draw(compare('[2, 4)', '[12, 14]', unit)).shapes.flatMap(({ style }) =>
        /^\d/.test(String(style?.text)) ? [style?.text] : [],
      )
    expect(ticks('%')).toEqual(['0%', '5%', '10%', '15%', '20%'])
    expect(ticks('个百分点')).toEqual(['0', '5', '10', '15', '20'])
  })

  it('keeps labels inside the drawing', () => {
    const place = (printed: string, allowed: string) =>
      draw(compare(printed, allowed), 100)
        .shapes.filter(({ style }) => Object.values(labels).includes(String(style?.text)))
        .map(({ x, style }) => [x, style?.align])
    expect(place('[0, 1)', '[99, 100]')).toEqual([
      [0, 'left'],
      [100, 'right'],
    ])
    expect(place('[40, 60)', '[40, 60]').every(([, align]) => align === 'center')).toBe(true)
  })

  it('a printed point is still seen', () => {
    const { shapes } = draw(compare('[100, 100]', '[300, 300]'))
    expect(shapes.find(({ type }) => type === 'rect')?.shape?.width).toBe(2)
  })
})
