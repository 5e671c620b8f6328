import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Engine } from '../../src/archive/engine.ts'
import { needsPlacing } from '../../src/archive/frame.ts'
import { ALL } from '../../src/archive/protocol.ts'
import { byLayout } from '../../src/load/byLayout.ts'
import { MOST_RECORDS } from '../../src/load/findTables.ts'
import { guessLayout } from '../../src/load/layout.ts'
import { parseTable } from '../../src/load/parse.ts'
import { readTable } from '../../src/load/readTable.ts'
import { COLUMNS, type DataSet, type Row } from '../../src/model/dataSet.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import type { Layout } from '../../src/model/layout.ts'
import { reviewed, visibleAnywhere, visibleRows } from '../../src/state/derive.ts'
import { entry } from '../build.ts'
import { longTable } from '../longTable.ts'
import { type AnyTable, anyTable, contractTable, textOf } from './anyTable.ts'
import { open, openSheet, sameSheet, sameText } from './opened.ts'

const RUNS = Number(process.env.RUNS ?? 300)
const SEED = Number(process.env.SEED ?? 121)
const pieces = fc.constantFrom(7, 64, 1 << 16)
const LIMIT = { timeout: 240_000 }

describe('one placing serves lists and archives', () => {
  test('of texts by a layout', LIMIT, async () => {
    let [moved, placed] = [0, 0]
    await fc.assert(
      fc.asyncProperty(anyTable, pieces, async ({ table, layout }, pieces) => {
        await sameText(textOf(table), { layout, pieces })
        if (needsPlacing(layout)) placed += 1
        else moved += 1
      }),
      { seed: SEED, numRuns: RUNS },
    )
    expect([moved > RUNS / 200, placed > RUNS / 2]).toEqual([true, true])
  })

  test('of sheets with merged cells by a layout', LIMIT, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, pieces, async ({ table, layout }, pieces) => {
        await sameSheet(table, { layout, pieces })
      }),
      { seed: SEED + 1, numRuns: RUNS },
    )
  })

  test('of texts and sheets under the contract’s header', LIMIT, async () => {
    await fc.assert(
      fc.asyncProperty(contractTable, pieces, async (table, pieces) => {
        await sameText(textOf(table), { pieces })
        await sameSheet(table, { pieces })
      }),
      { seed: SEED + 2, numRuns: RUNS },
    )
  })

  test.each<[string, number]>([
    ['below', 30],
    ['above', 720],
  ])('of one sheet %s the length that a page holds', LIMIT, async (_, projects) => {
    const table = longTable(projects)
    expect(table.records.length > MOST_RECORDS).toBe(projects > 100)
    const { layout } = guessLayout(table)
    const all: Layout = { ...layout, constants: { region: '某市', year: '2023', as_of: '2023-12-20' } }
    const engine = await sameSheet(table, { layout: all })
    expect(engine.summary).toMatchObject({ rows: 3 * projects, projects, leftOut: 2 + projects / 10 + 1 })
    await sameText(textOf(table), { layout: all })
  })
})

const setOf = ({ table, layout }: AnyTable): DataSet => readTable(table, entry(), byLayout(layout))
const opened = async ({ table, layout }: AnyTable): Promise<Engine> => openSheet(table, { layout })
const content = ({ cells, extra }: Pick<Row, 'cells' | 'extra'>) => ({ cells, extra: Object.values(extra) })

/** The archive finds the rows that the board finds. */
function sameFound(engine: Engine, set: DataSet, text: string): void {
  const answer = engine.answer({ ...ALL, text })
  const board = reviewed(set)
  const filter = { ...NO_FILTER, text }
  expect(answer.projects).toBe(visibleAnywhere(board, filter, 'printed').length)
  const rows = visibleRows(board, filter, 'printed').map(({ line }) => line)
  expect(engine.rowsAt(answer.id, 0, 99).map(({ line }) => line)).toEqual(rows.sort((a, b) => a - b))
}

