import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Cells, startRecords } from '../../src/archive/records.ts'
import { parseTable, type Table } from '../../src/load/parse.ts'

/** Records and lines of broken quotes of a text that comes cut after each of the places. */
function inPieces(text: string, places: readonly number[]) {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b)
  const records: { line: number; cells: readonly string[] }[] = []
  const broken: number[] = []
  const reader = startRecords(new Cells(), {
    table(table: Table) {
      records.push(...table.records)
      broken.push(...table.brokenQuotes.map(({ line }) => line))
      return records.length > 0
    },
    cells(line, cells) {
      records.push({ line, cells: cells.list() })
    },
  })
  for (const [i, cut] of cuts.slice(1).entries()) reader.take(text.slice(cuts[i], cut))
  reader.end()
  return { records, broken, delimiter: reader.delimiter() }
}

test.each([
  ['quotes', ['a', '一', ',', ';', '\t', '"', '""', '\n', '\r', '\r\n', ' ', '\u3000', '\ufeff', '",', ',"']],
  ['few quotes', ['a', 'b', '一', ',', ',', '\n', '\n', '\r\n', ' ', '甲,乙\n', '"', 'c,d\n', '1,2\n3,4\n']],
  ['none', ['a', '一', ',', ';', '\n', '\n', '\r\n', '\r', ' ', '\u3000', '甲,乙\n']],
])('are those of parseTable, wherever the text is cut: %s', (_, units) => {
  const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 80 })
  fc.assert(
    fc.property(text, fc.array(fc.nat(120), { maxLength: 8 }), (text, places) => {
      const whole = parseTable(text)
      const { records, broken } = inPieces(text, places)
      expect(records).toEqual(whole.records)
      expect(broken).toEqual(whole.brokenQuotes.map(({ line }) => line))
    }),
    { seed: 81, numRuns: 6000 },
  )
})

test('records of very many cells are kept whole', () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => String(i))
  const text = `项目,指标\n甲,乙\n${wide.join(',')}\n丙,丁\n`
  const { records } = inPieces(text, [12, 13])
  expect(records.map(({ cells }) => cells.length)).toEqual([2, 2, 10_000, 2])
  expect(records[2]?.cells).toEqual(wide)
})
