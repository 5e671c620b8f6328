import { describe, expect, it, test } from 'vitest'
import { CLI_WORDS } from '../../src/text/cli.ts'
import { OPENING } from '../../src/text/opening.ts'
import { textRow, workbook } from '../xlsx.ts'
import { ran } from './ran.ts'

const words = CLI_WORDS.zh
const text = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const run = (file: Uint8Array, args: readonly string[] = [], name = 'a.csv') =>
  ran([...args, name], (asked) => (asked === name ? file : undefined))
async function told(file: Uint8Array, args: readonly string[] = [], name = 'a.csv') {
  const { code, out, complaints } = await run(file, ['--json', ...args], name)
  return { code, complaints, ...(out === '' ? {} : JSON.parse(out).files[0]) }
}

const sheetRows = (records: readonly (readonly string[])[]) =>
  records.map((cells, i) => textRow(i + 1, cells)).join('')

const HEAD = ['序号', '项目', '单位', '目标任务', '完成情况', '完成率', '责任单位']
const CITY = [
  ['某市2023年民生实事完成情况（截至10月底）'],
  HEAD,
  ['1', '新建学校', '所', '新建 30 所', '完成 32 所', '106.7%', '市教育局'],
  ['', '', '所', '新建 8 所', '完成 4 所', '60%', '市教育局'],
  ['合计', '', '', '38', '36', '', ''],
]
const csvOf = (records: readonly (readonly string[])[]) => text(...records.map((cells) => cells.join(',')))
const CONTRACT = ['项目', '指标', '完成值', '单位', '目标值', '完成率']
const ROW = ['培训', '人数', '736', '人', '4000', '18.4%']

describe('a file is read as the page reads it', () => {
  it('behind a line that names its separator, and under a title', async () => {
    const rows = [CONTRACT, ROW].map((cells) => cells.join(';'))
    expect(await told(text('sep=;', ...rows))).toMatchObject({ code: 0, complaints: '', rows: 1 })
    const titled = await told(text('某市民生实事', ...[CONTRACT, ROW].map((cells) => cells.join(','))))
    expect(titled).toMatchObject({ code: 0, complaints: '', rows: 1, indicators: [{ line: 3 }] })
  })

  it('by the header of a city, whose guess is said', async () => {
    const read = await told(csvOf(CITY))
    expect(read).toMatchObject({ code: 1, rows: 2, projects: 1 })
    expect(
      read.indicators.map(({ line, project }: { line: number; project: string }) => [line, project]),
    ).toEqual([
      [3, '新建学校'],
      [4, '新建学校'],
    ])
    expect(read.findings[0]).toMatchObject({ rule: 'completion-mismatch', line: 4, stated: '60%' })
    expect(read.complaints.split('\n')).toEqual([
      words.guessed(
        'a.csv',
        2,
        '序号=A（序号） 项目=B（项目） 责任单位=G（责任单位） 完成值=E（完成情况） 单位=C（单位） 目标值=D（目标任务） 完成率=F（完成率）',
      ),
      words.suggested('a.csv', '地区=某市 年度=2023 截至=2023-10'),
      words.leftOut('a.csv', 1),
    ])
  })

  it('from a workbook, in whatever it is called and wherever it comes from', async () => {
    const book = workbook({ sheets: [{ name: '清单', rows: sheetRows([CONTRACT, ROW]) }] })
    const line = { line: 2, project: '培训', indicator: '人数' }
    for (const name of ['a.xlsx', 'a.csv', '-'])
      expect(await told(book, [], name)).toMatchObject({
        code: 0,
        complaints: '',
        file: name,
        indicators: [line],
      })
  })

  it('or is refused in the words of the page', async () => {
    const { refusal } = OPENING.zh
    expect(await run(text('<html><body>'))).toEqual({
      code: 2,
      out: '',
      complaints: words.refused('a.csv', refusal({ reason: 'markup' })),
    })
    const only = await run(csvOf([CONTRACT]))
    expect([only.code, only.complaints]).toEqual([2, words.refused('a.csv', refusal({ reason: 'no-rows' }))])
  })
})

