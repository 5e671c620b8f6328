import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { zh } from '../../src/text/zh.ts'
import { alive, CHARTS, DESKTOP, drawn, holdBack, PHONE, test } from './browser.ts'
import { NUMBERS, ROWS, rowsIn } from './nanyang.ts'
import {
  highestMark,
  levelLines,
  line,
  marksByLine,
  rings,
  shapes,
  sheet,
  symbols,
  tally,
} from './overview.ts'

const SIZES = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const
const DRAWN = Object.fromEntries(NUMBERS.map((no) => [no, rowsIn(no).length]))

describe.each(SIZES)('with scripts off, on %s', (_, size) => {
  test('the sheet stands: headline, 22 lines, figures, every mark in its line', async ({ visit }) => {
    const { page } = await visit({ size, scripts: false })
    const headline = page.locator('p', { hasText: '22 件实事 52 项指标' })
    expect(await headline.innerText()).toMatch(/14 件.*达到.*1 件只有说法.*7 件无从判断[\s\S]*9 处引用前/)
    expect(await levelLines(page, '省定').count()).toBe(10)
    expect(await levelLines(page, '市定').count()).toBe(12)
    for (const [project, figure] of [
      ['开展职业技能培训和评价取证', '210%'],
      ['开展青少年心理健康服务进村（社区）行动', '272%'],
      ['实施残疾儿童康复救助', '191.9%'],
      ['实施“诸葛书屋”建设工程', '140%'],
      ['实施城镇困难职工居民救助体系建设工程', '识别认定困难职工居民 8772人'],
    ] as const) {
      expect(await line(page, project).getByText(figure, { exact: false }).first().isVisible()).toBe(true)
    }
    expect(await marksByLine(page)).toEqual(DRAWN)
    expect((await symbols(sheet(page))).length).toBe(ROWS.length)
    expect((await rings(sheet(page))).map(({ stroke }) => stroke)).toEqual(Array(9).fill('rgb(192, 48, 28)'))
    expect((await symbols(tally(page))).length).toBe(2 * NUMBERS.length)
    const note = page.locator('noscript p')
    expect([await note.innerText(), await note.isVisible()]).toEqual([zh.noScript, true])
  })

  test('a mark at 100% stands on the rule of the target, 272% farthest to the right', async ({ visit }) => {
    const { page } = await visit({ size, scripts: false })
    const marks = await symbols(sheet(page))
    const farthest = await highestMark(page, '开展青少年心理健康服务')
    expect(farthest.x).toBe(Math.max(...marks.map(({ x }) => x)))
    const bold = (await shapes(sheet(page))).filter(
      ({ stroke, width, height }) => stroke === 'rgb(27, 28, 30)' && width < 1 && height > 20,
    )
    const rule = bold[0]?.x ?? Number.NaN
    const exact = marks.filter(({ x }) => Math.abs(x - rule) < 1)
    expect(exact.length).toBe(ROWS.filter((row) => row.完成率 === '100%').length)
  })
})

/** Where everything stands that the eye follows: rows, words, marks. */
async function places(page: Page): Promise<Record<string, number[]>> {
  const boxes = await page.evaluate(() => {
    const all = document.querySelectorAll(
      'h1, h2, h3, main p, main li, main a, main a span, main button, main label',
    )
    return [...all]
      .filter((element) => element.checkVisibility())
      .map((element, i) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [`${i} ${element.tagName} ${element.textContent.slice(0, 12)}`, [x, y, width, height]] as const
      })
  })
  const marks = [
    ...(await symbols(sheet(page))),
    ...(await rings(sheet(page))),
    ...(await symbols(tally(page))),
  ]
  return Object.fromEntries([...boxes, ...marks.map(({ x, y }, i) => [`mark ${i}`, [x, y]] as const)])
}

/** What moved by more than a pixel. */
function moved(before: Record<string, number[]>, after: Record<string, number[]>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => {
    const [from, to] = [before[name], after[name]]
    const still = from && to && from.every((value, i) => Math.abs(value - (to[i] ?? Number.NaN)) <= 1)
    return still ? [] : [`${name}: ${from?.map(Math.round)} → ${to?.map(Math.round)}`]
  })
}

