import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { plainName, unitInName } from '../../src/load/headerNames.ts'
import { guessLayout, layoutKey } from '../../src/load/layout.ts'
import { parseTable, type Table } from '../../src/load/parse.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import type { LayoutGuess } from '../../src/model/layout.ts'

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
const table = (...records: string[]): Table =>
  parseTable(records.map((record) => record.split('|').map(quote).join(',')).join('\n'))
/** Column names by key, as the guess has them. */
const named = ({ layout, header }: LayoutGuess) =>
  Object.fromEntries(Object.entries(layout.places).map(([key, at]) => [key, header[at]]))
const lacking = ({ lacking }: LayoutGuess) =>
  Object.fromEntries(lacking.map(({ key, suggested }) => [key, suggested]))

test.each([
  ['1—10月完成情况', 'actual', '2024-10'],
  ['截至9月底累计完成', 'actual', '2024-09'],
  ['2023年1-6月完成数', 'actual', '2023-06'],
  ['前三季度完成率', 'completion', '2024-09'],
  ['前11个月累计完成', 'actual', '2024-11'],
  ['上半年完成情况', 'actual', '2024-06'],
])('the time before a name is no part of it: %s', (name, key, asOf) => {
  const guess = guessLayout(
    table(
      `序号|项目|目标任务|${name}`,
      key === 'actual' ? '1|建公园|50|52' : '1|建公园|50|104%',
      key === 'actual' ? '2|修路|30|31' : '2|修路|30|103%',
    ),
    { file: '某县2024年.csv' },
  )
  expect(named(guess)).toMatchObject({ [key]: name })
  expect(lacking(guess).as_of).toBe(asOf)
})

describe('a name with a time before it stands back', () => {
  test.each([
    ['a column of the same name without', '项目|指标|上半年完成值|完成值|目标值', 'actual', '完成值'],
    ['the year’s target', '序号|项目|1-10月目标|全年目标|1-10月完成情况', 'target', '全年目标'],
    ['the year’s target, which stands first', '序号|项目|任务|1-10月计划数|完成情况', 'target', '任务'],
  ])('behind %s', (_, header, key, name) => {
    const guess = guessLayout(table(header, '1|建公园|10|20|30|40', '2|修路|10|30|30|50'))
    expect(named(guess)).toMatchObject({ [key]: name })
  })

  it('a target up to some month is none of the year’s', () => {
    const guess = guessLayout(table('序号|项目|前三季度目标任务|完成情况', '1|建公园|50|52', '2|修路|30|31'))
    expect(named(guess)).toEqual({ no: '序号', project: '项目', actual: '完成情况' })
  })
})

test.each(['3月', '二季度', '第三季度', '4季度'])(
  'a column of %s alone is no figure up to its end',
  (time) => {
    const guess = guessLayout(table(`序号|项目|目标任务|${time}完成情况|完成率`, '1|建公园|50|2|4%'))
    expect(named(guess)).not.toHaveProperty('actual')
  },
)

test.each([
  ['一季度完成情况', '上半年完成情况', 'actual', '2024-06'],
  ['上半年完成', '1-10月完成', 'actual', '2024-10'],
  ['一季度末完成率', '前三季度完成率', 'completion', '2024-09'],
])('of figures up to several days the last is taken: %s, %s', (first, last, key, asOf) => {
  const [one, other] = key === 'actual' ? ['20', '40'] : ['20%', '40%']
  const guess = guessLayout(table(`序号|项目|目标|${first}|${last}`, `1|建公园|80|${one}|${other}`), {
    file: '某县2024年.csv',
  })
  expect(named(guess)).toMatchObject({ [key]: last })
  expect(lacking(guess).as_of).toBe(asOf)
})

const WIDE = [
  '序号|项目|单位|目标任务|完成情况|完成率|责任单位',
  '1|农村公路|公里|1000|1007.8|100.8%|市交通运输局',
  '2|公办幼儿园|所|新建 30 所|完成 32 所|106.7%|市教育局',
]

