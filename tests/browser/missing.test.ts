import type { Page, Route } from 'playwright-core'
import { describe, expect } from 'vitest'
import { en } from '../../src/text/en.ts'
import { keptZh } from '../../src/text/keptZh.ts'
import { NOT_ALIVE } from '../../src/text/notAlive.ts'
import { zh } from '../../src/text/zh.ts'
import { csv } from '../build.ts'
import { test } from './browser.ts'
import { drop } from './drop.ts'
import { NUMBERS } from './nanyang.ts'
import { order, sheet } from './overview.ts'

const OURS = /Failed to (?:load|fetch)|MIME type|ERR_|404|dynamically imported|preload CSS/i

/** How a server answers for what is no longer there: some say so, some send a page. */
const ANSWERS = {
  'not found': (route: Route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found' }),
  'a page in its place': (route: Route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>首页' }),
} as const
const HOW = ['not found', 'a page in its place'] as const

const ROW = {
  地区: '甲市',
  年度: '2024',
  截至: '2024-12-20',
  项目: '修路',
  指标: '公路',
  完成值: '9',
  单位: '公里',
}
const listOf = (rows: number) =>
  csv(Array.from({ length: rows }, (_, i) => ({ 序号: String(i + 1), ...ROW })))

const said = (page: Page) => page.locator('.notice').filter({ hasText: zh.loadFailed })
const toPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: zh.navLabel }).getByRole('link', { name, exact: true }).click()

test.for(HOW)('the page’s script, %s: the picture stays, and says that it is one', async (how, { visit }) => {
  const { page } = await visit({
    // The picture was hidden, since another page is asked for: there is none but it.
    at: '/checks',
    early: true,
    tolerate: OURS,
    before: (p) => p.route(/\/assets\/index-[^/]*\.js/, ANSWERS[how]),
  })
  await page.getByText(NOT_ALIVE.zh).waitFor()
  expect(await sheet(page).isVisible()).toBe(true)
  await page.unrouteAll()
  await page.getByRole('link', { name: NOT_ALIVE.reload }).click()
  await page.getByRole('heading', { level: 1, name: zh.nav.checks }).waitFor()
  expect(await page.getByText(NOT_ALIVE.zh).isVisible()).toBe(false)
})

describe('an older build after an update', () => {
  test.for(HOW)('%s: each part that is wanted says so where it is wanted', async (how, { visit }) => {
    const { page } = await visit({
      tolerate: OURS,
      before: (p) => p.route(/\/assets\/(?!index-|rolldown-)/, ANSWERS[how]),
    })
    // A page of the board.
    await toPage(page, '核验')
    const failed = page.getByRole('main').getByText(zh.loadFailed)
    await failed.waitFor()
    await page.getByRole('main').getByRole('button', { name: zh.reload }).waitFor()
    await toPage(page, '总览')
    await expect.poll(() => order(page)).toEqual(NUMBERS)
    // A picture.
    const figure = page.getByRole('figure', { name: zh.sheet.title })
    await figure.getByRole('button', { name: 'PNG' }).click()
    await figure.getByText(zh.chart.notSaved).getByText(zh.loadFailed).waitFor()
    // What opens files; what was brought is still there when it comes.
    await drop(page, { name: '甲.csv', content: listOf(3) })
    await page.locator('p.nothing').filter({ hasText: zh.loadFailed }).waitFor()
    // The words; a new page has them, at the same place.
    await page.getByRole('link', { name: zh.language.label }).click()
    await said(page).waitFor()
    await page.unrouteAll()
    await said(page).getByRole('button', { name: zh.reload }).click()
    await page.getByRole('button', { name: en.sets.open }).waitFor()
  })
})

test('what comes with a click and cannot be had is said, and no file is blamed', async ({ visit }) => {
  const { page } = await visit({
    at: '/data',
    tolerate: OURS,
    before: (_, context) =>
      context.route(/\/assets\/(?:template|zip-core|worker)[^/]*\.js/, ANSWERS['a page in its place']),
  })
  await page.getByRole('button', { name: '下载模板（CSV）' }).click()
  await said(page).waitFor()
  // It is said until another place is gone to.
  await toPage(page, '总览')
  await said(page).waitFor({ state: 'detached' })
  await toPage(page, '数据')
  const zip = {
    name: '备份.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004 and so on'),
  }
  await page.getByLabel('从备份文件恢复').setInputFiles(zip)
  await page.getByText(keptZh.backup.problems.missing).waitFor()
  await drop(page, { name: '大.csv', content: listOf(2100) })
  const told = page.locator('dialog.opening')
  await told.getByText(`大.csv：${zh.loadFailed}`).waitFor()
  await page.context().unrouteAll()
  await told.getByRole('button', { name: zh.retry }).click()
  await page.waitForURL(/set=own-/)
})
