import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { restoreBackup, saveBackup } from '../../src/kept/backup.ts'
import type { Kept, KeptChange } from '../../src/kept/kept.ts'
import type { Correction } from '../../src/model/correction.ts'
import { bytesOf, done, newKept, notKept, open, openElsewhere, problemIn, startAfresh } from './build.ts'

const correction: Correction = { line: 2, column: 'actual', from: '3', to: '4', at: '2023-12-21T08:00:00Z' }

beforeEach(startAfresh)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Refuses what is put, from the nth on, where it is such a value. */
function refuse(
  name: string,
  from = 1,
  isSuch: (value: unknown, store: string) => boolean = () => true,
): void {
  const { prototype } = IDBObjectStore
  const put = prototype.put
  let count = 0
  vi.spyOn(prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const isOne = isSuch(value, this.name)
    if (isOne) count += 1
    if (isOne && count >= from) throw new DOMException('no', name)
    return put.call(this, value, key)
  })
}

async function reload(kept: Kept): Promise<Kept> {
  kept.close()
  vi.restoreAllMocks()
  return open()
}

describe('a full store', () => {
  test.each([1, 2])(
    'from write %d of a new data set on: all of it works until the page is closed',
    async (n) => {
      const kept = await open()
      const before = done(await kept.add(newKept({ name: '早' })))
      refuse('QuotaExceededError', n)
      const added = await kept.add(newKept({ name: '新' }))
      expect(notKept(added)).toBe('full')
      const info = done(added)
      expect(kept.notKept(info.id)).toEqual({ kind: 'full' })
      expect(kept.notKept(before.id)).toBeUndefined()
      expect(
        done(await kept.list())
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['新', '早'])
      expect(await bytesOf(done(await kept.original(info.id)))).toHaveLength(22)
      expect(done(await kept.updateCorrections(info.id, () => [correction]))).toEqual([correction])
      expect(notKept(await kept.rename(info.id, '改名'))).toBe('full')
      expect(done(await kept.whole(info.id))).toMatchObject({
        info: { ...info, name: '改名' },
        corrections: [correction],
      })
      expect(notKept(await kept.update('accepted', () => ({ 甲: '因' })))).toBe('full')
      expect(done(await kept.get('accepted'))).toEqual({ 甲: '因' })
      const later = await reload(kept)
      expect(done(await later.list())).toEqual([before])
      expect(done(await later.get('accepted'))).toBeUndefined()
    },
  )

  it('a correction made while there is room again is kept with the data set', async () => {
    const kept = await open()
    refuse('QuotaExceededError')
    const { id } = done(await kept.add(newKept()))
    done(await kept.updateCorrections(id, () => [correction]))
    vi.restoreAllMocks()
    const second = { ...correction, line: 3 }
    const [again, corrected] = await Promise.all([
      kept.keep(id),
      kept.updateCorrections(id, (list) => [...list, second]),
    ])
    expect([again.ok, notKept(corrected), kept.notKept(id)]).toEqual([true, 'none', undefined])
    expect(done(await (await reload(kept)).corrections(id))).toEqual([correction, second])
  })

  it('a correction of what is kept is seen, and its data set stays as it was kept', async () => {
    const kept = await open()
    const { id } = done(await kept.add(newKept()))
    await kept.updateCorrections(id, () => [correction])
    refuse('QuotaExceededError')
    const second = { ...correction, line: 3 }
    expect(notKept(await kept.updateCorrections(id, (list) => [...list, second]))).toBe('full')
    expect(done(await kept.corrections(id))).toEqual([correction, second])
    expect(kept.notKept(id)).toEqual({ kind: 'full' })
    expect(done(await (await reload(kept)).corrections(id))).toEqual([correction])
  })

  it('where there is room again, the next change keeps all of what it changes', async () => {
    const kept = await open()
    const { id } = done(await kept.add(newKept()))
    refuse('QuotaExceededError')
    await kept.updateCorrections(id, () => [correction])
    vi.restoreAllMocks()
    const second = { ...correction, line: 3 }
    expect(notKept(await kept.updateCorrections(id, (list) => [...list, second]))).toBe('none')
    expect(kept.notKept(id)).toBeUndefined()
    expect(done(await (await reload(kept)).corrections(id))).toEqual([correction, second])
  })

  it('what is only here stays together until it is kept as a whole', async () => {
    const kept = await open()
    refuse('QuotaExceededError')
    const { id } = done(await kept.add(newKept()))
    expect(problemIn(await kept.keep(id))).toBe('full')
    vi.restoreAllMocks()
    expect(notKept(await kept.updateCorrections(id, () => [correction]))).toBe('full')
    expect(notKept(await kept.rename(id, '名'))).toBe('full')
    done(await kept.keep(id))
    expect(kept.notKept(id)).toBeUndefined()
    const later = await reload(kept)
    expect(done(await later.whole(id))).toMatchObject({ info: { name: '名' }, corrections: [correction] })
  })

  it('what is only here is removed with all that was said of it, and comes back with no other', async () => {
    const kept = await open()
    refuse('QuotaExceededError')
    const { id } = done(await kept.add(newKept()))
    await kept.updateCorrections(id, () => [correction])
    done(await kept.remove(id))
    expect(done(await kept.list())).toEqual([])
    expect(problemIn(await kept.original(id))).toBe('gone')
    expect(done(await kept.corrections(id))).toEqual([])
    expect(kept.notKept(id)).toBeUndefined()
  })

  it('what cannot be removed is not hidden: it would be here again', async () => {
    const kept = await open()
    const info = done(await kept.add(newKept()))
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    expect(problemIn(await kept.remove(info.id))).toBe('failed')
    expect(done(await kept.list())).toEqual([info])
  })

  it('settings of several changes at once are all there', async () => {
    const kept = await open()
    refuse('QuotaExceededError')
    const names = ['a', 'b', 'c', 'd']
    await Promise.all(names.map((name) => kept.update('accepted', (all) => ({ ...all, [name]: '因' }))))
    expect(Object.keys(done(await kept.get('accepted')) ?? {}).sort()).toEqual(names)
  })

  it('other tabs are told of nothing that they could not see', async () => {
    const [kept, other] = [await open(), await open()]
    const heard: KeptChange[] = []
    other.onChange((change) => heard.push(change))
    refuse('QuotaExceededError')
    await kept.add(newKept())
    vi.restoreAllMocks()
    await kept.set('matches', { 甲: 'same' })
    await vi.waitFor(() => expect(heard).toEqual(['settings']))
  })

  it('a backup holds what is only here, too', async () => {
    const kept = await open()
    refuse('QuotaExceededError')
    const info = done(await kept.add(newKept()))
    const backup = done(await saveBackup(kept))
    vi.restoreAllMocks()
    expect(await restoreBackup(await openElsewhere(), backup)).toMatchObject({
      added: [info],
      notKept: undefined,
    })
  })
})

