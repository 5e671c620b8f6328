import { decode } from './decode.ts'
import { parseTable, type Table } from './parse.ts'

/** Fetches a file of the catalogue from beside the page. @throws where it cannot be had or is no text */
export async function fetchTable(file: string): Promise<Table> {
  const response = await fetch(`./data/${encodeURIComponent(file)}`)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  const text = decode(new Uint8Array(await response.arrayBuffer()))
  if (text === undefined) throw new Error(`${file}: no text`)
  return parseTable(text)
}
