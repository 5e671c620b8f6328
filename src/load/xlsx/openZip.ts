import type { Refusal } from '../../model/refusal.ts'
import { extensionOf } from '../fileKind.ts'
import type { Sheet } from '../openFile.ts'
import { readWorkbook } from './workbook.ts'
import { type Entry, entriesOf, unpack } from './zip.ts'

/** What a file inside tells about the archive. */
const INSIDE: readonly (readonly [RegExp, Refusal])[] = [
  [/^xl\/workbook\.bin$/i, { reason: 'old-workbook', format: 'xlsb' }],
  [/^word\//i, { reason: 'document', format: 'docx' }],
  [/^ppt\//i, { reason: 'document', format: 'pptx' }],
  [/^OFD\.xml$/i, { reason: 'document', format: 'ofd' }],
]
const EXCEL = /^(?:xlsx|xlsm|xltx|et)$/

/** A ZIP file → the sheets of the workbook that it is, or what it is instead. Never throws. */
export function openZip(bytes: Uint8Array, name: string): readonly Sheet[] | Refusal {
  const broken: Refusal = { reason: 'broken-workbook' }
  const archive: Refusal = { reason: 'archive', format: 'zip' }
  const claimed = EXCEL.test(extensionOf(name))
  const entries = entriesOf(bytes)
  if (!entries) return claimed ? broken : archive
  try {
    if (!entries.some(({ name }) => /^(?:xl\/)?workbook\d*\.xml$/i.test(name)))
      return otherKind(bytes, entries, archive)
    if (entries.some(({ encrypted }) => encrypted)) return { reason: 'encrypted' }
    const read = readWorkbook(bytes, entries)
    return Array.isArray(read) && read.length === 0 ? { reason: 'no-table' } : read
  } catch {
    return broken
  }
}

function otherKind(bytes: Uint8Array, entries: readonly Entry[], archive: Refusal): Refusal {
  const known = INSIDE.find(([part]) => entries.some(({ name }) => part.test(name)))
  if (known) return known[1]
  const type = entries.find(({ name, size }) => name === 'mimetype' && size < 200)
  const [, open] = /opendocument\.(\w+)/.exec(type ? new TextDecoder().decode(unpack(bytes, type)) : '') ?? []
  if (open === 'spreadsheet') return { reason: 'old-workbook', format: 'ods' }
  return open === undefined ? archive : { reason: 'document', format: open === 'text' ? 'odt' : 'odp' }
}
