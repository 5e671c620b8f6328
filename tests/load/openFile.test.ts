import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LARGEST_TEXT, LARGEST_UNPACKED, LARGEST_WORKBOOK, MOST_COLUMNS } from '../../src/load/limits.ts'
import { readFile } from '../../src/load/openFile.ts'
import type { Refusal } from '../../src/model/refusal.ts'
import { fixture, textRow, workbook, workbookFiles, zipped } from '../xlsx.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  )
const refusalOf = async (content: Uint8Array, name: string): Promise<Refusal | undefined> => {
  const opened = await readFile(content, name)
  return opened.kind === 'refused' ? opened.why : undefined
}
/** An OLE2 file with a stream of this name in its directory. */
const ole2 = (stream: string) => {
  const file = new Uint8Array(1536)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  file.set(
    [...stream].flatMap((char) => [char.charCodeAt(0), 0]),
    1024 + 128,
  )
  return file
}

describe('what is no table is told by its bytes, whatever it is called', () => {
  test.each<[string, Uint8Array, Refusal]>([
    ['a.csv', new Uint8Array(), { reason: 'empty' }],
    ['a.csv', utf8('\ufeff \n\n'), { reason: 'empty' }],
    ['a.csv', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13]), { reason: 'picture', format: 'png' }],
    ['a.xlsx', bytes([0xff, 0xd8, 0xff, 0xe0]), { reason: 'picture', format: 'jpg' }],
    ['a.csv', bytes('GIF89a'), { reason: 'picture', format: 'gif' }],
    ['a.csv', bytes('RIFF', [9, 9, 9, 9], 'WEBPVP8 '), { reason: 'picture', format: 'webp' }],
    ['a.csv', bytes('BM', [9, 9, 9, 0, 0, 0, 0, 0, 54]), { reason: 'picture', format: 'bmp' }],
    ['a.csv', bytes('II*', [0, 8]), { reason: 'picture', format: 'tiff' }],
    ['a.csv', bytes([0, 0, 0, 24], 'ftypheic'), { reason: 'picture', format: 'heic' }],
    ['a.csv', bytes('%PDF-1.7'), { reason: 'pdf' }],
    ['a.csv', bytes('{\\rtf1'), { reason: 'document', format: 'rtf' }],
    ['a.csv', bytes('Rar!\x1a\x07'), { reason: 'archive', format: 'rar' }],
    ['a.csv', bytes('7z', [0xbc, 0xaf, 0x27, 0x1c]), { reason: 'archive', format: '7z' }],
    ['a.csv', bytes([0x1f, 0x8b, 8, 0]), { reason: 'archive', format: 'gz' }],
    ['a.zip', zipped({ 'a.csv': '项目,指标' }), { reason: 'archive', format: 'zip' }],
    ['a.xlsx', zipped({ 'word/document.xml': '<a/>' }), { reason: 'document', format: 'docx' }],
    ['a.xlsx', zipped({ 'ppt/presentation.xml': '<a/>' }), { reason: 'document', format: 'pptx' }],
    ['a.xlsx', zipped({ 'OFD.xml': '<a/>' }), { reason: 'document', format: 'ofd' }],
    ['a.xlsx', zipped({ 'xl/workbook.bin': 'x' }), { reason: 'old-workbook', format: 'xlsb' }],
    ['a.xlsx', fixture('wide.ods'), { reason: 'old-workbook', format: 'ods' }],
    [
      'a.odt',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      { reason: 'document', format: 'odt' },
    ],
    ['a.xls', fixture('wide.xls'), { reason: 'old-workbook', format: 'xls' }],
    ['A.ET', fixture('wide.xls'), { reason: 'old-workbook', format: 'et' }],
    ['a.xls', ole2('Book'), { reason: 'old-workbook', format: 'xls' }],
    ['a.xlsx', ole2('EncryptedPackage'), { reason: 'encrypted' }],
    ['a.doc', ole2('WordDocument'), { reason: 'document', format: 'doc' }],
    ['a.wps', ole2('WordDocument'), { reason: 'document', format: 'wps' }],
    ['a.ppt', ole2('PowerPoint Document'), { reason: 'document', format: 'ppt' }],
    ['a.xls', utf8('<html><table><tr><td>项目</td></tr></table>'), { reason: 'markup' }],
    ['a.xls', utf8('\n<?xml version="1.0"?><Workbook/>'), { reason: 'markup' }],
    ['a.csv', bytes([1, 2, 0, 0xff]), { reason: 'no-text' }],
    ['a.csv', utf8('项目\n甲\n乙'), { reason: 'no-table' }],
    ['a.xlsx', workbook({ sheets: [{ rows: '' }] }), { reason: 'no-table' }],
    ['a.csv', utf8('项目,指标,完成值\n'), { reason: 'no-rows' }],
    ['a.csv', utf8('某市2024年,,\n序号,项目,目标任务,完成情况'), { reason: 'no-rows' }],
    [
      'a.xlsx',
      workbook({
        sheets: [
          { rows: textRow(1, ['项目', '指标', '完成值']) },
          { rows: textRow(1, ['列名', '怎么填']) + textRow(2, ['项目', '必填']) },
        ],
      }),
      { reason: 'no-rows' },
    ],
  ])('%s %#', async (name, content, wanted) => {
    expect(await refusalOf(content, name)).toEqual(wanted)
  })

  it('what has a row, or may have one further on, is not only a header', async () => {
    const kindOf = async (text: string, isPart = false) => (await readFile(utf8(text), 'a.csv', isPart)).kind
    expect(await kindOf('项目,指标,完成值\n甲,乙,3')).toBe('tables')
    expect(await kindOf('项目,指标,完成值\n', true)).toBe('tables')
    expect(await kindOf('项目,目标,完成情况,\n甲,全覆盖,已完成,是')).toBe('tables')
    const sheets = [
      ['项目', '指标', '完成值'],
      ['甲', '乙', '3'],
    ].map((cells, i) => textRow(i + 1, cells))
    const book = workbook({ sheets: [{ rows: sheets[0] ?? '' }, { rows: sheets.join('') }] })
    expect((await readFile(book, 'a.xlsx')).kind).toBe('tables')
  })

  it('two letters do not make a picture', async () => {
    const opened = await readFile(utf8('BMI,项目\n1,2'), 'a.csv')
    expect(opened.kind).toBe('tables')
  })

  it('an archive with passwords is encrypted', async () => {
    const locked = workbook({ sheets: [{ rows: textRow(1, ['a', 'b']) }] })
    const view = new DataView(locked.buffer)
    for (let at = view.getUint32(locked.length - 6, true); view.getUint32(at, true) === 0x02014b50; ) {
      view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true)
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)
    }
    expect(await refusalOf(locked, 'a.xlsx')).toEqual({ reason: 'encrypted' })
  })
})

