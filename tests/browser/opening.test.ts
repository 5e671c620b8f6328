import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { keptZh } from '../../src/text/keptZh.ts'
import { zh } from '../../src/text/zh.ts'
import { csv } from '../build.ts'
import { gb18030 } from '../gb18030.ts'
import { alive, PHONE, test } from './browser.ts'
import { type Dropped, drop } from './drop.ts'
import { save } from './files.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/files')
const fixture = (name: string): Dropped => ({ name, content: readFileSync(join(FIXTURES, name)) })

const ROWS = [
  { 序号: '1', 项目: '修建公路', 指标: '新建公路', 完成值: '12', 单位: '公里', 目标值: '10', 完成率: '120%' },
  {
    序号: '2',
    项目: '修建桥梁',
    指标: '新建桥梁',
    完成值: '五座',
    单位: '座',
    备注: '<img src=x onerror=alert(1)>',
  },
].map((row) => ({ 地区: '甲市', 年度: '2024', 截至: '2024-12-20', 层级: '市定', ...row }))
const LIST = csv(ROWS)
const WIDE =
  '甲县2024年民生实事完成情况\n序号,项目,单位,目标任务,完成情况,完成率,责任单位\n1,建设公园,个,50,52,104%,住建局\n2,培训教师,人,300,310,103.3%,教育局\n'

const heading = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.querySelector('h1')?.textContent?.includes(wanted), text)
const toPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click()
const told = (page: Page) => page.locator('dialog.opening')

describe('absurd numbers', () => {
  const nines = '9'.repeat(68)
  const list = csv([
    {
      ...ROWS[0],
      序号: '1',
      项目: '学校',
      指标: '座数',
      完成值: nines,
      单位: '座',
      目标值: '',
      基数: '1',
      占比: '50%',
      完成率: '',
    },
    {
      ...ROWS[0],
      序号: '2',
      项目: '培训',
      指标: '人数',
      完成值: '5',
      单位: '亿亿亿亿人',
      目标值: `0.${'0'.repeat(40)}1`,
      完成率: '7%',
    },
  ])

  test('widen no page of a phone, and print no number that is none', async ({ visit }) => {
    const { page } = await visit({ size: PHONE })
    await drop(page, { name: '甲.csv', content: list })
    await heading(page, '甲市')
    for (const [name, sign] of [
      ['总览', '.sheet'],
      ['核验', '.finding'],
      ['数据', '.table-box.data'],
    ] as const) {
      await toPage(page, name)
      await page.locator(sign).first().waitFor()
      const seen = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        odd: /Infinity|NaN/.test(document.body.innerText),
      }))
      expect(seen).toEqual({ width: PHONE.width, odd: false })
    }
  })
})

describe('a list by the contract, dropped', () => {
  const utf16 = Buffer.from(`\ufeff${LIST}`, 'utf16le')
  test.for<[string, Dropped]>([
    ['UTF-8', { name: '甲.csv', content: LIST }],
    ['UTF-8 with a mark, as Excel saves it', { name: '甲.csv', content: `\ufeff${LIST}` }],
    ['UTF-16', { name: '甲.csv', content: utf16 }],
    ['UTF-16 the other way round', { name: '甲.csv', content: Buffer.from(utf16).swap16() }],
    ['GB18030', { name: '甲.csv', content: gb18030(LIST) }],
    [
      'tabs',
      {
        name: '甲.tsv',
        content: LIST.replaceAll('","', '"\t"').replace(/^.+/, (head) => head.replaceAll(',', '\t')),
      },
    ],
  ])('%s: shown without a question, what cannot be read listed', async ([, file], { visit }) => {
    const { page } = await visit()
    await drop(page, file)
    await heading(page, '甲市 2024')
    expect(await page.locator('.sheet').textContent()).toContain('修建公路')
    await toPage(page, '数据')
    const problems = page.locator('.problems').filter({ hasText: '五座' })
    expect(await problems.textContent()).toContain('完成值')
    // Markup in a cell is text.
    expect(await page.locator('.table-box.data').textContent()).toContain('<img src=x')
  })

  test('stays when the page is loaded again, and is a list like any other', async ({ visit }) => {
    const { page } = await visit()
    await drop(page, { name: '甲市名单.csv', content: LIST })
    await heading(page, '甲市 2024')
    await page.reload()
    await alive(page)
    await heading(page, '甲市 2024')
    await page.locator('label.sets select').getByText('甲市名单').waitFor({ state: 'attached' })
    await toPage(page, '核验')
    await page.getByText('五座').first().waitFor()
    await page.goBack()
    await heading(page, '甲市 2024')
  })

  test('is given back byte for byte, renamed and removed', async ({ visit }) => {
    const { page } = await visit()
    const content = gb18030(LIST)
    await drop(page, { name: '甲.csv', content })
    await heading(page, '甲市 2024')
    await toPage(page, '数据')
    const { name, bytes } = await save(page, page.getByRole('button', { name: '下载原文件', exact: true }))
    expect(name).toBe('甲.csv')
    expect(bytes.equals(Buffer.from(content))).toBe(true)
    const own = page.locator('.own-sets')
    await own.getByLabel('“甲”的新名称').fill('甲市的名单')
    await own.getByLabel('“甲”的新名称').press('Enter')
    await page.locator('label.sets select').getByText('甲市的名单').waitFor({ state: 'attached' })
    await own.getByRole('button', { name: '移除 甲市的名单' }).click()
    await own.getByRole('button', { name: '移除', exact: true }).click()
    await heading(page, '数据')
    await own.getByText('已移除').waitFor()
    expect(await page.locator('label.sets select').textContent()).not.toContain('甲市的名单')
    expect(page.url()).not.toContain('own-')
  })
})

