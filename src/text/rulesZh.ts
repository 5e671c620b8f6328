import { percentText } from '../lib/format.ts'
import { absolute, type Rational, sign } from '../lib/rational.ts'
import type { Issue } from '../model/dataSet.ts'
import { percentGone } from '../model/date.ts'
import type { FindingFor, MovedTarget, RuleId } from '../model/finding.ts'
import { arithmetic, isCutTo, like, printed, rangeLike, unsigned } from './figures.ts'

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

/** 印作 6万人 / 推算 27.9万—28.1万人 */
const moved = ({ printed: figure, stands, like: pattern }: MovedTarget, unit: string) =>
  figure ? `印作 ${printed(figure, unit)}` : `推算 ${rangeLike(pattern, stands)}`

const sum = (finding: Parameters<typeof arithmetic>[0]) => arithmetic(finding, ' 个百分点')

export const roundingName = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  truncate: '截尾',
  up: '进一',
  mixed: '几种取舍混用',
}

export const rules: RulesText = {
  'crosses-target': {
    title: '达到与否说反了',
    about: '印出的完成率与印出的完成值、目标值分在 100% 两边，怎样取舍都合不到一起。',
    sentence: (f) => `${sum(f)}，印的却是 ${f.facts.relation.stated.text}：一个说达到了，一个说没有。`,
  },
  'completion-mismatch': {
    title: '完成率算不对',
    about: '完成值 ÷ 目标值，无论四舍五入、截尾还是进一，都印不出这个完成率。',
    sentence: (f) => `${sum(f)}，印的却是 ${f.facts.relation.stated.text}，怎样取舍都得不到。`,
  },
  'excess-mismatch': {
    title: '超目标算不对',
    about: '完成值 − 目标值，怎样取舍都印不出这个差。',
    sentence: (f) => `${sum(f)}，印的却是 ${f.facts.relation.stated.text}，怎样取舍都得不到。`,
  },
  'share-mismatch': {
    title: '占比算不对',
    about: '完成值 ÷ 基数，怎样取舍都印不出这个占比。',
    sentence: (f) => `${sum(f)}，印的却是 ${f.facts.relation.stated.text}，怎样取舍都得不到。`,
  },
  'growth-mismatch': {
    title: '同比算不对',
    about: '完成值 ÷ 上期值 − 1，怎样取舍都印不出这个同比。',
    sentence: (f) => `${sum(f)}，印的却是 ${f.facts.relation.stated.text}，怎样取舍都得不到。`,
  },
  'points-not-percent': {
    title: '百分点与百分比混了',
    about: '印作百分点的差不成立，按百分比算却正好；或者印作百分比的升降不成立，按百分点算却正好。',
    sentence: (f) =>
      f.facts.relation.kind === 'excess'
        ? `${sum(f)}；印的 ${f.facts.relation.stated.text} 是百分比（相对目标${sign(f.facts.instead) < 0 ? '低' : '高'} ${pct(absolute(f.facts.instead), placesOf(f))}），不是百分点。`
        : `${sum(f)}；印的 ${f.facts.relation.stated.text} 是百分点（相差 ${percentText(absolute(f.facts.instead), placesOf(f))} 个），不是百分比。`,
  },
  'no-whole-target': {
    title: '没有整数目标能对上',
    about: '一件一件数的东西，目标应是整数；没有哪个整数能印出这个完成率。',
    sentence: (f) =>
      `完成 ${printed(f.facts.actual, unitOf(f))}、完成率 ${f.facts.completion.text}，目标须在 ${rangeLike(f.facts.actual, f.facts.range)} 之间，其中没有整数。`,
  },
  'claim-contradicted': {
    title: '说法与数字相反',
    about: '说全部完成、提前完成、全覆盖，旁边的数字却没有达到目标。',
    sentence: (f) =>
      f.facts.projects.length > 0
        ? `称“${f.facts.claim}”，可是有没达到目标的：${f.facts.projects.join('、')}。`
        : f.facts.coverage
          ? `称“${f.facts.claim}”，印的却是 ${printed(f.facts.coverage, '%')}。`
          : `称“${f.facts.claim}”，数字却没有达到目标${f.facts.missed ? `（${pct(f.facts.missed)}）` : ''}。`,
  },
  'unit-differs': {
    title: '单位不能相比',
    about: '完成值与目标值、基数、上期值或差距的单位不是一回事，不能相除相减。',
    sentence: (f) =>
      `完成值以“${f.facts.actual.unit}”计，${{ target: '目标值', base: '基数', previous: '上期值', excess: '超目标' }[f.facts.member]}以“${f.facts.other.unit}”计，不能相比。`,
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
      if (gone && completion) return `完成目标的 ${pct(completion)}，而全年已过去 ${pct(percentGone(gone))}。`
      if (completion && f.row?.lowerIsBetter) return `越低越好，却是目标的 ${pct(completion)}。`
      if (completion) return `只完成目标的 ${pct(completion)}。`
      const figures =
        actual && target ? `${printed(actual, unitOf(f))}，目标 ${printed(target, unitOf(f))}：` : ''
      return excess ? `${figures}与目标相差 ${unsigned(excess, unitOf(f))}。` : `${figures}没有达到目标。`
    },
  },
  'share-over-100': {
    title: '部分多于整体',
    about: '覆盖率、合格率、开工率、完工率这类“部分占整体”的比率超过 100%。',
    sentence: (f) => `${printed(f.facts.figure, '%')} 超过了 100%，而部分不会多于整体。分母按什么口径算的？`,
  },
  'odd-implied-target': {
    title: '推算的目标不像目标',
    about:
      '由完成值和完成率倒推，任何两位数以内的整目标都不行，除非完成率是截尾得来的；或者比率的目标不是整数百分比。',
    sentence: (f) => {
      const { facts } = f
      const { actual, stated, implied } = facts.relation
      if (!actual || !stated) return ''
      const unit = unitOf(f)
      if (facts.rate)
        return `${printed(actual, '%')} ${f.facts.relation.kind === 'excess' ? '−' : '÷'} ${stated.text} ⇒ 目标在 ${rangeLike(actual, implied.interval)} 之间，其中没有整数百分比。目标究竟是多少？`
      const bare = { ...actual, unit: '' }
      return `目标若是 ${like(bare, facts.round)}，${printed(actual, unit)} ÷ ${like(bare, facts.round)} = ${pct(facts.gives, stated.decimals + 1)}，应印 ${pct(facts.gives, stated.decimals)}，${isCutTo(facts.gives, stated) ? '' : '完成值取舍之前的原数'}截尾才得 ${stated.text}。目标究竟是多少？`
    },
  },
  'started-not-finished': {
    title: '开工不等于完成',
    about: '说明完成情况的只有一个开工率。',
    sentence: (f) => `唯一的依据是开工率 ${f.facts.figure.text}。开工了，完成了吗？`,
  },
  'percent-or-points': {
    title: '百分比还是百分点',
    about: '一个比率提高或下降了 N%，没有印出前后两个数，说的可能是相对变化，也可能是百分点。',
    sentence: (f) =>
      `一个比率${f.facts.growth.value.n < 0n ? '下降' : '提高'} ${unsigned(f.facts.growth)}：是相对变化，还是百分点？`,
  },
  'capped-at-100': {
    title: '完成率封顶',
    about: '完成值高于目标值，完成率却恰好印作 100%；有的单位超额也只记 100%。',
    sentence: (f) => `${sum(f)}，完成率却恰好印作 ${f.facts.relation.stated.text}。是封顶了吗？`,
  },
  'parts-do-not-sum': {
    title: '各地合计与总数不符',
    about:
      '一个地区的数与它下辖各地的数，怎样取舍都加不到一起；比总数少的，只在同一批地区别处加得上时才算；印了分母的百分比折算后再加。',
    sentence: (f) => {
      const { whole, amount, parts, sum: added, all } = f.facts
      const total = `${parts.length} 个${all ? '' : '已列出的'}下辖地区合计 ${rangeLike(whole, added)}`
      if (amount)
        return `按百分比折算，${total}，${f.row?.cells.region ?? ''}却折合 ${rangeLike(whole, amount)}。`
      return `${total}，${f.row?.cells.region ?? ''}却印作 ${printed(whole, unitOf(f))}。`
    },
  },
  'falls-back': {
    title: '累计数倒退',
    about: '同一年里，后一个日期的累计数比前一个日期的少。',
    sentence: (f) =>
      `${f.row?.cells.as_of ?? ''} 印作 ${printed(f.facts.actual, unitOf(f))}，比 ${f.facts.earlier.cells.as_of} 的 ${printed(f.facts.before, f.facts.earlier.cells.unit)}少。是口径变了，还是哪一次印错了？`,
  },
  'target-moved': {
    title: '目标前后不一',
    about: '同一层级、同一年、同一项指标，不同日期或文件里印出的或推算的目标对不到一起。',
    sentence: (f) =>
      `${f.row?.cells.as_of ?? ''} 的目标${moved(f.facts.now, unitOf(f))}，${f.facts.earlier.cells.as_of} 的${moved(f.facts.before, f.facts.earlier.cells.unit)}。目标改过吗？`,
  },
  'mixed-rounding': {
    title: '取舍不一致',
    about: '同一份文件里，各处用了不同的取舍办法。',
    sentence: (f) =>
      `这份文件 ${f.facts.of} 处里有 ${f.facts.explained} 处按${roundingName[f.facts.usual]}，这一处（${sum(f)}，印作 ${f.facts.relation.stated.text}）不是。`,
  },
  'duplicate-row': {
    title: '重复的行',
    about: '地区、年度、截至、层级、项目、指标都相同的行出现了两次。',
    sentence: (f) => `与第 ${f.facts.first.line} 行是同一项指标。`,
  },
  'project-count': {
    title: '件数不符',
    about: '目录里说有几件实事，表里却是另一个数。',
    sentence: (f) => `${f.facts.level}实事称有 ${f.facts.stated} 件，表里是 ${f.facts.found} 件。`,
  },
  'claim-unsupported': {
    title: '只有说法',
    about: '只用话说完成了，没有印目标，也没有印百分比；对整份清单的说法也算。',
    sentence: (f) =>
      f.facts.silent === undefined
        ? `只说“${f.facts.claim}”，没有印目标，也没有印百分比。`
        : `称“${f.facts.claim}”，但 ${f.facts.of} 件中有 ${f.facts.silent} 件没有印出任何目标、完成率或差距。`,
  },
  'too-coarse': {
    title: '印得太粗，无从核对',
    about: '完成值取舍得太粗（上下相差 5% 以上），对不对得上完成率看不出来。',
    sentence: (f) => {
      const stated = f.facts.relation.stated?.text ?? ''
      return `${printed(f.facts.actual, unitOf(f))} 可以是 ${rangeLike(f.facts.actual, f.facts.stands)} 中的任何数，与 ${stated} 对不对得上，看不出来。`
    },
  },
  'other-rounding': {
    title: '不是四舍五入',
    about: '按四舍五入对不上，要截尾、进一或四舍六入五成双才对得上。',
    sentence: (f) =>
      `${sum(f)}，印作 ${f.facts.relation.stated.text}：按${roundingName[f.facts.rounding]}才得。`,
  },
  'target-too-easy': {
    title: '完成到两倍以上',
    about: '完成率达到或超过 200%，目标可能定低了。',
    sentence: (f) => `完成了目标的 ${f.facts.printed?.text ?? pct(f.facts.completion)}，目标是不是定低了？`,
  },
}
