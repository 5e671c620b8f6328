import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { PLAIN_HOST, SUB_PATHS, serveFolder } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens. */
    browser: string
    /** Addresses of the same built folder under its sub-paths, each with `/` at the end. */
    sites: readonly string[]
  }
}

/** What Playwright switches off itself: of two such lists Chromium takes the last. */
const PLAYWRIGHT_OFF =
  'AimEnabled AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose HttpsFirstBalancedModeAutoEnable HttpsUpgrades LensOverlay MediaRouter NetworkTimeServiceQuerying OptimizationHints PaintHolding PreconnectToSearch TcpPortRandomizationWin ThirdPartyStoragePartitioning'
/** Pages of the browser's own that nobody sees, and a process kept in reserve: for every visit, half of its work. */
const UNSEEN_OFF =
  'InitialWebUI WebUIReloadButton WebUIToolbar WebUITabStrip PreloadTopChromeWebUI WebUIOmniboxPopup WebUIOmniboxFullPopup WebUIOmniboxAimPopup SpareRendererForSitePerProcess'

const ROOT = join(import.meta.dirname, '../..')

/** Serves the built folder and starts one Chromium for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(ROOT, 'dist')
  if (!existsSync(join(dist, 'index.html'))) throw new Error('no dist/index.html: run `npx vite build` first')
  const server = await serveFolder(dist, SUB_PATHS)
  const browser = await chromium.launchServer({
    executablePath: await browserPath(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-features=${`${PLAYWRIGHT_OFF} ${UNSEEN_OFF}`.replaceAll(' ', ',')}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
      '--no-proxy-server',
      // A name that is not this machine's own: plain http on it is what an intranet's page is.
      `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
      '--disable-dev-shm-usage',
    ],
  })
  project.provide('browser', browser.wsEndpoint())
  project.provide(
    'sites',
    SUB_PATHS.map((path) => `http://127.0.0.1:${server.port}${path}`),
  )
  return async () => {
    await browser.close()
    await server.close()
  }
}

async function browserPath(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const { ensureBrowser } = (await import(join(ROOT, '.ci/setup.mjs'))) as {
    ensureBrowser: () => Promise<string>
  }
  return ensureBrowser()
}
