import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { PATIENCE } from './patience.ts'
import { PLAIN_HOST } from './server.ts'

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

export interface Options {
  /** What stands behind the `#`, from `/`; '' is the plain overview. */
  readonly at?: string
  readonly size?: typeof DESKTOP
  readonly dark?: boolean
  readonly scripts?: boolean
  /** Another place of the same folder. */
  readonly site?: string
  /** Console messages and requests that the test itself provokes. */
  readonly tolerate?: RegExp
  /** Before the page is opened. */
  readonly before?: (page: Page, context: BrowserContext) => Promise<unknown>
  /** Returns as soon as the page begins to arrive: for tests that hold back its parts. */
  readonly early?: boolean
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors and warnings of the console, uncaught exceptions. */
  readonly problems: string[]
  /** Every address asked for. */
  readonly requests: string[]
}

export const site = (): string => inject('sites')[0] as string
/** The same folder on a host that the browser does not trust: plain http, as in an intranet. */
export const plainSite = (): string => site().replace('127.0.0.1', PLAIN_HOST)

let connected: Promise<Browser> | undefined
const connect = () => {
  connected ??= chromium.connect(inject('browser'))
  return connected
}

async function open(options: Options): Promise<Visit> {
  const browser = await connect()
  const size = options.size ?? DESKTOP
  const context = await browser.newContext({
    viewport: size,
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.scripts ?? true,
    acceptDownloads: true,
    locale: 'zh-CN',
    ...(size === PHONE ? { isMobile: true, hasTouch: true } : {}),
  })
  const visit: Visit = { page: await context.newPage(), context, problems: [], requests: [] }
  const { page } = visit
  page.setDefaultTimeout(PATIENCE)
  context.on('request', (request) => visit.requests.push(request.url()))
  page.on('pageerror', (error) => visit.problems.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (!['error', 'warning', 'assert'].includes(message.type())) return
    visit.problems.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  await options.before?.(page, context)
  await page.goto(`${options.site ?? site()}${options.at ? `#${options.at}` : ''}`, {
    waitUntil: options.early ? 'commit' : 'load',
  })
  return visit
}

/** Requests that left the place the page came from. */
export const foreign = ({ requests, page }: Visit): string[] => {
  const { origin } = new URL(page.url())
  return requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== origin)
}

interface Fixtures {
  /** Opens the board in a fresh profile. When the test is over, nothing may have gone wrong or left the place. */
  readonly visit: (options?: Options) => Promise<Visit>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs
  visit: async ({}, use) => {
    const visits: { visit: Visit; options: Options }[] = []
    await use(async (options = {}) => {
      const visit = await open(options)
      visits.push({ visit, options })
      if (!options.early && options.scripts !== false) await alive(visit.page)
      return visit
    })
    for (const { visit, options } of visits) {
      const left = visit.problems.filter((text) => !options.tolerate?.test(text))
      const away = foreign(visit).filter((url) => !options.tolerate?.test(url))
      await visit.context.close()
      expect.soft(left, 'console and exceptions').toEqual([])
      expect.soft(away, 'requests to other origins').toEqual([])
    }
  },
})

/** React has taken the page over: it answers clicks. */
export const alive = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('alive').length > 0)

/** ECharts has drawn every chart in sight, and no drawing of the build stands in for one. */
export const drawn = (page: Page) =>
  page.waitForFunction(() => {
    const inSight = (element: Element) => element.checkVisibility()
    const live = [...document.querySelectorAll('[_echarts_instance_] svg')].filter(inSight)
    return live.length > 0 && ![...document.querySelectorAll('[data-still]')].some(inSight)
  })

/** Holds back scripts whose name matches, until released. */
export async function holdBack(page: Page, names: RegExp): Promise<() => void> {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(names, async (route) => {
    await gate
    await route.continue().catch(() => {}) // the page may be gone by now
  })
  return release
}

/** The drawing library and what needs it. */
export const CHARTS = /\/assets\/(echarts|LiveChart)[^/]*\.js/
