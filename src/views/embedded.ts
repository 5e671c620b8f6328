import type { Table } from '../load/parse.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'

/** The data set that the page opens on, as the build put it into the page. */
export interface Embedded {
  readonly entry: CatalogueEntry
  /** All that the site offered when it was built, the one shown first. */
  readonly offers: readonly CatalogueEntry[]
  /** Of the file that the picture was drawn from (lib/fingerprint.ts). */
  readonly fingerprint: string
  /** The file's cells; parsed at build time, so that the page opens without the parser. */
  readonly table: Table
}

export const EMBEDDED_ID = 'board-data'

export function embedded(page: Document): Embedded {
  const text = page.getElementById(EMBEDDED_ID)?.textContent
  if (!text) throw new Error('the page holds no data set')
  return JSON.parse(text) as Embedded
}

/** As JSON inside a script element: `<` could end the element. */
export const embed = (data: Embedded): string => JSON.stringify(data).replaceAll('<', '\\u003c')
