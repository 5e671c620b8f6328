import { expect } from 'vitest'
import { zh } from '../../src/text/zh.ts'
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
  [DESKTOP, PHONE].map((size) => [`${name}, ${size.width} wide`, { name, at, size }] as const),
)

// Each visit itself fails on any console message, exception or request to another origin.
test.for(cases)(
  '%s: without a message, within its screen, nothing for axe; in both languages, light and dark',
  async ([, { name, at, size }], { visit }) => {
    const { page } = await visit({ at, size })
    for (const lang of ['zh-CN', 'en'] as const) {
      if (lang === 'en') await page.getByRole('link', { name: zh.language.label }).click()
      await page.locator(`html[lang=${lang}]`).waitFor()
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (name !== 'data' && name !== 'method') await drawn(page)
      if (name === 'project') await page.getByRole('figure', { name: /其他文件|other documents/ }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await violations(page), `${lang}, ${colorScheme}`).toEqual([])
      }
    }
  },
)
