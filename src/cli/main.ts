import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Bytes } from '../load/decode.ts'
import { check } from './check.ts'

/** Bytes read at a time, and characters written at a time. */
const PIECE = 1 << 20

function* pieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE)
      const length = readSync(file, piece, 0, PIECE, null)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** A file is gone through twice, first for its encoding; a pipe comes only once, and is kept. */
function bytesOf(path: string): Bytes | undefined {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return undefined
    // A pipe comes only once.
    if (!stat.isFile()) return [readFileSync(path)]
    closeSync(openSync(path, 'r'))
    return { [Symbol.iterator]: () => pieces(path) }
  } catch {
    return undefined
  }
}

function standardInput(): Bytes | undefined {
  try {
    return [readFileSync(0)]
  } catch {
    return undefined
  }
}

const textIn = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** npm changes the folder, and keeps where the user stands. */
const from = process.env.INIT_CWD ?? process.cwd()

let waiting: string[] = []
let length = 0
function flush(): void {
  if (length > 0) process.stdout.write(waiting.join(''))
  waiting = []
  length = 0
}

// Whoever reads may have seen enough: `check … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = check(process.argv.slice(2), {
  open: (file) => (file === '-' ? standardInput() : bytesOf(resolve(from, file))),
  catalogue: (file) =>
    file === '-' ? undefined : textIn(join(dirname(resolve(from, file)), 'catalogue.json')),
  out: (text) => {
    waiting.push(text)
    length += text.length
    if (length > PIECE) flush()
  },
  complain: (text) => process.stderr.write(`${text}\n`),
  isColoured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
})
flush()
