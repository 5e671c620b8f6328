import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { byLayout } from '../../src/load/byLayout.ts'
import { guessLayout } from '../../src/load/layout.ts'
import type { Merge, Table } from '../../src/load/parse.ts'
import { readTable, startRows } from '../../src/load/readTable.ts'
import type { ColumnKey, DataSet } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'
import { entry } from '../build.ts'

const table = (records: readonly string[], merges: readonly Merge[] = []): Table => ({
  records: records.map((record, i) => ({ line: i + 1, cells: record.split('|') })),
  brokenQuotes: [],
  merges,
})
const read = (
  records: readonly string[],
  change: Partial<Layout> = {},
  merges: readonly Merge[] = [],
): DataSet => {
  const all = table(records, merges)
  return readTable(all, entry(), byLayout({ ...guessLayout(all).layout, ...change }))
}
const column = (set: DataSet, ...keys: ColumnKey[]) =>
  set.rows.map(({ cells }) => keys.map((key) => cells[key]).join(' '))
const left = ({ leftOut = [] }: DataSet) => leftOut.map(({ why, line }) => [why, line])

const HEAD = '序号|项目|单位|目标任务|完成情况|完成率|责任单位|备注'

describe('a table of a city', () => {
  it('is read without editing', () => {
    const set = read([
      '某市2024年民生实事完成情况',
      HEAD,
      '1|农村公路|公里|1000|1007.8|100.8%|市交通运输局|',
      '2|公办幼儿园|所|新建 30 所|完成 32 所|106.7%|市教育局|含改建',
    ])
    expect(set.issues).toEqual([])
    expect(set.rows.map(({ line }) => line)).toEqual([3, 4])
    expect(set.rows[1]?.cells).toMatchObject({
      no: '2',
      project: '公办幼儿园',
      indicator: '公办幼儿园',
      target: '30所',
      actual: '32所',
      completion: '106.7%',
      note: '含改建；完成情况：完成 32 所；目标任务：新建 30 所',
    })
    expect(set.rows[1]?.figures.actual?.digits).toBe('32')
  })

  it('gets for all rows what its reader says once', () => {
    const set = read([HEAD, '1|甲|个|3|4|||'], {
      constants: { region: '某市', year: '2024', as_of: '2024-09' },
    })
    expect(column(set, 'region', 'year', 'as_of')).toEqual(['某市 2024 2024-09'])
  })

  it('gets the date said once where its own cell is empty, too', () => {
    const set = read(['截至|项目|指标|完成值', '2024-06|甲|a|3', '|甲|b|3'], {
      constants: { as_of: '2024-09' },
    })
    expect(column(set, 'as_of')).toEqual(['2024-06', '2024-09'])
  })

  it('is of one region, however its path was typed, said once or in each row', () => {
    const paths = ['南阳市/镇平县', '南阳市 / 镇平县', '南阳市／镇平县', '南阳市/镇平县/']
    const set = read(['地区|项目|指标|完成值', ...paths.map((path) => `${path}|甲|a|3`)])
    expect(new Set(column(set, 'region'))).toEqual(new Set(['南阳市/镇平县']))
    expect(set.projects.length).toBe(1)
    const said = read([HEAD, '1|甲|个|3|4|||'], { constants: { region: '南阳市／镇平县' } })
    expect(column(said, 'region')).toEqual(['南阳市/镇平县'])
  })

  it('tells of what was said once by the contract’s name', () => {
    const set = read([HEAD, '1|甲|个|3|4|||'], { constants: { as_of: '11月底' } })
    expect(set.issues).toEqual([{ kind: 'bad-date', line: 2, column: '截至', text: '11月底' }])
  })

  it('says of its words what they are', () => {
    const set = read([
      HEAD,
      '1|甲|个|3|已全部完成|100%||',
      '2|乙|个|3|正在推进|||',
      '3|丙|个|3|完成2个，完成率66.7%|||',
      '4|丁|个|3|完成2个，合格率50%|||',
      '5|戊|个|—|2|/||',
    ])
    expect(column(set, 'actual', 'claim')).toEqual([
      ' 已全部完成',
      '正在推进 ',
      '2个 ',
      '完成2个，合格率50% ',
      '2 ',
    ])
    expect(column(set, 'completion')).toEqual(['100%', '', '66.7%', '', ''])
    expect(set.issues.map(({ kind, line, column, text }) => [kind, line, column, text])).toEqual([
      ['unreadable', 3, '完成情况', '正在推进'],
      ['several', 5, '完成情况', '完成2个，合格率50%'],
    ])
  })

  it('takes no figure out of words that say another thing', () => {
    const words = ['缺口5个', '不足30个', '超额完成5个', '还差5个', '目标30所', '3成']
    const set = read([HEAD, ...words.map((text, i) => `${i + 1}|甲${i}|个|50|${text}|||`)])
    expect(set.rows.map(({ figures }) => figures.actual)).toEqual(words.map(() => undefined))
    expect(set.issues.map(({ line, text }) => [line, text])).toEqual(words.map((text, i) => [i + 2, text]))
  })

  it('reads 已完成95% as the completion', () => {
    const set = read([HEAD, '1|甲|个|50|已完成95%|||', '2|乙|个|50|51|||'])
    expect(column(set, 'actual', 'completion')).toEqual([' 95%', '51 '])
    expect(set.issues).toEqual([])
  })

  it('names its indicators by its targets where it is told to', () => {
    const set = read([
      '行动|年度目标任务|完成进度',
      '就业|公益性岗位540个|完成838个',
      '|技能人才4000人|完成736人',
      '养老|6个|1个',
    ])
    expect(column(set, 'project', 'indicator')).toEqual(['就业 公益性岗位', '就业 技能人才', '养老 养老'])
  })
})

