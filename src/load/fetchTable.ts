import { fetchBytes, textOf } from './fetchFile.ts'
import { parseTable, type Table } from './parse.ts'

/** Fetches a file of the catalogue from beside the page. @throws where it cannot be had or is no text */
export async function fetchTable(file: string): Promise<Table> {
  return parseTable(textOf(file, await fetchBytes(file)))
}
