import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { drawn, holdBack, type Options, test } from './browser.ts'
import { save } from './files.ts'
import { OFFERS, RELATED_ROWS, RELATED_SOURCE, ROWS, rowsOfOffer } from './nanyang.ts'
import { choose, sheet } from './overview.ts'

const PAGES = [
  '/',
  '/project/1',
  '/project/14',
  '/project/17',
  '/project/18',
  '/project/20',
  '/project/22',
  '/checks',
  '/compare?set=henan-2021&versus=henan-2021-q1',
  '/data',
  '/method',
]
const inEnglish = (at: string) => `${at}${at.includes('?') ? '&' : '?'}lang=en`

/** Every word that the page says to the eye and to a screen reader. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      // What a page without its scripts says, it says in both languages (.dead).
      if (!walker.currentNode.parentElement?.closest('script, style, noscript, abbr, .glossary, .dead'))
        said.push(walker.currentNode.nodeValue ?? '')
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '')
    return said.map((text) => text.trim()).filter((text) => text !== '')
  })

const COMPARED = ['henan-2021.csv', 'henan-2021-q1.csv'].flatMap(rowsOfOffer)
/** The data's own words, longest first, and the names that the interface keeps in Chinese. */
const DATA = [
  ...new Set([
    ...[...ROWS, ...RELATED_ROWS, ...COMPARED].flatMap((row) => Object.entries(row).flat()),
    RELATED_SOURCE,
    ...OFFERS.flatMap(({ title = '', source = '' }) => [title, source]),
    '22 件全部完成预期目标',
  ]),
  // The source's own ways of printing a figure: 开工率 100%, and what 方法 explains of them.
  ...ROWS.map((row) => `${row.口径}率`),
  ...'万 亿 约 近 余 多 超 人 户 所 个 场 次 全部完成 提前完成 全覆盖 开工率 序时进度'.split(' '),
]
  .filter((text) => /\p{Script=Han}/u.test(text))
  .sort((a, b) => b.length - a.length)
const withoutData = (text: string) => DATA.reduce((left, cell) => left.replaceAll(cell, ' '), text)

/** Goes through every page and returns what is said there that should not be. */
async function strayWords(page: Page, pages: readonly string[], isStray: (text: string) => boolean) {
  const found: string[] = []
  for (const at of pages) {
    const before = await page.getByRole('heading', { level: 1 }).innerText()
    await page.goto(`${page.url().split('#')[0]}#${at}`)
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).not.toBe(before)
    if (at.startsWith('/compare')) await page.getByRole('table').waitFor()
    const stray = new Set((await wordsOf(page)).filter(isStray))
    found.push(...[...stray].map((text) => `${at}: ${text}`))
  }
  return found
}

test('in English no Chinese is left but the data’s own', async ({ visit }) => {
  const { page } = await visit({ at: inEnglish('/data') })
  await page.getByRole('heading', { level: 1 }).waitFor()
  const stray = await strayWords(
    page,
    PAGES.map(inEnglish),
    (text) =>
      text !== en.language.to &&
      text !== en.language.label &&
      /[\p{Script=Han}：，。；（）]/u.test(withoutData(text)),
  )
  expect(stray).toEqual([])
})

test('in Chinese no English is left but names of formats', async ({ visit }) => {
  const { page } = await visit({ at: '/data' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  // Rules are named by their id in 方法, beside their words; file names are names.
  const known = /\b(PNG|SVG|CSV|XLSX|UTF-8|English|Switch to English|Excel|WPS|Dice|nanyang-2023\.csv)\b/g
  const ids = new Set(Object.keys(zh.rules))
  const stray = await strayWords(
    page,
    PAGES,
    (text) => !ids.has(text) && /[A-Za-z]{2,}/.test(text.replace(known, '')),
  )
  expect(stray).toEqual([])
})

describe('the language', () => {
  test('changes words, lang and title with one click, keeps page and filter, and goes back', async ({
    visit,
  }) => {
    const { page } = await visit()
    await choose(page, '层级', '市定')
    await page.getByRole('link', { name: zh.language.label }).click()
    await page.getByRole('figure', { name: en.sheet.title }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.title()).toContain(en.product)
    await page.getByText('12 of 22 shown').waitFor()
    expect(new URL(page.url()).hash).toContain('lang=en')
    await page.reload()
    await page.getByText('12 of 22 shown').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: en.language.label }).click()
    await sheet(page).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.goBack()
    await page.getByText('12 of 22 shown').waitFor()
  })

  test('is marked where it differs from the page’s', async ({ visit }) => {
    const { page } = await visit()
    expect(await page.getByRole('link', { name: zh.language.label }).getAttribute('lang')).toBe('en')
    const english = await visit({ at: inEnglish('/') })
    const back = english.page.getByRole('link', { name: en.language.label })
    expect(await back.getAttribute('lang')).toMatch(/^zh/)
  })
})

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const LIGHT = 'rgb(251, 250, 246)'
const DARK = 'rgb(21, 23, 26)'
const themes = (page: Page) => page.getByRole('combobox', { name: zh.theme.label })

