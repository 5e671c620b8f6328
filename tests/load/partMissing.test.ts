import { expect, it } from 'vitest'
import { isPartMissing, PartMissing, part, watchParts } from '../../src/load/partMissing.ts'

it('knows the failures that Vite told the page of, and no other', () => {
  const page = new EventTarget()
  watchParts(page)
  const [missing, other] = [new TypeError('Failed to fetch'), new TypeError('Failed to fetch')]
  page.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: missing }))
  expect([missing, other, undefined, 'text'].map(isPartMissing)).toEqual([true, false, false, false])
})

it('an import that fails where nobody tells of it', async () => {
  const fetching = part(Promise.reject(new TypeError('gone')))
  await expect(fetching).rejects.toBeInstanceOf(PartMissing)
  expect(isPartMissing(await fetching.catch((error) => error))).toBe(true)
  expect(await part(Promise.resolve(1))).toBe(1)
})
