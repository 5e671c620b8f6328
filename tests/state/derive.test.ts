import { describe, expect, it, test, vi } from 'vitest'
import { countStatuses } from '../../src/checks/check.ts'
import { NO_FILTER, SORTS } from '../../src/model/filter.ts'
import { isQuestion } from '../../src/model/finding.ts'
import { STATUSES } from '../../src/model/status.ts'
import {
  beside,
  distinct,
  findingsOfList,
  headline,
  remember,
  reviewed,
  sheetProjects,
  tallyBeside,
  tallyGroups,
  visibleFindings,
  visibleProjects,
  visibleRows,
} from '../../src/state/derive.ts'
import { type Cells, dataSet } from '../build.ts'
import { board, filter, nanyang } from '../shipped.ts'

const shown = (of: Parameters<typeof filter>[0], on = board, sort: (typeof SORTS)[number] = 'printed') =>
  visibleProjects(on, filter(of), sort).map(({ id }) => id)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String(from + i))

describe('projects shown', () => {
  test.each<[Parameters<typeof filter>[0], string[]]>([
    [{}, range(1, 22)],
    [{ level: '省定' }, range(1, 10)],
    [{ level: '市定', domain: '教育' }, ['11']],
    [{ domain: '城乡建设', status: 'unknown' }, ['13', '22']],
    [{ status: 'claimed' }, ['14']],
    [{ status: 'missed' }, []],
    [{ finding: 'question' }, ['1', '2', '4', '5', '9', '20']],
    [{ finding: 'share-over-100' }, ['5']],
    [{ finding: 'target-too-easy' }, ['1', '6']],
    // A text anywhere: names, indicators, figures; in any case, with blanks around it.
    [{ text: '供热' }, ['13']],
    [{ text: ' 58.85 ' }, ['1']],
    [{ text: '58.85万' }, ['1']],
    [{ text: '５８.８５' }, ['1']],
    [{ text: '一卡通' }, ['10']],
    [{ text: '不在这里' }, []],
    [{ level: '国定' }, []],
    [{ owner: '市教育局' }, []],
  ])('%j', (of, ids) => {
    expect(shown(of)).toEqual(ids)
  })

  it('every part of the filter must be met', () => {
    const both = shown({ level: '省定', finding: 'question' })
    expect(both).toEqual(shown({ level: '省定' }).filter((id) => shown({ finding: 'question' }).includes(id)))
  })

  it('the search takes no notice of case, and looks into unknown columns', () => {
    const set = dataSet([
      { 项目: 'WiFi 覆盖', 完成值: '1' },
      { 项目: '乙', 完成值: '2', 备注: 'ABC' },
    ])
    const on = reviewed(set)
    expect(shown({ text: 'wifi' }, on)).toEqual(['1'])
    expect(shown({ text: 'aBc' }, on)).toEqual(['2'])
  })

  it('the department is a filter where one is given', () => {
    const on = reviewed(
      dataSet([
        { 责任单位: '市教育局', 完成值: '1' },
        { 项目: '乙', 完成值: '2' },
      ]),
    )
    expect(shown({ owner: '市教育局' }, on)).toEqual(['1'])
  })
})

