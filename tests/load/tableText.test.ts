import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseTable } from '../../src/load/parse.ts'
import { linesOfCsv } from '../../src/load/tableText.ts'

const cell = fc.string({ unit: fc.constantFrom('甲', '1', ',', '"', ';', '\t', ' ', 'x', "'", '=') })

it('a table written as CSV is read back to the same cells on the same lines, blank rows between them or not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2), fc.array(cell, { minLength: 2, maxLength: 4 })), { minLength: 1 }),
      (rows) => {
        let line = 0
        const records = [
          { line: 1, cells: ['a', 'b'] },
          ...rows.map(([gap, cells]) => {
            line += gap + 1
            return { line: line + 1, cells }
          }),
        ].filter(({ cells }) => cells.some((text) => text.trim() !== ''))
        const text = [...linesOfCsv({ records, brokenQuotes: [] })].join('')
        expect(parseTable(text, ',').records).toEqual(records)
      },
    ),
  )
})

it('a line break in a cell becomes a blank, so that the lines behind keep their numbers', () => {
  const records = [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['上\n下', '左\r\n右'] },
    { line: 4, cells: ['c', 'd'] },
  ]
  const { records: read } = parseTable([...linesOfCsv({ records, brokenQuotes: [] })].join(''), ',')
  expect(read).toEqual([records[0], { line: 2, cells: ['上 下', '左 右'] }, records[2]])
})

it('comes in pieces', () => {
  const records = Array.from({ length: 3000 }, (_, i) => ({ line: i + 1, cells: ['x'.repeat(1000), 'y'] }))
  const pieces = [...linesOfCsv({ records, brokenQuotes: [] })]
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.join('').split('\n')).toHaveLength(3001)
})
