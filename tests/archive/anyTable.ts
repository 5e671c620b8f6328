import fc from 'fast-check'
import type { Merge, Table } from '../../src/load/parse.ts'
import type { ColumnKey } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'

const some = <T>(...values: T[]) => fc.constantFrom(...values)
const often = (weight: number, usual: fc.Arbitrary<string>, ...other: string[]) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: some(...other) })
const whole = fc.integer({ min: 0, max: 300 }).map(String)

/** What a column is called in a city's own table, and what may stand in it. */
interface Column {
  readonly key: ColumnKey | 'extra'
  readonly name: string
  readonly cell: fc.Arbitrary<string>
}
const column = (key: Column['key'], name: string, cell: fc.Arbitrary<string>): Column => ({ key, name, cell })

const quantity = (before: string, behind: string) =>
  fc.oneof(
    { weight: 4, arbitrary: whole },
    { weight: 4, arbitrary: whole.map((n) => `${before}${n}${behind}`) },
    {
      weight: 3,
      arbitrary: fc.tuple(whole, whole).map(([n, rate]) => `已完成${n}个，完成率${rate}%`),
    },
    {
      weight: 3,
      arbitrary: some('', '全部完成', '—', '若干', '未开工', '约12万', "'-5", '3成', `5${'人'.repeat(220)}`),
    },
  )

/** Names of more than one kind: of cities, of the contract, twice the same. */
const LABELS: readonly Column[] = [
  column('no', '序号', often(5, whole, '', '', '合计', '同上')),
  column(
    'project',
    '实事名称',
    often(6, some('修路', '建校', ''), '合计', '小计：', '同上', '一、民生', ' 修路 '),
  ),
  column('region', '县区', often(6, some('甲县', '乙县', '某市/甲县'), '', '〃', '全市合计')),
  column('level', '层级', often(5, some('市定', '省定'), '', '同上')),
  column('domain', '领域', some('教育', '', '就业')),
  column('owner', '责任单位', some('某局', '', '同上')),
  column('indicator', '指标', often(4, some('甲', '乙', ''), '总计', '开工率')),
  column('as_of', '截至', often(5, some('2023-12-20', '2023-06-30'), '', '去年')),
]
const FIGURES: readonly Column[] = [
  column('target', '目标任务', quantity('新建', '所幼儿园')),
  column('actual', '完成情况', quantity('已完成', '个')),
  column(
    'completion',
    '完成率',
    often(5, whole, '', '高').map((n) => (/\d/.test(n) ? `${n}%` : n)),
  ),
  column('base', '总数', often(5, whole, '')),
  column('previous', '上期', often(5, whole, '', '约3')),
]
const OTHERS: readonly Column[] = [
  column('unit', '单位', some('个', '所', '', '万人')),
  column('claim', '说明', some('', '', '全部完成', '已建成')),
  column('note', '备注', some('', '', '=1+1', '他说"好"', '上\n下')),
  column('direction', '方向', some('', '', '-')),
  column('extra', '经办', some('', '某人', ' 空 ', "'=2", 'a,b;c')),
  column('extra', '备注', some('', '第二个')),
  column('extra', '', some('', '无名')),
]

const noteRow = some(
  '注：以上数据由各单位提供',
  '一、城乡建设',
  '（二）教育',
  '备注：12月底',
  '* 含续建',
  '各县区要抓紧推进各项工作，确保年底前全部完成目标任务；未完成的要说明原因并报市政府督查室备案。',
)

interface Row {
  readonly kind: 'data' | 'blank-labels' | 'header' | 'part-of-header' | 'alone' | 'total'
  readonly cells: readonly string[]
  readonly alone: string
  readonly at: number
  readonly surplus: readonly string[]
  readonly gap: number
}

const KINDS: readonly Row['kind'][] = [
  ...Array<Row['kind']>(8).fill('data'),
  ...Array<Row['kind']>(4).fill('blank-labels'),
  'header',
  'part-of-header',
  'alone',
  'total',
]

/** A table as cities print them, with a layout that reads it; merges as a workbook has them. */
export interface AnyTable {
  readonly table: Table
  readonly layout: Layout
}

export const anyTable: fc.Arbitrary<AnyTable> = fc
  .tuple(
    fc.shuffledSubarray([...LABELS], { minLength: 1 }),
    fc.shuffledSubarray([...FIGURES], { minLength: 1, maxLength: 4 }),
    fc.shuffledSubarray([...OTHERS]),
    fc.boolean(),
  )
  .chain(([labels, figures, others, isMixed]) => {
    const columns = [...labels, ...figures, ...others]
    // As a rule labels stand to the left; here and there they do not.
    const order = isMixed ? fc.shuffledSubarray(columns, { minLength: columns.length }) : fc.constant(columns)
    return order.chain(tableOf)
  })