describe('what is too much', () => {
  it('a text or a workbook', async () => {
    const big = new Uint8Array(LARGEST_TEXT + 1).fill(0x61)
    expect(await refusalOf(big, 'a.csv')).toEqual({
      reason: 'too-large',
      size: big.length,
      limit: LARGEST_TEXT,
    })
    const zip = new Uint8Array(LARGEST_WORKBOOK + 1)
    zip.set([0x50, 0x4b, 3, 4])
    expect(await refusalOf(zip, 'a.xlsx')).toEqual({
      reason: 'too-large',
      size: zip.length,
      limit: LARGEST_WORKBOOK,
    })
  })

  it('a workbook that unpacks to gigabytes, by what its directory says', async () => {
    const bomb = workbook({ sheets: [{ rows: textRow(1, ['a', 'b']) }] })
    const view = new DataView(bomb.buffer)
    view.setUint32(view.getUint32(bomb.length - 6, true) + 24, LARGEST_UNPACKED + 1, true)
    expect(await refusalOf(bomb, 'a.xlsx')).toMatchObject({ reason: 'too-large', limit: LARGEST_UNPACKED })
  })

  it('columns, in a text and in a workbook', async () => {
    const wide = { reason: 'too-many-columns', columns: 10_000, limit: MOST_COLUMNS }
    const names = Array.from({ length: 10_000 }, (_, i) => `c${i}`)
    expect(await refusalOf(utf8(`${names.join(',')}\n1,2`), 'a.csv')).toEqual(wide)
    expect(await refusalOf(workbook({ sheets: [{ rows: textRow(1, names) }] }), 'a.xlsx')).toEqual(wide)
  })

  it('but not blank ones', async () => {
    const opened = await readFile(utf8(`项目,指标${','.repeat(5000)}\n1,2`), 'a.csv')
    expect(opened.kind).toBe('tables')
    const far = workbook({
      sheets: [{ rows: `${textRow(1, ['a', 'b'])}<row r="2"><c r="XFD2" s="1"/></row>` }],
    })
    expect((await readFile(far, 'a.xlsx')).kind).toBe('tables')
  })
})