describe('sorting', () => {
  const on = reviewed(
    dataSet([
      { 项目: '丙', 层级: '市定', 完成率: '90%' },
      { 项目: '甲', 层级: '省定', 完成值: '3', 单位: '个' },
      { 项目: '乙', 层级: '市定', 完成率: '130%' },
      { 项目: '安', 层级: '省定', 完成率: '100%' },
      { 项目: '安', 层级: '省定', 指标: '乙', 完成率: '110%' },
      { 项目: '北', 层级: '市定', 完成值: '95', 单位: '%', 占比: '104%' },
    ]),
  )
  const names = (sort: (typeof SORTS)[number]) => visibleProjects(on, NO_FILTER, sort).map(({ name }) => name)

  it('keeps the levels together in the order of the list', () => {
    expect(names('printed')).toEqual(['丙', '乙', '北', '甲', '安'])
    for (const sort of SORTS)
      expect(visibleProjects(on, NO_FILTER, sort).map(({ level }) => level)).toEqual([
        '市定',
        '市定',
        '市定',
        '省定',
        '省定',
      ])
  })

  it('by the highest completion, those without one last', () => {
    expect(names('completion')).toEqual(['乙', '丙', '北', '安', '甲'])
  })

  it('by the lowest completion, those without one last', () => {
    const on = reviewed(
      dataSet([
        { 项目: '甲', 完成率: '120%' },
        { 项目: '乙', 指标: 'a', 完成率: '210%' },
        { 项目: '乙', 指标: 'b', 完成率: '96%' },
        { 项目: '丙', 完成值: '1', 单位: '个' },
        { 项目: '丁', 完成率: '100%' },
        // Less is better: half of it is no lag.
        { 项目: '戊', 完成值: '1', 单位: '起', 目标值: '2', 方向: '-' },
      ]),
    )
    const names = visibleProjects(on, filter({}), 'lowest').map(({ name }) => name)
    expect(names).toEqual(['乙', '丁', '甲', '丙', '戊'])
  })

  it('by the number of questions, most first, else as printed', () => {
    expect(names('questions')).toEqual(['丙', '北', '乙', '甲', '安'])
  })

  it('by name as a dictionary has it', () => {
    expect(names('name')).toEqual(['北', '丙', '乙', '安', '甲'])
  })

  it('leaves the list itself as it was', () => {
    expect(on.set.projects.map(({ name }) => name)).toEqual(['丙', '甲', '乙', '安', '北'])
  })

  it('Nanyang by completion', () => {
    expect(shown({}, board, 'completion').slice(0, 3)).toEqual(['6', '1', '7'])
    expect(shown({}, board, 'questions').slice(0, 4)).toEqual(['5', '1', '2', '4'])
  })
})

describe('findings shown', () => {
  const rules = (of: Parameters<typeof filter>[0]) =>
    visibleFindings(board, filter(of)).map(({ rule }) => rule)

  it('all of them, the whole list’s too', () => {
    expect(visibleFindings(board, NO_FILTER)).toEqual(board.findings)
  })

  it('of a rule, or the questions', () => {
    expect(rules({ finding: 'share-over-100' })).toEqual(Array(3).fill('share-over-100'))
    expect(rules({ finding: 'claim-unsupported' })).toHaveLength(3)
    const questions = visibleFindings(board, filter({ finding: 'question' }))
    expect(questions).toEqual(board.findings.filter(isQuestion))
    expect(questions).toHaveLength(9)
  })

  it('of the projects shown, without those about the whole list', () => {
    expect(rules({ level: '市定' }).sort()).toEqual([
      'claim-unsupported',
      'percent-or-points',
      'percent-or-points',
    ])
    expect(rules({ text: '职业技能' }).sort()).toEqual([
      'odd-implied-target',
      'target-too-easy',
      'target-too-easy',
    ])
  })

  it('of the rule asked for only, whatever else its rows carry', () => {
    expect(new Set(rules({ finding: 'odd-implied-target' }))).toEqual(new Set(['odd-implied-target']))
  })
})

describe('rows shown', () => {
  const indicators = (of: Parameters<typeof filter>[0]) =>
    visibleRows(board, filter(of), 'printed').map(({ cells }) => cells.indicator)

  it('are all of the projects shown', () => {
    expect(indicators({})).toEqual(nanyang.rows.map(({ cells }) => cells.indicator))
    expect(indicators({ level: '省定' })).toHaveLength(28)
  })

  it('or only those with the finding asked for', () => {
    expect(indicators({ finding: 'percent-or-points' })).toEqual(['患病报告发现率', '规范管理率'])
    expect(indicators({ finding: 'question' })).toHaveLength(9)
  })
})

