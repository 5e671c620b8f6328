import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ALL, type Archive, type ArchiveFilter } from '../../src/archive/protocol.ts'
import type { KeptInfo } from '../../src/kept/kept.ts'
import type { SheetText } from '../../src/load/tableText.ts'
import { archiveFilter, closeArchive, holdArchive, largeSet, partId } from '../../src/state/archives.ts'
import { keptHere, originalOf } from '../../src/state/own.ts'
import { ownId } from '../../src/state/sets.ts'
import { createBoard } from '../../src/state/store.ts'
import { zh } from '../../src/text/zh.ts'
import { dataSet } from '../build.ts'
import { done, newKept } from '../kept/build.ts'

const { openArchive, asText } = vi.hoisted(() => ({
  openArchive: vi.fn<typeof import('../../src/archive/client.ts').openArchive>(),
  asText: vi.fn<() => Promise<SheetText>>(),
}))
vi.mock('../../src/archive/client.ts', () => ({ openArchive }))
vi.mock('../../src/load/reader.ts', async (original) => ({
  ...(await original<object>()),
  startReader: () => ({ read: async () => ({ kind: 'tables', sheets: [] }), asText, stop() {} }),
}))

const store = createBoard(dataSet([{ 完成值: '1' }]))
const subset = vi.fn<Archive['subset']>()
let info: KeptInfo

beforeEach(async () => {
  info = done(await (await keptHere()).add(newKept({ file: '全省.csv', name: '全省', rows: 90_000 })))
  subset.mockReset()
  subset.mockResolvedValue({ records: [{ line: 1, cells: ['项目', '指标'] }], brokenQuotes: [] })
  holdArchive(ownId(info), { subset, close: () => {} } as unknown as Archive)
})
afterEach(() => closeArchive(ownId(info)))

describe('a part of a large data set', () => {
  const ask = async (filter: Partial<ArchiveFilter>) => {
    const id = partId(ownId(info), { ...ALL, ...filter })
    const part = id.slice(ownId(info).length + 1)
    return { part, set: await largeSet(store, info, part) }
  }

  it.each<Partial<ArchiveFilter>>([
    {},
    { region: '某省/某市', year: '2023', text: '公路' },
    { owner: '教育局~体育局', finding: 'question' },
    { text: '~' },
    { text: '5~10 %:/?#&' },
  ])('is of the filter that its id was made of: %o', async (filter) => {
    await ask(filter)
    expect(subset.mock.lastCall?.[0]).toEqual({ ...ALL, ...filter })
  })

  it('bears the names of what it was narrowed to', async () => {
    const { set } = await ask({ region: '某省/某市', asOf: '2023-12' })
    expect(set.entry).toMatchObject({ title: '全省 · 某省/某市 2023-12', asOf: '2023-12' })
  })

  it('says a status and a finding in words', async () => {
    const { set } = await ask({ status: 'doubtful', finding: 'below-target' })
    expect(set.entry.title).toBe(`全省 · ${zh.status.doubtful} ${zh.rules['below-target'].title}`)
  })

  it('is of the whole file, which is what its original is', async () => {
    const { part } = await ask({ year: '2023' })
    const original = await originalOf(`${ownId(info)}:${part}`)
    expect(original?.name).toBe('全省.csv')
  })
})

it('a year stands where the board has a date', () => {
  const { year: _, ...filter } = ALL
  expect(archiveFilter({ ...filter, asOf: '2023' })).toEqual({ ...ALL, year: '2023' })
  expect(archiveFilter({ ...filter, asOf: '2023-12' })).toEqual({ ...ALL, asOf: '2023-12' })
})

it('the last one asked for is the one that is opened, though a workbook before it is still unpacked', async () => {
  closeArchive(ownId(info))
  const large = { kind: 'xlsx', rows: 90_000 } as const
  const here = await keptHere()
  const first = done(await here.add(newKept({ ...large, file: '甲.xlsx' })))
  const second = done(await here.add(newKept({ ...large, file: '乙.xlsx' })))
  const signals: AbortSignal[] = []
  openArchive.mockImplementation(async (...[, , , , signal]) => {
    signals.push(signal)
    return { close: () => {} } as unknown as Archive
  })
  const unpacked: (() => void)[] = []
  asText.mockImplementation(
    () => new Promise((resolve) => unpacked.push(() => resolve({ text: new Blob(), merges: [] }))),
  )
  const readings: Promise<unknown>[] = []
  for (const one of [first, second]) {
    readings.push(largeSet(store, one))
    await vi.waitFor(() => expect(unpacked).toHaveLength(readings.length))
  }
  for (const go of unpacked) go()
  await Promise.all(readings)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  closeArchive(ownId(second))
})
