import type { Refusal } from '../model/refusal.ts'
import { decode, type Encoding, encodingOf } from './decode.ts'
import { fileKind, isMarkup } from './fileKind.ts'
import { areOnlyHeaders } from './findHeader.ts'
import { LARGEST_TEXT, LARGEST_WORKBOOK, MOST_COLUMNS } from './limits.ts'
import { columnsOf, type Delimiter, delimiterOf, LONGEST_HEAD, parseTable, type Table } from './parse.ts'
import { part } from './partMissing.ts'

/** What a file turned out to be. */
export type Opened =
  | {
      readonly kind: 'tables'
      /** At least one, filled. A text has one, without a name; hidden sheets of a workbook come last. */
      readonly sheets: readonly Sheet[]
      /** How the text was read; undefined for a workbook. */
      readonly encoding?: Encoding
      readonly delimiter?: Delimiter
    }
  | { readonly kind: 'refused'; readonly why: Refusal }

export interface Sheet {
  readonly name: string
  readonly table: Table
  /** Hidden in the workbook. */
  readonly hidden: boolean
  /** Lines that are hidden in the workbook, or filtered away; they are read like all others. */
  readonly hiddenLines: number
}

const refused = (why: Refusal): Opened => ({ kind: 'refused', why })

/**
 * Bytes of a file → its tables, or why there are none. Told by the bytes; the name only names what they leave open.
 * What reads workbooks is loaded with the first of them. Never throws on any bytes.
 * @param isPart the bytes are a file's beginning, and its rows may be yet to come
 * @throws PartMissing where that code cannot be fetched
 */
export async function readFile(bytes: Uint8Array, name: string, isPart = false): Promise<Opened> {
  const opened = await readAny(bytes, name)
  return opened.kind === 'tables' && !isPart && areOnlyHeaders(opened.sheets.map(({ table }) => table))
    ? refused({ reason: 'no-rows' })
    : opened
}

async function readAny(bytes: Uint8Array, name: string): Promise<Opened> {
  const kind = fileKind(bytes, name)
  if (typeof kind === 'object') return refused(kind)
  const limit = kind === 'zip' ? LARGEST_WORKBOOK : LARGEST_TEXT
  if (bytes.length > limit) return refused({ reason: 'too-large', size: bytes.length, limit })
  if (kind === 'text') return readText(bytes)
  const { openZip } = await part(import('./xlsx/openZip.ts'))
  const read = openZip(bytes, name)
  return 'reason' in read ? refused(read) : { kind: 'tables', sheets: read }
}

function readText(bytes: Uint8Array): Opened {
  const encoding = encodingOf([bytes])
  const text = encoding && decode(bytes)
  if (text === undefined || encoding === undefined) return refused({ reason: 'no-text' })
  if (isMarkup(text)) return refused({ reason: 'markup' })
  const table = parseTable(text)
  const columns = columnsOf(table)
  if (columns > MOST_COLUMNS) return refused({ reason: 'too-many-columns', columns, limit: MOST_COLUMNS })
  if (columns < 2) return refused({ reason: text.trim() === '' ? 'empty' : 'no-table' })
  const sheet: Sheet = { name: '', table, hidden: false, hiddenLines: 0 }
  return { kind: 'tables', sheets: [sheet], encoding, delimiter: delimiterOf(oneLineEnd(text)) }
}

/** As the parser has it. */
const oneLineEnd = (text: string): string => text.slice(0, 2 * LONGEST_HEAD).replace(/\r\n?/g, '\n')
