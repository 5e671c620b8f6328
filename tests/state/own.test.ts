import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { review } from '../../src/checks/check.ts'
import type { Kept, KeptInfo } from '../../src/kept/kept.ts'
import { openKept } from '../../src/kept/openKept.ts'
import { parseCatalogue } from '../../src/load/catalogue.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { parseTable } from '../../src/load/parse.ts'
import type { Reader } from '../../src/load/reader.ts'
import { type Correction, withCorrection, withoutCorrection } from '../../src/model/correction.ts'
import { copyOffer, correct, followOwn, forget, held, holdRead, keptHere } from '../../src/state/own.ts'
import { ownId } from '../../src/state/sets.ts'
import { createBoard, type Store } from '../../src/state/store.ts'
import { dataSet } from '../build.ts'
import { done, newKept } from '../kept/build.ts'
import { readerHere } from '../load/readerHere.ts'

const { reading } = vi.hoisted(() => ({ reading: vi.fn() }))

/** The reader without its worker; it counts. */
vi.mock('../../src/load/reader.ts', async (original) => ({
  ...(await original<object>()),
  startReader: (): Reader => ({
    ...readerHere,
    read(file, name, most) {
      reading(name)
      return readerHere.read(file, name, most)
    },
  }),
}))

const TEXT = '项目,指标,完成值\n修路,公路,五\n修桥,桥,六\n'
const fix = (line: number, from: string, to: string): Correction => ({
  line,
  column: 'actual',
  from,
  to,
  at: '2026-11-21T08:00:00Z',
})
const put = (one: Correction) => (list: readonly Correction[]) => withCorrection(list, one)
const figures = (store: Store) => store.getState().set.rows.map(({ cells }) => cells.actual)

/** Another tab of the same browser. */
let other: Kept
let info: KeptInfo
let id: string
let store: Store

beforeEach(async () => {
  vi.stubGlobal('localStorage', { setItem: () => {}, removeItem: () => {}, getItem: () => null })
  other?.close()
  other = await openKept()
  info = done(await (await keptHere()).add(newKept({ original: new Blob([TEXT]), rows: 2, projects: 2 })))
  id = ownId(info)
  store = createBoard(dataSet([{ 完成值: '1' }]))
  reading.mockClear()
})
afterAll(() => other.close())

describe('a data set of the reader’s own', () => {
  it('is read once, however many ask for it at once, or later', async () => {
    const [a, b] = await Promise.all([held(id), held(id)])
    expect(a?.set.rows.map(({ cells }) => cells.actual)).toEqual(['五', '六'])
    expect(b).toBe(a)
    expect(await held(id)).toBe(a)
    expect(reading).toHaveBeenCalledTimes(1)
    forget(id)
    await held(id)
    expect(reading).toHaveBeenCalledTimes(2)
  })

  it('that could not be had is asked for again', async () => {
    expect(await held(ownId({ id: 'later' }))).toBeUndefined()
    done(
      await (await keptHere()).bring({
        info: { ...info, id: 'later', hash: 'x' },
        original: new Blob([TEXT]),
        corrections: [],
      }),
    )
    expect((await held(ownId({ id: 'later' })))?.set.rows).toHaveLength(2)
    reading.mockImplementationOnce(() => {
      throw new Error('out of memory')
    })
    await expect(held(id)).rejects.toThrow('out of memory')
    expect((await held(id))?.set.rows).toHaveLength(2)
  })

  it('opened again is held with its corrections', async () => {
    done(await other.updateCorrections(info.id, put(fix(2, '五', '5'))))
    const one = await holdRead(info, parseTable(TEXT))
    expect(one.set.rows.map(({ cells }) => cells.actual)).toEqual(['5', '六'])
    expect(one.printed.rows.map(({ cells }) => cells.actual)).toEqual(['五', '六'])
    expect(await held(id)).toBe(one)
    expect(reading).not.toHaveBeenCalled()
  })
})

describe('corrections of two tabs', () => {
  it('are all kept and shown, whichever this tab knew of', async () => {
    await held(id)
    store.setState({ shown: id })
    done(await other.updateCorrections(info.id, put(fix(3, '六', '6'))))
    expect(await correct(store, id, put(fix(2, '五', '5')))).toMatchObject({ ok: true })
    expect(done(await other.corrections(info.id)).map(({ line, to }) => [line, to])).toEqual([
      [3, '6'],
      [2, '5'],
    ])
    expect(figures(store)).toEqual(['5', '6'])
    await correct(store, id, (list) => withoutCorrection(list, 2, 'actual'))
    expect(figures(store)).toEqual(['五', '6'])
  })

  it('of one tab at once are all kept and shown', async () => {
    store.setState({ shown: id })
    await Promise.all([
      correct(store, id, put(fix(2, '五', '5'))),
      correct(store, id, put(fix(3, '六', '6'))),
    ])
    expect(figures(store)).toEqual(['5', '6'])
    expect((await held(id))?.corrections).toHaveLength(2)
    expect(reading).toHaveBeenCalledTimes(1)
  })

  it('are shown here as soon as they are made there', async () => {
    await followOwn(store)
    const one = await held(id)
    store.setState({ shown: id, set: one?.set ?? store.getState().set })
    expect(figures(store)).toEqual(['五', '六'])
    done(await other.updateCorrections(info.id, put(fix(2, '五', '5'))))
    await vi.waitFor(() => expect(figures(store)).toEqual(['5', '六']))
    expect((await held(id))?.corrected.printedAt(2, 'actual')).toBe('五')
  })

  it('change nothing that is not shown, until it is asked for', async () => {
    await followOwn(store)
    await held(id)
    done(await other.updateCorrections(info.id, put(fix(2, '五', '5'))))
    await vi.waitFor(async () => expect((await held(id))?.set.rows[0]?.cells.actual).toBe('5'))
    expect(figures(store)).toEqual(['1'])
  })

  it('read nothing that was not read here, as the rows of an archive', async () => {
    await followOwn(store)
    store.setState({ shown: id })
    const heard = vi.fn()
    const end = (await keptHere()).onChange(heard)
    done(await other.updateCorrections(info.id, put(fix(2, '五', '5'))))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('corrections'))
    end()
    // Whatever was begun has then come to its end.
    await held(ownId({ id: 'gone' }))
    expect(reading).not.toHaveBeenCalled()
    expect(figures(store)).toEqual(['1'])
  })

  it('of one that is gone are said not to be kept', async () => {
    await held(id)
    done(await other.remove(info.id))
    expect(await correct(store, id, put(fix(2, '五', '5')))).toEqual({
      ok: false,
      problem: { kind: 'gone' },
    })
  })
})

it('a copy of a list that the site offers is checked as the list itself', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../data/nanyang-2020-04.csv'))
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(text)))
  const catalogue = readFileSync(join(import.meta.dirname, '../../data/catalogue.json'), 'utf8')
  const entry = parseCatalogue(catalogue).find(({ file }) => file === 'nanyang-2020-04.csv')
  if (!entry) throw new Error('no such offer')
  const set = loadDataSet(text.toString(), entry)
  const store = createBoard(set)
  const id = (await copyOffer(store, set, '抄本')) ?? ''
  const copy = await held(id)
  const rules = (of: typeof set) => review(of).findings.map(({ rule }) => rule)
  expect(rules(set)).toContain('project-count')
  expect(rules(copy?.set ?? dataSet([]))).toEqual(rules(set))
  expect(copy?.set.entry).toMatchObject({ title: '抄本', source: entry.source, projects: entry.projects })
  vi.unstubAllGlobals()
})
