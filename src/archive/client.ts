import type { Merge } from '../load/parse.ts'
import { PartMissing } from '../load/partMissing.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import type { Layout } from '../model/layout.ts'
import {
  type Archive,
  ArchiveError,
  type ArchiveProgress,
  type ArchiveQueries,
  type ArchiveSummary,
  type FromWorker,
  type ToWorker,
} from './protocol.ts'

/** As much of a `Worker` as is needed here; a stand-in serves in tests. */
export interface WorkerLike {
  postMessage(message: ToWorker): void
  terminate(): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'archive' })

/** A file of text as it is; of a workbook, a sheet's text and which of its cells are shown as one. */
export interface ArchiveText {
  readonly text: Blob
  readonly merges?: readonly Merge[]
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/**
 * Reads, checks and indexes a file in a worker of its own. An aborted signal ends the worker at once.
 *
 * @param layout where the columns stand, where the file's own header does not say so
 * @param tell told about ten times a second
 * @throws ArchiveError (as a rejection) of the kinds listed there, PartMissing where the worker cannot be fetched
 */
export function openArchive(
  { text, merges }: ArchiveText,
  layout: Layout | undefined,
  entry: CatalogueEntry,
  tell: (progress: ArchiveProgress) => void,
  signal: AbortSignal,
  start: () => WorkerLike = startWorker,
): Promise<Archive> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new ArchiveError('stopped'))
    const worker = start()
    const waiting = new Map<number, Waiting>()
    let ended: Error | undefined
    const end = (error: Error) => {
      ended ??= error
      worker.terminate()
      clearInterval(watch)
      signal.removeEventListener('abort', stop)
      reject(error)
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    const stop = () => end(new ArchiveError('stopped'))
    let silence = 0
    let hasSpoken = false
    const watch = setInterval(() => {
      silence += 1
      if (silence > MOST_SILENT) end(new ArchiveError('no-memory', 'no word from the worker'))
    }, SILENCE_MS)
    signal.addEventListener('abort', stop)
    // A worker that runs out of memory tells so, or tells nothing that could be read.
    worker.onerror = (event) => {
      event.preventDefault?.()
      // A script that cannot be had never said a word.
      if (!event.message && !hasSpoken) end(new PartMissing('archive'))
      else end(new ArchiveError(isMemory(event.message) ? 'no-memory' : 'failed', event.message))
    }
    worker.onmessageerror = () => end(new ArchiveError('no-memory'))
    worker.onmessage = ({ data }) => {
      silence = 0
      hasSpoken = true
      if ('progress' in data) return tell(data.progress)
      if ('opened' in data) {
        signal.removeEventListener('abort', stop)
        clearInterval(watch)
        return resolve(asked(worker, waiting, data.opened, stop, () => ended))
      }
      const one = data.id === undefined ? undefined : waiting.get(data.id)
      if (data.id !== undefined) waiting.delete(data.id)
      if ('answer' in data) return one?.resolve(data.answer as never)
      const error = new ArchiveError(data.problem, data.detail)
      if (one) one.reject(error)
      else end(error)
    }
    worker.postMessage({ open: text, ...(merges && { merges }), layout, entry })
  })
}

/** A worker that reads tells how far it is; one that its browser ended for want of memory may say nothing at all. */
const SILENCE_MS = 5000
const MOST_SILENT = 12

const isMemory = (message: string | undefined): boolean => /memory|allocation|too large/i.test(message ?? '')

function asked(
  worker: WorkerLike,
  waiting: Map<number, Waiting>,
  summary: ArchiveSummary,
  close: () => void,
  ended: () => Error | undefined,
): Archive {
  let last = 0
  const ask =
    <K extends keyof ArchiveQueries>(name: K) =>
    (...args: Parameters<ArchiveQueries[K]>): Promise<ReturnType<ArchiveQueries[K]>> =>
      new Promise((resolve, reject) => {
        const over = ended()
        if (over) return reject(over)
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage({ ask: name, id: last, args })
      })
  return {
    summary,
    answer: ask('answer'),
    rowsAt: ask('rowsAt'),
    itemsAt: ask('itemsAt'),
    csvAt: ask('csvAt'),
    issuesAt: ask('issuesAt'),
    leftOutAt: ask('leftOutAt'),
    subset: ask('subset'),
    close,
  }
}
