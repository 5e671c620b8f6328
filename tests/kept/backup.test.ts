import { IDBObjectStore } from 'fake-indexeddb'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { restoreBackup, saveBackup } from '../../src/kept/backup.ts'
import type { Kept, NewKept, Settings } from '../../src/kept/kept.ts'
import { SAVED_KEYS } from '../../src/kept/manifest.ts'
import type { Correction } from '../../src/model/correction.ts'
import { backupOfOne, correction, filesIn, type Manifest, tampered } from './archives.ts'
import { bytesOf, done, newKept, open, openElsewhere, startAfresh } from './build.ts'

beforeEach(startAfresh)
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Everything that is kept. */
async function contents(kept: Kept) {
  const sets = await Promise.all(
    done(await kept.list()).map(async ({ id }) => {
      const { info, original, corrections } = done(await kept.whole(id))
      return { info, corrections, type: original.type, bytes: await bytesOf(original) }
    }),
  )
  const settings = await Promise.all(SAVED_KEYS.map(async (key) => [key, done(await kept.get(key))]))
  return { sets, settings: Object.fromEntries(settings) }
}

describe('a backup', () => {
  it('can be opened by hand', async () => {
    const kept = await open()
    await kept.add(newKept({ file: '../a\\b:c?.csv' }))
    await kept.add(newKept({ file: '', kind: 'paste', original: new Blob(['项目\t指标']) }))
    const files = await filesIn(done(await saveBackup(kept, '说明')))
    const names = [...files.keys()]
    expect(names[0]).toBe('README.txt')
    expect(
      names
        .slice(1, -1)
        .map((name) => name.replace(/^originals\/\d-/, ''))
        .sort(),
    ).toEqual(['_a_b_c_.csv', 'table.csv'])
    expect(names.at(-1)).toBe('manifest.json')
    expect([...files.values()]).toContain('项目\t指标')
    expect(files.get('README.txt')).toBe('说明')
    expect(JSON.parse(files.get('manifest.json') ?? '')).toMatchObject({
      format: 'livelihood-board-backup',
      version: 1,
    })
  })

  // Safari before 16.4.
  it('is written and read where the browser packs nothing itself', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    vi.stubGlobal('DecompressionStream', undefined)
    vi.resetModules()
    const afresh = await import('../../src/kept/backup.ts')
    const kept = await open()
    const text = '项目,指标\n'.repeat(10_000)
    await kept.add(newKept({ original: new Blob([text]) }))
    const backup = done(await afresh.saveBackup(kept))
    expect(backup.size).toBeLessThan(text.length / 10)
    const other = await openElsewhere()
    expect(await afresh.restoreBackup(other, backup)).toMatchObject({ ok: true, failed: [] })
    expect(await contents(other)).toEqual(await contents(kept))
  })

  it('of nothing is one too', async () => {
    const backup = done(await saveBackup(await open()))
    expect(await restoreBackup(await openElsewhere(), backup)).toEqual({
      ok: true,
      added: [],
      already: [],
      failed: [],
      settings: true,
    })
  })

  it('that cannot be made is said to be none', async () => {
    const kept = await open()
    await kept.add(newKept())
    kept.close()
    expect(await saveBackup(kept)).toEqual({ ok: false, problem: { kind: 'closed' } })
  })

  it('lacks a set that was removed meanwhile', async () => {
    const kept = await open()
    const [gone, stays] = [done(await kept.add(newKept())), done(await kept.add(newKept({ sheet: '二' })))]
    const list = kept.list.bind(kept)
    vi.spyOn(kept, 'list').mockImplementation(async () => {
      const listed = await list()
      await kept.remove(gone.id)
      return listed
    })
    const restored = await restoreBackup(await openElsewhere(), done(await saveBackup(kept)))
    expect(restored).toMatchObject({ added: [stays], failed: [] })
  })
})

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const bytes = fc.uint8Array({ maxLength: 3000 })
const layout = fc.record(
  {
    skip: fc.nat({ max: 5 }),
    places: fc.record({ project: fc.nat(9), actual: fc.nat(9) }, { requiredKeys: [] }),
    constants: fc.record({ year: text }, { requiredKeys: [] }),
    extra: fc.array(fc.record({ name: text, at: fc.nat(9) }), { maxLength: 2 }),
    wide: fc.constantFrom(true, false),
    indicatorIn: fc.constant('target'),
  },
  { requiredKeys: ['skip', 'places', 'constants', 'extra'] },
)
const set = fc.record({
  corrections: fc.array(
    fc.record({
      line: fc.nat(),
      column: fc.oneof(
        fc.constantFrom('actual', 'note'),
        text.map((name) => `extra:${name}`),
      ),
      from: text,
      to: text,
      at: text,
    }) as fc.Arbitrary<Correction>,
    { maxLength: 3 },
  ),
  given: fc.record(
    {
      name: text,
      file: text,
      kind: fc.constantFrom('csv', 'xlsx', 'paste'),
      rows: fc.nat(),
      projects: fc.nat(),
      region: text,
      year: text,
      asOf: text,
      layout,
      original: fc
        .tuple(bytes, fc.constantFrom('', 'text/csv', 'text/plain'))
        .map(([bytes, type]) => new Blob([new Uint8Array(bytes)], { type })),
    },
    { requiredKeys: ['name', 'file', 'kind', 'rows', 'projects', 'region', 'year', 'asOf', 'original'] },
  ) as fc.Arbitrary<NewKept>,
})
const settings = fc.record(
  {
    accepted: fc.dictionary(text, text, { maxKeys: 3 }),
    layouts: fc.dictionary(text, layout, { maxKeys: 2 }),
    matches: fc.dictionary(text, fc.constantFrom('same', 'not'), { maxKeys: 3 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Settings>>

test('whatever is kept, saved and restored into an empty browser it is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(set, { maxLength: 4 }), settings, async (sets, settings) => {
      const kept = await openElsewhere()
      for (const [i, { given, corrections }] of sets.entries()) {
        const { id } = done(await kept.add({ ...given, sheet: String(i) }))
        if (corrections.length > 0) await kept.updateCorrections(id, () => corrections)
      }
      for (const key of SAVED_KEYS) {
        const value = settings[key]
        if (value !== undefined) await kept.set(key, value)
      }
      const before = await contents(kept)
      const other = await openElsewhere()
      const restored = await restoreBackup(other, done(await saveBackup(kept)))
      expect(restored).toMatchObject({ ok: true, already: [], failed: [], settings: true })
      expect(await contents(other)).toEqual(before)
    }),
    { seed: 101, numRuns: 60 },
  )
}, 30_000)

