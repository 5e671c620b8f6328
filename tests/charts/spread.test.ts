import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { type Spot, spread } from '../../src/charts/spread.ts'

const spot = (x: number, questioned = false, isAside = false): Spot => ({ x, questioned, isAside })

test.each<[string, Spot[], [number, number][]]>([
  [
    'marks with room stay in the middle',
    [spot(0), spot(9)],
    [
      [0, 4.5],
      [0, 4.5],
    ],
  ],
  [
    'two that overlap stand above and below',
    [spot(0), spot(8)],
    [
      [-4.5, 4.5],
      [4.5, 4.5],
    ],
  ],
  [
    'whatever their order',
    [spot(8), spot(0)],
    [
      [4.5, 4.5],
      [-4.5, 4.5],
    ],
  ],
  [
    'the third goes where there is room again',
    [spot(0), spot(5), spot(10)],
    [
      [-4.5, 4.5],
      [4.5, 4.5],
      [-4.5, 4.5],
    ],
  ],
  [
    'three of one place in three rows',
    [spot(0), spot(0), spot(0)],
    [
      [-7.5, 4.5],
      [0, 4.5],
      [7.5, 4.5],
    ],
  ],
  [
    'a ring alone is wide',
    [spot(0, true), spot(40, true, true)],
    [
      [0, 8.5],
      [0, 7],
    ],
  ],
  [
    'rings drawn closer may be enough',
    [spot(0, true), spot(12, true)],
    [
      [0, 6],
      [0, 6],
    ],
  ],
  [
    'a ring beside a mark too',
    [spot(0, true), spot(11)],
    [
      [0, 6],
      [0, 4.5],
    ],
  ],
  [
    'else they stand apart, rings and all',
    [spot(0, true), spot(4)],
    [
      [-6, 6],
      [6, 4.5],
    ],
  ],
  ['none', [], []],
])('%s', (_, spots, wanted) => {
  expect(spread(spots).map(({ dy, ring }) => [dy, ring])).toEqual(wanted)
})

it('of up to two at a place no mark or ring covers another', () => {
  const spots = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 60 }), questioned: fc.boolean(), isAside: fc.boolean() }),
    {
      maxLength: 2,
    },
  )
  fc.assert(
    fc.property(spots, (list) => {
      const [a, b] = spread(list)
      const [one, other] = list
      if (!a || !b || !one || !other) return
      const far = Math.hypot(one.x - other.x, a.dy - b.dy)
      expect(far).toBeGreaterThanOrEqual(a.ring + b.ring - 1e-9)
    }),
  )
})
