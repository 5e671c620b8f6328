import { COLUMNS, type ColumnKey } from '../model/dataSet.ts'
import type { OpeningWords } from '../text/openingZh.ts'
import { toCsv } from './csv.ts'
import { toXlsx } from './workbook.ts'

/** Made up, and marked so: a count, a scaled figure with a bound, and a rate with its gap. */
const EXAMPLES: readonly Partial<Record<ColumnKey, string>>[] = [
  {
    no: '1',
    project: '建设口袋公园',
    domain: '城乡建设',
    indicator: '建成口袋公园',
    actual: '52',
    unit: '个',
    target: '50',
    completion: '104%',
  },
  {
    no: '2',
    project: '稳定和扩大就业',
    domain: '就业',
    indicator: '城镇新增就业',
    actual: '6.58',
    unit: '万人',
    target: '不少于6',
    completion: '109.7%',
  },
  {
    no: '3',
    project: '治理农村生活污水',
    domain: '生态环境',
    indicator: '生活污水治理率',
    actual: '67.2',
    unit: '%',
    target: '65',
    excess: '2.2个百分点',
  },
]
const ALL: Partial<Record<ColumnKey, string>> = {
  region: '某市',
  year: '2024',
  as_of: '2024-12-20',
  level: '市定',
  owner: '某局',
  source: '示例，非真实数据',
  note: '示例行，填写前请删除',
}

const names = COLUMNS.map(([, name]) => name)
const rows = EXAMPLES.map((example) => COLUMNS.map(([key]) => example[key] ?? ALL[key] ?? ''))

/** The contract's columns with three example rows, as CSV. */
export const templateCsv = (): string => toCsv({ columns: names, rows })

const BLANK_ROWS = 200
/** Characters that a name of four takes, and the columns of long texts. */
const NARROW = 10
const WIDE: ReadonlySet<ColumnKey> = new Set(['project', 'indicator', 'claim', 'source', 'note'])

/**
 * The same as a workbook, with what each column holds on a second sheet. Its cells are text cells, blank ones too: a
 * percentage typed into them keeps its digits.
 */
export function templateXlsx({ template }: OpeningWords): Promise<Blob> {
  const { column, alias, about, required } = template.heads
  const must: Partial<Record<ColumnKey, string>> = {
    project: template.required,
    indicator: template.required,
    actual: template.requiredFigure,
  }
  return toXlsx([
    {
      name: template.sheet,
      rows: [names, ...rows],
      widths: COLUMNS.map(([key]) => (WIDE.has(key) ? 2 * NARROW : NARROW)),
      blankRows: BLANK_ROWS,
    },
    {
      name: template.notes,
      rows: [
        [column, alias, required, about],
        ...COLUMNS.map(([key, name]) => [name, key, must[key] ?? '', template.columns[key]]),
      ],
      widths: [NARROW, 1.2 * NARROW, 2 * NARROW, 6 * NARROW],
    },
  ])
}
