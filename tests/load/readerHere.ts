import { findTables, MOST_RECORDS } from '../../src/load/findTables.ts'
import { hashOf } from '../../src/load/hash.ts'
import type { Reader } from '../../src/load/reader.ts'

/** The reader without its worker. */
export const readerHere: Reader = {
  read: async (file, name, most = MOST_RECORDS) => (await findTables(file, name, most)).found,
  asCsv: () => Promise.reject(new Error('not here')),
  hash: hashOf,
  stop: () => {},
}
