import { findTables, MOST_RECORDS } from '../../src/load/findTables.ts'
import { hashOf } from '../../src/load/hash.ts'
import type { Opened } from '../../src/load/openFile.ts'
import type { Reader } from '../../src/load/reader.ts'
import { sheetText } from '../../src/load/tableText.ts'

let last: Opened | undefined

/** The reader without its worker. */
export const readerHere: Reader = {
  async read(file, name, most = MOST_RECORDS) {
    const { found, opened } = await findTables(file, name, most)
    last = opened
    return found
  },
  async asText(sheet) {
    const table = last?.kind === 'tables' ? last.sheets[sheet]?.table : undefined
    if (!table) throw new Error(`no sheet ${sheet}`)
    return sheetText(table)
  },
  hash: hashOf,
  stop: () => {},
}
