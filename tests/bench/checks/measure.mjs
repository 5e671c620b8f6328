// Checks per second: an archive in a Web Worker and on the command line, beside PapaParse alone with the same file.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { root } from '../../../.ci/setup.mjs'
import { serve } from '../serve.mjs'
import { writeArchive } from './archive.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const LIMIT_MS = 600_000
const MB = 1e6

/**
 * Archives of the sizes asked for, each read by PapaParse alone and by the product, in the browser and in Node.
 *
 * @param note told what is under way
 * @returns for every size: rows, bytes, and milliseconds, checks and peak memory of each way
 */
export async function measureChecks(browser, sizes, folder, note) {
  const site = join(folder, 'worker')
  await buildWorker(site)
  const server = await serve(site)
  try {
    const all = []
    for (const rows of sizes) {
      const file = join(folder, `archive-${rows}.csv`)
      note(`${rows} rows: writing`)
      const bytes = writeArchive(file, rows)
      note(`${rows} rows: PapaParse and checks in a worker`)
      const papa = await inWorker(browser, server.url, 'papa', file)
      const worker = await inWorker(browser, server.url, 'check', file)
      note(`${rows} rows: PapaParse and checks in Node`)
      const papaNode = await inNode([join(HERE, 'papaNode.mjs'), file])
      const cli = await inNode([join(root, '.ci/check.mjs'), '--json', file])
      for (const told of [papa, worker, papaNode])
        if (told.rows !== undefined && told.rows !== rows) throw new Error(`${told.rows} rows, not ${rows}`)
      all.push({ rows, bytes, papa, worker, papaNode, cli })
      rmSync(file)
    }
    return all
  } finally {
    server.close()
  }
}

async function buildWorker(folder) {
  await build({
    root: HERE,
    configFile: false,
    logLevel: 'warn',
    build: {
      lib: {
        entry: join(HERE, 'worker.mjs'),
        formats: ['iife'],
        name: 'worker',
        fileName: () => 'worker.js',
      },
      outDir: folder,
      emptyOutDir: true,
    },
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><input type="file">')
}

/** A page of its own for each, so that none inherits another's memory. */
async function inWorker(browser, url, what, file) {
  const page = await browser.newPage()
  page.setDefaultTimeout(LIMIT_MS)
  try {
    await page.goto(url)
    await page.locator('input').setInputFiles(file)
    const told = await page.evaluate(
      (what) =>
        new Promise((resolve) => {
          const worker = new Worker('worker.js')
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => resolve({ error: message })
          worker.postMessage({ what, file: document.querySelector('input').files[0] })
        }),
      what,
    )
    if (told.error !== undefined) throw new Error(`the worker failed: ${told.error}`)
    return told
  } finally {
    await page.close()
  }
}

/** A program from its start to its end; what it prints as JSON where that is short, and its peak memory on Linux. */
function inNode(args) {
  const start = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let head = ''
  let peak
  child.stdout.on('data', (piece) => {
    if (head.length < 1000) head += piece
  })
  const watch = setInterval(() => {
    peak = peakOf(child.pid) ?? peak
  }, 100)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      // The archive holds wrong rows: 1 is what a check must end with.
      if (code > 1) return reject(new Error(`${args.join(' ')} ended with ${code}`))
      const told = head.startsWith('{"rows"') ? JSON.parse(head) : {}
      resolve({ ...told, ms: performance.now() - start, peak })
    })
  })
}

function peakOf(pid) {
  try {
    const [, kB] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kB === undefined ? undefined : (Number(kB) * 1024) / MB
  } catch {
    return undefined
  }
}
