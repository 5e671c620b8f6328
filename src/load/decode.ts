const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

export type Encoding = (typeof MARKS)[number][0] | 'gb18030'

/** The bytes of a file, piece by piece; may be gone through more than once. */
export type Bytes = Iterable<Uint8Array>

/**
 * The bytes of a text file → its text: by its byte-order mark, else strict UTF-8, else GB18030 (what Excel and
 * WPS write in China). UTF-8 first: almost any bytes pass for GB18030, and none that are not meant so for UTF-8.
 * @returns the text without its mark; undefined where the bytes are no text in any of them
 */
export function decode(bytes: Uint8Array | Bytes): string | undefined {
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes
  const encoding = encodingOf(pieces)
  return encoding && [...textOf(pieces, encoding)].join('')
}

/** In which encoding the bytes are a text; undefined where they are in none. */
export function encodingOf(bytes: Bytes): Encoding | undefined {
  const marked = markOf(bytes)
  if (marked) return isText(bytes, marked) === 'text' ? marked : undefined
  const utf8 = isText(bytes, 'utf-8')
  if (utf8 === 'text') return 'utf-8'
  return utf8 === 'other encoding' && isText(bytes, 'gb18030') === 'text' ? 'gb18030' : undefined
}

function markOf(bytes: Bytes): Encoding | undefined {
  const first: number[] = []
  for (const piece of bytes) {
    first.push(...piece.subarray(0, 3))
    if (first.length >= 3) break
  }
  return markedEncoding(first)
}

/** The encoding that a byte-order mark tells. */
export const markedEncoding = (first: readonly number[]): Encoding | undefined =>
  MARKS.find(([, mark]) => mark.every((byte, i) => first[i] === byte))?.[0]

function isText(bytes: Bytes, encoding: Encoding): 'text' | 'no text' | 'other encoding' {
  try {
    // No table holds a NUL; pictures and workbooks do.
    for (const text of textOf(bytes, encoding)) if (text.includes('\u0000')) return 'no text'
    return 'text'
  } catch {
    return 'other encoding'
  }
}

/** The text, piece by piece, a character never cut. @throws TypeError where the bytes are none of this encoding */
export function* textOf(bytes: Bytes, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (const piece of bytes) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}
