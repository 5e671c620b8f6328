import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ALL, type ArchiveFilter } from '../../src/archive/protocol.ts'
import { itemsOf } from '../../src/checks/asked.ts'
import { RULES } from '../../src/checks/rules/registry.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { dataSetOf } from '../../src/load/readTable.ts'
import type { Row } from '../../src/model/dataSet.ts'
import { NO_FILTER } from '../../src/model/filter.ts'
import { STATUSES } from '../../src/model/status.ts'
import {
  findingsOfList,
  headline,
  type Reviewed,
  reviewed,
  visibleAnywhere,
  visibleFindings,
  visibleRows,
} from '../../src/state/derive.ts'
import { csv, entry } from '../build.ts'
import { anyRow } from './anyRow.ts'
import { open } from './opened.ts'

const { stringify } = JSON

const withoutYear = ({ year: _, ...rest }: ArchiveFilter) => rest

/** The board's own filter knows no year: projects of others are left out behind it. */
function boardOf(text: string, { year, ...rest }: ArchiveFilter) {
  const board = reviewed(loadDataSet(text, entry()))
  const filter = { ...NO_FILTER, ...rest }
  const projects = visibleAnywhere(board, filter, 'printed').filter(
    (project) => year === '' || project.year === year,
  )
  const rows = visibleRows(board, filter, 'printed').filter((row) =>
    projects.some((project) => project.rows.includes(row)),
  )
  return { board, projects, rows }
}

const lines = (rows: readonly Pick<Row, 'line'>[]) => rows.map(({ line }) => line).sort((a, b) => a - b)

const filters: fc.Arbitrary<ArchiveFilter> = fc
  .record({
    region: fc.constantFrom('', '', '某省', '某省/甲市', '某市', '无'),
    year: fc.constantFrom('', '', '', '2023', '2022'),
    asOf: fc.constantFrom('', '', '', '2023-12-20'),
    level: fc.constantFrom('', '', '市定', '省定', '国定'),
    domain: fc.constantFrom('', '', '', '教育'),
    owner: fc.constantFrom('', '', '', '某局'),
    status: fc.constantFrom('' as const, '' as const, '' as const, ...STATUSES),
    finding: fc.constantFrom('' as const, '' as const, 'question' as const, ...RULES.map(({ id }) => id)),
    text: fc.constantFrom(
      '',
      '',
      '',
      '甲市',
      '另一',
      '1',
      '12',
      '万人次',
      '局',
      '完成',
      'X',
      '％',
      '某 ',
      '无此',
    ),
  })
  .map((parts) => ({ ...ALL, ...parts }))

test('leaves the projects and rows that the board would, and counts them alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 25 }), filters, async (cells, filter) => {
      const text = csv(cells)
      const engine = await open(text)
      const answer = engine.answer(filter)
      const { board, projects, rows } = boardOf(text, filter)
      expect(lines(engine.rowsAt(answer.id, 0, 100))).toEqual(lines(rows))
      const isWhole = filter.year === '' || projects.length === board.set.projects.length
      const ofList = isWhole ? findingsOfList(board, { ...NO_FILTER, ...withoutYear(filter) }) : []
      const { counts, of: _, ...wanted } = headline(board, projects, 0, ofList)
      expect(answer).toMatchObject({ ...wanted, statuses: counts, rows: rows.length })
    }),
    { seed: 91, numRuns: 800 },
  )
})

const ROWS = [
  {
    地区: '某省/甲市',
    项目: '修路',
    层级: '省定',
    领域: '交通',
    完成值: '58.85',
    单位: '万人次',
    完成率: '210%',
    备注: 'ABC路',
  },
  { 地区: '某省/甲市/子县', 项目: '修路', 层级: '市定', 完成值: '3', 单位: '人', 目标值: '2', 完成率: '90%' },
  { 地区: '某省/甲市/丑县', 项目: '修路', 层级: '市定', 完成值: '４５', 单位: '人' },
  { 地区: '某省/乙市', 年度: '2022', 截至: '2022-12', 项目: '建校', 完成值: '12万余', 单位: '个' },
].map((cells) => ({ 年度: '2023', 截至: '2023-12-20', 指标: '甲', ...cells }))

const found = async (filter: Partial<ArchiveFilter>) => {
  const engine = await open(csv(ROWS))
  const answer = engine.answer({ ...ALL, ...filter })
  return engine.rowsAt(answer.id, 0, 10).map(({ line }) => line - 2)
}

describe('a text is found', () => {
  test.each([
    ['修路', [0, 1, 2]],
    ['58.85', [0]],
    ['58.85万人次', [0]],
    ['12万余个', [3]],
    ['abc', [0]],
    ['ａｂｃ', [0]],
    ['45', [2]],
    ['４５人', [2]],
    ['210%', [0]],
    ['2022-12', [3]],
    ['59', []],
    ['路,', []],
    ['58.85","万', []],
    ['2023",', []],
  ])('%s in rows %j', async (text, wanted) => {
    expect(await found({ text })).toEqual(wanted)
  })
})

