import { percentText } from '../lib/format.ts'
import { absolute, type Rational, sign } from '../lib/rational.ts'
import type { CompletionSource } from '../model/completion.ts'
import type { Issue } from '../model/dataSet.ts'
import { percentGone } from '../model/date.ts'
import type { Figure } from '../model/figure.ts'
import type { FindingFor, MovedTarget, RuleId } from '../model/finding.ts'
import { arithmetic, day, like, printed, rangeLike, unsigned } from './figures.ts'

export interface RuleWords<R extends RuleId> {
  /** A few words, for lists and filters. */
  title: string
  /** What it looks for, for 方法. */
  about: string
  /** One sentence for people who never heard of statistics. */
  sentence: (finding: FindingFor<R>) => string
}
export type RulesText = { [R in RuleId]: RuleWords<R> }

const unitOf = (finding: { row: { cells: { unit: string } } | undefined }) => finding.row?.cells.unit ?? ''
/** As many decimals as the figure in question, and at least one. */
export const placesOf = (f: FindingFor<'points-not-percent'>): number =>
  Math.max(1, f.facts.relation.stated.decimals)
const pct = (value: Rational, places = 1) => `${percentText(value, places)}%`

export const issueText = (issue: Issue): string => {
  const where = issue.column ? `“${issue.column}”列` : ''
  switch (issue.kind) {
    case 'unreadable':
      return `${where}的“${issue.text}”读不出一个数。`
    case 'several':
      return `${where}的“${issue.text}”里不止一个数，或夹着读不懂的字。`
    case 'bad-date':
      return `${where}的“${issue.text}”读不出日期；写作 2023-12-20、2023-12 或 2023。`
    case 'no-project':
      return '这一行没有写项目。'
    case 'no-indicator':
      return '这一行没有写指标。'
    case 'no-figure':
      return '这一行没有任何数，也没有说法。'
    case 'no-column':
      return `表里没有“${issue.text}”这一列。`
    case 'broken-quotes':
      return '这一行的引号没有配对。'
    case 'empty':
      return '文件是空的。'
    case 'extra-cells':
      return `这一行比表头多出几格：“${issue.text}”。`
    case 'twice':
      return `“${issue.text}”这一列出现了两次，只用第一列。`
    case 'long-cell':
      return `${where}的这一格太长，只留了前面一段。`
  }
}

/** 公布为 6万人 / 推算为 27.9万—28.1万人 */
const moved = ({ printed: figure, stands, like: pattern }: MovedTarget, unit: string) =>
  figure ? `公布为 ${printed(figure, unit)}` : `推算为 ${rangeLike(pattern, stands)}`

/** Said where the printed completion is set aside. */
const byFigures = ({ facts }: { facts: { source?: CompletionSource | undefined } }, comma = '，') =>
  facts.source === 'figures' ? `按完成值计算${comma}` : ''

const sum = (finding: Parameters<typeof arithmetic>[0]) => arithmetic(finding, ' 个百分点')

export const roundingName = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  truncate: '舍去尾数',
  up: '尾数进一',
  mixed: '几种办法混用',
}

const mismatch = (f: Parameters<typeof arithmetic>[0] & { facts: { relation: { stated: Figure } } }) =>
  `${sum(f)}，公布的却是 ${f.facts.relation.stated.text}，四舍五入、舍去尾数、尾数进一都得不出。`