describe('a table by the contract', () => {
  it('is certain, whatever its order and whichever names', () => {
    for (const which of [0, 1] as const) {
      const names = COLUMNS.map((column) => column[which]).reverse()
      const guess = guessLayout(table(names.join('|'), names.map(() => '2023').join('|')))
      expect(guess.sure).toBe('certain')
      expect(guess.layout).toEqual({
        skip: 1,
        places: Object.fromEntries(COLUMNS.map(([key], i) => [key, COLUMNS.length - 1 - i])),
        constants: {},
        extra: [],
      })
      expect(guess.lacking).toEqual([])
    }
  })

  it('is certain under a title too, and asks for what it lacks', () => {
    const guess = guessLayout(
      table('南阳市2024年民生实事||', '（截至11月底）||', '项目|指标|完成值', '甲|乙|3'),
    )
    expect([guess.sure, guess.layout.skip]).toEqual(['certain', 3])
    expect(lacking(guess)).toEqual({ region: '南阳市', year: '2024', as_of: '2024-11' })
  })

  it('takes the date that its title or a column’s name tells for all rows, since nobody is asked', () => {
    const title = guessLayout(
      table('南阳市2024年民生实事||', '（截至11月底）||', '项目|指标|完成值', '甲|乙|3'),
    )
    expect(title.layout.constants).toEqual({ as_of: '2024-11' })
    const name = guessLayout(table('年度|项目|指标|完成值（1—10月）', '2024|甲|乙|3', '2024|甲|丙|4'))
    expect([name.sure, name.layout.constants]).toEqual(['certain', { as_of: '2024-10' }])
    // A file's name is somebody's word for the file: it suggests, and is asked about.
    const around = { file: '2024年9月.csv' }
    expect(guessLayout(table('项目|指标|完成值', '甲|乙|3'), around).layout.constants).toEqual({})
    // What the rows say themselves stands.
    const own = table('（截至2024年11月底）|||', '截至|项目|指标|完成值', '2024-06|甲|乙|3', '|甲|丙|3')
    expect(guessLayout(own).layout.constants).toEqual({})
  })

  it('asks for a date whose column is empty as for one that is missing', () => {
    const guess = guessLayout(table('截至|项目|指标|完成值', '|甲|乙|3', ' |甲|丙|4'), {
      file: '2024年9月.csv',
    })
    expect(lacking(guess)).toEqual({ region: undefined, year: '2024', as_of: '2024-09' })
  })

  it('a note under the rows may say to which day they run, and nothing else of them', () => {
    const notes = ['备注：数据截至2024年12月20日，不含甲县', '审核人：略']
    const table = parseTable(
      ['序号,项目,单位,目标任务,完成情况', '1,建公园,个,50,52', '2,修路,公里,30,31', ...notes].join('\n'),
    )
    expect(lacking(guessLayout(table, { file: '乙市2024.csv' }))).toEqual({
      region: '乙市',
      year: '2024',
      as_of: '2024-12-20',
    })
  })

  it('carries what the contract does not know', () => {
    const guess = guessLayout(table('项目|指标|完成值|联系人|', '甲|乙|3|丙|丁'))
    expect(guess.layout.extra).toEqual([
      { name: '联系人', at: 3 },
      { name: '第5列', at: 4 },
    ])
  })

  test.each(['nanyang-2023', 'context'])('%s ships as certain', (name) => {
    const text = readFileSync(new URL(`../../data/${name}.csv`, import.meta.url), 'utf8')
    expect(guessLayout(parseTable(text)).sure).toBe('certain')
  })
})

