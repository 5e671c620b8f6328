import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startWatchdog } from '../../.ci/watchdog.mjs'

const LIMIT = 900_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function watched() {
  const said: string[] = []
  return { said, dog: startWatchdog(LIMIT, (running) => said.push(running)) }
}

describe('a run in which nothing ends', () => {
  it('is told of after the limit, once, with its file and the test in it', () => {
    const { said, dog } = watched()
    dog.hear({ kind: 'start', file: 'a.test.ts' })
    dog.hear({ kind: 'test', file: 'a.test.ts', test: 'of lists > ends' })
    vi.advanceTimersByTime(LIMIT - 1)
    expect(said).toEqual([])
    vi.advanceTimersByTime(1)
    expect(said).toEqual(['a.test.ts, in “of lists > ends”'])
    vi.advanceTimersByTime(10 * LIMIT)
    expect(said).toHaveLength(1)
  })

  it('is named by all files that had begun and not ended', () => {
    const { said, dog } = watched()
    for (const file of ['a.test.ts', 'b.test.ts', 'c.test.ts']) dog.hear({ kind: 'start', file })
    dog.hear({ kind: 'test', file: 'b.test.ts', test: 'one' })
    dog.hear({ kind: 'tested', file: 'b.test.ts', test: 'one' })
    dog.hear({ kind: 'end', file: 'c.test.ts' })
    vi.advanceTimersByTime(LIMIT)
    expect(said).toEqual(['a.test.ts; b.test.ts, after “one”'])
  })

  it('is told of before any file has begun', () => {
    const { said } = watched()
    vi.advanceTimersByTime(LIMIT)
    expect(said).toEqual(['no test file'])
  })
})

it('however long it takes, a run in which something ends is let go on', () => {
  const { said, dog } = watched()
  for (let i = 0; i < 100; i++) {
    dog.hear({ kind: 'test', file: 'a.test.ts', test: `${i}` })
    vi.advanceTimersByTime(LIMIT - 1)
    dog.hear({ kind: 'tested', file: 'a.test.ts', test: `${i}` })
    vi.advanceTimersByTime(LIMIT - 1)
  }
  expect(said).toEqual([])
})

it('a run that is over is not watched any more', () => {
  const { said, dog } = watched()
  dog.stop()
  vi.advanceTimersByTime(2 * LIMIT)
  expect(said).toEqual([])
})
