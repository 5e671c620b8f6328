// Loads pages in Chromium as a slow phone on Fast 4G would, and measures what the reader waits for.
import { probe } from './probe.mjs'

/** Chrome DevTools' own "Fast 4G": its numbers with its allowance for what a connection adds. */
const FAST_4G = {
  offline: false,
  latency: 60 * 2.75,
  downloadThroughput: ((9 * 1000 * 1000) / 8) * 0.9,
  uploadThroughput: ((1.5 * 1000 * 1000) / 8) * 0.9,
}
/** The bars' own network, and the same line to a server that is nearer: there the page's own work is most of the wait. */
export const NETWORKS = { far: FAST_4G, near: { ...FAST_4G, latency: 85 } }
export const CPU_RATE = 4
export const VIEWPORT = { width: 390, height: 844 }
export const SCALE = 2

const QUIET_MS = 2000
const LIMIT_MS = 60_000
/** Longer than this, a task blocks. */
const BLOCKING_MS = 50
const TRACE = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing']
const PROFILE = [...TRACE, 'disabled-by-default-v8.cpu_profiler', 'v8.execute']

/** Opens a page in a fresh profile, does `work` with it, and closes it. */
async function withPage(browser, work, network = NETWORKS.far) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: SCALE,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  })
  try {
    const page = await context.newPage()
    const errors = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(probe)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: '__benchTell' })
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', network)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE })
    const result = await work({ page, cdp })
    if (errors.length > 0) throw new Error(`the page threw: ${errors.join('; ')}`)
    return result
  } finally {
    await context.close()
  }
}

