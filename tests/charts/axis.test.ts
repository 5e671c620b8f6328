import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  COMPRESSED_FROM,
  type CompletionAxis,
  completionAxis,
  DUE_ROOM,
  ticksBeside,
} from '../../src/charts/axis.ts'
import { type Rational, ratio } from '../../src/lib/rational.ts'
import { exact } from '../build.ts'

const axisOf = (...completions: string[]) => completionAxis(completions.map(exact))
const percents = (...completions: string[]) => axisOf(...completions).ticks.map(({ percent }) => percent)

const completion = fc.integer({ min: -50_000, max: 1_000_000 }).map((n) => ratio(BigInt(n), 100n))
const axes = fc.array(completion, { maxLength: 12 }).map((list) => ({ list, axis: completionAxis(list) }))

describe('where completions stand', () => {
  test.each<[string[], number[]]>([
    [[], [100, 110, 120]],
    [['100'], [100, 110, 120]],
    [
      ['100', '131'],
      [100, 110, 120, 130, 140],
    ],
    // Nothing below the target: the axis begins there; beyond 200 the end is named.
    [
      ['100', '272'],
      [100, 120, 140, 160, 180, 200, 280],
    ],
    [
      ['99.9', '210'],
      [80, 100, 120, 140, 160, 180, 200, 220],
    ],
    [
      ['45', '130'],
      [40, 60, 80, 100, 120, 140],
    ],
    // Steps are round numbers even where the axis begins between two of them.
    [
      ['60', '210'],
      [75, 100, 125, 150, 175, 200, 220],
    ],
    [
      ['25', '210'],
      [50, 100, 150, 200, 220],
    ],
    [
      ['0', '90'],
      [0, 20, 40, 60, 80, 100, 120],
    ],
  ])('%j has its ticks at %j', (completions, wanted) => {
    expect(percents(...completions)).toEqual(wanted)
  })

  it('the target stands at the left where nothing lies below it, and moves right where something does', () => {
    expect(axisOf('100', '150').target).toBeCloseTo(axisOf('100', '150').at(0), 12)
    expect(axisOf('100').target).toBe(axisOf('100', '272').target)
    expect(axisOf('40', '150').target).toBeGreaterThan(axisOf('80', '150').target)
    expect(axisOf('80', '150').target).toBeGreaterThan(axisOf('100', '150').target)
  })

  it('up to 200 % equal steps are equally long, and beyond they are shorter', () => {
    const { at, compressed, end } = axisOf('60', '400')
    const step = at(120) - at(100)
    expect(at(200) - at(180)).toBeCloseTo(step, 12)
    expect(at(80) - at(60)).toBeCloseTo(step, 12)
    expect(at(220) - at(200)).toBeLessThan(step / 2)
    expect(at(220) - at(200)).toBeCloseTo(at(400) - at(380), 12)
    expect(compressed).toBe(at(200))
    expect(at(400)).toBeCloseTo(end, 12)
  })

  it('says that it is compressed only where something lies beyond 200 %', () => {
    expect(axisOf('100', '200').compressed).toBeUndefined()
    expect(axisOf('100', '200.1').compressed).toBeDefined()
    expect(axisOf().compressed).toBeUndefined()
    expect(COMPRESSED_FROM).toBe(200)
  })
})

describe('for any completions', () => {
  type Case = { list: readonly Rational[]; axis: CompletionAxis }
  const check = (work: (one: Case) => void) => fc.assert(fc.property(axes, work), { seed: 31, numRuns: 500 })

  it('more is never further left, and strictly further right between the ends of the scale', () => {
    fc.assert(
      fc.property(axes, completion, completion, ({ axis }, a, b) => {
        const [x, y] = [Number(a.n) / 100, Number(b.n) / 100].sort((p, q) => p - q) as [number, number]
        expect(axis.at(x)).toBeLessThanOrEqual(axis.at(y))
        const [first, last] = [axis.ticks[0], axis.ticks.at(-1)]
        if (first && last && x >= first.percent && y <= last.percent && y - x > 0.001)
          expect(axis.at(x)).toBeLessThan(axis.at(y))
      }),
      { seed: 30, numRuns: 500 },
    )
  })

  it('everything stands on the axis, whatever lies outside at its ends', () => {
    check(({ list, axis }) => {
      const start = axis.at(Number.NEGATIVE_INFINITY)
      expect(axis.at(Number.POSITIVE_INFINITY)).toBeCloseTo(axis.end, 12)
      expect(start).toBeGreaterThan(0)
      expect(axis.end).toBeLessThan(1)
      for (const { n } of list) {
        const x = axis.at(Number(n) / 100)
        expect(x).toBeGreaterThanOrEqual(start)
        expect(x).toBeLessThanOrEqual(axis.end + 1e-12)
      }
    })
  })

  it('the target is where 100 % is', () => {
    check(({ list, axis }) => {
      expect(axis.target).toBe(axis.at(100))
      expect(axis.target > axis.at(0) + 1e-9).toBe(list.some(({ n }) => n < 10_000n))
    })
  })

  it('only what lies beyond 200 % stands in the compressed part', () => {
    check(({ list, axis }) => {
      expect(axis.compressed !== undefined).toBe(list.some(({ n }) => n > 20_000n))
      const { compressed } = axis
      if (compressed === undefined) return
      expect(axis.at(200)).toBeCloseTo(compressed, 12)
      expect(axis.at(200.01)).toBeGreaterThan(compressed)
      expect(axis.at(199.99)).toBeLessThan(compressed)
    })
  })

  it('ticks are few, ascend, and stand where their percentage does', () => {
    check(({ axis }) => {
      expect(axis.ticks.length).toBeGreaterThanOrEqual(3)
      expect(axis.ticks.length).toBeLessThanOrEqual(8)
      axis.ticks.forEach(({ percent, at }, i) => {
        expect(at).toBe(axis.at(percent))
        expect(percent % 5).toBe(0)
        expect(percent).toBeGreaterThan(axis.ticks[i - 1]?.percent ?? -1)
      })
      if (axis.compressed !== undefined)
        expect(axis.ticks.map(({ percent }) => percent)).toContain(COMPRESSED_FROM)
    })
  })
})

describe('the share of the year gone by', () => {
  const axis = completionAxis([exact('104'), exact('96')], [exact('74.9')])
  it('has its place on the axis, though no completion is that low', () => {
    expect(axis.ticks[0]?.percent).toBe(60)
    expect(axis.at(74.9)).toBeGreaterThan(axis.start)
  })

  it('leaves no tick where its word stands, and no tick at the target', () => {
    const percents = (due?: number) => ticksBeside(axis, due).map(({ percent }) => percent)
    expect(percents()).toEqual([60, 70, 80, 90, 110, 120])
    for (const { at } of ticksBeside(axis, axis.at(74.9)))
      expect(Math.abs(at - axis.at(74.9))).toBeGreaterThan(DUE_ROOM)
    expect(percents(axis.at(74.9))).not.toContain(80)
  })
})
