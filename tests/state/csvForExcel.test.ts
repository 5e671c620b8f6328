import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { csvForExcel } from '../../src/state/csvForExcel.ts'
import { keptHere } from '../../src/state/own.ts'
import { ownId } from '../../src/state/sets.ts'
import { gb18030 } from '../gb18030.ts'
import { done, newKept } from '../kept/build.ts'

afterEach(() => vi.unstubAllGlobals())

const TEXT = '项目,指标,完成值\r\n修路,公路,"1,078"\r\n'
/** As bytes, which keep the mark that `text()` would take away. */
const written = async (blob: Blob | undefined) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob?.arrayBuffer())
const own = async (original: BlobPart) =>
  ownId(done(await (await keptHere()).add(newKept({ original: new Blob([original]) }))))

test('a list of the site: its text, behind a mark', async () => {
  const fetched = vi.fn(async (_url: string) => new Response(TEXT))
  vi.stubGlobal('fetch', fetched)
  expect(await written(await csvForExcel('', '某市.csv'))).toBe(`\ufeff${TEXT}`)
  expect(fetched.mock.calls[0]).toContain('./data/%E6%9F%90%E5%B8%82.csv')
})

test.each([
  ['UTF-8', TEXT],
  ['UTF-8 with a mark already', `\ufeff${TEXT}`],
  ['GB18030', gb18030(TEXT)],
])('a list of the reader’s own in %s: one mark, one encoding', async (_, original) => {
  expect(await written(await csvForExcel(await own(original as BlobPart), 'x.csv'))).toBe(`\ufeff${TEXT}`)
})

test('tabs become commas: Excel would see one column', async () => {
  const id = await own('项目\t指标\t完成值\n修路\t公路\t1,078\n')
  expect(await written(await csvForExcel(id, 'x.tsv'))).toBe(
    '\ufeff项目,指标,完成值\r\n修路,公路,"1,078"\r\n',
  )
})

test('what is gone, or is no text, gives none', async () => {
  expect(await csvForExcel(ownId({ id: 'gone' }), 'x.csv')).toBeUndefined()
  expect(await csvForExcel(await own(new Uint8Array([0x80, 0xff, 0, 1, 2, 0xff])), 'x.csv')).toBeUndefined()
})
