import { describe, expect, it, test } from 'vitest'
import { gapToTarget, relationsOf, targetIf } from '../../src/checks/relate.ts'
import { isChecked, type RelationKind } from '../../src/model/relation.ts'
import { type Cells, figure, printed, relation, row, span, spanText } from '../build.ts'

function verdict(kind: RelationKind, cells: Cells): string | undefined {
  const found = relation(kind, cells)
  return found && isChecked(found) && found.rounding ? `${found.verdict} ${found.rounding}` : found?.verdict
}

/** `target [1, 2) ~ 1.5`: the member solved, its interval and the roundest number inside. */
function implied(kind: RelationKind, cells: Cells): string | undefined {
  const found = relation(kind, cells)
  if (found?.verdict !== 'implied') return found?.verdict
  const { member, interval, candidate } = found.implied
  return `${member} ${span(interval)} ~ ${candidate && printed(candidate)}`
}

describe('what nobody printed is worked out where a reader would', () => {
  test.each<[Cells, RelationKind[]]>([
    [{ 完成值: '5', 目标值: '8' }, ['completion']],
    [{ 完成值: '5', 单位: '人', 目标值: '8' }, ['completion']],
    [{ 完成值: '65', 单位: '%', 目标值: '60' }, ['excess']],
    [{ 完成值: '5', 单位: '人', 基数: '8' }, ['share']],
    [{ 完成值: '65', 单位: '%', 基数: '80' }, ['share']],
    [{ 完成值: '65', 单位: '%', 上期值: '60' }, ['growth']],
    [{ 完成值: '5', 单位: '人' }, []],
  ])('%j: %j', (cells, wanted) => {
    const found = relationsOf(row(cells)).filter(({ verdict }) => verdict === 'implied')
    expect(found.map(({ kind }) => kind)).toEqual(wanted)
  })
})

describe('completion = actual / target', () => {
  test.each([
    ['736', '人', '4000', '18.4%', 'exact'],
    ['736', '人', '4000', '18.04%', 'inconsistent'],
    ['1078', '户', '不少于8166', '2.89%', 'inconsistent'],
    ['1078', '户', '不少于8166', '13.2%', 'exact'],
    ['3', '个', '15', '27%', 'inconsistent'],
    ['3', '个', '15', '20%', 'exact'],
    // 7.23/5.2 is 139.04 %; 7.235/5.2 is 139.13 %.
    ['7.23', '万人', '5.2', '139.1%', 'within-rounding'],
    ['7.23', '万人', '5.2', '139.0%', 'exact'],
    // 37/180 is 20.555…: only a cut gives 20.5.
    ['37', '个', '180', '20.5%', 'other-rounding truncate'],
    ['37', '个', '180', '20.6%', 'exact'],
    ['37', '个', '180', '20.4%', 'inconsistent'],
    // 1089/400 is exactly 272.25: half-up prints 272.3, half-even and a cut 272.2.
    ['1089', '人', '400', '272.3%', 'exact'],
    ['1089', '人', '400', '272.2%', 'other-rounding half-even'],
    ['1089', '人', '400', '272.1%', 'inconsistent'],
    ['1089', '人', '400', '272.4%', 'inconsistent'],
    // 1/3 is 33.3…: rounded up it prints 34.
    ['1', '个', '3', '34%', 'other-rounding up'],
    ['1', '个', '3', '32%', 'inconsistent'],
    // 5.9 is [5.85, 5.95), so 58.5 % up to 59.5 %; at the widest above 58 % and below 60 %.
    ['5.9', '公里', '10', '58.6%', 'within-rounding'],
    ['5.9', '公里', '10', '60%', 'other-rounding up'],
    ['5.9', '公里', '10', '58%', 'other-rounding half-even'],
    ['5.9', '公里', '10', '59.9%', 'other-rounding mixed'],
    ['5.9', '公里', '10', '61%', 'inconsistent'],
    ['5.9', '公里', '10', '57%', 'inconsistent'],
  ] as const)('%s%s of %s at %s: %s', (actual, unit, target, completion, wanted) => {
    expect(verdict('completion', { 完成值: actual, 单位: unit, 目标值: target, 完成率: completion })).toBe(
      wanted,
    )
  })

  it('holds on the very edge of a measured actual, and not past it', () => {
    // 1.2万 stands for [1.15万, 1.25万): of 1万 that is [115 %, 125 %).
    const at = (completion: string) =>
      verdict('completion', { 完成值: '1.2', 单位: '万人', 目标值: '1', 完成率: completion })
    expect(['115.00%', '114.99%'].map(at)).toEqual(['within-rounding', 'other-rounding mixed'])
    // 124.995 prints as 125.00 and lies inside; nothing inside prints as 125.01 or is 125 itself.
    expect(['124.99%', '125.00%', '125.01%'].map(at)).toEqual([
      'within-rounding',
      'within-rounding',
      'other-rounding mixed',
    ])
    expect(['110.00%', '109.99%', '130.00%', '130.01%'].map(at)).toEqual([
      'other-rounding mixed',
      'inconsistent',
      'other-rounding mixed',
      'inconsistent',
    ])
  })

  it('compares units of one kind', () => {
    const cells = { 完成值: '1500米', 目标值: '2公里', 完成率: '75%' }
    expect(verdict('completion', cells)).toBe('exact')
    expect(verdict('completion', { 完成值: '1.5公里', 目标值: '2000米', 完成率: '75%' })).toBe('exact')
    expect(verdict('completion', { 完成值: '1500人', 目标值: '2000户', 完成率: '75%' })).toBe('unverifiable')
  })
})

