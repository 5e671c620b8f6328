import type { CatalogueEntry } from '../model/dataSet.ts'
import { parseCatalogue } from './catalogue.ts'
import { decode } from './decode.ts'

/** The file's bytes; asked for anew, because whoever runs the site may have put another there. @throws where it cannot be had */
export async function fetchBytes(file: string): Promise<Uint8Array> {
  const response = await fetch(`./data/${encodeURIComponent(file)}`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** @throws where the bytes are no text */
export function textOf(file: string, bytes: Uint8Array): string {
  const text = decode(bytes)
  if (text === undefined) throw new Error(`${file}: no text`)
  return text
}

/** What the site offers now. @throws where the catalogue cannot be had or is not what the contract says */
export async function fetchCatalogue(): Promise<CatalogueEntry[]> {
  return parseCatalogue(textOf('catalogue.json', await fetchBytes('catalogue.json')))
}
