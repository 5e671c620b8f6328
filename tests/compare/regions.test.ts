import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  completionsIn,
  partsOf,
  type Region,
  rankChildren,
  regionAt,
  regionTree,
  standingOf,
} from '../../src/compare/regions.ts'
import * as I from '../../src/lib/interval.ts'
import { listOf } from '../../src/model/listing.ts'
import { type Cells, dataSet, printed, reviewOf, span } from '../build.ts'
import { countiesDemo } from '../demo.ts'

const demo = reviewOf(countiesDemo())
const treeOf = (rows: readonly Cells[]) => regionTree(dataSet(rows).projects)

function at(root: Region, path: string): Region {
  const found = regionAt(root, path)
  if (!found) throw new Error(`no region ${path}`)
  return found
}
const city = at(regionTree(demo.set.projects), '南阳市')

describe('the tree', () => {
  const outline = ({ path, projects, children }: Region): unknown => [
    path,
    projects.length,
    ...(children.length > 0 ? [children.map(outline)] : []),
  ]
  const one = (地区: string, 项目 = '某项目'): Cells => ({ 地区, 项目, 完成值: '1' })

  it('has parts below their wholes, one without a list where a part of it has one', () => {
    const rows = [one('甲市/乙县/丙乡'), one('甲市'), one('丁市/戊县'), one('甲市', '另一项目'), one('')]
    expect(outline(treeOf(rows))).toEqual([
      '',
      1,
      [
        ['甲市', 2, [['甲市/乙县', 0, [['甲市/乙县/丙乡', 1]]]]],
        ['丁市', 0, [['丁市/戊县', 1]]],
      ],
    ])
  })

  test.each([
    ['', ''],
    ['甲市', '甲市'],
    ['甲市/乙县', '乙县'],
    ['甲市/乙县/丙乡', '丙乡'],
    ['甲市/乙', undefined],
    ['甲', undefined],
    ['甲市/乙县/丙乡/丁村', undefined],
  ])('at %j is %j', (path, name) => {
    const root = treeOf([one('甲市/乙县/丙乡'), one('甲市/乙县西'), one('甲市')])
    expect(regionAt(root, path)?.name).toBe(name)
  })

  it('every project stands in its own region, and nowhere else', () => {
    const path = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 4 }).map((names) => names.join('/'))
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
        const { projects } = dataSet(paths.map((地区, i) => one(地区, `项目${i}`)))
        const root = regionTree(projects)
        const all = (region: Region): Region[] => [region, ...region.children.flatMap(all)]
        const regions = all(root)
        expect(new Set(regions.map(({ path }) => path)).size).toBe(regions.length)
        expect(regions.flatMap((region) => region.projects)).toHaveLength(projects.length)
        for (const region of regions) {
          for (const project of region.projects) expect(project.region).toBe(region.path)
          expect(regionAt(root, region.path)).toBe(region)
        }
      }),
      { seed: 71, numRuns: 200 },
    )
  })
})

describe('how a region stands', () => {
  it('in counts', () => {
    expect(standingOf(demo, city.projects)).toEqual({
      total: 5,
      counts: { missed: 1, doubtful: 1, behind: 0, slow: 0, onPace: 0, reached: 2, claimed: 1, unknown: 0 },
      errors: 1,
      questions: 3,
      answered: 0,
    })
    expect(standingOf(demo, [])).toMatchObject({ total: 0, errors: 0, questions: 0 })
  })

  const listed = ({ path }: Region) => listOf(demo.set.projects, path)

  it('ranks its parts by the share that reached, then by the fewest missed and asked about', () => {
    const told = rankChildren(demo, city, listed).map(
      ({ region: { name }, standing: { counts, total, questions } }) => [
        name,
        counts.reached,
        total,
        counts.missed,
        questions,
      ],
    )
    expect(told).toHaveLength(13)
    expect(told[0]).toEqual(['宛城区', 3, 4, 0, 0])
    // Two of three come before two of four.
    expect(told.slice(7, 9)).toEqual([
      ['南召县', 2, 3, 1, 1],
      ['镇平县', 2, 4, 1, 1],
    ])
    expect(told.at(-2)).toEqual(['卧龙区', 2, 4, 1, 2])
    expect(told.at(-1)).toEqual(['邓州市', 1, 4, 1, 2])
  })

  it('of equal shares the one with fewer missed comes first, though more is asked about', () => {
    const told = (地区: string, 项目: string, cells: Cells): Cells => ({ 地区, 项目, ...cells })
    const over: Cells = { 完成值: '104', 单位: '%', 口径: '覆盖' }
    const review = reviewOf([
      told('市/甲县', '一', { 完成率: '120%' }),
      told('市/甲县', '二', { 完成率: '90%' }),
      told('市/乙县', '一', { 完成率: '120%' }),
      told('市/乙县', '二', { ...over, 指标: '一种覆盖率' }),
      told('市/乙县', '二', { ...over, 指标: '另一种覆盖率' }),
    ])
    const region = at(regionTree(review.set.projects), '市')
    const ranked = rankChildren(review, region, ({ projects }) => projects)
    expect(ranked.map(({ region: { name }, standing: { questions } }) => [name, questions])).toEqual([
      ['乙县', 2],
      ['甲县', 1],
    ])
  })

  it('a part of which nothing is listed comes last', () => {
    const ranked = rankChildren(demo, city, (region) => (region.name === '宛城区' ? [] : listed(region)))
    expect(ranked.at(-1)?.region.name).toBe('宛城区')
  })
})