describe('blank labels', () => {
  it('continue the project above, with what belongs to it', () => {
    const set = read([
      '序号|项目名称|指标名称|目标|完成数|责任单位|类别',
      '1|甲|a|3|4|市教育局|教育',
      '||b|5|6||',
      '2|乙|c|7|8||养老',
      '〃|同上|d|9|9|〃|',
    ])
    expect(column(set, 'no', 'project', 'indicator', 'owner', 'domain')).toEqual([
      '1 甲 a 市教育局 教育',
      '1 甲 b 市教育局 教育',
      '2 乙 c  养老',
      '2 乙 d 市教育局 ',
    ])
  })

  it('left of the project say under what it is listed', () => {
    const set = read([
      '县区|项目|目标|完成数',
      '镇平县|甲|3|4',
      '|乙|5|6',
      '内乡县|甲|7|8',
      '合计|甲|10|12',
      '|乙|1|1',
    ])
    expect(column(set, 'region', 'project')).toEqual(['镇平县 甲', '镇平县 乙', '内乡县 甲'])
    expect(left(set)).toEqual([
      ['header', 1],
      ['total', 5],
      ['total', 6],
    ])
  })

  it('are not taken from above by sums, nor by a number of its own', () => {
    const set = read([HEAD, '1|甲|个|3|4|||', '2||个|5|6|||', '合计||个|8|10|||', '||个|1|2|||'])
    expect(column(set, 'no', 'project')).toEqual(['1 甲', '2 ', '2 甲'])
    expect(set.issues.map(({ kind, line }) => [kind, line])).toEqual([
      ['no-project', 3],
      ['no-indicator', 3],
    ])
  })

  it('right of them say nothing: an office left of the project is not taken from above', () => {
    const set = read(['责任单位|项目|目标|完成数', '市教育局|甲|3|4', '|乙|5|6'])
    expect(column(set, 'owner', 'project')).toEqual(['市教育局 甲', ' 乙'])
  })

  it('of cells that a workbook shows as one are filled, figures are not', () => {
    const merges = [1, 2, 4].map((at) => ({ top: 2, bottom: 3, left: at, right: at }))
    const set = read(
      ['项目|指标|责任单位|单位|目标|完成数', 'x|甲|某局|个|9|4', 'y||||| 5', 'z|丙||个|3|3'],
      {
        places: { indicator: 0, project: 1, owner: 2, unit: 3, target: 4, actual: 5 },
      },
      merges,
    )
    expect(column(set, 'project', 'owner', 'target')).toEqual(['甲 某局 9', '甲 某局 ', '丙  3'])
  })

  it('of a table by the contract are filled only where cells are one', () => {
    const records = ['项目|指标|完成值', '甲|a|1', '|b|', '|c|3']
    const merges = [0, 2].map((at) => ({ top: 2, bottom: 3, left: at, right: at }))
    for (const set of [read(records, {}, merges), readTable(table(records, merges), entry())]) {
      expect(column(set, 'project', 'actual')).toEqual(['甲 1', '甲 ', ' 3'])
      expect(set.issues.map(({ kind, line }) => [kind, line])).toEqual([
        ['no-figure', 3],
        ['no-project', 4],
      ])
    }
  })
})

