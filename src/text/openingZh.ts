import type { ColumnKey } from '../model/dataSet.ts'
import type { GuessReason, LeftOutReason } from '../model/layout.ts'
import type { Refusal } from '../model/refusal.ts'

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1 << 20))} MB`

/** 为什么一个文件打不开，以及该怎么办：一句话。 */
const refusal = (why: Refusal): string => {
  switch (why.reason) {
    case 'empty':
      return '文件是空的，一个字也没有。'
    case 'picture':
      return `这是一张图片（${why.format}），不是表格。看板不识别图里的字，请找原来的表格文件。`
    case 'pdf':
      return '这是 PDF。请找原来的表格文件，或把其中的表复制到 Excel 或 WPS 里，存为 .xlsx。'
    case 'old-workbook':
      return `这是 .${why.format} 工作簿。用 Excel 或 WPS 打开，“另存为”选 Excel 工作簿（.xlsx），再打开存好的那一份。`
    case 'document':
      return `这是 ${why.format} 文档，不是表格。请把其中的表复制到 Excel 或 WPS 里，存为 .xlsx，或复制后直接粘贴到这里。`
    case 'markup':
      return '这是网页或 XML，只是名字像表格。用 Excel 或 WPS 打开，“另存为”选 Excel 工作簿（.xlsx）。'
    case 'archive':
      return `这是压缩包（${why.format}），请先解压，再打开里面的表格。`
    case 'encrypted':
      return '这个工作簿有打开密码。用 Excel 或 WPS 打开，去掉密码再存一份。'
    case 'too-large':
      return `文件太大：${megabytes(why.size)}，一次最多读 ${megabytes(why.limit)}。工作簿请另存为 CSV，或分成几份。`
    case 'too-many-columns':
      return `表有 ${why.columns} 列，最多读 ${why.limit} 列。看看行和列是不是颠倒了。`
    case 'no-text':
      return '读不出文字：不是 UTF-8、UTF-16 或 GB18030 编码的文本，也不是 .xlsx 工作簿。'
    case 'no-table':
      return '里面没有表格：至少要有两列。'
    case 'no-rows':
      return '只有表头，没有一行数据。'
    case 'broken-workbook':
      return '工作簿已损坏或不完整，读不出来。用 Excel 或 WPS 打开修复，另存一份，或重新下载。'
  }
}

const columns: Readonly<Record<ColumnKey, string>> = {
  region: '地区；下级地区用 / 隔开，如 南阳市/镇平县',
  year: '目标所属的年度',
  as_of: '数据截至哪一天：2023-12-20、2023-12 或 2023',
  no: '项目在清单里的序号',
  project: '项目名称，必填',
  level: '谁定的目标：国定、省定、市定、县定',
  domain: '所属领域',
  owner: '牵头单位；没有就空着',
  indicator: '数的是什么，必填',
  actual: '公布的数，照抄：1007.8、58.85万、约78.88',
  unit: '单位；数里没写的“万”“亿”写在这里，如 万人次',
  target: '公布的目标；没有公布就空着，不要自己推算',
  completion: '完成值 ÷ 目标值，照抄：100% 与 100.0% 不是一回事',
  excess: '完成值 − 目标值，带正负号；比率写百分点',
  base: '整体的数，完成值是它的一部分',
  share: '完成值 ÷ 基数',
  previous: '上年同期或上一期的数',
  growth: '完成值 ÷ 上期值 − 1',
  basis: '百分比说的是什么：完成、开工、覆盖……；空着就是完成',
  direction: '+ 越多越好（空着也是），- 越少越好',
  claim: '用文字说的结论：全部完成、全覆盖、提前完成',
  source: '文件、日期和其中的位置',
  note: '其他要说的',
}

const leftOut: Readonly<Record<LeftOutReason, string>> = {
  title: '标题',
  header: '表头',
  section: '小标题',
  total: '合计',
  note: '注',
}

const guessed: Readonly<Record<GuessReason, string>> = {
  name: '列名相同',
  alias: '列名常这样叫',
  cells: '看下面的内容像',
}

export const openingZh = {
  refusal,
  /** 行与列之外的记录。 */
  leftOut,
  leftOutTitle: (n: string) => `没有当作数据的 ${n} 行`,
  leftOutMore: (n: string) => `再列 ${n} 行`,
  leftOutColumns: { line: '行', why: '当作', text: '原文' },
  guessed,
  template: {
    file: '民生实事模板',
    download: (kind: string) => `下载模板（${kind}）`,
    sheet: '民生实事',
    notes: '说明',
    heads: { column: '列名', alias: '英文列名', about: '怎么填', required: '必填' },
    required: '是',
    requiredFigure: '数或声明至少一个',
    columns,
  },
}

export type OpeningWords = typeof openingZh
