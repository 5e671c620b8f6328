import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BULLET_HEIGHT, type Bullet, bulletOption, rangeOf, reachOf } from '../../src/charts/bullet.ts'
import { LIGHT } from '../../src/charts/tokens.ts'
import { between } from '../build.ts'
import { type Shape, seriesOf, shapesOf } from '../drawn.ts'

const bullet = (part: Partial<Bullet>): Bullet => ({
  actual: 120,
  actualLabel: '120个',
  achieved: true,
  questioned: false,
  target: undefined,
  implied: undefined,
  targetLabel: '目标',
  ...part,
})
const WIDTH = 1000
const draw = (bullets: readonly Bullet[], reach?: number) => {
  const frames = bullets.map((_, i) => ({ left: 50, width: WIDTH, top: i * BULLET_HEIGHT }))
  return shapesOf(seriesOf(bulletOption(bullets, LIGHT, frames, reach), 'bullets'))
}
const barOf = (shapes: readonly Shape[] = []) => shapes[0]?.shape?.width ?? Number.NaN
const ruleOf = (shapes: readonly Shape[] = []) => shapes.find(({ type }) => type === 'line')?.shape?.x1
const dottedOf = (shapes: readonly Shape[] = []) => shapes.filter(({ type }) => type === 'rect')[1]
const textsOf = (shapes: readonly Shape[] = []) =>
  shapes.filter(({ type }) => type === 'text').map(({ style }) => style?.text)

describe('a bullet', () => {
  it('is a bar, as long to its target as the actual to the printed one', () => {
    const [shapes] = draw([bullet({ actual: 150, target: 100 })])
    expect(barOf(shapes) / (ruleOf(shapes) ?? Number.NaN)).toBeCloseTo(1.5, 12)
    expect(textsOf(shapes).sort()).toEqual(['120个', '目标'])
  })

  it('shows an implied target as a dotted range, never as a rule', () => {
    const [shapes] = draw([bullet({ actual: 150, implied: [90, 110] })])
    expect(ruleOf(shapes)).toBeUndefined()
    const range = dottedOf(shapes)
    expect(range?.style?.lineDash).toEqual([2, 2])
    const { x, width } = range?.shape ?? {}
    expect((x ?? 0) / barOf(shapes)).toBeCloseTo(90 / 150, 12)
    expect((width ?? 0) / barOf(shapes)).toBeCloseTo(20 / 150, 12)
  })

  it('widens a narrow range around its middle so that it can be seen', () => {
    const [shapes] = draw([bullet({ actual: 150, implied: [99.99, 100.01] })])
    const { x, width } = dottedOf(shapes)?.shape ?? {}
    expect(width).toBe(4)
    expect(((x ?? 0) + 2) / barOf(shapes)).toBeCloseTo(100 / 150, 9)
  })

  it('is filled only where the target was reached', () => {
    const fill = (achieved: boolean) => draw([bullet({ achieved, target: 100 })])[0]?.[0]?.style?.fill
    expect([fill(true), fill(false)]).toEqual([LIGHT.achieved, LIGHT.wash])
  })

  it('says of an implied target in italics that nobody printed it', () => {
    const font = (part: Partial<Bullet>) =>
      draw([bullet(part)])[0]?.find(({ style }) => style?.text === '目标')?.style?.font
    expect(font({ implied: [90, 110] })).toMatch(/^italic /)
    expect(font({ target: 100 })).not.toMatch(/italic/)
  })

  it('without any target is a bar alone', () => {
    const [shapes] = draw([bullet({})])
    expect(shapes?.map(({ type }) => type)).toEqual(['rect', 'text'])
  })

  it.each([
    ['a target of zero', bullet({ actual: 5, target: 0 })],
    ['a target below zero', bullet({ actual: 5, target: -3 })],
    ['nothing done', bullet({ actual: 0, target: 100 })],
    ['nothing at all', bullet({ actual: 0, target: 0 })],
  ])('can be drawn with %s', (_, one) => {
    const [shapes] = draw([one])
    for (const { shape } of shapes ?? [])
      for (const value of Object.values(shape ?? {})) expect(value).toBeGreaterThanOrEqual(0)
    expect(barOf(shapes)).toBeLessThanOrEqual(WIDTH)
  })
})

describe('several bullets', () => {
  it('share one reach: the longest bar in targets', () => {
    expect(reachOf([bullet({ actual: 150, target: 100 }), bullet({ actual: 9, target: 3 })])).toBe(3)
    expect(reachOf([bullet({ actual: 150, implied: [90, 110] })])).toBe(1.5)
    // A bar far below its target does not stretch the scale beyond it.
    expect(reachOf([bullet({ actual: 10, target: 100 })])).toBe(1.05)
    expect(reachOf([])).toBe(1.05)
  })

  it('have their targets in one line, whatever their units, and fill no more than their part', () => {
    const positive = fc.integer({ min: 1, max: 10_000_000 })
    const any = fc.record({ actual: fc.nat(10_000_000), target: positive }).map(bullet)
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (bullets) => {
        const drawn = draw(bullets)
        const [first] = drawn
        drawn.forEach((shapes, i) => {
          expect(ruleOf(shapes)).toBeCloseTo(ruleOf(first) ?? Number.NaN, 6)
          const { actual, target } = bullets[i] as Bullet
          expect(barOf(shapes)).toBeCloseTo(((ruleOf(shapes) ?? 0) * actual) / (target ?? 1), 6)
          expect(barOf(shapes)).toBeLessThanOrEqual(WIDTH * 0.72 + 1e-6)
        })
      }),
      { seed: 41, numRuns: 200 },
    )
  })

  it('stand one below the other', () => {
    const frames = [0, 1].map((i) => ({ left: 50, width: WIDTH, top: i * BULLET_HEIGHT }))
    const series = seriesOf(bulletOption([bullet({}), bullet({})], LIGHT, frames), 'bullets')
    const at = (dataIndex: number) => series.renderItem?.({ dataIndex }, {})
    expect([at(0)?.x, at(0)?.y, at(1)?.x, at(1)?.y]).toEqual([50, 0, 50, BULLET_HEIGHT])
    expect(at(2)).toBeUndefined()
  })
})

it('a range is its ends as numbers', () => {
  expect(rangeOf(between('(1/4, 7/2]'))).toEqual([0.25, 3.5])
})
