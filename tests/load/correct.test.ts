import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { review } from '../../src/checks/check.ts'
import { applyCorrections, layoutOfHeader, printedIn } from '../../src/load/correct.ts'
import { parseTable } from '../../src/load/parse.ts'
import { readTable } from '../../src/load/readTable.ts'
import {
  type AnyColumn,
  type Correction,
  cellOf,
  columnsOf,
  extraColumn,
} from '../../src/model/correction.ts'
import type { Layout } from '../../src/model/layout.ts'
import { csv, entry } from '../build.ts'

const correction = (column: AnyColumn, from: string, to: string, line = 2): Correction => ({
  line,
  column,
  from,
  to,
  at: '2026-11-21T08:00:00.000Z',
})

/** A file by the contract, with corrections. */
function corrected(text: string, ...corrections: Correction[]) {
  const table = parseTable(text)
  const done = applyCorrections(table, layoutOfHeader(table), corrections)
  return { ...done, before: readTable(table, entry()), set: readTable(done.table, entry()) }
}

const FILE = '项目,指标,完成值,备考\n甲,乙,1078,\n丙,丁,约78.88,=x'

describe('a corrected cell', () => {
  it('is read in place of the printed one, which can still be asked for', () => {
    const { set, printedAt, applied, stale } = corrected(FILE, correction('actual', '1078', '1087'))
    expect(set.rows.map(({ line, cells }) => [line, cells.actual])).toEqual([
      [2, '1087'],
      [3, '约78.88'],
    ])
    expect(set.rows[0]?.figures.actual?.value).toEqual({ n: 1087n, d: 1n })
    expect(printedAt(2, 'actual')).toBe('1078')
    expect([printedAt(2, 'target'), printedAt(3, 'actual')]).toEqual([undefined, undefined])
    expect([applied.length, stale.length]).toEqual([1, 0])
  })

  it('is checked anew: the findings are those of the corrected figures', () => {
    const text = csv([
      { 项目: '甲', 指标: '乙', 完成值: '1078', 目标值: '8166', 完成率: '2.89%', 单位: '户' },
    ])
    const { before, set } = corrected(text, correction('completion', '2.89%', '13.2%'))
    const rules = (of: typeof set) => review(of).findings.map(({ rule }) => rule)
    expect(rules(before)).toContain('completion-mismatch')
    expect(rules(set)).not.toContain('completion-mismatch')
    const worse = corrected(text, correction('completion', '2.89%', '三成'))
    expect(worse.set.issues).toEqual([{ kind: 'unreadable', line: 2, column: '完成率', text: '三成' }])
  })

  it('may be one of a column that the contract does not know, or blank, or made blank', () => {
    const { set } = corrected(
      FILE,
      correction(extraColumn('备考'), '=x', '', 3),
      correction(extraColumn('备考'), '', '-y'),
      correction('actual', '约78.88', '', 3),
    )
    expect(set.rows.map(({ cells, extra }) => [cells.actual, extra])).toEqual([
      ['1078', { 备考: '-y' }],
      ['', { 备考: '' }],
    ])
    expect(set.issues.map(({ kind, line }) => [kind, line])).toEqual([['no-figure', 3]])
  })

  it('is written as it stands where no spreadsheet runs it', () => {
    const { table } = corrected('项目,指标,方向\n甲,乙,', correction('direction', '', '-'))
    expect(table.records[1]?.cells).toEqual(['甲', '乙', '-'])
  })

  it('may stand behind the end of a short line', () => {
    const { set, table } = corrected('项目,指标,完成值,备注\n甲,乙', correction('note', '', '补'))
    expect(table.records[1]?.cells).toStrictEqual(['甲', '乙', '', '补'])
    expect(set.rows[0]?.cells).toMatchObject({ project: '甲', indicator: '乙', actual: '', note: '补' })
  })
})

describe('what the file says', () => {
  const table = parseTable(FILE)
  const layout = layoutOfHeader(table)

  test.each<[number, AnyColumn, string | undefined]>([
    [3, 'actual', '约78.88'],
    [3, extraColumn('备考'), '=x'],
    [2, 'note', ''],
    [2, extraColumn('又'), undefined],
    [1, 'actual', undefined],
    [9, 'actual', undefined],
  ])('on line %d in %s: %j', (line, column, wanted) => {
    expect(printedIn(table, layout, line, column)).toBe(wanted)
  })
})

