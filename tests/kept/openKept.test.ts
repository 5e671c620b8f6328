import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { UPGRADES } from '../../src/kept/database.ts'
import type { Kept, KeptChange } from '../../src/kept/kept.ts'
import type { Correction } from '../../src/model/correction.ts'
import { bytesOf, done, newKept, notKept, open, problemIn, startAfresh } from './build.ts'

const correction: Correction = { line: 2, column: 'actual', from: '3', to: '4', at: '2023-12-21T08:00:00Z' }

beforeEach(startAfresh)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Closes and opens, as a reload does. */
async function reload(kept: Kept): Promise<Kept> {
  kept.close()
  return open()
}

describe('a data set', () => {
  it('outlasts the page with all that was said of it', async () => {
    const layout = {
      skip: 2,
      places: { project: 1 },
      constants: { year: '2023' },
      extra: [{ name: '备考', at: 3 }],
    }
    const first = await open()
    const info = done(await first.add(newKept({ kind: 'xlsx', sheet: '市定', layout })))
    const kept = await reload(first)
    expect(done(await kept.list())).toEqual([info])
    expect(info).toMatchObject({
      name: '某市二〇二三年',
      file: '某市.csv',
      kind: 'xlsx',
      sheet: '市定',
      layout,
      bytes: 22,
      hash: 'f35668e9fe185889686aa7038621e6e6c94f656f52fdda0d109f647b584b6364',
    })
  })

  it('gives its original back byte for byte, its type too', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256)
    const first = await open()
    const { id } = done(await first.add(newKept({ original: new Blob([bytes], { type: 'text/csv' }) })))
    const original = done(await (await reload(first)).original(id))
    expect(await bytesOf(original)).toEqual([...bytes])
    expect(original.type).toBe('text/csv')
  })

  it('is listed behind those opened later', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const kept = await open()
    for (const [name, at] of [
      ['甲', '2026-11-20'],
      ['乙', '2026-11-22'],
      ['丙', '2026-11-21'],
    ] as const) {
      vi.setSystemTime(new Date(at))
      await kept.add(newKept({ name }))
    }
    vi.useRealTimers()
    expect(done(await kept.list()).map(({ name }) => name)).toEqual(['乙', '丙', '甲'])
  })

  it('can be called something else, its file being called as before', async () => {
    const first = await open()
    const info = done(await first.add(newKept()))
    expect(done(await first.rename(info.id, '新名'))).toEqual({ ...info, name: '新名' })
    expect(done(await (await reload(first)).list())).toEqual([{ ...info, name: '新名' }])
  })

  it('is removed with its original and its corrections, and no other is', async () => {
    const kept = await open()
    const [gone, stays] = [done(await kept.add(newKept())), done(await kept.add(newKept()))]
    for (const { id } of [gone, stays]) await kept.updateCorrections(id, () => [correction])
    expect(done(await kept.remove(gone.id))).toBeUndefined()
    expect(done(await kept.list())).toEqual([stays])
    expect(problemIn(await kept.original(gone.id))).toBe('gone')
    expect(done(await kept.corrections(gone.id))).toEqual([])
    expect(done(await kept.corrections(stays.id))).toEqual([correction])
    expect((await kept.remove(gone.id)).ok).toBe(true)
  })

  it('that another tab removed is said to be gone, and nothing is kept for it', async () => {
    const kept = await open()
    expect(problemIn(await kept.rename('1', '名'))).toBe('gone')
    expect(problemIn(await kept.updateCorrections('1', () => [correction]))).toBe('gone')
    expect(done(await kept.corrections('1'))).toEqual([])
  })
})

describe('corrections and settings', () => {
  it('outlast the page', async () => {
    const first = await open()
    const { id } = done(await first.add(newKept()))
    expect(done(await first.corrections(id))).toEqual([])
    await first.updateCorrections(id, () => [correction])
    await first.set('matches', { 甲: 'same' })
    const kept = await reload(first)
    expect(done(await kept.corrections(id))).toEqual([correction])
    expect(done(await kept.get('matches'))).toEqual({ 甲: 'same' })
    expect(done(await kept.get('layouts'))).toBeUndefined()
  })

  it('corrections of two tabs at once are all there', async () => {
    const tabs = await Promise.all([open(), open()])
    const { id } = done(await tabs[0].add(newKept()))
    const lines = Array.from({ length: 20 }, (_, i) => i)
    const outcomes = await Promise.all(
      lines.map((line, i) =>
        tabs[i % 2]?.updateCorrections(id, (before) => [...before, { ...correction, line }]),
      ),
    )
    expect(done(await tabs[1].corrections(id)).map(({ line }) => line)).toEqual(lines)
    expect(outcomes.map((one) => one && done(one).length)).toEqual(lines.map((line) => line + 1))
  })

  it('corrections stay as they are where a change comes to nothing', async () => {
    const kept = await open()
    const { id } = done(await kept.add(newKept()))
    await kept.updateCorrections(id, () => [correction])
    const outcome = await kept.updateCorrections(id, () => {
      throw new Error('no')
    })
    expect(problemIn(outcome)).toBe('failed')
    expect(done(await kept.corrections(id))).toEqual([correction])
  })

  it('settings of two tabs at once are both there', async () => {
    const tabs = await Promise.all([open(), open()])
    const names = Array.from({ length: 20 }, (_, i) => `k${i}`)
    await Promise.all(
      names.map((name, i) => tabs[i % 2]?.update('accepted', (before) => ({ ...before, [name]: '因' }))),
    )
    expect(Object.keys(done(await tabs[0].get('accepted')) ?? {}).sort()).toEqual(names.sort())
  })
})

