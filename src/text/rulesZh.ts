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
    sentence: (f) => `${sum(f)}，公布的却是 ${f.facts.relation.stated.text}：一个达到目标，一个没有达到。`,
  },
  'completion-mismatch': {
    title: '完成率对不上',
    sentence: mismatch,
  },
  'excess-mismatch': {
    title: '超目标对不上',
    sentence: mismatch,
  },
  'share-mismatch': {
    title: '占比对不上',
    sentence: mismatch,
  },
  'growth-mismatch': {
    title: '同比对不上',
    sentence: mismatch,
  },
  'points-not-percent': {
    title: '百分点与百分比混用',
    sentence: (f) =>
      f.facts.relation.kind === 'excess'
        ? `${sum(f)}；公布的 ${f.facts.relation.stated.text} 实为百分比（比目标${sign(f.facts.instead) < 0 ? '低' : '高'} ${pct(absolute(f.facts.instead), placesOf(f))}），不是百分点。`
        : `${sum(f)}；公布的 ${f.facts.relation.stated.text} 实为百分点（相差 ${percentText(absolute(f.facts.instead), placesOf(f))} 个百分点），不是百分比。`,
  },
  'no-whole-target': {
    title: '没有对得上的整数目标',
    sentence: (f) =>
      `完成 ${printed(f.facts.actual, unitOf(f))}、完成率 ${f.facts.completion.text}，推算目标在 ${rangeLike(f.facts.actual, f.facts.range)}之间，其中没有整数。`,
  },
  'claim-contradicted': {
    title: '说法与数字相反',
    sentence: (f) =>
      f.facts.projects.length > 0
        ? `称“${f.facts.claim}”，但有没达到目标的：${f.facts.projects.join('、')}。`
        : f.facts.coverage
          ? `称“${f.facts.claim}”，公布的却是 ${printed(f.facts.coverage, '%')}。`
          : `称“${f.facts.claim}”，但数字没有达到目标${f.facts.missed ? `（${byFigures(f, '')}${pct(f.facts.missed)}）` : ''}。`,
  },
  'unit-differs': {
    title: '单位不能相比',
    sentence: (f) =>
      `完成值的单位是“${f.facts.actual.unit}”，${{ target: '目标值', base: '基数', previous: '上期值', excess: '超目标' }[f.facts.member]}的单位是“${f.facts.other.unit}”，不能相比。`,
  },
  unreadable: {
    title: '读不出的格',
    sentence: (f) => `第 ${f.facts.issue.line} 行${issueText(f.facts.issue)}`,
  },
  'below-target': {
    title: '低于目标',
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
    sentence: (f) => `${printed(f.facts.figure, '%')} 超过 100%，而部分不会多于整体。分母是按什么口径算的？`,
  },
  'odd-implied-target': {
    title: '推算的目标不合常理',
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
    sentence: (f) => `完成的依据只有开工率 ${printed(f.facts.figure, '%')}。开工了，完成了吗？`,
  },
  'percent-or-points': {
    title: '百分比还是百分点',
    sentence: (f) => {
      const size = unsigned(f.facts.growth)
      const [more, up] = f.facts.growth.value.n < 0n ? ['少', '下降'] : ['多', '提高']
      return `比率${up} ${size}：是比原来${more} ${size}，还是${up} ${size.replace(/[%％]$/, '')} 个百分点？`
    },
  },
  'capped-at-100': {
    title: '完成率封顶',
    sentence: (f) =>
      `${sum(f)}，公布的完成率却恰好是 ${f.facts.relation.stated.text}。是超额也只记 100% 吗？`,
  },
  'parts-do-not-sum': {
    title: '各地合计与总数不符',
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
    sentence: (f) =>
      `截至 ${day(f.row?.cells.as_of)}公布 ${printed(f.facts.actual, unitOf(f))}，比截至 ${day(f.facts.earlier.cells.as_of)}的 ${printed(f.facts.before, f.facts.earlier.cells.unit)}少。是口径变了，还是有一次写错了？`,
  },
  'target-moved': {
    title: '目标前后不一',
    sentence: (f) =>
      `截至 ${day(f.row?.cells.as_of)}的目标${moved(f.facts.now, unitOf(f))}，截至 ${day(f.facts.earlier.cells.as_of)}的${moved(f.facts.before, f.facts.earlier.cells.unit)}。目标调整过吗？`,
  },
  'mixed-rounding': {
    title: '取舍不一致',
    sentence: (f) =>
      `这份文件能看出取舍办法的 ${f.facts.of} 处中，${f.facts.explained} 处按${roundingName[f.facts.usual]}，这一处（${sum(f)}，公布为 ${f.facts.relation.stated.text}）不是。`,
  },
  'duplicate-row': {
    title: '重复的行',
    sentence: (f) => `与第 ${f.facts.first.line} 行是同一项指标。`,
  },
  'project-count': {
    title: '件数不符',
    sentence: (f) => `${f.facts.level}实事公布的是 ${f.facts.stated} 件，表里是 ${f.facts.found} 件。`,
  },
  'claim-unsupported': {
    title: '只有说法',
    sentence: (f) =>
      f.facts.silent === undefined
        ? `只说“${f.facts.claim}”，没有公布目标，也没有公布百分比。`
        : `称“${f.facts.claim}”，但 ${f.facts.of} 件中有 ${f.facts.silent} 件没有公布任何目标、完成率或超目标。`,
  },
  'too-coarse': {
    title: '数字太粗，无从核对',
    sentence: (f) => {
      const stated = f.facts.relation.stated?.text ?? ''
      return `${printed(f.facts.actual, unitOf(f))}是取舍过的数，实际可以是 ${rangeLike(f.facts.actual, f.facts.stands)}之间的任何数，与 ${stated} 是否对得上，看不出来。`
    },
  },
  'other-rounding': {
    title: '不是四舍五入',
    sentence: (f) =>
      `${sum(f)}，公布的是 ${f.facts.relation.stated.text}：${roundingName[f.facts.rounding]}才对得上，不是四舍五入。`,
  },
  'target-too-easy': {
    title: '完成率在 200% 以上',
    sentence: (f) =>
      `${byFigures(f)}完成目标的 ${f.facts.printed?.text ?? pct(f.facts.completion)}，目标是不是定低了？`,
  },
}
