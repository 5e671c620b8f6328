const MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

/**
 * The bytes of a text file → its text: by its byte-order mark, else strict UTF-8, else GB18030 (what Excel and
 * WPS write in China). UTF-8 first: almost any bytes pass for GB18030, and none that are not meant so for UTF-8.
 * @returns the text without its mark; undefined where the bytes are no text in any of them
 */
export function decode(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))
  const text = marked ? read(bytes, marked[0]) : (read(bytes, 'utf-8') ?? read(bytes, 'gb18030'))
  // No table holds a NUL; pictures and workbooks do.
  return text?.includes('\u0000') ? undefined : text
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
