import { ArchiveError } from './protocol.ts'

const [LF, CR] = [10, 13]

/** The bytes of a text in UTF-8, kept so that any line of it can be read again. */
export class TextBytes {
  bytes: Uint8Array
  length = 0
  private hasReturns = false
  private fullWidth: Uint8Array | undefined
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  private readonly encoder = new TextEncoder()

  /** @throws ArchiveError `too-large` where there is no array of so many bytes */
  constructor(expected: number) {
    this.bytes = room(expected)
  }

  /** @param piece the bytes of the text, where they are there in UTF-8 */
  add(text: string, piece?: Uint8Array): void {
    this.hasReturns ||= text.includes('\r')
    // No UTF-16 unit takes more than three bytes.
    this.reserve(piece ? piece.length : text.length * 3)
    if (piece) this.bytes.set(piece, this.length)
    this.length += piece
      ? piece.length
      : this.encoder.encodeInto(text, this.bytes.subarray(this.length)).written
  }

  text(from: number, to: number): string {
    return this.decoder.decode(this.bytes.subarray(from, to))
  }

  /** Where the next line begins; the end of the text where there is none. A line ends as in load/parse.ts. */
  nextLine(from: number): number {
    const { bytes, length } = this
    if (!this.hasReturns) {
      const end = bytes.indexOf(LF, from)
      return end < 0 || end >= length ? length : end + 1
    }
    let at = from
    while (at < length && bytes[at] !== LF && bytes[at] !== CR) at += 1
    if (at >= length) return length
    return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1
  }

  /** A flag for each ASCII byte: whether its full-width form stands anywhere, of letters in either case. */
  wide(): Uint8Array {
    this.fullWidth ??= this.findWide()
    return this.fullWidth
  }

  private findWide(): Uint8Array {
    const { bytes, length } = this
    const flags = new Uint8Array(128)
    for (let at = bytes.indexOf(WIDE); at >= 0 && at < length; at = bytes.indexOf(WIDE, at + 1)) {
      const plain = plainOf(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)
      if (plain !== 0) flags[plain] = 1
    }
    return flags
  }

  /** Gives back what was reserved too much. */
  end(): void {
    if (this.bytes.length > this.length * 1.1) this.bytes = this.bytes.slice(0, this.length)
  }

  private reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.bytes.length) return
    const larger = room(Math.max(needed, Math.ceil(this.bytes.length * 1.5)))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}

/** First of the three bytes of a full-width letter, digit or sign: U+FF01 to U+FF5E, as ASCII has them from `!` to `~`. */
export const WIDE = 0xef
/** The ASCII byte that its other two stand for, of a letter the lower case; 0 where they are none. */
export function plainOf(second: number, third: number): number {
  if (second === 0xbc && third > 0x80) return FOLD[third - 0x60] ?? 0
  return second === 0xbd && third < 0x9f ? third - 0x20 : 0
}
/** Bytes with upper case made lower, as long as they are ASCII. */
export const FOLD = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte,
)

/** Offsets are kept in 32 bits. */
const MOST = 2 ** 32 - 1

function room(size: number): Uint8Array {
  if (size > MOST) throw new ArchiveError('too-large')
  try {
    return new Uint8Array(size)
  } catch {
    throw new ArchiveError('too-large')
  }
}
