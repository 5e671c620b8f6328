import { type ArchiveText, openArchive } from '../archive/client.ts'
import { ALL, type Archive, type ArchiveFilter, type ArchiveProgress } from '../archive/protocol.ts'
import type { KeptInfo } from '../kept/kept.ts'
import { trimmedEnd } from '../lib/trimmed.ts'
import { MOST_RECORDS } from '../load/findTables.ts'
import { startReader } from '../load/reader.ts'
import { readTable } from '../load/readTable.ts'
import type { CatalogueEntry, DataSet } from '../model/dataSet.ts'
import type { Filter } from '../model/filter.ts'
import { filterValue } from '../text/filterValue.ts'
import type { Words } from '../text/zh.ts'
import { entryOf, keptHere } from './own.ts'
import { ownId } from './sets.ts'
import type { Store } from './store.ts'

/** The one that is open: two would hold twice the memory. */
let open: { readonly id: string; readonly archive: Archive } | undefined
/** Ends the one that is being opened. */
let opening: AbortController | undefined

export const archiveOf = (id: string): Archive | undefined => (open?.id === id ? open.archive : undefined)

/** Takes an archive for what is kept under its id. */
export function holdArchive(id: string, archive: Archive): void {
  if (open?.archive !== archive) open?.archive.close()
  open = { id, archive }
}

/** Lets go of a large data set that is removed. */
export function closeArchive(id: string): void {
  if (open?.id !== id) return
  open.archive.close()
  open = undefined
}

export const stopOpening = (): void => opening?.abort()

/**
 * A large data set of the reader's own: none of its rows, or those of a part.
 * @throws ArchiveError, and where the original cannot be had
 */
export async function largeSet(store: Store, info: KeptInfo, part?: string): Promise<DataSet> {
  const id = ownId(info)
  const archive = archiveOf(id) ?? (await read(store, info))
  const entry = entryOf(info)
  if (part === undefined) return { entry, rows: [], projects: [], issues: [], extraColumns: [] }
  const table = await archive.subset(partFilter(part), MOST_RECORDS)
  if (!table) throw new Error(`${info.name}: too long a part`)
  return readTable(table, { ...entry, ...partEntry(info, part, store.getState().words) })
}

async function read(store: Store, info: KeptInfo): Promise<Archive> {
  const original = await (await keptHere()).original(info.id)
  if (!original.ok) throw new Error(`${info.name}: ${original.problem.kind}`)
  opening?.abort()
  const own = new AbortController()
  opening = own
  const tell = (progress: ArchiveProgress) => store.setState({ progress })
  try {
    const content = info.kind === 'xlsx' ? await sheetIn(original.value, info) : { text: original.value }
    const archive = await openArchive(content, info.layout, entryOf(info), tell, own.signal)
    holdArchive(ownId(info), archive)
    return archive
  } finally {
    // What is shown may be another one's by now.
    if (opening === own) store.setState({ progress: undefined })
  }
}

async function sheetIn(original: Blob, { file, sheet }: KeptInfo): Promise<ArchiveText> {
  const reader = startReader()
  try {
    const found = await reader.read(original, file)
    const sheets = found.kind === 'tables' ? found.sheets : []
    return await reader.asText(
      Math.max(
        0,
        sheets.findIndex(({ name }) => name === sheet),
      ),
    )
  } finally {
    reader.stop()
  }
}

/** Kept addresses tell them apart by their places: this order stays, and what is new comes last. */
const PART_KEYS = [
  'region',
  'year',
  'asOf',
  'level',
  'domain',
  'owner',
  'status',
  'finding',
  'text',
] as const satisfies readonly (keyof ArchiveFilter)[]

/** The id of the part that a filter leaves: the filter's values, in their order. */
export const partId = (id: string, filter: ArchiveFilter): string =>
  `${id}:${trimmedEnd(
    PART_KEYS.map((key) => encodeURIComponent(filter[key]).replaceAll('~', '%7E')).join('~'),
    (char) => char === '~',
  )}`

/** The filter that a part's id says. @throws URIError where the address was cut within a character */
function partFilter(part: string): ArchiveFilter {
  const values = part.split('~').map((value) => decodeURIComponent(value))
  return { ...ALL, ...Object.fromEntries(PART_KEYS.map((key, i) => [key, values[i] ?? ''])) }
}

function partEntry(info: KeptInfo, part: string, words: Words): Partial<CatalogueEntry> {
  const filter = partFilter(part)
  const named = PART_KEYS.map((key) =>
    key === 'year' ? filter.year : filterValue(key, filter, words),
  ).filter((value) => value !== '')
  return { title: `${info.name} · ${named.join(' ')}`, ...(filter.asOf !== '' && { asOf: filter.asOf }) }
}

/** A year stands where a date would: `2023`. */
const YEAR = /^\d{4}$/

/** The board's filter as the archive takes it. */
export function archiveFilter({ asOf, ...filter }: Filter): ArchiveFilter {
  return YEAR.test(asOf) ? { ...filter, year: asOf, asOf: '' } : { ...filter, year: '', asOf }
}
