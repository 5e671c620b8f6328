import { describe, expect, it, test } from 'vitest'
import { review } from '../../src/checks/check.ts'
import { templateCsv, templateXlsx } from '../../src/exports/template.ts'
import { guessLayout } from '../../src/load/layout.ts'
import { readFile } from '../../src/load/openFile.ts'
import { readTable } from '../../src/load/readTable.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import { OPENING } from '../../src/text/opening.ts'
import { entry } from '../build.ts'

async function sheetsOf(bytes: Uint8Array, name: string) {
  const opened = await readFile(bytes, name)
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.why))
  return opened.sheets
}
const csv = () => sheetsOf(new TextEncoder().encode(templateCsv()), 'a.csv')
const xlsx = async (lang: 'zh' | 'en') =>
  sheetsOf(new Uint8Array(await (await templateXlsx(OPENING[lang])).arrayBuffer()), 'a.xlsx')

describe.each([
  ['CSV', csv],
  ['XLSX', () => xlsx('zh')],
  ['XLSX in English', () => xlsx('en')],
])('the template as %s', (_, make) => {
  it('has the contract’s columns and three rows that hold', async () => {
    const sheets = await make()
    const [sheet] = sheets
    if (!sheet) throw new Error('no sheet')
    expect(guessLayout(sheet.table)).toMatchObject({ sure: 'certain', lacking: [] })
    expect(guessLayout(sheet.table).header).toEqual(COLUMNS.map(([, name]) => name))
    const set = readTable(sheet.table, entry())
    expect(set.issues).toEqual([])
    expect(set.rows.map(({ line, cells }) => [line, cells.project])).toEqual([
      [2, '建设口袋公园'],
      [3, '稳定和扩大就业'],
      [4, '治理农村生活污水'],
    ])
    for (const { cells } of set.rows) expect(`${cells.source}${cells.note}`).toContain('示例')
    const findings = review(set).findings.filter(({ severity }) => severity === 'error')
    expect(findings).toEqual([])
  })
})

test.each(['zh', 'en'] as const)('says in %s what every column holds', async (lang) => {
  const [, notes] = await xlsx(lang)
  const { template } = OPENING[lang]
  expect(notes?.name).toBe(template.notes)
  expect(notes?.table.records.slice(1).map(({ cells }) => [cells[0], cells[1], cells[3]])).toEqual(
    COLUMNS.map(([key, name]) => [name, key, template.columns[key]]),
  )
})
