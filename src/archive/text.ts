import { type Encoding, markedEncoding } from '../load/decode.ts'
import type { Merge } from '../load/parse.ts'
import { ArchiveError } from './protocol.ts'

/** A file that can be gone through again from its start. */
export interface Source {
  readonly size: number
  readonly pieces: () => AsyncIterable<Uint8Array>
  /** Where it was found out before: rows that are told as they come cannot be taken back. */
  readonly encoding?: Encoding
  /** Cells shown as one, where it is the text of a workbook's sheet (load/tableText.ts); undefined for a file of text. */
  readonly merges?: readonly Merge[]
}

/** A file of a page. Its own stream is read ahead by the browser; pieces fetched one by one took half as long again. */
export const sourceOf = (blob: Blob, merges?: readonly Merge[]): Source => ({
  size: blob.size,
  ...(merges && { merges }),
  async *pieces() {
    const reader = blob.stream().getReader()
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
    } finally {
      await reader.cancel()
    }
  },
})

/** What goes through the text as it comes; told to begin anew where the encoding was guessed wrong. */
export interface TextTaker {
  begin(): void
  /**
   * @param read bytes of the file so far
   * @param piece those of the text, where the file holds them in UTF-8
   */
  take(text: string, read: number, piece?: Uint8Array): void
}

/**
 * Goes through a file's text piece by piece, with the order of encodings of load/decode.ts: by its mark, else strict
 * UTF-8, else GB18030. What was taken for UTF-8 until a byte that is none of it is begun anew.
 * @throws ArchiveError `no-text`, and whatever source and taker throw
 */
export async function readText(source: Source, taker: TextTaker): Promise<Encoding> {
  const marked = source.encoding ?? (await markOf(source))
  for (const encoding of marked ? [marked] : (['utf-8', 'gb18030'] as const))
    if (await isReadAs(encoding, source, taker)) return encoding
  throw new ArchiveError('no-text')
}

/** False where the bytes are none of this encoding. */
async function isReadAs(encoding: Encoding, source: Source, taker: TextTaker): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  taker.begin()
  let read = 0
  const take = (text: string, piece?: Uint8Array) => {
    // No table holds a NUL; pictures and workbooks do.
    if (text.includes('\u0000')) throw new ArchiveError('no-text')
    taker.take(text, read, encoding === 'utf-8' ? piece : undefined)
  }
  for await (const whole of source.pieces()) {
    for (let from = 0; from < whole.length; from += PIECE) {
      const piece = whole.subarray(from, from + PIECE)
      const text = decoded(() => decoder.decode(piece, { stream: true }))
      if (text === undefined) return false
      read += piece.length
      take(text, piece)
    }
  }
  const rest = decoded(() => decoder.decode())
  if (rest === undefined) return false
  take(rest)
  return true
}

/** Texts of this many bytes are parsed fastest: they stay in the processor's cache. */
const PIECE = 1 << 19

function decoded(decode: () => string): string | undefined {
  try {
    return decode()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

async function markOf(source: Source): Promise<Encoding | undefined> {
  const first: number[] = []
  for await (const piece of source.pieces()) {
    first.push(...piece.subarray(0, 3))
    if (first.length >= 3) break
  }
  return markedEncoding(first)
}
