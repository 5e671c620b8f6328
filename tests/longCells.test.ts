import { describe, expect, test } from 'vitest'
import { review } from '../src/checks/check.ts'
import { claimsAll, claimsDone } from '../src/checks/rules/claimContradicted.ts'
import { bigramsOf, plainName as comparedName } from '../src/compare/names.ts'
import { toCsv } from '../src/exports/csv.ts'
import { folded } from '../src/lib/folded.ts'
import { aboutTable } from '../src/load/aboutTable.ts'
import { byLayout } from '../src/load/byLayout.ts'
import { csvCell, escapeCell, unescapeCell } from '../src/load/cell.ts'
import { beneath, isUnit } from '../src/load/cellsBeneath.ts'
import { isMarkup } from '../src/load/fileKind.ts'
import { findHeader } from '../src/load/findHeader.ts'
import { basisOf, meaningsOf, unitInName } from '../src/load/headerNames.ts'
import { guessLayout } from '../src/load/layout.ts'
import { delimiterOf, parseTable, type Table } from '../src/load/parse.ts'
import { isClaim, isDash, readPhrase } from '../src/load/phrase.ts'
import { readTable } from '../src/load/readTable.ts'
import { linesOfSheet } from '../src/load/tableText.ts'
import { unescaped } from '../src/load/xlsx/sheet.ts'
import { readXml } from '../src/load/xlsx/xml.ts'
import { COLUMNS } from '../src/model/dataSet.ts'
import { isDate, isYearEnd, lastDay, yearOf } from '../src/model/date.ts'
import { parseFigure } from '../src/model/figure.ts'
import { isWithin, regionPath, regionsAbove } from '../src/model/region.ts'
import { conversion, isAdded, isCounted, splitScale } from '../src/model/unit.ts'
import { inLines } from '../src/report/drawings.ts'
import { findingTable } from '../src/report/findingTable.ts'
import { contractTable, indicatorTable, issueTable } from '../src/report/tables.ts'
import { zh } from '../src/text/zh.ts'
import { isNumeric } from '../src/views/DataTable.tsx'
import { entry } from './build.ts'
import { growsFast, hostile, plainlyHostile } from './hostile.ts'

const rows = (...records: string[][]): Table => ({
  records: records.map((cells, i) => ({ line: i + 1, cells })),
  brokenQuotes: [],
})
const NAMES = COLUMNS.map(([, name]) => name)
const PLAIN = [
  '某市',
  '2023',
  '2023-12-20',
  '1',
  '培训',
  '市定',
  '',
  '',
  '人数',
  '736',
  '人',
  '4000',
  '18.4%',
]

/** All that takes the text of a cell, a name or a piece of a file. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  figure: parseFigure,
  unit: (text) => parseFigure('5', text),
  scale: splitScale,
  units: (text) => [conversion(text, '人'), isCounted(text), isAdded(text), isUnit(text)],
  date: (text) => [isDate(text), lastDay(text), isYearEnd(text, text), yearOf({ year: text, as_of: text })],
  region: (text) => [regionPath(text), regionsAbove(text), isWithin(text, text.slice(1))],
  escape: (text) => [escapeCell(text), unescapeCell(text), csvCell(text)],
  phrase: (text) => [readPhrase(text), readPhrase(text, 'target')],
  words: (text) => [isClaim(text), isDash(text), claimsAll(text), claimsDone(text)],
  beneath: (text) => beneath([text, text]),
  header: (text) => [meaningsOf(text), basisOf(text), unitInName(text)],
  title: (text) => aboutTable([text]),
  folded,
  xmlText: (text) => unescaped(text),
  xml: (text) =>
    readXml(`<a>${text.replace(/[<]/g, '')}</a>`, { open: () => undefined, text: () => undefined }),
  markup: isMarkup,
  delimiter: (text) => delimiterOf(text),
  parse: (text) => parseTable(`项目,指标\n${text},1\n`),
  quoted: (text) => parseTable(`项目,指标\n"${text}",1\n`),
  lines: (text) => [...linesOfSheet(rows([text]))],
  numeric: isNumeric,
}

/** Work by the character, which takes its time. */
const SLOWER: typeof READERS = {
  name: (text) => bigramsOf(comparedName(text)),
  drawn: (text) => inLines(text, 12, 200),
}

test.each(Object.entries(SLOWER))(
  '%s takes no more than its share of a long name',
  { timeout: 120_000 },
  (_, read) => {
    expect(plainlyHostile.filter(({ of }) => growsFast(read, of)).map(({ name }) => name)).toEqual([])
  },
)

test.each(Object.entries(READERS))(
  '%s takes no more than its share of a long cell',
  { timeout: 120_000 },
  (_, read) => {
    expect(hostile.filter(({ of }) => growsFast(read, of)).map(({ name }) => name)).toEqual([])
  },
)

describe('a table is read, checked and written at a pace that its length sets, with a long cell', () => {
  const written = (table: Table) => {
    const board = review(readTable(table, entry()))
    const { set } = board
    return [
      contractTable(set.rows, set.extraColumns),
      indicatorTable(board, set.rows, zh),
      findingTable(board.findings, zh),
      issueTable(set, zh),
    ].map((one) => toCsv(one, ['来源']))
  }

  test.each(NAMES.map((name, at) => [name, at] as const))('under %s', { timeout: 120_000 }, (_, at) => {
    const work = (text: string) =>
      written(
        rows(
          [...NAMES],
          PLAIN.map((cell, i) => (i === at ? text : cell)),
        ),
      )
    expect(plainlyHostile.filter(({ of }) => growsFast(work, of)).map(({ name }) => name)).toEqual([])
  })

  test('in the header, and beneath one of its own', { timeout: 120_000 }, () => {
    const work = (text: string) => {
      const table = rows([text, '', ''], ['项目名称', text, '完成情况'], ['培训', text, text], [text, '', ''])
      const { layout } = guessLayout(table, { file: text, sheet: text })
      return [findHeader(table), readTable(table, entry(), byLayout(layout))]
    }
    expect(plainlyHostile.filter(({ of }) => growsFast(work, of)).map(({ name }) => name)).toEqual([])
  })
})