describe('a table of another make', () => {
  test.for<[string, Dropped]>([
    ['CSV', { name: '甲县2024.csv', content: WIDE }],
    ['a workbook', fixture('wide.xlsx')],
  ])('%s: its columns are shown as understood, and used when confirmed', async ([kind, file], { visit }) => {
    const { page } = await visit({ size: kind === 'CSV' ? PHONE : { width: 1440, height: 900 } })
    await drop(page, file)
    const dialog = told(page)
    await dialog.getByRole('heading', { name: '每一列是什么' }).waitFor()
    expect(await dialog.locator('select.known').count()).toBeGreaterThan(4)
    const box = await dialog.boundingBox()
    expect((box?.x ?? -1) >= 0 && (box?.width ?? 9999) <= (page.viewportSize()?.width ?? 0)).toBe(true)
    await dialog.getByRole('button', { name: '用这张表' }).click()
    if (kind === 'a workbook') {
      await dialog.getByText(/其中 \d+ 行在原表里是隐藏的/).waitFor()
      await dialog.getByRole('button', { name: /^看/ }).click()
    }
    await page.waitForURL(/set=own-/)
    await page.locator('.sheet').waitFor()
  })

  test('may be left unopened; the board stays as it was', async ({ visit }) => {
    const { page } = await visit()
    await drop(page, { name: '甲县.csv', content: WIDE })
    await told(page).getByRole('button', { name: '不打开' }).click()
    await told(page).getByText('没有打开').waitFor()
    await page.keyboard.press('Escape')
    await told(page).waitFor({ state: 'detached' })
    await heading(page, '南阳市 2023')
  })
})

test('what cannot be opened is told in a sentence each, and the others open', async ({ visit }) => {
  const { page } = await visit()
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
  await drop(
    page,
    { name: '空.csv', content: '' },
    { name: '图.csv', content: new Uint8Array(png) },
    fixture('wide.xls'),
    { name: '宽.csv', content: `${Array.from({ length: 10_000 }, (_, i) => `列${i}`).join(',')}\n1\n` },
    { name: '坏.xlsx', content: fixture('wide.xlsx').content.slice(0, 900) },
    { name: '甲.csv', content: LIST },
  )
  const said = told(page).locator('.outcomes li')
  await said.nth(5).waitFor()
  const [empty, picture, old, columns, broken, good] = await said.allTextContents()
  expect(empty).toContain('文件是空的')
  expect(picture).toContain('图片')
  expect(old).toContain('.xlsx')
  expect(columns).toContain('10000 列')
  expect(broken).toMatch(/损坏|不完整/)
  expect(good).toContain('2 行，已打开')
  await told(page).getByRole('button', { name: '看“甲.csv”' }).click()
  await heading(page, '甲市 2024')
})

test('a cell of a megabyte is cut and listed, its row stays, and the page answers', async ({ visit }) => {
  const { page } = await visit()
  await drop(page, { name: '长.csv', content: csv([{ ...ROWS[0], 备注: 'x'.repeat(1_000_000) }]) })
  await heading(page, '甲市 2024')
  await toPage(page, '数据')
  expect(await page.locator('.problems').textContent()).toContain('备注')
  await expect.poll(() => page.locator('.table-box.data tbody tr').count()).toBe(1)
})