describe('the marks of the sheet', () => {
  const kinds = (cells: Cells[]) => {
    const on = reviewed(dataSet(cells.map((one, i) => ({ 指标: String(i), ...one }))))
    return sheetProjects(on, on.set.projects)[0]?.indicators.map(({ kind, completion }) => [
      kind,
      completion && Number(completion.n) / Number(completion.d),
    ])
  }

  test.each<[string, Cells, [string, number | undefined]]>([
    ['printed and reached', { 完成率: '100%' }, ['met', 100]],
    ['printed and missed', { 完成率: '99.9%' }, ['missed', 99.9]],
    ['worked out', { 完成值: '3', 单位: '个', 目标值: '4' }, ['missed', 75]],
    // 2499 of 2500 prints as 100 % and is missed.
    [
      'told by the figures',
      { 完成值: '2499', 单位: '人', 目标值: '2500', 完成率: '100%' },
      ['missed', 99.96],
    ],
    // 2.5万 may be 25001: what was printed of the exact figure decides.
    [
      'told by the percentage where the figure is rounded',
      { 完成值: '2.5', 单位: '万人', 目标值: '25001人', 完成率: '100%' },
      ['met', 100],
    ],
    ['less is better', { 完成率: '90%', 方向: '-' }, ['met', 90]],
    ['less is better, missed', { 完成率: '110%', 方向: '-' }, ['missed', 110]],
    ['a rate above its target', { 完成值: '95', 单位: '%', 超目标: '2个百分点' }, ['rate', undefined]],
    ['a rate below its target', { 完成值: '95', 单位: '%', 目标值: '97' }, ['missed', undefined]],
    ['a rate without a target', { 完成值: '95', 单位: '%' }, ['silent', undefined]],
    ['an output', { 完成值: '95', 单位: '个' }, ['silent', undefined]],
    ['a claim', { 声明: '全部完成' }, ['silent', undefined]],
  ])('%s', (_, cells, wanted) => {
    expect(kinds([cells])).toEqual([wanted])
  })

  it('agree with what the checks say was reached', () => {
    for (const { indicators } of sheetProjects(board, nanyang.projects))
      for (const { row, kind } of indicators) {
        const reach = board.subjectOf.get(row)?.reach
        expect([kind, reach]).toEqual([
          kind,
          { met: 'reached', rate: 'reached', missed: 'missed', silent: undefined }[kind],
        ])
      }
  })

  it('are questioned only for errors and warnings', () => {
    const questioned = sheetProjects(board, nanyang.projects).flatMap(({ indicators }) =>
      indicators.filter((one) => one.asked === 'question').map(({ row }) => row),
    )
    expect(new Set(questioned)).toEqual(new Set(board.findings.filter(isQuestion).map(({ row }) => row)))
  })
})

