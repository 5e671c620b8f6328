// npm run mutate: breaks src/checks, src/lib and src/archive one small piece at a time, and counts how often a test notices.
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
const STAGES = {
  'src/archive': [
    ['tests/archive/edges', 'tests/archive/rules', 'tests/archive/reading', 'tests/archive/client'],
    ['tests/archive', 'tests/state/archives', 'tests/state/openingLong'],
  ],
  'src/checks': [
    ['tests/lib', 'tests/checks/rules', 'tests/checks/relate', 'tests/checks/reach', 'tests/checks/pace'],
    ['tests/checks', 'tests/nanyang.test.ts', 'tests/report', 'tests/text', 'tests/cli', 'tests/model'],
  ],
}
STAGES['src/lib'] = STAGES['src/checks']
/** So many times as long as without a mutant, and at least so long: then it never ends. */
const [TIMES, LEAST_MS] = [6, 60_000]
/** Runs of a property: a mutant that lives through so many meets nothing new in more. */
const RUNS = process.env.RUNS ?? '250'

const files = Object.keys(STAGES)
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
/** Milliseconds that each stage may take. */
const limits = new Map()
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
    await measure(folder)
    while (next < mutants.length) {
      if (next % 10 === 0) console.error(`mutate: ${next} of ${mutants.length}`)
      await tryOut(mutants[next++], folder)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long the stages take where nothing is broken, on this machine and as busy as it is. */
async function measure(cwd) {
  for (const folder of new Set(mutants.map(({ file }) => folderOf(file)))) {
    for (const stage of STAGES[folder]) {
      const start = performance.now()
      if (await fails(stage, cwd)) throw new Error(`fails unbroken: ${stage.join(' ')}`)
      const took = performance.now() - start
      limits.set(stage, Math.max(LEAST_MS, took * TIMES, limits.get(stage) ?? 0))
    }
  }
}

function folderOf(file) {
  return /^src\/\w+/.exec(file.replaceAll('\\', '/'))?.[0]
}

async function tryOut(mutant, cwd) {
  const path = join(cwd, mutant.file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    original.slice(0, mutant.at) + mutant.to + original.slice(mutant.at + mutant.from.length),
  )
  try {
    for (const stage of STAGES[folderOf(mutant.file)]) if (await fails(stage, cwd)) return
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
    const env = { ...process.env, RUNS }
    // In a group of its own: a worker that loops outlives the runner that started it.
    const child = spawn(process.execPath, args, { cwd, env, stdio: 'ignore', detached: true })
    const timer = setTimeout(() => end(1), limits.get(tests) ?? 2 ** 31 - 1)
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
