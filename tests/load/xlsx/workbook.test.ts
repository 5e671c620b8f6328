import { describe, expect, it, test } from 'vitest'
import { guessLayout } from '../../../src/load/layout.ts'
import { readFile } from '../../../src/load/openFile.ts'
import { readTable } from '../../../src/load/readTable.ts'
import { entry } from '../../build.ts'
import { fixture, type SheetXml, textRow, workbook, workbookFiles, zipped } from '../../xlsx.ts'

async function sheetsOf(bytes: Uint8Array) {
  const opened = await readFile(bytes, 'a.xlsx')
  if (opened.kind === 'refused') throw new Error(JSON.stringify(opened.why))
  return opened.sheets
}
const recordsOf = async (bytes: Uint8Array) => (await sheetsOf(bytes))[0]?.table.records
const cellsOf = async (rows: string, parts: Omit<Parameters<typeof workbook>[0], 'sheets'> = {}) =>
  (await recordsOf(workbook({ sheets: [{ rows }], ...parts })))?.map(({ cells }) => cells)

describe('a workbook of LibreOffice', () => {
  it('has its sheets, the hidden one last and marked', async () => {
    const sheets = await sheetsOf(fixture('wide.xlsx'))
    expect(sheets.map(({ name, hidden, hiddenLines }) => [name, hidden, hiddenLines])).toEqual([
      ['进度', false, 1],
      ['日期', false, 0],
      ['旧', true, 0],
    ])
  })

  it('is read as it is shown, line for line', async () => {
    expect(await recordsOf(fixture('wide.xlsx'))).toEqual([
      { line: 1, cells: ['某市2023年民生实事完成情况'] },
      { line: 2, cells: ['序号', '项目', '指标名称', '单位', '完成情况', '', '', '责任单位'] },
      { line: 3, cells: ['', '', '', '', '目标值', '完成值', '完成率'] },
      { line: 4, cells: ['1', '职业技能培训', '培训', '人次', '28.0万', '58.9万', '210.2%', '市人社局'] },
      { line: 5, cells: ['', '', '取证', '本', '1,200.50', '0.3', '117%'] },
      { line: 6, cells: ['2', '农村公路', '新建', '公里', '1000', '#DIV/0!', '100.0%', 'TRUE'] },
      { line: 7, cells: ['注：数据截至12月20日，由责任单位提供。'] },
    ])
  })

  it('says which cells are one', async () => {
    const [sheet] = await sheetsOf(fixture('wide.xlsx'))
    expect(sheet?.table.merges).toContainEqual({ top: 1, bottom: 1, left: 0, right: 7 })
    expect(sheet?.table.merges).toContainEqual({ top: 4, bottom: 5, left: 1, right: 1 })
  })

  it('has dates as the contract writes them, and text that looks like a formula as text', async () => {
    const [, dates] = await sheetsOf(fixture('wide.xlsx'))
    expect(dates?.table.records.slice(1)).toEqual([
      { line: 2, cells: ['甲\n乙', '=1+1', '0.3', '2023-12-20'] },
      { line: 3, cells: ['丙', '丁', '-5', '2023-09'] },
    ])
  })

  it('of two pieces of a formula that cannot be worked out, tells where', async () => {
    const [sheet] = await sheetsOf(fixture('wide.xlsx'))
    if (!sheet) throw new Error('no sheet')
    const { byLayout } = await import('../../../src/load/byLayout.ts')
    const set = readTable(sheet.table, entry(), byLayout(guessLayout(sheet.table).layout))
    expect(set.issues).toEqual([{ kind: 'unreadable', line: 6, column: '完成值', text: '#DIV/0!' }])
    expect(set.rows.map(({ cells }) => [cells.no, cells.project, cells.owner])).toEqual([
      ['1', '职业技能培训', '市人社局'],
      ['1', '职业技能培训', '市人社局'],
      ['2', '农村公路', 'TRUE'],
    ])
  })
})

/** Written as WPS writes: its own properties, its own formats, and how strings are pronounced. */
const WPS = {
  ...workbookFiles({
    sheets: [
      {
        name: '完成情况',
        rows: `<row r="1" spans="1:5"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
          <row r="3" spans="1:5"><c r="A3" t="s"><v>4</v></c><c r="B3" s="1"><v>1.17</v></c><c r="C3" s="2"><v>45280</v></c><c r="D3" s="3"><v>45261</v></c></row>
          <row r="4"><c r="A4" t="s"><v>5</v></c><c r="B4" s="4"><v>1.0009999999999999</v></c><c r="C4" t="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>`,
      },
    ],
    strings: `<si><t>项目</t><phoneticPr fontId="1" type="noConversion"/></si><si><t>完成率</t></si><si><t>截至</t></si><si><t>月份</t></si>
      <si><r><rPr><b/></rPr><t xml:space="preserve">农村 </t></r><r><t>公路</t></r><rPh sb="0" eb="2"><t>ノウソン</t></rPh></si><si><t>a_x000D_&#10;b &amp; &#x20BB7;</t></si>`,
    formats: [0, '0.0%', 31, 57, '0.00_ '],
  }),
  'docProps/custom.xml':
    '<Properties><property name="KSOProductBuildVer"><lpwstr>2052-12.1.0</lpwstr></property></Properties>',
}

describe('a workbook of WPS', () => {
  it('is read as it is shown', async () => {
    expect(await recordsOf(zipped(WPS))).toEqual([
      { line: 1, cells: ['项目', '完成率', '截至', '月份'] },
      { line: 3, cells: ['农村 公路', '117.0%', '2023-12-20', '2023-12'] },
      { line: 4, cells: ['a\r\nb & 𠮷', '1.00', '=DISPIMG("ID_1",1)'] },
    ])
  })
})

