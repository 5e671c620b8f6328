import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toXlsx } from '../../src/exports/workbook.ts'
import { readFile } from '../../src/load/openFile.ts'
import { readTable } from '../../src/load/readTable.ts'
import { COLUMNS, type ColumnKey } from '../../src/model/dataSet.ts'
import { contractTable } from '../../src/report/tables.ts'
import { entry } from '../build.ts'
import { nanyang } from '../shipped.ts'

async function read(content: Blob) {
  const opened = await readFile(new Uint8Array(await content.arrayBuffer()), 'a.xlsx')
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.why))
  return opened.sheets
}

test('sheets are read back by name, text as text', async () => {
  const rows = [
    ['项目', '完成率', '备注'],
    ['甲 & <乙>', '100.0%', '=1+1'],
    ['', '0012', '第一行\n"第二行"'],
  ]
  const blob = await toXlsx([
    { name: '数据', rows, widths: [10, 10, 20], blankRows: 5 },
    { name: '说明', rows: [['a', 'b']], widths: [5, 5] },
  ])
  const sheets = await read(blob)
  expect(sheets.map(({ name, table }) => [name, table.records.map(({ cells }) => cells)])).toEqual([
    ['数据', rows],
    ['说明', [['a', 'b']]],
  ])
})

test('no cell is a formula', async () => {
  const { unzipSync, strFromU8 } = await import('fflate')
  const risky = ['=1+1', '=cmd|"/c calc"!A1', '+SUM(A1)', '-2+3', '@SUM(1)', '\t=1', "'=1"]
  const blob = await toXlsx([{ name: 'a', rows: [risky], widths: [] }])
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet.match(/<c /g)).toHaveLength(risky.length)
  expect(sheet).not.toMatch(/<f[ >]/)
})

test('out and in again is the identity of the shipped year', async () => {
  const { columns, rows } = contractTable(nanyang.rows, nanyang.extraColumns)
  const [sheet] = await read(await toXlsx([{ name: 'a', rows: [columns, ...rows], widths: [] }]))
  if (!sheet) throw new Error('no sheet')
  const back = readTable(sheet.table, nanyang.entry)
  expect(back.rows).toEqual(nanyang.rows)
  expect(back.issues).toEqual([])
})

test('out and in again is the identity on every column', async () => {
  const trimmed = fc
    .array(
      fc.constantFrom(
        '甲',
        '𠮷',
        'a',
        '1',
        '%',
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        '&',
        '<',
        '_x0041_',
        '\u0007',
        '\r',
        '\n',
        ' ',
        '，',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('').trim())
  const cells = fc.record(Object.fromEntries(COLUMNS.map(([key]) => [key, trimmed]))) as fc.Arbitrary<
    Record<ColumnKey, string>
  >
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 3 }), async (wanted) => {
      const filled = wanted.map((one) => ({ ...one, project: `甲${one.project}` }))
      const { columns, rows } = contractTable(
        filled.map((one) => ({ line: 2, cells: one, figures: {}, lowerIsBetter: false, extra: {} })),
        [],
      )
      const [sheet] = await read(await toXlsx([{ name: 'a', rows: [columns, ...rows], widths: [] }]))
      if (!sheet) throw new Error('no sheet')
      expect(readTable(sheet.table, entry()).rows.map((row) => row.cells)).toEqual(filled)
    }),
    { seed: 74, numRuns: 60 },
  )
})
