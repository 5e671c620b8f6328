import type { CatalogueEntry } from '../model/dataSet.ts'

/**
 * The catalogue's text → its entries. @throws SyntaxError when the file is not what the contract says:
 * it is written by whoever runs the site, not by a reader.
 */
export function parseCatalogue(text: string): CatalogueEntry[] {
  const list: unknown = JSON.parse(text)
  if (!Array.isArray(list) || list.length === 0 || !list.every(isEntry)) {
    throw new SyntaxError('catalogue.json: expected a list of { file, title, source, asOf }')
  }
  return list
}

function isEntry(value: unknown): value is CatalogueEntry {
  if (typeof value !== 'object' || value === null) return false
  const entry = value as Record<string, unknown>
  return (
    ['file', 'title', 'source', 'asOf'].every((key) => typeof entry[key] === 'string') &&
    (entry.related === undefined || isEntry(entry.related))
  )
}
