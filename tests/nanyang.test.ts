import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { review } from '../src/checks/check.ts'
import { parseCatalogue } from '../src/load/catalogue.ts'
import { loadDataSet } from '../src/load/loadDataSet.ts'
import { countIndicators, type Row } from '../src/model/dataSet.ts'
import { isQuestion, type RuleId } from '../src/model/finding.ts'
import { isChecked, type Relation } from '../src/model/relation.ts'
import { printed, span, spanText } from './build.ts'

const shipped = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
const [entry] = parseCatalogue(shipped('catalogue.json'))
if (!entry) throw new Error('the catalogue is empty')
const set = loadDataSet(shipped(entry.file), entry)
const { findings, subjects, statuses, rounding } = review(set)

const filled = (pick: (row: Row) => unknown) =>
  set.rows.filter((row) => pick(row) !== undefined && pick(row) !== '')
const subject = (indicator: string) => {
  const found = subjects.find(({ row }) => row.cells.indicator === indicator)
  if (!found) throw new Error(`no row ${indicator}`)
  return found
}
const found = (rule: RuleId) => findings.filter((f) => f.rule === rule).map((f) => f.row?.cells.indicator)
const impliedOf = (indicator: string, kind: Relation['kind']) => {
  const relation = subject(indicator).relations.find((r) => r.kind === kind)
  if (relation?.verdict !== 'implied') throw new Error(`${indicator}: nothing implied`)
  return relation.implied
}

describe('what is in the file', () => {
  it('the catalogue shows it first', () => {
    expect(entry).toMatchObject({
      file: 'nanyang-2023.csv',
      asOf: '2023-12-20',
      projects: { 省定: 10, 市定: 12 },
    })
  })

  it('52 rows of 22 projects, 28 and 24 by level, and no issue', () => {
    expect(set.issues).toEqual([])
    expect(set.extraColumns).toEqual([])
    expect(set.rows).toHaveLength(52)
    expect(countIndicators(set.rows)).toBe(52)
    const ofLevel = (level: string) => [
      set.projects.filter((project) => project.level === level).length,
      set.rows.filter((row) => row.cells.level === level).length,
    ]
    expect([ofLevel('省定'), ofLevel('市定')]).toEqual([
      [10, 28],
      [12, 24],
    ])
  })

  it('the projects stand in their printed order, 1 to 22, the province’s first', () => {
    expect(set.projects.map(({ id }) => id)).toEqual(Array.from({ length: 22 }, (_, i) => String(i + 1)))
    expect(set.projects.map(({ level }) => level)).toEqual([
      ...Array(10).fill('省定'),
      ...Array(12).fill('市定'),
    ])
    expect(set.rows.map(({ line }) => line)).toEqual(Array.from({ length: 52 }, (_, i) => i + 2))
  })

  it('23 completions, 6 gaps, and no target but the four printed ones', () => {
    expect(filled((row) => row.figures.completion)).toHaveLength(23)
    expect(filled((row) => row.figures.excess)).toHaveLength(6)
    expect(filled((row) => row.cells.target).map((row) => row.cells.target)).toEqual(['65', '65', '95', '95'])
    expect(filled((row) => row.figures.growth)).toHaveLength(4)
    expect(filled((row) => row.figures.share)).toHaveLength(3)
    expect(filled((row) => row.cells.base)).toEqual([])
    expect(filled((row) => row.cells.previous)).toEqual([])
  })

  it('figures as printed', () => {
    const cell = (indicator: string) => {
      const { actual, unit } = subject(indicator).row.cells
      return `${actual} ${unit}`
    }
    expect(cell('职业技能培训')).toBe('58.85 万人次')
    expect(cell('培训基层卫生技术人员')).toBe('2 万人')
    expect(cell('居民燃气安全装置加装')).toBe('约78.88 万户')
    expect(cell('10千伏及以下线路')).toBe('502.3 千米')
    const value = (indicator: string) => {
      const { actual } = subject(indicator).row.figures
      return actual && printed(actual.value)
    }
    expect(value('职业技能培训')).toBe('588500')
    expect(value('10千伏及以下线路')).toBe('5023/10')
    expect(subject('肇事肇祸案事件').row.lowerIsBetter).toBe(true)
    expect(subject('肇事肇祸案事件').row.figures.growth?.digits).toBe('-92.3')
  })

  it('every row says where it stands in the source; no department is named', () => {
    expect(set.rows.every(({ cells }) => /^2023-12-20 发布会，[省市]定第\d+项$/.test(cells.source))).toBe(
      true,
    )
    expect(set.rows.every(({ cells }) => cells.owner === '' && cells.domain !== '')).toBe(true)
  })
})

