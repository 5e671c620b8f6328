import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Cells, csv } from '../build.ts'
import { countiesDemo, quartersDemo } from '../demo.ts'
import { violations } from './axe.ts'
import { alive, DESKTOP, drawn, type Options, PHONE, test, type Visit } from './browser.ts'
import { picture, save } from './files.ts'

/** Opens the board on another file: the site's first one is replaced by it. */
async function open(
  visit: (options?: Options) => Promise<Visit>,
  rows: readonly Cells[],
  options: Options = {},
) {
  const body = csv(rows)
  const visited = await visit({
    ...options,
    early: true,
    before: (page) =>
      page.route('**/data/nanyang-2023.csv', (route) => route.fulfill({ body, contentType: 'text/csv' })),
  })
  const { page } = visited
  await alive(page)
  await page.getByText('数据文件比这一页新').or(page.getByText('The data file is newer')).waitFor()
  return visited
}

const heading = (page: Page) => page.locator('main h1').textContent()
const headed = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('main h1')?.textContent === wanted, text)

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe('a city and its counties', () => {
  test('a list of one region has no way to regions', async ({ visit }) => {
    const { page } = await visit()
    expect(await page.locator('.top nav a').allTextContents()).not.toContain('地区')
  })

  test('are walked down by keyboard, from the region to the parts of one indicator', async ({ visit }) => {
    const { page } = await open(visit, countiesDemo())
    const step = async (name: string | RegExp, title: string) => {
      await page.getByRole('main').getByRole('link', { name }).first().focus()
      await page.keyboard.press('Enter')
      await headed(page, title)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    }
    await page.getByRole('link', { name: '地区', exact: true }).click()
    await headed(page, '南阳市：一级一级往下看')
    expect(await page.locator('.counted .rows').first().locator('a').count()).toBe(13)
    await step(/^省定/, '南阳市 · 省定：一级一级往下看')
    await step(/^城乡建设/, '南阳市 · 省定 · 城乡建设：一级一级往下看')
    await step(/完善农村基础设施建设/, '完善农村基础设施建设')
    await step(/^新建和改造农村公路/, '新建和改造农村公路')
    expect(await page.locator('.finding').first().textContent()).toContain('合计 1121.35—1122.65公里')
    expect(await page.locator('.trail a').allTextContents()).toEqual([
      '南阳市',
      '省定',
      '城乡建设',
      '2 完善农村基础设施建设',
      '新建和改造农村公路',
    ])
    // Every step can be sent to someone, and undone.
    const address = page.url()
    await page.goBack()
    await headed(page, '完善农村基础设施建设')
    await page.goForward()
    await headed(page, '新建和改造农村公路')
    expect(page.url()).toBe(address)
    await page.getByRole('link', { name: '邓州市 154.0公里' }).click()
    await headed(page, '完善农村基础设施建设')
    await expect.poll(() => page.url()).toContain('#/project/')
    expect(await page.locator('.trail').textContent()).toContain('南阳市/邓州市')
  })

  test('the overview shows one list at a time', async ({ visit }) => {
    const { page } = await open(visit, countiesDemo())
    await page.getByText('显示 5 / 5 件').waitFor()
    await page.getByLabel('地区').selectOption('南阳市/镇平县')
    await page.getByText('显示 4 / 4 件').waitFor()
    expect(await heading(page)).toBe('南阳市镇平县 2023 年民生实事，完成得怎样')
    expect(await page.locator('.line:visible').count()).toBe(4)
    await page.getByRole('link', { name: '核验' }).click()
    await page.getByText('显示 4 / 56 件').waitFor()
  })

  test('the bars leave as picture and numbers', async ({ visit }) => {
    const { page } = await open(visit, countiesDemo(), { at: '/regions/2/3' })
    await headed(page, '新建和改造农村公路')
    const figure = page.locator('.ranks').first()
    const { bytes, name } = await save(page, figure.getByRole('button', { name: 'CSV' }))
    expect(name).toContain('新建和改造农村公路')
    const lines = bytes.toString('utf8').split('\r\n')
    expect(lines.find((line) => line.startsWith('南阳市/邓州市'))).toContain('154.0公里')
    const png = await save(page, figure.getByRole('button', { name: 'PNG' }))
    const { width, colours } = await picture(page, png.bytes)
    expect(width).toBeGreaterThan(900)
    expect([...colours.keys()]).toEqual(expect.arrayContaining(['#fbfaf6', '#1f6f78', '#c0301c']))
    await figure.getByRole('button', { name: '表格' }).click()
    await expect.poll(() => figure.locator('tbody tr').count()).toBe(14)
  })
})

describe.each([
  ['desktop', { size: DESKTOP }],
  ['phone, dark', { size: PHONE, dark: true }],
] as const)('on a %s', (_, options) => {
  test.for([
    ['counties', countiesDemo, '/regions'],
    ['parts', countiesDemo, '/regions/1/2'],
    ['English', countiesDemo, '/regions/3/4?lang=en'],
    ['a course', quartersDemo, '/project/12'],
  ] as const)('%s stand within the screen, and nothing bars the way', async ([, rows, at], { visit }) => {
    const { page } = await open(visit, rows(), { ...options, at })
    await drawn(page)
    expect(await overflow(page)).toBe(0)
    expect(await violations(page)).toEqual([])
  })
})

describe('a year in four reports', () => {
  test('shows the latest, an earlier date where it is asked for, and the course of each indicator', async ({
    visit,
  }) => {
    const { page } = await open(visit, quartersDemo())
    await page.getByText('显示 5 / 5 件').waitFor()
    await page.getByLabel('截至').selectOption('2023-09-30')
    await page.getByText('显示 4 / 4 件').waitFor()
    // The address comes a frame later.
    await expect.poll(() => page.url()).toContain('asOf=2023-09-30')
    await page.locator('.line', { hasText: '城镇老旧小区改造' }).focus()
    await page.keyboard.press('Enter')
    await headed(page, '城镇老旧小区改造')
    expect(await page.locator('.dates [aria-current]').textContent()).toBe('2023-09-30')
    await drawn(page)
    const figure = page.getByRole('figure', { name: '完工小区：一年里完成到目标的百分之几' })
    expect(await figure.locator('ol.visually-hidden li').allTextContents()).toEqual([
      '2023-03-31 7.9%',
      '2023-06-30 31.3%',
      '2023-09-30 70.0%',
      '2023-12-20 95.8%',
    ])
    expect(await page.locator('.indicator').count()).toBe(1)
    await page.getByRole('link', { name: '2023-12-20' }).click()
    await page.locator('.stated', { hasText: '95.8%' }).waitFor()
    expect(await page.locator('.course .finding').allTextContents()).toContainEqual(
      expect.stringContaining('截至 2023-09-30 的目标公布为 430个，截至 2023-06-30 的公布为 480个'),
    )
  })
})
