import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { FileBytes } from './bytes.ts'
import { check, type Machine } from './check.ts'

/** Characters written at a time. */
const PIECE = 1 << 20

function piece(path: string, from: number, to: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(to - from)
    let length = 0
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = readSync(file, bytes, length, bytes.length - length, from + length)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

/** A file is read where it is asked for; a pipe comes only once, and is kept. */
function bytesOf(path: string): FileBytes | undefined {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return undefined
    if (!stat.isFile()) return inMemory(readFileSync(path))
    closeSync(openSync(path, 'r'))
    return { size: stat.size, read: (from, to) => piece(path, from, to) }
  } catch {
    return undefined
  }
}

const inMemory = (bytes: Uint8Array): FileBytes => ({
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
})

function standardInput(): FileBytes | undefined {
  try {
    return inMemory(readFileSync(0))
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

const machine: Machine = {
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
}

try {
  process.exitCode = await check(process.argv.slice(2), machine)
} catch (error) {
  // A file that was taken away meanwhile, or a mistake of ours: nothing is known of the figures.
  console.error(error)
  process.exitCode = 2
}
flush()
