import type { Engine, Step, StoreName } from './engine.ts'
import type { KeptProblem } from './kept.ts'
import { contents } from './memory.ts'
import { Gone, problemOf } from './problem.ts'

/** What a change gave; and why it is gone with the page, where the database would not have it. */
export interface Made<T> {
  readonly value: T
  readonly notKept?: KeptProblem
}

/** Stores in which a key is a data set's. */
export const OF_A_SET = ['infos', 'originals', 'corrections'] as const

type Work<T> = (step: Step) => Promise<T>

/** A database, and the page's own memory for what it would not take: no change is lost while the page lasts. */
export interface Lasting {
  /** @throws as `Engine.transact`, where memory cannot help: something is to be removed, or cannot even be read */
  transact<T>(stores: readonly StoreName[], mode: 'readonly' | 'readwrite', work: Work<T>): Promise<Made<T>>
  /** Why a data set, or something said of it, is gone with the page; undefined where all of it is kept. */
  notKept(id: string): KeptProblem | undefined
  /** Tries once more to keep a data set. @throws whatever the database throws; it stays in memory then */
  keep(id: string): Promise<void>
  close(): void
}

/** Memory alone: nothing outlasts the page, for the reason given. */
export const passing = (engine: Engine, problem: KeptProblem): Lasting => ({
  async transact(stores, mode, work) {
    const value = await engine.transact(stores, mode, work)
    return made(value, mode === 'readonly' ? undefined : problem)
  },
  notKept: () => problem,
  keep: async () => undefined,
  close: engine.close,
})

export function lasting(engine: Engine): Lasting {
  const memory = startMemory()
  let last: Promise<unknown> = Promise.resolve()

  /** One after another: memory changes only when the database has ended. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = last.then(work)
    last = run.catch(() => undefined)
    return run
  }

  async function change<T>(stores: readonly StoreName[], work: Work<T>): Promise<Made<T>> {
    const staged: Staged = new Map()
    try {
      const value = await engine.transact(stores, 'readwrite', (step) =>
        work(memory.over(step, staged, false)),
      )
      return made(value, memory.settle(staged))
    } catch (error) {
      if (error instanceof Gone) throw error
      return changeMemory(error, stores, work)
    }
  }

  /** The same once more, into memory; what was kept before is still read, if it can be. */
  async function changeMemory<T>(
    why: unknown,
    stores: readonly StoreName[],
    work: Work<T>,
  ): Promise<Made<T>> {
    const staged: Staged = new Map()
    const run = (step: Step) => work(memory.over({ ...step, delete: refusing(why).delete }, staged, true))
    const value = await engine.transact(stores, 'readonly', run).catch((error: unknown) => {
      if (error instanceof Gone || error === why) throw error
      staged.clear()
      return run({ ...refusing(why), infos: async () => [] })
    })
    return made(value, memory.settle(staged, problemOf(why)))
  }

  return {
    async transact(stores, mode, work) {
      if (mode === 'readwrite') return inTurn(() => change(stores, work))
      const none: Staged = new Map()
      try {
        return { value: await engine.transact(stores, mode, (step) => work(memory.over(step, none, false))) }
      } catch (error) {
        if (error instanceof Gone) throw error
        return { value: await work(memory.over(refusing(error), none, false)) }
      }
    },
    notKept: memory.notKept,
    keep: (id) =>
      inTurn(async () => {
        await engine.transact(OF_A_SET, 'readwrite', (step) => memory.putAll(step, id))
        memory.forget(id)
      }),
    close: engine.close,
  }
}

/** What memory is told within one change: it comes true with the change. Undefined takes something out. */
type Staged = Map<string, { readonly store: StoreName; readonly key: string; readonly value: unknown }>

function startMemory() {
  const here = contents()
  const reasons = new Map<string, KeptProblem>()
  return {
    /** The database as it looks with memory above it. @param isInstead whether memory takes what is put */
    over(step: Step, staged: Staged, isInstead: boolean): Step {
      const tell = (store: StoreName, key: string, value: unknown) =>
        void staged.set(nameOf(store, key), { store, key, value })
      // Of such a set the database has no original: what is said of it belongs here too.
      const isOfHere = (store: StoreName, key: string) =>
        store !== 'settings' &&
        (here.originals.has(key) || staged.get(nameOf('originals', key))?.value !== undefined)
      return {
        async get(store, key) {
          const told = staged.get(nameOf(store, key))
          if (told) return told.value as never
          return (here[store].get(key) as never) ?? step.get(store, key)
        },
        async infos() {
          const kept = await step.infos().catch((error: unknown) => {
            if (here.infos.size === 0) throw error
            return []
          })
          return [...new Map([...kept.map((info) => [info.id, info] as const), ...here.infos]).values()]
        },
        async put(store, key, value) {
          if (isInstead || isOfHere(store, key)) return tell(store, key, value)
          await step.put(store, key, value)
          if (here[store].has(key)) tell(store, key, undefined)
        },
        async delete(store, key) {
          if (!isOfHere(store, key)) await step.delete(store, key)
          if (here[store].has(key)) tell(store, key, undefined)
        },
      }
    },
    /** @param reason why the database would not have it; @returns why something of it is not kept */
    settle(staged: Staged, reason?: KeptProblem): KeptProblem | undefined {
      let notKept: KeptProblem | undefined
      for (const [name, { store, key, value }] of staged) {
        if (value === undefined) {
          here[store].delete(key)
          reasons.delete(name)
          continue
        }
        here[store].set(key, value as never)
        notKept = reason ?? reasons.get(nameOf('originals', key))
        if (notKept) reasons.set(name, notKept)
      }
      return notKept
    },
    notKept: (id: string): KeptProblem | undefined =>
      OF_A_SET.map((store) => reasons.get(nameOf(store, id))).find((reason) => reason !== undefined),
    async putAll(step: Step, id: string): Promise<void> {
      for (const store of OF_A_SET) {
        const value = here[store].get(id)
        if (value !== undefined) await step.put(store, id, value)
      }
    },
    forget(id: string): void {
      for (const store of OF_A_SET) {
        here[store].delete(id)
        reasons.delete(nameOf(store, id))
      }
    },
  }
}

const nameOf = (store: StoreName, key: string): string => `${store} ${key}`

const made = <T>(value: T, notKept: KeptProblem | undefined): Made<T> =>
  notKept ? { value, notKept } : { value }

/** A database that does nothing, and says why. */
function refusing(why: unknown): Step {
  const refuse = async () => {
    throw why
  }
  return { get: refuse, infos: refuse, put: refuse, delete: refuse }
}
