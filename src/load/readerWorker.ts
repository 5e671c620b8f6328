import { type Found, findTables } from './findTables.ts'
import { hashOf } from './hash.ts'
import type { Opened } from './openFile.ts'
import { isPartMissing } from './partMissing.ts'
import { type SheetText, sheetText } from './tableText.ts'

export type Question =
  | { readonly kind: 'read'; readonly file: Blob; readonly name: string; readonly most: number }
  | { readonly kind: 'sheet'; readonly sheet: number }
  | { readonly kind: 'hash'; readonly file: Blob }
export type Answer = Found | SheetText | string

const scope = globalThis as unknown as {
  onmessage: (e: MessageEvent<{ id: number; question: Question }>) => void
  postMessage: (message: Told) => void
}

export type Told = { readonly id: number } & (
  | { readonly answer: Answer }
  /** `isMissing`: a part of the page could not be fetched; nothing is wrong with the file. */
  | { readonly error: string; readonly isMissing: boolean }
)

/** Of the file read last. */
let last: Opened | undefined

scope.onmessage = async ({ data: { id, question } }) => {
  try {
    scope.postMessage({ id, answer: await answerTo(question) })
  } catch (error) {
    // A file that was moved meanwhile, a folder, a part that could not be fetched.
    scope.postMessage({ id, error: String(error), isMissing: isPartMissing(error) })
  }
}

async function answerTo(question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'read':
      return read(question)
    case 'sheet':
      return asText(question.sheet)
    case 'hash':
      return hashOf(question.file)
  }
}

async function read({ file, name, most }: Extract<Question, { kind: 'read' }>): Promise<Found> {
  last = undefined
  const { found, opened } = await findTables(file, name, most)
  last = opened
  return found
}

const asText = (sheet: number): SheetText =>
  sheetText((last?.kind === 'tables' && last.sheets[sheet]?.table) || { records: [], brokenQuotes: [] })
