// In a Web Worker: a file read by PapaParse alone, or read, checked and reviewed by the product's own code.
import { startReview } from '../../../src/checks/check.ts'
import { startCompacting } from '../../../src/load/compact.ts'
import { startTable } from '../../../src/load/parse.ts'
import { dataSetOf, startRows } from '../../../src/load/readTable.ts'
import { isChecked } from '../../../src/model/relation.ts'
import { startPapa } from './papa.mjs'

async function readByPapa(file) {
  const papa = startPapa()
  for await (const text of textOf(file)) papa.take(text)
  return { rows: papa.rows() }
}

async function checkAll(file) {
  const [parser, reader, seen, compact] = [startTable(), startRows(), startReview(), startCompacting()]
  const rows = []
  let checks = 0
  const take = (table) => {
    for (const row of reader.take(table)) {
      const kept = compact(row)
      checks += seen.see(kept).relations.filter(isChecked).length
      rows.push(kept)
    }
  }
  for await (const text of textOf(file)) take(parser.take(text))
  take(parser.end())
  const { findings } = seen.end(dataSetOf(ENTRY, rows, reader.end()))
  return { rows: rows.length, checks, findings: findings.length }
}

const ENTRY = { file: 'archive.csv', title: '', source: '', asOf: '' }

async function* textOf(file) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = file.stream().getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    yield decoder.decode(piece.value, { stream: true })
  yield decoder.decode()
}

self.onmessage = async ({ data: { what, file } }) => {
  const start = performance.now()
  try {
    const told = await (what === 'papa' ? readByPapa : checkAll)(file)
    self.postMessage({ ...told, ms: performance.now() - start })
  } catch (error) {
    self.postMessage({ error: String(error) })
  }
}
