import { describe, expect, it, test } from 'vitest'
import { RULES } from '../../src/checks/rules/registry.ts'
import type { Issue } from '../../src/model/dataSet.ts'
import type { RuleId } from '../../src/model/finding.ts'
import { sentenceOf } from '../../src/report/tables.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, findingsOf } from '../build.ts'
import { CASES, found } from '../findings.ts'
import { board } from '../shipped.ts'

const BROKEN = /undefined|NaN|\[object|Infinity|null|\$\{/
const LATIN = /[A-Za-z]/
/** Chinese in an English sentence that is neither quoted nor a figure's unit. */
const unquoted = (sentence: string) =>
  sentence.replace(/“[^”]*”/g, '').replace(/(?:不少于)?[\d.]+\p{Script=Han}+/gu, '')
const HAN = /\p{Script=Han}/u

const all = RULES.flatMap(({ id }) => CASES[id].map((one, i) => [id, i, one] as const))

describe.each(all)('%s, case %i', (rule, _, one) => {
  const findings = found(rule, one)

  it('is found', () => {
    expect(findings.length).toBeGreaterThan(0)
  })

  it('has a whole sentence in both languages', () => {
    for (const finding of findings) {
      const [chinese, english] = [sentenceOf(finding, zh), sentenceOf(finding, en)]
      for (const sentence of [chinese, english]) {
        expect(sentence).not.toMatch(BROKEN)
        expect(sentence.length).toBeGreaterThan(4)
      }
      expect(chinese).toMatch(/[。？]$/)
      expect(english).toMatch(/[.?]$/)
      expect(chinese).not.toMatch(LATIN)
      expect(unquoted(english).replace(/乙|某项目|某市|市定/g, '')).not.toMatch(HAN)
      expect(english).not.toMatch(/[，。、；：？（）]/)
    }
  })
})

it('every finding of the shipped year too', () => {
  for (const finding of board.findings)
    for (const words of [zh, en]) expect(sentenceOf(finding, words)).not.toMatch(BROKEN)
})

const told = (rule: RuleId, cells: Cells) => {
  const [finding] = findingsOf(rule, [cells])
  if (!finding) throw new Error(`${rule} is silent`)
  return [sentenceOf(finding as never, zh), sentenceOf(finding as never, en)]
}

test.each<[RuleId, Cells, string, string]>([
  [
    'completion-mismatch',
    { 完成值: '1078', 单位: '户', 目标值: '不少于8166', 完成率: '2.89%' },
    '1078户 ÷ 不少于8166户 = 13.20%，公布的却是 2.89%，四舍五入、舍去尾数、尾数进一都得不出。',
    '1078户 ÷ 不少于8166户 = 13.20%, but 2.89% is printed; rounding, cutting off and rounding up all lead elsewhere.',
  ],
  [
    'crosses-target',
    { 完成值: '2400', 单位: '人', 目标值: '2500', 完成率: '101%' },
    '2400人 ÷ 2500人 = 96%，公布的却是 101%：一个达到目标，一个没有达到。',
    '2400人 ÷ 2500人 = 96%, but 101% is printed: one says reached, the other does not.',
  ],
  // Gaps between things in the scale they were printed in.
  [
    'excess-mismatch',
    { 完成值: '58.85', 单位: '万人次', 目标值: '28', 超目标: '20万人次' },
    '58.85万人次 − 28万人次 = 30.85万人次，公布的却是 20万人次，四舍五入、舍去尾数、尾数进一都得不出。',
    '58.85万人次 − 28万人次 = 30.85万人次, but 20万人次 is printed; rounding, cutting off and rounding up all lead elsewhere.',
  ],
  // A growth printed in points is a difference.
  [
    'growth-mismatch',
    { 完成值: '95', 单位: '%', 上期值: '90', 同比: '9个百分点' },
    '95% − 90% = 5 个百分点，公布的却是 9个百分点，四舍五入、舍去尾数、尾数进一都得不出。',
    '95% − 90% = 5 points, but 9个百分点 is printed; rounding, cutting off and rounding up all lead elsewhere.',
  ],
  [
    'points-not-percent',
    { 完成值: '90', 单位: '%', 目标值: '60', 超目标: '50个百分点' },
    '90% − 60% = 30 个百分点；公布的 50个百分点 实为百分比（比目标高 50.0%），不是百分点。',
    '90% − 60% = 30 points; the printed 50个百分点 is percent (50.0% above the target), not points.',
  ],
  [
    'points-not-percent',
    { 完成值: '95', 单位: '%', 上期值: '80', 同比: '15%' },
    '95% ÷ 80% − 1 = 19%；公布的 15% 实为百分点（相差 15.0 个百分点），不是百分比。',
    '95% ÷ 80% − 1 = 19%; the printed 15% is percentage points (a difference of 15.0), not percent.',
  ],
  [
    'odd-implied-target',
    { 完成值: '27.83', 单位: '万人', 完成率: '154%' },
    '目标若是 18万人：27.83万人 ÷ 18万人 = 154.6%，四舍五入应是 155%，公布的却是 154%，要舍去尾数才对得上。目标究竟是多少？',
    'If the target was 18万人: 27.83万人 ÷ 18万人 = 154.6%, which rounds to 155%, but 154% is printed, as if its decimals were cut off. What was the target?',
  ],
  // The printed actual, cut off, is not it either: what it may have been before it was rounded is.
  [
    'odd-implied-target',
    { 完成值: '1.43', 单位: '万户', 完成率: '109%' },
    '目标若是 1.3万户：1.43万户 ÷ 1.3万户 = 110.0%，四舍五入应是 110%，公布的却是 109%。除非 1.43万户原是 1.427万户一类的数（÷ 1.3万户 = 109.8%），又舍去了尾数。目标究竟是多少？',
    'If the target was 1.3万户: 1.43万户 ÷ 1.3万户 = 110.0%, which rounds to 110%, but 109% is printed. That takes an actual such as 1.427万户 before it was rounded (÷ 1.3万户 = 109.8%), with its decimals cut off. What was the target?',
  ],
  [
    'odd-implied-target',
    { 完成值: '90.88', 单位: '%', 超目标: '15.5个百分点' },
    '完成 90.88%、超目标 15.5个百分点，推算目标在 75.325%—75.435%之间，其中没有整数百分比。目标究竟是多少？',
    '90.88%, above the target by 15.5个百分点, implies a target of 75.325%—75.435%, which holds no whole percent. What was the target?',
  ],
  // A share whose sign stands in its column keeps it.
  [
    'started-not-finished',
    { 完成值: '超过30', 单位: '%', 口径: '开工' },
    '完成的依据只有开工率 超过30%。开工了，完成了吗？',
    'The only evidence is a start rate of 超过30%. Begun, but finished?',
  ],
  // 2499 of 2500 was missed, and never reads as 100 %.
  [
    'below-target',
    { 完成值: '2499', 单位: '人', 目标值: '2500' },
    '只完成目标的 99.96%。',
    'Only 99.96% of the target.',
  ],
  // 120 where no more than 100 were allowed.
  [
    'below-target',
    { 完成值: '120', 单位: '起', 目标值: '100', 方向: '-' },
    '这一项越低越好，却是目标的 120.0%。',
    'Lower is better, yet it is 120.0% of the target.',
  ],
  [
    'below-target',
    { 截至: '2023-06', 完成率: '20%' },
    '完成目标的 20.0%，而全年已过 49.6%。',
    '20.0% of the target, with 49.6% of the year gone by.',
  ],
  [
    'no-whole-target',
    { 完成值: '3', 单位: '所', 完成率: '145%' },
    '完成 3所、完成率 145%，推算目标在 2.0547—2.0834所之间，其中没有整数。',
    '3所 at 145% needs a target in 2.0547—2.0834所, which holds no whole number.',
  ],
  [
    'too-coarse',
    { 完成值: '2', 单位: '万人', 完成率: '108.3%' },
    '2万人是取舍过的数，实际可以是 1.5万—2.5万人之间的任何数，与 108.3% 是否对得上，看不出来。',
    '2万人 was rounded and may be anything in 1.5万—2.5万人; whether 108.3% agrees with it cannot be seen.',
  ],
  [
    'unit-differs',
    { 完成值: '5', 单位: '人', 超目标: '4户' },
    '完成值的单位是“人”，超目标的单位是“户”，不能相比。',
    'The actual is in “人”, the excess in “户”: they cannot be compared.',
  ],
  [
    'unreadable',
    { 完成值: '若干' },
    '第 2 行“完成值”列的“若干”读不出一个数。',
    'Line 2: “若干” in column “完成值” cannot be read as a number.',
  ],
  [
    'share-over-100',
    { 完成值: '5', 占比: '106%' },
    '106% 超过 100%，而部分不会多于整体。分母是按什么口径算的？',
    '106% is over 100%, and a part is never larger than its whole. How was the denominator counted?',
  ],
])('%s %j', (rule, cells, chinese, english) => {
  expect(told(rule, cells)).toEqual([chinese, english])
})

describe('what a file got wrong', () => {
  const kinds: Issue['kind'][] = [
    'unreadable',
    'several',
    'no-project',
    'no-indicator',
    'no-figure',
    'no-column',
    'broken-quotes',
    'empty',
    'extra-cells',
    'twice',
    'bad-date',
  ]
  const texts = (issue: Issue) => [zh.issue(issue), en.issue(issue)]

  test.each(kinds)('%s has words of its own, with a column and without', (kind) => {
    for (const issue of [
      { kind, line: 3, text: '若干' },
      { kind, line: 3, text: '若干', column: '完成值' },
    ]) {
      const [chinese = '', english = ''] = texts(issue)
      expect(`${chinese}${english}`).not.toMatch(BROKEN)
      expect(chinese).toMatch(/。$/)
      expect(chinese).not.toMatch(LATIN)
      expect(english).toMatch(/\.$/)
      expect(unquoted(english)).not.toMatch(HAN)
    }
  })

  it('no two alike', () => {
    for (const language of [0, 1])
      expect(new Set(kinds.map((kind) => texts({ kind, line: 1, text: 'x' })[language])).size).toBe(
        kinds.length,
      )
  })
})