it('counts what lies below a region', async () => {
  const engine = await open(csv(ROWS))
  const top = engine.answer(ALL).groups
  expect(top.regions.map(({ path, projects, hasParts }) => [path, projects, hasParts])).toEqual([
    ['某省', 4, true],
  ])
  const { groups } = engine.answer({ ...ALL, region: '某省' })
  expect(
    groups.regions.map(({ path, name, projects, questions, hasParts }) => [
      path,
      name,
      projects,
      questions,
      hasParts,
    ]),
  ).toEqual([
    // Two errors of one row are one figure to ask about.
    ['某省/甲市', '甲市', 3, 1, true],
    ['某省/乙市', '乙市', 1, 0, false],
  ])
  expect(groups.regions[0]?.statuses).toMatchObject({ reached: 1, doubtful: 1, unknown: 1 })
  expect(engine.answer({ ...ALL, region: '某省/甲市' }).groups.regions.map(({ name }) => name)).toEqual([
    '子县',
    '丑县',
  ])
  expect(groups.years).toEqual([
    { value: '2023', projects: 3 },
    { value: '2022', projects: 1 },
  ])
  expect(groups.levels).toEqual([
    { value: '省定', projects: 1 },
    { value: '市定', projects: 2 },
  ])
  expect(groups.rules.find(({ rule }) => rule === 'crosses-target')).toEqual({
    rule: 'crosses-target',
    rows: 1,
  })
})

it('lists what the findings of a filter are about, each with all its facts', async () => {
  const text = csv(ROWS)
  const engine = await open(text)
  for (const finding of ['', 'question', 'crosses-target'] as const) {
    const filter = { ...ALL, level: '市定', finding }
    const answer = engine.answer(filter)
    const board: Reviewed = reviewed(
      dataSetOf(entry(), loadDataSet(text, entry()).rows, { issues: [], extraColumns: [] }),
    )
    const wanted = itemsOf(visibleFindings(board, { ...NO_FILTER, level: '市定', finding }))
    expect(engine.itemsAt(answer.id, 0, 100)).toEqual(wanted)
    expect(answer.items).toBe(wanted.length)
    expect(engine.itemsAt(answer.id, 1, 2)).toEqual(wanted.slice(1, 2))
    expect(stringify(wanted, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toBe('[]')
  }
})

it('says of the whole list what was found about it, and of no part of it', async () => {
  const engine = await open(csv(ROWS), { more: { projects: { 省定: 9 } } })
  const told = (filter: Partial<ArchiveFilter>) => {
    const answer = engine.answer({ ...ALL, ...filter })
    const items = engine.itemsAt(answer.id, 0, 99)
    return [answer.asked.ofList, items.filter(({ row }) => row === undefined).length]
  }
  expect(told({})).toEqual([1, 1])
  // A filter that leaves everything narrows nothing.
  expect(told({ region: '某省' })).toEqual([1, 1])
  for (const part of [{ region: '某省/乙市' }, { year: '2023' }, { text: '修路' }, { level: '省定' }])
    expect(told(part)).toEqual([0, 0])
  expect(told({ finding: 'project-count' })).toEqual([1, 1])
  expect(told({ finding: 'crosses-target' })).toEqual([1, 0])
  const { rules } = engine.answer(ALL).groups
  expect(rules.find(({ rule }) => rule === 'project-count')).toEqual({ rule: 'project-count', rows: 1 })
})

it('keeps the last answers only', async () => {
  const engine = await open(csv(ROWS))
  const first = engine.answer(ALL)
  for (let i = 0; i < 7; i++) engine.answer(ALL)
  expect(engine.rowsAt(first.id, 0, 1)).toHaveLength(1)
  engine.answer(ALL)
  expect(() => engine.rowsAt(first.id, 0, 1)).toThrowError(expect.objectContaining({ kind: 'forgotten' }))
})

describe('what leaves the archive', () => {
  const text = '项目,指标,完成值,责任人,备注\n修路,"甲,乙",3,某人,=1+1\n建校, 丙 ,-4,,"他说""好"""\n'

  it('as CSV is read again as the same rows', async () => {
    const engine = await open(text)
    const { id } = engine.answer(ALL)
    const piece = engine.csvAt(id, 0)
    expect(piece.next).toBeUndefined()
    expect(piece.text.startsWith('\ufeff项目,指标,完成值,责任人,备注\r\n')).toBe(true)
    expect(piece.text).toContain("'=1+1")
    const strip = ({ cells, extra }: Row) => ({ cells, extra })
    expect(loadDataSet(piece.text, entry()).rows.map(strip)).toEqual(
      loadDataSet(text, entry()).rows.map(strip),
    )
    expect(engine.csvAt(id, 1).text).toBe('建校,丙,-4,,"他说""好"""\r\n')
  })

  it('as a table is opened as a data set, lines as in the file', async () => {
    const engine = await open(text)
    const table = engine.subset({ ...ALL, text: '建校' }, 1)
    expect(table?.records).toEqual([
      { line: 1, cells: ['项目', '指标', '完成值', '责任人', '备注'] },
      { line: 3, cells: ['建校', ' 丙 ', '-4', '', '他说"好"'] },
    ])
    expect(engine.subset(ALL, 1)).toBeUndefined()
  })
})
