import type { Source } from '../archive/text.ts'
import type { FileLike } from '../load/findTables.ts'

/** The bytes of a file, or of standard input. */
export interface FileBytes {
  readonly size: number
  /** @param to not included */
  read(from: number, to: number): Uint8Array
}

/** Bytes read at a time. */
const PIECE = 1 << 20

/** Piece by piece, from the beginning; may be gone through again. */
export const piecesOf = (bytes: FileBytes): Iterable<Uint8Array> => ({
  *[Symbol.iterator]() {
    for (let from = 0; from < bytes.size; from += PIECE)
      yield bytes.read(from, Math.min(bytes.size, from + PIECE))
  },
})

/** As a file that a reader brings to the page. */
export const fileLike = (bytes: FileBytes): FileLike => ({
  size: bytes.size,
  arrayBuffer: async () => copyOf(bytes.read(0, bytes.size)),
  slice: (from, to) => ({
    arrayBuffer: async () => copyOf(bytes.read(from, Math.min(bytes.size, to))),
  }),
})

const copyOf = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer

/** As an archive is read from it. */
export const sourceOf = (bytes: FileBytes): Source => ({
  size: bytes.size,
  async *pieces() {
    yield* piecesOf(bytes)
  },
})
