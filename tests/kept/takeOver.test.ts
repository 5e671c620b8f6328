import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { KeptChange } from '../../src/kept/kept.ts'
import { takeOverAccepted } from '../../src/kept/takeOver.ts'
import { withReason } from '../../src/model/accepted.ts'
import { done, newKept, open, startAfresh } from './build.ts'

beforeEach(startAfresh)
afterEach(() => vi.unstubAllGlobals())

it('accepted findings are taken over once, and join what is here', async () => {
  const kept = await open()
  await kept.set('accepted', { 甲: '旧', 丙: '丁' })
  const read = vi.fn(() => ({ 甲: '新', 乙: '因' }))
  const all = { 甲: '新', 乙: '因', 丙: '丁' }
  expect(done(await takeOverAccepted(kept, read))).toEqual(all)
  expect(done(await kept.get('accepted'))).toEqual(all)
  expect(done(await takeOverAccepted(kept, read))).toEqual(all)
  expect(read).toHaveBeenCalledTimes(1)
})

it('reading them again tells other tabs nothing: each would read, and tell, for ever', async () => {
  const [kept, other] = [await open(), await open()]
  const heard: KeptChange[] = []
  other.onChange((change) => heard.push(change))
  await takeOverAccepted(kept, () => ({ 甲: '因' }))
  expect(done(await takeOverAccepted(kept, () => ({})))).toEqual({ 甲: '因' })
  await kept.add(newKept())
  await vi.waitFor(() => expect(heard).toContain('sets'))
  // What was taken over, and that it was.
  expect(heard).toEqual(['settings', 'settings', 'sets'])
})

it('what was taken back afterwards stays so', async () => {
  const kept = await open()
  await takeOverAccepted(kept, () => ({ 甲: '因' }))
  await kept.update('accepted', (accepted = {}) => withReason(accepted, ['甲'], ' '))
  expect(done(await takeOverAccepted(kept, () => ({ 甲: '因' })))).toEqual({})
})

it('where nothing can be kept, they are what they were', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(done(await takeOverAccepted(await open(), () => ({ 甲: '因' })))).toEqual({ 甲: '因' })
})

it('and where the database fails, it is said', async () => {
  const kept = await open()
  kept.close()
  expect(await takeOverAccepted(kept, () => ({}))).toEqual({ ok: false, problem: { kind: 'closed' } })
})
