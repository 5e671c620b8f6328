import { unescapeCell } from '../cell.ts'
import type { Merge, Table } from '../parse.ts'
import { plain, shown } from './shown.ts'
import { readXml } from './xml.ts'

/** What the cells of every sheet refer to. */
export interface Book {
  readonly strings: readonly string[]
  /** Number format of each cell style. */
  readonly formats: readonly string[]
  readonly is1904: boolean
}

export interface SheetContent {
  readonly table: Table
  readonly hiddenLines: number
  /** Up to the last filled cell of the longest row. */
  readonly columns: number
}

interface Cell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  formula: string
}

/**
 * The XML of a worksheet → its filled rows, each cell as it is shown. Beyond `mostColumns` cells are only counted.
 * @throws where it is not well formed
 */
export function readSheet(xml: string, book: Book, mostColumns: number): SheetContent {
  const records: { line: number; cells: string[] }[] = []
  const merges: Merge[] = []
  let [line, columns, hiddenLines, isHidden] = [0, 0, 0, false]
  let cells: string[] = []
  let cell: Cell | undefined
  let column = -1
  let into: 'value' | 'formula' | undefined
  let phonetic = 0

  const open = (name: string, attributes: () => Readonly<Record<string, string>>) => {
    if (name === 'row') {
      const { r, hidden } = attributes()
      line = lineOf(r, line)
      isHidden = hidden === '1' || hidden === 'true'
      cells = []
      column = -1
    } else if (name === 'c') {
      const { r, t = 'n', s = '0' } = attributes()
      column = r === undefined ? column + 1 : columnOf(r)
      cell = { column, type: t, style: Number(s), value: '', formula: '' }
    } else if (name === 'rPh') phonetic += 1
    else if (name === 'v' || (name === 't' && phonetic === 0)) into = 'value'
    else if (name === 'f') into = 'formula'
    else if (name === 'mergeCell') {
      const merge = mergeOf(attributes().ref ?? '')
      if (merge) merges.push(merge)
    }
  }
  const close = (name: string) => {
    if (name === 'rPh') phonetic -= 1
    else if (name === 'v' || name === 't' || name === 'f') into = undefined
    else if (name === 'c' && cell) {
      const text = textOf(cell, book)
      if (text.trim() !== '') {
        columns = Math.max(columns, cell.column + 1)
        if (cell.column < mostColumns) cells[cell.column] = text
      }
      cell = undefined
    } else if (name === 'row' && cells.length > 0) {
      records.push({ line, cells: Array.from(cells, (text) => text ?? '') })
      if (isHidden) hiddenLines += 1
    }
  }
  readXml(xml, {
    open,
    close,
    text: (text) => {
      if (cell && into) cell[into] += text
    },
  })
  return { table: { records, brokenQuotes: [], ...(merges.length > 0 && { merges }) }, hiddenLines, columns }
}

/** The next line where a row says none, or one that is no line or stands above already. */
function lineOf(said: string | undefined, last: number): number {
  const line = /^\d{1,7}$/.test(said ?? '') ? Number(said) : 0
  return line > last ? line : last + 1
}

/** `AB12` → 27. @throws where it is no cell of a sheet */
function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d+$/i.exec(reference)?.[1]
  if (letters === undefined) throw new Error(`no cell: ${reference}`)
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function mergeOf(reference: string): Merge | undefined {
  const [from = '', to = from] = reference.split(':')
  const lineIn = (cell: string) => Number(/^[A-Z]{1,3}(\d+)$/i.exec(cell)?.[1])
  const [top, bottom] = [lineIn(from), lineIn(to)]
  return Number.isNaN(top + bottom) ? undefined : { top, bottom, left: columnOf(from), right: columnOf(to) }
}

function textOf({ type, style, value, formula }: Cell, { strings, formats, is1904 }: Book): string {
  switch (type) {
    case 's':
      // Some writers leave cells that name no text: those are blank, not the first text of all.
      return value.trim() === '' ? '' : guarded(strings[Number(value)] ?? '')
    case 'inlineStr':
    case 'str':
      return guarded(unescaped(value))
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      // 2023-12-20T00:00:00
      return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')
    case 'e':
      return value
    default: {
      // A formula that was never worked out has no value to show: what stands there is shown, and told as unreadable.
      if (value.trim() === '') return formula === '' ? '' : `=${formula}`
      const number = Number(value)
      if (Number.isNaN(number)) return value
      const code = formats[style]
      return code === undefined ? plain(number) : shown(number, code, is1904)
    }
  }
}

/** An apostrophe that is meant: in a table it would be taken for the guard of a formula, and taken off. */
const guarded = (text: string): string =>
  text.trimStart().startsWith("'") && unescapeCell(text.trim()) !== text.trim()
    ? `'${text.trimStart()}`
    : text

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