describe('what the checks find', () => {
  it('no error', () => {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('exactly nine questioned rows', () => {
    const questioned = new Set(findings.filter(isQuestion).map(({ row }) => row?.cells.indicator))
    expect([...questioned].sort()).toEqual(
      [
        '新增技能人才',
        '开工建设寄宿制小学',
        '适老化改造',
        '免费产前超声筛查覆盖率',
        '免费新生儿“两病”筛查覆盖率',
        '免费新生儿听力筛查覆盖率',
        '设立村级寄递物流综合服务站',
        '患病报告发现率',
        '规范管理率',
      ].sort(),
    )
  })

  test.each<[RuleId, (string | undefined)[]]>([
    ['share-over-100', ['免费产前超声筛查覆盖率', '免费新生儿“两病”筛查覆盖率', '免费新生儿听力筛查覆盖率']],
    ['odd-implied-target', ['新增技能人才', '适老化改造', '设立村级寄递物流综合服务站']],
    ['started-not-finished', ['开工建设寄宿制小学']],
    ['percent-or-points', ['患病报告发现率', '规范管理率']],
    ['claim-unsupported', ['实现乡镇卫生院全覆盖的县（市、区）', '打通断头路', undefined]],
    ['too-coarse', ['培训基层卫生技术人员']],
    ['target-too-easy', ['职业技能培训', '新增高技能人才', '心理健康服务进村（社区）活动', '个案心理咨询']],
  ])('%s', (rule, indicators) => {
    expect(found(rule)).toEqual(indicators)
  })

  it('and nothing else', () => {
    expect(findings).toHaveLength(17)
  })

  it('the claim over the whole list has figures for 14 of the 22 projects', () => {
    const whole = findings.find((f) => f.rule === 'claim-unsupported' && f.row === undefined)
    expect(whole?.facts).toEqual({ claim: '22 件全部完成预期目标', silent: 8, of: 22 })
  })

  test.each([
    ['新增技能人才', '180000', '2783/18'],
    ['适老化改造', '13000', '110'],
  ])('%s: %s would have been the round target', (indicator, round, gives) => {
    const odd = findings.find((f) => f.rule === 'odd-implied-target' && f.row?.cells.indicator === indicator)
    if (odd?.rule !== 'odd-implied-target' || odd.facts.rate) throw new Error('not found')
    expect([printed(odd.facts.round), printed(odd.facts.gives)]).toEqual([round, gives])
  })
})

describe('the relations', () => {
  it('four can be checked, and all four are exact', () => {
    const checked = subjects.flatMap(({ row, relations }) =>
      relations
        .filter(isChecked)
        .map((r) => [row.cells.actual, row.cells.target, r.kind, printed(r.value), r.verdict]),
    )
    expect(checked).toEqual([
      ['106', '65', 'excess', '41', 'exact'],
      ['87', '65', 'excess', '22', 'exact'],
      ['101.8', '95', 'excess', '34/5', 'exact'],
      ['101.1', '95', 'excess', '61/10', 'exact'],
    ])
    expect(rounding).toMatchObject({ usual: 'half-up', explained: 4, of: 4, others: [] })
  })

  it('every printed percentage is listed: 23 completions, 6 gaps, 3 shares, 4 growths', () => {
    const count = (kind: Relation['kind']) =>
      subjects.flatMap(({ relations }) => relations).filter((r) => r.kind === kind).length
    expect([count('completion'), count('excess'), count('share'), count('growth')]).toEqual([23, 6, 3, 4])
  })

  test.each([
    ['职业技能培训', '(117690000/421, 117710000/419)', '280000'],
    ['新增高技能人才', '(27350000/403, 27370000/401)', '68000'],
    // The first of these is 278250 ÷ 1.545, the last past 278350 ÷ 1.535.
    ['新增技能人才', '(18550000/103, 55670000/307)', '181000'],
    ['培训家庭医生团队', '(23200/201, 23200/199]', '116'],
    ['建成投运“诸葛书屋”', '(7000/281, 7000/279]', '25'],
  ])('%s implies the target %s, say %s', (indicator, interval, candidate) => {
    const implied = impliedOf(indicator, 'completion')
    expect(implied.member).toBe('target')
    expect(span(implied.interval)).toBe(interval)
    expect(implied.candidate && printed(implied.candidate)).toBe(candidate)
  })

  it('15.5 points below 90.88 % lies between 75.325 and 75.435 %', () => {
    expect(span(impliedOf('设立村级寄递物流综合服务站', 'excess').interval)).toBe(
      spanText('(75.325, 75.435)'),
    )
  })

  it('1.9 points below 91.9 % is 90 %', () => {
    const { candidate } = impliedOf('常住人口签约率', 'excess')
    expect(candidate && printed(candidate)).toBe('90')
  })

  it('a start rate of 100 % has 32 as its whole, 91.78 % of coverage 937', () => {
    const whole = (indicator: string) => {
      const { member, candidate } = impliedOf(indicator, 'share')
      return [member, candidate && printed(candidate)]
    }
    expect(whole('开工建设寄宿制小学')).toEqual(['base', '32'])
    expect(whole('成立业委会（物管会）小区')).toEqual(['base', '937'])
  })

  it('a growth without its figures says nothing', () => {
    expect(
      subjects.flatMap(({ relations }) => relations).filter((r) => r.verdict === 'unverifiable'),
    ).toHaveLength(4)
  })
})

it('14 projects reached their targets, one only says so, none missed', () => {
  const count = (status: string) => [...statuses.values()].filter((s) => s === status).length
  expect(['missed', 'doubtful', 'reached', 'claimed', 'unknown'].map(count)).toEqual([0, 0, 14, 1, 7])
  expect(statuses.get('14')).toBe('claimed')
})
