import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { DESKTOP, drawn, PHONE, test } from './browser.ts'

const PAGES = {
  overview: '/',
  project: '/project/1',
  checks: '/checks',
  compare: '/compare?set=henan-2021&versus=henan-2021-q1',
  data: '/data',
  method: '/method',
}
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Rules that the page breaks, each with the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }, TAGS)
}

const cases = Object.entries(PAGES).flatMap(([name, at]) =>
  [DESKTOP, PHONE].flatMap((size) => (['zh', 'en'] as const).map((lang) => ({ name, at, size, lang }))),
)
const told = ({ name, size, lang }: (typeof cases)[number]) => `${name}, ${size.width} wide, ${lang}`

// Each visit itself fails on any console message, exception or request to another origin.
test.for(cases.map((one) => [told(one), one] as const))(
  '%s: without a message, within its screen, nothing for axe; light and dark',
  async ([, { name, at, size, lang }], { visit }) => {
    const { page } = await visit({
      at: lang === 'en' ? `${at}${at.includes('?') ? '&' : '?'}lang=en` : at,
      size,
      dark: lang === 'en',
    })
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (name !== 'data' && name !== 'method') await drawn(page)
    if (name === 'project') await page.getByRole('figure', { name: /其他文件|other documents/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'en' ? 'en' : 'zh-CN')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
    expect.soft(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: lang === 'en' ? 'light' : 'dark' })
    expect(await violations(page)).toEqual([])
  },
)
