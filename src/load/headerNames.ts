import { COLUMNS, type ColumnKey } from '../model/dataSet.ts'
import { isUnit } from './cellsBeneath.ts'

/**
 * What cities call the contract's columns, the surest first. A name may stand under several keys (单位 is a unit or an
 * office, 目标任务 a target or a task): the cells beneath decide. Names are compared without spaces, signs and brackets.
 */
const ALIASES: Readonly<Partial<Record<ColumnKey, string>>> = {
  region: `区县 县区 县市区 区市县 市县 县市 市州 州市 地市 市 区域 城市 行政区 行政区划 行政区域 所属地区 所属区域 辖区 乡镇 街道 镇街
    乡镇街道 地区名称 单位名称`,
  year: '年份 目标年度 所属年度 实施年度 计划年度 任务年度',
  as_of: `截止 截至日期 截止日期 截至时间 截止时间 数据截至 数据截止 数据截至日期 数据截止日期 数据截止时间 统计时间 统计日期 统计截至
    统计截止时间 数据时间 数据日期 填报日期 填报时间 更新时间 时点 日期`,
  no: '序 编号 项目序号 项目编号 序次 No',
  project: `项目名称 民生实事项目 民生实事 实事项目 实事项目名称 民生实事项目名称 实事名称 民生项目 民生项目名称 民生工程 重点民生实事
    工程名称 事项名称 事项 实事 任务名称 工作任务 重点工作 重点任务 工作事项 行动 行动名称 工程项目 目标项目 任务 年度任务 年度目标任务
    目标任务 主要任务`,
  level: '级别 项目级别 项目层级 任务层级 任务来源 目标层级',
  domain: '类别 项目类别 分类 类型 项目类型 所属领域 民生领域 板块 大类 工作领域 所属类别',
  owner: `牵头单位 责任部门 主管部门 牵头部门 牵头责任单位 市级牵头单位 责任主体 实施单位 实施主体 承办单位 主责单位 负责单位 主办单位
    完成单位 主要责任单位 市直牵头单位 牵头单位责任单位 部门 单位 责任单位牵头单位`,
  indicator: `指标名称 主要指标 考核指标 具体指标 目标指标 指标内容 建设内容 主要内容 工作内容 任务内容 项目内容 具体任务 具体内容
    主要建设内容 建设内容及规模 子项目 分项 工作目标 目标内容 目标任务 工作任务 任务名称 年度目标任务 年度任务`,
  actual: `完成数 实际完成 实际完成数 实际完成值 实际完成量 累计完成 累计完成数 累计完成值 累计完成量 完成量 已完成 已完成数 已完成量 目前完成
    完成情况 实际完成情况 目前完成情况 年度完成情况 任务完成情况 目标完成情况 完成任务数 实际值 实绩 本期值 本期数 完成工作量 累计开工数
    开工数 建成数 完成进度 当前进度 工作进度 进度 进展情况 工作进展 进展 实施进展 目前进展 工作进展情况 完成`,
  unit: '计量单位 数量单位 指标单位',
  target: `目标 目标数 目标量 年度目标 年度目标值 全年目标 全年目标值 年度目标数 目标任务 目标任务数 年度目标任务 任务目标 计划目标 年初目标
    任务数 年度任务 年度任务数 全年任务 全年任务数 任务量 任务值 计划任务 计划任务数 计划 计划数 计划值 计划量 年度计划 年度计划数 全年计划
    计划完成 计划完成数 计划完成值 省定目标 市定目标 省定任务 市定任务 下达任务 下达任务数 工作目标 任务`,
  completion: `完成比例 完成百分比 完成进度 完成度 达成率 目标完成率 任务完成率 年度目标完成率 年度完成率 全年完成率 计划完成率 占年度目标
    占年度任务 占年度计划 占目标 占任务 占全年目标 占全年任务 占年度目标比例 占年度任务比例 占年度目标任务 占年度目标百分比 占全年任务比例
    完成年度目标 完成年度任务 完成率% 进度 工作进度 当前进度 完成情况 累计完成率 目标任务完成率 投资完成率`,
  excess: '超额 超额完成 与目标差 与目标差距 与目标相差 差额 超欠 超任务 超额完成数',
  base: '总数 总量 总计数 应完成数 应覆盖数',
  share: '比重 比例 覆盖率 开工率 完工率 竣工率 建成率 合格率 达标率 参保率 普及率 入住率 使用率',
  previous:
    '上年同期 去年同期 上年同期数 去年同期数 上年同期值 去年同期值 同期 同期数 同期值 上期 上期数 上年 去年 上年值 上年完成 去年完成',
  growth:
    '同比增长 同比增幅 同比增速 同比增减 同比增长率 增幅 增速 增长率 增长 同比变化 较上年增长 比上年增长 同比%',
  basis: '统计口径 指标口径',
  direction: '指标方向',
  claim: '完成状态 是否完成 完成与否 完成结论 状态 完成评价',
  source: '数据来源 来源 资料来源 依据 文件依据 来源文件 文件来源 政策依据',
  note: '说明 备考 其他说明 备注说明 情况说明 有关说明',
}

