import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { writeArchive } from '../bench/checks/archive.mjs'
import { csv } from '../build.ts'
import { type Driver, type Home, makeHome, until } from './driver.ts'
import { openFirefox } from './firefox.ts'
import { openWebKit } from './webkit.ts'

const { firefox, webkit } = inject('others')
const BROWSERS = [
  ['Firefox', 'path' in firefox ? (home: Home) => openFirefox(firefox.path, home) : undefined],
  ['WebKit', 'driver' in webkit ? (home: Home) => openWebKit(webkit, home) : undefined],
] as const

/** A list with a part of its region, and a cell that is no number. */
const LIST = csv(
  [
    {
      地区: '甲市',
      序号: '1',
      项目: '修建公路',
      指标: '新建公路',
      完成值: '12',
      单位: '公里',
      目标值: '10',
      完成率: '120%',
    },
    { 地区: '甲市', 序号: '2', 项目: '修建桥梁', 指标: '新建桥梁', 完成值: '五座', 单位: '座' },
    {
      地区: '甲市/乙县',
      序号: '1',
      项目: '修建公路',
      指标: '新建公路',
      完成值: '4',
      单位: '公里',
      目标值: '5',
      完成率: '80%',
    },
  ].map((row) => ({ 年度: '2024', 截至: '2024-12-20', 层级: '市定', 领域: '城乡建设', ...row })),
)
const ROWS = 5000

const files = mkdtempSync(join(tmpdir(), 'journey-files-'))
const LIST_FILE = join(files, '甲市名单.csv')
const LARGE_FILE = join(files, '全省档案.csv')
const WORKBOOK = join(import.meta.dirname, '../fixtures/files/wide.xlsx')
beforeAll(() => {
  writeFileSync(LIST_FILE, LIST)
  writeArchive(LARGE_FILE, ROWS)
})
afterAll(() => rmSync(files, { recursive: true }))