export const rules: RulesText = {
  'crosses-target': {
    title: '达标与否自相矛盾',
    about: '公布的完成率与公布的完成值、目标值一个说达到目标，一个说没有，尾数怎样取舍都合不到一起。',
    sentence: (f) => `${sum(f)}，公布的却是 ${f.facts.relation.stated.text}：一个达到目标，一个没有达到。`,
  },
  'completion-mismatch': {
    title: '完成率对不上',
    about: '完成值 ÷ 目标值，无论四舍五入、舍去尾数还是尾数进一，都得不出公布的完成率。',
    sentence: mismatch,
  },
  'excess-mismatch': {
    title: '超目标对不上',
    about: '完成值 − 目标值，尾数怎样取舍都得不出公布的差。',
    sentence: mismatch,
  },
  'share-mismatch': {
    title: '占比对不上',
    about: '完成值 ÷ 基数，尾数怎样取舍都得不出公布的占比。',
    sentence: mismatch,
  },
  'growth-mismatch': {
    title: '同比对不上',
    about: '完成值 ÷ 上期值 − 1，尾数怎样取舍都得不出公布的同比。',
    sentence: mismatch,
  },
  'points-not-percent': {
    title: '百分点与百分比混用',
    about: '公布为百分点的差不成立，按百分比算却正好；或者公布为百分比的升降不成立，按百分点算却正好。',
    sentence: (f) =>
      f.facts.relation.kind === 'excess'
        ? `${sum(f)}；公布的 ${f.facts.relation.stated.text} 实为百分比（比目标${sign(f.facts.instead) < 0 ? '低' : '高'} ${pct(absolute(f.facts.instead), placesOf(f))}），不是百分点。`
        : `${sum(f)}；公布的 ${f.facts.relation.stated.text} 实为百分点（相差 ${percentText(absolute(f.facts.instead), placesOf(f))} 个百分点），不是百分比。`,
  },
  'no-whole-target': {
    title: '没有对得上的整数目标',
    about: '按件计数的，目标应是整数；没有哪个整数目标能得出公布的完成率。',
    sentence: (f) =>
      `完成 ${printed(f.facts.actual, unitOf(f))}、完成率 ${f.facts.completion.text}，推算目标在 ${rangeLike(f.facts.actual, f.facts.range)}之间，其中没有整数。`,
  },
  'claim-contradicted': {
    title: '说法与数字相反',
    about: '说全部完成、提前完成、全覆盖，旁边的数字却没有达到目标。',
    sentence: (f) =>
      f.facts.projects.length > 0
        ? `称“${f.facts.claim}”，但有没达到目标的：${f.facts.projects.join('、')}。`
        : f.facts.coverage
          ? `称“${f.facts.claim}”，公布的却是 ${printed(f.facts.coverage, '%')}。`
          : `称“${f.facts.claim}”，但数字没有达到目标${f.facts.missed ? `（${byFigures(f, '')}${pct(f.facts.missed)}）` : ''}。`,
  },
  'unit-differs': {
    title: '单位不能相比',
    about: '完成值与目标值、基数、上期值或超目标的单位不是一类，不能相除相减。',
    sentence: (f) =>
      `完成值的单位是“${f.facts.actual.unit}”，${{ target: '目标值', base: '基数', previous: '上期值', excess: '超目标' }[f.facts.member]}的单位是“${f.facts.other.unit}”，不能相比。`,
  },
  unreadable: {
    title: '读不出的格',
    about: '该有一个数的格里不是数，或不止一个数；该行其余各格照用。',
    sentence: (f) => `第 ${f.facts.issue.line} 行${issueText(f.facts.issue)}`,
  },
  'below-target': {
    title: '低于目标',
    about: '到年底完成率不足 100%；年底之前，明显落后于全年已过去的时间（序时进度）。',
    sentence: (f) => {
      const { completion, excess, actual, target, gone } = f.facts
      const by = byFigures(f)
      if (gone && completion)
        return `${by}完成目标的 ${pct(completion)}，而全年已过 ${pct(percentGone(gone))}。`
      if (completion && f.row?.lowerIsBetter) return `这一项越低越好，${by}却是目标的 ${pct(completion)}。`
      if (completion) return `${by}只完成目标的 ${pct(completion)}。`
      const figures =
        actual && target ? `${printed(actual, unitOf(f))}，目标 ${printed(target, unitOf(f))}：` : ''
      return excess ? `${figures}与目标相差 ${unsigned(excess, unitOf(f))}。` : `${figures}没有达到目标。`
    },
  },
  'share-over-100': {
    title: '部分多于整体',
    about: '覆盖率、合格率、开工率、完工率这类“部分占整体”的比率超过 100%。',
    sentence: (f) => `${printed(f.facts.figure, '%')} 超过 100%，而部分不会多于整体。分母是按什么口径算的？`,
  },
  'odd-implied-target': {
    title: '推算的目标不合常理',
    about:
      '由完成值和完成率倒推，目标得不出 18万、1.3万这样的整数，除非完成率是舍去尾数得来的；或者推算出的比率目标不是整数百分比。',
    sentence: (f) => {
      const { facts } = f
      const { relation } = facts
      const { actual, stated, implied } = relation
      if (!actual || !stated) return ''
      const unit = unitOf(f)
      const range = rangeLike(actual, implied.interval)
      if (facts.rate) {
        const known = `完成 ${printed(actual, '%')}、${relation.kind === 'excess' ? '超目标' : '完成率'} ${stated.text}`
        return `${known}，推算目标在 ${range}之间，其中没有整数百分比。目标究竟是多少？`
      }
      const target = like(actual, facts.round)
      const places = stated.decimals
      const rounded = `目标若是 ${target}：${printed(actual, unit)} ÷ ${target} = ${pct(facts.gives, places + 1)}，四舍五入应是 ${pct(facts.gives, places)}，公布的却是 ${stated.text}`
      return facts.before
        ? `${rounded}。除非 ${printed(actual, unit)}原是 ${like(actual, facts.before.actual)}一类的数（÷ ${target} = ${pct(facts.before.gives, places + 1)}），又舍去了尾数。目标究竟是多少？`
        : `${rounded}，要舍去尾数才对得上。目标究竟是多少？`
    },
  },
  'started-not-finished': {
    title: '开工不等于完成',
    about: '说明完成情况的只有开工率。',
    sentence: (f) => `完成的依据只有开工率 ${f.facts.figure.text}。开工了，完成了吗？`,
  },
  'percent-or-points': {
    title: '百分比还是百分点',
    about:
      '比率提高或下降了百分之几，没有公布前后两个数：可能是比原来多（少）百分之几，也可能是相差几个百分点。',
    sentence: (f) => {
      const size = unsigned(f.facts.growth)
      const [more, up] = f.facts.growth.value.n < 0n ? ['少', '下降'] : ['多', '提高']
      return `比率${up} ${size}：是比原来${more} ${size}，还是${up} ${size.replace(/[%％]$/, '')} 个百分点？`
    },
  },
  'capped-at-100': {
    title: '完成率封顶',
    about: '完成值高于目标值，公布的完成率却恰好是 100%；有的单位超额也只记 100%。',
    sentence: (f) =>
      `${sum(f)}，公布的完成率却恰好是 ${f.facts.relation.stated.text}。是超额也只记 100% 吗？`,
  },
  'parts-do-not-sum': {
    title: '各地合计与总数不符',
    about:
      '下辖各地的数加起来与总数不符，尾数怎样取舍都对不上；合计少于总数的，只在同一批地区的其他指标加得上时才算；公布了分母的百分比折算后再加。',
    sentence: (f) => {
      const { whole, amount, parts, sum: added, all } = f.facts
      const total = `${parts.length} 个${all ? '' : '已列出的'}下辖地区合计 ${rangeLike(whole, added)}`
      if (amount)
        return `按百分比折算，${total}，${f.row?.cells.region ?? ''}却折合 ${rangeLike(whole, amount)}。`
      return `${total}，${f.row?.cells.region ?? ''}公布的却是 ${printed(whole, unitOf(f))}。`
    },
  },
  'falls-back': {
    title: '累计数减少',
    about: '同一年里，后一个日期的累计数比前一个日期的少。',
    sentence: (f) =>
      `截至 ${day(f.row?.cells.as_of)}公布 ${printed(f.facts.actual, unitOf(f))}，比截至 ${day(f.facts.earlier.cells.as_of)}的 ${printed(f.facts.before, f.facts.earlier.cells.unit)}少。是口径变了，还是有一次写错了？`,
  },
  'target-moved': {
    title: '目标前后不一',
    about: '同一层级、同一年、同一项指标，不同日期或文件公布的（或推算的）目标对不上。',
    sentence: (f) =>
      `截至 ${day(f.row?.cells.as_of)}的目标${moved(f.facts.now, unitOf(f))}，截至 ${day(f.facts.earlier.cells.as_of)}的${moved(f.facts.before, f.facts.earlier.cells.unit)}。目标调整过吗？`,
  },
  'mixed-rounding': {
    title: '取舍不一致',
    about: '同一份文件里，尾数有的四舍五入，有的舍去，办法不一。',
    sentence: (f) =>
      `这份文件能看出取舍办法的 ${f.facts.of} 处中，${f.facts.explained} 处按${roundingName[f.facts.usual]}，这一处（${sum(f)}，公布为 ${f.facts.relation.stated.text}）不是。`,
  },
  'duplicate-row': {
    title: '重复的行',
    about: '地区、年度、截至、层级、项目、指标都相同的行出现了两次。',
    sentence: (f) => `与第 ${f.facts.first.line} 行是同一项指标。`,
  },
  'project-count': {
    title: '件数不符',
    about: '公布的实事件数与表里的件数不同。',
    sentence: (f) => `${f.facts.level}实事公布的是 ${f.facts.stated} 件，表里是 ${f.facts.found} 件。`,
  },
  'claim-unsupported': {
    title: '只有说法',
    about: '只有“全部完成”一类说法，没有公布目标，也没有公布百分比；对整份清单的说法也算。',
    sentence: (f) =>
      f.facts.silent === undefined
        ? `只说“${f.facts.claim}”，没有公布目标，也没有公布百分比。`
        : `称“${f.facts.claim}”，但 ${f.facts.of} 件中有 ${f.facts.silent} 件没有公布任何目标、完成率或超目标。`,
  },
  'too-coarse': {
    title: '数字太粗，无从核对',
    about: '完成值只是个大数（可能的最大值与最小值相差 5% 以上），与完成率是否对得上，看不出来。',
    sentence: (f) => {
      const stated = f.facts.relation.stated?.text ?? ''
      return `${printed(f.facts.actual, unitOf(f))}是取舍过的数，实际可以是 ${rangeLike(f.facts.actual, f.facts.stands)}之间的任何数，与 ${stated} 是否对得上，看不出来。`
    },
  },
  'other-rounding': {
    title: '不是四舍五入',
    about: '按四舍五入对不上，要舍去尾数、尾数进一或四舍六入五成双才对得上。',
    sentence: (f) =>
      `${sum(f)}，公布的是 ${f.facts.relation.stated.text}：${roundingName[f.facts.rounding]}才对得上，不是四舍五入。`,
  },
  'target-too-easy': {
    title: '完成率在 200% 以上',
    about: '完成率达到或超过 200%，目标可能定低了。',
    sentence: (f) =>
      `${byFigures(f)}完成目标的 ${f.facts.printed?.text ?? pct(f.facts.completion)}，目标是不是定低了？`,
  },
}
