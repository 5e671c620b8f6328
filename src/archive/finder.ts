import { FOLD, plainOf, WIDE } from './bytes.ts'

/** The first place at or behind `from` and before `end` at which a text stands, or a place within it; −1 for none. */
export type Finder = (from: number, end: number) => number

/**
 * Looks for a text in bytes of UTF-8, whatever the case of its ASCII letters.
 * @param text upper case of ASCII made lower
 * @param wide a flag for each ASCII byte that is to be found by its full-width form too
 */
export function finderOf(bytes: Uint8Array, text: string, wide: Uint8Array): Finder {
  const needle = new TextEncoder().encode(text)
  return needle.some((byte) => wide[byte] === 1) ? finderByStart(bytes, needle) : finderByEnd(bytes, needle)
}

/** Source: R. N. Horspool, Practical fast searching in strings, 1980. */
function finderByEnd(bytes: Uint8Array, needle: Uint8Array): Finder {
  const last = needle.length - 1
  const skip = skipsOf(needle)
  const endsAt = (at: number): boolean => {
    let i = last
    while (i >= 0 && FOLD[bytes[at - last + i] ?? 0] === needle[i]) i -= 1
    return i < 0
  }
  return (from, end) => {
    for (let at = from + last; at < end; ) {
      const step = skip[bytes[at] ?? 0] ?? 1
      // Only the last byte of what is looked for has a step below zero.
      if (step < 0 && endsAt(at)) return at
      at += Math.abs(step)
    }
    return -1
  }
}

/** How far to go on from each byte that stands where the last of the needle would; below zero where it is that one. */
function skipsOf(needle: Uint8Array): Int32Array {
  const last = needle.length - 1
  const lower = new Int32Array(256).fill(needle.length)
  for (let i = 0; i < last; i++) lower[needle[i] ?? 0] = last - i
  const final = needle[last] ?? 0
  lower[final] = -(lower[final] ?? 1)
  return Int32Array.from(lower, (_, byte) => lower[FOLD[byte] ?? 0] ?? 1)
}

/** The same where any letter may be one byte long or three: only what can stand in none of them is stepped over. */
function finderByStart(bytes: Uint8Array, needle: Uint8Array): Finder {
  const first = needle[0] ?? 0
  const last = needle.length - 1
  const begins = FOLD.map((byte, own) => Number(byte === first || (own === WIDE && first < 0x80)))
  const isWithin = FOLD.map((byte) =>
    Number(needle.includes(byte) || byte === WIDE || (byte >= 0x80 && byte < 0xc0)),
  )
  const startsAt = (place: number): boolean => {
    let at = place
    for (const wanted of needle) {
      const byte = bytes[at] ?? 0
      if (FOLD[byte] === wanted) at += 1
      else if (byte === WIDE && plainOf(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) === wanted) at += 3
      else return false
    }
    return true
  }
  return (from, end) => {
    // As short as it can be, it would end here.
    for (let at = from; at + last < end; ) {
      if (isWithin[bytes[at + last] ?? 0] === 0) at += needle.length
      else if (begins[bytes[at] ?? 0] === 1 && startsAt(at)) return at
      else at += 1
    }
    return -1
  }
}
