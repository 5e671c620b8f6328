import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { zh } from '../../src/text/zh.ts'
import { plainSite, site, test } from './browser.ts'
import { picture, save, svgOf } from './files.ts'
import { ASKED, DATE, FILE, ROWS, rowsIn, rowsOf, TITLE } from './nanyang.ts'
import { choose, filters, order, sheet, tally } from './overview.ts'

const BOM = Buffer.from([0xef, 0xbb, 0xbf])
const PAPER = { achieved: '#1f6f78', vermilion: '#c0301c' }
const bullets = (page: Page) => page.getByRole('figure', { name: zh.project.indicatorsTitle })
const numberLine = (page: Page) => page.getByRole('figure', { name: '新增技能人才：公布的与计算的' })

interface Chart {
  readonly name: string
  readonly at: string
  readonly find: (page: Page) => Locator
  readonly title: string
  /** What the drawing and the table must hold. */
  readonly words: readonly string[]
  readonly cells: readonly string[]
  readonly rows: number
  readonly colours: readonly string[]
}

const FILTER = '?level=省定&finding=question'
const CHARTS: readonly Chart[] = [
  {
    name: 'the sheet',
    at: `/${FILTER}`,
    find: sheet,
    title: zh.sheet.title,
    words: ['开展职业技能培训和评价取证', '210%', '142%', '完成率 1 项', '问 3', '目标'],
    cells: ['58.85万人次', '210%', '41个百分点', '90.88%'],
    rows: ROWS.filter((row) => ['1', '2', '4', '5', '9'].includes(row.序号 ?? '')).length,
    colours: [PAPER.achieved, PAPER.vermilion],
  },
  {
    name: 'the tally',
    at: `/${FILTER}`,
    find: tally,
    title: zh.tally.title,
    words: ['省定', '达到 4 · 无从判断 1', '城乡建设'],
    cells: ['省定', '4', '1', '5'],
    rows: 1 + 5,
    colours: [PAPER.achieved],
  },
  {
    name: 'the bullets of a project',
    at: `/project/1${FILTER}`,
    find: bullets,
    title: zh.project.indicatorsTitle,
    words: ['职业技能培训', '58.85万人次', '210%', '推算'],
    cells: ['58.85万人次', '210%', '27.83万人', '154%', '13.68万人', '201%'],
    rows: 3,
    colours: [PAPER.achieved],
  },
  {
    name: 'a number line',
    at: `/project/1${FILTER}`,
    find: numberLine,
    title: '新增技能人才：公布的与计算的',
    words: ['27.83万人 ÷ 18万人 = 154.6%', '154%'],
    cells: ['新增技能人才', '153.5', '154.5'],
    rows: 1,
    colours: [PAPER.vermilion],
  },
]

/** The ways out of a chart; small charts fold them behind one button. */
async function menu(chart: Locator): Promise<(name: string) => Locator> {
  await chart.waitFor()
  const group = chart.getByRole('group').last()
  const unfold = chart.getByRole('button', { name: zh.chart.more })
  if ((await group.count()) === 0) await unfold.click()
  return (name) => group.getByRole('button', { name, exact: true })
}

describe.each(CHARTS)('$name', ({ at, find, title, words, cells, rows, colours }) => {
  const says = (text: string) => {
    for (const part of [title, TITLE, DATE, '来源', '层级 省定', '核验 要问一句的'])
      expect.soft(text).toContain(part)
  }

  test('as SVG, as PNG at twice the size, as CSV, as a copied image', async ({ visit }) => {
    const { page, context } = await visit({ at })
    const button = await menu(find(page))

    const drawing = await save(page, button('SVG'))
    expect(drawing.name).toMatch(/^nanyang-2023_.*2023-12-20.*省定.*要问一句的.*\.svg$/)
    const svg = svgOf(drawing.bytes)
    says(svg.text)
    for (const word of words) expect(svg.text).toContain(word)
    expect(drawing.bytes.toString()).not.toContain('var(--')

    const image = await save(page, button('PNG'))
    expect(image.name).toBe(drawing.name.replace('.svg', '.png'))
    const png = await picture(page, image.bytes)
    expect([png.width, png.height]).toEqual([2 * svg.width, 2 * svg.height])
    expect(png.size).toBeGreaterThan(30)
    for (const colour of colours) expect(png.colours.get(colour) ?? 0, colour).toBeGreaterThan(20)
    await find(page).getByText(image.name).waitFor()

    const sheetFile = await save(page, button('CSV'))
    expect(sheetFile.name).toBe(drawing.name.replace('.svg', '.csv'))
    expect(sheetFile.bytes.subarray(0, 3)).toEqual(BOM)
    const text = sheetFile.bytes.toString('utf8')
    const [table = '', notes = ''] = text.split('\r\n\r\n')
    expect(rowsOf(table).length).toBe(rows)
    for (const cell of cells) expect(rowsOf(table).flatMap((row) => Object.values(row))).toContain(cell)
    for (const part of [TITLE, DATE, '来源', '层级 省定', '核验 要问一句的']) expect(notes).toContain(part)

    // On the clipboard, where the page has one.
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site()).origin })
    await page.bringToFront()
    await button('复制图').click()
    await find(page).getByText(zh.chart.copied, { exact: true }).waitFor()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const blob = (await item?.getType('image/png')) ?? new Blob()
      return new Promise<string>((done) => {
        const reader = new FileReader()
        reader.onload = () => done(String(reader.result).replace(/^.*,/, ''))
        reader.readAsDataURL(blob)
      })
    })
    const { colours: onClipboard } = await picture(page, Buffer.from(copied, 'base64'))
    for (const colour of colours) expect(onClipboard.get(colour) ?? 0, colour).toBeGreaterThan(20)
  })

  test('copied on plain http: a download that says so', async ({ visit }) => {
    const plain = await visit({ at, site: plainSite() })
    expect(await plain.page.evaluate(() => 'clipboard' in navigator)).toBe(false)
    const image = await save(plain.page, (await menu(find(plain.page)))('复制图'))
    expect(image.name).toMatch(/\.png$/)
    expect((await picture(plain.page, image.bytes)).size).toBeGreaterThan(30)
    await find(plain.page).getByText(zh.chart.copyFailed).waitFor()
  })
})

