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
  return unpack(JSON.parse(text) as Packed)
}

/** As it stands in the page: every byte of it is on the way to the first click. */
interface Packed extends Omit<Embedded, 'table'> {
  /** Records by line ends, cells by tabs; undefined where a cell holds either. */
  readonly text?: string
  readonly lines?: readonly number[]
  readonly table?: Table
}

/** As JSON inside a script element: `<` could end the element. */
export const embed = (data: Embedded): string => JSON.stringify(pack(data)).replaceAll('<', '\\u003c')

function pack({ table, ...data }: Embedded): Packed {
  const { records, brokenQuotes } = table
  const isPlain =
    brokenQuotes.length === 0 &&
    records.length > 0 &&
    records.every(({ cells }) => cells.every((cell) => !/[\t\n]/.test(cell)))
  const rest = { ...data, offers: data.offers.slice(1) }
  if (!isPlain) return { ...rest, table }
  const lines = records.map(({ line }) => line)
  return {
    ...rest,
    text: records.map(({ cells }) => cells.join('\t')).join('\n'),
    ...(lines.some((line, i) => line !== i + 1) && { lines }),
  }
}

function unpack({ text = '', lines, table, ...data }: Packed): Embedded {
  const records = text
    .split('\n')
    .map((record, i) => ({ line: lines?.[i] ?? i + 1, cells: record.split('\t') }))
  return {
    ...data,
    offers: [data.entry, ...data.offers],
    table: table ?? { records, brokenQuotes: [] },
  }
}
