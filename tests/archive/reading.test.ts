import { describe, expect, it, test } from 'vitest'
import { openEngine } from '../../src/archive/engine.ts'
import { ALL, ArchiveError, type ArchiveProgress } from '../../src/archive/protocol.ts'
import type { Source } from '../../src/archive/text.ts'
import { encodingOf } from '../../src/load/decode.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'
import { entry } from '../build.ts'
import { open, sourceIn } from './opened.ts'

const TEXT = '项目,指标,完成值\n修路,里程,3\n建校,数量,万\n'
const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !isBig)
  return bytes
}
/** 项目,指标,完成值 / 修路,里程,3 / 建校,数量,万 in GBK. */
const GBK = Uint8Array.from(
  'cfeec4bf2cd6b8b1ea2ccdeab3c9d6b50ad0dec2b72cc0efb3cc2c330abda8d0a32ccafdc1bf2ccdf20a'.match(/../g) ?? [],
  (hex) => Number.parseInt(hex, 16),
)

const read = (bytes: Uint8Array, size: number) =>
  openEngine(sourceIn(bytes, size), undefined, entry(), () => {})

describe('encodings', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8(TEXT), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16', utf16(`\ufeff${TEXT}`, false), 'utf-16le'],
    ['UTF-16, big end first', utf16(`\ufeff${TEXT}`, true), 'utf-16be'],
    ['GBK', GBK, 'gb18030'],
  ])('%s, wherever it is cut', async (_, bytes, encoding) => {
    expect(encodingOf([bytes])).toBe(encoding)
    for (const size of [1, 2, 3, 5, 7, 1000]) {
      const engine = await read(bytes, size)
      expect(engine.summary).toMatchObject({
        encoding,
        rows: 2,
        issues: 1,
        asked: { unread: 1 },
        bytes: bytes.length,
      })
      const { id } = engine.answer(ALL)
      expect(
        engine
          .rowsAt(id, 0, 2)
          .map(({ line, cells }) => [line, cells.project, cells.indicator, cells.actual]),
      ).toEqual([
        [2, '修路', '里程', '3'],
        [3, '建校', '数量', '万'],
      ])
      expect(engine.issuesAt(0, 9)).toEqual([{ kind: 'unreadable', line: 3, column: '完成值', text: '万' }])
    }
  })

  it('begins anew where UTF-8 turns out to be none', async () => {
    const late = new Uint8Array([...utf8('项目,指标,完成值\n'.replace(/[^,\n]/g, 'x')), ...GBK])
    await expect(read(late, 4)).rejects.toMatchObject({ kind: 'no-table' })
  })
})

describe('what is no archive', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'no-table'],
    ['blank lines', new TextEncoder().encode('\n , \n\n'), 'no-table'],
    ['a table without 指标', new TextEncoder().encode('项目,完成值\n甲,1\n'), 'no-table'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'no-text'],
    ['half of UTF-16', Uint8Array.from([0xff, 0xfe, 0x31]), 'no-text'],
  ])('%s', async (_, bytes, kind) => {
    await expect(read(bytes, 5)).rejects.toMatchObject({ kind })
    await expect(read(bytes, 5)).rejects.toBeInstanceOf(ArchiveError)
  })

  it('a file larger than one array', async () => {
    const source: Source = { ...sourceIn(new TextEncoder().encode(TEXT)), size: 2 ** 33 }
    await expect(openEngine(source, undefined, entry(), () => {})).rejects.toMatchObject({
      kind: 'too-large',
    })
  })

  it('names the column that is missing', async () => {
    await expect(open('项目,完成值\n甲,1\n')).rejects.toMatchObject({ detail: '指标' })
  })
})

describe('a layout', () => {
  const LAYOUT: Layout = {
    skip: 3,
    places: { no: 0, project: 1, indicator: 1, unit: 2, target: 3, actual: 4, completion: 5 },
    constants: { region: '某市', year: '2023', as_of: '2023-12-20', project: '不用' },
    extra: [{ name: '经办', at: 6 }],
  }
  const TABLE =
    '某市民生实事,,,,,,\n（单位见表）,,,,,,\n序号,项目,单位,目标任务,完成情况,完成率,经办\n1,修路,公里,10,12,90%,某人\n\n2,建校,所,4,若干,,,多\n'

  it('says where the columns stand and what all rows share', async () => {
    const engine = await open(TABLE, { layout: LAYOUT, pieces: 5 })
    const { id } = engine.answer(ALL)
    const [first, second, ...more] = engine.rowsAt(id, 0, 9)
    expect(more).toEqual([])
    expect(first).toMatchObject({ line: 4, extra: { 经办: '某人' } })
    expect(first?.cells).toMatchObject({
      region: '某市',
      year: '2023',
      project: '修路',
      indicator: '修路',
      actual: '12',
    })
    expect(first?.findings).toContain('crosses-target')
    expect(second).toMatchObject({ line: 6, findings: ['unreadable'] })
    expect(engine.issuesAt(0, 9)).toEqual([
      { kind: 'extra-cells', line: 6, text: '多' },
      { kind: 'unreadable', line: 6, column: '完成情况', text: '若干' },
    ])
  })

  it('is written out with the contract’s names', async () => {
    const engine = await open(TABLE, { layout: LAYOUT })
    const [head, row] = engine.csvAt(engine.answer(ALL).id, 0).text.split('\r\n')
    expect(head).toBe(`\ufeff${[...COLUMNS.map(([, name]) => name), '经办'].join(',')}`)
    expect(row).toBe('某市,2023,2023-12-20,1,修路,,,,修路,12,公里,10,90%,,,,,,,,,,,某人')
  })
})

it('tells its progress', async () => {
  const text = `项目,指标,完成值\n${'甲,乙,1\n'.repeat(400_000)}`
  const told: ArchiveProgress[] = []
  const engine = await openEngine(sourceIn(new TextEncoder().encode(text)), undefined, entry(), (one) =>
    told.push(one),
  )
  expect(engine.summary.rows).toBe(400_000)
  expect(told.length).toBeGreaterThan(0)
  expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).sort((a, b) => a - b))
  for (const { rows, share, secondsLeft, phase } of told) {
    expect([share > 0 && share <= 1, rows <= 400_000, (secondsLeft ?? 0) >= 0]).toEqual([true, true, true])
    expect(['reading', 'checking']).toContain(phase)
  }
})
