// npm start: set-up, build, then serve the built site. Extra arguments go to `vite preview`.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { ensureDependencies, root, SetupError, toolPath } from './setup.mjs'

const PORT = '4173'
// Vite prints its addresses one after the other; waiting this long gets them all on one line.
const GATHER_MS = 100

let child
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true
    child?.kill('SIGTERM')
  })
}

try {
  ensureDependencies()
  process.exitCode = (await build()) || (await serve(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function build() {
  return runVite(['build', '--logLevel', 'warn'], ['ignore', 'inherit', 'inherit'])
}

function serve(args) {
  if (stopping) return 0
  const hasPort = args.some((arg) => arg === '--port' || arg.startsWith('--port='))
  const ended = runVite(
    ['preview', ...(hasPort ? [] : ['--port', PORT]), ...args],
    ['ignore', 'pipe', 'inherit'],
  )
  printAddress(child.stdout)
  return ended
}

function printAddress(stdout) {
  const addresses = []
  createInterface({ input: stdout }).on('line', (line) => {
    const address = line.match(/(?:Local|Network):\s+(https?:\S+)/)?.[1]
    if (address) {
      addresses.push(address)
      if (addresses.length === 1) {
        setTimeout(() => console.log(`Serving at ${addresses.join(' and ')} (Ctrl-C stops it)`), GATHER_MS)
      }
    } else if (line.trim() && !line.includes('➜')) console.log(line)
  })
}

/** Resolves to the exit code; being stopped by the user is not a failure. */
function runVite(args, stdio) {
  return new Promise((resolve) => {
    child = spawn(process.execPath, [toolPath('vite'), ...args], { cwd: root, stdio })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(stopping ? 0 : (code ?? 1)))
  })
}
