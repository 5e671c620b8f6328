import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { CHARTS, DESKTOP, drawn, PHONE, test } from './browser.ts'
import { NUMBERS, rowsIn } from './nanyang.ts'
import { choose, filters, highestMark, line, order, sheet, symbols } from './overview.ts'

const PROJECT = '开展职业技能培训和评价取证'
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const indicator = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const blockUnless = (wanted: boolean, page: Page) =>
  wanted ? Promise.resolve() : page.route(CHARTS, () => {})
const hash = (page: Page) => new URL(page.url()).hash
const isFocused = (page: Page, name: string) =>
  line(page, name).evaluate((link) => link === document.activeElement)

/** 58.85 people-times in ten thousands at 210 %: the target lies between 27.954 and 28.094, most likely 28. */
async function showsArithmetic(page: Page): Promise<void> {
  const sum = indicator(page, '职业技能培训').getByText('58.85万人次 ÷ 210%')
  await sum.waitFor()
  expect(await sum.innerText()).toMatch(/58\.85万人次 ÷ 210%.*27\.954万.*28\.094万.*最可能是 28万/)
  const box = await sum.boundingBox()
  const height = page.viewportSize()?.height ?? 0
  expect(box && box.y > 0 && box.y + box.height <= height, 'in sight').toBe(true)
}

describe.each([DESKTOP, PHONE])('from the year to a figure, at %o', (size) => {
  test('one click opens a project, its arithmetic is in sight', async ({ visit }) => {
    const { page } = await visit({ size })
    await line(page, PROJECT).getByText(PROJECT).click()
    await heading(page, PROJECT).waitFor()
    await showsArithmetic(page)
    await drawn(page)
    await showsArithmetic(page)
  })

  test.for([true, false])(
    'a click anywhere in a line is its link’s, ECharts here: %s',
    async (charts, { visit }) => {
      const { page } = await visit({ size, before: (p) => blockUnless(charts, p) })
      if (charts) await drawn(page)
      const deaf = await sheet(page)
        .getByRole('link')
        .evaluateAll((links) =>
          links.flatMap((link) => {
            link.scrollIntoView({ block: 'center' })
            const { left, right, top, height } = link.getBoundingClientRect()
            for (let x = left + 1; x < right; x += 2) {
              const hit = document.elementFromPoint(x, top + height / 2)
              if (!link.contains(hit))
                return [`${link.id} at ${Math.round(x)}: ${hit?.outerHTML.slice(0, 90)}`]
            }
            return []
          }),
        )
      expect(deaf).toEqual([])
    },
  )

  test.for([true, false])(
    'a click on a mark opens its indicator, ECharts here: %s',
    async (charts, { visit }) => {
      const { page } = await visit({ size, before: (p) => blockUnless(charts, p) })
      if (charts) await drawn(page)
      // A line with one mark: on a phone others lie on top of each other.
      await line(page, '实施残疾儿童康复救助').scrollIntoViewIfNeeded()
      const mark = await highestMark(page, '实施残疾儿童康复救助')
      await page.mouse.click(mark.x, mark.y)
      await heading(page, '实施残疾儿童康复救助').waitFor()
      const found = indicator(page, '残疾儿童康复救助')
      await expect.poll(() => found.evaluate((element) => element === document.activeElement)).toBe(true)
      await found.getByText('6365人 ÷ 191.9%').waitFor()
      await page.goBack()
      await expect.poll(() => isFocused(page, '实施残疾儿童康复救助')).toBe(true)
    },
  )
})