describe('all of a change, or nothing', () => {
  /** Everything that can be seen. */
  async function contents(kept: Kept) {
    const infos = done(await kept.list())
    return Promise.all(
      infos.map(async (info) => [
        info,
        await bytesOf(done(await kept.original(info.id))),
        done(await kept.corrections(info.id)),
      ]),
    )
  }

  /** Ends the transaction at its nth write, as a crash would. */
  function crashAt(method: 'put' | 'delete', n: number): void {
    const { prototype } = IDBObjectStore
    const write = prototype[method] as (...args: [unknown]) => IDBRequest
    let count = 0
    vi.spyOn(prototype, method as 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      count += 1
      const request = write.apply(this, args as [unknown])
      if (count === n) this.transaction.abort()
      return request
    })
  }

  test.each([1, 2])('keeping one, ended at write %d', async (n) => {
    const first = await open()
    const before = done(await first.add(newKept()))
    crashAt('put', n)
    expect(notKept(await first.add(newKept({ name: '半' })))).toBe('failed')
    vi.restoreAllMocks()
    const kept = await reload(first)
    expect((await contents(kept)).map(([info]) => info)).toEqual([before])
  })

  test.each([1, 2, 3])('removing one, ended at write %d', async (n) => {
    const first = await open()
    const { id } = done(await first.add(newKept()))
    await first.updateCorrections(id, () => [correction])
    const before = await contents(first)
    crashAt('delete', n)
    expect((await first.remove(id)).ok).toBe(false)
    vi.restoreAllMocks()
    expect(await contents(await reload(first))).toEqual(before)
  })

  it('also where a value cannot be kept at all', async () => {
    const kept = await open()
    const bad = newKept({ name: (() => '') as unknown as string })
    expect(notKept(await kept.add(bad))).toBe('failed')
    expect(done(await (await reload(kept)).list())).toEqual([])
  })

  it('also where only a later part of it cannot', async () => {
    const kept = await open()
    const original = Object.assign({ size: 3 }, { text: () => '' }) as unknown as Blob
    expect(notKept(await kept.add(newKept({ original, hash: 'x' })))).toBe('failed')
    expect(done(await (await reload(kept)).list())).toEqual([])
  })

  it('a tab that is told of nothing was told of nothing that failed', async () => {
    const [kept, other] = [await open(), await open()]
    const heard: KeptChange[] = []
    other.onChange((change) => heard.push(change))
    crashAt('put', 2)
    await kept.add(newKept())
    vi.restoreAllMocks()
    await kept.set('matches', { 甲: 'same' })
    await vi.waitFor(() => expect(heard).toEqual(['settings']))
  })
})

