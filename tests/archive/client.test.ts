import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openArchive, type WorkerLike } from '../../src/archive/client.ts'
import { ALL, type ArchiveSummary, type FromWorker, type ToWorker } from '../../src/archive/protocol.ts'
import { PartMissing } from '../../src/load/partMissing.ts'
import { entry } from '../build.ts'

/** A worker that does what the test says. */
class Stand implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onmessageerror: WorkerLike['onmessageerror'] = null
  onerror: WorkerLike['onerror'] = null
  isEnded = false
  readonly heard: ToWorker[] = []

  postMessage(message: ToWorker): void {
    this.heard.push(message)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>)
  }
}

const SUMMARY = { rows: 3 } as ArchiveSummary
const blob = new Blob(['项目,指标\n'])
let worker: Stand
let stopper: AbortController

beforeEach(() => {
  worker = new Stand()
  stopper = new AbortController()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = (tell: (told: unknown) => void = () => {}) =>
  openArchive({ text: blob }, undefined, entry(), tell, stopper.signal, () => worker)

async function opened() {
  const archive = open()
  worker.say({ opened: SUMMARY })
  return archive
}

describe('opening', () => {
  it('hands the file over, tells progress and gives the archive', async () => {
    const told: unknown[] = []
    const archive = open((one) => told.push(one))
    expect(worker.heard).toEqual([{ open: blob, layout: undefined, entry: entry() }])
    const progress = { phase: 'reading', rows: 1, share: 0.5, secondsLeft: 1 } as const
    worker.say({ progress })
    worker.say({ opened: SUMMARY })
    expect((await archive).summary).toBe(SUMMARY)
    expect(told).toEqual([progress])
    expect(worker.isEnded).toBe(false)
  })

  it('is stopped by its signal, and the worker with it', async () => {
    const archive = open()
    stopper.abort()
    await expect(archive).rejects.toMatchObject({ kind: 'stopped' })
    expect(worker.isEnded).toBe(true)
  })

  it('does not begin where it was stopped before', async () => {
    stopper.abort()
    await expect(open()).rejects.toMatchObject({ kind: 'stopped' })
    expect(worker.heard).toEqual([])
  })

  it('fails as the worker says', async () => {
    const archive = open()
    worker.say({ problem: 'no-table', detail: '指标' })
    await expect(archive).rejects.toMatchObject({ kind: 'no-table', detail: '指标' })
    expect(worker.isEnded).toBe(true)
  })

  it.each([
    ['Uncaught RangeError: Array buffer allocation failed', 'no-memory'],
    ['Uncaught (in promise) out of memory', 'no-memory'],
    ['Uncaught TypeError: x is undefined', 'failed'],
  ])('fails where the worker dies of %s', async (message, kind) => {
    const archive = open()
    worker.onerror?.({ message, preventDefault() {} } as ErrorEvent)
    await expect(archive).rejects.toMatchObject({ kind })
    expect(worker.isEnded).toBe(true)
  })

  it('blames no file where the worker’s script cannot be had', async () => {
    const archive = open()
    worker.onerror?.({ preventDefault() {} } as ErrorEvent)
    await expect(archive).rejects.toBeInstanceOf(PartMissing)
    expect(worker.isEnded).toBe(true)
  })

  it('one that was at work was had', async () => {
    const archive = open()
    worker.say({ progress: { phase: 'reading', rows: 1, share: 0.5, secondsLeft: 1 } })
    worker.onerror?.({ preventDefault() {} } as ErrorEvent)
    await expect(archive).rejects.toMatchObject({ kind: 'failed' })
  })

  it('fails where the worker falls silent for a minute', async () => {
    vi.useFakeTimers()
    const archive = open()
    const failed = expect(archive).rejects.toMatchObject({ kind: 'no-memory' })
    await vi.advanceTimersByTimeAsync(50_000)
    worker.say({ progress: { phase: 'reading', rows: 1, share: 0.5, secondsLeft: 1 } })
    await vi.advanceTimersByTimeAsync(50_000)
    expect(worker.isEnded).toBe(false)
    await vi.advanceTimersByTimeAsync(20_000)
    await failed
    expect(worker.isEnded).toBe(true)
  })
})

describe('asking', () => {
  it('matches answers with questions, in whatever order they come', async () => {
    const archive = await opened()
    const [answer, rows] = [archive.answer(ALL), archive.rowsAt(1, 0, 2)]
    expect(worker.heard.slice(1)).toEqual([
      { ask: 'answer', id: 1, args: [ALL] },
      { ask: 'rowsAt', id: 2, args: [1, 0, 2] },
    ])
    worker.say({ id: 2, answer: ['rows'] })
    worker.say({ id: 1, answer: 'answer' })
    expect(await answer).toBe('answer')
    expect(await rows).toEqual(['rows'])
  })

  it('rejects the one question that went wrong', async () => {
    const archive = await opened()
    const [bad, good] = [archive.rowsAt(9, 0, 1), archive.issuesAt(0, 1)]
    worker.say({ id: 1, problem: 'forgotten', detail: '' })
    worker.say({ id: 2, answer: [] })
    await expect(bad).rejects.toMatchObject({ kind: 'forgotten' })
    expect(await good).toEqual([])
    expect(worker.isEnded).toBe(false)
  })

  it('ends with the archive', async () => {
    const archive = await opened()
    const open = archive.answer(ALL)
    archive.close()
    await expect(open).rejects.toMatchObject({ kind: 'stopped' })
    await expect(archive.answer(ALL)).rejects.toMatchObject({ kind: 'stopped' })
    expect(worker.isEnded).toBe(true)
  })

  it('is over where the worker died between two questions', async () => {
    const archive = await opened()
    worker.onerror?.({ message: 'out of memory', preventDefault() {} } as ErrorEvent)
    await expect(archive.answer(ALL)).rejects.toMatchObject({ kind: 'no-memory' })
    expect(worker.heard).toHaveLength(1)
  })

  it('is not stopped by the signal of the opening any more', async () => {
    await opened()
    stopper.abort()
    expect(worker.isEnded).toBe(false)
  })
})