describe.each(BROWSERS)('%s', (name, open) => {
  let home: Home
  let driver: Driver
  let step = ''
  /** What follows: a failure names it. */
  const at = async (next: string) => {
    await look()
    step = next
  }
  /** For people: what the page looks like after each step, where a folder is given. */
  const look = async () => {
    const folder = process.env.JOURNEY_PICTURES
    if (folder && step) writeFileSync(join(folder, `${name} ${step}.png`), await driver.screenshot())
  }
  beforeAll(async () => {
    if (!open) return
    home = makeHome()
    driver = await open(home)
  })
  afterAll(async () => {
    await driver?.close()
    home?.remove()
  })

  /** One stage of the journey. Nothing may have gone wrong in the page meanwhile. */
  const stage = (title: string, work: () => Promise<void>) =>
    test.skipIf(!open)(title, async () => {
      await at('to begin')
      try {
        await work()
        expect(await problems()).toEqual([])
      } catch (error) {
        const seen = await problems().catch(() => [])
        await look()
        const said = error instanceof Error ? error.message : String(error)
        throw new Error([`${name}, step “${step}”: ${said}`, ...seen].join('\n'), { cause: error })
      }
    })
  const problems = () => driver.run(() => (window as unknown as { problems: string[] }).problems)

  const visit = async (where: string) => {
    await driver.goto('about:blank')
    await driver.goto(`${inject('place')}#${where}`)
    await alive()
  }
  const alive = () =>
    until('the page to come alive', () => driver.run(() => performance.getEntriesByName('alive').length > 0))
  const says = (selector: string, text: string) =>
    until(`${selector} to say ${text}`, () =>
      driver.run(
        (selector, text) =>
          [...document.querySelectorAll(selector)].some((one) => one.textContent?.includes(text)),
        selector,
        text,
      ),
    )
  const toPage = (page: string) => driver.click(`//nav[@aria-label="主导航"]//a[normalize-space()="${page}"]`)
  const button = (text: string) => `//button[normalize-space()="${text}"]`
  const bring = (path: string) => driver.choose('//input[@type="file"]', path)
  /** Charts in sight are drawn by ECharts, and nothing is wider than the screen. */
  const drawn = async () => {
    await until('charts to be drawn', () =>
      driver.run(() => {
        const inSight = (one: Element) => one.getClientRects().length > 0
        const shapes = [...document.querySelectorAll('main figure svg path')].filter(inSight)
        const still = [...document.querySelectorAll('[data-still]')].filter(inSight)
        return shapes.length > 0 && still.length === 0
      }),
    )
    expect(await driver.run(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }

  stage('every page shows what is on it', async () => {
    for (const [page, where, title, hasCharts] of PAGES) {
      await at(page)
      await visit(where)
      await says('h1', title)
      if (hasCharts) await drawn()
    }
  })

  stage('a list is opened, corrected, exported, and there again when the page is loaded anew', async () => {
    await at('to open a CSV')
    await visit('/')
    await bring(LIST_FILE)
    await says('h1', '甲市 2024')
    await drawn()
    await at('the page 地区')
    await toPage('地区')
    await says('main', '乙县')
    await at('the page 核验')
    await toPage('核验')
    await says('main', '五座')
    await at('to correct a cell')
    await toPage('数据')
    await driver.click(button('更正'))
    const cell = '[starts-with(@aria-label, "更正第 3 行的完成值")]'
    await driver.click(`//button${cell}`)
    await driver.fill(`//input${cell}`, '5')
    await driver.press('Enter')
    await says('main', '每一格都读出来了')
    await says('.corrected', '五座')
    await at('to save the corrected table')
    await driver.click(button('下载更正后的表格'))
    expect((await home.saved()).bytes.toString()).toContain('新建桥梁,5,座')
    await at('to save the original')
    await driver.click(button('下载原文件'))
    const original = await home.saved()
    expect(original.name).toBe('甲市名单.csv')
    expect(original.bytes.toString()).toBe(LIST)
    await at('to load the page anew')
    await driver.reload()
    await alive()
    await says('.corrected', '五座')
  })

  stage('a workbook is opened by what its columns are said to be', async () => {
    await at('to open a workbook')
    await visit('/')
    await bring(WORKBOOK)
    await says('dialog.opening h2', '每一列是什么')
    await at('to say that its columns are right')
    await driver.click(button('用这张表'))
    await says('dialog.opening', '行在原表里是隐藏的')
    await driver.click('//dialog//button[starts-with(normalize-space(), "看")]')
    await says('.sheet', '')
    await drawn()
  })

  stage('a large file is read in a worker, summed up and narrowed', async () => {
    await at('to open a large file')
    await visit('/')
    await bring(LARGE_FILE)
    await says('.archive .headline', `共 ${ROWS.toLocaleString('en')} 行`)
    await at('to narrow it')
    await driver.click('(//*[contains(@class, "archive")]//*[contains(@class, "rows")]//a)[1]')
    await until('the narrowed sums', () =>
      driver.run(
        () =>
          location.hash.includes('region=') &&
          document.querySelector('.archive')?.getAttribute('aria-busy') === 'false',
      ),
    )
  })

  stage('a chart is saved as a drawing, a picture and a table', async () => {
    await at('the overview')
    await visit('/')
    await drawn()
    for (const [kind, begins] of EXPORTS) {
      await at(`to save ${kind}`)
      await driver.click(`(//main//figure//button[normalize-space()="${kind}"])[1]`)
      const { name, bytes } = await home.saved()
      expect(name).toMatch(new RegExp(`^nanyang-2023_.*\\.${kind.toLowerCase()}$`))
      expect(bytes.subarray(0, begins.length).toString('latin1')).toBe(begins)
      expect(bytes.length).toBeGreaterThan(200)
    }
    await at('to save all that is kept')
    await toPage('数据')
    await driver.click(button('存成一个备份文件'))
    const backup = await home.saved()
    expect(backup.name).toMatch(/\.board\.zip$/)
    expect(backup.bytes.subarray(0, 2).toString()).toBe('PK')
    await at('the template')
    await driver.click(button('下载模板（XLSX）'))
    expect((await home.saved()).bytes.subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(WORKBOOK).subarray(0, 2).toString()).toBe('PK')
  })
})

/** Name, address, words of its heading, whether ECharts draws on it. */
const PAGES: readonly (readonly [string, string, string, boolean])[] = [
  ['总览', '/', '南阳市 2023', true],
  ['项目', '/project/1', '', true],
  ['核验', '/checks', '核验', true],
  ['对照', '/compare?set=henan-2021&versus=henan-2021-q1', '', true],
  ['数据', '/data', '数据', false],
  ['方法', '/method', '', false],
  ['the overview in English', '/?lang=en', '', true],
]

/** How a file of each kind begins, byte for byte. */
const EXPORTS = [
  ['SVG', '<svg'],
  ['PNG', '\u0089PNG'],
  ['CSV', '\u00ef\u00bb\u00bf'],
] as const
