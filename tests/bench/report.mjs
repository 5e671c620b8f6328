// The numbers as a table, and the bars of the project as one line each.
import { CPU_RATE, NETWORKS, SCALE, VIEWPORT } from './measure.mjs'

const LIMITS = { picture: 1.1, near: 1.6, alive: 0.65, blocking: 0.45, aliveKb: 130, allKb: 320, click: 0.6 }
const PAGES = ['plain', 'scripted', 'product']

const METRICS = [
  ['first contentful paint', 'fcp'],
  ['largest contentful paint', 'lcp'],
  ['alive', 'alive'],
  ['blocking after first paint', 'blocking'],
  ['blocking in all', 'blockingAll'],
  ['kB gzip before alive', 'aliveKb'],
  ['kB gzip in all', 'allKb'],
]
const NEAR = [
  ['nearer: first contentful paint', 'fcp'],
  ['nearer: largest contentful paint', 'lcp'],
  ['nearer: alive', 'alive'],
]
const FIRST_CLICK = [
  ['click at once: rows changed', 'rowsChanged'],
  ['click at once: painted', 'painted'],
]
const CLICK = [
  ['click with charts: work', 'work'],
  ['  of it script', 'script'],
  ['  of it style', 'style'],
  ['  of it layout', 'layout'],
  ['  of it paint', 'paint'],
  ['  with what follows the frame', 'all'],
]

export function heading({ browser, load, loads, clicks }) {
  const { far, near } = NETWORKS
  const mbit = ((far.downloadThroughput * 8) / 1e6).toFixed(1)
  return [
    `Chromium ${browser}, CPU ${CPU_RATE}x slower, Fast 4G (${far.latency} ms, ${mbit} Mbit/s; nearer: ${near.latency} ms), ${VIEWPORT.width}x${VIEWPORT.height} at ${SCALE}x`,
    `${loads.product.length} loads of each page in turn, ${clicks.product.length} clicks; median (least to most), ms; machine load ${load.toFixed(1)}`,
  ].join('\n')
}

export function tableLines({ loads, nearLoads, firstClicks, clicks }) {
  const lines = (metrics, numbers) =>
    metrics.map(([label, key]) => [label, ...PAGES.map((page) => spread(numbers[page], key))])
  return aligned([
    ['', ...PAGES],
    ...lines(METRICS, loads),
    ...lines(NEAR, nearLoads),
    ...lines(FIRST_CLICK, firstClicks),
    ...lines(CLICK, clicks),
  ])
}

export function barLines({ loads, nearLoads, clicks }) {
  const ratio = (name, numbers, key, other, limit) =>
    bar(name, median(numbers.product, key) / median(numbers[other], key), limit, ` of ${other}`, 2)
  const size = (name, key) => bar(name, median(loads.product, key), LIMITS[key], ' kB')
  return [
    ratio('first picture (LCP)', loads, 'lcp', 'plain', LIMITS.picture),
    ratio('first picture (FCP)', loads, 'fcp', 'plain', LIMITS.picture),
    ratio('first picture (LCP), nearer', nearLoads, 'lcp', 'plain', LIMITS.near),
    ratio('first picture (FCP), nearer', nearLoads, 'fcp', 'plain', LIMITS.near),
    ratio('alive', loads, 'alive', 'scripted', LIMITS.alive),
    // All of it: a page that shows nothing until its scripts have run has none after its first paint.
    ratio('total blocking time', loads, 'blockingAll', 'scripted', LIMITS.blocking),
    size('before a click is answered', 'aliveKb'),
    size('all that the overview loads', 'allKb'),
    ratio('work of a filter click', clicks, 'work', 'scripted', LIMITS.click),
  ]
}

const ARCHIVE_LIMITS = { time: 1.1, memory: 4, filter: 200, blocked: 100 }
/** Of PapaParse alone, start of Node included; of the file in memory, what Node has at rest apart. */
const CLI_LIMITS = { plain: 2, json: 4, memory: 8 }
const NODE_AT_REST_MB = 43

