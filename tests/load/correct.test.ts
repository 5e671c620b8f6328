import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { review } from '../../src/checks/check.ts'
import { byLayout } from '../../src/load/byLayout.ts'
import { applyCorrections, headingsOf, printedIn } from '../../src/load/correct.ts'
import { guessLayout } from '../../src/load/layout.ts'
import { parseTable, type Table } from '../../src/load/parse.ts'
import { readTable } from '../../src/load/readTable.ts'
import {
  type AnyColumn,
  type Correction,
  cellOf,
  columnsOf,
  extraColumn,
} from '../../src/model/correction.ts'
import type { ColumnKey, Row } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'
import { csv, entry } from '../build.ts'

const correction = (column: AnyColumn, from: string, to: string, line = 2): Correction => ({
  line,
  column,
  from,
  to,
  at: '2026-11-21T08:00:00.000Z',
})

/** A table, by the contract where no layout is given, with corrections. */
function correctedTable(table: Table, corrections: readonly Correction[], layout?: Layout) {
  const before = readTable(table, entry(), layout && byLayout(layout))
  return { ...applyCorrections(before, headingsOf(table, layout), corrections), before }
}
/** A file by the contract, with corrections. */
const corrected = (text: string, ...corrections: Correction[]) =>
  correctedTable(parseTable(text), corrections)

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

  it('is what was meant, whatever a spreadsheet would make of it', () => {
    const { set } = corrected(
      '项目,指标,方向\n甲,乙,',
      correction('direction', '', '-'),
      correction('note', '', '=1'),
    )
    expect(set.rows[0]?.cells).toMatchObject({ direction: '-', note: '=1' })
    expect(set.rows[0]?.lowerIsBetter).toBe(true)
  })

  it('may stand behind the end of a short line', () => {
    const { set } = corrected('项目,指标,完成值,备注\n甲,乙', correction('note', '', '补'))
    expect(set.rows[0]?.cells).toMatchObject({ project: '甲', indicator: '乙', actual: '', note: '补' })
  })

  it('may move its row to another project', () => {
    const { set } = corrected(FILE, correction('project', '丙', '甲', 3))
    expect(set.projects.map(({ name, rows }) => [name, rows.length])).toEqual([['甲', 2]])
  })
})

describe('what is wrong with the file is told as before', () => {
  test.each<[string, string, Correction]>([
    ['a column that is there twice', '项目,指标,完成值,完成值\n甲,乙,1,2', correction('actual', '1', '3')],
    ['the same where one is added', '项目,指标,项目,完成值\n甲,乙,丙,1', correction('target', '', '3')],
    ['a cell too many', '项目,指标,完成值\n甲,乙,1,多', correction('actual', '1', '3')],
    ['a column that lacks', '项目,完成值\n甲,1', correction('actual', '1', '3')],
    ['a quote that is not closed', '项目,指标,完成值\n甲,乙,1\n"丙,丁,2', correction('actual', '1', '3')],
    ['another row', '项目,指标,完成值\n甲,乙,1\n丙,丁,二', correction('actual', '1', '3')],
    ['a long cell', `项目,指标,完成值,备注\n甲,乙,1,${'长'.repeat(33_000)}`, correction('actual', '1', '3')],
  ])('%s', (_, text, one) => {
    const { set, before, applied } = corrected(text, one)
    expect(applied).toEqual([one])
    expect(before.issues).not.toEqual([])
    expect(set.issues).toEqual(before.issues)
  })

  it('in the order of the lines', () => {
    const { set } = corrected('项目,指标,完成值\n甲,乙,二\n丙,丁,三', correction('actual', '二', '两'))
    expect(set.issues.map(({ line, text }) => [line, text])).toEqual([
      [2, '两'],
      [3, '三'],
    ])
  })

  it('what was wrong with the cell itself is not, and what is wrong with the new one is', () => {
    const text = `项目,指标,完成值,备注\n甲,乙,二,${'长'.repeat(33_000)}`
    const { set } = corrected(
      text,
      correction('actual', '二', '2'),
      correction('note', '长'.repeat(32_767), ''),
    )
    expect(set.issues).toEqual([])
    const { set: worse } = corrected('指标,项目,截至\n甲,乙,', correction('as_of', '', '今天'))
    expect(worse.issues.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['bad-date', 2, '截至'],
      ['no-figure', 2, undefined],
    ])
  })
})

