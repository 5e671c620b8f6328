import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

/** The data set as it lies in the repository: what the page must show is told from here, not from the page's code. */
export const FILE = readFileSync(join(import.meta.dirname, '../../data/nanyang-2023.csv'))
export const TITLE = '南阳市 2023 年重点民生实事'
export const DATE = '2023-12-20'

export type Cells = Readonly<Record<string, string>>

/** Rows of a CSV text, a byte-order mark apart, by the names of their columns. */
export const rowsOf = (text: string): Cells[] =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data

export const ROWS = rowsOf(FILE.toString('utf8'))
/** What the other documents say. */
export const RELATED_ROWS = rowsOf(readFileSync(join(import.meta.dirname, '../../data/context.csv'), 'utf8'))
export const RELATED_SOURCE = '南阳市对人大建议、政协提案的四份答复，2024-06-24 至 2025-10-17'
/** All that the site offers, as the catalogue says it. */
export const OFFERS: readonly Cells[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/catalogue.json'), 'utf8'),
)
export const rowsOfOffer = (file: string): Cells[] =>
  rowsOf(readFileSync(join(import.meta.dirname, '../../data', file), 'utf8'))
/** Printed numbers of the projects, in their printed order. */
export const NUMBERS = [...new Set(ROWS.map((row) => row.序号 as string))]
export const rowsIn = (no: string): Cells[] => ROWS.filter((row) => row.序号 === no)
export const numbersWhere = (test: (row: Cells) => boolean): string[] => [
  ...new Set(ROWS.filter(test).map((row) => row.序号 as string)),
]

/** The figures to ask about, as the issue lists them. */
export const ASKED = [
  '新增技能人才',
  '开工建设寄宿制小学',
  '适老化改造',
  '免费产前超声筛查覆盖率',
  '免费新生儿“两病”筛查覆盖率',
  '免费新生儿听力筛查覆盖率',
  '设立村级寄递物流综合服务站',
  '患病报告发现率',
  '规范管理率',
]
export const ASKED_NUMBERS = numbersWhere((row) => ASKED.includes(row.指标 ?? ''))
