import type { CatalogueEntry } from '../src/model/dataSet.ts'
import type { Finding, RuleId } from '../src/model/finding.ts'
import { type Cells, reviewOf } from './build.ts'

interface Case {
  readonly rows: readonly Cells[]
  readonly entry?: Partial<CatalogueEntry>
}
const rows = (...cells: Cells[]): Case => ({ rows: cells })

/** Rows that make each rule speak, once for every shape that its facts can have. */
export const CASES: Readonly<Record<RuleId, readonly Case[]>> = {
  'crosses-target': [rows({ 完成值: '2400', 单位: '人', 目标值: '2500', 完成率: '101%' })],
  'completion-mismatch': [
    rows({ 完成值: '1078', 单位: '户', 目标值: '不少于8166', 完成率: '2.89%' }),
    rows({ 完成值: '58.85万', 单位: '人次', 目标值: '28万', 完成率: '150%' }),
  ],
  'excess-mismatch': [
    rows({ 完成值: '106', 单位: '%', 目标值: '65', 超目标: '31个百分点' }),
    rows({ 完成值: '58.85', 单位: '万人次', 目标值: '28', 超目标: '20万人次' }),
    rows({ 完成值: '95', 单位: '%', 目标值: '99', 超目标: '-2个百分点' }),
  ],
  'share-mismatch': [rows({ 完成值: '860', 单位: '个', 基数: '937', 占比: '81.78%' })],
  'growth-mismatch': [
    rows({ 完成值: '120', 单位: '人', 上期值: '100', 同比: '30%' }),
    rows({ 完成值: '95', 单位: '%', 上期值: '90', 同比: '9个百分点' }),
    rows({ 完成值: '80', 单位: '人', 上期值: '100', 同比: '-30%' }),
  ],
  'points-not-percent': [
    rows({ 完成值: '90', 单位: '%', 目标值: '60', 超目标: '50个百分点' }),
    rows({ 完成值: '95', 单位: '%', 上期值: '80', 同比: '15%' }),
  ],
  'no-whole-target': [rows({ 完成值: '3', 单位: '所', 完成率: '145%' })],
  'claim-contradicted': [
    rows({ 完成率: '96%', 声明: '全部完成' }),
    rows({ 完成值: '96', 单位: '%', 超目标: '-2个百分点', 声明: '全部完成' }),
    rows({ 完成值: '5', 单位: '个', 占比: '91%', 声明: '全覆盖' }),
    { rows: [{ 完成率: '96%' }, { 项目: '乙', 完成率: '90%' }], entry: { claim: '全部完成' } },
  ],
  'unit-differs': [
    rows({ 完成值: '5', 单位: '人', 目标值: '4公里' }),
    rows({ 完成值: '5', 单位: '人', 基数: '4公里' }),
    rows({ 完成值: '5', 单位: '人', 上期值: '4户' }),
    rows({ 完成值: '5', 单位: '人', 超目标: '4个百分点' }),
  ],
  unreadable: [
    rows({ 完成值: '若干' }),
    rows({ 完成值: '3和4' }),
    rows({ 完成值: '3', 项目: '' }),
    rows({ 完成值: '3', 指标: '' }),
    rows({}),
  ],
  'below-target': [
    rows({ 完成率: '96%' }),
    rows({ 完成值: '2499', 单位: '人', 目标值: '2500' }),
    rows({ 完成值: '95', 单位: '%', 超目标: '-2个百分点' }),
    rows({ 完成值: '95', 单位: '%', 目标值: '97' }),
    rows({ 截至: '2023-06', 完成率: '20%' }),
  ],
  'share-over-100': [
    rows({ 完成值: '106', 单位: '%', 口径: '覆盖' }),
    rows({ 完成值: '5', 单位: '个', 占比: '106%' }),
  ],
  'odd-implied-target': [
    rows({ 完成值: '27.83', 单位: '万人', 完成率: '154%' }),
    rows({ 完成值: '90.88', 单位: '%', 超目标: '15.5个百分点' }),
    rows({ 完成值: '90.88', 单位: '%', 完成率: '120.50%' }),
  ],
  'started-not-finished': [rows({ 完成值: '32', 单位: '所', 占比: '100%', 口径: '开工' })],
  'percent-or-points': [
    rows({ 指标: '管理率', 同比: '3.2%' }),
    rows({ 指标: '发病率', 同比: '-3.2%' }),
    rows({ 完成值: '95', 单位: '%', 同比: '3.2%' }),
  ],
  'capped-at-100': [rows({ 完成值: '120', 单位: '人', 目标值: '100', 完成率: '100%' })],
  'mixed-rounding': [
    rows(
      { 指标: '甲', 完成值: '736', 单位: '人', 目标值: '4000', 完成率: '18.4%' },
      { 指标: '乙', 完成值: '37', 单位: '所', 目标值: '180', 完成率: '20.5%' },
      { 指标: '丙', 完成值: '37', 单位: '所', 目标值: '180', 完成率: '20.6%' },
    ),
  ],
  'duplicate-row': [rows({ 完成值: '3' }, { 完成值: '3' })],
  'project-count': [{ rows: [{ 完成值: '3' }], entry: { projects: { 市定: 2 } } }],
  'claim-unsupported': [
    rows({ 完成值: '4', 单位: '条', 声明: '全部打通' }),
    { rows: [{ 完成率: '100%' }, { 项目: '乙', 完成值: '4' }], entry: { claim: '2 件全部完成' } },
  ],
  'too-coarse': [
    rows({ 完成值: '2', 单位: '万人', 完成率: '108.3%' }),
    rows({ 完成值: '2', 单位: '万人', 目标值: '1.8万人', 完成率: '111.1%' }),
  ],
  'other-rounding': [
    rows({ 完成值: '37', 单位: '所', 目标值: '180', 完成率: '20.5%' }),
    rows({ 完成值: '38', 单位: '所', 目标值: '180', 完成率: '21.2%' }),
    rows({ 完成值: '1089', 单位: '所', 目标值: '400', 完成率: '272.2%' }),
  ],
  'target-too-easy': [rows({ 完成率: '272%' }), rows({ 完成值: '500', 单位: '人', 目标值: '200' })],
}

/** What a rule finds in one of its cases. */
export const found = (rule: RuleId, { rows: cells, entry = {} }: Case): readonly Finding[] =>
  reviewOf(cells, entry).findings.filter((finding) => finding.rule === rule)
