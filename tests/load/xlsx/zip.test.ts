import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { type Entry, entriesOf, unpack } from '../../../src/load/xlsx/zip.ts'
import { fixture, zipped } from '../../xlsx.ts'

const CONTENT = '项目,指标\n'.repeat(500)
const archive = zipped({ 'xl/a.xml': CONTENT, 'b.txt': '' })
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function entryOf(bytes: Uint8Array, name: string): Entry {
  const entry = entriesOf(bytes)?.find((one) => one.name === name)
  if (!entry) throw new Error(`no ${name}`)
  return entry
}

describe('an archive', () => {
  it('is read by its directory', () => {
    expect(entriesOf(archive)?.map(({ name, size }) => [name, size])).toEqual([
      ['xl/a.xml', new TextEncoder().encode(CONTENT).length],
      ['b.txt', 0],
    ])
    expect(text(unpack(archive, entryOf(archive, 'xl/a.xml')))).toBe(CONTENT)
    expect(text(unpack(archive, entryOf(archive, 'b.txt')))).toBe('')
  })

  it('of stored files, and with something before and behind it', () => {
    const stored = zipSync({ a: [new TextEncoder().encode(CONTENT), { level: 0 }] }, { comment: '注' })
    expect(text(unpack(stored, entryOf(stored, 'a')))).toBe(CONTENT)
    const inside = new Uint8Array([...new Uint8Array(7), ...stored]).subarray(7)
    expect(text(unpack(inside, entryOf(inside, 'a')))).toBe(CONTENT)
  })

  it('of LibreOffice, which leaves sizes out of the headers, too', () => {
    const bytes = fixture('wide.xlsx')
    expect(text(unpack(bytes, entryOf(bytes, 'xl/workbook.xml')))).toContain('<sheets>')
  })

  it('keeps sizes of 64 bits elsewhere', () => {
    const long = withZip64(zipped({ a: CONTENT }))
    expect(text(unpack(long, entryOf(long, 'a')))).toBe(CONTENT)
  })
})

describe('what is broken', () => {
  const entry = entryOf(archive, 'xl/a.xml')

  test.each<[string, Partial<Entry>]>([
    ['larger than it says', { size: 100 }],
    ['smaller than it says', { size: entry.size + 1 }],
    ['another file than was packed', { crc: entry.crc ^ 1 }],
    ['packed in an unknown way', { method: 12 }],
    ['not where it should be', { at: 3 }],
    ['cut off', { packed: 20 }],
  ])('%s is not read', (_, change) => {
    expect(() => unpack(archive, { ...entry, ...change })).toThrow()
  })

  it('a bomb takes no more room than it says', () => {
    const bomb = zipped({ a: new Uint8Array(50_000_000) })
    expect(bomb.length).toBeLessThan(60_000)
    expect(() => unpack(bomb, { ...entryOf(bomb, 'a'), size: 1000 })).toThrow('larger than it says')
  })

  it('no archive has no files', () => {
    expect(entriesOf(new Uint8Array())).toBeUndefined()
    expect(entriesOf(new TextEncoder().encode(CONTENT))).toBeUndefined()
  })

  test('whatever the bytes, looking for files does not throw', () => {
    const byte = fc.nat(255)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(archive.length - 1), byte), { maxLength: 8 }), (changes) => {
        const bytes = archive.slice()
        for (const [at, value] of changes) bytes[at] = value
        entriesOf(bytes)
      }),
      { seed: 81, numRuns: 2000 },
    )
  })
})

/** The same archive of one file, whose sizes stand in a ZIP64 field of its directory. */
function withZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer)
  const end = bytes.length - 22
  const at = view.getUint32(end + 16, true)
  const nameLength = view.getUint16(at + 28, true)
  const field = new DataView(new ArrayBuffer(20))
  field.setUint16(0, 1, true)
  field.setUint16(2, 16, true)
  field.setBigUint64(4, BigInt(view.getUint32(at + 24, true)), true)
  field.setBigUint64(12, BigInt(view.getUint32(at + 20, true)), true)
  view.setUint32(at + 20, 0xffffffff, true)
  view.setUint32(at + 24, 0xffffffff, true)
  view.setUint16(at + 30, 20, true)
  const cut = at + 46 + nameLength
  return new Uint8Array([...bytes.subarray(0, cut), ...new Uint8Array(field.buffer), ...bytes.subarray(cut)])
}
