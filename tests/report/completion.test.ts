import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DESKTOP, layoutSheet } from '../../src/charts/sheet.ts'
import { completionIn } from '../../src/checks/reach.ts'
import { relationsOf } from '../../src/checks/relate.ts'
import { percentText } from '../../src/lib/format.ts'
import * as I from '../../src/lib/interval.ts'
import { compare, HUNDRED, toNumber } from '../../src/lib/rational.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import type { DataSet } from '../../src/model/dataSet.ts'
import { standsFor } from '../../src/model/reading.ts'
import { completionText, setAside } from '../../src/report/completion.ts'
import { paceWords } from '../../src/report/standing.ts'
import { indicatorTable, sentenceOf } from '../../src/report/tables.ts'
import { lineLabel } from '../../src/report/wording.ts'
import { reviewed, sheetProjects } from '../../src/state/derive.ts'
import { zh } from '../../src/text/zh.ts'
import { anyRow, edgeRow } from '../archive/anyRow.ts'
import { type Cells, csv, entry, printed, reviewOf, row } from '../build.ts'
import { BULLETINS, nanyang, shippedSet } from '../shipped.ts'

describe('what a completion is taken from', () => {
  const told = (cells: Cells) => {
    const one = row({ 单位: '户', ...cells })
    const completion = completionIn(relationsOf(one))
    return (
      completion && [
        completion.source,
        printed(completion.value),
        completionText(one, completion, zh),
        setAside(one, completion.source, zh),
      ]
    )
  }

  test.each<[string, Cells, string[] | undefined]>([
    ['printed alone', { 完成率: '96%' }, ['printed', '96', '96%', '']],
    ['not printed', { 完成值: '3', 目标值: '4' }, ['implied', '75', '计算 75.0%', '']],
    [
      'printed, and it holds',
      { 完成值: '1', 目标值: '8', 完成率: '12.5%' },
      ['printed', '25/2', '12.5%', ''],
    ],
    ['printed as rounded', { 完成值: '2', 目标值: '3', 完成率: '66.7%' }, ['printed', '200/3', '66.7%', '']],
    ['printed as cut off', { 完成值: '2', 目标值: '3', 完成率: '66.6%' }, ['printed', '200/3', '66.6%', '']],
    [
      'printed, and it cannot be',
      { 完成值: '1078', 目标值: '不少于8166', 完成率: '2.89%' },
      ['figures', '53900/4083', '计算 13.2%', '公布为 2.89%'],
    ],
    [
      'capped',
      { 完成值: '120', 目标值: '100', 完成率: '100%' },
      ['figures', '120', '计算 120.0%', '公布为 100%'],
    ],
    // It prints as 100 %, and says so of a target that was missed.
    [
      'rounded up to a target that was missed',
      { 完成值: '2499', 目标值: '2500', 完成率: '100%' },
      ['figures', '2499/25', '计算 99.96%', '公布为 100%'],
    ],
    ['about', { 完成值: '约100', 目标值: '200', 完成率: '90%' }, ['printed', '90', '90%', '']],
    ['neither', { 完成值: '3' }, undefined],
  ])('%s', (_, cells, wanted) => {
    expect(told(cells)).toEqual(wanted)
  })
})

/** Of every mark: its place, what is written of it, and what the table beside it says are one value. */
function saysOneValue(set: DataSet): void {
  const board = reviewed(set)
  const { axis, lines } = layoutSheet(sheetProjects(board, set.projects), DESKTOP)
  const table = indicatorTable(board, set.rows, zh)
  const column = (name: string) => table.columns.indexOf(name)
  for (const line of lines) {
    for (const { row, x, completion: value, source } of line.marks) {
      if (!value || !source) continue
      expect(x).toBe(axis.at(toNumber(value)))
      const text = completionText(row, { value, source }, zh)
      const figure = row.figures.completion
      const cells = table.rows[set.rows.indexOf(row)] ?? []
      if (source === 'printed') {
        if (!figure) throw new Error('printed, but where?')
        expect(text).toBe(figure.text)
        const names =
          compare(figure.value, value) === 0 || I.contains(standsFor(figure, 'result', 'any'), value)
        expect([text, printed(value), names]).toEqual([text, printed(value), true])
        expect(compare(figure.value, HUNDRED) < 0).toBe(compare(value, HUNDRED) < 0)
        expect(cells[column(zh.chart.workedOut)]).toBe('')
      } else {
        expect(text).toContain(`${percentText(value, 1)}%`)
        expect(text).not.toBe(figure?.text)
        expect(cells[column(zh.chart.workedOut)]).toBe(`${percentText(value, 1)}%`)
      }
    }
    const label = lineLabel(
      line,
      axis.target,
      line.marks.map(({ row }) => row),
      zh,
    )
    const written = line.marks.flatMap(({ row, completion: value, source }) =>
      value && source ? [completionText(row, { value, source }, zh)] : [],
    )
    if (label.onMark && /\d%$/.test(label.figure) && !label.figure.includes('目标'))
      expect(written.some((text) => label.figure.endsWith(text))).toBe(true)
  }
}

describe('label, place and table name one value', () => {
  test.each([nanyang, ...BULLETINS.map(shippedSet)].map((set) => [set.entry.file, set] as const))(
    'of %s',
    (_, set) => saysOneValue(set),
  )

  test('of generated lists', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyRow, edgeRow), { minLength: 1, maxLength: 15 }), (rows) =>
        saysOneValue(loadDataSet(csv(rows), entry())),
      ),
      { seed: 131, numRuns: 250 },
    )
  })
})

describe('Nanyang 2020, where 2.89% was printed of 1078 and 8166', () => {
  const set = shippedSet('nanyang-2020-04.csv')
  const board = reviewed(set)
  const one = set.rows.find(({ cells }) => cells.completion === '2.89%')
  if (!one) throw new Error('not there')

  it('goes on from what the figures give, and says so', () => {
    expect(paceWords(one, relationsOf(one), zh)).toContain(
      '完成 13.2%（按完成值计算，公布为 2.89%），是序时进度的 39.9%',
    )
    const sentences = (board.findingsOf.get(one) ?? []).map((finding) => sentenceOf(finding, zh))
    expect(sentences).toContain('按完成值计算，完成目标的 13.2%，而全年已过 33.1%。')
  })
})

test('a sentence that goes on from a coarse figure names what it went on from', () => {
  const one = row({
    截至: '2020-04',
    年度: '2020',
    完成值: '21257',
    单位: '人',
    目标值: '60000',
    完成率: '35%',
  })
  expect(paceWords(one, relationsOf(one), zh)).toContain(
    '完成 35.4%（按完成值计算，公布为 35%），是序时进度的 107.2%',
  )
})

test('twice the target is told of what is computed with', () => {
  const [easy] = reviewOf([{ 完成值: '500', 单位: '人', 目标值: '200', 完成率: '25%' }]).findings.filter(
    ({ rule }) => rule === 'target-too-easy',
  )
  expect(easy && sentenceOf(easy, zh)).toBe('按完成值计算，完成目标的 250.0%，目标是不是定低了？')
})