describe('excess = actual − target', () => {
  test.each([
    ['106', '%', '65', '41个百分点', 'exact'],
    ['87', '%', '65', '22个百分点', 'exact'],
    ['101.8', '%', '95', '6.8个百分点', 'exact'],
    ['101.1', '%', '95', '6.1个百分点', 'exact'],
    ['106', '%', '65', '41.5个百分点', 'within-rounding'],
    ['106', '%', '65', '41.6个百分点', 'other-rounding mixed'],
    ['106', '%', '65', '41.4个百分点', 'within-rounding'],
    ['106', '%', '65', '40.5个百分点', 'within-rounding'],
    ['106', '%', '65', '42.0个百分点', 'other-rounding mixed'],
    ['106', '%', '65', '42.1个百分点', 'inconsistent'],
    ['106', '%', '65', '40个百分点', 'other-rounding half-even'],
    ['106', '%', '65', '39个百分点', 'inconsistent'],
    ['18', '人', '20', '-2', 'exact'],
    ['18', '人', '20', '2', 'inconsistent'],
    ['18', '人', '20', '-2人', 'exact'],
    // A gap in a unit of its own is converted before it is compared.
    ['1500', '米', '1000', '0.5公里', 'exact'],
    ['1500', '米', '1000', '0.8公里', 'inconsistent'],
    ['1.5', '公里', '1', '500米', 'exact'],
    // A gap that cannot be compared says nothing.
    ['106', '%', '65', '41人', 'unverifiable'],
    ['18', '人', '20', '-2户', 'unverifiable'],
    ['106', '', '65', '41个百分点', 'unverifiable'],
  ] as const)('%s%s − %s as %s: %s', (actual, unit, target, excess, wanted) => {
    expect(verdict('excess', { 完成值: actual, 单位: unit, 目标值: target, 超目标: excess })).toBe(wanted)
  })
})

