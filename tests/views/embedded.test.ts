import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Table } from '../../src/load/parse.ts'
import { EMBEDDED_ID, type Embedded, embed, embedded } from '../../src/views/embedded.ts'
import { entry } from '../build.ts'

const pageWith = (textContent: string) =>
  ({ getElementById: (id: string) => (id === EMBEDDED_ID ? { textContent } : null) }) as unknown as Document

const data = (table: Table): Embedded => ({
  entry: entry(),
  offers: [entry(), entry({ file: 'b.csv', title: '</script><b>' })],
  fingerprint: '00',
  table,
})

const records = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom('a', '\t', '\n', '<', '"', '\\', '南', '\r') }), {
    minLength: 1,
  }),
  {
    minLength: 1,
  },
)

it('any table is taken out of the page as it was put in, and ends no element', () => {
  fc.assert(
    fc.property(records, fc.nat(3), fc.boolean(), (cells, gap, isBroken) => {
      const table = {
        records: cells.map((one, i) => ({ line: i * (gap + 1) + 1, cells: one })),
        brokenQuotes: isBroken ? [{ line: 1, message: 'x' }] : [],
      }
      const text = embed(data(table))
      expect(text).not.toContain('<')
      expect(embedded(pageWith(text))).toEqual(data(table))
    }),
  )
})

it('a page without one is a mistake of the build', () => {
  expect(() => embedded(pageWith(''))).toThrow('no data set')
})
