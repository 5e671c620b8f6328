import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fingerprint } from '../../src/lib/fingerprint.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

it('begins with the published FNV-1a of 32 bits', () => {
  expect(fingerprint(bytes('')).slice(0, 8)).toBe('811c9dc5')
  expect(fingerprint(bytes('a')).slice(0, 8)).toBe('e40c292c')
  expect(fingerprint(bytes('foobar')).slice(0, 8)).toBe('bf9cf968')
})

it('is the same for the same bytes, and another where one byte is', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 50 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (all, at, by) => {
        const other = all.slice()
        const place = at % all.length
        other[place] = ((all[place] ?? 0) + by) % 256
        expect(fingerprint(all)).toMatch(/^[0-9a-f]{16}$/)
        expect(fingerprint(all.slice())).toBe(fingerprint(all))
        expect(fingerprint(other)).not.toBe(fingerprint(all))
      },
    ),
  )
})