describe('what the table does not tell', () => {
  const ODD = [
    ['甲', '乙', '丙', '丁'],
    ['新建学校', '30', '32', '所'],
    ['新建医院', '8', '4', '所'],
  ]
  const asked = words.notEnough('a.csv', 'A=甲 B=乙 C=丙 D=丁')

  it('is asked for in one line that names the options', async () => {
    expect(await run(csvOf(ODD))).toEqual({ code: 2, out: '', complaints: asked })
    expect(asked).toContain('--columns')
    expect(asked).toContain('--set')
    expect(await run(csvOf(ODD), ['--columns', '项目=A'])).toMatchObject({ code: 2, complaints: asked })
  })

  test.each([
    '项目=A,目标值=B,完成值=C,单位=D',
    'project=1,target=2,actual=3,unit=4',
    '项目=甲，目标值=乙，完成值=丙，单位=丁',
  ])('is told by --columns %s', async (columns) => {
    const read = await told(csvOf(ODD), ['--columns', columns, '--set', '地区=某市,年度=2023,截至=2023-12'])
    expect(read).toMatchObject({ code: 0, rows: 2 })
    expect(read.findings).toMatchObject([{ rule: 'below-target', project: '新建医院' }])
    expect(read.complaints).not.toContain('地区、')
  })

  it('is told wrongly: no such column, none of the contract’s, no pair, no date', async () => {
    const complaint = async (...args: string[]) => {
      const { code, complaints } = await run(csvOf(ODD), args)
      expect(code).toBe(2)
      return complaints.split('\n')[0]
    }
    expect(await complaint('--columns', '项目=E,完成值=C')).toBe(words.noColumn('a.csv', 'E'))
    expect(await complaint('--columns', '项目=戊,完成值=C')).toBe(words.noColumn('a.csv', '戊'))
    expect(await complaint('--columns', '工程=A')).toBe(words.unknownColumn('--columns', '工程'))
    expect(await complaint('--columns', 'A')).toBe(words.noPairs('--columns'))
    expect(await complaint('--columns', '项目=A', '--columns', '完成值=C')).toBe(words.columnsTwice)
    expect(await complaint('--set', '截至=十月')).toBe(words.noDate('十月'))
    expect(await complaint('--set', '年度=今年')).toBe(words.noYear('今年'))
    expect(await complaint('--sheet', ',')).toBe(words.noSheet)
  })

  it('may be told of a table by the contract too, whose own cells stand', async () => {
    const own = csvOf([
      [...CONTRACT, '地区'],
      ['道路', '座数', '5', '座', '10', '50%', '甲县'],
    ])
    const early = await told(own, ['--set', '截至=2023-10,地区=某市'])
    expect(early).toMatchObject({ code: 0, complaints: '' })
    expect(early.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['below-target'])
    expect(early.findings[0].message).toContain('83.3%')
  })

  it('moves a column that was guessed otherwise', async () => {
    const moved = await told(csvOf(CITY), ['--columns', '责任单位=C,单位=G'])
    expect(moved.complaints).toContain('责任单位=C（单位）')
    expect(moved.complaints).toContain('单位=G（责任单位）')
  })
})

describe('sheets of a workbook', () => {
  const sheet = (name: string, records: readonly (readonly string[])[], state?: 'hidden') => ({
    name,
    rows: sheetRows(records),
    ...(state && { state }),
  })
  const WRONG = ['老旧小区', '户数', '1078', '户', '8166', '2.89%']
  const book = workbook({
    sheets: [
      sheet('省定', [CONTRACT, ROW, ['道路', '座数', '甲乙', '座', '', '']]),
      sheet('市定', [CONTRACT, WRONG, ['道路', '座数', '8', '座', '', '']]),
      sheet('说明', [['怎样填写'], ['照抄', '不要推算']]),
      sheet('旧稿', [CONTRACT, ROW], 'hidden'),
    ],
  })

  it('are read together where they fit, each line of its own sheet', async () => {
    const read = await told(book, [], 'a.xlsx')
    expect([read.code, read.rows, read.complaints]).toEqual([
      1,
      4,
      words.otherSheets('a.xlsx', ['说明', '旧稿']),
    ])
    const place = ({ sheet: own, line }: { sheet: string; line: number }) => [own, line]
    expect(read.indicators.map(place)).toEqual([
      ['省定', 2],
      ['省定', 3],
      ['市定', 2],
      ['市定', 3],
    ])
    const errors = read.findings.filter(({ severity }: { severity: string }) => severity === 'error')
    expect(
      errors.map((one: { rule: string; sheet: string; line: number }) => [one.rule, ...place(one)]),
    ).toEqual([
      ['completion-mismatch', '市定', 2],
      ['unreadable', '省定', 3],
    ])
    expect((await run(book, [], 'a.xlsx')).out).toMatch(/错误 {2}省定 第 3 行 {2}座数/)
  })

  it('are chosen by --sheet, a hidden one too; of one alone no line needs its name', async () => {
    const read = await told(book, ['--sheet', '市定'], 'a.xlsx')
    expect([read.code, read.rows, read.complaints]).toEqual([1, 2, ''])
    expect(read.indicators[0]).toEqual({
      line: 2,
      project: '老旧小区',
      indicator: '户数',
      relations: expect.anything(),
    })
    expect((await told(book, ['--sheet', '旧稿，省定'], 'a.xlsx')).rows).toBe(3)
    const none = await run(book, ['--sheet', '国定'], 'a.xlsx')
    expect([none.code, none.complaints]).toEqual([
      2,
      words.noSuchSheet('a.xlsx', '国定', ['省定', '市定', '说明', '旧稿']),
    ])
    expect((await run(book, ['--sheet', '说明'], 'a.xlsx')).code).toBe(2)
  })
})

test('a long file by the header of a city is read as its beginning alone', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => [
    String(i + 1),
    `实事${i + 1}`,
    '所',
    '30',
    '完成 32 所',
    '106.7%',
    '',
  ])
  const long = await told(csvOf([...CITY.slice(0, 2), ...rows, ['合计', '', '', '1', '2', '', '']]))
  expect(long).toMatchObject({ code: 0, rows: 2500, projects: 2500 })
  const short = await told(csvOf([...CITY.slice(0, 2), ...rows.slice(0, 100)]))
  expect(long.indicators.slice(0, 100)).toEqual(short.indicators)
})