function tableOf(columns: readonly Column[]): fc.Arbitrary<AnyTable> {
  const row = fc.record({
    kind: some(...KINDS),
    cells: fc.tuple(...columns.map(({ cell }) => cell)) as fc.Arbitrary<readonly string[]>,
    alone: noteRow,
    at: fc.nat(columns.length - 1),
    surplus: fc.oneof(
      { weight: 12, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: some(['', '多'], ['']) },
    ),
    gap: some(0, 0, 0, 1),
  })
  return fc
    .record({
      titles: fc.array(some('某市民生实事完成情况表', '（截至12月底）'), { maxLength: 2 }),
      upper: fc.boolean(),
      rows: fc.array(row, { minLength: 1, maxLength: 14 }),
      wide: fc.boolean(),
      inTarget: fc.boolean(),
      constants: fc.subarray([
        ['region', ' 某市 '],
        ['year', '2023'],
        ['as_of', '2023-12-20'],
        ['unit', '个'],
        ['basis', '开工'],
        ['project', '全部工作'],
      ] as const),
      merges: fc.array(fc.tuple(fc.nat(14), fc.nat(4), fc.nat(columns.length - 1)), { maxLength: 5 }),
    })
    .map(({ titles, upper, rows, wide, inTarget, constants, merges }) => {
      const names = columns.map(({ name }) => name)
      const head = [
        ...titles.map((title) => [title, ...names.slice(1).map(() => '')]),
        ...(upper ? [names.map((_, i) => (i % 3 === 1 ? '其中' : ''))] : []),
        // A name that stands in the line above only.
        names.map((name, i) => (upper && i % 3 === 1 ? '' : name)),
      ]
      const layout: Layout = {
        skip: head.length,
        places: Object.fromEntries(
          columns.flatMap(({ key }, at) => (key === 'extra' ? [] : [[key, at] as const])),
        ),
        constants: Object.fromEntries(constants),
        extra: columns.flatMap(({ key, name }, at) =>
          key === 'extra' ? [{ name: name || `第${at + 1}列`, at }] : [],
        ),
        ...(wide && { wide }),
        ...(inTarget && { indicatorIn: 'target' as const }),
      }
      let line = 0
      const records = [
        ...head.map((cells) => ({ line: ++line, cells })),
        ...rows.flatMap((one) => {
          line += 1 + one.gap
          const cells = cellsOf(one, columns)
          return cells.some((cell) => cell.trim() !== '') ? [{ line, cells }] : []
        }),
      ]
      const below = head.length + 1
      const tall = merges.map(([top, height, left]): Merge => {
        return { top: below + top, bottom: below + top + height, left, right: left }
      })
      return { table: { records, brokenQuotes: [], merges: tall }, layout }
    })
}

function cellsOf({ kind, cells, alone, at, surplus }: Row, columns: readonly Column[]): readonly string[] {
  const only = (text: string) => columns.map((_, i) => (i === at ? text : ''))
  const isLabel = ({ key }: Column) => LABELS.some((one) => one.key === key)
  switch (kind) {
    case 'data':
      return [...cells, ...surplus]
    case 'blank-labels':
      return cells.map((cell, i) => (columns[i] && isLabel(columns[i]) ? '' : cell))
    case 'header':
      return columns.map(({ name }) => ` ${name}`)
    case 'part-of-header':
      return columns.map(({ name }, i) => (i % 2 === 0 ? name : ''))
    case 'alone':
      return only(alone)
    case 'total':
      return columns.map((column, i) =>
        isLabel(column) ? (i === 0 ? '合计' : '') : column.key === 'extra' ? '' : (cells[i] ?? ''),
      )
  }
}

/** A table as text; its lines are told anew by whoever reads it. */
export const textOf = ({ records }: Table): string =>
  records.map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

const HEADINGS = [
  '地区',
  '年度',
  '截至',
  '序号',
  '项目',
  '指标',
  '完成值',
  '单位',
  '目标值',
  '完成率',
  '备注',
  'owner',
  '经办',
  '经办',
  '完成值',
  '',
]

/** A table under the contract's own names, here and there said again, with merges. */
export const contractTable: fc.Arbitrary<Table> = fc
  .tuple(
    fc.shuffledSubarray(HEADINGS, { minLength: 2 }).map((names) => [...new Set(['项目', '指标', ...names])]),
    fc.boolean(),
  )
  .chain(([names, isLong]) =>
    fc
      .record({
        rows: fc.array(
          fc.oneof(
            {
              weight: 6,
              arbitrary: fc.array(
                some('修路', '5', '', '甲', '3.5%', '某市', '2023', '=1', "'-5", ' 项', '他说"好"'),
                {
                  minLength: names.length,
                  maxLength: names.length + Number(isLong),
                },
              ),
            },
            { weight: 1, arbitrary: fc.constant(names) },
            {
              weight: 1,
              arbitrary: fc
                .subarray(names)
                .map((own) => names.map((name) => (own.includes(name) ? `\u3000${name}` : ''))),
            },
          ),
          { minLength: 1, maxLength: 10 },
        ),
        merges: fc.array(fc.tuple(fc.nat(10), fc.nat(4), fc.nat(names.length - 1)), { maxLength: 4 }),
      })
      .map(({ rows, merges }) => ({
        records: [names, ...rows]
          .map((cells, i) => ({ line: i + 1, cells }))
          .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
        brokenQuotes: [],
        merges: merges.map(
          ([top, height, left]): Merge => ({ top: 2 + top, bottom: 2 + top + height, left, right: left }),
        ),
      })),
  )