describe('share = actual / base', () => {
  test.each([
    ['860', '个', '937', '91.78%', 'exact'],
    ['860', '个', '937', '91.79%', 'other-rounding up'],
    ['860', '个', '937', '91.77%', 'inconsistent'],
    // A base is measured: 5.2万 is [5.15万, 5.25万).
    ['2.6', '万人', '5.2', '51%', 'within-rounding'],
    ['3', '人', '0', '50%', 'unverifiable'],
  ] as const)('%s%s of %s as %s: %s', (actual, unit, base, share, wanted) => {
    expect(verdict('share', { 完成值: actual, 单位: unit, 基数: base, 占比: share })).toBe(wanted)
  })

  it('a base that may be next to nothing bounds the share on one side', () => {
    // 1万 is anything in (0, 2万) at the widest, so 3万 of it (over 2万) is more than all of it.
    const of = (share: string, base = '1') =>
      verdict('share', { 完成值: '3', 单位: '万人', 基数: base, 占比: share })
    expect(['300%', '400%', '700%', '701%', '99%', '100%', '101%'].map((share) => of(share))).toEqual([
      'exact',
      'within-rounding',
      'within-rounding',
      'other-rounding mixed',
      'inconsistent',
      'other-rounding mixed',
      'other-rounding mixed',
    ])
    expect(of('250%', '近1')).toBe('within-rounding')
    expect(of('200%', '近1')).toBe('other-rounding mixed')
    expect(of('199%', '近1')).toBe('inconsistent')
  })
})

describe('growth = actual / previous − 1', () => {
  test.each([
    ['1043', '人', '1000', '4.3%', 'exact'],
    ['1043', '人', '1000', '104.3%', 'inconsistent'],
    ['23', '起', '300', '-92.3%', 'exact'],
    ['23', '起', '300', '-92.4%', 'other-rounding mixed'],
    ['23', '起', '300', '-92.5%', 'inconsistent'],
    ['23', '起', '300', '-92.2%', 'inconsistent'],
    ['23', '起', '300', '92.3%', 'inconsistent'],
    ['91.9', '%', '87.6', '4.3个百分点', 'exact'],
    ['91.9', '%', '87.6', '4.3%', 'inconsistent'],
    ['91.9', '%', '87.6', '4.9%', 'exact'],
    ['5', '起', '0', '5%', 'unverifiable'],
  ] as const)('%s%s after %s as %s: %s', (actual, unit, previous, growth, wanted) => {
    expect(verdict('growth', { 完成值: actual, 单位: unit, 上期值: previous, 同比: growth })).toBe(wanted)
  })
})

describe('solved from two', () => {
  test.each<[RelationKind, Cells, string | undefined]>([
    [
      'completion',
      { 完成值: '58.85', 单位: '万人次', 完成率: '210%' },
      'target (117690000/421, 117710000/419) ~ 280000',
    ],
    ['completion', { 目标值: '4000', 单位: '人', 完成率: '50%' }, 'actual [1980, 2020) ~ 2000'],
    ['completion', { 完成值: '736', 单位: '人', 目标值: '4000' }, 'completion [92/5, 92/5] ~ 92/5'],
    ['completion', { 完成率: '117%' }, 'unverifiable'],
    ['completion', { 完成值: '5', 单位: '人', 完成率: '0%' }, 'unverifiable'],
    ['completion', { 完成值: '5', 单位: '人' }, undefined],
    ['completion', { 完成值: '5', 单位: '人', 目标值: '0' }, undefined],
    ['excess', { 完成值: '90.88', 单位: '%', 超目标: '15.5个百分点' }, 'target (3013/40, 15087/200) ~ 377/5'],
    ['excess', { 目标值: '65', 单位: '%', 超目标: '41个百分点' }, 'actual [211/2, 213/2) ~ 106'],
    ['excess', { 完成值: '106', 单位: '%', 目标值: '65' }, 'excess [81/2, 83/2) ~ 41'],
    ['excess', { 完成值: '18', 单位: '人', 目标值: '20' }, undefined],
    ['excess', { 完成值: '1500', 单位: '米', 超目标: '0.5公里' }, 'target (1899/2, 2101/2) ~ 1000'],
    ['share', { 完成值: '860', 单位: '个', 占比: '100%' }, 'base (172000/201, 172000/199] ~ 860'],
    ['share', { 完成值: '2.55', 单位: '万户', 基数: '5', 占比: '' }, 'share (509/11, 511/9) ~ 50'],
    ['growth', { 完成值: '1100', 单位: '人', 同比: '10%' }, 'previous (220000/221, 220000/219] ~ 1000'],
    ['growth', { 上期值: '1000', 单位: '人', 同比: '-50%' }, 'actual (495, 505] ~ 500'],
    ['growth', { 完成值: '91.9', 单位: '%', 同比: '4.3个百分点' }, 'previous (175/2, 877/10) ~ 438/5'],
    ['growth', { 同比: '4.3%' }, 'unverifiable'],
  ])('%s of %j', (kind, cells, wanted) => {
    expect(implied(kind, cells)).toBe(wanted)
  })
})