describe('cells', () => {
  test.each([
    ['inline text', '<c t="inlineStr"><is><t>甲</t></is></c>', '甲'],
    [
      'inline text in pieces',
      '<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>',
      '甲乙',
    ],
    ['what a formula gives', '<c t="str"><f>A1</f><v>甲</v></c>', '甲'],
    ['a number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that nobody worked out', '<c><f>A1*2</f></c>', '=A1*2'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['no', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['a date in words', '<c t="d"><v>2023-12-20T00:00:00</v></c>', '2023-12-20'],
    ['a number without a style of its own', '<c s="99"><v>0.30000000000000004</v></c>', '0.3'],
    ['an apostrophe that is meant', '<c t="inlineStr"><is><t>\'=1</t></is></c>', "''=1"],
    ['what XML cannot hold', '<c t="inlineStr"><is><t>_x0041_b</t></is></c>', 'Ab'],
  ])('%s', async (_, xml, wanted) => {
    expect(await cellsOf(`<row r="1">${xml}<c t="inlineStr"><is><t>x</t></is></c></row>`)).toEqual([
      [wanted, 'x'],
    ])
  })

  it('that name no shared text are blank', async () => {
    const row =
      '<row><c t="s"><v>0</v></c><c t="s"/><c t="s"><v></v></c><c t="s"><v>9</v></c><c t="s"><v>1</v></c></row>'
    const strings = '<si><t>甲</t></si><si><t>乙</t></si>'
    expect(await cellsOf(row, { strings })).toEqual([['甲', '', '', '', '乙']])
  })

  it('stand where they say, or behind one another', async () => {
    const cell = (at: string) => `<c${at} t="inlineStr"><is><t>x</t></is></c>`
    expect(await cellsOf(`<row>${cell('')}${cell(' r="D1"')}${cell('')}</row>`)).toEqual([
      ['x', '', '', 'x', 'x'],
    ])
    expect(await cellsOf(`<row>${cell(' r="AB1"')}</row>`)).toEqual([[...Array(27).fill(''), 'x']])
  })

  it('never share a line, nor lack one', async () => {
    const numbers = ['abc', '3', '3', '2', '1e9', '', '9']
    const rows = numbers.map((r) => textRow(1, ['a', 'b']).replace('r="1"', `r="${r}"`)).join('')
    const records = await recordsOf(workbook({ sheets: [{ rows }] }))
    expect(records?.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7, 9])
  })

  it('of rows without a number follow the one above', async () => {
    const records = await recordsOf(
      workbook({ sheets: [{ rows: `${textRow(7, ['a', 'b'])}<row/><row><c t="b"><v>1</v></c></row>` }] }),
    )
    expect(records?.map(({ line }) => line)).toEqual([7, 9])
  })

  it('count days from 1904 where the workbook does', async () => {
    const parts = { formats: [0, 'yyyy-mm-dd'], workbookPr: '<workbookPr date1904="1"/>' }
    expect(await cellsOf('<row><c s="1"><v>43818</v></c></row>', parts)).toEqual([['2023-12-20']])
  })
})

describe('workbooks of other writers', () => {
  const rows = textRow(1, ['项目', '指标'])
  const wanted = [{ line: 1, cells: ['项目', '指标'] }]

  it('with prefixes', async () => {
    const files = workbookFiles({ sheets: [{ rows }] })
    const prefixed = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [
        name,
        name.startsWith('xl/') && !name.includes('_rels')
          ? xml
              .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
              .replace('xmlns=', 'xmlns:x=')
              .replace('<x:?', '<?')
          : xml,
      ]),
    )
    prefixed['xl/workbook.xml'] = prefixed['xl/workbook.xml']?.replace(/^<\?x:?/, '<?') ?? ''
    expect(await recordsOf(zipped(prefixed))).toEqual(wanted)
  })

  it('with other names, capitals and backslashes', async () => {
    const files = workbookFiles({ sheets: [{ rows }] })
    const renamed = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [
        name.replace('worksheets/sheet1', 'Worksheets\\Sheet1'),
        xml,
      ]),
    )
    expect(await recordsOf(zipped(renamed))).toEqual(wanted)
  })

  it('without strings, styles, or a list of what belongs to the archive', async () => {
    const {
      'xl/sharedStrings.xml': _,
      'xl/styles.xml': __,
      '_rels/.rels': ___,
      ...files
    } = workbookFiles({ sheets: [{ rows }] })
    expect(await recordsOf(zipped(files))).toEqual(wanted)
  })

  it('with sheets of charts among those of cells, and empty ones', async () => {
    const files = workbookFiles({ sheets: [{ rows: '' }, { rows }] })
    files['xl/_rels/workbook.xml.rels'] = (files['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId80" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    )
    files['xl/workbook.xml'] = (files['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      '<sheet name="图" sheetId="9" r:id="rId80"/></sheets>',
    )
    expect((await sheetsOf(zipped(files))).map(({ name }) => name)).toEqual(['Sheet2'])
  })

  it('hidden from their reader come last', async () => {
    const sheets: SheetXml[] = [
      { name: '甲', rows, state: 'veryHidden' },
      { name: '乙', rows },
    ]
    expect((await sheetsOf(workbook({ sheets }))).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['乙', false],
      ['甲', true],
    ])
  })
})
