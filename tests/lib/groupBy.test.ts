import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupBy } from '../../src/lib/groupBy.ts'

test('groups what agrees in every key, in order of first appearance', () => {
  const items = ['b1x', 'a1x', 'b2x', 'a1y', 'b1z', 'a2x']
  const [letter, digit] = [(text: string) => text.charAt(0), (text: string) => text.charAt(1)]
  expect(groupBy(items, letter)).toEqual([
    ['b1x', 'b2x', 'b1z'],
    ['a1x', 'a1y', 'a2x'],
  ])
  expect(groupBy(items, letter, digit)).toEqual([['b1x', 'b1z'], ['a1x', 'a1y'], ['b2x'], ['a2x']])
  expect(groupBy(items, digit, letter)).toEqual([['b1x', 'b1z'], ['a1x', 'a1y'], ['b2x'], ['a2x']])
  expect(groupBy([], letter)).toEqual([])
})

test('as keys joined into one would', () => {
  const cell = fc.constantFrom('', 'a', 'b', 'ab', 'c')
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell)), (items) => {
      const joined = new Map<string, (typeof items)[number][]>()
      for (const item of items) {
        const key = JSON.stringify(item)
        joined.set(key, [...(joined.get(key) ?? []), item])
      }
      const keys = [0, 1, 2].map((i) => (item: readonly string[]) => item[i] ?? '')
      expect(groupBy(items, ...keys)).toEqual([...joined.values()])
    }),
  )
})