/** No name of a column is longer; a whole text in its place would take a bracket search ages. */
const LONGEST_NAME = 100

/** Without spaces, signs, and what stands in brackets: ` 完成值（万元）：` → 完成值. */
export const plainName = (name: string): string =>
  name
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/g, '')
    .replace(/[\s:*★·、/\\_.％%-]/g, '')
    .toLowerCase()

/** A share under one of these names speaks of it: 开工率 → 口径 开工. */
export const basisOf = (name: string): string | undefined =>
  /(开工|完工|竣工|建成|覆盖|合格|达标|参保|普及|入住|使用)率$/.exec(plainName(name))?.[1]

export interface Meaning {
  readonly key: ColumnKey
  /** 0: the contract's own name; from 1 on, how far back it stands among the aliases. */
  readonly rank: number
  /** A time stands before its name, up to which its figures run. */
  readonly isUpTo?: boolean
}

const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = meanings()

function meanings(): Map<string, Meaning[]> {
  const found = new Map<string, Meaning[]>()
  for (const [key, name] of COLUMNS) {
    const aliases = (ALIASES[key] ?? '').split(/\s+/).filter((alias) => alias !== '')
    for (const [rank, one] of [name, ...aliases].entries()) add(one, { key, rank })
    add(key, { key, rank: 0 })
  }
  return found
  function add(name: string, meaning: Meaning) {
    const plain = plainName(name)
    found.set(plain, [...(found.get(plain) ?? []), meaning])
  }
}

/**
 * Up to which day a column's figures run, said before its name: 1—10月完成情况, 截至9月底累计完成, 前三季度完成率. Those of
 * one month, or of 二季度 alone, do not run from the year's beginning.
 */
const SPAN =
  /^(?:20\d{2}年)?(?:截[至止](?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|[份底末])?|1月?[-—–~～至到]\d{1,2}月(?:份|底|末)?|前\d{1,2}个?月|\d{1,2}月[底末]|上半年|(?:前[一二三四1-4]|[一1])季度末?|[二三四2-4]季度末)/

/**
 * What a column of this name may be, the contract's own meaning first. With a time before it, it is no name of the
 * contract's; and what was to be done up to some month is no target of the year.
 */
export function meaningsOf(name: string): readonly Meaning[] {
  const own = MEANINGS.get(plainName(name))
  if (own) return own
  const spanless = name.slice(0, LONGEST_NAME).normalize('NFKC').replace(/\s/g, '').replace(SPAN, '')
  const found = MEANINGS.get(plainName(spanless)) ?? []
  if (found.some(({ key }) => key === 'target')) return []
  return found.map(({ key, rank }) => ({ key, rank: Math.max(1, rank), isUpTo: true }))
}

/** What a header says in brackets of the unit: 完成投资（万元） → 万元; （截至9月底）, （累计） and （全年） are none. */
export function unitInName(name: string): string | undefined {
  const text = name.slice(0, LONGEST_NAME).replace(/\s/g, '')
  const brackets = [...text.matchAll(/[(（](?:单位[:：]?)?([^()（）]{1,8})[)）]/g)]
  return brackets.map(([, inside = '']) => inside).find(isUnit)
}