/** One indicator: the city's figure, then those of its counties. */
const family = (
  whole: Cells | undefined,
  parts: readonly (Cells | undefined)[],
  more: Cells = {},
): Cells[] => [
  ...(whole ? [{ 单位: '人', ...more, ...whole }] : []),
  ...parts.flatMap((part, i) =>
    part ? [{ 单位: '人', 地区: `某市/${'甲乙丙丁'[i]}县`, ...more, ...part }] : [],
  ),
]

function parts(rows: readonly Cells[], line = 2) {
  const review = reviewOf(rows)
  const like = review.set.rows.find((row) => row.line === line)
  if (!like) throw new Error('no such line')
  const found = partsOf(review, at(regionTree(review.set.projects), '某市'), like)
  const ranked = found.ranked.map(({ region, value }) => [region.slice(3, 4), printed(value)])
  const lacking = found.lacking.map(({ region, why }) => [region.slice(3, 4), why])
  const completions = completionsIn(review, found).map(({ region, completion }) => [
    region,
    printed(completion.value),
  ])
  return { ...found, ranked, lacking, completions }
}
const counts = (whole: string, ...figures: string[]) =>
  parts(
    family(
      { 完成值: whole },
      figures.map((完成值) => ({ 完成值 })),
    ),
  )

describe('the parts beside the whole', () => {
  it('are ranked, of equal ones as in the file', () => {
    expect(counts('11', '3', '5', '3').ranked).toEqual([
      ['乙', '5'],
      ['甲', '3'],
      ['丙', '3'],
    ])
  })

  test.each<[string, string[], string, string | undefined, boolean]>([
    ['11', ['6', '5'], '[11, 11]', 'equal', false],
    ['10', ['6', '5'], '[11, 11]', 'more', true],
    ['12', ['6', '5'], '[11, 11]', 'less', false],
    // Rounding is honoured: 1.2万 is from 11500 until 12500, and read widely from above 11000.
    ['1.2万', ['6000', '5100'], '[11100, 11100]', 'equal', false],
    ['1.2万', ['0.6万', '0.5万'], '[10000, 12000)', 'equal', false],
  ])('%s of %j', (whole, figures, sum, side, isFound) => {
    const found = counts(whole, ...figures)
    expect([span(found.sum), found.side, found.finding !== undefined]).toEqual([sum, side, isFound])
  })

  it('less is found out where the same parts add up elsewhere', () => {
    const other = family({ 完成值: '11', 指标: '别的' }, [{ 完成值: '6' }, { 完成值: '5' }], { 指标: '别的' })
    const found = parts([...family({ 完成值: '12' }, [{ 完成值: '6' }, { 完成值: '5' }]), ...other])
    expect([found.side, found.finding?.facts.all]).toEqual(['less', true])
  })

  it('units are converted', () => {
    const rows = family({ 完成值: '3', 单位: '公里' }, [
      { 完成值: '1500', 单位: '米' },
      { 完成值: '1.7', 单位: '公里' },
    ])
    const found = parts(rows)
    expect(found.ranked).toEqual([
      ['乙', '17/10'],
      ['甲', '3/2'],
    ])
    expect(found.side).toBe('equal')
  })

  it('what cannot stand beside the others is told why', () => {
    const rows = [
      ...family({ 完成值: '11' }, [
        { 完成值: '6' },
        { 声明: '完成' },
        { 完成值: '5', 单位: '公里' },
        { 指标: '另一指标', 完成值: '1' },
      ]),
    ]
    expect(parts(rows).lacking).toEqual([
      ['乙', 'no-figure'],
      ['丙', 'unit'],
      ['丁', 'no-row'],
    ])
    expect(parts(rows).ranked).toEqual([['甲', '6']])
  })

  it('rates and averages are ranked, and make no sum', () => {
    const rates = parts(family({ 完成值: '95' }, [{ 完成值: '90' }, { 完成值: '99' }], { 单位: '%' }))
    expect(rates.ranked).toEqual([
      ['乙', '99'],
      ['甲', '90'],
    ])
    expect([rates.sum, rates.side]).toEqual([undefined, undefined])
    const means = family({ 完成值: '11' }, [{ 完成值: '6' }, { 完成值: '5' }], {
      单位: '元',
      指标: '人均补助',
    })
    expect([parts(means).sum, parts(means).side]).toEqual([undefined, undefined])
    // A rate is no count: it does not stand among counts, whatever its number.
    expect(parts(family({ 完成值: '11' }, [{ 完成值: '6' }, { 完成值: '5', 单位: '%' }])).lacking).toEqual([
      ['乙', 'unit'],
    ])
  })

  it('a rate does not stand beside a number without a unit', () => {
    const rows = family({ 完成值: '11' }, [{ 完成值: '6' }, { 完成值: '5%' }], { 单位: '' })
    expect(parts(rows).lacking).toEqual([['乙', 'unit']])
  })

  it('the parts of a part are held against it, not against the whole', () => {
    const rows = [
      { 完成值: '2', 单位: '人', 地区: '某市/甲县/一乡' },
      { 完成值: '2', 单位: '人', 地区: '某市/甲县/二乡' },
      { 完成值: '3', 单位: '人', 地区: '某市/甲县' },
      ...family({ 完成值: '8' }, [undefined, { 完成值: '5' }]),
    ]
    expect(parts(rows)).toMatchObject({ side: 'equal', finding: undefined })
  })

  it('rates of a printed whole are held together, though their bars make no sum', () => {
    const rows = family(
      { 完成值: '65', 基数: '200户' },
      [
        { 完成值: '90', 基数: '100户' },
        { 完成值: '40', 基数: '100户' },
      ],
      { 单位: '%' },
    )
    expect(parts(rows)).toMatchObject({ sum: undefined, side: 'equal' })
  })

  it('a whole that was not printed leaves the sum', () => {
    const found = parts(family(undefined, [{ 完成值: '6' }, { 完成值: '5' }]))
    expect([found.whole, span(found.sum), found.side]).toEqual([undefined, '[11, 11]', undefined])
    expect(parts(family(undefined, [{ 完成值: '约6' }, { 完成值: '5' }])).sum).toBeUndefined()
    expect(parts(family(undefined, [{ 完成值: '6' }])).sum).toBeUndefined()
    // Two of three are no sum of all.
    expect(
      parts(family(undefined, [{ 完成值: '约6' }, { 完成值: '5' }, { 完成值: '4' }])).sum,
    ).toBeUndefined()
  })

  test.each(['年度', '截至', '项目', '指标'] as const)('of another %s is not among them', (column) => {
    const other = { 年度: '2022', 截至: '2023-06', 项目: '另一项目', 指标: '另一指标' }[column]
    const found = parts(family({ 完成值: '11' }, [{ 完成值: '6' }, { 完成值: '5', [column]: other }]))
    expect([found.ranked.length, found.lacking]).toEqual([1, [['乙', 'no-row']]])
  })

  it('of several levels the one asked for is taken, and of parts with another level that', () => {
    const rows = [
      { 完成值: '11', 单位: '人', 层级: '省定' },
      { 完成值: '11', 单位: '人', 层级: '市定', 目标值: '10' },
      { 完成值: '6', 单位: '人', 层级: '县定', 地区: '某市/甲县' },
      { 完成值: '5', 单位: '人', 层级: '省定', 地区: '某市/乙县', 目标值: '4' },
      { 完成值: '5', 单位: '人', 层级: '市定', 地区: '某市/乙县', 目标值: '5' },
    ]
    const told = [2, 3].map((line) => {
      const { whole, ranked, completions } = parts(rows, line)
      return [whole?.cells.level, ranked, completions]
    })
    const ranked = [
      ['甲', '6'],
      ['乙', '5'],
    ]
    expect(told).toEqual([
      ['省定', ranked, [['某市/乙县', '125']]],
      [
        '市定',
        ranked,
        [
          ['某市', '110'],
          ['某市/乙县', '100'],
        ],
      ],
    ])
  })
})

