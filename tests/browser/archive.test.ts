import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { compareZh } from '../../src/text/compareZh.ts'
import { writeArchive } from '../bench/checks/archive.mjs'
import { csvOfTable, longTable, workbookOfTable } from '../longTable.ts'
import { violations } from './axe.ts'
import { alive, PHONE, test } from './browser.ts'
import { save } from './files.ts'

const ROWS = 20_000
const folder = mkdtempSync(join(tmpdir(), 'archive-'))
const file = join(folder, '全省档案.csv')

beforeAll(() => {
  writeArchive(file, ROWS)
})
afterAll(() => rmSync(folder, { recursive: true }))

const open = (page: Page) => page.locator('input[type=file]').first().setInputFiles(file)
const settled = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.archive')?.getAttribute('aria-busy') === 'false')
const toPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()

describe('a long table of a city’s own make', () => {
  const table = longTable(700)
  test.for([
    ['text', '完成情况.csv', Buffer.from(csvOfTable(table)), 'text/csv'],
    ['a workbook with merged cells', '完成情况.xlsx', Buffer.from(workbookOfTable(table)), 'application/zip'],
  ] as const)('as %s says what a short one says', async ([, name, buffer, mimeType], { visit }) => {
    const { page } = await visit()
    await page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer })
    const form = page.locator('dialog.opening form')
    await form.getByRole('textbox', { name: '地区' }).fill('某市')
    await form.locator('button[type=submit]').click()
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    const headline = (await page.locator('.archive .headline').textContent()) ?? ''
    // 42 of 2,100 percentages cannot be right; sums and the note are no rows.
    expect(headline).toContain('700 件实事')
    expect(headline).toContain('共 2,100 行')
    expect(headline).toMatch(/2100 处，计算有 2058 处成立/)
    expect(headline).not.toContain('没有发现算术错误')
    await toPage(page, '数据')
    const box = page.locator('.table-box.virtual')
    await box.getByText('实事1', { exact: true }).nth(2).waitFor()
    const leftOut = page.locator('details.left-out')
    await leftOut.locator('summary').click()
    expect(await leftOut.locator('summary').textContent()).toBe('没有当作数据的 73 行')
    await leftOut.getByRole('cell', { name: '合计', exact: true }).first().waitFor()
    expect(await leftOut.textContent()).toContain('注：以上数据由各单位提供')
    await page.setViewportSize(PHONE)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    const { bytes } = await save(page, page.getByRole('button', { name: '下载这些行' }))
    expect(bytes.toString()).toContain(',1,实事1,,,市教育局,实事1,20所,所,40所,55.0%,')
    // Of rows that the page has not nothing is compared, and nothing is said to be missing.
    await toPage(page, '对照')
    await page.getByText(compareZh.large).waitFor()
    expect(await page.locator('main').textContent()).not.toContain(compareZh.nothing)
  })
})

describe('a file too long for the page', () => {
  test('is read in a worker, summed up by region, narrowed, and drawn line by line in the end', async ({
    visit,
  }) => {
    const { page } = await visit()
    await open(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    expect(await page.locator('.archive .headline').textContent()).toContain('共 20,000 行')
    expect(await page.locator('.archive').textContent()).toContain('一张图画不下')
    await page.locator('.archive .rows a').first().click()
    await settled(page)
    const region = new URLSearchParams(page.url().split('?')[1]).get('region') ?? ''
    expect(region).toMatch(/^某省\/某00市\/\d\d县$/)
    await page.selectOption('.archive label:has-text("责任单位") select', { index: 1 })
    await settled(page)
    const draw = page.getByRole('button', { name: '逐件画出来' })
    const said = /筛到 ([\d,]+) 行/.exec((await page.locator('.headline').textContent()) ?? '')?.[1] ?? ''
    await draw.click()
    await page.locator('.sheet').waitFor()
    expect(await page.locator('.notice').textContent()).toContain('一份大数据里的一部分')
    await toPage(page, '数据')
    await page.locator('.table-box.data').waitFor()
    expect(await page.locator('main').textContent()).toContain(`${Number(said.replace(',', ''))} 行`)
    // Corrections are kept for whole files; the original is the whole one.
    expect(await page.getByRole('button', { name: '更正', exact: true }).count()).toBe(0)
    const original = await save(page, page.getByRole('button', { name: '下载原文件', exact: true }).first())
    expect(original.name).toBe('全省档案.csv')
    await page.getByRole('button', { name: '回到整份' }).click()
    await page.locator('.archive').waitFor()
    await page.goBack()
    await page.locator('.table-box.data').waitFor()
  })

  test('shows any of its rows, and gives them all as CSV', async ({ visit }) => {
    const { page } = await visit()
    await open(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    await toPage(page, '数据')
    const box = page.locator('.table-box.virtual')
    await box.getByText('某省/某00市/00县').first().waitFor()
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await box.getByRole('cell', { name: String(ROWS + 1), exact: true }).waitFor()
    expect(await box.locator('tbody tr').count()).toBeLessThan(100)
    const { bytes } = await save(page, page.getByRole('button', { name: '下载这些行' }))
    expect(bytes.toString().trim().split('\r\n')).toHaveLength(ROWS + 1)
    // Like any other it can be renamed, saved and removed where it is shown.
    await page.locator('.own-sets').getByRole('button', { name: '移除 全省档案' }).waitFor()
  })

  test('its findings are sentences, worst first, by rule', async ({ visit }) => {
    const { page } = await visit()
    await open(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    await toPage(page, '核验')
    const first = page.locator('.archive-findings li').first()
    await first.waitFor()
    const line = Number(/第 (\d+) 行/.exec((await first.textContent()) ?? '')?.[1])
    expect(line).toBeGreaterThan(1)
    await page.locator('.rule-counts button').first().click()
    await settled(page)
    expect(page.url()).toContain('finding=')
  })

  test('stays in this browser, and is read again when the page is', async ({ visit }) => {
    const { page } = await visit()
    await open(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    await page.reload()
    await alive(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    expect(await page.locator('.archive .headline').textContent()).toContain('共 20,000 行')
  })

  test('is not held against lists that the page holds', async ({ visit }) => {
    const { page } = await visit()
    await open(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    const small = {
      name: '小表.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('项目,指标,完成值\n修路,公路,5\n'),
    }
    await page.locator('input[type=file]').first().setInputFiles(small)
    await page.locator('main:not(:has(.archive)) h1').waitFor()
    await page.waitForFunction(() => document.title.startsWith('小表'))
    await toPage(page, '数据')
    await page.locator('.versions select').waitFor()
    expect(await page.locator('header select').first().textContent()).toContain('全省档案')
    expect(await page.locator('.versions select').textContent()).not.toContain('全省档案')
    await toPage(page, '对照')
    const choice = page.locator('.compare-choice')
    await choice.getByText('南阳市 2023').first().waitFor()
    expect(await choice.textContent()).not.toContain('全省档案')
  })

  test('on a phone and for axe', async ({ visit }) => {
    const { page } = await visit({ size: PHONE })
    await open(page)
    await page.locator('.archive h1').waitFor({ timeout: 60_000 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    expect(await violations(page)).toEqual([])
  })
})
