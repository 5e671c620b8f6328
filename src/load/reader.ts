import { type Found, MOST_RECORDS } from './findTables.ts'
import { PartMissing } from './partMissing.ts'
import type { Answer, Question, Told } from './readerWorker.ts'
import type { SheetText } from './tableText.ts'

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
    if ('error' in data) one?.fail(data.isMissing ? new PartMissing(data.error) : new Error(data.error))
    else one?.give(data.answer)
  }
  // A script that cannot be had says nothing; one that fails says what.
  worker.onerror = (e) => failAll(e.message ? new Error(e.message) : new PartMissing('reader'))
  const ask = (question: Question) =>
    new Promise<Answer>((give, fail) => {
      count += 1
      waiting.set(count, { give, fail })
      worker.postMessage({ id: count, question })
    })
  return {
    /** What a file is (load/findTables.ts). @throws where the worker came to an end */
    async read(file: Blob, name: string, most = MOST_RECORDS): Promise<Found> {
      return (await ask({ kind: 'read', file, name, most })) as Found
    },
    /** A sheet of the workbook read last, as the archive takes it. */
    async asText(sheet: number): Promise<SheetText> {
      return (await ask({ kind: 'sheet', sheet })) as SheetText
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
