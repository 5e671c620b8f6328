import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { compareEn } from '../../src/text/compareEn.ts'
import { compareZh } from '../../src/text/compareZh.ts'
import { zh } from '../../src/text/zh.ts'
import { DESKTOP, drawn, PHONE, test } from './browser.ts'
import { picture, save, svgOf } from './files.ts'
import { rowsOf } from './nanyang.ts'

const AT = '/compare?set=henan-2021&versus=henan-2021-q1'
const MOVED = '截至 2021 年的目标公布为 1.9万名，截至 2021-03 的推算为 19689—19735名。目标调整过吗？'
const lines = (page: Page) => page.locator('.slope-body li')
const pairs = (page: Page) => page.getByRole('table').first().locator('tbody tr')
const proposals = (page: Page) => page.locator('.proposals li')

describe.each([DESKTOP, PHONE])('two lists of one year, at %o', (size) => {
  test('stand side by side, with what moved between them, and no growth between a quarter and a year', async ({
    visit,
  }) => {
    const { page } = await visit({ at: AT, size })
    await drawn(page)
    expect(await lines(page).count()).toBe(3)
    expect(await lines(page).first().innerText()).toMatch(/残疾儿童康复救助[\s\S]*41\.3% ｜ 计算 166\.6%/)
    expect(await pairs(page).count()).toBe(14)
    await page.getByText(compareZh.spans('截至 2021-03', '2021 全年')).waitFor()
    expect(await page.locator('td.change').allInnerTexts()).toEqual(
      Array(14).fill(expect.stringContaining('不同时段')),
    )
    await pairs(page).filter({ hasText: MOVED }).waitFor()
    // Its style sheet comes with the page, under the policy of the site.
    const height = await lines(page)
      .first()
      .evaluate((line) => line.getBoundingClientRect().height)
    expect(height).toBe(size === DESKTOP ? 48 : 84)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width)
  })

  test('a proposal is confirmed, refused and pointed elsewhere, by keyboard too', async ({ visit }) => {
    const { page } = await visit({ at: AT, size })
    const heading = (n: number) => page.getByRole('heading', { name: compareZh.proposals(String(n)) })
    await heading(11).waitFor()
    const yes = proposals(page).first().getByRole('button', { name: compareZh.accept })
    await yes.focus()
    await page.keyboard.press('Enter')
    await heading(10).waitFor()
    // The focus is on the proposal that took its place.
    await page.keyboard.press('Enter')
    await heading(9).waitFor()
    await page.getByText(compareZh.matched('5')).click()
    expect(await page.getByText(compareZh.how.chosen, { exact: true }).count()).toBe(2)

    const grid = proposals(page).filter({ hasText: '配电台区改造升级' })
    await grid.getByRole('button', { name: compareZh.refuse, exact: true }).click()
    await heading(8).waitFor()
    expect(await pairs(page).count()).toBe(13)

    await page.getByText(compareZh.onlyHere('4')).click()
    await page
      .getByRole('combobox', { name: compareZh.pickFor('新建5G基站') })
      .selectOption({ label: '新建、改造基站配套设施 · 扩大5G网络覆盖' })
    await page.getByText(compareZh.matched('6')).waitFor()
    await pairs(page).filter({ hasText: '新建、改造基站配套设施' }).waitFor()
    await page
      .locator('.pair-item')
      .filter({ hasText: '新建5G基站' })
      .getByRole('button', { name: compareZh.takeBack })
      .click()
    await page.getByText(compareZh.onlyHere('4')).waitFor()

    await page.getByRole('button', { name: compareZh.acceptAll('8') }).click()
    await page.getByText(compareZh.matched('13')).waitFor()
    expect(await proposals(page).count()).toBe(0)
  })
})

test('lists are chosen on the page and kept in the address; three make lines of three', async ({ visit }) => {
  const { page } = await visit({ at: '/compare?set=henan-2024-q3' })
  // None chosen: the nearest of the same region stands there, and the address does not say so.
  await page.getByText(compareZh.suggested.same('河南省 2022 年重点民生实事')).waitFor()
  await lines(page).filter({ hasText: '105.3% ｜ 111.16%' }).waitFor()
  await page.getByText(compareZh.summary(14, 1, 4, 9)).waitFor()
  expect(new URL(page.url()).hash).toBe('#/compare?set=henan-2024-q3')
  await page.getByRole('checkbox', { name: '河南省 2022 年重点民生实事' }).check()
  await page.getByText(compareZh.spans('2022 全年', '截至 2024-09')).waitFor()
  await page.getByRole('checkbox', { name: '河南省 2021 年重点民生实事', exact: true }).check()
  await lines(page).filter({ hasText: '143.05% → 105.3% ｜ 111.16%' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#/compare?set=henan-2024-q3&versus=henan-2022%2Chenan-2021')
  await page.goBack()
  await lines(page).filter({ hasText: '105.3% ｜ 111.16%' }).waitFor()
  expect(await page.getByText('143.05%').count()).toBe(0)
})

test('the default list is compared too, a list that is not there is named, a filter narrows', async ({
  visit,
}) => {
  const { page } = await visit({
    at: '/compare?set=henan-2022&versus=nanyang-2023,nowhere,henan-2022,nowhere&domain=就业',
  })
  await page.getByText(compareZh.unknown('nowhere')).waitFor()
  expect(await page.getByText(compareZh.unknown('nowhere')).count()).toBe(1)
  await page.getByText(compareZh.regions('河南省', '南阳市')).waitFor()
  expect(await lines(page).count()).toBe(3)
  expect(await page.getByRole('checkbox', { name: '南阳市 2023 年重点民生实事' }).isChecked()).toBe(true)
})

test('speaks English, and leaves the board as SVG, PNG and CSV with both lists named', async ({ visit }) => {
  const { page } = await visit({ at: `${AT}&lang=en` })
  await page.getByRole('heading', { level: 1, name: compareEn.title }).waitFor()
  await page.getByRole('link', { name: '中文' }).click()
  const figure = page.getByRole('figure', { name: compareZh.slope.title })
  const button = (name: string) => figure.getByRole('button', { name, exact: true })
  await button('SVG').waitFor()
  const drawing = await save(page, button('SVG'))
  expect(drawing.name).toBe('henan-2021_henan-2021-q1_对照_2021、2021-03.svg')
  const svg = svgOf(drawing.bytes)
  for (const text of [
    '河南省 2021 年重点民生实事（一季度）',
    '2022-02-10',
    '41.3% ｜ 计算 166.6%',
    zh.filters.none,
  ])
    expect(svg.text).toContain(text)
  expect(drawing.bytes.toString()).not.toContain('var(--')
  const image = await save(page, button('PNG'))
  const png = await picture(page, image.bytes)
  expect([png.width, png.height]).toEqual([2 * svg.width, 2 * svg.height])
  expect(png.colours.get('#c0301c') ?? 0).toBeGreaterThan(20)
  const file = await save(page, button('CSV'))
  const [table = ''] = file.bytes.toString('utf8').split('\r\n\r\n')
  expect(rowsOf(table)).toHaveLength(14)
  expect(rowsOf(table).map((row) => row.核验)).toContain(MOVED)
})
