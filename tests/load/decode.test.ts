import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decode } from '../../src/load/decode.ts'

const TEXT = '项目,指标,完成值\n道路,新建,“1007.8”公里\n'
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((c) => {
      const unit = c.charCodeAt(0)
      return little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]
    }),
  )
/** 项目,指标 in GB18030, and 镕, which GB2312 lacks and GBK has. */
const GBK = Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xe9, 0x46])
/** 㐂, which takes four bytes. */
const FOUR = Uint8Array.from([0x81, 0x39, 0xef, 0x31])

describe('bytes become text', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16(TEXT, true)],
    ['UTF-16, big end first', utf16(TEXT, false)],
  ])('%s', (_, bytes) => {
    expect(decode(bytes)).toBe(TEXT)
  })

  test.each([
    ['GBK', GBK, '项目,指标,镕'],
    ['GB18030’s four bytes', FOUR, '㐂'],
    ['nothing', new Uint8Array(), ''],
  ])('%s', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text)
  })

  it('takes UTF-8 before GB18030, which would read nearly anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('\ufeff'))
        expect(decode(new TextEncoder().encode(text))).toBe(text)
      }),
    )
  })
})

describe('bytes that are no text', () => {
  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0])],
    ['broken UTF-8 behind its mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0xff])],
    ['what neither UTF-8 nor GB18030 knows', Uint8Array.from([0x41, 0xff, 0x41])],
  ])('%s', (_, bytes) => {
    expect(decode(bytes)).toBeUndefined()
  })

  it('of any bytes it never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => ['string', 'undefined'].includes(typeof decode(bytes))))
  })
})
