import type { Refusal } from '../../model/refusal.ts'
import { decode } from '../decode.ts'
import { LARGEST_UNPACKED, MOST_COLUMNS } from '../limits.ts'
import type { Sheet } from '../openFile.ts'
import { type Book, readSheet, unescaped } from './sheet.ts'
import { codeOf } from './shown.ts'
import { readXml } from './xml.ts'
import { type Entry, unpack } from './zip.ts'

/**
 * A workbook's files → its sheets, hidden ones last, or why there are none. @throws where it is broken
 */
export function readWorkbook(bytes: Uint8Array, entries: readonly Entry[]): Sheet[] | Refusal {
  const parts = partsOf(bytes, entries)
  if (typeof parts !== 'function') return parts
  const root = relationsOf(parts('_rels/.rels'), '')
  const workbook = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const relations = relationsOf(parts(relationsFile(workbook)), folder)
  const partOf = (wanted: string) => parts(relations.find(({ type }) => type === wanted)?.target ?? '')
  const { sheets, is1904 } = readIndex(parts(workbook))
  const book: Book = {
    strings: readStrings(partOf('sharedStrings')),
    formats: readFormats(partOf('styles')),
    is1904,
  }
  const read: Sheet[] = []
  for (const { name, relation, hidden } of sheets) {
    const target = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target
    // A sheet of nothing but a chart is none of cells.
    if (target === undefined) continue
    const { table, hiddenLines, columns } = readSheet(parts(target), book, MOST_COLUMNS)
    if (columns > MOST_COLUMNS) return { reason: 'too-many-columns', columns, limit: MOST_COLUMNS }
    if (table.records.length > 0) read.push({ name, table, hidden, hiddenLines })
  }
  return [...read.filter(({ hidden }) => !hidden), ...read.filter(({ hidden }) => hidden)]
}

const WANTED = /\.(?:xml|rels)$/i

/** Gives the text of each part by its name, '' where the book has none; what is not asked for is not unpacked. */
function partsOf(bytes: Uint8Array, entries: readonly Entry[]): ((name: string) => string) | Refusal {
  const byName = new Map(
    entries.filter(({ name }) => WANTED.test(name)).map((entry) => [entry.name.toLowerCase(), entry]),
  )
  const largest = [...byName.values()].reduce((sum, { size }) => sum + size, 0)
  if (largest > LARGEST_UNPACKED) return { reason: 'too-large', size: largest, limit: LARGEST_UNPACKED }
  return (name) => {
    const entry = byName.get(name.toLowerCase())
    if (!entry) return ''
    const text = decode(unpack(bytes, entry))
    if (text === undefined) throw new Error(`${name}: no text`)
    return text
  }
}

interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `sharedStrings`; the rest differs between Excel's two dialects. */
  readonly type: string
  /** From the root of the archive. */
  readonly target: string
}

function relationsFile(part: string): string {
  const name = part.lastIndexOf('/') + 1
  return `${part.slice(0, name)}_rels/${part.slice(name)}.rels`
}

function relationsOf(xml: string, folder: string): Relation[] {
  const relations: Relation[] = []
  if (xml === '') return relations
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id = '', Type = '', Target = '' } = attributes()
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) })
    },
  })
  return relations
}

/** `/xl/a.xml` stands from the root, `../a.xml` and `a.xml` from the folder. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

interface Index {
  readonly sheets: readonly { readonly name: string; readonly relation: string; readonly hidden: boolean }[]
  readonly is1904: boolean
}

function readIndex(xml: string): Index {
  const sheets: { name: string; relation: string; hidden: boolean }[] = []
  let is1904 = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '')
      if (name !== 'sheet') return
      const all = attributes()
      const relation = Object.entries(all).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: all.name ?? '', relation, hidden: (all.state ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, is1904 }
}

/** Pieces of one string joined; how to pronounce it (rPh) stands beside it, and is no part of it. */
function readStrings(xml: string): string[] {
  const strings: string[] = []
  if (xml === '') return strings
  let [text, phonetic, isText] = ['', 0, false]
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 'rPh') phonetic -= 1
      else if (name === 't') isText = false
    },
    text: (piece) => {
      if (isText) text += piece
    },
  })
  return strings
}

/** Number formats by cell style. */
function readFormats(xml: string): string[] {
  const codes = new Map<number, string>()
  const formats: string[] = []
  if (xml === '') return formats
  let within: string | undefined
  readXml(xml, {
    open: (name, attributes) => {
      // Other parts have formats too: those of conditions, and of named styles that cells repeat.
      if (name === 'numFmts' || name === 'cellXfs') within = name
      else if (within === 'numFmts' && name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes()
        codes.set(Number(numFmtId), formatCode)
      } else if (within === 'cellXfs' && name === 'xf') {
        const id = Number(attributes().numFmtId ?? '0')
        formats.push(codes.get(id) ?? codeOf(id))
      }
    },
    close: (name) => {
      if (name === within) within = undefined
    },
  })
  return formats
}
