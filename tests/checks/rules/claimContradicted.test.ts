import { describe, expect, it, test } from 'vitest'
import { claimsAll } from '../../../src/checks/rules/claimContradicted.ts'
import { type Cells, findingsOf, fires, printed } from '../../build.ts'

describe('words that claim the whole', () => {
  test.each([
    '全部完成',
    '全部打通',
    '全覆盖',
    '提前完成',
    '超额完成',
    '均已完成',
    '都完成',
    '达到预期目标',
    '22 件全部完成预期目标',
    '顺利完成',
    '全部按期完成',
    '提前两个月完成',
    '全部建成投用',
    '均达标',
    '达到年度目标',
  ])('%s does', (claim) => {
    expect(claimsAll(claim)).toBe(true)
  })

  test.each([
    '',
    '正在推进',
    '完成主体',
    '未全部完成',
    '尚未全部打通',
    '基本全覆盖',
    '力争提前完成',
    '除1处外全部完成',
    '全部完成（除1处）',
    '没全部完成',
    '预计全部完成',
    '提前开工',
    '提前谋划，有序推进',
    '提前介入',
    '主体全部封顶',
    '全部进入施工阶段',
    '全部完成选址',
    '全部签订合同',
    '全部纳入台账',
    '超额投入',
    '已达到目标的80%',
    '离全部完成还有差距',
    '即将全部完成',
    '将全部完成',
    '接近全部完成',
    '不能全部完成',
    '并非全部完成',
    '争取提前完成',
    '有望提前完成',
  ])('%s does not', (claim) => {
    expect(claimsAll(claim)).toBe(false)
  })
})

test.each<[string, Cells, boolean]>([
  ['holds', { 完成率: '100%', 声明: '全部完成' }, false],
  ['edge: just under', { 完成率: '99.99%', 声明: '全部完成' }, true],
  ['figures under the target', { 完成值: '2499', 单位: '人', 目标值: '2500', 声明: '提前完成' }, true],
  ['edge: on the target', { 完成值: '2500', 单位: '人', 目标值: '2500', 声明: '提前完成' }, false],
  [
    'edge: the actual’s rounding reaches the target',
    { 完成值: '10', 单位: '万人', 目标值: '10.02', 声明: '全部完成' },
    false,
  ],
  ['edge: no rounding reaches it', { 完成值: '10', 单位: '万人', 目标值: '11', 声明: '全部完成' }, true],
  ['about is never an error', { 完成值: '约99', 单位: '户', 目标值: '100', 声明: '全部完成' }, false],
  ['about, of a percentage', { 完成率: '约99%', 声明: '全部完成' }, false],
  ['about, of a coverage', { 完成值: '5', 单位: '个', 占比: '约98%', 声明: '全覆盖' }, false],
  [
    'all begun is not all done',
    { 完成值: '80', 单位: '个', 目标值: '100', 完成率: '80%', 声明: '全部开工' },
    false,
  ],
  ['all paid for is not all done', { 完成率: '80%', 声明: '资金全部到位' }, false],
  ['all torn down is a claim', { 完成率: '90%', 声明: '全部拆除' }, true],
  ['of minors', { 完成值: '5', 单位: '个', 占比: '90%', 声明: '未成年人全覆盖' }, true],
  ['of basic public services', { 完成值: '5', 单位: '个', 占比: '90%', 声明: '基本公共服务全覆盖' }, true],
  ['a claim taken back', { 完成率: '90%', 声明: '基本全部完成' }, false],
  ['no claim of the whole', { 完成率: '90%', 声明: '正在推进' }, false],
  ['no claim', { 完成率: '90%' }, false],
  ['no figures', { 声明: '全部完成' }, false],
  ['less is better', { 完成值: '4', 单位: '起', 目标值: '5', 方向: '-', 声明: '全部完成' }, false],
])('claim-contradicted %s: %j → %s', (_, cells, wanted) => {
  expect(fires('claim-contradicted', cells)).toBe(wanted)
})

it('tells how far the figures got', () => {
  const [found] = findingsOf('claim-contradicted', [
    { 完成值: '2000', 单位: '人', 目标值: '2500', 声明: '全部完成' },
  ])
  expect(found?.facts.claim).toBe('全部完成')
  expect(found?.facts.missed && printed(found.facts.missed)).toBe('80')
  expect(found?.severity).toBe('error')
})

describe('a claim over the whole list', () => {
  const rows: Cells[] = [
    { 项目: '甲', 完成率: '100%' },
    { 项目: '乙', 完成率: '99%' },
    { 项目: '乙', 指标: '二', 完成率: '98%' },
    { 项目: '丙', 完成值: '5' },
  ]

  it('is contradicted by a project that missed', () => {
    const found = findingsOf('claim-contradicted', rows, { claim: '全部完成' })
    expect(found).toHaveLength(1)
    expect(found[0]?.row).toBeUndefined()
    expect(found[0]?.facts).toMatchObject({ claim: '全部完成', missed: undefined, projects: ['乙'] })
  })

  it('is not by projects that show nothing, nor is a claim that takes itself back', () => {
    expect(
      findingsOf('claim-contradicted', [rows[0] as Cells, rows[3] as Cells], { claim: '全部完成' }),
    ).toEqual([])
    expect(findingsOf('claim-contradicted', rows, { claim: '基本全部完成' })).toEqual([])
    expect(findingsOf('claim-contradicted', rows)).toEqual([])
  })
})

test('a list’s claim is held against the latest date of each indicator', () => {
  const at = (指标: string, 截至: string, 完成值: string) => ({
    指标,
    截至,
    完成值,
    单位: '个',
    目标值: '100',
  })
  const claim = { claim: '全部完成' }
  const june = at('甲', '2023-06-30', '40')
  expect(findingsOf('claim-contradicted', [june, at('甲', '2023-12-20', '100')], claim)).toEqual([])
  expect(findingsOf('claim-contradicted', [at('甲', '2023-12-20', '99'), june], claim)).toHaveLength(1)
  expect(findingsOf('claim-contradicted', [june, at('乙', '2023-12-20', '100')], claim)).toHaveLength(1)
})
