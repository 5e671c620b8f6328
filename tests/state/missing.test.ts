import { expect, it, vi } from 'vitest'
import { PartMissing } from '../../src/load/partMissing.ts'
import { followMissing } from '../../src/state/missing.ts'
import { createBoard, fetchSet, fetchWords, followLanguage, go } from '../../src/state/store.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { dataSet } from '../build.ts'

function page() {
  const events = new EventTarget()
  const store = createBoard(dataSet([{ 完成值: '1' }]))
  followMissing(store, events)
  return {
    store,
    reject(reason: unknown): Event {
      const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason })
      events.dispatchEvent(event)
      return event
    },
  }
}

it('a part that somebody waits for is said to be missing, until another place is gone to', () => {
  const { store, reject } = page()
  expect(reject(new PartMissing('template')).defaultPrevented).toBe(true)
  expect(store.getState().isPartMissing).toBe(true)
  go(store, { view: 'data' })
  expect(store.getState().isPartMissing).toBe(false)
})

it('a mistake of ours is none, and goes where such go', () => {
  const { store, reject } = page()
  expect(reject(new TypeError('x is undefined')).defaultPrevented).toBe(false)
  expect(store.getState().isPartMissing).toBe(false)
})

it('a list whose reader cannot be had is not blamed', async () => {
  const { store } = page()
  fetchSet(store, () => Promise.reject(new PartMissing('reader')))
  await vi.waitFor(() => expect(store.getState()).toMatchObject({ arrival: 'failed', isPartMissing: true }))
  fetchSet(store, () => Promise.reject(new Error('404')))
  await vi.waitFor(() => expect(store.getState()).toMatchObject({ arrival: 'failed', isPartMissing: false }))
})

it('words that cannot be had are said to be missing, until they are here or another place is gone to', async () => {
  const store = createBoard(dataSet([{ 完成值: '1' }]))
  let isThere = false
  const find = async () => {
    if (!isThere) throw new Error('no network')
    return en
  }
  followLanguage(store, find)
  go(store, { lang: 'en' })
  await vi.waitFor(() => expect(store.getState().isPartMissing).toBe(true))
  expect(store.getState().words).toBe(zh)
  isThere = true
  fetchWords(store, find)
  expect(store.getState().isPartMissing).toBe(false)
  await vi.waitFor(() => expect(store.getState().words).toBe(en))
})