describe('hovering', () => {
  test.for([true, false])(
    'a mark tells its figure, until the pointer leaves; ECharts here: %s',
    async (charts, { visit }) => {
      const { page } = await visit({ before: (p) => blockUnless(charts, p) })
      if (charts) await drawn(page)
      const mark = await highestMark(page, PROJECT)
      const tip = page.getByText('58.85万人次', { exact: true })
      expect(await tip.count()).toBe(0)
      await page.mouse.move(mark.x, mark.y)
      await tip.waitFor()
      expect(await page.locator('main').innerText()).toMatch(/职业技能培训\s+58\.85万人次\s+210%/)
      await page.mouse.move(5, 5)
      await tip.waitFor({ state: 'detached' })
      await page.mouse.click(mark.x, mark.y)
      await heading(page, PROJECT).waitFor()
      expect(hash(page)).toBe('#/project/1/2')
      await showsArithmetic(page)
    },
  )

  test('a mark that a filter leaves in its place tells its figure again', async ({ visit }) => {
    const { page } = await visit()
    const mark = await highestMark(page, PROJECT)
    const tip = page.getByText('58.85万人次', { exact: true })
    await page.mouse.move(mark.x, mark.y)
    await tip.waitFor()
    await filters(page).getByRole('combobox', { name: '层级', exact: true }).press('ArrowDown')
    await tip.waitFor({ state: 'detached' })
    await page.mouse.move(mark.x + 1, mark.y)
    await tip.waitFor()
  })
})

test('two marks that overlap both answer a finger: 201% and 210%', async ({ visit }) => {
  const { page } = await visit({ size: PHONE })
  await drawn(page)
  const box = await line(page, PROJECT).boundingBox()
  const marks = (await symbols(sheet(page)))
    .filter(({ y }) => box && y > box.y && y < box.y + box.height)
    .sort((a, b) => b.x - a.x)
  const [far, near] = marks
  if (!far || !near) throw new Error('no marks')
  expect(far.x - near.x).toBeLessThan(far.width)
  for (const [mark, row] of [
    [far, 2],
    [near, 4],
  ] as const) {
    await page.touchscreen.tap(mark.x, mark.y)
    await heading(page, PROJECT).waitFor()
    expect(hash(page)).toBe(`#/project/1/${row}`)
    await page.goBack()
    await line(page, PROJECT).waitFor()
  }
})

test('a click with Ctrl is the browser’s own: the project in another tab, this one stays', async ({
  visit,
}) => {
  const { page, context } = await visit()
  await drawn(page)
  const mark = await highestMark(page, PROJECT)
  await page.keyboard.down('Control')
  const [opened] = await Promise.all([context.waitForEvent('page'), page.mouse.click(mark.x, mark.y)])
  await page.keyboard.up('Control')
  await heading(opened, PROJECT).waitFor()
  expect(hash(opened)).toBe('#/project/1')
  expect(hash(page)).toBe('')
})

test('a mark of an asked figure says so', async ({ visit }) => {
  const { page } = await visit()
  await drawn(page)
  const mark = await highestMark(page, '实施特殊困难老年人家庭适老化改造')
  await page.mouse.move(mark.x, mark.y)
  await page.getByText('1.43万户', { exact: true }).waitFor()
  expect(await page.locator('main').innerText()).toMatch(/适老化改造\s+1\.43万户\s+109%\s+推算的目标不合常理/)
})

test('the trail leads back up: to the level, the field, the year', async ({ visit }) => {
  const { page } = await visit({ at: '/project/2' })
  const trail = page.getByRole('main').getByRole('navigation', { name: '总览' })
  await trail.getByRole('link', { name: '教育' }).click()
  await expect.poll(() => order(page)).toEqual(['2', '11'])
  await page.goBack()
  await trail.getByRole('link', { name: '省定' }).click()
  await expect.poll(async () => (await order(page)).length).toBe(10)
  await page.goBack()
  await trail.getByRole('link', { name: '总览' }).click()
  await expect.poll(() => order(page)).toEqual(NUMBERS)
})