describe('broken workbooks', () => {
  const good = workbook({ sheets: [{ rows: textRow(1, ['项目', '指标']) }] })
  const without = (part: string, instead?: string) => {
    const { [part]: _, ...files } = workbookFiles({
      sheets: [{ rows: textRow(1, ['项目', '指标']) }],
    }) as Record<string, string>
    return zipped(instead === undefined ? files : { ...files, [part]: instead })
  }

  test.each<[string, Uint8Array]>([
    ['cut off', good.subarray(0, good.length - 30)],
    ['with XML that ends early', without('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row>')],
    ['without the sheet', without('xl/worksheets/sheet1.xml')],
    [
      'with a cell nowhere',
      without('xl/worksheets/sheet1.xml', '<worksheet><c r="?"><v>1</v></c></worksheet>'),
    ],
  ])('%s', async (_, content) => {
    expect(await refusalOf(content, 'a.xlsx')).toEqual({ reason: 'broken-workbook' })
  })

  it('cut off and under another name are archives', async () => {
    expect(await refusalOf(good.subarray(0, 100), 'a.zip')).toEqual({ reason: 'archive', format: 'zip' })
  })

  it('one changed bit is not read as printed', async () => {
    const [at] = [good.length >> 1]
    const kinds = new Set<string>()
    for (let bit = 0; bit < 400; bit++) {
      const changed = good.slice()
      const place = (at + bit * 3) % good.length
      changed[place] = (changed[place] ?? 0) ^ (1 << (bit % 8))
      const opened = await readFile(changed, 'a.xlsx')
      if (opened.kind === 'tables')
        expect(opened.sheets[0]?.table.records).toEqual([{ line: 1, cells: ['项目', '指标'] }])
      kinds.add(opened.kind)
    }
    expect(kinds).toEqual(new Set(['tables', 'refused']))
  })
})

const TEXT = '项目;指标;完成值\n甲;乙;"1,007.8"\n'
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((char) => {
      const unit = char.charCodeAt(0)
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]
    }),
  )

describe('texts', () => {
  test.each<[string, Uint8Array]>([
    ['utf-8', utf8(TEXT)],
    ['utf-8', utf8(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(TEXT, true)],
    ['utf-16be', utf16(TEXT, false)],
    ['gb18030', bytes([0xcf, 0xee, 0xc4, 0xbf], ';', [0xd6, 0xb8, 0xb1, 0xea], ';x\n1;2;3')],
  ])('%s', async (encoding, content) => {
    expect(await readFile(content, 'a.csv')).toMatchObject({
      kind: 'tables',
      encoding,
      delimiter: ';',
      sheets: [{ name: '', hidden: false, hiddenLines: 0, table: { records: [{ line: 1 }, { line: 2 }] } }],
    })
  })

  it('know their delimiter under titles, and whatever ends their lines', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(
        await readFile(utf8(['某市2024年进度', '', '项目\t指标', '1,078\t2'].join(end)), 'a.txt'),
      ).toMatchObject({
        delimiter: '\t',
        sheets: [
          {
            table: {
              records: [
                { cells: ['某市2024年进度'] },
                { cells: ['项目', '指标'] },
                { cells: ['1,078', '2'] },
              ],
            },
          },
        ],
      })
  })
})

describe('no bytes make it throw', () => {
  const run = (arbitrary: fc.Arbitrary<Uint8Array>, seed: number, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(arbitrary, fc.constantFrom('a.csv', 'a.xlsx', 'a.xls', ''), async (content, name) => {
        const opened = await readFile(content, name)
        if (opened.kind === 'tables') expect(opened.sheets.length).toBeGreaterThan(0)
      }),
      { seed, numRuns },
    )
  const real = fixture('wide.xlsx')
  const files = workbookFiles({ sheets: [{ rows: textRow(1, ['项目', '指标', '完成值']) }] }) as Record<
    string,
    string
  >

  test('at random', () => run(fc.uint8Array({ maxLength: 300 }), 91, 1000))

  test('behind any mark', () => {
    const marks = [
      'PK\x03\x04',
      'PK\x05\x06',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      'GIF8',
      '%PDF-',
      '<html',
      '\xff\xfe',
    ]
    return run(
      fc
        .tuple(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 300 }))
        .map(([mark, rest]) => bytes(mark, [...rest])),
      92,
      1000,
    )
  })

  test('of a real workbook, cut off or changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(real.length - 1), fc.nat(255)), { maxLength: 4 })
    return run(
      fc.tuple(fc.nat(real.length), changes).map(([length, list]) => {
        const changed = real.slice(0, list.length === 0 ? length : undefined)
        for (const [at, value] of list) changed[at] = value
        return changed
      }),
      93,
      500,
    )
  })

  test('of a workbook whose XML is any', () => {
    const piece = fc.constantFrom(
      ...[
        '<row r="2">',
        '<row r="x">',
        '</row>',
        '<c r="B1" t="s">',
        '<c t="s" s="-1">',
        '<c r="ZZZ99">',
        '</c>',
        '<v>',
        '</v>',
        '7',
        '1e400',
        '&#1;',
      ],
      ...[
        '<is>',
        '<t>',
        '</t>',
        '<f>',
        '<rPh>',
        '</rPh>',
        '<mergeCell ref="A1"/>',
        '<mergeCell ref="x:y"/>',
        '<![CDATA[',
        ']]>',
        '<!--',
      ],
    )
    const part = fc.constantFrom(
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
    )
    return run(
      fc
        .tuple(part, fc.array(piece, { maxLength: 12 }))
        .map(([name, pieces]) =>
          zipped({ ...files, [name]: `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>` }),
        ),
      94,
      600,
    )
  })
})
