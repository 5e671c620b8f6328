import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { check } from './check.ts'

const read = (path: string | number): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** npm changes the folder, and keeps where the user stands. */
const from = process.env.INIT_CWD ?? process.cwd()

process.exitCode = check(process.argv.slice(2), {
  read: (file) => read(file === '-' ? 0 : resolve(from, file)),
  catalogue: (file) =>
    file === '-' ? undefined : read(join(dirname(resolve(from, file)), 'catalogue.json'))?.toString('utf8'),
  out: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  isColoured: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
})
