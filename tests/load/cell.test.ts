import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { escapeCell, unescapeCell } from '../../src/load/cell.ts'

describe('a cell that a spreadsheet would run', () => {
  test.each([
    '=1+2',
    '+SUM(A1)',
    '-1+2',
    '-abc',
    '@SUM(1)',
    '\tx',
    '\rx',
    "'x",
    "'",
    '=',
    '-',
    '+',
    "'=1",
    '-1|cmd',
  ])('%j gets an apostrophe', (text) => {
    expect(escapeCell(text)).toBe(`'${text}`)
  })

  test.each([
    '',
    '736',
    '-2',
    '-2.5%',
    '+4.3%',
    '-92.3%',
    '-1.5个百分点',
    '南阳市',
    '约78',
    'x=1',
    ' =1',
    '“走基层”',
  ])('%j does not', (text) => {
    expect(escapeCell(text)).toBe(text)
  })

  it('leaves the sign in 方向 alone, and only there', () => {
    expect(['+', '-'].map((sign) => escapeCell(sign, 'direction'))).toEqual(['+', '-'])
    expect(['+', '-'].map((sign) => escapeCell(sign, 'note'))).toEqual(["'+", "'-"])
    expect(escapeCell('-x', 'direction')).toBe("'-x")
  })
})

test.each([
  ["'=1+2", '=1+2'],
  ["''", "'"],
  ["''x", "'x"],
  ["'x", "'x"],
  ["'", "'"],
  ["'-2", '-2'],
  ["'736", "'736"],
  ['=1', '=1'],
])('reading %j gives %j', (text, wanted) => {
  expect(unescapeCell(text)).toBe(wanted)
})

test('out and in again is the identity', () => {
  const risky = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '1', '.', '%', 'A', '万'),
  })
  const column = fc.constantFrom(undefined, 'direction' as const, 'note' as const, 'excess' as const)
  fc.assert(
    fc.property(fc.oneof(risky, fc.string({ unit: 'binary' })), column, (text, key) => {
      const cell = escapeCell(text, key)
      expect(unescapeCell(cell)).toBe(text)
      // What does not begin with the apostrophe is harmless: no formula, or a figure or sign that runs nothing.
      if (/^[=@\t\r]/.test(cell)) expect(cell.trim()).toMatch(/^[+-]?\d/)
      if (/^[+-]/.test(cell) && cell.length > 1) expect(cell).toMatch(/^[+-]\s*\d/)
    }),
    { seed: 21, numRuns: 5000 },
  )
})