describe('every failure has a kind of its own', () => {
  const failing = (name: string) => () => {
    throw new DOMException('no', name)
  }

  test.each([
    ['SecurityError', 'unavailable'],
    ['InvalidStateError', 'unavailable'],
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'failed'],
  ])('opening ends in %s: %s, and the board works on', async (name, kind) => {
    vi.stubGlobal('indexedDB', { open: failing(name) })
    const kept = await open()
    expect(kept.problem?.kind).toBe(kind)
    const info = done(await kept.add(newKept()))
    await kept.updateCorrections(info.id, () => [correction])
    await kept.update('accepted', () => ({ a: 'b' }))
    expect(done(await kept.list())).toEqual([info])
    expect(await bytesOf(done(await kept.original(info.id)))).toHaveLength(22)
    expect(done(await kept.corrections(info.id))).toEqual([correction])
    expect(done(await kept.get('accepted'))).toEqual({ a: 'b' })
    await kept.remove(info.id)
    expect(done(await kept.list())).toEqual([])
  })

  it('no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    expect((await open()).problem).toEqual({ kind: 'unavailable' })
  })

  it('with it, there is no problem', async () => {
    expect((await open()).problem).toBeUndefined()
  })

  it('no room left', async () => {
    const kept = await open()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failing('QuotaExceededError'))
    expect(notKept(await kept.add(newKept()))).toBe('full')
    vi.restoreAllMocks()
    expect(done(await (await reload(kept)).list())).toEqual([])
  })

  it('a connection that the browser has closed', async () => {
    const kept = await open()
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(failing('InvalidStateError'))
    expect(problemIn(await kept.list())).toBe('closed')
  })

  it('a file that can no longer be read', async () => {
    const original = new Blob(['x'])
    original.arrayBuffer = failing('NotReadableError') as never
    const outcome = await (await open()).add(newKept({ original }))
    expect(outcome).toEqual({ ok: false, problem: { kind: 'failed', message: 'NotReadableError: no' } })
  })

  it('memory keeps nothing of a change that fails', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const kept = await open()
    await kept.set('matches', { 甲: 'same' })
    const outcome = await kept.update('matches', () => {
      throw new Error('no')
    })
    expect(problemIn(outcome)).toBe('failed')
    expect(done(await kept.get('matches'))).toEqual({ 甲: 'same' })
  })
})

describe('versions of the board', () => {
  const withMarks = [
    ...UPGRADES,
    (database: { createObjectStore(name: never): unknown }) => {
      database.createObjectStore('marks' as never)
    },
  ]

  it('a later one takes over what an earlier one kept', async () => {
    const first = await open()
    const info = done(await first.add(newKept()))
    first.close()
    const later = await open(undefined, withMarks)
    expect(later.problem).toBeUndefined()
    expect(done(await later.list())).toEqual([info])
    expect(await bytesOf(done(await later.original(info.id)))).toHaveLength(22)
  })

  it('an earlier one says that a later one was here, and spoils nothing', async () => {
    const later = await open(undefined, withMarks)
    const info = done(await later.add(newKept()))
    later.close()
    expect((await open()).problem).toEqual({ kind: 'newer' })
    expect(done(await (await open(undefined, withMarks)).list())).toEqual([info])
  })

  it('an open tab makes way for a later one, and says so when used', async () => {
    const tab = await open()
    await tab.add(newKept())
    const later = await open(undefined, withMarks)
    expect(later.problem).toBeUndefined()
    expect(done(await later.list())).toHaveLength(1)
    expect(problemIn(await tab.list())).toBe('closed')
    expect(notKept(await tab.add(newKept()))).toBe('closed')
  })

  it('a tab that does not make way is not waited for', async () => {
    ;(await open()).close()
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('livelihood-board', 1)
      request.onsuccess = () => resolve(request.result)
    })
    const later = await open(undefined, withMarks)
    expect(later.problem).toEqual({ kind: 'blocked' })
    expect((await later.add(newKept())).ok).toBe(true)
    stubborn.close()
    // The one that came too late makes way for a later version.
    const latest = await open(undefined, [...withMarks, () => undefined])
    expect(latest.problem).toBeUndefined()
    expect(done(await latest.list())).toEqual([])
  })
})

describe('beside others', () => {
  it('another tab hears what changed, and this one does not', async () => {
    const [kept, other] = [await open(), await open()]
    const heard: string[] = []
    kept.onChange((change) => heard.push(`own ${change}`))
    const end = other.onChange((change) => heard.push(change))
    const { id } = done(await kept.add(newKept()))
    await kept.updateCorrections(id, () => [correction])
    await kept.set('matches', { 甲: 'same' })
    await kept.rename(id, '名')
    await vi.waitFor(() => expect(heard).toEqual(['sets', 'corrections', 'settings', 'sets']))
    end()
    const third: string[] = []
    other.onChange((change) => third.push(change))
    await kept.remove(id)
    await vi.waitFor(() => expect(third).toEqual(['sets']))
    expect(heard).toHaveLength(4)
  })

  it('without a channel nothing is told, and all else works', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const kept = await open()
    kept.onChange(() => undefined)()
    expect((await kept.add(newKept())).ok).toBe(true)
  })

  it('the browser is asked once not to clear what is kept, and may refuse', async () => {
    const persist = vi.fn(async (): Promise<boolean> => {
      throw new Error('refused')
    })
    vi.stubGlobal('navigator', { storage: { persist } })
    const first = await open()
    expect(persist).not.toHaveBeenCalled()
    await first.add(newKept())
    await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1))
    await first.add(newKept())
    const kept = await reload(first)
    await kept.add(newKept())
    expect(done(await kept.list())).toHaveLength(3)
    expect(persist).toHaveBeenCalledTimes(1)
  })
})