describe('what is no row is listed', () => {
  it('with its line and why', () => {
    const set = read([
      '某市2024年民生实事完成情况',
      HEAD,
      '一、省定实事',
      '1|甲|个|3|4|||',
      HEAD,
      '2|乙|个|3|4|||',
      '合计||个|6|8|||',
      '注：数据由责任单位提供',
      '填表人：某某|||审核人：某某',
      '以上数据经责任单位核实；如有出入，以年终通报为准。',
    ])
    expect(set.rows.map(({ line }) => line)).toEqual([4, 6])
    expect(left(set)).toEqual([
      ['title', 1],
      ['header', 2],
      ['section', 3],
      ['header', 5],
      ['total', 7],
      ['note', 8],
      ['note', 9],
      ['note', 10],
    ])
    expect(set.leftOut?.[6]?.text).toBe('填表人：某某 | 审核人：某某')
  })

  test.each([
    '合计||个|8|10|||',
    '|总  计|个|8|10|||',
    '|全市合计：|个|8|10|||',
    '合计|共2项|个|8|10|||',
    '小计|||||||',
  ])('a sum is no project: %s', (sum) => {
    const set = read([HEAD, '1|甲|个|3|4|||', '2|乙|个|5|6|||', sum])
    expect(set.projects.length).toBe(2)
    expect(left(set)).toEqual([
      ['header', 1],
      ['total', 4],
    ])
  })

  it('a sum of fields and of regions neither, nor is it what the next rows belong to', () => {
    const set = read(['类别|项目|目标|完成数', '教育|甲|3|4', '合计||3|4', '|乙|3|4'])
    expect(column(set, 'domain', 'project')).toEqual(['教育 甲', '教育 乙'])
    const regions = read(['县区|任务数|完成数', '镇平县|3|4', '合计|3|4'])
    expect([regions.rows.length, left(regions).at(-1)]).toEqual([1, ['total', 3]])
    const contract = table(['项目|指标|完成值', '甲|a|3', '合计|a|3'])
    expect(readTable(contract, entry(), byLayout(guessLayout(contract).layout)).rows.length).toBe(2)
    const indicator = read(['项目|指标|目标|完成数', '甲|总数|3|4'])
    expect(indicator.rows.length).toBe(1)
  })

  it('but a row of figures stays, whatever it begins with', () => {
    const set = read([HEAD, '注：含改建|甲|个|3|4|||'])
    expect([set.rows.length, left(set)]).toEqual([1, [['header', 1]]])
  })

  it('a project that stands alone is what the next rows belong to', () => {
    const set = read(['项目|指标|目标|完成数', '甲|||', '|a|3|4', '|b|3|4'])
    expect(left(set)).toEqual([
      ['header', 1],
      ['section', 2],
    ])
    expect(column(set, 'project', 'indicator')).toEqual(['甲 a', '甲 b'])
  })

  it('a file that ends above its first row has none', () => {
    const set = read(['标题|'], { skip: 3 })
    expect([set.rows.length, left(set), set.issues.map(({ kind }) => kind)]).toEqual([
      0,
      [['header', 1]],
      ['empty'],
    ])
  })

  it('without a layout nothing is', () => {
    expect(readTable(table([HEAD, '1|甲']), entry())).not.toHaveProperty('leftOut')
  })
})

describe('rows in are rows shown and records listed', () => {
  const cell = fc.constantFrom(
    ...[
      '',
      '',
      '1',
      '3',
      '30所',
      '完成 3 个',
      '3、5',
      '100%',
      '甲',
      '合计',
      '注：x',
      '项目',
      '完成数',
      '同上',
      '-',
      '全部完成',
      '一、省定',
      '"',
    ],
  )
  const tables = fc
    .tuple(
      fc.constantFrom(
        '序号|项目|指标|目标|完成情况|单位',
        '项目|指标|完成值|备注',
        '县区|任务数|完成数',
        '甲|乙',
      ),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }),
      fc.nat(2),
    )
    .map(([head, rows, titles]) => ({
      records: [...Array<string[]>(titles).fill(['某市2024年']), head.split('|'), ...rows]
        .map((cells, i) => ({ line: 2 * i + 1, cells }))
        .filter(({ cells }) => cells.some((text) => text !== '')),
      brokenQuotes: [],
    }))
  const lines = ({ rows, leftOut = [] }: Pick<DataSet, 'rows' | 'leftOut'>) =>
    [...rows, ...leftOut].map(({ line }) => line).sort((a, b) => a - b)

  test('whatever the table', () => {
    fc.assert(
      fc.property(tables, (all) => {
        const set = readTable(all, entry(), byLayout(guessLayout(all).layout))
        expect(lines(set)).toEqual(all.records.map(({ line }) => line))
      }),
      { seed: 97, numRuns: 600 },
    )
  })

  test('in pieces as in one', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 4 }), (all, size) => {
        const { layout } = guessLayout(all)
        const whole = readTable(all, entry(), byLayout(layout))
        const reader = startRows(byLayout(layout))
        const rows = []
        for (let at = 0; at < all.records.length; at += size)
          rows.push(...reader.take({ records: all.records.slice(at, at + size), brokenQuotes: [] }))
        expect(rows).toEqual(whole.rows)
        expect(reader.end()).toEqual({
          issues: whole.issues,
          extraColumns: whole.extraColumns,
          leftOut: whole.leftOut,
        })
      }),
      { seed: 98, numRuns: 200 },
    )
  })

  test('in any order of columns', () => {
    const head = HEAD.split('|')
    const rows = ['1|甲|个|新建 3 个|4|133%|市教育局|', '2|乙|所|5|完成6所|120%|市住建局|x'].map((row) =>
      row.split('|'),
    )
    const cellsOf = (order: readonly number[]) => {
      const mixed = [head, ...rows].map((cells) => order.map((at) => cells[at]).join('|'))
      return read(mixed).rows.map(({ cells }) => cells)
    }
    const straight = cellsOf(head.map((_, i) => i))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          head.map((_, i) => i),
          { minLength: head.length },
        ),
        (order) => {
          expect(cellsOf(order)).toEqual(straight)
        },
      ),
      { seed: 99, numRuns: 200 },
    )
  })
})