/** An archive, beside PapaParse alone with the same file. */
export function checksLines(sizes) {
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`
  const perSecond = (count, ms) => Math.round((count / ms) * 1000).toLocaleString('en')
  const row = (name, tell) => [name, ...sizes.map(tell)]
  const ofFile = ({ peak }, bytes) => (peak === undefined ? '' : `${((peak * 1e6) / bytes).toFixed(1)}x`)
  const way = (pick, alone) => [
    row('  PapaParse alone', (size) => seconds(size[alone].ms)),
    row('  read, checked and indexed', (size) => seconds(size[pick].ms)),
    row('  of PapaParse alone', (size) => `${(size[pick].ms / size[alone].ms).toFixed(2)}x`),
    row('  rows per second', (size) => perSecond(size.rows, size[pick].ms)),
    row('  checks per second', (size) => perSecond(size.worker.checks, size[pick].ms)),
  ]
  const lines = aligned([
    row('rows of a synthetic archive', ({ rows }) => rows.toLocaleString('en')),
    row('MB of CSV', ({ bytes }) => (bytes / 1e6).toFixed(1)),
    row('percentages re-computed', ({ worker }) => worker.checks.toLocaleString('en')),
    row('in a Web Worker', () => ''),
    ...way('worker', 'papa'),
    row('  peak memory, PapaParse alone', ({ papa, bytes }) => ofFile(papa, bytes)),
    row('  peak memory, of the file', ({ worker, bytes }) => ofFile(worker, bytes)),
    row('  slowest of eleven filters', ({ worker }) => `${worker.filter.toFixed(0)} ms`),
    row('  slowest slice of 50 rows', ({ worker }) => `${worker.slice.toFixed(0)} ms`),
    row('  page held up at most', ({ worker }) => `${worker.blocked.toFixed(0)} ms`),
    row('on the command line, from start to end', () => ''),
    ...way('cli', 'papaNode'),
    row('  with --json, of PapaParse alone', (size) => `${(size.cliJson.ms / size.papaNode.ms).toFixed(2)}x`),
    row('  peak memory', ({ cli }) => (cli.peak === undefined ? '' : `${cli.peak.toFixed(0)} MB`)),
    row('  peak memory with --json', ({ cliJson }) =>
      cliJson.peak === undefined ? '' : `${cliJson.peak.toFixed(0)} MB`,
    ),
  ])
  const { worker, papa, bytes, papaNode, cli, cliJson } = sizes.at(-1)
  const ofText = ({ peak }) => ((peak - NODE_AT_REST_MB) * 1e6) / bytes
  return [
    ...lines,
    '',
    bar('archive, of PapaParse alone', worker.ms / papa.ms, ARCHIVE_LIMITS.time, 'x', 2),
    ...(worker.peak === undefined
      ? []
      : [bar('archive, peak memory of the file', (worker.peak * 1e6) / bytes, ARCHIVE_LIMITS.memory, 'x')]),
    bar('archive, a filter', worker.filter, ARCHIVE_LIMITS.filter, ' ms', 0),
    bar('archive, page held up', worker.blocked, ARCHIVE_LIMITS.blocked, ' ms', 0),
    bar('command line, of PapaParse alone', cli.ms / papaNode.ms, CLI_LIMITS.plain, 'x', 2),
    bar('command line with --json, of PapaParse alone', cliJson.ms / papaNode.ms, CLI_LIMITS.json, 'x', 2),
    ...[cli, cliJson]
      .filter(({ peak }) => peak !== undefined)
      .map((one) => bar('command line, peak memory of the file', ofText(one), CLI_LIMITS.memory, 'x')),
  ]
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  )
}

function bar(name, value, limit, unit, digits = 1) {
  // Nothing divided by nothing: neither page blocks.
  const met = Number.isNaN(value) || value <= limit
  return `${met ? 'ok    ' : 'MISSED'}  ${name}: ${value.toFixed(digits)}${unit} (at most ${limit})`
}

const sorted = (items, key) =>
  (items ?? [])
    .map((item) => item[key])
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b)

function median(items, key) {
  const values = sorted(items, key)
  const half = values.length / 2
  return values.length % 2 === 1 ? values[Math.floor(half)] : (values[half - 1] + values[half]) / 2
}

function spread(items, key) {
  const values = sorted(items, key)
  if (values.length === 0) return ''
  const digits = key.endsWith('Kb') || values.at(-1) < 100 ? 1 : 0
  const [middle, least, most] = [median(items, key), values[0], values.at(-1)].map((n) => n.toFixed(digits))
  return least === most ? middle : `${middle} (${least}–${most})`
}