it('a row lists what it prints, and what it lets a reader work out', () => {
  const kinds = (cells: Cells) => relationsOf(row(cells)).map(({ kind }) => kind)
  expect(kinds({ 完成值: '5', 单位: '人' })).toEqual([])
  expect(kinds({ 完成值: '5', 单位: '人', 目标值: '4', 基数: '8', 上期值: '3' })).toEqual([
    'completion',
    'share',
    'growth',
  ])
  expect(kinds({ 完成值: '106', 单位: '%', 目标值: '65' })).toEqual(['excess'])
  expect(kinds({ 完成值: '5', 完成率: '1%', 超目标: '1', 占比: '1%', 同比: '1%' })).toEqual([
    'completion',
    'excess',
    'share',
    'growth',
  ])
  expect(kinds({ 完成值: '5', 单位: '人', 目标值: '4户' })).toEqual([])
  expect(kinds({ 声明: '全部完成' })).toEqual([])
})

it('tells the face value beside what the inputs allow', () => {
  const found = relation('completion', { 完成值: '7.23', 单位: '万人', 目标值: '5.2', 完成率: '139.1%' })
  if (!found || !isChecked(found)) throw new Error('not checked')
  expect(printed(found.value)).toBe('3615/26')
  expect(span(found.recomputed)).toBe('[7225/52, 7235/52)')
  expect(span(found.widest)).toBe('(1805/13, 1810/13)')
})

it('the gap to the target is in the unit of the actual', () => {
  const gap = (cells: Cells) => span(gapToTarget(row(cells)))
  expect(gap({ 完成值: '1500米', 目标值: '2公里' })).toBe(spanText('[-500.5, -499.5)'))
  expect(gap({ 完成值: '18', 单位: '人', 目标值: '20' })).toBe('[-2, -2]')
  expect(gap({ 完成值: '18人', 目标值: '20户' })).toBeUndefined()
  expect(gap({ 完成值: '18人' })).toBeUndefined()
})

it('a bare number beside a rate is a rate', () => {
  const gap = { 完成值: '87%', 单位: '', 超目标: '22' }
  expect(relation('excess', { ...gap, 目标值: '65%' })?.verdict).toBe('exact')
  expect(relation('excess', { ...gap, 目标值: '65%', 超目标: '31' })?.verdict).toBe('inconsistent')
  const bare: Cells = { 完成值: '87%', 单位: '', 目标值: '65' }
  expect([relation('excess', bare)?.verdict, relation('completion', bare)]).toEqual(['implied', undefined])
})

it('a growth in points says nothing of counts', () => {
  const verdict = (cells: Cells) => relation('growth', cells)?.verdict
  expect(verdict({ 完成值: '101', 单位: '户', 上期值: '90', 同比: '11个百分点' })).toBe('unverifiable')
  expect(verdict({ 完成值: '101', 单位: '户', 同比: '11个百分点' })).toBe('unverifiable')
  expect(verdict({ 完成值: '95', 单位: '%', 上期值: '90', 同比: '5个百分点' })).toBe('exact')
})

it('a target under another reading of the percentage', () => {
  const target = (actual: string, completion: string, reading: 'half-up' | 'truncate' | 'any') =>
    span(targetIf(figure(actual), figure(completion), reading))
  expect(target('200人', '50%', 'half-up')).toBe('(40000/101, 40000/99]')
  expect(target('200人', '50%', 'truncate')).toBe('(20000/51, 400]')
  expect(target('200人', '50%', 'any')).toBe('(20000/51, 20000/49)')
  // A measure is rounded itself: under the widest reading its actual is read as widely.
  expect(target('20公里', '50%', 'truncate')).toBe('(650/17, 41)')
  expect(target('20公里', '50%', 'any')).toBe('(1900/51, 300/7)')
  expect(target('200人', '0%', 'half-up')).toBeUndefined()
})
