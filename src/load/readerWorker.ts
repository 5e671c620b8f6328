import { hashOf } from './hash.ts'
import { type Opened, readFile } from './openFile.ts'
import type { Table } from './parse.ts'
import {
  BEGINNING,
  type Found,
  type FoundSheet,
  HEAD_RECORDS,
  LARGE,
  LARGEST,
  MOST_RECORDS,
} from './reader.ts'
import { linesOfCsv } from './tableText.ts'

export type Question =
  | { readonly kind: 'read'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'csv'; readonly sheet: number }
  | { readonly kind: 'hash'; readonly file: Blob }
export type Answer = Found | Blob | string

const scope = globalThis as unknown as {
  onmessage: (e: MessageEvent<{ id: number; question: Question }>) => void
  postMessage: (message: Told) => void
}

export type Told = { readonly id: number } & ({ readonly answer: Answer } | { readonly error: string })

/** Of the file read last. */
let last: Opened | undefined

scope.onmessage = async ({ data: { id, question } }) => {
  try {
    scope.postMessage({ id, answer: await answerTo(question) })
  } catch (error) {
    // A file that was moved meanwhile, a folder, a part that could not be fetched.
    scope.postMessage({ id, error: String(error) })
  }
}

async function answerTo(question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'read':
      return read(question.file, question.name)
    case 'csv':
      return asCsv(question.sheet)
    case 'hash':
      return hashOf(question.file)
  }
}

const ZIP = [0x50, 0x4b]

async function read(file: Blob, name: string): Promise<Found> {
  last = undefined
  if (file.size > LARGEST)
    return { kind: 'refused', why: { reason: 'too-large', size: file.size, limit: LARGEST } }
  const first = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isZip = ZIP.every((byte, i) => first[i] === byte)
  const isPart = file.size > LARGE && !isZip
  const bytes = new Uint8Array(await (isPart ? file.slice(0, BEGINNING) : file).arrayBuffer())
  const opened = await readFile(isPart ? wholeLines(bytes) : bytes, name, isPart)
  if (opened.kind === 'refused') return opened
  last = opened
  const { encoding } = opened
  return {
    kind: 'tables',
    sheets: opened.sheets.map(({ table, ...sheet }) => ({ ...sheet, ...shortened(table, isPart) })),
    ...(encoding && { encoding }),
  }
}

function shortened(table: Table, isPart: boolean): Pick<FoundSheet, 'records' | 'head' | 'table'> {
  const { records } = table
  const isShort = !isPart && records.length <= MOST_RECORDS
  return {
    records: isPart ? undefined : records.length,
    head: { records: records.slice(0, HEAD_RECORDS), brokenQuotes: [] },
    table: isShort ? table : undefined,
  }
}

/** The beginning of a text, cut behind its last line end: no character is halved there. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!isLittle && !isBig) {
    const end = bytes.lastIndexOf(0x0a)
    return end < 0 ? bytes : bytes.subarray(0, end + 1)
  }
  for (let i = bytes.length - (bytes.length % 2) - 2; i > 0; i -= 2)
    if (bytes[i + (isLittle ? 0 : 1)] === 0x0a && bytes[i + (isLittle ? 1 : 0)] === 0)
      return bytes.subarray(0, i + 2)
  return bytes
}

function asCsv(sheet: number): Blob {
  const table = last?.kind === 'tables' ? last.sheets[sheet]?.table : undefined
  return new Blob([...linesOfCsv(table ?? { records: [], brokenQuotes: [] })], { type: 'text/csv' })
}
