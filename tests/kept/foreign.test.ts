import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { restoreBackup } from '../../src/kept/backup.ts'
import { archive, backupOfOne, directoryOf, tampered } from './archives.ts'
import { bytesOf, done, openElsewhere, startAfresh } from './build.ts'

beforeEach(startAfresh)

describe('a file that is no backup has a reason', () => {
  const reasonOf = async (file: Blob) => {
    const outcome = await restoreBackup(await openElsewhere(), file)
    return outcome.ok ? 'none' : outcome.reason
  }

  test.each<[string, () => Promise<Blob> | Blob, string]>([
    ['an empty one', () => new Blob([]), 'not-a-backup'],
    ['a table', () => new Blob(['项目,指标\n']), 'not-a-backup'],
    ['another archive', () => archive([['a.txt', 'a']]), 'not-a-backup'],
    ['another manifest', () => archive([['manifest.json', '{"name":"app"}']]), 'not-a-backup'],
    ['a manifest that is a list', () => archive([['manifest.json', '[]']]), 'not-a-backup'],
    ['a manifest that is no JSON', () => archive([['manifest.json', '{']]), 'damaged'],
    [
      'a later one',
      async () => tampered((await backupOfOne()).backup, (m) => ({ ...m, version: 2 })),
      'newer',
    ],
    [
      'one without sets',
      async () => tampered((await backupOfOne()).backup, (m) => ({ ...m, sets: {} })),
      'damaged',
    ],
    ['one cut off', async () => (await backupOfOne()).backup.slice(0, -30), 'damaged'],
    ['its first half', async () => ((b) => b.slice(0, b.size >> 1))((await backupOfOne()).backup), 'damaged'],
    ['too many files', () => directoryOf(10_001), 'too-large'],
    [
      'a manifest that unpacks to gigabytes',
      () => archive([['manifest.json', ' '.repeat((1 << 26) + 1)]]),
      'too-large',
    ],
  ])(
    '%s',
    async (_, make, reason) => {
      expect(await reasonOf(await make())).toBe(reason)
    },
    30_000,
  )

  it('one that can no longer be read', async () => {
    const file = new Blob(['PK'])
    file.slice = () => {
      throw new DOMException('gone', 'NotReadableError')
    }
    expect(await reasonOf(file)).toBe('unreadable')
  })

  it('wherever a byte is changed or the end is lost, nothing is thrown and nothing wrong is kept', async () => {
    const { info, backup } = await backupOfOne()
    const good = await bytesOf(backup)
    const harm = fc.record({
      at: fc.nat(good.length - 1),
      to: fc.nat(255),
      end: fc.option(fc.nat(good.length)),
    })
    await fc.assert(
      fc.asyncProperty(harm, async ({ at, to, end }) => {
        const bytes = Uint8Array.from(good)
        bytes[at] = to
        const other = await openElsewhere()
        await restoreBackup(other, new Blob([bytes.slice(0, end ?? undefined)]))
        for (const { id, hash } of done(await other.list())) {
          expect(hash).toBe(info.hash)
          expect(await bytesOf(done(await other.original(id)))).toHaveLength(info.bytes)
        }
      }),
      { seed: 102, numRuns: 300 },
    )
  })
})