describe('leafing', () => {
  test('arrow keys and links go on and back, within the filter', async ({ visit }) => {
    const { page } = await visit()
    await choose(page, '领域', '教育')
    await line(page, '改善农村学校办学条件').click()
    await heading(page, '改善农村学校办学条件').waitFor()
    await page.keyboard.press('ArrowRight')
    await heading(page, '实施中职标准化建设工程').waitFor()
    expect(await page.getByRole('link', { name: /下一件/ }).count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await heading(page, '改善农村学校办学条件').waitFor()
    await page.getByRole('link', { name: /下一件/ }).click()
    await heading(page, '实施中职标准化建设工程').waitFor()
    await page.goBack()
    await heading(page, '改善农村学校办学条件').waitFor()
  })

  test('arrow keys stay with a control that wants them', async ({ visit }) => {
    const { page } = await visit({ at: '/project/1' })
    // What other documents say has a table of its own, and may come later.
    await page.getByRole('button', { name: '表格', exact: true }).first().click()
    await page.getByRole('region', { name: '各项指标与目标' }).press('ArrowRight')
    await page.getByRole('combobox', { name: '明暗' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(hash(page)).toBe('#/project/1')
  })
})

/** Presses Tab until the focus is on an element with this text. */
async function tabTo(page: Page, text: string, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(key)
    const words = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (words.includes(text) && words.length < 400) return
  }
  throw new Error(`${key} does not reach ${text}`)
}

describe('by keyboard alone', () => {
  test('from the overview to a figure’s arithmetic and back to the line left', async ({ visit }) => {
    const { page } = await visit()
    await tabTo(page, PROJECT)
    expect(await isFocused(page, PROJECT)).toBe(true)
    // The focus is to be seen.
    expect(await line(page, PROJECT).evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe('none')
    await page.keyboard.press('Enter')
    await heading(page, PROJECT).waitFor()
    await expect.poll(() => heading(page, PROJECT).evaluate((h1) => h1 === document.activeElement)).toBe(true)
    await showsArithmetic(page)
    await page.goBack()
    await expect.poll(() => isFocused(page, PROJECT)).toBe(true)
    await tabTo(page, '改善农村学校办学条件')
    await page.keyboard.press('Enter')
    await heading(page, '改善农村学校办学条件').waitFor()
    await tabTo(page, '总览', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => isFocused(page, '改善农村学校办学条件')).toBe(true)
  })

  test('from a finding to its arithmetic', async ({ visit }) => {
    const { page } = await visit({ at: '/checks' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    await tabTo(page, '免费产前超声筛查覆盖率')
    await page.keyboard.press('Enter')
    await indicator(page, '免费产前超声筛查覆盖率').getByText('106% − 65% = 41').waitFor()
  })

  test('the skip link leads past the head of the page', async ({ visit }) => {
    const { page } = await visit()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    expect(hash(page)).toBe('')
  })

  test('everything that can be clicked can be reached with Tab, and shows the focus', async ({ visit }) => {
    const { page } = await visit()
    const all = await page
      .locator('a:visible, button:visible, input:visible, select:visible')
      .evaluateAll((elements) => elements.filter((e) => !e.closest('[inert], [aria-hidden=true]')).length)
    // Noted by the page itself: a question for every Tab would take as long as all the rest.
    await page.evaluate(() => {
      const reached = new Set<Element>()
      Object.assign(window, { reached })
      addEventListener('focusin', ({ target }) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target as Element)
        if (outlineStyle !== 'none' && outlineWidth !== '0px') reached.add(target as Element)
      })
    })
    for (let i = 0; i < all; i++) await page.keyboard.press('Tab')
    const reached = await page.evaluate(() => (window as unknown as { reached: Set<Element> }).reached.size)
    expect(reached).toBe(all)
  })
})

test('a project’s bullets are drawn, one for each target printed or implied', async ({ visit }) => {
  const { page } = await visit({ at: '/project/5' })
  await drawn(page)
  for (const row of rowsIn('5')) {
    const drawing = indicator(page, row.指标 ?? '')
      .locator('svg')
      .first()
    await drawing.waitFor()
    expect(await drawing.locator('path, rect').count()).toBeGreaterThan(1)
  }
})

test('back from a project that the filter hides, the heading has the focus', async ({ visit }) => {
  const { page } = await visit({ at: '/project/14?level=省定' })
  await page.getByRole('navigation', { name: '总览' }).getByRole('link', { name: '总览' }).click()
  await line(page, PROJECT).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('h1')
  expect(await order(page)).toHaveLength(10)
})
