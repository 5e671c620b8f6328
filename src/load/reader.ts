import type { Refusal } from '../model/refusal.ts'
import type { Encoding } from './decode.ts'
import type { Table } from './parse.ts'
import type { Answer, Question, Told } from './readerWorker.ts'

/** A sheet as the page gets it from the reader: whole where it is short, else its beginning. */
export interface FoundSheet {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenLines: number
  /** Records, the header among them; undefined where only the file's beginning was read. */
  readonly records: number | undefined
  /** The first records. */
  readonly head: Table
  /** All of them, where there are at most `MOST_RECORDS`. */
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
export const LARGE = 1 << 23
export const BEGINNING = 1 << 18
/** No browser holds more than this in one piece with room to work. */
export const LARGEST = 1 << 29

/** The reader's script could not be fetched. */
export class ReaderMissing extends Error {}

/**
 * Reads files in a worker of their own, so that the page stays free, and lets go of it when told: what it was doing
 * ends there.
 */
export function startReader() {
  const worker = new Worker(new URL('./readerWorker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { give: (answer: Answer) => void; fail: (error: Error) => void }>()
  let count = 0
  const failAll = (error: Error) => {
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) one?.fail(new Error(data.error))
    else one?.give(data.answer)
  }
  // A script that cannot be had says nothing; one that fails says what.
  worker.onerror = (e) => failAll(e.message ? new Error(e.message) : new ReaderMissing())
  const ask = (question: Question) =>
    new Promise<Answer>((give, fail) => {
      count += 1
      waiting.set(count, { give, fail })
      worker.postMessage({ id: count, question })
    })
  return {
    /** What a file is. @throws where the worker came to an end */
    async read(file: Blob, name: string): Promise<Found> {
      return (await ask({ kind: 'read', file, name })) as Found
    },
    /** A sheet of the workbook read last, as CSV whose lines are the sheet's. */
    async asCsv(sheet: number): Promise<Blob> {
      return (await ask({ kind: 'csv', sheet })) as Blob
    },
    /** A file's SHA-256 (load/hash.ts); of a large one it would hold up the page. */
    async hash(file: Blob): Promise<string> {
      return (await ask({ kind: 'hash', file })) as string
    },
    stop(): void {
      worker.terminate()
      failAll(new Error('stopped'))
    },
  }
}

export type Reader = ReturnType<typeof startReader>