describe('the theme', () => {
  test.for<[Options, string]>([
    [{}, LIGHT],
    [{ dark: true }, DARK],
  ])('follows the system: %o', async ([options, colour], { visit }) => {
    const { page } = await visit(options)
    expect(await ground(page)).toBe(colour)
    await page.emulateMedia({ colorScheme: options.dark ? 'light' : 'dark' })
    await expect.poll(() => ground(page)).toBe(options.dark ? LIGHT : DARK)
  })

  test('once chosen is there before the page is painted, and stays over a reload', async ({ visit }) => {
    const { page } = await visit()
    await themes(page).selectOption({ label: '深色' })
    await expect.poll(() => ground(page)).toBe(DARK)
    // None of the page's scripts may come: what is painted now is what the page paints first.
    const release = await holdBack(page, /\/assets\/[^/]*\.js/)
    await page.reload({ waitUntil: 'commit' })
    await page.getByText(zh.footer).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await ground(page)).toBe(DARK)
    release()
    await drawn(page)
    expect(await ground(page)).toBe(DARK)
  })

  test('once chosen is what the choice shows after a reload, and can be undone', async ({ visit }) => {
    const { page } = await visit({ dark: true })
    await themes(page).selectOption({ label: '浅色' })
    await expect.poll(() => ground(page)).toBe(LIGHT)
    await page.reload()
    await drawn(page)
    const shown = themes(page).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)
    expect(await shown).toBe('浅色')
    await themes(page).selectOption({ label: '随系统' })
    await expect.poll(() => ground(page)).toBe(DARK)
    await page.reload()
    expect(await ground(page)).toBe(DARK)
  })

  test('reaches the marks of the charts', async ({ visit }) => {
    const { page } = await visit()
    await drawn(page)
    const strokes = () =>
      sheet(page)
        .locator('svg path')
        .evaluateAll((paths) =>
          paths.filter((path) => path.checkVisibility()).map((path) => getComputedStyle(path).stroke),
        )
    expect(await strokes()).toContain('rgb(192, 48, 28)')
    await themes(page).selectOption({ label: '深色' })
    await expect.poll(strokes).toContain('rgb(255, 122, 98)')
    expect(await strokes()).not.toContain('rgb(192, 48, 28)')
  })
})

describe('words of the data, in English', () => {
  test('tell what they mean on pointing, at the foot, and in exports', async ({ visit }) => {
    const { page } = await visit({ at: '/project/5?lang=en' })
    const indicator = page.getByRole('region', { name: '免费产前超声筛查覆盖率' })
    await indicator.getByTitle('percentage points').first().waitFor()
    await indicator.getByTitle('set by the province').waitFor()
    await page.getByText('省定 = set by the province', { exact: false }).waitFor()
    const csv = await save(page, page.getByRole('button', { name: 'CSV' }).first())
    expect(csv.bytes.toString()).toContain('个百分点 = percentage points')
    await page.getByRole('link', { name: '中文' }).click()
    await page.getByText(zh.footer, { exact: false }).waitFor()
    expect(await page.locator('abbr, .glossary').count()).toBe(0)
  })

  test('columns of the table, and of somebody’s table, have English names', async ({ visit }) => {
    const { page } = await visit({ at: '/data?lang=en' })
    await page.getByRole('columnheader', { name: '完成值 actual' }).waitFor()
    await page.getByText('截至 (as of) 2023-12-20', { exact: false }).waitFor()
  })
})
