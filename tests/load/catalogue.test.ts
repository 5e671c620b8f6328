import { describe, expect, it, test } from 'vitest'
import { parseCatalogue } from '../../src/load/catalogue.ts'

const ENTRY = { file: 'a.csv', title: '甲', source: '乙', asOf: '2023-12-20' }

describe('the catalogue', () => {
  it('lists data sets in order, with what a list says of itself', () => {
    const list = [
      ENTRY,
      { ...ENTRY, file: 'b.csv', projects: { 省定: 10 }, claim: '全部完成', related: ENTRY },
    ]
    expect(parseCatalogue(JSON.stringify(list))).toEqual(list)
  })

  test.each([
    ['not JSON', '[{'],
    ['no list', JSON.stringify(ENTRY)],
    ['an empty list', '[]'],
    ['null inside', '[null]'],
    ['a missing title', JSON.stringify([{ ...ENTRY, title: undefined }])],
    ['a number for a date', JSON.stringify([{ ...ENTRY, asOf: 2023 }])],
    ['related figures that are no entry', JSON.stringify([{ ...ENTRY, related: { file: 'c.csv' } }])],
    ['one bad entry of two', JSON.stringify([ENTRY, { file: 'b.csv' }])],
  ])('throws on %s', (_, text) => {
    expect(() => parseCatalogue(text)).toThrow(SyntaxError)
  })
})