test('in the dark a picture still leaves on white paper', async ({ visit }) => {
  const { page } = await visit({ dark: true })
  const image = await save(page, (await menu(sheet(page)))('PNG'))
  const { colours, width, height } = await picture(page, image.bytes)
  const [[most, count] = ['', 0]] = [...colours].sort((a, b) => b[1] - a[1])
  expect([Number.parseInt(most.slice(1, 3), 16) > 240, count > (width * height) / 2]).toEqual([true, true])
  expect(colours.get(PAPER.vermilion) ?? 0).toBeGreaterThan(100)
})

describe('findings', () => {
  test('as CSV, with the filter in force', async ({ visit }) => {
    const { page } = await visit({ at: '/checks?finding=question' })
    const file = await save(page, page.getByRole('button', { name: 'CSV', exact: true }))
    expect(file.name).toMatch(/要问一句的.*\.csv$/)
    expect(file.bytes.subarray(0, 3)).toEqual(BOM)
    const [table = '', notes = ''] = file.bytes.toString('utf8').split('\r\n\r\n')
    const rows = rowsOf(table)
    expect(rows.map((row) => row.指标).sort()).toEqual([...ASKED].sort())
    expect(rows.find((row) => row.指标 === '新增技能人才')?.行).toBe('3')
    expect(table).toContain('75.325%—75.435%')
    for (const part of [TITLE, DATE, '来源', '核验 要问一句的']) expect(notes).toContain(part)
  })
})

describe('data', () => {
  test('the original file, byte for byte', async ({ visit }) => {
    const { page } = await visit({ at: '/data' })
    const file = await save(page, page.getByRole('link', { name: '下载原文件' }))
    expect(file.name).toBe('nanyang-2023.csv')
    expect(Buffer.compare(file.bytes, FILE)).toBe(0)
  })

  test('all rows as CSV read back to the same cells', async ({ visit }) => {
    const { page } = await visit({ at: '/data' })
    const file = await save(page, page.getByRole('button', { name: /下载所见各行/ }))
    expect(file.bytes.subarray(0, 3)).toEqual(BOM)
    expect(rowsOf(file.bytes.toString('utf8'))).toEqual(ROWS)
  })

  test('the rows shown as CSV', async ({ visit }) => {
    const { page } = await visit({ at: '/data' })
    await choose(page, '领域', '教育')
    await filters(page).getByText('显示 2 / 22 件').waitFor()
    const file = await save(page, page.getByRole('button', { name: /下载所见各行/ }))
    expect(file.name).toMatch(/教育.*\.csv$/)
    expect(rowsOf(file.bytes.toString('utf8'))).toEqual([...rowsIn('2'), ...rowsIn('11')])
  })
})

test('what is exported follows the filter: numbers of the rows shown and no others', async ({ visit }) => {
  const { page } = await visit()
  await choose(page, '领域', '教育')
  await expect.poll(() => order(page)).toEqual(['2', '11'])
  const button = await menu(sheet(page))
  const [table = ''] = (await save(page, button('CSV'))).bytes.toString('utf8').split('\r\n\r\n')
  expect(rowsOf(table).map((row) => row.序号)).toEqual(['2', '11'])
  const { text } = svgOf((await save(page, button('SVG'))).bytes)
  expect(text).toContain('120%')
  expect(text).not.toContain('210%')
  expect((await save(page, button('PNG'))).name).toContain('教育')
})
