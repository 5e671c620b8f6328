import { readFileSync } from 'node:fs'
import { parseCatalogue } from '../src/load/catalogue.ts'
import { loadDataSet } from '../src/load/loadDataSet.ts'
import type { DataSet, Row } from '../src/model/dataSet.ts'
import { type Filter, NO_FILTER } from '../src/model/filter.ts'
import { type Reviewed, reviewed } from '../src/state/derive.ts'

const read = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')

/** The data set that the page opens on, through the real loader. */
const catalogue = parseCatalogue(read('catalogue.json'))
const [first] = catalogue
if (!first) throw new Error('the catalogue is empty')
export const nanyang: DataSet = loadDataSet(read(first.file), first)
if (!first.related) throw new Error('the catalogue names no related figures')
/** What the other documents say. */
export const nanyangRelated: DataSet = loadDataSet(read(first.related.file), first.related)
export const board: Reviewed = reviewed(nanyang)

/** Any other list of the catalogue, by its file's name. */
export function shippedSet(file: string): DataSet {
  const entry = catalogue.find((one) => one.file === file)
  if (!entry) throw new Error(`the catalogue does not list ${file}`)
  return loadDataSet(read(file), entry)
}
/** The lists that were read from bulletins. */
export const BULLETINS = catalogue.slice(1).map(({ file }) => file)

export function rowOf(indicator: string): Row {
  const row = nanyang.rows.find(({ cells }) => cells.indicator === indicator)
  if (!row) throw new Error(`no row ${indicator}`)
  return row
}

export const filter = (part: Partial<Filter>): Filter => ({ ...NO_FILTER, ...part })
