import { expect, test } from 'vitest'
import { crc32 } from '../../src/lib/crc32.ts'

test.each([
  ['', 0],
  // The check value of every description of CRC-32.
  ['123456789', 0xcbf43926],
  ['a', 0xe8b7be43],
])('%j', (text, wanted) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(wanted)
})