describe('the counts', () => {
  it('of Nanyang', () => {
    expect(headline(board, nanyang.projects)).toEqual({
      when: { undated: 0, isUnderway: false, day: undefined },
      projects: 22,
      of: 22,
      indicators: 52,
      counts: { missed: 0, doubtful: 0, behind: 0, slow: 0, onPace: 0, reached: 14, claimed: 1, unknown: 7 },
      checked: 4,
      held: 4,
      asked: { open: 9, errors: 0, ofList: 0, answered: 0, unread: 0, notes: 7 },
    })
  })

  it('of the projects shown only', () => {
    expect(headline(board, visibleProjects(board, filter({ level: '市定' }), 'printed'))).toMatchObject({
      projects: 12,
      indicators: 24,
      counts: { reached: 5, claimed: 1, unknown: 6 },
      checked: 0,
      held: 0,
      asked: { open: 2 },
    })
    expect(headline(board, [])).toMatchObject({ projects: 0, indicators: 0, checked: 0, asked: { open: 0 } })
  })

  it('an error counts where it stands, once, and one about the list beside the whole list', () => {
    const on = reviewed(
      dataSet(
        [
          { 项目: '甲', 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.04%' },
          { 项目: '乙', 完成值: '3', 单位: '个', 目标值: '2', 完成率: '150%' },
        ],
        { claim: '全部完成' },
      ),
    )
    const [first, second] = on.set.projects
    if (!first || !second) throw new Error('two projects')
    const counted = (of: Parameters<typeof filter>[0]) => {
      const projects = visibleProjects(on, filter(of), 'printed')
      return headline(on, projects, 2, findingsOfList(on, filter(of)))
    }
    // 736 of 4000 breaks two rules: it is one figure to ask about.
    expect(on.findings.filter(isQuestion)).toHaveLength(3)
    const all = { checked: 2, held: 1, asked: { open: 2, errors: 2, ofList: 1 } }
    expect(counted({})).toMatchObject(all)
    expect(counted({ finding: 'completion-mismatch' })).toMatchObject({
      checked: 1,
      held: 0,
      asked: { open: 2, errors: 2, ofList: 1 },
    })
    expect(counted({ text: '甲' })).toMatchObject({ held: 0, asked: { open: 1, errors: 1, ofList: 0 } })
    expect(counted({ text: '乙' })).toMatchObject({ held: 1, asked: { open: 0, errors: 0, ofList: 0 } })
  })

  it('by level and by field add up to all', () => {
    const groups = tallyGroups(board, nanyang.projects)
    expect(groups.map(({ key, total }) => [key, total])).toEqual([
      ['省定', 10],
      ['市定', 12],
      ['就业', 1],
      ['教育', 2],
      ['医疗卫生', 4],
      ['养老助残', 2],
      ['妇幼健康', 2],
      ['城乡建设', 7],
      ['社会保障', 2],
      ['文化体育', 2],
    ])
    for (const { counts, total } of groups)
      expect(STATUSES.reduce((sum, status) => sum + counts[status], 0)).toBe(total)
    expect(countStatuses(board, nanyang.projects)).toEqual(headline(board, nanyang.projects).counts)
  })

  it('stand beside what is chosen: other levels and fields under the rest of the filter, so that one click leads on', () => {
    const of = (parts: Parameters<typeof filter>[0]) =>
      tallyBeside(board, filter(parts), 'printed').map(({ key, total }) => `${key} ${total}`)
    const [, , ...fields] = tallyGroups(board, nanyang.projects).map(({ key, total }) => `${key} ${total}`)
    const [province, city, ...others] = of({ domain: '教育' })
    // Levels are counted within the field, the fields as if none were chosen.
    expect([province, city]).toEqual(['省定 1', '市定 1'])
    expect(others).toEqual(fields)
    expect(of({ domain: '教育', level: '市定' })).toEqual(
      expect.arrayContaining(['省定 1', '市定 1', '教育 1', '城乡建设 5']),
    )
    const statuses = (parts: Parameters<typeof filter>[0]) =>
      countStatuses(board, beside(board, filter(parts), 'status', 'printed'))
    expect(statuses({ status: 'claimed' })).toEqual(statuses({}))
  })

  it('blank fields are left out; a group that shows nothing stays, so that it can be chosen instead', () => {
    const on = reviewed(
      dataSet([
        { 领域: '', 完成值: '1' },
        { 项目: '乙', 领域: '教育', 完成值: '1' },
      ]),
    )
    expect(tallyGroups(on, on.set.projects).map(({ key }) => key)).toEqual(['市定', '教育'])
    const first = tallyGroups(on, on.set.projects.slice(0, 1))
    expect(first.map(({ key, total }) => [key, total])).toEqual([
      ['市定', 1],
      ['教育', 0],
    ])
  })
})

describe('what is remembered', () => {
  it('is worked out once for the same arguments, and anew for others', () => {
    const work = vi.fn((a: object, b: number) => [a, b])
    const known = remember(work)
    const [one, other] = [{}, {}]
    expect(known(one, 1)).toBe(known(one, 1))
    expect(work).toHaveBeenCalledTimes(1)
    known(other, 1)
    known(other, 2)
    expect(work).toHaveBeenCalledTimes(3)
    expect(known(one, 1)).toEqual([one, 1])
  })

  it('a data set is reviewed once', () => {
    expect(reviewed(nanyang)).toBe(reviewed(nanyang))
  })
})

it('distinct values keep their order, blanks left out', () => {
  expect(distinct(['乙', '', '甲', '乙'])).toEqual(['乙', '甲'])
})
