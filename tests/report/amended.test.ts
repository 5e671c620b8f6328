import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../src/compare/versions.ts'
import { toCsv } from '../../src/exports/csv.ts'
import { applyCorrections, headingsOf } from '../../src/load/correct.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { parseTable } from '../../src/load/parse.ts'
import { readTable } from '../../src/load/readTable.ts'
import { type Correction, extraColumn } from '../../src/model/correction.ts'
import type { DataSet } from '../../src/model/dataSet.ts'
import { amendedTable } from '../../src/report/amended.ts'
import { contractTable } from '../../src/report/tables.ts'
import { kept } from '../../src/text/kept.ts'
import { entry } from '../build.ts'

const FILE = '项目,指标,完成值,备考\n甲,乙,1078,\n丙,丁,约78.88,=x\n戊,己,3,'
const at = '2026-11-21T08:00:00.000Z'
const corrections: Correction[] = [
  { line: 3, column: 'actual', from: '约78.88', to: '-78.88', at },
  { line: 2, column: extraColumn('备考'), from: '', to: '=y', at },
  { line: 3, column: 'target', from: '', to: '80', at },
]

function correct(text: string, ...corrections: Correction[]): DataSet {
  const table = parseTable(text)
  const done = applyCorrections(readTable(table, entry()), headingsOf(table), corrections)
  expect(done.stale).toEqual([])
  return done.set
}
const content = ({ rows }: DataSet) => rows.map(({ line, cells, figures }) => ({ line, cells, figures }))

describe('the corrected list as CSV', () => {
  const set = correct(FILE, ...corrections)

  it('reads back as it is', () => {
    const back = loadDataSet(toCsv(contractTable(set.rows, set.extraColumns)), entry())
    expect(back).toEqual(set)
    expect(back.rows.map(({ cells }) => [cells.actual, cells.target])).toEqual([
      ['1078', ''],
      ['-78.88', '80'],
      ['3', ''],
    ])
  })

  it('may say what was printed before, and reads back as it is', () => {
    const text = toCsv(amendedTable(set, corrections, kept.zh))
    const back = loadDataSet(text, entry())
    expect(content(back)).toEqual(content(set))
    expect(back.issues).toEqual(set.issues)
    expect(back.rows.map(({ extra }) => extra)).toEqual([
      { 备考: '=y', 更正之前: '备考：空白' },
      { 备考: '=x', 更正之前: '完成值：约78.88；目标值：空白' },
      { 备考: '', 更正之前: '' },
    ])
  })

  it('corrected again, says what was printed at each time', () => {
    const first = toCsv(amendedTable(set, corrections, kept.zh))
    const next: Correction = { line: 3, column: 'actual', from: '-78.88', to: '78', at }
    const again = amendedTable(correct(first, next), [next], kept.zh)
    expect(again.columns.slice(-2)).toEqual(['备考', '更正之前'])
    expect(again.rows.map((cells) => cells.at(-1))).toEqual([
      '备考：空白',
      '完成值：约78.88；目标值：空白；完成值：-78.88',
      '',
    ])
  })

  it('corrected again in the other language, has one such column', () => {
    const first = toCsv(amendedTable(set, corrections, kept.en))
    const next: Correction = { line: 3, column: 'actual', from: '-78.88', to: '78', at }
    const again = amendedTable(correct(first, next), [next], kept.zh)
    expect(again.columns.slice(-2)).toEqual(['备考', '更正之前'])
    expect(again.rows.map((cells) => cells.at(-1))).toEqual([
      '备考: blank',
      '完成值: 约78.88; 目标值: blank；完成值：-78.88',
      '',
    ])
  })

  it('says of a row that was as printed before only what was now', () => {
    const first = toCsv(amendedTable(set, corrections, kept.zh))
    const next: Correction = { line: 4, column: 'actual', from: '3', to: '4', at }
    expect(amendedTable(correct(first, next), [next], kept.zh).rows[2]?.at(-1)).toBe('完成值：3')
  })

  it.each([kept.zh, kept.en])('differs from the printed one in the corrected cells only', (words) => {
    const back = loadDataSet(toCsv(amendedTable(set, corrections, words)), entry())
    const changes = changesBetween(loadDataSet(FILE, entry()), back)
    expect(
      changes.map((one) => one.kind === 'cell' && [one.new.line, one.column, one.before, one.after]),
    ).toEqual([
      [2, 'extra:备考', '', '=y'],
      [3, 'actual', '约78.88', '-78.88'],
      [3, 'target', '', '80'],
    ])
  })
})
