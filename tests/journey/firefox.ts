import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core'
import { type Driver, type Home, LONG_MS, SAVED } from './driver.ts'

/** Firefox over WebDriver BiDi. */
export async function openFirefox(path: string, home: Home): Promise<Driver> {
  const folder = join(home.path, SAVED)
  mkdirSync(folder)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    timeout: LONG_MS,
    protocolTimeout: LONG_MS,
    // It will not write into a home that belongs to another, and no running Firefox shall take it over.
    env: { ...process.env, HOME: home.path, MOZ_NO_REMOTE: '1', MOZ_CRASHREPORTER_DISABLE: '1' },
    extraPrefsFirefox: {
      'browser.download.dir': folder,
      'browser.download.folderList': 2,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.download.alwaysOpenPanel': false,
      'intl.accept_languages': 'zh-CN',
    },
  })
  const [page] = await browser.pages()
  if (!page) throw new Error('Firefox has opened no window')
  page.setDefaultTimeout(LONG_MS)
  await page.setViewport({ width: 1440, height: 900 })
  return driverOf(page, () => browser.close())
}

function driverOf(page: Page, close: () => Promise<void>): Driver {
  const find = async (place: string): Promise<ElementHandle<Element>> => {
    const found = await page.waitForSelector(`xpath/${place}`, { visible: true })
    if (!found) throw new Error(`no ${place}`)
    return found
  }
  return {
    name: 'Firefox',
    goto: async (address) => void (await page.goto(address, { waitUntil: 'load' })),
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    run: (work, ...given) => page.evaluate(work as never, ...given) as never,
    click: async (place) => (await find(place)).click(),
    fill: async (place, text) => {
      await (await find(place)).click({ count: 3 })
      await page.keyboard.type(text)
    },
    press: (key) => page.keyboard.press(key),
    choose: async (place, ...paths) => {
      const field = (await page.waitForSelector(`xpath/${place}`)) as ElementHandle<HTMLInputElement> | null
      await field?.uploadFile(...paths)
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    close,
  }
}
