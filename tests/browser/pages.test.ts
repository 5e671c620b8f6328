import { expect } from 'vitest'
import { violations } from './axe.ts'
import { DESKTOP, drawn, PHONE, test } from './browser.ts'

const PAGES = {
  overview: '/',
  project: '/project/1',
  checks: '/checks',
  compare: '/compare?set=henan-2021&versus=henan-2021-q1',
  data: '/data',
  method: '/method',
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
