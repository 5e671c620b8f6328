import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { escapeCell } from '../../src/load/cell.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import { csv, dataSet, entry, figure, printed, row } from '../build.ts'

const load = (text: string) => loadDataSet(text, entry())
const kinds = (text: string) =>
  load(text).issues.map(({ kind, line, column, text: found }) => [kind, line, column, found])

describe('columns', () => {
  it('are found by Chinese name or by alias, in any order', () => {
    const chinese = load('指标,完成值,单位,项目\n乙,736,人,甲').rows[0]
    const english = load('unit,project,actual,indicator\n人,甲,736,乙').rows[0]
    const shouted = load('UNIT,Project,ACTUAL, Indicator \n人,甲,736,乙').rows[0]
    expect(chinese?.cells).toEqual(english?.cells)
    expect(english?.cells).toEqual(shouted?.cells)
    expect(chinese?.cells).toMatchObject({
      project: '甲',
      indicator: '乙',
      actual: '736',
      unit: '人',
      target: '',
    })
    expect(english?.figures.actual && printed(english.figures.actual.value)).toBe('736')
  })

  it('are all known by both of their names', () => {
    for (const names of [COLUMNS.map(([key]) => key), COLUMNS.map(([, name]) => name)]) {
      // A number passes for any cell but the date; four digits pass for that too.
      const set = load(`${names.join(',')}\n${names.map((_, i) => `${2000 + i}`).join(',')}`)
      expect(set.issues).toEqual([])
      expect(set.extraColumns).toEqual([])
      expect(Object.values(set.rows[0]?.cells ?? {})).toEqual(names.map((_, i) => `${2000 + i}`))
    }
  })

  it('of no date are of the catalogue’s; an empty cell of one stays empty', () => {
    const dates = (text: string) => load(text).rows.map(({ cells }) => cells.as_of)
    expect(dates('项目,指标,完成值\n甲,乙,1')).toEqual([entry().asOf])
    expect(dates('项目,指标,完成值,截至\n甲,乙,1,\n甲,丙,1,2023-06')).toEqual(['', '2023-06'])
  })

  it('unknown ones are carried through', () => {
    const set = load('项目,联系人,指标,完成值,__proto__\n甲,张三,乙,5,x')
    expect(set.extraColumns).toEqual(['联系人', '__proto__'])
    expect(Object.entries(set.rows[0]?.extra ?? {})).toEqual([
      ['联系人', '张三'],
      ['__proto__', 'x'],
    ])
    expect(set.issues).toEqual([])
  })

  it('named twice keep the first and tell of the second', () => {
    const set = load('项目,指标,完成值,actual\n甲,乙,5,6')
    expect(set.rows[0]?.cells.actual).toBe('5')
    expect(set.issues).toEqual([{ kind: 'twice', line: 1, column: 'actual', text: 'actual' }])
  })

  it('of dates take a spreadsheet’s form too, and tell of what is none', () => {
    const dated = (date: string) => load(`项目,指标,完成值,截至\n甲,乙,5,${date}`)
    for (const date of ['', '2023', '2023-12', '2023-12-20', '2023/12/20', '2023年12月20日'])
      expect(dated(date).issues).toEqual([])
    for (const date of ['年底', '2023-13', '20231220', '2023-02-30']) {
      const set = dated(date)
      expect(set.issues).toEqual([{ kind: 'bad-date', line: 2, column: '截至', text: date }])
      expect(set.rows).toHaveLength(1)
    }
  })

  it('that must be there are asked for', () => {
    expect(kinds('完成值\n5').slice(0, 2)).toEqual([
      ['no-column', 1, undefined, '项目'],
      ['no-column', 1, undefined, '指标'],
    ])
  })
})

