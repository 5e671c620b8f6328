// In a Web Worker: a file read by PapaParse alone.
import { startPapa } from '../papa.mjs'

self.onmessage = async ({ data: file }) => {
  const start = performance.now()
  const papa = startPapa()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = file.stream().getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    papa.take(decoder.decode(piece.value, { stream: true }))
  papa.take(decoder.decode())
  self.postMessage({ rows: papa.rows(), ms: performance.now() - start })
}