describe('what the file says', () => {
  const printed = readTable(parseTable(FILE), entry())

  test.each<[number, AnyColumn, string | undefined]>([
    [3, 'actual', '约78.88'],
    [3, extraColumn('备考'), '=x'],
    [2, 'note', ''],
    [2, extraColumn('又'), undefined],
    [2, extraColumn('toString'), undefined],
    [1, 'actual', undefined],
    [9, 'actual', undefined],
  ])('on line %d in %s: %j', (line, column, wanted) => {
    expect(printedIn(printed, line, column)).toBe(wanted)
  })
})

describe('a column that the file lacks', () => {
  it('is filled for the corrected row only', () => {
    const { set, printedAt } = corrected(FILE, correction('target', '', '不少于8166', 3))
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

  it('keeps in other rows what was said for all, and makes no row of what is none', () => {
    const table = parseTable(
      [
        '序号,项目,单位,目标任务,完成情况',
        '一、教育,,,,',
        '1,建公园,个,50,52',
        '序号,项目,单位,目标任务,完成情况',
        '2,修路,公里,10,9',
        `说明：${'以上数据由各单位报送，'.repeat(5)}。,,,,`,
      ].join('\n'),
    )
    const layout: Layout = { ...guessLayout(table).layout, constants: { region: '甲县' } }
    const { set, before, applied, printedAt } = correctedTable(
      table,
      [correction('region', '甲县', '乙县', 3)],
      layout,
    )
    expect(applied).toHaveLength(1)
    expect(set.rows.map(({ line, cells }) => [line, cells.region])).toEqual([
      [3, '乙县'],
      [5, '甲县'],
    ])
    expect(set.issues).toEqual([])
    expect(set.leftOut).toEqual(before.leftOut)
    expect(set.leftOut?.map(({ line }) => line)).toEqual([1, 2, 4, 6])
    expect(printedAt(3, 'region')).toBe('甲县')
  })
})

describe('what was read from a corrected cell stays as it was read', () => {
  const table = (...lines: string[]) => parseTable(lines.join('\n'))
  const cellsIn = ({ rows }: { readonly rows: readonly Row[] }, ...keys: ColumnKey[]) =>
    rows.map(({ cells }) => keys.map((key) => cells[key]).join(' '))
  const wide = (one: Table, ...corrections: Correction[]) =>
    correctedTable(one, corrections, guessLayout(one).layout)

  it('a claim that stands in the words of the figure', () => {
    const one = table('序号,项目,目标任务,完成情况', '1,甲,3,全部完成')
    const claimed = wide(one, correction('claim', '全部完成', '基本完成'))
    expect(cellsIn(claimed.before, 'claim', 'actual')).toEqual(['全部完成 '])
    expect(cellsIn(claimed.set, 'claim', 'actual')).toEqual(['基本完成 '])
    const counted = wide(one, correction('actual', '', '3'))
    expect(cellsIn(counted.set, 'claim', 'actual')).toEqual(['全部完成 3'])
    expect([claimed, counted].map(({ set }) => set.issues)).toEqual([[], []])
  })

  it('a note made of the words around figures, and the figures', () => {
    const one = table('序号,项目,目标任务,完成情况', '1,甲,新建3所,完成4所')
    const composed = '完成情况：完成4所；目标任务：新建3所'
    const noted = wide(one, correction('note', composed, '甲'))
    expect(cellsIn(noted.set, 'note', 'actual', 'target')).toEqual(['甲 4所 3所'])
    const counted = wide(one, correction('actual', '4所', '5所'))
    expect(cellsIn(counted.set, 'note', 'actual', 'target')).toEqual([`${composed} 5所 3所`])
  })

  it('a label that the rows below continue', () => {
    const one = table('序号,项目名称,指标名称,目标,完成数', '1,甲,a,3,4', ',,b,5,6')
    const above = wide(one, correction('project', '甲', '乙'))
    expect(cellsIn(above.set, 'project', 'indicator')).toEqual(['乙 a', '甲 b'])
    const below = wide(one, correction('project', '甲', '丙', 3))
    expect(cellsIn(below.set, 'no', 'project')).toEqual(['1 甲', '1 丙'])
    expect(below.printedAt(3, 'project')).toBe('甲')
  })

  test.each<[string, Layout['places']]>([
    ['in one place', { project: 0, indicator: 0, actual: 1 }],
    ['read from the project', { project: 0, actual: 1 }],
  ])('a project that is its own indicator, %s', (_, places) => {
    const layout: Layout = { skip: 1, places, constants: {}, extra: [] }
    const one = table('事项,完成', '甲,3')
    const of = (column: ColumnKey) => correctedTable(one, [correction(column, '甲', '乙')], layout).set
    expect(cellsIn(of('indicator'), 'project', 'indicator')).toEqual(['甲 乙'])
    expect(cellsIn(of('project'), 'project', 'indicator')).toEqual(['乙 甲'])
  })

  it('an issue names the column as the file does', () => {
    const one = table('序号,项目,目标任务,完成情况', '1,甲,3,4')
    const { set } = wide(one, correction('actual', '4', '正在'), correction('growth', '', '二'))
    expect(set.issues.map(({ column, text }) => [column, text])).toEqual([
      ['完成情况', '正在'],
      ['同比', '二'],
    ])
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
const byContract = fc
  .array(fc.array(cell, { minLength: NAMES.length, maxLength: NAMES.length }), { minLength: 1, maxLength: 5 })
  .map((rows) => ({ records: [NAMES, ...rows], layout: undefined }))

const WIDE = ['序号', '项目', '指标', '目标任务', '完成情况', '完成率', '备注', '备考']
const words = fc.constantFrom(
  ...['', '甲', '乙', '同上', '合计', '—', '3', '新建 30 所', '完成2个，完成率66.7%', '全部完成', '正在推进'],
  ...['一、教育', '说明：由各单位报送', '50%', '3/4', '约5万人', ...WIDE.slice(0, 2)],
)
const laidOut = fc
  .record({
    rows: fc.array(fc.array(fc.oneof(words, words, cell), { minLength: 8, maxLength: 8 }), {
      minLength: 1,
      maxLength: 6,
    }),
    isIndicator: fc.boolean(),
    isTwo: fc.boolean(),
    inTarget: fc.boolean(),
    region: fc.constantFrom(undefined, '甲县'),
  })
  .map(({ rows, isIndicator, isTwo, inTarget, region }) => ({
    records: [['某市'], WIDE, ...rows],
    layout: {
      skip: 2,
      places: {
        ...{ no: 0, project: 1, target: 3, actual: 4, completion: 5, note: 6 },
        ...(isIndicator && { indicator: isTwo ? 2 : 1 }),
      },
      constants: region === undefined ? {} : { region },
      extra: [{ name: '备考', at: 7 }],
      wide: true,
      ...(inTarget && { indicatorIn: 'target' as const }),
    } satisfies Layout,
  }))

describe.each([
  ['a table by the contract', byContract],
  ['a table of a city', laidOut],
])('whatever is corrected in %s', (_, tables) => {
  const columns = columnsOf(['备考'])
  const wish = fc.record({ row: fc.nat({ max: 5 }), column: fc.constantFrom(...columns), to: cell })

  it('is as it was meant, all else as before, and taken back there is no trace', () => {
    fc.assert(
      fc.property(tables, fc.array(wish, { maxLength: 6 }), ({ records, layout }, wishes) => {
        const table = { brokenQuotes: [], records: records.map((cells, i) => ({ line: i * 2 + 1, cells })) }
        const { set: before } = correctedTable(table, [], layout)
        const wanted = new Map(
          wishes.flatMap(({ row, column, to }): [string, Correction][] => {
            const line = before.rows[row]?.line ?? 0
            const from = printedIn(before, line, column)
            return from === undefined
              ? []
              : [[`${line} ${column}`, correction(column, from, to.trim(), line)]]
          }),
        )
        const corrections = [...wanted.values()]
        const done = correctedTable(table, corrections, layout)
        expect(done.stale).toEqual([])
        expect(done.before).toEqual(before)
        expect(done.set.rows.map(({ line }) => line)).toEqual(before.rows.map(({ line }) => line))
        before.rows.forEach((old, i) => {
          const now = done.set.rows[i]
          for (const column of columns) {
            const wish = wanted.get(`${old.line} ${column}`)
            expect(done.printedAt(old.line, column)).toBe(wish && cellOf(old, column))
            expect(now && cellOf(now, column)).toBe(wish ? wish.to : cellOf(old, column))
          }
        })
        // Nothing is said twice, and nothing that was said of the other rows is lost.
        const isOther = ({ line }: { line: number }) => corrections.every((one) => one.line !== line)
        expect(done.set.issues.filter(isOther)).toEqual(before.issues.filter(isOther))
        expect(done.set.leftOut).toEqual(before.leftOut)
        // A row whose corrections say what it said is read as it was.
        const same = corrections.map((one) => ({ ...one, to: one.from }))
        const again = correctedTable(table, same, layout).set
        expect(again.rows).toEqual(before.rows)
        expect(again.projects).toEqual(before.projects)
      }),
      { seed: 81, numRuns: 200 },
    )
  })
})
