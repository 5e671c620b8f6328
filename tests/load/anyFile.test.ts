import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byLayout } from '../../src/load/byLayout.ts'
import { guessLayout } from '../../src/load/layout.ts'
import { readFile } from '../../src/load/openFile.ts'
import { parseTable } from '../../src/load/parse.ts'
import { readTable } from '../../src/load/readTable.ts'
import { entry } from '../build.ts'

const HEADS = ['项目', '指标', '完成值', '单位', '目标值', '备注']
const CHARS = [...new Set([...HEADS.join(''), ...'甲镕万约%，'])]

/** The two bytes of each character in GB18030, found by decoding all of them. */
const GBK: ReadonlyMap<string, readonly number[]> = (() => {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.from([high, low]))
      if (CHARS.includes(char)) found.set(char, [high, low])
    }
  return found
})()

const ENCODERS = {
  'utf-8': (text: string) => [...new TextEncoder().encode(text)],
  'utf-8 with a mark': (text: string) => [...new TextEncoder().encode(`\ufeff${text}`)],
  'utf-16le': (text: string) => units(text).flatMap((unit) => [unit & 255, unit >> 8]),
  'utf-16be': (text: string) => units(text).flatMap((unit) => [unit >> 8, unit & 255]),
  gb18030: (text: string) => [...text].flatMap((char) => GBK.get(char) ?? [char.charCodeAt(0)]),
}
const units = (text: string) => Array.from(`\ufeff${text}`, (char) => char.charCodeAt(0))

const ascii = ['a', '1', '3.5', '"', '""', ',', ';', '\t', '\n', ' ', "'", '=', '-']
const cell = fc.array(fc.constantFrom(...CHARS, ...ascii), { maxLength: 5 }).map((parts) => parts.join(''))
const file = fc.record({
  heads: fc.shuffledSubarray(HEADS, { minLength: 3 }),
  rows: fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
  delimiter: fc.constantFrom(',', '\t', ';'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom(...(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])),
  title: fc.boolean(),
})
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`

test('every row of a table arrives, however it was written down', async () => {
  await fc.assert(
    fc.asyncProperty(file, async ({ heads, rows, delimiter, lineEnd, encoding, title }) => {
      const body = rows
        .map((cells) => cells.slice(0, heads.length))
        .map(([first = '', ...rest]) => [`x${first}`, ...rest])
      const lines = [heads, ...body].map((cells) => cells.map(quote).join(delimiter))
      const text = [...(title ? ['甲'] : []), ...lines].join(lineEnd)
      const opened = await readFile(Uint8Array.from(ENCODERS[encoding](text)), 'a.csv')
      if (opened.kind === 'refused') throw new Error(opened.why.reason)
      const [sheet] = opened.sheets
      if (!sheet) throw new Error('no sheet')
      expect(opened.encoding).toBe(encoding.replace(' with a mark', ''))
      expect(opened.delimiter).toBe(delimiter)
      const { records, brokenQuotes } = sheet.table
      expect(brokenQuotes).toEqual([])
      expect(records.slice(title ? 1 : 0).map(({ cells }) => cells)).toEqual([heads, ...body])
      const set = readTable(sheet.table, entry(), byLayout(guessLayout(sheet.table).layout))
      expect(set.rows.length + (set.leftOut?.length ?? 0)).toBe(records.length)
    }),
    { seed: 101, numRuns: 500 },
  )
})

test('no text makes it throw, and no line that holds something is lost', async () => {
  const piece = fc.constantFrom(...CHARS, ...ascii, ...HEADS, '\r\n', '\r', '合计', '注：', '30所')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (pieces) => {
      const text = `项目,完成值\n${pieces.join('')}`
      const opened = await readFile(new TextEncoder().encode(text), 'a.csv')
      if (opened.kind === 'refused' && opened.why.reason === 'no-rows') {
        expect(parseTable(text).records.length).toBe(1)
        return
      }
      if (opened.kind === 'refused') throw new Error(opened.why.reason)
      const [sheet] = opened.sheets
      if (!sheet) throw new Error('no sheet')
      const { layout } = guessLayout(sheet.table)
      for (const shape of [undefined, byLayout(layout)]) {
        const set = readTable(sheet.table, entry(), shape)
        expect(set.rows.length + (set.leftOut?.length ?? 1)).toBe(sheet.table.records.length)
      }
    }),
    { seed: 102, numRuns: 1000 },
  )
})
