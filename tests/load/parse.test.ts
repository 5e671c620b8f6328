import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseTable, startTable } from '../../src/load/parse.ts'

const cells = (text: string) => parseTable(text).records.map((record) => record.cells)
const lines = (text: string) => parseTable(text).records.map((record) => record.line)

describe('delimiters', () => {
  test.each([
    ['comma', ','],
    ['tab', '\t'],
    ['semicolon', ';'],
  ])('%s', (_, by) => {
    const table = [
      ['项目', '指标', '完成值'],
      ['甲', '乙', '736'],
    ]
    expect(cells(table.map((line) => line.join(by)).join('\n'))).toEqual(table)
  })

  it('is told by the header where ragged rows hold other delimiters', () => {
    const head = ['项目', '指标', '完成值', '单位', '目标值', '完成率', '备注']
    const rows = [
      ['甲', '乙', '1,078', '户', '8,166'],
      ['甲', '丙', '12', '个', '14', '86%', 'x,y,z'],
      ['甲', '丁', '1,000,000'],
      ['甲', '戊', '1,000', '户', '2,000'],
    ]
    for (const by of ['\t', ';']) {
      expect(cells([head, ...rows].map((line) => line.join(by)).join('\n'))).toEqual([head, ...rows])
    }
  })

  it('a header alone, or of one column', () => {
    expect(cells('项目;指标')).toEqual([['项目', '指标']])
    expect(cells('项目\t指标')).toEqual([['项目', '指标']])
    expect(cells('项目\n甲')).toEqual([['项目'], ['甲']])
  })

  it('is that of the header below a title', () => {
    expect(cells('某市2024年民生实事\n\n单位：万元\n项目\t指标\n1,078\t2')).toEqual([
      ['某市2024年民生实事'],
      ['单位：万元'],
      ['项目', '指标'],
      ['1,078', '2'],
    ])
  })

  it('may be given', () => {
    expect(parseTable('a,b\n1\t2,3', '\t').records.map((record) => record.cells)).toEqual([
      ['a,b'],
      ['1', '2,3'],
    ])
  })

  it('a quoted header cell hides its own', () => {
    expect(cells('"项目;甲;乙;丙",指标\n1,2')).toEqual([
      ['项目;甲;乙;丙', '指标'],
      ['1', '2'],
    ])
  })
})

describe('lines', () => {
  test.each([
    ['CRLF, then LF', '项目,单位\r\n甲,个\n乙,个\n丙,个'],
    ['LF, then CRLF', '项目,单位\n甲,个\r\n乙,个\r\n丙,个\r\n'],
    ['CR alone', '项目,单位\r甲,个\r乙,个\n丙,个'],
  ])('of several kinds in one file: %s', (_, text) => {
    const { records } = parseTable(text)
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '项目', '单位'],
      [2, '甲', '个'],
      [3, '乙', '个'],
      [4, '丙', '个'],
    ])
  })

  it('are counted from 1, blank ones left out but counted', () => {
    expect(lines('a,b\n1,2\n\n , \n3,4\n')).toEqual([1, 2, 5])
  })

  it('of a record are the one it begins on', () => {
    expect(lines('a,b\n"x\ny\nz",2\n3,4')).toEqual([1, 2, 5])
    expect(lines('a,b\r\n"x\r\ny",2\r\n3,4\r\n')).toEqual([1, 2, 4])
    expect(lines('a,b\r1,2\r3,4')).toEqual([1, 2, 3])
  })

  it('may all end in any way', () => {
    const wanted = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]
    for (const end of ['\n', '\r\n', '\r']) expect(cells(['a,b', '1,2', '3,4', ''].join(end))).toEqual(wanted)
  })
})

it('drops a byte-order mark, and no other character', () => {
  expect(cells('\ufeff项目,指标')).toEqual([['项目', '指标']])
  expect(cells('\ufeff"项目",指标')).toEqual([['项目', '指标']])
  expect(cells('项目,\ufeff指标')).toEqual([['项目', '\ufeff指标']])
})

