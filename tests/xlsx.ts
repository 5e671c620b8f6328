import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'

/** A file of tests/fixtures/files. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/files/${name}`, import.meta.url)))

export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface SheetXml {
  readonly name?: string
  /** What stands inside sheetData: rows. */
  readonly rows: string
  /** What follows it. */
  readonly behind?: string
  readonly state?: 'hidden' | 'veryHidden'
}

interface Parts {
  readonly sheets: readonly SheetXml[]
  /** The si elements. */
  readonly strings?: string
  /** Number formats by cell style: a built-in number or a code. */
  readonly formats?: readonly (number | string)[]
  readonly workbookPr?: string
}

/** The files of a workbook as Excel and WPS lay it out, written by hand. */
export function workbookFiles({ sheets, strings = '', formats = [0], workbookPr = '' }: Parts) {
  const codes = formats.map((format, i) => ({ id: typeof format === 'number' ? format : 176 + i, format }))
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><fileVersion appName="xl"/>${workbookPr}<sheets>${sheets
      .map(({ name, state }, i) => {
        const hidden = state ? ` state="${state}"` : ''
        return `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rId90', 'sharedStrings', 'sharedStrings.xml'],
      ['rId91', 'styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${codes
      .flatMap(({ id, format }) =>
        typeof format === 'string' ? [`<numFmt numFmtId="${id}" formatCode="${escaped(format)}"/>`] : [],
      )
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${codes
      .map(({ id }) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="176" formatCode="0"/></dxf></dxfs></styleSheet>`,
  }
  sheets.forEach(({ rows, behind = '' }, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`
  })
  return files
}

export const workbook = (parts: Parts): Uint8Array => zipped(workbookFiles(parts))

function relations(list: readonly (readonly [string, string, string])[]): string {
  const all = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** A row of inline strings. */
export const textRow = (line: number, cells: readonly string[]): string =>
  `<row r="${line}">${cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`
