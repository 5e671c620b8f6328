import { Inflate } from 'fflate'
import { crc32 } from '../../lib/crc32.ts'

/** One file inside a ZIP archive, as its directory has it. */
export interface Entry {
  readonly name: string
  readonly encrypted: boolean
  /** 0: stored, 8: deflated. */
  readonly method: number
  readonly crc: number
  /** Bytes in the archive. */
  readonly packed: number
  /** Bytes when unpacked, as the archive says; held to when unpacking. */
  readonly size: number
  /** Where its own header begins. */
  readonly at: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
/** Stands for a number that is found in the entry's ZIP64 field. */
const IN_ZIP64 = 0xffffffff
const ZIP64 = 1
/** So many bytes are unpacked before it is looked how much came out; deflate makes at most 1,032 of one. */
const STEP = 1 << 14

/**
 * The files of an archive by its directory at the end; undefined where there is none or it is broken.
 * Local headers are not gone by: many writers leave the sizes out of them.
 */
export function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  try {
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== ENTRY) return undefined
      entries.push(entryAt(bytes, view, at))
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  return entries
}

function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true)
  const extra = at + 46 + nameLength
  const long = zip64Of(view, extra, extra + view.getUint16(at + 30, true))
  const number = (place: number) => {
    const value = view.getUint32(at + place, true)
    return value === IN_ZIP64 ? long() : value
  }
  // Sizes stand in ZIP64 in this order, each only where it is missing here.
  const size = number(24)
  const packed = number(20)
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, extra)).replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    at: number(42),
  }
}

/** Gives the 64-bit numbers of an entry one after the other. */
function zip64Of(view: DataView, from: number, to: number): () => number {
  let at = from
  while (at + 4 <= to && view.getUint16(at, true) !== ZIP64) at += 4 + view.getUint16(at + 2, true)
  at += 4
  return () => {
    if (at + 8 > to) throw new RangeError('no ZIP64 field')
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  }
}

/**
 * The bytes of one file. @throws where they are packed in a way that workbooks are not, come to more or fewer than
 * the directory says, or are not what was packed (a digit changed on a broken disk must not be read as printed)
 */
export function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.at, true) !== LOCAL) throw new Error(`${entry.name}: no header`)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Error(`${entry.name}: broken`)
  return content
}

function inflate(packed: Uint8Array, { name, method, size }: Entry): Uint8Array {
  if (method !== 8) throw new Error(`${name}: packed by method ${method}`)
  const out = new Uint8Array(size)
  let filled = 0
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw new Error(`${name}: larger than it says`)
    out.set(piece, filled)
    filled += piece.length
  })
  for (let at = 0; at === 0 || at < packed.length; at += STEP)
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
  return out.subarray(0, filled)
}