describe('a table of a city', () => {
  it('is read by what cities call their columns', () => {
    const guess = guessLayout(table(...WIDE))
    expect(guess.sure).toBe('guessed')
    expect(guess.layout).toMatchObject({ skip: 1, wide: true, constants: {}, extra: [] })
    expect(named(guess)).toEqual({
      no: '序号',
      project: '项目',
      unit: '单位',
      target: '目标任务',
      actual: '完成情况',
      completion: '完成率',
      owner: '责任单位',
    })
    expect(guess.candidates.actual?.[0]).toEqual({ at: 4, reason: 'alias' })
    expect(guess.candidates.project?.[0]).toEqual({ at: 1, reason: 'name' })
  })

  test.each([
    ['unit', ['公里', '所', '万人次']],
    ['owner', ['市教育局', '市住建局、市财政局', '某县人民政府']],
  ] as const)('单位 is %s by what stands beneath', (key, cells) => {
    const rows = cells.map((cell, i) => `甲${i}|${cell}|30|32`)
    expect(named(guessLayout(table('项目名称|单位|年度目标|完成数', ...rows)))).toMatchObject({
      [key]: '单位',
    })
  })

  test.each([
    ['completion', ['100%', '98.3%', '104%']],
    ['actual', ['32所', '118个', '完成 9 件']],
  ] as const)('完成进度 is %s by what stands beneath', (key, cells) => {
    const rows = cells.map((cell, i) => `${i + 1}|甲${i}|30|${cell}`)
    expect(named(guessLayout(table('序号|工作任务|年度目标|完成进度', ...rows)))).toMatchObject({
      [key]: '完成进度',
    })
  })

  test.each([
    ['target', ['30所', '新建12处', '不少于5个']],
    ['project', ['新建幼儿园', '改造老旧小区', '稳定就业']],
  ] as const)('目标任务 is %s by what stands beneath', (key, cells) => {
    const rows = cells.map((cell, i) => `${i + 1}|${cell}|32个`)
    expect(named(guessLayout(table('序号|目标任务|完成情况', ...rows)))).toMatchObject({ [key]: '目标任务' })
  })

  it('完成情况 in percent is the completion, unless that has a column of its own', () => {
    const rates = guessLayout(table('项目|目标|完成情况', '甲|30|100%', '乙|5|98%'))
    expect(named(rates)).toMatchObject({ completion: '完成情况' })
    const both = guessLayout(table('项目|目标|完成情况|完成率', '甲|95%|98%|103%', '乙|90%|91%|101%'))
    expect(named(both)).toMatchObject({ target: '目标', actual: '完成情况', completion: '完成率' })
  })

  it('with two rows of header is read by both', () => {
    const guess = guessLayout(
      table(
        '某市2023年进度表|||||',
        '序号|工作任务|年度目标|完成情况||牵头单位',
        '|||完成值|完成率|',
        '1|口袋公园|50个|52个|104%|市城管局',
      ),
    )
    expect(guess.layout.skip).toBe(3)
    expect(guess.header).toEqual([
      '序号',
      '工作任务',
      '年度目标',
      '完成情况/完成值',
      '完成情况/完成率',
      '牵头单位',
    ])
    expect(named(guess)).toMatchObject({
      actual: '完成情况/完成值',
      completion: '完成情况/完成率',
      owner: '牵头单位',
    })
  })

  it('takes no title for the upper row of a header', () => {
    const guess = guessLayout(table('（截至2024年11月底）|||||单位：万元|', ...WIDE))
    expect(guess.layout.skip).toBe(2)
    expect(guess.header[0]).toBe('序号')
    expect(lacking(guess)).toEqual({ region: undefined, year: '2024', as_of: '2024-11' })
  })

  it('of regions lacks a project, and says of a rate what it speaks of', () => {
    const guess = guessLayout(
      table('市州|计划完成数|累计开工数|开工率|计划投资额（万元）', '长沙市|150|143|95.33%|86157.25'),
    )
    expect(named(guess)).toEqual({
      region: '市州',
      target: '计划完成数',
      actual: '累计开工数',
      share: '开工率',
    })
    expect(guess.layout.constants).toEqual({ basis: '开工' })
    expect(guess.layout.extra.map(({ name }) => name)).toEqual(['计划投资额（万元）'])
    expect(Object.keys(lacking(guess))).toEqual(['year', 'as_of', 'project'])
  })

  it('takes the unit from the header, or offers that of the title', () => {
    const rows = ['甲|3|4', '乙|5|6']
    expect(guessLayout(table('项目|目标值（万元）|完成值(万元)', ...rows)).layout.constants).toEqual({
      unit: '万元',
    })
    expect(guessLayout(table('项目|目标值（万元）|完成值（人）', ...rows)).layout.constants).toEqual({})
    const offered = guessLayout(table('单位：万元||', '项目|目标|完成数', ...rows))
    expect(offered.layout.constants).toEqual({})
    expect(lacking(offered).unit).toBe('万元')
  })

  test.each(['截至9月底', '累计', '2024年', '1-9月', '全年', '含续建'])(
    'what stands in brackets is a unit or nothing: （%s）',
    (inside) => {
      const names = `项目|目标值（${inside}）|完成情况(${inside})`
      expect(guessLayout(table(names, '甲|3|4')).layout.constants).toEqual({})
      const both = `项目|目标值（${inside}）|完成情况（单位：人）（${inside}）`
      expect(guessLayout(table(both, '甲|3|4')).layout.constants).toEqual({ unit: '人' })
    },
  )

  test.each(['人', '万人次', '平方米', '㎡', '个/处', '元/人·月', 'm2', '标段'])('%s is a unit', (unit) => {
    const names = `项目|目标值|完成情况（${unit}）`
    expect(guessLayout(table(names, '甲|3|4')).layout.constants).toEqual({ unit })
  })

  it('of a text where a name should stand, only the beginning is looked at', () => {
    for (const char of '（([【1年') {
      const text = char.repeat(32_767)
      expect(plainName(text).length).toBeLessThanOrEqual(100)
      expect(guessLayout(table(text, text, '项目|目标|完成数', `${text}|3|4`)).layout.skip).toBe(3)
    }
    expect(unitInName(`${'完'.repeat(100)}（万元）`)).toBeUndefined()
  })

  it('has its indicators with its targets where projects repeat', () => {
    const rows = [
      '就业|公益性岗位540个|完成838个',
      '就业|技能人才4000人|完成736人',
      '养老|老年食堂6个|完成1个',
    ]
    expect(guessLayout(table('行动|年度目标任务|完成进度', ...rows)).layout.indicatorIn).toBe('target')
    expect(
      guessLayout(table('行动|指标|年度目标任务|完成进度', '就业|岗位|新建5个|6个')).layout.indicatorIn,
    ).toBeUndefined()
    expect(guessLayout(table(...WIDE)).layout.indicatorIn).toBeUndefined()
  })

  it('keeps its lowest answers for where nobody says more', () => {
    const guess = guessLayout(table(...WIDE), { file: '镇平县2024年9月.xlsx', sheet: '内乡县' })
    expect(lacking(guess)).toEqual({ region: '镇平县', year: '2024', as_of: '2024-09' })
  })
})

