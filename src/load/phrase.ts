import { trimmedEnd } from '../lib/trimmed.ts'
import { parseFigure } from '../model/figure.ts'

/** What a cell of words and figures says: 完成 9 个，完成率 100% → 9个 and 100%; 新建 30 所 → 30所. */
export interface Phrase {
  /** The one figure, with its hedge, scale and unit; undefined where only a rate stands there. */
  readonly figure: string | undefined
  /** The percentage that calls itself 完成率, 占年度目标 …, if there is one. */
  readonly rate: string | undefined
  /** The words without the figure. */
  readonly words: string
}

/** What the city tables count and measure in; the longer of two that begin alike stands first. */
export const UNITS: readonly string[] =
  `个百分点 百分点 平方公里 平方千米 平方米 立方米 延米 公里 千米 公顷 千瓦时 千瓦 千伏安 吨标准煤 公斤 千克 户次 人次 例次
  工作日 小时 分钟 标段 床位 学位 泊位 车位 座席 单元 村次 班次 元 米 吨 亩 斤 克 人 名 位 户 所 个 座 处 家 条 套 间 台 辆 张 场 次 项
  件 批 片 棵 株 盏 支 只 根 眼 口 门 例 份 部 栋 幢 艘 班 村 宗 起 枚 块 组 对 头 篇 本 册 款 类 种 孔 站 天 ㎡ ㎞ km % ‰`.split(
    /\s+/,
  )
const NUMBER = new RegExp(
  [
    '(约|近|超过|超|逾|不少于|不低于|至少|不超过)?',
    '([+-]?\\d+(?:,\\d{3})*(?:\\.\\d+)?)',
    `(?:(千米|千克|千瓦时?|千伏安)|(余|多)?([十百千万亿]*)(余|多)?(${UNITS.join('|')})?)`,
    '(以上|左右)?',
  ].join(''),
  'g',
)
/** Numbers that say when or which, not how many. */
const WHEN_OR_WHICH =
  /\d{4}\s*年度?(?:\d{1,2}月(?:\d{1,2}日|底|份|末|[上中下]旬)?)?|\d{1,2}月(?:\d{1,2}日|底|份|末|[上中下]旬)|\d{4}-\d{1,2}(?:-\d{1,2})?|第\d+|[A-Za-z]+\d+|\d+(?:[A-JL-Za-jl-z]|号|期|#)/g
/** Stands in no text, and hides what is masked. */
const MASK = '\u0000'
const CALLED_RATE =
  /(?:完成率|完成比例|完成进度|完成度|达成率|占(?:年度|全年|年初)?(?:目标|任务|计划)(?:任务|数|值|总数|总量)?的?)(?:已?达到?|为|是)?[:：]?$/

/** A percentage that stands where the done is told, and is of the target: 已完成95%, 进度达95%. */
const DONE_OF_IT =
  /(?:完成(?:了|到|年度|全年|年初|总)*(?:目标|任务|计划|投资|工程量|工作量)*(?:任务|数|值|总数|总量)?的?|进度)(?:已|约)?(?:达到?|为|是|过)?[:：]?$/

/** Words that make their figure anything but what was done or is to be done. */
const SOMETHING_ELSE =
  /超额|超出|超[目计任]|多完成|少完成|剩|其余|其中|[还尚相]差|差距|缺|欠|不足|不到|不再|没|尚|未(?!成年|来)|待(?:建|开工|完成|验收)|取消|停工|百分之|分之/
/** The same for a figure that is to be what was done: one that is meant, or only tells a change. */
const NOT_DONE_YET =
  /目标|计划|预计|预期|力争|争取|确保|即将|将[于在]|拟|正在|在建|年底前|(?:^|年度|全年|下达|[省市县]定)任务|减少|同比|环比|[较比][上去]年|[较比]同期/
/** 3成 is 30 %, 3倍 no number of things. */
const PART_OR_MULTIPLE = /^[成折倍]/
const CLAUSE_END = /[,;。\n]/

/** Longer cells are read by people. */
const LONGEST = 500

export const isFigure = (cell: string): boolean => typeof parseFigure(cell) === 'object'

/**
 * The figure inside a cell of words: exactly one, besides a percentage that calls itself a completion.
 * Dates (2024年9月底), ordinals (第3批) and names (5G) are no figures.
 * @param of what the figure would be: a target may be 计划完成30个, what was done may not
 * @returns undefined where there is none, or more than one, or where its words make it another one (还差5个)
 */
export function readPhrase(cell: string, of: 'done' | 'target' = 'done'): Phrase | undefined {
  if (cell.length > LONGEST) return undefined
  // 32 and 所 may stand apart; two figures may not grow together.
  const text = cell
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(\d)\s+(?=\D)|(\D)\s+(?=\d)/g, '$1$2')
  const masked = text.replace(WHEN_OR_WHICH, (found) => MASK.repeat(found.length))
  // .5 and 1.2.3 are not what they would be read as.
  if (/(?:^|\D)\.\d|\d\.\d+\.\d/.test(masked)) return undefined
  const all = [...masked.matchAll(NUMBER)]
  const isRate = (before: string) => CALLED_RATE.test(before) || (of === 'done' && DONE_OF_IT.test(before))
  const rates = all.filter((match) => match[7] === '%' && isRate(masked.slice(0, match.index)))
  const [match, ...others] = all.filter((one) => !rates.includes(one))
  if (others.length > 0 || rates.length > 1 || (!match && rates.length === 0)) return undefined
  const figure = match?.[0]
  if (match && (!isFigure(match[0]) || isAnother(masked, match.index, match[0], of))) return undefined
  const beside = match ? text.slice(0, match.index) + text.slice(match.index + match[0].length) : text
  const words = trimmedEnd(beside.replace(/^[\s*★·•、，,]+/, ''), (char) => /[\s，,。；;：:]/.test(char))
  // #DIV/0! and 3±1 have no words that a figure could stand in.
  return words === '' || /\p{Script=Han}/u.test(words) ? { figure, rate: rates[0]?.[0], words } : undefined
}

/** By the clause that a figure stands in: 完成3个，其余正在推进 says 3. */
function isAnother(text: string, at: number, figure: string, of: 'done' | 'target'): boolean {
  const before = text.slice(0, at).split(CLAUSE_END).at(-1) ?? ''
  const [behind = ''] = text.slice(at + figure.length).split(CLAUSE_END)
  if (/\d$/.test(figure) && PART_OR_MULTIPLE.test(behind)) return true
  const clause = `${before}${MASK}${behind}`
  return SOMETHING_ELSE.test(clause) || (of === 'done' && NOT_DONE_YET.test(clause))
}

const CLAIM = /完成|建成|竣工|完工|投用|投入使用|达标|全覆盖|打通|通车|办结|清零|落实到位/
const NO_CLAIM = /\d|未(?!成年)|没|尚|不|正在|部分|基本|推进|力争|预计|计划|即将|拟|中$/

/** Whether words without any number say that it was done: 全部完成, 已建成投用. */
export const isClaim = (cell: string): boolean => CLAIM.test(cell) && !NO_CLAIM.test(cell)

/** What people write where there is nothing to write. */
export const isDash = (cell: string): boolean => /^[-—–－−/／\\]+$/.test(cell)
