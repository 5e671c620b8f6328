import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { hashOf } from '../../src/load/hash.ts'

afterEach(() => vi.unstubAllGlobals())

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) % 256)
const wanted = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe.each([
  ['with crypto.subtle', true],
  ['on plain http, without', false],
])('%s', (_, hasSubtle) => {
  test.each([0, 1, 63, 64, 1000, (1 << 20) - 1, (1 << 20) + 1, 3 << 20])('%d bytes', async (length) => {
    if (!hasSubtle) vi.stubGlobal('crypto', {})
    const bytes = bytesOf(length)
    expect(await hashOf(new Blob([bytes]))).toBe(wanted(bytes))
  })
})

test('a large file is never held whole', async () => {
  const blob = new Blob([new Uint8Array((1 << 25) + 5)])
  const whole = vi.spyOn(blob, 'arrayBuffer')
  const slices = vi.spyOn(blob, 'slice')
  expect(await hashOf(blob)).toHaveLength(64)
  expect(whole).not.toHaveBeenCalled()
  expect(slices).toHaveBeenCalledTimes(33)
})