describe('rows', () => {
  test.each([
    [',乙,5,', [['no-project', 2, undefined, '']]],
    ['甲,,5,', [['no-indicator', 2, undefined, '']]],
    ['甲,乙,,', [['no-figure', 2, undefined, '']]],
    ['甲,乙,,全部完成', []],
    ['甲,乙,0,', []],
    ['甲,乙,5,,,', []],
    ['甲,乙,5,,x, ,y', [['extra-cells', 2, undefined, 'x | y']]],
    ['甲,乙,若干,', [['unreadable', 2, '完成值', '若干']]],
    ['甲,乙,3 5,', [['several', 2, '完成值', '3 5']]],
  ])('%s', (line, wanted) => {
    const text = `项目,指标,完成值,声明\n${line}`
    expect(kinds(text)).toEqual(wanted)
    expect(load(text).rows).toHaveLength(1)
  })

  it('keep what could be read beside what could not', () => {
    const set = dataSet([{ 完成值: '736', 单位: '人', 目标值: '4000或5000', 完成率: '百分之十八' }])
    expect(Object.keys(set.rows[0]?.figures ?? {})).toEqual(['actual'])
    expect(set.rows[0]?.cells.target).toBe('4000或5000')
    expect(set.issues.map(({ kind, line, column, text }) => [kind, line, column, text])).toEqual([
      ['several', 2, '目标值', '4000或5000'],
      ['unreadable', 2, '完成率', '百分之十八'],
    ])
  })

  it('tell their line in the file', () => {
    const set = load('项目,指标,完成值,备注\n甲,乙,1,"a\nb"\n\n甲,丙,若干,\n')
    expect(set.rows.map(({ line }) => line)).toEqual([2, 5])
    expect(set.issues.map(({ line }) => line)).toEqual([5])
  })

  it('shorter than the header are blank at the end', () => {
    const set = load('项目,指标,完成值,单位,目标值\n甲,乙,5')
    expect(set.issues).toEqual([])
    expect(set.rows[0]?.cells.target).toBe('')
    expect(set.rows[0]?.figures.target).toBeUndefined()
  })
})

describe('figures', () => {
  it('take the unit of the row, percentages their own', () => {
    const { figures } = row({
      完成值: '58.85',
      单位: '万人次',
      目标值: '28',
      基数: '100',
      上期值: '50',
      完成率: '210',
      占比: '58.85',
      同比: '17.7',
    })
    expect(['actual', 'target', 'base', 'previous'].map((key) => figures[key as 'base']?.unit)).toEqual(
      Array(4).fill('人次'),
    )
    expect(figures.target && printed(figures.target.value)).toBe('280000')
    expect([figures.completion, figures.share, figures.growth].map((f) => f?.unit)).toEqual(['%', '%', '%'])
    expect(figures.completion && printed(figures.completion.value)).toBe('210')
  })

  it('a percentage may be printed in points or ‰, not in things', () => {
    expect(row({ 完成值: '5', 同比: '4.3个百分点' }).figures.growth?.unit).toBe('个百分点')
    expect(row({ 完成值: '5', 占比: '3‰' }).figures.share?.unit).toBe('‰')
    const set = dataSet([{ 完成值: '5', 占比: '3人' }])
    expect(set.rows[0]?.figures.share).toBeUndefined()
    expect(set.issues).toEqual([{ kind: 'unreadable', line: 2, column: '占比', text: '3人' }])
  })

  it('a gap is in points, in % where the row is, or in things', () => {
    expect(row({ 完成值: '106', 单位: '%', 超目标: '41个百分点' }).figures.excess?.unit).toBe('个百分点')
    expect(row({ 完成值: '106', 单位: '%', 超目标: '41' }).figures.excess?.unit).toBe('%')
    expect(row({ 完成值: '18', 单位: '人', 超目标: '-2' }).figures.excess).toMatchObject({
      unit: '人',
      digits: '-2',
    })
  })

  it('missing is missing, and zero is zero', () => {
    expect(row({ 声明: '全部完成' }).figures).toEqual({})
    expect(row({ 完成值: '0', 单位: '起' }).figures).toEqual({ actual: figure('0', '起') })
  })

  test.each([
    [{ 完成值: '5' }, false],
    [{ 完成值: '5', 方向: '+' }, false],
    [{ 完成值: '5', 方向: '-' }, true],
    [{ 完成值: '5', 目标值: '不超过6' }, true],
    [{ 完成值: '5', 目标值: '不少于6' }, false],
    [{ 完成值: '不超过5', 目标值: '6' }, false],
  ] as const)('%j: less is better? %s', (cells, wanted) => {
    expect(row(cells).lowerIsBetter).toBe(wanted)
  })
})

