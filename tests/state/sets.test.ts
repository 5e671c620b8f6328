import { afterEach, describe, expect, it, vi } from 'vitest'
import { fingerprint } from '../../src/lib/fingerprint.ts'
import type { CatalogueEntry, DataSet } from '../../src/model/dataSet.ts'
import { renew } from '../../src/state/renew.ts'
import { HOME } from '../../src/state/route.ts'
import { setById } from '../../src/state/sets.ts'
import { createBoard, fetchSet, followSet, go, goAgain, goToSet, narrow } from '../../src/state/store.ts'
import { csv, dataSet, entry } from '../build.ts'

const first = dataSet([{ 完成值: '1' }], { file: 'first.csv' })
const other = dataSet([{ 完成值: '2' }], { file: 'other.csv' })
const settle = () => new Promise((done) => setTimeout(done))

/** A finder whose answers come when the test says so. */
function finder() {
  const asked: { id: string; give: (set: DataSet | undefined) => void; fail: () => void }[] = []
  const find = (_: unknown, id: string) =>
    new Promise<DataSet | undefined>((give, reject) =>
      asked.push({ id, give, fail: () => reject(new Error()) }),
    )
  return { asked, find }
}

describe('the data set follows the address', () => {
  it('the one before stays until the other is here, whole', async () => {
    const store = createBoard(first)
    const { asked, find } = finder()
    followSet(store, find)
    narrow(store, { level: '市定' })
    go(store, { view: 'project', project: '1' })
    goToSet(store, 'other')
    expect(asked.map(({ id }) => id)).toEqual(['other'])
    expect(store.getState()).toMatchObject({ set: first, shown: '', arrival: 'loading' })
    expect(store.getState().route).toMatchObject({ set: 'other', view: 'overview', project: '' })
    expect(store.getState().route.filter.level).toBe('')
    asked[0]?.give(other)
    await settle()
    expect(store.getState()).toMatchObject({
      set: other,
      shown: 'other',
      arrival: 'here',
      related: 'waiting',
    })
    goToSet(store, '')
    expect(store.getState()).toMatchObject({ set: first, shown: '', arrival: 'here' })
  })

  it('what comes too late is not shown', async () => {
    const store = createBoard(first)
    const { asked, find } = finder()
    followSet(store, find)
    goToSet(store, 'slow')
    goToSet(store, 'other')
    asked[1]?.give(other)
    asked[0]?.give(dataSet([{ 完成值: '3' }]))
    await settle()
    expect(store.getState()).toMatchObject({ set: other, shown: 'other' })
  })

  it('says what could not be had, and tries again', async () => {
    const store = createBoard(first)
    const { asked, find } = finder()
    followSet(store, find)
    goToSet(store, 'other')
    asked[0]?.fail()
    await settle()
    expect(store.getState()).toMatchObject({ set: first, shown: '', arrival: 'failed' })
    goAgain(store)
    expect(asked[1]?.id).toBe('other')
    asked[1]?.give(undefined)
    await settle()
    expect(store.getState()).toMatchObject({ set: first, arrival: 'unknown' })
    goToSet(store, '')
    expect(store.getState().arrival).toBe('here')
  })

  it('what could not be had leaves the reader where they were, address and all', async () => {
    const store = createBoard(first)
    const { asked, find } = finder()
    followSet(store, find)
    narrow(store, { level: '市定' })
    go(store, { view: 'project', project: '1' })
    const { route } = store.getState()
    goToSet(store, 'other')
    asked[0]?.fail()
    await settle()
    expect(store.getState()).toMatchObject({ route, missed: { set: 'other', view: 'overview' } })
    goAgain(store)
    expect(store.getState()).toMatchObject({ route: { set: 'other' }, arrival: 'loading', missed: undefined })
    asked[1]?.give(other)
    await settle()
    expect(store.getState()).toMatchObject({ set: other, shown: 'other', arrival: 'here', missed: undefined })
  })

  it('whoever went on meanwhile stays there, with the list that is shown', async () => {
    const store = createBoard(first)
    const { asked, find } = finder()
    followSet(store, find)
    goToSet(store, 'other')
    go(store, { view: 'checks' })
    asked[0]?.fail()
    await settle()
    expect(store.getState().route).toMatchObject({ set: '', view: 'checks' })
  })

  it('where none is shown yet, the address stays, and is asked for again', async () => {
    const store = createBoard(first, { route: { ...HOME, set: 'other' } })
    const { asked, find } = finder()
    followSet(store, find)
    asked[0]?.fail()
    await settle()
    expect(store.getState()).toMatchObject({ route: { set: 'other' }, arrival: 'failed', missed: undefined })
    fetchSet(store, find)
    asked[1]?.give(other)
    await settle()
    expect(store.getState()).toMatchObject({ shown: 'other', arrival: 'here' })
  })

  it('an address that asks for another shows none until it is here', async () => {
    const store = createBoard(first, { route: { ...HOME, set: 'other' } })
    const { asked, find } = finder()
    expect(store.getState().shown).toBeUndefined()
    followSet(store, find)
    asked[0]?.give(other)
    await settle()
    expect(store.getState()).toMatchObject({ set: other, shown: 'other' })
  })
})

