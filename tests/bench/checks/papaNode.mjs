// node papaNode.mjs FILE: PapaParse alone in Node, milliseconds and rows as JSON.
import { closeSync, openSync, readSync } from 'node:fs'
import { startPapa } from './papa.mjs'

const start = performance.now()
const papa = startPapa()
const decoder = new TextDecoder()
const file = openSync(process.argv[2], 'r')
const piece = Buffer.alloc(1 << 20)
for (let length = readSync(file, piece); length > 0; length = readSync(file, piece))
  papa.take(decoder.decode(piece.subarray(0, length), { stream: true }))
closeSync(file)
console.log(JSON.stringify({ rows: papa.rows(), ms: performance.now() - start }))