describe('the apostrophe against formulas', () => {
  it('comes off once when read, in cells and headers', () => {
    const set = load("项目,指标,完成值,备注,'=x\n'=甲,''乙,5,'-abc,'@y")
    expect(set.rows[0]?.cells).toMatchObject({ project: '=甲', indicator: "'乙", note: '-abc' })
    expect(set.rows[0]?.extra).toEqual({ '=x': '@y' })
  })

  test('a row written with escapeCell is read as it was', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '1', '甲', '\n') })
    fc.assert(
      fc.property(cell, cell, (note, claim) => {
        const [wantedNote, wantedClaim] = [note.trim(), claim.trim()]
        const text = csv([
          {
            项目: '甲',
            指标: '乙',
            完成值: '5',
            备注: escapeCell(wantedNote),
            声明: escapeCell(wantedClaim),
          },
        ])
        expect(load(text).rows[0]?.cells).toMatchObject({ note: wantedNote, claim: wantedClaim })
      }),
      { seed: 23, numRuns: 1000 },
    )
  })
})

describe('whatever the text', () => {
  it('an empty file is an issue', () => {
    for (const text of ['', '\ufeff', '\n\n']) expect(kinds(text)).toEqual([['empty', 1, undefined, '']])
  })

  it('a header alone has no rows and no issue', () => {
    expect(load('项目,指标,完成值')).toMatchObject({ rows: [], projects: [], issues: [] })
  })

  it('an open quote is told, and what stands before it is read', () => {
    const set = load('项目,指标,完成值\n甲,乙,5\n甲,"丙,6\n甲,丁,7')
    expect(set.issues.map(({ kind, line }) => [kind, line])).toContainEqual(['broken-quotes', 3])
    expect(set.rows[0]?.cells.indicator).toBe('乙')
  })

  test('loading never throws, and loses no line that holds something', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 200 })
    const nearly = fc
      .array(
        fc.constantFrom(
          '项目',
          '指标',
          '完成值',
          '目标值',
          'share',
          ',',
          '\t',
          ';',
          '\n',
          '\r\n',
          '"',
          "'",
          '=',
          '5',
          '3%',
          '约',
          '\u0000',
          '一',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          noise,
          nearly,
          nearly.map((text) => `项目,指标,完成值\n${text}`),
        ),
        (text) => {
          const set = load(text)
          expect(set.rows.every(({ line }) => line >= 2)).toBe(true)
          expect(set.projects.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(set.rows.length)
          if (set.rows.length === 0 && set.issues.length === 0) expect(text.trim()).not.toBe('')
        },
      ),
      { seed: 24, numRuns: 4000 },
    )
  })
})

test('two unknown columns of one name keep their own cells; 方向 in full width is read', () => {
  const text = '项目,指标,完成值,方向,批注,批注\n甲,乙,5,－,一,二'
  const set = loadDataSet(text, entry())
  expect(set.extraColumns).toEqual(['批注', '批注 (2)'])
  expect(set.rows[0]?.extra).toEqual({ 批注: '一', '批注 (2)': '二' })
  expect(set.rows[0]?.lowerIsBetter).toBe(true)
})

test('a cell longer than a spreadsheet takes is told of and cut, and its row stays', () => {
  const long = '字'.repeat(1 << 20)
  const set = loadDataSet(`项目,指标,完成值,备注\n甲,乙,5,${long}\n甲,丙,${long},x`, entry())
  expect(set.issues.map(({ kind, line, column, text }) => [kind, line, column, text.length])).toEqual([
    ['long-cell', 2, '备注', 201],
    ['long-cell', 3, '完成值', 201],
    ['unreadable', 3, '完成值', 201],
  ])
  expect(set.rows.map(({ cells }) => [cells.indicator, cells.note.length, cells.actual.length])).toEqual([
    ['乙', 32_767, 1],
    ['丙', 1, 32_767],
  ])
})

test('no figure has hundreds of digits', () => {
  const set = loadDataSet(`项目,指标,完成值\n甲,乙,${'1'.repeat(300)}`, entry())
  expect(set.issues.map(({ kind, line }) => [kind, line])).toEqual([['unreadable', 2]])
})
