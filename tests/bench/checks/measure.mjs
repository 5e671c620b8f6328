// An archive in a Web Worker and on the command line, beside PapaParse alone with the same file.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { root } from '../../../.ci/setup.mjs'
import { serve } from '../serve.mjs'
import { writeArchive } from './archive.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const LIMIT_MS = 600_000
const MB = 1e6
/** Runs of each way in the worker; the median is told. */
const RUNS = 3

/**
 * Archives of the sizes asked for, each read by PapaParse alone and by the product, in the browser and in Node.
 *
 * @param executablePath of the browser
 * @param note told what is under way
 * @returns for every size: rows, bytes, and milliseconds, checks and peak memory of each way
 */
export async function measureChecks(executablePath, sizes, folder, note) {
  const site = join(folder, 'archive')
  await buildPage(site)
  const server = await serve(site)
  try {
    const all = []
    for (const rows of sizes) {
      const file = join(folder, `archive-${rows}.csv`)
      note(`${rows} rows: writing`)
      const bytes = writeArchive(file, rows)
      const [papas, archives] = [[], []]
      for (let run = 1; run <= RUNS; run++) {
        note(`${rows} rows: PapaParse and the archive in a worker, ${run} of ${RUNS}`)
        papas.push(await inWorker(executablePath, server.url, 'readByPapa', file))
        archives.push(await inWorker(executablePath, server.url, 'readArchive', file))
      }
      note(`${rows} rows: PapaParse and checks in Node`)
      const papaNode = await inNode([join(HERE, 'papaNode.mjs'), file])
      // Built before it is measured.
      await inNode([join(root, '.ci/check.mjs'), '--help'])
      const cli = await inNode([join(root, '.ci/check.mjs'), file])
      const cliJson = await inNode([join(root, '.ci/check.mjs'), '--json', file])
      for (const told of [...papas, ...archives, papaNode])
        if (told.rows !== rows) throw new Error(`${told.rows} rows, not ${rows}`)
      all.push({ rows, bytes, papa: middle(papas), worker: middle(archives), papaNode, cli, cliJson })
      rmSync(file)
    }
    return all
  } finally {
    server.close()
  }
}

/** The run of the median time, with the highest peak of all. */
function middle(runs) {
  const byTime = runs.toSorted((a, b) => a.ms - b.ms)
  const peaks = runs.map(({ peak }) => peak).filter((peak) => peak !== undefined)
  return {
    ...byTime[Math.floor(runs.length / 2)],
    peak: peaks.length === 0 ? undefined : Math.max(...peaks),
  }
}

const buildPage = (outDir) =>
  build({
    root: join(HERE, 'page'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: { outDir, emptyOutDir: true, target: 'chrome109' },
  })

/**
 * A browser of its own for each run, so that none inherits another's memory. Its peak is what the page's process had
 * in memory at most (VmHWM, on Linux), less what it had before the file was opened.
 */
async function inWorker(executablePath, url, what, file) {
  const browser = await chromium.launch({ executablePath, headless: true })
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(LIMIT_MS)
    await page.goto(url)
    await page.locator('input').setInputFiles(file)
    await page.waitForFunction((what) => window[what] !== undefined, what)
    const before = await peakOfPage(browser)
    const told = await page.evaluate((what) => window[what](document.querySelector('input').files[0]), what)
    const after = await peakOfPage(browser)
    return { ...told, peak: before === undefined ? undefined : after - before }
  } finally {
    await browser.close()
  }
}

/** Of all processes that draw pages: a spare one is always there, and stays as it is. */
async function peakOfPage(browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id))
  return peaks.includes(undefined) ? undefined : Math.max(...peaks)
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