/** A site's `data/` folder, as `fetch` gives it. */
function site(files: Readonly<Record<string, string>>) {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const answer = vi.fn((url: string) => {
    const text = files[decodeURIComponent(url.replace('./data/', ''))]
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(bytes(text)))
  })
  vi.stubGlobal('fetch', answer)
  return { answer, markOf: (file: string) => fingerprint(bytes(files[file] ?? '')) }
}

afterEach(() => vi.unstubAllGlobals())

const FIRST = csv([{ 项目: '甲', 指标: '乙', 完成值: '1' }])
const catalogue = (...offers: CatalogueEntry[]) => JSON.stringify(offers)
const [one, two] = [first.entry, entry({ file: '二 2.csv', title: '二' })]

describe('a data set by its id', () => {
  it('is fetched by its file’s name once, and then is known', async () => {
    const { answer } = site({ '二 2.csv': FIRST })
    const store = createBoard(first, { offers: [one, two] })
    const found = await setById(store, '二 2')
    expect(found?.entry).toBe(two)
    expect(found?.rows.map(({ cells }) => cells.project)).toEqual(['甲'])
    expect(await setById(store, '二 2')).toBe(found)
    expect(answer).toHaveBeenCalledTimes(1)
  })

  it('is the default by none and by its own, and nothing by any other', async () => {
    site({})
    const store = createBoard(first, { offers: [one, entry({ file: 'gone.csv' })] })
    expect(await setById(store, '')).toBe(first)
    expect(await setById(store, 'first')).toBe(first)
    expect(await setById(store, 'nowhere')).toBeUndefined()
    await expect(setById(store, 'gone')).rejects.toThrow('404')
  })
})

describe('what the site offers now', () => {
  it('leaves the picture where the file is the one it was drawn from', async () => {
    const { markOf } = site({ 'catalogue.json': catalogue(one, two), 'first.csv': FIRST })
    const store = createBoard(first, { drawnFrom: markOf('first.csv') })
    await renew(store)
    expect(store.getState()).toMatchObject({ set: first, isRenewed: false })
    expect(store.getState().offers.map(({ file }) => file)).toEqual(['first.csv', '二 2.csv'])
  })

  it('replaces it, with a word, where the file differs', async () => {
    site({ 'catalogue.json': catalogue(one), 'first.csv': FIRST })
    const store = createBoard(first, { drawnFrom: fingerprint(new Uint8Array([1])) })
    await renew(store)
    const { set, home, isRenewed } = store.getState()
    expect(isRenewed).toBe(true)
    expect(set).toBe(home)
    expect(set.rows.map(({ cells }) => cells.project)).toEqual(['甲'])
  })

  it('replaces it where another list stands first, or the catalogue says another thing of it', async () => {
    const { markOf } = site({ 'catalogue.json': catalogue(two, one), '二 2.csv': FIRST, 'first.csv': FIRST })
    const store = createBoard(first, { drawnFrom: markOf('first.csv') })
    await renew(store)
    expect(store.getState().set.entry.title).toBe('二')
    site({ 'catalogue.json': catalogue({ ...one, title: '新名' }), 'first.csv': FIRST })
    const named = createBoard(first, { drawnFrom: markOf('first.csv') })
    await renew(named)
    expect(named.getState()).toMatchObject({ isRenewed: true, set: { entry: { title: '新名' } } })
  })

  it('does not take away another data set that is shown meanwhile', async () => {
    site({ 'catalogue.json': catalogue(one), 'first.csv': FIRST })
    const store = createBoard(first, { set: other, shown: 'other', route: { ...HOME, set: 'other' } })
    await renew(store)
    expect(store.getState()).toMatchObject({ set: other, isRenewed: false })
    expect(store.getState().home.rows[0]?.cells.project).toBe('甲')
  })

  it('changes nothing where the catalogue cannot be had', async () => {
    site({})
    const store = createBoard(first, { drawnFrom: 'x' })
    await expect(renew(store)).rejects.toThrow('404')
    expect(store.getState()).toMatchObject({ set: first, isRenewed: false })
  })
})
