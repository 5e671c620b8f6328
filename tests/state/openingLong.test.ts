import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ArchiveText } from '../../src/archive/client.ts'
import { openEngine } from '../../src/archive/engine.ts'
import { ALL } from '../../src/archive/protocol.ts'
import { sourceOf } from '../../src/archive/text.ts'
import { MOST_RECORDS } from '../../src/load/findTables.ts'
import type { CatalogueEntry } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'
import { archiveOf, closeArchive, partId } from '../../src/state/archives.ts'
import { forget, held, ownSet } from '../../src/state/own.ts'
import { readerHere } from '../load/readerHere.ts'
import { csvOfTable, longTable, workbookOfTable } from '../longTable.ts'
import { asGuessed, nothingKept, openHere as open } from './openHere.ts'

const { closed } = vi.hoisted(() => ({ closed: vi.fn() }))

/** The archive without its worker. */
vi.mock('../../src/archive/client.ts', () => ({
  async openArchive({ text, merges }: ArchiveText, layout: Layout | undefined, entry: CatalogueEntry) {
    const { summary, ...engine } = await openEngine(sourceOf(text, merges), layout, entry, () => {})
    return { ...engine, summary, close: closed }
  },
}))

vi.mock('../../src/load/reader.ts', async (original) => ({
  ...(await original<object>()),
  startReader: () => readerHere,
}))

const file = (name: string, text: string) => new File([text], name)

beforeEach(nothingKept)

describe('a list as long as the page itself holds', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => `修路${i},公路,${i}.5\n`).join('')

  it.each([
    ['its header', '项目,指标,完成值\n'],
    ['titles above it', '某市2024年民生实事\n单位：万元\n\n项目,指标,完成值\n'],
  ])('is held by the page whatever %s makes of its length', async (_, above) => {
    closed.mockClear()
    const text = above + rows(MOST_RECORDS)
    const { store, outcomes } = await open([file('长.csv', text)], asGuessed)
    expect(outcomes).toMatchObject([{ kind: 'opened', rows: MOST_RECORDS }])
    expect(closed).toHaveBeenCalledTimes(1)
    const [{ id, isLarge } = { id: '', isLarge: undefined }] = store.getState().own
    expect(isLarge).toBe(false)
    // As another visit finds it.
    forget(id)
    expect((await held(id))?.set.rows).toHaveLength(MOST_RECORDS)
    expect((await ownSet(store, id))?.rows.at(-1)?.cells.actual).toBe(`${MOST_RECORDS - 1}.5`)
  })

  it.each(['', '项目\t指标\t完成值\n'])('one row more is an archive’s, pasted as dropped', async (pasted) => {
    closed.mockClear()
    const text = rows(MOST_RECORDS + 1)
    const { store, outcomes } = await open(
      pasted === '' ? [file('长.csv', `项目,指标,完成值\n${text}`)] : [],
      asGuessed,
      pasted && pasted + text.replaceAll(',', '\t'),
    )
    expect(outcomes).toMatchObject([{ kind: 'opened', rows: MOST_RECORDS + 1 }])
    const [{ id, isLarge } = { id: '', isLarge: undefined }] = store.getState().own
    expect(isLarge).toBe(true)
    expect(archiveOf(id)?.summary.rows).toBe(MOST_RECORDS + 1)
    closeArchive(id)
    expect(closed).toHaveBeenCalledTimes(1)
  })
})

describe('a long table of another make', () => {
  const table = longTable(700)
  it.each([
    ['as text', file('长.csv', csvOfTable(table))],
    ['as a workbook', new File([new Uint8Array(workbookOfTable(table))], '长.xlsx')],
  ])('is placed in the archive as a short one is in the page, %s', async (_, long) => {
    const { store, outcomes } = await open([long], asGuessed)
    const leftOut = 2 + 70 + 1
    expect(outcomes).toMatchObject([{ kind: 'opened', rows: 2100, problems: 0, leftOut }])
    const [{ id } = { id: '' }] = store.getState().own
    const first = archiveOf(id)
    expect(first?.summary).toMatchObject({ projects: 700, checked: 2100, asked: { errors: 42 } })
    // As another visit finds it, and a part of it.
    closeArchive(id)
    const part = await ownSet(store, `${id}:${partId('', { ...ALL, text: '实事70' }).slice(1)}`)
    expect(archiveOf(id)).not.toBe(first)
    expect(archiveOf(id)?.summary).toEqual(first?.summary)
    // 70, and 700.
    expect(part?.rows.map(({ line, cells }) => [line, cells.project, cells.actual])).toEqual([
      [216, '实事70', '29所'],
      [217, '实事70', '38所'],
      [218, '实事70', '47所'],
      [2169, '实事700', '59所'],
      [2170, '实事700', '38所'],
      [2171, '实事700', '77所'],
    ])
    closeArchive(id)
  })
})
