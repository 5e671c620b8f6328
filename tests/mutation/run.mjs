// npm run mutate: breaks src/checks and src/lib one small piece at a time, and counts how often a test notices.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mutantsOf } from './mutants.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { values: options } = parseArgs({
  options: {
    workers: { type: 'string', default: '2' },
    /** Take every n-th mutant only. */
    every: { type: 'string', default: '1' },
    /** Only files whose path holds this. */
    only: { type: 'string', default: '' },
  },
})

/** The quick tests first; what they let through meets the 100,000 triples and everything built on the checks. */
const STAGES = [
  ['tests/lib', 'tests/checks/rules', 'tests/checks/relate', 'tests/checks/reach', 'tests/checks/pace'],
  ['tests/checks', 'tests/nanyang.test.ts', 'tests/report', 'tests/text', 'tests/cli', 'tests/model'],
]
const LIMIT_MS = 120_000

const files = ['src/checks', 'src/lib']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith('.ts') && path.includes(options.only))
  .sort()
const all = files.flatMap((file) =>
  mutantsOf(readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, ...mutant })),
)
const mutants = all.filter((_, i) => i % Number(options.every) === 0)
console.error(`mutate: ${mutants.length} of ${all.length} mutants in ${files.length} files`)

if (mutants.length === 0) throw new Error('no mutant in what was asked for')
const survivors = []
let next = 0
await Promise.all(Array.from({ length: Number(options.workers) }, work))
const killed = mutants.length - survivors.length
for (const { file, line, from, to, code } of survivors)
  console.log(`survived  ${file}:${line}  ${from} → ${to}    ${code}`)
console.log(`${killed} of ${mutants.length} killed: ${((killed / mutants.length) * 100).toFixed(1)} %`)

async function work() {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'))
  try {
    for (const name of ['src', 'tests', 'data', 'public', 'index.html', 'package.json', 'package-lock.json'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    for (const name of ['vite.config.ts', 'tsconfig.json', 'README.md'])
      cpSync(join(root, name), join(folder, name))
    cpSync(join(root, '.ci'), join(folder, '.ci'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    while (next < mutants.length) await tryOut(mutants[next++], folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function tryOut(mutant, folder) {
  const path = join(folder, mutant.file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    original.slice(0, mutant.at) + mutant.to + original.slice(mutant.at + mutant.from.length),
  )
  try {
    for (const stage of STAGES) if (await fails(stage, folder)) return
    survivors.push(mutant)
    console.error(`survived  ${mutant.file}:${mutant.line}  ${mutant.from} → ${mutant.to}`)
  } finally {
    writeFileSync(path, original)
  }
}

/** A mutant that never ends is noticed too. */
function fails(tests, cwd) {
  return new Promise((resolve) => {
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1', '--reporter', 'dot', ...tests]
    // In a group of its own: a worker that loops outlives the runner that started it.
    const child = spawn(process.execPath, args, { cwd, stdio: 'ignore', detached: true })
    const timer = setTimeout(() => end(1), LIMIT_MS)
    const end = (code) => {
      clearTimeout(timer)
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // All of it has ended by itself.
      }
      resolve(code !== 0)
    }
    child.on('exit', end)
  })
}
