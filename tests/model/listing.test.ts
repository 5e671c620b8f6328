import { describe, expect, it, test } from 'vitest'
import { datesOf, latestOf, listOf, withoutParts } from '../../src/model/listing.ts'
import { type Cells, dataSet } from '../build.ts'
import { nanyang } from '../shipped.ts'

const projects = (rows: readonly Cells[]) =>
  dataSet(rows.map((cells) => ({ 完成值: '1', ...cells }))).projects
const dates = (list: ReturnType<typeof projects>) => list.map(({ asOf }) => asOf)
const regions = (list: ReturnType<typeof projects>) => list.map(({ region }) => region)
const at = (...days: string[]) => projects(days.map((day) => ({ 截至: day })))

describe('the latest', () => {
  test.each<[string, string[], string[]]>([
    ['one date', ['2023-03'], ['2023-03']],
    ['several', ['2023-03', '2023-09', '2023-06'], ['2023-09']],
    ['the end of a month is later than a day of it', ['2023-06', '2023-06-15'], ['2023-06']],
    ['the same day written twice stays twice', ['2023-12', '2023-12-31'], ['2023-12', '2023-12-31']],
    ['what has no date stays', ['', '2023-06', '2023-03'], ['', '2023-06']],
    ['nothing has one', ['', '不详'], ['', '不详']],
  ])('%s', (_, days, wanted) => {
    expect(dates(latestOf(at(...days)))).toEqual(wanted)
  })

  test.each<[string, Cells]>([
    ['项目', { 项目: '另一项目' }],
    ['年度', { 年度: '2022' }],
    ['地区', { 地区: '某市/甲县' }],
    ['层级', { 层级: '省定' }],
  ])('another %s is not told again by it', (_, other) => {
    expect(latestOf(projects([{ 截至: '2023-06', ...other }, { 截至: '2023-09' }]))).toHaveLength(2)
  })

  it('another number is the same project', () => {
    expect(
      dates(
        latestOf(
          projects([
            { 序号: '3', 截至: '2023-06' },
            { 序号: '4', 截至: '2023-09' },
          ]),
        ),
      ),
    ).toEqual(['2023-09'])
  })

  it('a file with one date is left as it is', () => {
    expect(latestOf(nanyang.projects)).toBe(nanyang.projects)
    expect(listOf(nanyang.projects)).toBe(nanyang.projects)
  })
})

it('the dates of a project, the earliest first, whatever its number was', () => {
  const list = projects([
    { 截至: '2023-09', 序号: '2' },
    { 截至: '2023-03', 序号: '1' },
    { 截至: '' },
    { 截至: '2023-06', 项目: '另一项目' },
  ])
  const [first] = list
  if (!first) throw new Error('no project')
  expect(dates(datesOf(list, first) as typeof list)).toEqual(['2023-03', '2023-09'])
})

describe('parts', () => {
  const list = projects(
    ['河南省/南阳市', '河南省/南阳市/镇平县', '河南省/郑州市/中原区', '河南省南', ''].map((地区) => ({
      地区,
    })),
  )

  it('of a region with a list of its own are left out', () => {
    expect(regions(withoutParts(list) as typeof list)).toEqual([
      '河南省/南阳市',
      '河南省/郑州市/中原区',
      '河南省南',
      '',
    ])
  })

  test.each<[string, string[]]>([
    ['河南省', ['河南省/南阳市', '河南省/郑州市/中原区']],
    ['河南省/南阳市', ['河南省/南阳市']],
    ['河南省/南阳市/镇平县', ['河南省/南阳市/镇平县']],
    ['河南省/郑州市', ['河南省/郑州市/中原区']],
    ['山东省', []],
  ])('the list of %s', (region, wanted) => {
    expect(regions(listOf(list, region) as typeof list)).toEqual(wanted)
  })
})

it('the list at a date is of that date only, a part’s where the whole had none', () => {
  const list = projects([
    { 截至: '2023-06', 地区: '某市/甲县' },
    { 截至: '2023-09', 地区: '某市/甲县' },
    { 截至: '2023-09' },
  ])
  const told = (asOf: string) => listOf(list, '', asOf).map(({ region, asOf }) => [region, asOf])
  expect(told('')).toEqual([['某市', '2023-09']])
  expect(told('2023-06')).toEqual([['某市/甲县', '2023-06']])
  expect(told('2023-09')).toEqual([['某市', '2023-09']])
  expect(told('2023')).toEqual([])
})
