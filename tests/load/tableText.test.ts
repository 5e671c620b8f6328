import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesOfSheet, startSheet } from '../../src/load/tableText.ts'

const cell = fc.string({
  unit: fc.constantFrom('甲', '1', ',', '"', '\\', '\t', ' ', '\n', '\r', "'", '=', '\u2028'),
})

it('a sheet written as text is read back to the same cells on the same lines, wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(cell, { maxLength: 4 }))),
      fc.array(fc.nat(60), { maxLength: 5 }),
      (rows, cuts) => {
        let line = 0
        const records = rows.map(([gap, cells]) => {
          line += gap
          return { line, cells }
        })
        const text = [...linesOfSheet({ records })].join('')
        const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b)
        const sheet = startSheet()
        const read = places.slice(1).flatMap((to, i) => sheet.take(text.slice(places[i], to)))
        expect(read).toEqual(records)
      },
    ),
  )
})

it('holds no NUL, which a workbook may hold', () => {
  const text = [...linesOfSheet({ records: [{ line: 3, cells: ['a\u0000b\u0000', 'c'] }] })].join('')
  expect(startSheet().take(text)).toEqual([{ line: 3, cells: ['a b ', 'c'] }])
})

it('comes in pieces', () => {
  const records = Array.from({ length: 3000 }, (_, i) => ({ line: i + 1, cells: ['x'.repeat(1000), 'y'] }))
  const pieces = [...linesOfSheet({ records })]
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('').split('\n')).toHaveLength(3001)
})
