import { hashOf, hex } from '../load/hash.ts'
import type { Correction } from '../model/correction.ts'
import { openChannel } from './channel.ts'
import { DATABASE, openDatabase, UPGRADES, type Upgrade } from './database.ts'
import type { Step, StoreName } from './engine.ts'
import type { Kept, KeptChange, KeptInfo, KeptProblem, KeptSet, Outcome, Settings } from './kept.ts'
import { type Lasting, lasting, OF_A_SET, passing } from './lasting.ts'
import { memory } from './memory.ts'
import { attempt, Gone, problemOf } from './problem.ts'

/**
 * What this browser keeps. Never rejects: where nothing can be kept, `problem` says why, and what is added lasts as
 * long as the page; so does what a database refuses that was open.
 */
export async function openKept(
  name: string = DATABASE,
  upgrades: readonly Upgrade[] = UPGRADES,
): Promise<Kept> {
  const opened = await openDatabase(name, upgrades)
  return 'engine' in opened
    ? keptIn(lasting(opened.engine), name)
    : keptIn(passing(memory(), opened.problem), undefined, opened.problem)
}

/** @param channel by which other tabs are told; undefined where they do not see what is kept */
function keptIn(engine: Lasting, channel: string | undefined, problem?: KeptProblem): Kept {
  const others = openChannel<KeptChange>(channel)

  const run = async <T>(
    stores: readonly StoreName[],
    mode: 'readonly' | 'readwrite',
    work: (step: Step) => Promise<T>,
  ): Promise<Outcome<T>> => {
    try {
      return { ok: true, ...(await engine.transact(stores, mode, work)) }
    } catch (error) {
      return { ok: false, problem: problemOf(error) }
    }
  }
  const read = <T>(store: StoreName, work: (step: Step) => Promise<T>) => run([store], 'readonly', work)

  async function write<T>(
    change: KeptChange,
    stores: readonly StoreName[],
    work: (step: Step) => Promise<T>,
  ): Promise<Outcome<T>> {
    const outcome = await run(stores, 'readwrite', work)
    if (outcome.ok && !outcome.notKept) others.tell(change)
    return outcome
  }

  /** A set comes in: what may be lost is worth asking for. */
  async function takeIn<T>(work: (step: Step) => Promise<T>): Promise<Outcome<T>> {
    const outcome = await write('sets', OF_A_SET, work)
    if (outcome.ok && !outcome.notKept) void askToPersist(engine)
    return outcome
  }

  return {
    problem,
    notKept: engine.notKept,
    keep: async (id) => {
      const kept = await attempt(() => engine.keep(id))
      if (!kept.ok) return kept
      others.tell('sets')
      return problem ? { ok: false, problem } : { ok: true, value: undefined }
    },
    list: async () => {
      const outcome = await read('infos', (step) => step.infos())
      return outcome.ok ? { ok: true, value: outcome.value.sort(lastOpenedFirst) } : outcome
    },
    add: async ({ original, hash, ...set }) => {
      const hashed = await attempt(async () => hash ?? (await hashOf(original)))
      if (!hashed.ok) return hashed
      const openedAt = new Date().toISOString()
      const info = { ...set, id: newId(), bytes: original.size, openedAt, hash: hashed.value }
      return takeIn(async (step) => {
        await putAll(step, { info, original, corrections: [] })
        return info
      })
    },
    rename: (id, name) =>
      write('sets', ['infos'], async (step) => {
        const info = { ...(await there(step, id)), name }
        await step.put('infos', id, info)
        return info
      }),
    remove: (id) =>
      write('sets', OF_A_SET, async (step) => {
        for (const store of OF_A_SET) await step.delete(store, id)
        return undefined
      }),
    original: (id) => read('originals', (step) => originalIn(step, id)),
    corrections: (id) => read('corrections', (step) => correctionsIn(step, id)),
    updateCorrections: (id, change) =>
      write('corrections', ['infos', 'corrections'], async (step) => {
        await there(step, id)
        const corrections = change(await correctionsIn(step, id))
        await step.put('corrections', id, corrections)
        return corrections
      }),
    whole: (id) =>
      run(OF_A_SET, 'readonly', async (step) => ({
        info: await there(step, id),
        original: await originalIn(step, id),
        corrections: await correctionsIn(step, id),
      })),
    bring: (set) =>
      takeIn(async (step) => {
        const infos = await step.infos()
        const same = infos.find((info) => info.hash === set.info.hash && info.sheet === set.info.sheet)
        if (same) return { isNew: false, info: same }
        const isTaken = infos.some(({ id }) => id === set.info.id)
        const info = isTaken ? { ...set.info, id: newId() } : set.info
        await putAll(step, { ...set, info })
        return { isNew: true, info }
      }),
    get: (key) => read('settings', (step) => setting(step, key)),
    set: (key, value) =>
      write('settings', ['settings'], async (step) => {
        await step.put('settings', key, value)
        return undefined
      }),
    update: (key, change) =>
      write('settings', ['settings'], async (step) => {
        const value = change(await setting(step, key))
        await step.put('settings', key, value)
        return value
      }),
    onChange: others.listen,
    close: () => {
      others.close()
      engine.close()
    },
  }
}

async function putAll(step: Step, { info, original, corrections }: KeptSet): Promise<void> {
  await step.put('infos', info.id, info)
  await step.put('originals', info.id, original)
  if (corrections.length > 0) await step.put('corrections', info.id, corrections)
}

async function there(step: Step, id: string): Promise<KeptInfo> {
  const info = await step.get('infos', id)
  if (!info) throw new Gone()
  return info
}

async function originalIn(step: Step, id: string): Promise<Blob> {
  const original = await step.get('originals', id)
  if (!original) throw new Gone()
  return original
}

const correctionsIn = async (step: Step, id: string): Promise<readonly Correction[]> =>
  (await step.get('corrections', id)) ?? []

/** Only `set` and `update` write there, each by the setting's own type. */
const setting = async <K extends keyof Settings>(step: Step, key: K): Promise<Settings[K] | undefined> =>
  (await step.get('settings', key)) as Settings[K] | undefined

const lastOpenedFirst = (a: KeptInfo, b: KeptInfo): number =>
  a.openedAt === b.openedAt ? (a.id < b.id ? -1 : 1) : a.openedAt < b.openedAt ? 1 : -1

/** `crypto.randomUUID` is missing on plain http. */
const newId = (): string => hex(crypto.getRandomValues(new Uint8Array(16)))

const ASKED = 'asked-to-persist'

/** Asks the browser, once for all, not to clear what is kept when room grows short. Whatever it says, all works. */
async function askToPersist(engine: Lasting): Promise<void> {
  try {
    const storage = (globalThis.navigator as Partial<Navigator> | undefined)?.storage
    if (!storage?.persist) return
    const wasAsked = await engine.transact(['settings'], 'readwrite', async (step) => {
      const before = await step.get('settings', ASKED)
      await step.put('settings', ASKED, true)
      return before === true
    })
    if (!wasAsked.value) await storage.persist()
  } catch {
    // It is only a wish.
  }
}
