import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { alive, test } from './browser.ts'

const CATALOGUE = readFileSync(join(import.meta.dirname, '../../data/catalogue.json'), 'utf8')
const NANYANG = readFileSync(join(import.meta.dirname, '../../data/nanyang-2023.csv'), 'utf8')
const chooser = 'label.sets select'

describe('another data set of the site', () => {
  test('is fetched when chosen, replaces all, and stands in the address', async ({ visit }) => {
    const { page } = await visit()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.selectOption(chooser, 'henan-2021')
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('河南省 2021'))
    expect(asked.filter((url) => url.endsWith('/data/henan-2021.csv'))).toHaveLength(1)
    expect(page.url()).toContain('set=henan-2021')
    await page.goBack()
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('南阳市 2023'))
    expect(page.url()).not.toContain('set=')
  })

  test('opens by its address, and says so where there is none', async ({ visit }) => {
    const { page } = await visit({ at: '/checks?set=nanyang-2020-04' })
    await page.waitForFunction(() => document.querySelector('h1'))
    expect(await page.locator('main').textContent()).toContain('8166')
    await page.goto(`${page.url().split('#')[0]}#/?set=nowhere`)
    await page.getByText('这台电脑上没有这份数据').waitFor()
    await page.getByRole('button', { name: '看本站的第一份' }).click()
    await page.getByText('22 件实事 52 项指标').waitFor()
  })

  test('the one before stays where it cannot be had, until it can', async ({ visit }) => {
    const { page } = await visit({ tolerate: /henan-2022|Failed to load resource/ })
    await page.route('**/henan-2022.csv', (route) => route.abort())
    await page.getByRole('link', { name: '方法', exact: true }).click()
    await page.selectOption(chooser, 'henan-2022')
    await page.getByText('没有取到。看到的仍是原来那份').waitFor()
    // What is shown, what the switch says and the address agree; going back asks for nothing.
    const chosen = page
      .locator(chooser)
      .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)
    expect(await chosen).toContain('南阳市 2023')
    expect(new URL(page.url()).hash).toBe('#/method')
    await page.goBack()
    expect(new URL(page.url()).hash).toBe('#/method')
    expect(await page.getByText('没有取到。看到的仍是原来那份').isVisible()).toBe(true)
    expect(await page.title()).toContain('南阳市 2023')
    await page.unroute('**/henan-2022.csv')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.waitForFunction(() => document.title.includes('河南省 2022'))
    expect(page.url()).toContain('#/method?set=henan-2022')
  })
})

describe('whoever runs the site changes files without a build', () => {
  test('a changed figure replaces the first picture, with a word', async ({ visit }) => {
    const { page } = await visit({
      early: true,
      before: async (page) => {
        await page.route('**/data/nanyang-2023.csv', (route) =>
          route.fulfill({ body: NANYANG.replace(',210%,', ',211%,'), contentType: 'text/csv' }),
        )
      },
    })
    await alive(page)
    await page.getByText('数据文件比这一页新').waitFor()
    await page.locator('.sheet').getByText('211%').first().waitFor()
    expect(await page.locator('footer').textContent()).not.toContain('首屏按')
  })

  test('a list and a line in the catalogue stand in the switch', async ({ visit }) => {
    const more = JSON.parse(CATALOGUE) as object[]
    more.push({ file: '新县 2025.csv', title: '新县 2025 年民生实事', source: '通报', asOf: '2025-12' })
    const { page } = await visit({
      early: true,
      before: async (page) => {
        await page.route('**/data/catalogue.json', (route) => route.fulfill({ json: more }))
        await page.route('**/data/%E6%96%B0*.csv', (route) =>
          route.fulfill({
            body: '地区,年度,项目,指标,完成值,单位\n新县,2025,修路,公路,12,公里\n',
            contentType: 'text/csv',
          }),
        )
      },
    })
    await alive(page)
    await page.locator(chooser).getByText('新县 2025 年民生实事').waitFor({ state: 'attached' })
    await page.selectOption(chooser, { label: '新县 2025 年民生实事' })
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('新县 2025'))
  })

  test('as of which file the first picture was drawn stands in it, scripts or none', async ({ visit }) => {
    const { page } = await visit({ scripts: false })
    expect(await page.locator('footer').textContent()).toMatch(
      /首屏按 nanyang-2023\.csv（截至 2023-12-20，校验码 [0-9a-f]{8}）/,
    )
  })
})
