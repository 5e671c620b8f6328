import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { relatedZh } from '../../src/text/relatedZh.ts'
import { zh } from '../../src/text/zh.ts'
import { test } from './browser.ts'
import { ASKED, FILE, NUMBERS, ROWS, rowsIn } from './nanyang.ts'
import { choose, sheet, tally } from './overview.ts'

/** A table in sight: its heads and its cells. */
async function tableOf(page: Page, name: string): Promise<string[][]> {
  const rows = page.getByRole('region', { name, exact: true }).getByRole('row')
  // What makes it may have to be fetched.
  await rows.first().waitFor()
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
  )
}

describe('data', () => {
  test('shows every row of the file, every cell as printed', async ({ visit }) => {
    const { page } = await visit({ at: '/data' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    const [heads = [], ...rows] = await tableOf(page, zh.data.title)
    expect(rows.length).toBe(52)
    expect(new Set(rows.map((cells) => cells[heads.indexOf('项目')])).size).toBe(22)
    const filled = Object.keys(ROWS[0] ?? {}).filter((name) => ROWS.some((row) => row[name] !== ''))
    // What every row says is said once, above.
    const same = ['地区', '年度', '截至']
    const columns = filled.filter((name) => !same.includes(name))
    expect(heads).toEqual([zh.data.line, ...columns])
    expect(rows).toEqual(ROWS.map((row, i) => [String(i + 2), ...columns.map((name) => row[name])]))
    const said = same.map((name) => `${name} ${ROWS[0]?.[name]}`).join('，')
    expect(await page.locator('main').innerText()).toContain(`每行都是：${said}。`)
    expect(await page.getByText(zh.data.noIssues).isVisible()).toBe(true)
  })

  test('exactly nine figures are to be asked about', async ({ visit }) => {
    const { page } = await visit({ at: '/data' })
    await choose(page, '核验', '要问一句的')
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 9)
    const [heads = [], ...rows] = await tableOf(page, zh.data.title)
    expect(rows.map((cells) => cells[heads.indexOf('指标')])).toEqual(ASKED)
  })
})

describe('overview', () => {
  test('the headline counts projects, indicators, statuses and questions', async ({ visit }) => {
    const { page } = await visit()
    const headline = page.locator('p', { hasText: '52 项指标' })
    const text = await headline.innerText()
    for (const part of [
      '22 件实事 52 项指标',
      '14 件达到目标',
      '1 件只有说法',
      '7 件无从判断',
      '4 处',
      '全部成立',
      '没有发现算术错误',
      '9 处引用前',
    ])
      expect(text).toContain(part)
    const asks = await sheet(page)
      .getByRole('link')
      .getByRole('img', { name: /^\d+ 处值得先问一句$/ })
      .evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
    expect(asks.map((ask) => Number.parseInt(ask, 10))).toEqual([1, 1, 1, 3, 1, 2])
  })

  test('the sheet as a table holds the printed figures and the implied targets', async ({ visit }) => {
    const { page } = await visit()
    await sheet(page).getByRole('button', { name: '表格', exact: true }).click()
    const [heads = [], ...rows] = await tableOf(page, zh.sheet.title)
    const cell = (row: string[], name: string) => row[heads.indexOf(name)]
    expect(rows.length).toBe(52)
    for (const name of ['指标', '完成率', '超目标', '占比', '同比'])
      expect(rows.map((row) => cell(row, name))).toEqual(ROWS.map((row) => row[name]))
    // A rate's target has its sign, whichever column holds that.
    const targets = ROWS.map(({ 目标值, 单位 }) => (目标值 !== '' && 单位 === '%' ? `${目标值}%` : 目标值))
    expect(rows.map((row) => cell(row, '目标值'))).toEqual(targets)
    expect(cell(rows[0] ?? [], '完成值')).toBe('58.85万人次')
    expect([cell(rows[0] ?? [], '推算目标下限'), cell(rows[0] ?? [], '推算目标上限')].join()).toMatch(
      /^27\.954万.*,28\.094万/,
    )
    expect(rows.filter((row) => cell(row, '朱批') !== '').map((row) => cell(row, '指标'))).toEqual(ASKED)
    await sheet(page).getByRole('button', { name: '收起表格' }).click()
    expect(await sheet(page).getByRole('table').count()).toBe(0)
  })

  test('the tally as a table holds its counts', async ({ visit }) => {
    const { page } = await visit()
    await tally(page).getByRole('button', { name: '表格', exact: true }).click()
    const [heads = [], ...rows] = await tableOf(page, zh.tally.title)
    const of = (group: string) => {
      const row = rows.find((cells) => cells.includes(group)) ?? []
      return Object.fromEntries(heads.slice(2).map((head, i) => [head, Number(row[i + 2])]))
    }
    expect(of('省定')).toEqual({ 未达: 0, 存疑: 0, 达到: 9, 只有说法: 0, 无从判断: 1, 合计: 10 })
    expect(of('市定')).toEqual({ 未达: 0, 存疑: 0, 达到: 5, 只有说法: 1, 无从判断: 6, 合计: 12 })
    expect(of('城乡建设')).toMatchObject({ 达到: 4, 只有说法: 1, 无从判断: 2, 合计: 7 })
    expect(rows.length).toBe(2 + 8)
  })
})

describe('checks', () => {
  test('lists nine questions, worst first, and what held', async ({ visit }) => {
    const { page } = await visit({ at: '/checks' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    const places = await page.getByRole('heading', { level: 2 }).allTextContents()
    const questions = places.filter((text) => text.startsWith('要问'))
    expect(questions.map((text) => text.split(' · ').at(-1)).sort()).toEqual([...ASKED].sort())
    expect(places.slice(0, 2 + 9).filter((text) => text.startsWith('备考'))).toEqual([])
    expect(places.some((text) => text.startsWith('错误'))).toBe(false)
    for (const sum of ['106% − 65% = 41', '87% − 65% = 22', '101.8% − 95% = 6.8', '101.1% − 95% = 6.1'])
      expect(await page.getByText(sum).isVisible()).toBe(true)
    for (const words of [
      '27.83万人 ÷ 18万人 = 154.6%',
      '四舍五入应是 155%',
      '75.325%—75.435%',
      '22 件全部完成预期目标',
    ])
      expect(await page.getByText(words).first().isVisible()).toBe(true)
  })

  test('opens at a finding’s arithmetic', async ({ visit }) => {
    const { page } = await visit({ at: '/checks' })
    await page.getByRole('link', { name: /设立村级寄递物流综合服务站/ }).click()
    const indicator = page.getByRole('region', { name: '设立村级寄递物流综合服务站' })
    await indicator.getByText('90.88% − 15.5个百分点', { exact: false }).first().waitFor()
    await expect.poll(() => indicator.evaluate((element) => element === document.activeElement)).toBe(true)
  })
})

test('every project has a page with all of its indicators, leafed through with one key', async ({
  visit,
}) => {
  const { page } = await visit({ at: '/project/1' })
  for (const no of NUMBERS) {
    const rows = rowsIn(no)
    await page.getByRole('heading', { level: 1, name: rows[0]?.项目 ?? '', exact: true }).waitFor()
    expect(await page.getByRole('figure', { name: '各项指标与目标' }).getByRole('region').count()).toBe(
      rows.length,
    )
    for (const row of rows) {
      const text = await page.getByRole('region', { name: row.指标 ?? '', exact: true }).innerText()
      for (const printed of [row.完成值, row.完成率, row.超目标, row.占比, row.同比, row.声明, row.出处])
        expect(text).toContain(printed?.replace(/^-/, '') ?? '')
    }
    await page.keyboard.press('ArrowRight')
  }
  await expect.poll(() => new URL(page.url()).hash).toBe('#/project/22')
})

test('the file beside the page is the repository’s own', async ({ visit }) => {
  const { page } = await visit()
  const response = await page.request.get(new URL('data/nanyang-2023.csv', page.url().split('#')[0]).href)
  expect(Buffer.compare(await response.body(), FILE)).toBe(0)
})

describe('what other documents say', () => {
  const figureOf = (page: Page) => page.getByRole('figure', { name: relatedZh.title })

  test('stands on the project it bears on, with date and source and whether it can be true', async ({
    visit,
  }) => {
    const { page } = await visit({ at: '/project/18' })
    const item = figureOf(page).getByRole('listitem').filter({ hasText: '村卫生室' })
    await item.waitFor()
    const text = await item.innerText()
    for (const part of ['4747家', '2024-06-24', '第72536号', '4030个', '84.9%', '可以都对'])
      expect(text).toContain(part)
  })

  test('much of it is folded by topic, what follows from it is in sight', async ({ visit }) => {
    const { page } = await visit({ at: '/project/1' })
    const figure = figureOf(page)
    await figure.getByText('基数在 42.8571万—42.9075万').waitFor()
    expect(await figure.getByText('来宛高级技师补助').isVisible()).toBe(false)
    await figure.getByText('补贴与奖励标准').click()
    expect(await figure.getByText('来宛高级技师补助').isVisible()).toBe(true)
  })

  test('is not on a project that no other document speaks of', async ({ visit }) => {
    const { page } = await visit({ at: '/checks' })
    await page.getByRole('heading', { name: relatedZh.both }).waitFor()
    await page.goto(page.url().replace('/checks', '/project/14'))
    await page.getByRole('heading', { level: 1, name: '断头路' }).waitFor()
    expect(await figureOf(page).count()).toBe(0)
  })

  test('says so where it could not be fetched, and fetches it on the next page', async ({ visit }) => {
    const { page } = await visit({
      at: '/method',
      tolerate: /context\.csv|ERR_FAILED/,
      before: (p) => p.route(/context\.csv/, (route) => route.abort()),
    })
    await page.evaluate(() => {
      location.hash = '#/project/18'
    })
    await page.getByText(relatedZh.failed).waitFor()
    await page.unroute(/context\.csv/)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await figureOf(page).waitFor()
  })
})
