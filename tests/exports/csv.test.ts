import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toCsv } from '../../src/exports/csv.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { parseTable } from '../../src/load/parse.ts'
import { COLUMNS, type ColumnKey, type DataSet } from '../../src/model/dataSet.ts'
import { parseFigure } from '../../src/model/figure.ts'
import { contractTable, indicatorTable } from '../../src/report/tables.ts'
import { provenance } from '../../src/report/wording.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, csv, entry } from '../build.ts'
import { board, filter, nanyang } from '../shipped.ts'

const BOM = '\ufeff'
const lines = (...texts: string[]) => `${BOM}${texts.join('\r\n')}\r\n`
const one = (cell: string, column = '备注') => toCsv({ columns: [column], rows: [[cell]] })

describe('a table as CSV', () => {
  it('begins with a byte-order mark, and ends its lines as Windows does', () => {
    const text = toCsv({
      columns: ['甲', '乙'],
      rows: [
        ['1', ''],
        ['', '2'],
      ],
    })
    expect(text).toBe(lines('甲,乙', '1,', ',2'))
    expect([...new TextEncoder().encode(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test.each([
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['a\r\nb', '"a\r\nb"'],
    // A reader may take these for delimiters.
    ['a;b', '"a;b"'],
    ['a\tb', '"a\tb"'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['“引号”，逗号', '“引号”，逗号'],
    ['1007.8', '1007.8'],
  ])('%j is written %s', (cell, written) => {
    expect(one(cell)).toBe(lines('备注', written))
  })

  it('says of itself what it is, behind a blank line', () => {
    const text = toCsv({ columns: ['甲'], rows: [['1']] }, ['来源：乙', '筛选：a,b', '=1+1'])
    expect(text).toBe(lines('甲', '1', '', '来源：乙', '"筛选：a,b"', "'=1+1"))
  })

  it('of nothing has its header', () => {
    expect(toCsv({ columns: ['甲', '乙'], rows: [] })).toBe(lines('甲,乙'))
  })
})

describe('no cell is run by a spreadsheet', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-A1', "'-A1"],
    ['-2+3+cmd|x', "'-2+3+cmd|x"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', `"'\t=1"`],
    ['\t5', `"'\t5"`],
    ['\r=1', `"'\r=1"`],
    ["'quoted", "''quoted"],
    // Figures are what they are.
    ['-92.3%', '-92.3%'],
    ['+4.3%', '+4.3%'],
    ['-2', '-2'],
  ])('%j is written %s', (cell, written) => {
    expect(one(cell)).toBe(lines('备注', written))
  })

  it('the sign of 方向 is no formula, elsewhere it is', () => {
    expect(one('-', '方向')).toBe(lines('方向', '-'))
    expect(one('+', '方向')).toBe(lines('方向', '+'))
    expect(one('-', '备注')).toBe(lines('备注', "'-"))
    expect(one('-1-', '方向')).toBe(lines('方向', "'-1-"))
  })

  it('headers neither', () => {
    expect(toCsv({ columns: ['=1'], rows: [] })).toBe(lines("'=1"))
  })

  it('whatever the cell, nothing risky stands first but a figure', () => {
    const risky = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'"), fc.string())
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(risky, (cell) => {
        const [, body = ''] = one(cell).split(/^\ufeff备注\r\n/)
        const shown = body.replace(/^"/, '')
        if (shown.startsWith("'")) return
        expect(cell).toMatch(/^[+-]/)
        expect(cell).not.toMatch(/[=@(!|]/)
        expect(typeof parseFigure(cell)).toBe('object')
      }),
      { seed: 71, numRuns: 1000 },
    )
  })
})

/** What a file says, line numbers aside. */
const content = ({ rows, extraColumns }: DataSet) => ({
  cells: rows.map(({ cells }) => cells),
  extra: rows.map(({ extra }) => extra),
  extraColumns,
})
const again = (set: DataSet): DataSet =>
  loadDataSet(toCsv(contractTable(set.rows, set.extraColumns)), set.entry)

describe('out and in again is the identity', () => {
  it('of the shipped year, figures and findings included', () => {
    const back = again(nanyang)
    expect(back.issues).toEqual([])
    expect(back.rows).toEqual(nanyang.rows)
    expect(back.projects).toEqual(nanyang.projects)
  })

  it('with unknown columns, in their order', () => {
    const set = loadDataSet('备考,项目,=1,指标,完成值\n=x,甲,-,乙,3\n\'y,甲,+,丙,"4,000"', entry())
    expect(set.extraColumns).toEqual(['备考', '=1'])
    expect(set.rows[0]?.extra).toEqual({ 备考: '=x', '=1': '-' })
    expect(content(again(set))).toEqual(content(set))
  })

  const spice = fc.constantFrom(
    ...[
      '=1+1',
      '+',
      '-',
      '-3',
      "'",
      "''",
      "'=",
      '@x',
      '\tx',
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      ' x ',
      '\ufeff',
    ],
    ...[
      '约78.88',
      '58.85万',
      '15.5个百分点',
      '１２％',
      '全部打通',
      '“一卡通”',
      '2023-12-20 发布会，省定第9项',
      '',
      '𠮷',
    ],
  )
  const cell = fc.oneof(
    spice,
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.array(spice, { maxLength: 3 }).map((parts) => parts.join('')),
  )
  const names = new Set<string>(COLUMNS.flat().map((name) => name.toLowerCase()))
  const header = cell.filter((text) => {
    const read = text.trim().replace(/^'/, '')
    return read !== '' && !names.has(read.toLowerCase())
  })
  const rowsOf = (headers: number) =>
    fc.array(
      fc.record({
        known: fc.record(Object.fromEntries(COLUMNS.map(([, name]) => [name, cell]))) as fc.Arbitrary<Cells>,
        extra: fc.array(cell, { minLength: headers, maxLength: headers }),
      }),
      { minLength: 1, maxLength: 4 },
    )
  const table = fc
    .uniqueArray(header, { maxLength: 3, selector: (text) => text.trim() })
    .chain((headers) => rowsOf(headers.length).map((rows) => ({ headers, rows })))

  it('whatever the cells hold', () => {
    fc.assert(
      fc.property(table, ({ headers, rows }) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
        const [head, ...body] = splitRecords(
          csv(rows.map(({ known }) => ({ ...known, 项目: '甲' }))),
          rows.length,
        )
        const text = [
          [head, ...headers.map(quote)].join(','),
          ...body.map((line, i) => [line, ...(rows[i]?.extra ?? []).map(quote)].join(',')),
        ].join('\n')
        const set = loadDataSet(text, entry())
        expect(set.rows).toHaveLength(rows.length)
        const back = again(set)
        expect(content(back)).toEqual(content(set))
        expect(back.rows.map(({ figures }) => figures)).toEqual(set.rows.map(({ figures }) => figures))
        // And what is written stays the same from then on.
        expect(toCsv(contractTable(back.rows, back.extraColumns))).toBe(
          toCsv(contractTable(set.rows, set.extraColumns)),
        )
      }),
      { seed: 72, numRuns: 500 },
    )
  })

  it('every column keeps what it held', () => {
    const trimmed = fc.stringMatching(/^[乙-甲a-z0-9%,;"=+@'-]{1,6}$/)
    const keys = COLUMNS.map(([key]) => key)
    const cells = fc.record(Object.fromEntries(keys.map((key) => [key, trimmed]))) as fc.Arbitrary<
      Record<ColumnKey, string>
    >
    fc.assert(
      fc.property(cells, (wanted) => {
        const row = { line: 2, cells: wanted, figures: {}, lowerIsBetter: false, extra: {} }
        expect(loadDataSet(toCsv(contractTable([row], [])), entry()).rows[0]?.cells).toEqual(wanted)
      }),
      { seed: 73, numRuns: 500 },
    )
  })
})

/** The header and the records of `csv`, whose cells may hold line breaks. */
function splitRecords(text: string, count: number): string[] {
  const [head = '', ...rest] = text.split('\n')
  const body = rest.join('\n')
  const records: string[] = []
  let start = 0
  let inside = false
  for (let i = 0; i <= body.length; i += 1) {
    if (body[i] === '"') inside = !inside
    if (i === body.length || (body[i] === '\n' && !inside)) {
      records.push(body.slice(start, i))
      start = i + 1
    }
  }
  if (records.length !== count) throw new Error('records lost')
  return [head, ...records]
}

it('a chart’s numbers carry their provenance, and their table can be read', () => {
  const of = filter({ level: '省定' })
  const text = toCsv(indicatorTable(board, nanyang.rows, zh), provenance(nanyang.entry, of, zh))
  expect(text).toContain('截至 2023-12-20。筛选：层级 省定')
  const { records, brokenQuotes } = parseTable(text)
  expect(brokenQuotes).toEqual([])
  expect(records).toHaveLength(1 + 52 + 2)
  expect(records[1]?.cells.slice(0, 6)).toEqual([
    '1',
    '省定',
    '开展职业技能培训和评价取证',
    '职业技能培训',
    '58.85万人次',
    '210%',
  ])
})
