// npm run bench: the three pages in one run, the bars as ratios, and the checks per second. See README.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { ensureBrowser, ensureDependencies } from '../../.ci/setup.mjs'
import { measureChecks } from './checks/measure.mjs'
import { measureClicks, measureFirstClick, measureLoad, NETWORKS, traceLoad } from './measure.mjs'
import { barLines, checksLines, heading, tableLines } from './report.mjs'
import { serve } from './serve.mjs'
import { buildProduct, buildScripted, writePlain } from './sites.mjs'

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    clicks: { type: 'string', default: '20' },
    product: { type: 'string' },
    json: { type: 'string' },
    trace: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    only: { type: 'string' },
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

const [runs, clickCount, most] = [options.runs, options.clicks, options.rows].map(Number)
if (![runs, clickCount, most].every((n) => n >= 1))
  throw new Error('--runs, --clicks and --rows take a number from 1')
const PARTS = ['pages', 'checks']
if (options.only !== undefined && !PARTS.includes(options.only))
  throw new Error(`--only takes one of ${PARTS.join(', ')}`)
const parts = PARTS.filter((part) => [undefined, part].includes(options.only))

ensureDependencies()
const executablePath = await ensureBrowser()
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const servers = []
let browser
try {
  browser = await chromium.launch({ executablePath, headless: true })
  const pages = parts.includes('pages') ? await measure(await sitesFor()) : undefined
  const sizes = [most / 100, most / 10, most].map(Math.ceil)
  const checks = parts.includes('checks')
    ? await measureChecks(executablePath, sizes, folder, note)
    : undefined
  report(pages, checks)
} finally {
  await browser?.close()
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true, force: true })
}

async function sitesFor() {
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
  return sites
}

/** Page after page and round after round, so that whatever else the machine does falls on all alike. */
async function measure(sites) {
  const loads = perSite(sites)
  const nearLoads = perSite(sites)
  const firstClicks = perSite(sites)
  const alive = sites.filter((site) => site.alive)
  note('warming up')
  for (const site of sites) await measureLoad(browser, site)
  for (let run = 1; run <= runs; run++) {
    note(`round ${run} of ${runs}`)
    for (const site of sites) loads[site.name].push(await measureLoad(browser, site))
    for (const site of sites) nearLoads[site.name].push(await measureLoad(browser, site, NETWORKS.near))
    for (const site of alive) firstClicks[site.name].push(await measureFirstClick(browser, site))
  }
  note(`${clickCount} clicks on filters of each page`)
  const clicks = await measureClicks(browser, alive, clickCount)
  if (options.trace) await saveTraces(sites, resolve(options.trace))
  return { browser: browser.version(), load: loadavg()[0], loads, nearLoads, firstClicks, clicks }
}

function perSite(sites) {
  return Object.fromEntries(sites.map(({ name }) => [name, []]))
}

async function saveTraces(sites, into) {
  mkdirSync(into, { recursive: true })
  for (const site of sites) {
    writeFileSync(join(into, `${site.name}.json`), await traceLoad(browser, site))
    writeFileSync(join(into, `${site.name}-near.json`), await traceLoad(browser, site, NETWORKS.near))
  }
}

function report(pages, checks) {
  const parts = [
    pages && [heading(pages), '', ...tableLines(pages), '', ...barLines(pages)],
    checks && checksLines(checks),
  ]
  console.log(
    parts
      .filter(Boolean)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
  )
  const numbers = { ...pages, checks }
  if (options.json) writeFileSync(options.json, `${JSON.stringify(numbers, undefined, 2)}\n`)
}

function note(text) {
  console.error(`bench: ${text}`)
}