describe('blobs that the database refuses', () => {
  const isBlob = (value: unknown) => value instanceof Blob

  test.each(['DataCloneError', 'UnknownError'])(
    '%s: they are kept as bytes, their type too',
    async (name) => {
      const first = await open()
      refuse(name, 1, isBlob)
      const added = await first.add(newKept())
      expect(notKept(added)).toBe('none')
      const { id } = done(added)
      const kept = await reload(first)
      const original = done(await kept.original(id))
      expect(await original.text()).toBe('项目,指标\n甲,乙\n')
      expect(original.type).toBe('text/csv')
      expect(done(await kept.whole(id)).original).toBeInstanceOf(Blob)
    },
  )

  it('where bytes are refused as well, they are here until the page is closed', async () => {
    const kept = await open()
    refuse('DataCloneError', 1, (_, store) => store === 'originals')
    const added = await kept.add(newKept())
    expect(notKept(added)).toBe('failed')
    expect(await bytesOf(done(await kept.original(done(added).id)))).toHaveLength(22)
  })
})

describe('a database that is lost on the way', () => {
  const closed = () =>
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('no', 'InvalidStateError')
    })

  it('what is opened afterwards is here; what was kept is not said to be gone', async () => {
    const kept = await open()
    const { id } = done(await kept.add(newKept({ name: '早' })))
    closed()
    const added = await kept.add(newKept({ name: '新' }))
    expect(notKept(added)).toBe('closed')
    expect(done(await kept.list())).toEqual([done(added)])
    expect(problemIn(await kept.original(id))).toBe('closed')
    expect(problemIn(await kept.remove(id))).toBe('closed')
    done(await kept.remove(done(added).id))
    expect(problemIn(await kept.list())).toBe('closed')
    expect(done(await (await reload(kept)).list())).toMatchObject([{ id }])
  })

  it('one that never answers is not waited for', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
    const opening = open()
    await vi.advanceTimersByTimeAsync(10_000)
    const kept = await opening
    expect(kept.problem).toEqual({ kind: 'silent' })
    const added = await kept.add(newKept())
    expect(notKept(added)).toBe('silent')
    expect(kept.notKept(done(added).id)).toEqual({ kind: 'silent' })
  })
})