describe('what was placed', () => {
  test('is found by a text as the board finds it', LIMIT, async () => {
    const wanted = fc.constantFrom(
      '1',
      '已完成',
      '12',
      '幼儿',
      '12个',
      '局',
      '第二',
      '某 ',
      '无此',
      '下',
      '"好',
      "'",
      '=',
    )
    await fc.assert(
      fc.asyncProperty(anyTable, wanted, async (any, text) => {
        sameFound(await opened(any), setOf(any), text)
      }),
      { seed: SEED + 3, numRuns: RUNS },
    )
  })

  test('under the contract’s header too', LIMIT, async () => {
    const wanted = fc.constantFrom(
      '5',
      '修路',
      '3.5%',
      '5甲',
      '某市',
      "'",
      '=1',
      '-5',
      '"',
      '他说"',
      '项',
      '经办',
    )
    await fc.assert(
      fc.asyncProperty(contractTable, wanted, fc.boolean(), async (table, text, isSheet) => {
        const engine = isSheet ? await openSheet(table) : await open(textOf(table))
        sameFound(engine, readTable(isSheet ? table : parseTable(textOf(table)), entry()), text)
      }),
      { seed: SEED + 6, numRuns: RUNS },
    )
  })

  test('leaves as CSV that is read as the same rows', LIMIT, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (any) => {
        const engine = await opened(any)
        const { text, next } = engine.csvAt(engine.answer(ALL).id, 0)
        const again = readTable(parseTable(text), entry())
        expect(next).toBeUndefined()
        // Line ends are of one kind in a text.
        expect(again.rows.map(content)).toEqual(setOf(any).rows.map(content))
      }),
      { seed: SEED + 4, numRuns: RUNS },
    )
  })

  test('is opened in part as a list of the same rows, lines as in the file', LIMIT, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (any) => {
        const engine = await opened(any)
        const part = engine.subset({ ...ALL, text: '修路' }, 99)
        const lines = engine.rowsAt(engine.answer({ ...ALL, text: '修路' }).id, 0, 99).map(({ line }) => line)
        const of = setOf(any).rows.filter(({ line }) => lines.includes(line))
        const rows = part ? readTable(part, entry()).rows : []
        expect(rows.map(content)).toEqual(of.map(content))
        expect(rows.map(({ line }) => line)).toEqual(lines)
      }),
      { seed: SEED + 5, numRuns: RUNS },
    )
  })
})

test('the records are told that are no rows', async () => {
  const text = [
    '某市实事,,,',
    '序号,项目,目标任务,完成情况',
    '一、城建,,,',
    '1,修路,新建3条,3条',
    '序号,项目,目标任务,完成情况',
    ',,5条,4条',
    '合计,,8,7',
    '注：截至年底,,,',
  ].join('\n')
  const { layout } = guessLayout(parseTable(text))
  const engine = await open(text, { layout })
  expect(engine.leftOutAt(0, 99).map(({ line, why }) => [line, why])).toEqual([
    [1, 'title'],
    [2, 'header'],
    [3, 'section'],
    [5, 'header'],
    [7, 'total'],
    [8, 'note'],
  ])
  expect(engine.leftOutAt(2, 3)).toEqual([{ line: 3, why: 'section', text: '一、城建' }])
  const rows = engine.rowsAt(engine.answer(ALL).id, 0, 9)
  expect(rows.map(({ line, cells }) => [line, cells.project, cells.no, cells.actual])).toEqual([
    [4, '修路', '1', '3条'],
    [6, '修路', '1', '4条'],
  ])
})

test('a header said again below the contract’s own is no row, in lists and archives', async () => {
  const names = COLUMNS.map(([, name]) => name).join(',')
  const rows = (from: number) =>
    Array.from({ length: 3 }, (_, i) => `某市,2023,2023,${from + i},修路,,,,甲,5,条`)
  const text = [names, ...rows(1), names, ...rows(4), ',,,,项目,,,,指标'].join('\n')
  const list = readTable(parseTable(text), entry())
  expect(list.rows.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7, 8])
  expect(list.leftOut?.map(({ line, why }) => [line, why])).toEqual([
    [5, 'header'],
    [9, 'header'],
  ])
  const engine = await sameText(text, { pieces: 64 })
  expect(engine.summary).toMatchObject({ rows: 6, leftOut: 2 })
  expect(engine.answer(ALL).groups.regions.map(({ name }) => name)).toEqual(['某市'])
})

test('a cell longer than a figure is none, in lists and archives', async () => {
  const at = (length: number) => `项目,指标,完成值\n修路,甲,5${'人'.repeat(length - 1)}\n`
  const figures = (length: number) => readTable(parseTable(at(length)), entry()).rows[0]?.figures
  expect([figures(200)?.actual?.digits, figures(201)]).toEqual(['5', {}])
  for (const [length, unread] of [
    [200, 0],
    [201, 1],
  ] as const)
    expect((await sameText(at(length), {})).answer(ALL).asked.unread).toBe(unread)
})

test('a cell longer than a spreadsheet takes is cut and told, in lists and archives', async () => {
  const long = '长'.repeat(40_000)
  for (const text of [
    `项目,指标,完成值,备注\n修路,甲,5,${long}\n${long},乙,6,\n修桥,丙,7,x\n`,
    `项目,指标,完成值,经办\n修路,甲,5,${long}\n`,
  ]) {
    await sameText(text, {})
    await sameSheet(parseTable(text), {})
  }
})