it('what has no header is none, and offers what its cells look like', () => {
  const guess = guessLayout(table('甲|32|100%|市教育局', '乙|118|98%|市住建局'))
  expect([guess.sure, guess.key, guess.layout.places]).toEqual(['none', undefined, {}])
  expect(guess.candidates.completion?.[0]).toEqual({ at: 2, reason: 'cells' })
  expect(guess.candidates.owner?.[0]).toEqual({ at: 3, reason: 'cells' })
  // What is shown as the header is no row.
  expect([guess.header[0], guess.layout.skip]).toEqual(['甲', 1])
  expect(guessLayout(parseTable(''))).toMatchObject({ sure: 'none', layout: { skip: 0 } })
})

describe('the key of a header', () => {
  it('is that of the same names in the same order', () => {
    const key = layoutKey(['序号', '完成值（万元）', 'No.'])
    expect(layoutKey([' 序 号', '完成值(万元)', 'NO.', ''])).toBe(key)
    expect(layoutKey(['完成值（万元）', '序号', 'No.'])).not.toBe(key)
    expect(layoutKey(['序号', '完成值（万人）', 'No.'])).not.toBe(key)
    expect(layoutKey(['序号完成值（万元）', 'No.'])).not.toBe(key)
  })

  it('does not hang on the rows', () => {
    const [head = '', ...rows] = WIDE
    expect(guessLayout(table('标题', head)).key).toBe(guessLayout(table(head, ...rows)).key)
  })
})

test('no two keys ever share a column, and no column is lost', () => {
  const name = fc.constantFrom(
    '项目',
    '指标',
    '完成值',
    '单位',
    '目标任务',
    '完成进度',
    '进度',
    '任务',
    '',
    '联系人',
    '完成率',
    '责任单位',
    '说明',
  )
  const cell = fc.constantFrom('', '3', '30所', '100%', '市教育局', '甲', '2023-12-20', '所', '全部完成', '-')
  const row = (unit: fc.Arbitrary<string>) => fc.array(unit, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(row(fc.oneof(cell, name)), { maxLength: 6 }), row(name), (rows, head) => {
      const records = [head, ...rows].map((cells, i) => ({ line: i + 1, cells }))
      const { layout } = guessLayout({ records, brokenQuotes: [] })
      const used = [...Object.values(layout.places), ...layout.extra.map(({ at }) => at)]
      expect(new Set(used).size).toBe(used.length)
      expect(new Set(layout.extra.map((one) => one.name)).size).toBe(layout.extra.length)
      for (const { cells } of records.slice(layout.skip))
        expect(used).toEqual(expect.arrayContaining(cells.flatMap((text, at) => (text === '' ? [] : [at]))))
    }),
    { seed: 96, numRuns: 600 },
  )
})
