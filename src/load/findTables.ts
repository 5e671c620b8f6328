import type { Refusal } from '../model/refusal.ts'
import type { Encoding } from './decode.ts'
import { type Opened, readFile } from './openFile.ts'
import type { Table } from './parse.ts'

/** A sheet as the page gets it from the reader: whole where it is short, else its beginning. */
export interface FoundSheet {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenLines: number
  /** Records, the header among them; undefined where only the file's beginning was read. */
  readonly records: number | undefined
  /** The first records. */
  readonly head: Table
  /** All of them, where there are no more than were asked for. */
  readonly table: Table | undefined
}

export type Found =
  | { readonly kind: 'tables'; readonly sheets: readonly FoundSheet[]; readonly encoding?: Encoding }
  | { readonly kind: 'refused'; readonly why: Refusal }

/** Longer lists are read, checked and indexed in the archive's worker. */
export const MOST_RECORDS = 2000
/** So many records show what a table is. */
export const HEAD_RECORDS = 60
/** Of a larger text only the beginning is read here. */
const LARGE = 1 << 23
const BEGINNING = 1 << 18
/** No browser holds more than this in one piece with room to work. */
const LARGEST = 1 << 29

const ZIP = [0x50, 0x4b]

/** As much of a file as is needed here: a `Blob`, or what the command line has in its place. */
export interface FileLike {
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
  slice(from: number, to: number): Pick<FileLike, 'arrayBuffer'>
}

/**
 * What a file is: short sheets whole, the beginning of longer ones.
 * @param most records of a sheet that come whole; `Infinity` for a list that is known to be short
 * @returns what the page is told, and what was opened for it
 * @throws where the file cannot be had any more, or code could not be fetched
 */
export async function findTables(
  file: FileLike,
  name: string,
  most: number,
): Promise<{ readonly found: Found; readonly opened?: Opened }> {
  if (file.size > LARGEST)
    return {
      found: { kind: 'refused', why: { reason: 'too-large', size: file.size, limit: LARGEST } },
    }
  const first = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isZip = ZIP.every((byte, i) => first[i] === byte)
  const isPart = file.size > LARGE && !isZip && most !== Number.POSITIVE_INFINITY
  const bytes = new Uint8Array(await (isPart ? file.slice(0, BEGINNING) : file).arrayBuffer())
  const opened = await readFile(isPart ? wholeLines(bytes) : bytes, name, isPart)
  if (opened.kind === 'refused') return { found: opened }
  const sheets = opened.sheets.map(({ table, ...sheet }) => ({
    ...sheet,
    ...(isPart ? { ...shortened(table, 0), records: undefined } : shortened(table, most)),
  }))
  const { encoding } = opened
  return { found: { kind: 'tables', sheets, ...(encoding && { encoding }) }, opened }
}

/** A table as it is found: whole where it has at most so many records. */
export function shortened(table: Table, most = MOST_RECORDS): Pick<FoundSheet, 'records' | 'head' | 'table'> {
  const { records } = table
  return {
    records: records.length,
    head: { records: records.slice(0, HEAD_RECORDS), brokenQuotes: [] },
    table: records.length <= most ? table : undefined,
  }
}

/** The beginning of a text, cut behind its last line end: no character is halved there. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!isLittle && !isBig) {
    const end = bytes.lastIndexOf(0x0a)
    return end < 0 ? bytes : bytes.subarray(0, end + 1)
  }
  for (let i = bytes.length - (bytes.length % 2) - 2; i > 0; i -= 2)
    if (bytes[i + (isLittle ? 0 : 1)] === 0x0a && bytes[i + (isLittle ? 1 : 0)] === 0)
      return bytes.subarray(0, i + 2)
  return bytes
}
