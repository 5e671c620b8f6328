import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { acceptZh } from '../../src/text/checksZh.ts'
import { keptZh } from '../../src/text/keptZh.ts'
import { zh } from '../../src/text/zh.ts'
import { csv } from '../build.ts'
import { alive, test } from './browser.ts'
import { drop } from './drop.ts'
import { save } from './files.ts'

const LIST = csv(
  [
    { 项目: '修建公路', 指标: '新建公路', 完成值: '9', 目标值: '10', 完成率: '120%' },
    { 项目: '修建桥梁', 指标: '新建桥梁', 完成值: '五', 目标值: '', 完成率: '' },
  ].map((row) => ({ 地区: '甲市', 年度: '2024', 截至: '2024-12-20', 单位: '座', ...row })),
)

/** Browsers that keep nothing, each in its own way; run before any of the page's scripts. */
const REFUSING = {
  full: () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  },
  unavailable: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError')
    }
  },
  newer: () => {
    const { open } = IDBFactory.prototype
    open.call(indexedDB, 'livelihood-board', 99)
  },
} as const

const heading = (page: Page, text: string) =>
  page.getByRole('heading', { level: 1 }).filter({ hasText: text }).waitFor()
const toPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: zh.navLabel }).getByRole('link', { name, exact: true }).click()

/** Opens the list in such a browser; why it is not kept is told, and it is shown. */
async function openIn(page: Page, kind: keyof typeof REFUSING): Promise<void> {
  await drop(page, { name: '甲.csv', content: LIST })
  const told = page.locator('dialog.opening')
  await told.getByText(keptZh.problems[kind]).waitFor()
  await told.getByRole('button', { name: '看“甲.csv”' }).click()
  await heading(page, '甲市 2024')
}

test.for(['unavailable', 'newer'] as const)(
  'a store that is %s: a file is shown',
  async (kind, { visit }) => {
    const { page } = await visit({ before: (p) => p.addInitScript(REFUSING[kind]) })
    await openIn(page, kind)
  },
)

test('a full store: a file is shown, and all can be done with it until the page is closed', async ({
  visit,
}) => {
  const { page } = await visit({ before: (p) => p.addInitScript(REFUSING.full) })
  await openIn(page, 'full')
  await toPage(page, '数据')
  await page.locator('p.passing').filter({ hasText: keptZh.problems.full }).waitFor()
  await page.getByRole('button', { name: '更正', exact: true }).click()
  await page.getByRole('button', { name: /^更正第 3 行的完成值/ }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await page.getByText('每一格都读出来了').waitFor()
  const own = page.locator('.own-sets')
  await own.getByLabel('“甲”的新名称').fill('甲市的名单')
  await own.getByLabel('“甲”的新名称').press('Enter')
  await page.locator('label.sets select').getByText('甲市的名单').waitFor({ state: 'attached' })
  const saved = await save(page, page.getByRole('button', { name: '下载原文件', exact: true }))
  expect(saved.bytes.toString()).toBe(LIST)

  await toPage(page, '核验')
  await page.getByRole('button', { name: acceptZh.ask }).first().click()
  await page.getByLabel(acceptZh.reason).fill('原表如此')
  await page.keyboard.press('Enter')
  await page.getByText('原表如此').first().waitFor()
  await toPage(page, '对照')
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '对照' }).waitFor()
  await page
    .getByLabel(/甲市的名单/)
    .first()
    .waitFor({ state: 'attached' })

  const asked = page.waitForEvent('dialog')
  const leaving = page.reload()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await leaving
  await alive(page)
  await page
    .locator('.notice')
    .filter({ hasText: zh.sets.passed('甲市的名单') })
    .waitFor()
})

test('a store that refuses blobs keeps files all the same', async ({ visit }) => {
  const { page } = await visit({
    before: (p) =>
      p.addInitScript(() => {
        const { put } = IDBObjectStore.prototype
        IDBObjectStore.prototype.put = function (value, key) {
          if (value instanceof Blob)
            throw new DOMException('BlobURLs are not yet supported', 'DataCloneError')
          return put.call(this, value, key)
        }
      }),
  })
  await drop(page, { name: '甲.csv', content: LIST })
  await heading(page, '甲市 2024')
  await page.reload()
  await alive(page)
  await heading(page, '甲市 2024')
  await toPage(page, '数据')
  const { name, bytes } = await save(page, page.getByRole('button', { name: '下载原文件', exact: true }))
  expect([name, bytes.toString()]).toEqual(['甲.csv', LIST])
  expect(await page.locator('.passing').count()).toBe(0)
})
