import { basename } from 'node:path'
import { type FoundSheet, findTables, MOST_RECORDS } from '../load/findTables.ts'
import { guessLayout } from '../load/layout.ts'
import type { Table } from '../load/parse.ts'
import type { Layout } from '../model/layout.ts'
import type { CliWords } from '../text/cli.ts'
import { OPENING } from '../text/opening.ts'
import type { Asked } from './arguments.ts'
import { type FileBytes, fileLike } from './bytes.ts'
import { laidOut } from './laidOut.ts'

/** A table of a file, and how it is read. */
export interface Part {
  /** '' where the file has one table only. */
  readonly sheet: string
  /** Undefined where it is a long text, which is read piece by piece. */
  readonly table: Table | undefined
  readonly layout: Layout | undefined
}

/** The tables of a file that are read together, with what had to be guessed; or why there are none. */
export type Parts =
  | { readonly parts: readonly Part[]; readonly notes: readonly string[] }
  | { readonly complaint: string }

/**
 * Finds the tables of a file as the page finds them: told by its bytes, the layout guessed by names and cells. What the
 * page would ask is answered by options, or said on standard error.
 *
 * @param file as it was called, `name` as it is told of
 */
export async function partsOf(
  bytes: FileBytes,
  file: string,
  name: string,
  asked: Asked,
  words: CliWords,
): Promise<Parts> {
  const own = file === '-' ? '' : basename(file)
  const { found, opened } = await findTables(fileLike(bytes), own, MOST_RECORDS)
  if (found.kind === 'refused')
    return { complaint: words.refused(name, OPENING[asked.lang].refusal(found.why)) }
  const isWorkbook = found.encoding === undefined
  const sheets = found.sheets.map((sheet, i) => ({
    ...sheet,
    table: isWorkbook && opened?.kind === 'tables' ? opened.sheets[i]?.table : sheet.table,
    guess: guessLayout(sheet.table ?? sheet.head, { file: own, sheet: sheet.name }),
  }))
  type Sheet = (typeof sheets)[number]
  const called = (sheet: FoundSheet) => (sheets.length > 1 ? words.sheetOf(name, sheet.name) : name)
  const missing = isWorkbook
    ? asked.sheets.find((wanted) => !sheets.some((one) => one.name === wanted))
    : undefined
  if (missing !== undefined)
    return {
      complaint: words.noSuchSheet(
        name,
        missing,
        sheets.map((one) => one.name),
      ),
    }
  const isNamed = isWorkbook && asked.sheets.length > 0
  const meant: readonly Sheet[] = isNamed
    ? asked.sheets.flatMap((wanted) => sheets.filter((one) => one.name === wanted))
    : fitting(sheets, Object.keys(asked.columns).length > 0)
  const parts: Part[] = []
  const notes: string[] = []
  for (const sheet of meant) {
    const by = laidOut(sheet.guess, sheet, asked, called(sheet), words)
    if ('complaint' in by) {
      // Of several that may be meant, one that tells too little is none of them.
      if (isNamed || meant.length === 1) return by
      notes.push(by.complaint)
      continue
    }
    notes.push(...by.guessed)
    if (sheet.hiddenLines > 0) notes.push(words.hidden(called(sheet), sheet.hiddenLines))
    parts.push({ sheet: meant.length > 1 ? sheet.name : '', table: sheet.table, layout: by.layout })
  }
  const others = sheets.filter((sheet) => !meant.includes(sheet))
  if (!isNamed && others.length > 0)
    notes.push(
      words.otherSheets(
        name,
        others.map((one) => one.name),
      ),
    )
  return parts.length === 0 ? { complaint: notes.join('\n') } : { parts, notes }
}

/** Those by the contract's own names; else all that look like a table of this kind; else the first, to say what it lacks. */
function fitting<S extends FoundSheet & { readonly guess: { readonly sure: string } }>(
  sheets: readonly S[],
  isTold: boolean,
): readonly S[] {
  const shown = sheets.filter(({ hidden }) => !hidden)
  const all = shown.length > 0 ? shown : sheets
  const certain = all.filter(({ guess }) => guess.sure === 'certain')
  if (certain.length > 0) return certain
  const guessed = all.filter(({ guess }) => guess.sure === 'guessed')
  if (guessed.length > 0) return guessed
  return isTold ? all : all.slice(0, 1)
}
