import { describe, expect, it, test } from 'vitest'
import {
  datesIn,
  headline,
  nameIn,
  placeIn,
  regionsIn,
  reviewed,
  sheetProjects,
  visibleAnywhere,
  visibleFindings,
  visibleProjects,
  visibleRows,
  wholeList,
} from '../../src/state/derive.ts'
import { dataSet } from '../build.ts'
import { COUNTIES, countiesDemo, quartersDemo } from '../demo.ts'
import { board, filter, nanyang } from '../shipped.ts'

const counties = reviewed(dataSet(countiesDemo()))
const quarters = reviewed(dataSet(quartersDemo()))
const siblings = reviewed(dataSet(countiesDemo().filter(({ 地区 }) => 地区 !== '南阳市')))
type Of = Parameters<typeof filter>[0]
const shown = (on: typeof board, of: Of) => visibleProjects(on, filter(of), 'printed')
const regions = (on: typeof board, of: Of) => [...new Set(shown(on, of).map(({ region }) => region))]

describe('a city and its counties', () => {
  it('show the city’s own list; a county’s where it is asked for', () => {
    expect(regions(counties, {})).toEqual(['南阳市'])
    expect(shown(counties, {})).toHaveLength(5)
    expect(regions(counties, { region: '南阳市' })).toEqual(['南阳市'])
    expect(regions(counties, { region: '南阳市/南召县' })).toEqual(['南阳市/南召县'])
    expect(shown(counties, { region: '南阳市/南召县' })).toHaveLength(3)
  })

  it('are counted out of the list shown', () => {
    const of = filter({ region: '南阳市/镇平县', level: '省定', domain: '就业' })
    const { length } = wholeList(counties, of.region, of.asOf, 'printed')
    expect(headline(counties, visibleProjects(counties, of, 'printed'), length)).toMatchObject({
      projects: 1,
      of: 4,
    })
  })

  it('show rows and findings of all regions, or of those asked for', () => {
    const rows = (region: string) => visibleRows(counties, filter({ region }), 'printed').length
    const all = counties.set.rows.length
    expect([rows(''), rows('南阳市'), rows('南阳市/镇平县')]).toEqual([all, all, 4])
    const found = (region: string) => visibleFindings(counties, filter({ region }))
    expect(found('')).toEqual(counties.findings)
    expect(new Set(found('南阳市/邓州市').map(({ row }) => row?.cells.region))).toEqual(
      new Set(['南阳市/邓州市']),
    )
  })

  it('have the city’s name in their title, and no region before a project', () => {
    expect([placeIn(counties.set, ''), placeIn(counties.set, '南阳市/镇平县')]).toEqual([
      '南阳市',
      '南阳市镇平县',
    ])
    const [first] = counties.set.projects
    expect(first && nameIn(counties.set, first)).toBe(first?.name)
    expect(regionsIn(counties.set)).toEqual(['南阳市', ...COUNTIES.map(([name]) => `南阳市/${name}`)])
  })
})

describe('counties without a list of the city', () => {
  it('are all shown, each line with its region', () => {
    expect(regions(siblings, {})).toHaveLength(13)
    expect(placeIn(siblings.set, '')).toBe('南阳市')
    const [line] = sheetProjects(siblings, siblings.set.projects)
    expect(line?.name).toBe('宛城区 · 推进“人人持证、技能河南”建设')
  })
})

describe('a year in four reports', () => {
  const DATES = ['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-20']

  it('shows each project’s latest, an earlier one where it is asked for', () => {
    expect(shown(quarters, {}).map(({ asOf }) => asOf)).toEqual(Array(5).fill('2023-12-20'))
    expect(shown(quarters, { asOf: '2023-06-30' }).map(({ asOf }) => asOf)).toEqual(
      Array(5).fill('2023-06-30'),
    )
    expect(shown(quarters, { asOf: '2023-09-30' })).toHaveLength(4)
    expect(shown(quarters, { asOf: '2023-01' })).toEqual([])
  })

  it('a project last told in June stands there as of June', () => {
    const early = reviewed(
      dataSet(quartersDemo().filter((row) => row.项目 !== '更新城乡公交车' || row.截至 === '2023-06-30')),
    )
    expect(shown(early, {}).map(({ asOf }) => asOf)).toEqual([...Array(4).fill('2023-12-20'), '2023-06-30'])
  })

  it('keeps rows and findings of every date', () => {
    expect(visibleAnywhere(quarters, filter({}), 'printed')).toHaveLength(19)
    expect(visibleRows(quarters, filter({}), 'printed')).toHaveLength(19)
    expect(
      visibleFindings(quarters, filter({ finding: 'falls-back' })).map(({ row }) => row?.cells.as_of),
    ).toEqual(['2023-09-30'])
    expect(visibleFindings(quarters, filter({ finding: 'falls-back', asOf: '2023-12-20' }))).toEqual([])
  })

  it('offers its dates', () => {
    expect(datesIn(quarters.set)).toEqual(DATES)
    const mixed = dataSet([...quartersDemo()].reverse())
    expect(datesIn(mixed)).toEqual(DATES)
  })
})

test('a list of one region and date offers neither, and is as it was', () => {
  expect([regionsIn(nanyang), datesIn(nanyang), placeIn(nanyang, '')]).toEqual([['南阳市'], [], '南阳市'])
  expect(visibleProjects(board, filter({}), 'printed')).toEqual(nanyang.projects)
  expect(visibleAnywhere(board, filter({}), 'printed')).toEqual(nanyang.projects)
  expect(sheetProjects(board, nanyang.projects)[0]?.name).toBe(nanyang.projects[0]?.name)
})

test('several years, one report each, are no course', () => {
  const years = dataSet([
    { 年度: '2022', 截至: '2022-12', 完成值: '1' },
    { 年度: '2023', 截至: '2023-12', 完成值: '1' },
  ])
  expect(datesIn(years)).toEqual([])
  expect(visibleProjects(reviewed(years), filter({}), 'printed')).toHaveLength(2)
})
