import { type Engine, openEngine } from './engine.ts'
import { ArchiveError, type ArchiveProblem, type FromWorker, type ToWorker } from './protocol.ts'
import { sourceOf } from './text.ts'

/** The global scope of a worker; the types of the page's are the ones at hand. */
interface Scope {
  postMessage(message: FromWorker): void
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null
}
const scope = globalThis as unknown as Scope

let engine: Engine | undefined

scope.onmessage = async ({ data }) => {
  const id = 'ask' in data ? { id: data.id } : {}
  try {
    if ('open' in data) {
      const tell = (progress: FromWorker & object) => scope.postMessage(progress)
      engine = await openEngine(sourceOf(data.open, data.merges), data.layout, data.entry, (progress) =>
        tell({ progress }),
      )
      scope.postMessage({ opened: engine.summary })
      engine.prepare()
    } else {
      if (!engine) throw new ArchiveError('failed', 'nothing opened')
      const ask = engine[data.ask] as (...args: readonly unknown[]) => unknown
      scope.postMessage({ id: data.id, answer: ask(...data.args) })
    }
  } catch (error) {
    scope.postMessage({ ...id, ...problemOf(error) })
  }
}

function problemOf(error: unknown): { problem: ArchiveProblem; detail: string } {
  if (error instanceof ArchiveError) return { problem: error.kind, detail: error.detail }
  const detail = error instanceof Error ? error.message : String(error)
  // No array of that length, or no memory for it.
  if (error instanceof RangeError) return { problem: 'no-memory', detail }
  const isFile = error instanceof DOMException && /NotReadable|NotFound|Security/.test(error.name)
  return { problem: isFile ? 'unread' : 'failed', detail }
}