/** Resolves when the page says the word through its binding. */
function told(cdp, word) {
  const said = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the page never said ${word}`)), LIMIT_MS)
    const listen = ({ payload }) => {
      if (payload !== word) return
      clearTimeout(timer)
      cdp.off('Runtime.bindingCalled', listen)
      resolve()
    }
    cdp.on('Runtime.bindingCalled', listen)
  })
  // Where the load itself fails nobody waits for it any more.
  said.catch(() => {})
  return said
}

/** Until network and processor have rested for two seconds. */
async function quiet({ page, cdp }, site) {
  const underWay = new Set()
  cdp.on('Network.requestWillBeSent', ({ requestId }) => underWay.add(requestId))
  cdp.on('Network.loadingFinished', ({ requestId }) => underWay.delete(requestId))
  cdp.on('Network.loadingFailed', ({ requestId }) => underWay.delete(requestId))
  const alive = site.alive ? told(cdp, 'alive') : undefined
  await page.goto(site.url, { waitUntil: 'load', timeout: LIMIT_MS })
  await alive
  const deadline = Date.now() + LIMIT_MS
  for (;;) {
    if (Date.now() > deadline) throw new Error(`${site.name} never came to rest`)
    await pause(500)
    const rested = await page.evaluate(() => performance.now() - window.__bench.busyUntil())
    if (rested > QUIET_MS && underWay.size === 0) break
  }
  const rows = await page.locator(site.rows).count()
  if (rows !== site.expected) throw new Error(`${site.name} shows ${rows} rows, not ${site.expected}`)
  const drawn = await page.locator(site.chart).count()
  if (drawn === 0) throw new Error(`${site.name} drew no chart`)
}

/** One load, left alone: paints, the moment it came alive, blocking, kilobytes. */
export const measureLoad = (browser, site, network) => withPage(browser, (tab) => loadIn(tab, site), network)

async function loadIn(tab, site) {
  await quiet(tab, site)
  const seen = await tab.page.evaluate(() => {
    const { fcp, lcp, lcpOf, alive, longTasks, kilobytes } = window.__bench
    return {
      fcp,
      lcp,
      lcpOf,
      alive,
      longTasks,
      aliveKb: alive && kilobytes(alive),
      allKb: kilobytes(Infinity),
    }
  })
  if (seen.fcp === undefined || seen.lcp === undefined) throw new Error(`${site.name} painted nothing`)
  const { longTasks, fcp } = seen
  return { ...seen, blocking: blocking(longTasks, fcp), blockingAll: blocking(longTasks, 0) }
}

/** Total blocking time as Lighthouse counts it: what is over 50 ms of each task, for its part after `from`. */
function blocking(tasks, from) {
  return tasks.reduce((sum, [start, end]) => {
    const part = end - Math.max(start, from)
    return sum + Math.max(0, part - BLOCKING_MS * (part / (end - start)))
  }, 0)
}

/** One load in which a filter is clicked as soon as the page says that it is alive. */
export const measureFirstClick = (browser, site) =>
  withPage(browser, async ({ page, cdp }) => {
    const alive = told(cdp, 'alive')
    await page.goto(site.url, { waitUntil: 'commit', timeout: LIMIT_MS })
    await alive
    const click = await clickFilter({ page, cdp }, site)
    return { rowsChanged: click.changed, painted: click.painted, chartsThere: click.live, after: click.after }
  })

/**
 * Clicks with the charts loaded: filters on and off in turn, on one page after the other, so that whatever else the
 * machine does falls on all alike; and the main thread's work until the next paint.
 *
 * @returns for every site, by its name, `count` clicks
 */
export const measureClicks = (browser, sites, count) =>
  withPages(browser, sites, async (tabs) => {
    // All processes: each page has one of its own.
    await browser.startTracing(undefined, { categories: TRACE })
    for (let i = 0; i < count; i++) {
      for (const { tab, site, names } of tabs) {
        // Each filter is switched on, then off.
        const click = await clickFilter(tab, site, names[Math.floor(i / 2) % names.length])
        if (!click.live) throw new Error('a click came before the charts')
        await pause(600)
      }
    }
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    return Object.fromEntries(sites.map(({ name }) => [name, worksIn(traceEvents, name)]))
  })

/** Opens all sites side by side and lets them come to rest. */
function withPages(browser, [site, ...others], work, tabs = []) {
  if (site === undefined) return work(tabs)
  return withPage(browser, async (tab) => {
    await quiet(tab, site)
    const names = await tab.page.$$eval(site.filter, (all) => all.map((one) => one.textContent.slice(0, 2)))
    return withPages(browser, others, work, [...tabs, { tab, site, names }])
  })
}

async function clickFilter({ page, cdp }, site, text) {
  const at = await page.evaluate(
    ([{ filter, rows, chart, name }, text]) => {
      window.__bench.awaitClick(rows, chart, name)
      return window.__bench.place(filter, text)
    },
    [site, text],
  )
  const painted = told(cdp, 'painted')
  const mouse = (type) =>
    cdp.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons: 1, clickCount: 1 })
  await Promise.all([mouse('mousePressed'), mouse('mouseReleased')])
  await painted
  const click = await page.evaluate(() => window.__bench.click)
  if (click.changed === undefined) throw new Error(`${site.name}: a click on a filter changed no rows`)
  return click
}

const KINDS = {
  style: ['UpdateLayoutTree'],
  layout: ['Layout'],
  paint: ['PrePaint', 'Paint', 'Layerize', 'Commit'],
  script: [
    'EventDispatch',
    'FireAnimationFrame',
    'FunctionCall',
    'RunMicrotasks',
    'TimerFire',
    'EvaluateScript',
  ],
}

/**
 * Milliseconds of main-thread tasks for every click on a site in a trace: from the task of the click until its frame is handed
 * to the compositor (`work`), and all until half a second later (`all`), with what waits for that frame.
 */
function worksIn(events, site) {
  const marks = (name) => events.filter((e) => e.name === name && e.cat.includes('user_timing'))
  const clicks = marks(`bench:click ${site}`)
  return clicks.map(({ ts, pid, tid }) => {
    const mine = events.filter((e) => e.ph === 'X' && e.pid === pid && e.tid === tid)
    const frame = mine.filter((e) => e.name === 'Commit' && e.ts > ts).sort((a, b) => a.ts - b.ts)[0]
    const end = frame.ts + frame.dur
    const rest = mine.filter((e) => e.name.endsWith('RunTask') && e.ts < ts + 500_000 && e.ts + e.dur > ts)
    const tasks = mine.filter((e) => e.name.endsWith('RunTask') && e.ts < end && e.ts + e.dur > ts)
    const work = tasks.reduce((sum, e) => sum + Math.min(e.ts + e.dur, end) - e.ts, 0)
    const kinds = Object.fromEntries(
      Object.keys(KINDS).map((kind) => [
        kind,
        selfTime(
          mine.filter((e) => e.ts >= tasks[0].ts && e.ts < end),
          kind,
        ),
      ]),
    )
    // Without what the system gave to other programs meanwhile; the throttle's own share is in it.
    const cpu = tasks.filter((e) => e.ts + e.dur <= end).reduce((sum, e) => sum + (e.tdur ?? 0), 0)
    const all = rest.reduce((sum, e) => sum + e.dur, 0)
    return { work: work / 1000, all: all / 1000, cpu: cpu / 1000, ...kinds }
  })
}

/** Time of one kind of work, without the other kinds that it calls. */
function selfTime(events, kind) {
  const kindOf = (e) => Object.keys(KINDS).find((key) => KINDS[key].includes(e.name))
  const known = events.filter(kindOf).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  const open = []
  let total = 0
  for (const e of known) {
    while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= e.ts) open.pop()
    if (kindOf(e) === kind) total += e.dur
    if (open.length > 0 && kindOf(open.at(-1)) === kind) total -= e.dur
    open.push(e)
  }
  return total / 1000
}

/** One load under the profiler; opens in the Performance panel of DevTools. */
export const traceLoad = (browser, site, network) =>
  withPage(
    browser,
    async (tab) => {
      await browser.startTracing(tab.page, { categories: PROFILE })
      await quiet(tab, site)
      return browser.stopTracing()
    },
    network,
  )

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