describe('quotes', () => {
  it('hold delimiters, line breaks and quotes', () => {
    expect(cells('a,b\n"1,2","say ""x"""\n"p\nq",r')).toEqual([
      ['a', 'b'],
      ['1,2', 'say "x"'],
      ['p\nq', 'r'],
    ])
  })

  it('inside a cell are plain characters', () => {
    expect(cells('a,b\n5寸",x"y"')).toEqual([
      ['a', 'b'],
      ['5寸"', 'x"y"'],
    ])
    expect(parseTable('a,b\n5寸",x"y"').brokenQuotes).toEqual([])
  })

  it('not closed are told with their line', () => {
    const { brokenQuotes } = parseTable('a,b\n1,2\n"3,4\n5,6')
    expect(brokenQuotes.map(({ line }) => line)).toEqual([3])
    expect(brokenQuotes[0]?.message).not.toBe('')
  })

  test.each([
    ['not closed', '甲,"1\n乙,2\n丙,3\n'],
    ['closed by a later cell’s', '甲,"1\n乙,2\n"丙",3\n'],
    ['closed in the middle of a cell', '甲,"1"0\n乙,2\n丙,3\n'],
  ])('%s: cost no other row, and are told once', (_, rows) => {
    const { records, brokenQuotes } = parseTable(`项目,完成值\n${rows}`)
    expect(brokenQuotes.map(({ line }) => line)).toEqual([2])
    expect(records.map(({ line }) => line)).toEqual([1, 2, 3, 4])
    expect(records.slice(2).map(({ cells }) => cells)).toEqual([
      ['乙', '2'],
      ['丙', '3'],
    ])
  })

  it('not closed again and again are told on every line', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `甲${i},"${i}`)
    const { records, brokenQuotes } = parseTable(`项目,完成值\n${rows.join('\n')}\n乙,1`)
    expect(brokenQuotes.map(({ line }) => line)).toEqual(rows.map((_, i) => i + 2))
    expect(records).toHaveLength(rows.length + 2)
    expect(records.at(-1)?.cells).toEqual(['乙', '1'])
  })
})

test('an empty text has no records', () => {
  expect([cells(''), cells('\ufeff'), cells('\n\n'), cells(' , ,\n,')]).toEqual([[], [], [], []])
})

test('what is written with quotes is read back, line for line', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '一', ',', ';', '\t', '"', '\n', ' ', "'", '1') })
    .map((s) => `x${s}x`)
  const table = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom(',', '\t', ';'))
    .chain(([width, height, by]) =>
      fc.tuple(
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
        fc.constant(by),
      ),
    )
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(table, ([rows, by]) => {
      const text = rows.map((line) => line.map(quote).join(by)).join('\n')
      const read = parseTable(text)
      expect(read.records.map((record) => record.cells)).toEqual(rows)
      expect(read.brokenQuotes).toEqual([])
      let line = 1
      for (const [index, record] of read.records.entries()) {
        expect(record.line).toBe(line)
        line += (rows[index] ?? []).join('').split('\n').length
      }
    }),
    { seed: 22, numRuns: 500 },
  )
})

describe('a text in pieces', () => {
  /** Cut after each of the places given. */
  const inPieces = (text: string, places: readonly number[]) => {
    const cuts = [0, ...places.map((place) => place % (text.length + 1)), text.length].sort((a, b) => a - b)
    const parser = startTable()
    const tables = cuts.slice(1).map((cut, i) => parser.take(text.slice(cuts[i], cut)))
    tables.push(parser.end())
    return {
      records: tables.flatMap(({ records }) => records),
      brokenQuotes: tables.flatMap(({ brokenQuotes }) => brokenQuotes),
    }
  }

  test('is read as in one, wherever it is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '一', ',', ';', '\t', '"', '""', '\n', '\r', '\r\n', ' ', '\ufeff'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 8 }), (text, places) => {
        const whole = parseTable(text)
        const pieces = inPieces(text, places)
        expect(pieces.records).toEqual(whole.records)
        expect(pieces.brokenQuotes.map(({ line }) => line)).toEqual(
          whole.brokenQuotes.map(({ line }) => line),
        )
      }),
      { seed: 23, numRuns: 5000 },
    )
  })

  it('knows its delimiter by the whole header, line breaks in its cells too', () => {
    const text = '"项目\n（全称）";指标;"完成值\n（万人）"\n"甲, 乙, 丙";丁;1\n'
    for (let cut = 0; cut <= text.length; cut++)
      expect(inPieces(text, [cut]).records[1]?.cells).toEqual(['甲, 乙, 丙', '丁', '1'])
  })

  it('with a quote that is never closed does not wait for its end', () => {
    const line = `${'字'.repeat(1 << 20)}\n`
    const parser = startTable()
    parser.take('项目,指标\n甲,"乙\n')
    const tables = Array.from({ length: 20 }, () => parser.take(line))
    const told = tables.findIndex(({ brokenQuotes }) => brokenQuotes.length > 0)
    expect(told).toBeGreaterThan(0)
    expect(tables[told]?.brokenQuotes[0]?.line).toBe(2)
    // What comes after is read again, line for line.
    const rest = [parser.take('丙,丁\n'), parser.end()].flatMap(({ records }) => records)
    expect(rest.at(-1)?.cells).toEqual(['丙', '丁'])
  })
})
