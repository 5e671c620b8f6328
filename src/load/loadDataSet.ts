import type { CatalogueEntry, DataSet } from '../model/dataSet.ts'
import { parseTable } from './parse.ts'
import { readTable } from './readTable.ts'

/** CSV text → data set, by the data contract. Never throws. */
export const loadDataSet = (text: string, entry: CatalogueEntry): DataSet =>
  readTable(parseTable(text), entry)