describe('a column that the file lacks', () => {
  it('is added behind its own', () => {
    const { set, layout, printedAt } = corrected(FILE, correction('target', '', '不少于8166', 3))
    expect(layout.places.target).toBe(4)
    expect(set.rows.map(({ cells }) => cells.target)).toEqual(['', '不少于8166'])
    expect(set.rows.map(({ extra }) => extra)).toEqual([{ 备考: '' }, { 备考: '=x' }])
    expect(set.extraColumns).toEqual(['备考'])
    expect(set.issues).toEqual([])
    expect(printedAt(3, 'target')).toBe('')
  })

  it('takes no surplus cell for its own', () => {
    const { set } = corrected('项目,指标\n甲,乙,多,余', correction('note', '', '补'))
    expect(set.rows[0]?.cells.note).toBe('补')
    expect(set.issues).toContainEqual({ kind: 'extra-cells', line: 2, text: '多 | 余' })
  })

  it('is not added for what is left out', () => {
    const { layout, table } = corrected(FILE, correction('target', '', '1', 9))
    expect(layout.places.target).toBeUndefined()
    expect(table).toEqual(parseTable(FILE))
  })

  it('begins with what was said for all rows', () => {
    const table = parseTable('某市民生实事\n项目,完成\n甲,3\n乙,4,\n')
    const layout: Layout = {
      skip: 2,
      places: { project: 0, actual: 1 },
      constants: { year: '2023', as_of: '2023-12' },
      extra: [],
    }
    expect(printedIn(table, layout, 3, 'year')).toBe('2023')
    const done = applyCorrections(table, layout, [
      correction('year', '2023', '2022', 3),
      correction('year', '2021', '2020', 4),
    ])
    expect(done.layout).toEqual({
      skip: 2,
      places: { project: 0, actual: 1, year: 2 },
      constants: { as_of: '2023-12' },
      extra: [],
    })
    expect(done.table.records.map(({ cells }) => cells)).toEqual([
      ['某市民生实事'],
      ['项目', '完成', '年度'],
      ['甲', '3', '2022'],
      ['乙', '4', '2023', ''],
    ])
    expect(done.stale.map(({ line }) => line)).toEqual([4])
  })
})

describe('a correction that does not fit is left out and told', () => {
  test.each<[string, Correction]>([
    ['another figure', correction('actual', '1079', '1087')],
    ['no such line', correction('actual', '1078', '1087', 4)],
    ['the header’s line', correction('actual', '完成值', '1087', 1)],
    ['no such column of the file', correction(extraColumn('又'), '', '1')],
  ])('%s', (_, one) => {
    const { set, before, stale, applied, printedAt } = corrected(FILE, one)
    expect(stale).toEqual([one])
    expect(applied).toEqual([])
    expect(set).toEqual(before)
    expect(printedAt(one.line, one.column)).toBeUndefined()
  })

  it('of an empty file too', () => {
    const one = correction('actual', '', '1', 1)
    expect(corrected('', one).stale).toEqual([one])
  })
})

const NAMES = ['项目', '指标', '完成值', '备考', '方向']
const spice = fc.constantFrom('=1', '-', '+', "'", "''x", '-3', '@', '约3', 'a,b', '"', 'x\ny', '', '２%')
const cell = fc.oneof(spice, fc.string({ unit: 'grapheme', maxLength: 5 }))
const file = fc.array(fc.array(cell, { minLength: NAMES.length, maxLength: NAMES.length }), {
  minLength: 1,
  maxLength: 5,
})

describe('whatever is corrected', () => {
  const table = file.map((rows) => ({
    brokenQuotes: [],
    records: [NAMES, ...rows].map((cells, i) => ({ line: i * 2 + 1, cells })),
  }))
  const columns = columnsOf(['备考'])
  const wishes = fc.array(
    fc.record({ row: fc.nat({ max: 4 }), column: fc.constantFrom(...columns), to: cell }),
    { maxLength: 6 },
  )

  it('is read as it was meant, all else as before, and taken back there is no trace', () => {
    fc.assert(
      fc.property(table, wishes, (table, wishes) => {
        const layout = layoutOfHeader(table)
        const before = readTable(table, entry())
        const wanted = new Map(wishes.map((one) => [`${one.row} ${one.column}`, one]))
        const corrections = [...wanted.values()].flatMap(({ row, column, to }): Correction[] => {
          const line = row * 2 + 3
          const from = printedIn(table, layout, line, column)
          return from === undefined ? [] : [correction(column, from, to.trim(), line)]
        })
        const done = applyCorrections(table, layout, corrections)
        expect(done.stale).toEqual([])
        const after = readTable(done.table, entry())
        expect(after.rows.map(({ line }) => line)).toEqual(before.rows.map(({ line }) => line))
        before.rows.forEach((old, i) => {
          const now = after.rows[i]
          for (const column of columns) {
            const printed = done.printedAt(old.line, column)
            const wish = wanted.get(`${i} ${column}`)
            expect(printed).toBe(wish && cellOf(old, column))
            expect(now && cellOf(now, column)).toBe(wish ? wish.to.trim() : cellOf(old, column))
          }
        })
        expect(applyCorrections(table, layout, []).table).toBe(table)
        // Laid out as it is read.
        expect(layoutOfHeader(done.table)).toEqual(done.layout)
      }),
      { seed: 81, numRuns: 500 },
    )
  })
})
