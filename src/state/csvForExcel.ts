import { csvCell } from '../load/cell.ts'
import { decode } from '../load/decode.ts'
import { fetchBytes } from '../load/fetchFile.ts'
import { delimiterOf, parseTable } from '../load/parse.ts'
import { originalOf } from './own.ts'
import { isOwn } from './sets.ts'

const MARK = '\ufeff'

/**
 * A list's file as Excel opens it by a double click: UTF-8 with a byte-order mark, commas. Without the mark Excel takes
 * UTF-8 for the system's own encoding, and tabs or semicolons for one column.
 * @returns undefined where its file is gone, or is no text
 * @throws where it cannot be had
 */
export async function csvForExcel(id: string, file: string): Promise<Blob | undefined> {
  const original = isOwn(id) ? (await originalOf(id))?.content : new Blob([await bytesOf(file)])
  const text = original && decode(new Uint8Array(await original.arrayBuffer()))
  if (text === undefined) return undefined
  const plain = text.replace(/^\ufeff/, '')
  const content = delimiterOf(plain) === ',' ? plain : withCommas(plain)
  return new Blob([MARK, content], { type: 'text/csv;charset=utf-8' })
}

const bytesOf = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await fetchBytes(file))

const withCommas = (text: string): string =>
  parseTable(text)
    .records.map(({ cells }) => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`)
    .join('')
