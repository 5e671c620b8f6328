// npm run -s check: set-up, then the command line of src/cli. Built once, and again when the sources change.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDependencies, root, SetupError } from './setup.mjs'

const CACHE = join(root, 'node_modules', '.cache', 'check')

try {
  ensureDependencies()
  await import(pathToFileURL(await built()).href)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

/** Path of the built command line. */
async function built() {
  const name = `${fingerprint()}.mjs`
  const file = join(CACHE, name)
  if (existsSync(file)) return file
  const { build } = await import('vite')
  rmSync(CACHE, { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'src', 'cli', 'main.ts'),
      outDir: CACHE,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: name } },
    },
  })
  return file
}

/** Of everything that the command line is made of. */
function fingerprint() {
  const hash = createHash('sha256')
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  for (const path of [...files.map((file) => join('src', file)), 'package-lock.json'].sort()) {
    const { mtimeMs, size } = statSync(join(root, path))
    hash.update(`${path} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