describe('restored beside what is here', () => {
  it('twice, it is there once', async () => {
    const { info, backup } = await backupOfOne()
    const other = await openElsewhere()
    expect(await restoreBackup(other, backup)).toMatchObject({ added: [info], already: [] })
    expect(await restoreBackup(other, backup)).toMatchObject({ added: [], already: [info] })
    expect(done(await other.list())).toEqual([info])
  })

  it('changes nothing of what is here', async () => {
    const { backup } = await backupOfOne()
    const other = await openElsewhere()
    const here = done(await other.add(newKept({ name: '本机的名称' })))
    await other.update('accepted', () => ({ 甲: '本机的理由', 丙: '丁' }))
    await other.set('matches', { 甲: 'not' })
    expect(await restoreBackup(other, backup)).toMatchObject({ added: [], already: [here] })
    expect(done(await other.list())).toEqual([here])
    expect(done(await other.corrections(here.id))).toEqual([])
    expect(done(await other.get('accepted'))).toEqual({ 甲: '本机的理由', 丙: '丁' })
    expect(done(await other.get('matches'))).toEqual({ 甲: 'not' })
  })

  it('accepted findings come together', async () => {
    const { backup } = await backupOfOne()
    const other = await openElsewhere()
    await other.update('accepted', () => ({ 丙: '丁' }))
    await restoreBackup(other, backup)
    expect(done(await other.get('accepted'))).toEqual({ 甲: '乙', 丙: '丁' })
  })

  it('another sheet of the same workbook is another data set', async () => {
    const { info, backup } = await backupOfOne({ kind: 'xlsx', sheet: '省定' })
    const other = await openElsewhere()
    await other.add(newKept({ kind: 'xlsx', sheet: '市定' }))
    expect(await restoreBackup(other, backup)).toMatchObject({ added: [info] })
    expect(done(await other.list())).toHaveLength(2)
  })

  it('an id that is taken is not taken over', async () => {
    const { info, backup } = await backupOfOne()
    const other = await openElsewhere()
    await restoreBackup(other, backup)
    const theirs = await tampered(backup, ({ sets: [set] }) => {
      if (set) set.info.sheet = '别的'
    })
    const restored = await restoreBackup(other, theirs)
    expect(restored).toMatchObject({ ok: true, added: [{ sheet: '别的', name: info.name }] })
    const ids = done(await other.list()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(done(await other.corrections(id))).toEqual([correction])
  })
})

describe('a data set that cannot be restored is told with its reason, and the others are', () => {
  async function restored(change: (manifest: Manifest) => unknown) {
    const kept = await open()
    const good = done(await kept.add(newKept({ name: '好' })))
    await kept.add(newKept({ name: '坏', original: new Blob(['别的内容']) }))
    const backup = await tampered(done(await saveBackup(kept)), (manifest) => {
      manifest.sets.sort((a) => (a.info.name === '坏' ? -1 : 1))
      return change(manifest)
    })
    const other = await openElsewhere()
    const outcome = await restoreBackup(other, backup)
    expect(outcome).toMatchObject({ ok: true, added: [good] })
    expect(done(await other.list())).toEqual([good])
    return outcome.ok && outcome.failed
  }

  const bad = { ...newKept(), name: '坏' }
  test.each<[string, (set: Manifest['sets'][number]) => void, string]>([
    ['other bytes', (set) => (set.info.hash = '0'.repeat(64)), 'damaged'],
    ['more bytes than said', (set) => (set.info.bytes = 3), 'damaged'],
    ['fewer bytes than said', (set) => (set.info.bytes = 3000), 'damaged'],
    ['more than anybody keeps', (set) => (set.info.bytes = 2 ** 30), 'too-large'],
    ['no original', (set) => (set.original = 'originals/none.csv'), 'missing'],
    ['a path out of the archive', (set) => (set.original = '../../manifest.json'), 'missing'],
    ['a number for a text', (set) => (set.info.region = 7), 'damaged'],
    ['a text for a number', (set) => (set.info.rows = '7'), 'damaged'],
    ['a negative size', (set) => (set.info.bytes = -1), 'damaged'],
    ['no id', (set) => (set.info.id = ''), 'damaged'],
    ['an unknown kind', (set) => (set.info.kind = 'exe'), 'damaged'],
    [
      'a layout that skips no number of lines',
      (set) => (set.info.layout = { skip: -1, places: {}, constants: {}, extra: [] }),
      'damaged',
    ],
    ['a broken layout', (set) => (set.info.layout = { skip: 1, places: { actual: 'x' } }), 'damaged'],
    [
      'a layout of unknown columns',
      (set) => (set.info.layout = { skip: 1, places: { wrong: 1 }, constants: {}, extra: [] }),
      'damaged',
    ],
    ...[
      { places: { project: 2 ** 40 } },
      { places: { project: 1000 } },
      { extra: [{ name: '备考', at: 1000 }] },
      { extra: Array.from({ length: 1001 }, (_, at) => ({ name: `${at}`, at: 0 })) },
      { constants: { year: '2'.repeat(40_000) } },
      { wide: 1 },
      { indicatorIn: 'actual' },
    ].map((change): [string, (set: Manifest['sets'][number]) => void, string] => [
      `a layout of ${JSON.stringify(change).slice(0, 40)}`,
      (set) => (set.info.layout = { skip: 1, places: {}, constants: {}, extra: [], ...change }),
      'damaged',
    ]),
    [
      'a broken correction',
      (set) => set.corrections.push({ line: 2, column: 'actual', from: '' }),
      'damaged',
    ],
    [
      'a correction of no column',
      (set) => set.corrections.push({ ...correction, column: 'wrong' }),
      'damaged',
    ],
  ])('%s', async (_, change, reason) => {
    const failed = await restored(({ sets: [set] }) => void (set && change(set)))
    expect(failed).toEqual([{ name: bad.name, reason }])
  })

  it('one that is nothing at all', async () => {
    const failed = await restored((manifest) => ({ ...manifest, sets: [null, ...manifest.sets.slice(1)] }))
    expect(failed).toEqual([{ name: '', reason: 'damaged' }])
  })

  it('one for which there is no room is here until the page is closed, and that is said', async () => {
    const { backup } = await backupOfOne()
    const other = await openElsewhere()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError')
    })
    expect(await restoreBackup(other, backup)).toMatchObject({
      ok: true,
      added: [{ name: '某市二〇二三年' }],
      failed: [],
      notKept: { kind: 'full' },
    })
    vi.restoreAllMocks()
    other.close()
    expect(done(await (await open()).list())).toEqual([])
  })

  it('one that would unpack to far more than was said is not unpacked', async () => {
    const kept = await open()
    await kept.add(newKept({ original: new Blob([new Uint8Array(1 << 25)]) }))
    const backup = await tampered(done(await saveBackup(kept)), ({ sets: [set] }) => {
      if (set) set.info.bytes = 1000
    })
    const other = await openElsewhere()
    const waits = vi.spyOn(globalThis, 'setTimeout')
    expect(await restoreBackup(other, backup)).toMatchObject({ failed: [{ reason: 'damaged' }] })
    // The page is let answer after each megabyte.
    expect(waits.mock.calls.length).toBeLessThan(4)
  })

  it('more together than anybody keeps', async () => {
    const { backup } = await backupOfOne()
    const theirs = await tampered(backup, ({ sets }) => {
      const [set] = sets
      const { info, ...rest } = set ?? { info: {} }
      sets.length = 0
      for (let i = 0; i < 20; i++)
        sets.push({ ...rest, info: { ...info, bytes: 2 ** 29 } } as (typeof sets)[0])
    })
    const outcome = await restoreBackup(await openElsewhere(), theirs)
    const reasons = outcome.ok ? outcome.failed.map(({ reason }) => reason) : []
    expect(reasons).toEqual([...new Array(16).fill('damaged'), ...new Array(4).fill('too-large')])
  })

  it('settings that make no sense are left out', async () => {
    const { backup } = await backupOfOne()
    const theirs = await tampered(backup, (manifest) => {
      manifest.settings = {
        accepted: { 甲: 7, 丙: '丁' },
        layouts: [],
        matches: { a: 'same', b: 'maybe' },
        theme: 'pink',
        shown: 7,
        other: 1,
      }
    })
    const other = await openElsewhere()
    expect(await restoreBackup(other, theirs)).toMatchObject({ ok: true, settings: true })
    expect((await contents(other)).settings).toEqual({ accepted: { 丙: '丁' }, matches: { a: 'same' } })
  })
})