test('cells copied from a spreadsheet are pasted on the page, but not into a field', async ({ visit }) => {
  const { page } = await visit()
  const paste = (selector: string) =>
    page.evaluate((to) => {
      const data = new DataTransfer()
      data.setData('text/plain', '项目\t指标\t完成值\t单位\n修路\t公路\t12\t公里\n')
      document
        .querySelector(to)
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, selector)
  await paste('input[type=search]')
  expect(await told(page).count()).toBe(0)
  await paste('h1')
  await page.waitForURL(/set=own-/)
  await heading(page, '粘贴的表格')
})

test('a corrected cell is checked at once, stays beside what was printed, and is saved', async ({
  visit,
}) => {
  const { page } = await visit()
  await drop(page, { name: '甲.csv', content: LIST })
  await heading(page, '甲市 2024')
  await toPage(page, '数据')
  await page.getByRole('button', { name: '更正', exact: true }).click()
  const cell = page.getByRole('button', { name: /^更正第 3 行的完成值/ })
  await cell.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /^更正第 3 行的完成值/ }).fill('5')
  await page.keyboard.press('Enter')
  await page.getByText('每一格都读出来了').waitFor()
  expect(await page.locator('.corrected').first().textContent()).toContain('五座')
  // The keyboard goes on from the same cell.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
    /^更正第 3 行的完成值：5/,
  )
  const { bytes } = await save(page, page.getByRole('button', { name: '下载更正后的表格' }))
  expect(bytes.toString()).toContain('新建桥梁,5,座')
  await page.reload()
  await alive(page)
  await page.locator('.corrected').first().waitFor()
  await page.getByRole('button', { name: '撤回更正' }).click()
  await page.locator('.problems', { hasText: '下载这份清单' }).filter({ hasText: '五座' }).waitFor()
})

test('a newer version of a file is held against the one before, cell by cell', async ({ visit }) => {
  const { page } = await visit()
  await drop(page, { name: '甲.csv', content: LIST })
  await heading(page, '甲市 2024')
  await drop(page, { name: '甲（改）.csv', content: LIST.replace('"五座"', '"5"') })
  await page.locator('label.sets select').getByText('甲（改）').waitFor({ state: 'attached' })
  await toPage(page, '数据')
  const versions = page.locator('.versions')
  await versions.getByText('改了 1 格').waitFor()
  expect(await versions.locator('tbody').textContent()).toMatch(/五座.*5/)
})

test('all that is kept goes to another browser in one file', async ({ visit }) => {
  const { page } = await visit()
  await drop(page, { name: '甲.csv', content: LIST })
  await heading(page, '甲市 2024')
  await toPage(page, '数据')
  const { name, bytes } = await save(page, page.getByRole('button', { name: '存成一个备份文件' }))
  expect(name).toMatch(/\.board\.zip$/)
  const { page: other } = await visit({ at: '/data' })
  await other.getByLabel('从备份文件恢复').setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
  await other.getByText('恢复了 1 份数据').waitFor()
  await other.locator('label.sets select').selectOption({ label: '甲' })
  await other.waitForURL(/set=own-/)
  await other.locator('.table-box.data').getByText('新建公路').waitFor()
})

test('the template opens as it is, without a problem', async ({ visit }) => {
  const { page } = await visit({ at: '/data' })
  for (const kind of ['CSV', 'XLSX']) {
    const { name, bytes } = await save(page, page.getByRole('button', { name: `下载模板（${kind}）` }))
    await drop(page, { name, content: bytes })
    await page.waitForURL(/set=own-/)
    await page.getByText('每一格都读出来了').waitFor()
    await expect.poll(() => page.locator('.table-box.data tbody tr').count()).toBe(3)
    await page.goto(`${page.url().split('#')[0]}#/data`)
  }
})

test('where the reader cannot be had that is said, and nothing of the file is blamed', async ({ visit }) => {
  const { page, context } = await visit({
    tolerate: /ERR_FAILED|ERR_INTERNET_DISCONNECTED|dynamically imported|Failed to (?:fetch|load)/,
  })
  await drop(page, { name: '甲.csv', content: LIST })
  await heading(page, '甲市 2024')
  await context.route(/readerWorker/, (route) => route.abort())
  await drop(page, { name: '乙.csv', content: LIST.replaceAll('甲市', '乙市') })
  await told(page).getByText(`乙.csv：${zh.loadFailed}`).waitFor()
  await context.unroute(/readerWorker/)
  await page.keyboard.press('Escape')
  await told(page).waitFor({ state: 'detached' })
  await drop(page, { name: '乙.csv', content: LIST.replaceAll('甲市', '乙市') })
  await heading(page, '乙市 2024')
})

test('a backup of what is here already says so, and adds nothing', async ({ visit }) => {
  const { page } = await visit()
  await drop(page, { name: '甲.csv', content: LIST })
  await heading(page, '甲市 2024')
  await toPage(page, '数据')
  const { bytes } = await save(page, page.getByRole('button', { name: '存成一个备份文件' }))
  const zip = { name: '备份.zip', mimeType: 'application/zip', buffer: bytes }
  await page.getByLabel('从备份文件恢复').setInputFiles(zip)
  await page.getByText(keptZh.backup.already(1)).waitFor()
  expect(await page.getByText(keptZh.backup.nothing).count()).toBe(0)
  expect(await page.locator('.own-sets tbody tr').count()).toBe(1)
  // The file itself as it is, and as Excel opens it.
  const original = await save(page, page.getByRole('button', { name: '下载原文件', exact: true }))
  expect(original.bytes.toString()).toBe(LIST)
  const forExcel = await save(page, page.getByRole('button', { name: zh.data.forExcel }))
  expect([forExcel.name, forExcel.bytes.toString()]).toEqual(['甲_Excel.csv', `\ufeff${LIST}`])
})
