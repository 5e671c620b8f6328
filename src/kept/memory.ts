import type { Engine, Step, StoreName, Stores } from './engine.ts'

export type Contents = { readonly [S in StoreName]: Map<string, Stores[S]> }

export const contents = (): Contents => ({
  infos: new Map(),
  originals: new Map(),
  corrections: new Map(),
  settings: new Map(),
})

const copyOf = (contents: Contents): Contents => ({
  infos: new Map(contents.infos),
  originals: new Map(contents.originals),
  corrections: new Map(contents.corrections),
  settings: new Map(contents.settings),
})

const stepIn = (contents: Contents): Step => ({
  get: async (store, key) => contents[store].get(key),
  infos: async () => [...contents.infos.values()],
  put: async (store, key, value) => {
    contents[store].set(key, value)
  },
  delete: async (store, key) => {
    contents[store].delete(key)
  },
})

/** Keeps as long as the page lasts, for browsers that keep nothing. */
export function memory(): Engine {
  let now = contents()
  let last: Promise<unknown> = Promise.resolve()
  return {
    transact(_, __, work) {
      // One after another, as a database does.
      const run = last.then(async () => {
        const copy = copyOf(now)
        const value = await work(stepIn(copy))
        now = copy
        return value
      })
      last = run.catch(() => undefined)
      return run
    },
    close: () => undefined,
  }
}