describe.each([...SIZES, ['a wide screen', { width: 1920, height: 1080 }] as const])(
  'coming to life on %s',
  (_, size) => {
    test('nothing moves when scripts take over, nor when ECharts does', async ({ visit }) => {
      let release = () => {}
      let releaseCharts = () => {}
      const { page } = await visit({
        size,
        early: true,
        before: async (p) => {
          release = await holdBack(p, /\/assets\/(?!echarts|LiveChart)[^/]*\.js/)
          releaseCharts = await holdBack(p, CHARTS)
        },
      })
      await page.waitForFunction(() => document.readyState !== 'loading')
      await page.getByText(zh.footer).waitFor()
      const before = await places(page)
      expect(Object.keys(before).length).toBeGreaterThan(300)
      expect(await page.evaluate(() => performance.getEntriesByName('alive').length)).toBe(0)
      release()
      await alive(page)
      expect(moved(before, await places(page))).toEqual([])
      releaseCharts()
      await drawn(page)
      expect(moved(before, await places(page))).toEqual([])
      expect(await marksByLine(page)).toEqual(DRAWN)
    })
  },
)

test('the first picture is the file itself: HTML that no script has touched', async ({ visit }) => {
  const { page } = await visit({ scripts: false })
  const html = await (await page.request.get(page.url())).text()
  for (const text of ['开展职业技能培训和评价取证', '58.85', '272%', '<svg']) expect(html).toContain(text)
})

test('takes over the drawn page instead of making another', async ({ visit }) => {
  let release = () => {}
  const { page } = await visit({
    early: true,
    before: async (p) => {
      release = await holdBack(p, /\/assets\/[^/]*\.js/)
    },
  })
  const first = page.getByRole('link', { name: '开展职业技能培训' })
  await first.evaluate((link) => Object.assign(window, { drawnByBuild: link }))
  release()
  await alive(page)
  await drawn(page)
  expect(
    await first.evaluate((link) => link === (window as unknown as { drawnByBuild: Element }).drawnByBuild),
  ).toBe(true)
})

test('scripts that come before it is painted wait for it', async ({ visit }) => {
  const { page } = await visit({
    early: true,
    before: (p) =>
      p.addInitScript(() => {
        // Not a frame is painted until the test says so.
        const { requestAnimationFrame, performance } = window
        const { getEntriesByName } = performance
        const waiting: FrameRequestCallback[] = []
        window.requestAnimationFrame = (work) => waiting.push(work)
        performance.getEntriesByName = (name, ...rest) =>
          name === 'first-contentful-paint' ? [] : getEntriesByName.call(performance, name, ...rest)
        Object.assign(window, {
          paint: () => {
            window.requestAnimationFrame = requestAnimationFrame
            for (const work of waiting) work(performance.now())
          },
        })
      }),
  })
  await page.waitForLoadState('load')
  const idle = () => page.evaluate(() => new Promise((done) => requestIdleCallback(done)).then(() => {}))
  for (let i = 0; i < 3; i++) await idle()
  expect(await page.evaluate(() => performance.getEntriesByName('alive').length)).toBe(0)
  await page.evaluate(() => (window as unknown as { paint: () => void }).paint())
  await alive(page)
})

test.for([DESKTOP, PHONE, { width: 1920, height: 1080 }, { width: 1000, height: 700 }])(
  'once ECharts is here marks are round, at %o',
  async (size, { visit }) => {
    const { page } = await visit({ size })
    await drawn(page)
    const circled = await rings(sheet(page))
    expect(circled).toHaveLength(9)
    for (const { width, height } of circled) expect(Math.abs(width / height - 1)).toBeLessThan(0.02)
    // And at another width, without a page load.
    await page.setViewportSize({ width: size.width - 60, height: size.height })
    await expect
      .poll(async () => Math.max(...(await rings(sheet(page))).map(({ width, height }) => width / height)))
      .toBeLessThan(1.02)
    expect(
      Math.min(...(await rings(sheet(page))).map(({ width, height }) => width / height)),
    ).toBeGreaterThan(0.98)
  },
)