describe('completions of their own targets', () => {
  it('are ranked with the whole among them, printed or worked out, without those that have none', () => {
    const rows = family({ 完成值: '11', 目标值: '10' }, [
      { 完成值: '6', 目标值: '5' },
      { 完成值: '5', 完成率: '90%' },
      { 完成率: '130%' },
      { 完成值: '1' },
    ])
    expect(parts(rows).completions).toEqual([
      ['某市/丙县', '130'],
      ['某市/甲县', '120'],
      ['某市', '110'],
      ['某市/乙县', '90'],
    ])
  })

  it('rates are told in points, and have none', () => {
    const rows = family({ 完成值: '95', 目标值: '90' }, [{ 完成值: '90', 目标值: '90' }], { 单位: '%' })
    expect(parts(rows).completions).toEqual([])
  })
})

test('the sum holds every number that the parts may stand for', () => {
  const figure = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 2 }))
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 4 }), (figures) => {
      const texts = figures.map(([n, places]) => (n / 10 ** places).toFixed(places))
      const rows = family(
        { 完成值: '0.1' },
        texts.map((完成值) => ({ 完成值 })),
        { 单位: '公里' },
      )
      const { sum } = parts(rows)
      if (!sum) throw new Error('no sum')
      const exact = texts.reduce((total, text) => total + Number(text), 0)
      const near = { n: BigInt(Math.round(exact * 1000)), d: 1000n }
      expect(I.contains(sum, near)).toBe(true)
      const [lo, hi] = [sum.lo, sum.hi].map(({ n, d }) => Number(n) / Number(d)) as [number, number]
      expect(hi - lo).toBeCloseTo(
        figures.reduce((total, [, places]) => total + 10 ** -places, 0),
        9,
      )
    }),
    { seed: 72, numRuns: 200 },
  )
})
