import type { Engine, Step } from './engine.ts'
import { nameOf } from './problem.ts'

/** An original as it stands in a store that takes no blobs. */
interface Bytes {
  readonly bytes: ArrayBuffer
  readonly type: string
}

/**
 * Keeps originals as bare bytes where the database refuses blobs, as WebKit's does in its private windows; what is
 * read is a blob either way.
 */
export function withBytes(engine: Engine): Engine {
  return {
    async transact(stores, mode, work) {
      const met = new Map<Blob, Bytes | undefined>()
      const attempt = () => engine.transact(stores, mode, (step) => work(translating(step, met)))
      try {
        return await attempt()
      } catch (error) {
        if (met.size === 0 || !REFUSED.has(nameOf(error))) throw error
        // Read before the second try: a transaction waits for nothing but its own steps.
        for (const blob of met.keys()) met.set(blob, { bytes: await blob.arrayBuffer(), type: blob.type })
        return await attempt()
      }
    },
    close: engine.close,
  }
}

/** What browsers say of blobs that they cannot keep: WebKit the first two, Chromium the third. */
const REFUSED: ReadonlySet<string> = new Set(['DataCloneError', 'UnknownError', 'DataError'])

const translating = (step: Step, met: Map<Blob, Bytes | undefined>): Step => ({
  ...step,
  async get(store, key) {
    const value: unknown = await step.get(store, key)
    return (isBytes(value) ? new Blob([value.bytes], { type: value.type }) : value) as never
  },
  put(store, key, value) {
    if (!(value instanceof Blob)) return step.put(store, key, value)
    const bytes = met.get(value)
    met.set(value, bytes)
    return step.put(store, key, (bytes ?? value) as typeof value)
  },
})

const isBytes = (value: unknown): value is Bytes =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof ArrayBuffer
