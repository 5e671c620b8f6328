// npm run bench: the three pages in one run, and the bars as ratios. See README.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { ensureBrowser, ensureDependencies } from '../../.ci/setup.mjs'
import { measureClicks, measureFirstClick, measureLoad, traceLoad } from './measure.mjs'
import { barLines, heading, tableLines } from './report.mjs'
import { serve } from './serve.mjs'
import { buildProduct, buildScripted, writePlain } from './sites.mjs'

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    clicks: { type: 'string', default: '20' },
    product: { type: 'string' },
    json: { type: 'string' },
    trace: { type: 'string' },
  },
})

const SITES = {
  plain: { rows: 'tr.indicator', expected: 52, chart: '.chart svg' },
  scripted: {
    rows: 'tr.indicator',
    expected: 52,
    chart: '.chart canvas',
    alive: true,
    filter: '.groups button',
  },
  product: {
    rows: '.sheet li:not([hidden]) .line',
    expected: 22,
    chart: '.live svg',
    alive: true,
    filter: '.tally-body li button',
  },
}

const [runs, clickCount] = [options.runs, options.clicks].map(Number)
if (!(runs >= 1) || !(clickCount >= 1)) throw new Error('--runs and --clicks take a number from 1')

ensureDependencies()
const executablePath = await ensureBrowser()
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const servers = []
let browser
try {
  note('building')
  writePlain(join(folder, 'plain'))
  await buildScripted(join(folder, 'scripted'))
  const built = options.product === undefined ? join(folder, 'product') : resolve(options.product)
  if (options.product === undefined) buildProduct(built)
  const sites = []
  for (const [name, site] of Object.entries(SITES)) {
    const server = await serve(name === 'product' ? built : join(folder, name))
    servers.push(server)
    sites.push({ ...site, name, url: server.url })
  }
  browser = await chromium.launch({ executablePath, headless: true })
  report(await measure(sites))
} finally {
  await browser?.close()
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Page after page and round after round, so that whatever else the machine does falls on all alike. */
async function measure(sites) {
  const product = sites.find(({ name }) => name === 'product')
  const loads = Object.fromEntries(sites.map(({ name }) => [name, []]))
  const firstClicks = { scripted: [], product: [] }
  note('warming up')
  for (const site of sites) await measureLoad(browser, site)
  for (let run = 1; run <= runs; run++) {
    note(`round ${run} of ${runs}`)
    for (const site of sites) loads[site.name].push(await measureLoad(browser, site))
    for (const site of sites.filter(({ alive }) => alive)) {
      firstClicks[site.name].push(await measureFirstClick(browser, site))
    }
  }
  note(`${clickCount} clicks on filters`)
  const clicks = await measureClicks(browser, product, clickCount)
  if (options.trace) await saveTraces(sites, resolve(options.trace))
  return { browser: browser.version(), load: loadavg()[0], loads, firstClicks, clicks }
}

async function saveTraces(sites, into) {
  mkdirSync(into, { recursive: true })
  for (const site of sites) writeFileSync(join(into, `${site.name}.json`), await traceLoad(browser, site))
}

function report(numbers) {
  console.log([heading(numbers), '', ...tableLines(numbers), '', ...barLines(numbers)].join('\n'))
  if (options.json) writeFileSync(options.json, `${JSON.stringify(numbers, undefined, 2)}\n`)
}

function note(text) {
  console.error(`bench: ${text}`)
}
