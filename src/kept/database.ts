import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { withBytes } from './blobs.ts'
import type { Engine, StoreName, Stores } from './engine.ts'
import type { KeptInfo, KeptProblem } from './kept.ts'
import { Closed, openingProblem, Silent } from './problem.ts'

type Schema = DBSchema & { [S in StoreName]: { key: string; value: Stores[S] } }
type Database = IDBPDatabase<Schema>

/** What each version of the schema adds to the one before; a database of any earlier version runs the rest of them. */
export type Upgrade = (database: Database) => void

/** Never change one that was published: add another. */
export const UPGRADES: readonly Upgrade[] = [
  (database) => {
    for (const store of ['infos', 'originals', 'corrections', 'settings'] as const)
      database.createObjectStore(store)
  },
]

export const DATABASE = 'livelihood-board'

/** A database opens in milliseconds; WebKit's has been known to say nothing at all. */
const MOST_SILENT_MS = 5000

/**
 * Opens the browser's database, made or upgraded as needed. Never rejects. Where another tab holds on to an older
 * version, or no answer comes, it is not waited for.
 */
export function openDatabase(
  name: string,
  upgrades: readonly Upgrade[],
): Promise<{ readonly engine: Engine } | { readonly problem: KeptProblem }> {
  return new Promise((resolve) => {
    let isClosed = false
    const fail = (error: unknown) => resolve({ problem: openingProblem(error) })
    const silence = setTimeout(() => fail(new Silent()), MOST_SILENT_MS)
    const opening = async () => {
      const database = await openDB<Schema>(name, upgrades.length, {
        upgrade: (db, from) => {
          for (const step of upgrades.slice(from)) step(db)
        },
        // Whatever comes of it later makes way for others at once, like any other tab.
        blocked: () => resolve({ problem: { kind: 'blocked' } }),
        // A newer version waits for us: it goes first.
        blocking: (_, __, event) => {
          isClosed = true
          ;(event.target as IDBDatabase).close()
        },
        terminated: () => {
          isClosed = true
        },
      })
      resolve({ engine: withBytes(engineOf(database, () => isClosed)) })
    }
    opening()
      .catch(fail)
      .finally(() => clearTimeout(silence))
  })
}

function engineOf(database: Database, isClosed: () => boolean): Engine {
  let isDone = false
  return {
    async transact(stores, mode, work) {
      if (isDone || isClosed()) throw new Closed()
      const transaction = database.transaction(stores, mode, { durability: 'strict' })
      // Told below, where it is waited for; a step that fails ends it first.
      transaction.done.catch(() => undefined)
      // Each store is writable if the transaction is; idb's types would ask for that at every call.
      const of = (store: StoreName) => transaction.objectStore(store) as unknown as WritableStore
      try {
        const value = await work({
          get: (store, key) => of(store).get(key),
          infos: () => of('infos').getAll(),
          put: async (store, key, value) => void (await of(store).put(value, key)),
          delete: (store, key) => of(store).delete(key),
        })
        await transaction.done
        return value
      } catch (error) {
        throw await reasonOf(error, transaction)
      }
    },
    close() {
      isDone = true
      database.close()
    },
  }
}

interface WritableStore {
  get(key: string): Promise<never>
  getAll(): Promise<KeptInfo[]>
  put(value: unknown, key: string): Promise<unknown>
  delete(key: string): Promise<void>
}

/** Takes back what was done, and finds the error behind the aborted transaction. */
async function reasonOf(
  error: unknown,
  transaction: { abort(): void; readonly error: DOMException | null; readonly done: Promise<void> },
): Promise<unknown> {
  try {
    transaction.abort()
  } catch {
    // It had ended by itself.
  }
  await transaction.done.catch(() => undefined)
  return transaction.error ?? error
}
