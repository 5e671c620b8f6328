import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { csv } from '../build.ts'
import { drawn, test } from './browser.ts'
import { drop } from './drop.ts'
import { NUMBERS } from './nanyang.ts'
import { order } from './overview.ts'
import { serve } from './server.ts'

const DIST = join(import.meta.dirname, '../../dist')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'application/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.csv': 'text/csv',
}

let served: Awaited<ReturnType<typeof serve>>
/** A server that was set up for pages in GBK, and says so of everything: `charset gbk` in nginx, for all types. */
beforeAll(async () => {
  served = await serve(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const file = path === '/' ? 'index.html' : path.slice(1)
    const content = await readFile(join(DIST, file)).catch(() => undefined)
    if (!content) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=gbk` })
    response.end(content)
  })
})
afterAll(() => served.close())

test('a server that says GBK of everything: the board is what it is', async ({ visit }) => {
  const { page } = await visit({ site: `http://127.0.0.1:${served.port}/` })
  await drawn(page)
  expect(await order(page)).toEqual(NUMBERS)
  expect(await page.title()).toContain(zh.product)
  // Another list of the site, a page fetched later, a file of the reader's own, a style sheet of a part.
  await page.locator('label.sets select').selectOption({ value: 'nanyang-2020-04' })
  await page.getByRole('heading', { level: 1, name: /南阳市 2020/ }).waitFor()
  await page.getByRole('link', { name: '数据', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: zh.data.title }).waitFor()
  await drop(page, {
    name: '甲.csv',
    content: csv([
      { 地区: '甲市', 年度: '2024', 截至: '2024-12', 项目: '修路', 指标: '公路', 完成值: '9', 单位: '公里' },
    ]),
  })
  await page.waitForURL(/set=own-/)
  await page.getByText('修路').first().waitFor()
  await page.getByRole('link', { name: zh.language.label }).click()
  await page.getByRole('button', { name: en.sets.open }).waitFor()
})
