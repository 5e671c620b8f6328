import { expect, it } from 'vitest'
import { memory } from '../../src/kept/memory.ts'

it('nothing is changed by what fails half way', async () => {
  const engine = memory()
  const failing = engine.transact(['settings'], 'readwrite', async (step) => {
    await step.put('settings', 'a', 1)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await engine.transact(['settings'], 'readonly', (step) => step.get('settings', 'a'))).toBeUndefined()
})

it('one change sees what the one before it did, and one that failed holds none up', async () => {
  const engine = memory()
  const more = (by: number) =>
    engine.transact(['settings'], 'readwrite', async (step) => {
      const before = Number((await step.get('settings', 'a')) ?? 0)
      if (by < 0) throw new Error('no')
      await step.put('settings', 'a', before + by)
    })
  await Promise.allSettled([more(1), more(-1), more(2), more(3)])
  expect(await engine.transact(['settings'], 'readonly', (step) => step.get('settings', 'a'))).toBe(6)
})
