import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { findingKey } from '../../src/model/accepted.ts'
import { isQuestion } from '../../src/model/finding.ts'
import { acceptZh, checksZh } from '../../src/text/checksZh.ts'
import { board } from '../shipped.ts'
import { DESKTOP, drawn, PHONE, test } from './browser.ts'
import { save } from './files.ts'
import { rowsOf } from './nanyang.ts'
import { sheet } from './overview.ts'

const REASON = '按常住人口算，已与卫健委核对'
const first = (page: Page) => page.locator('.findings > li').filter({ hasText: '免费产前超声筛查覆盖率' })

describe.each([DESKTOP, PHONE])('a finding accepted with a reason, at %o', (size) => {
  test('stays on the list, survives a reload, goes along in the CSV, and is taken back', async ({
    visit,
  }) => {
    const { page } = await visit({ at: '/checks', size })
    const line = first(page)
    await line.getByRole('button', { name: acceptZh.ask }).click()
    const field = line.getByRole('textbox', { name: acceptZh.reason })
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.press('Escape')
    const isFocused = (name: string) =>
      line.getByRole('button', { name }).evaluate((element) => element === document.activeElement)
    await expect.poll(() => isFocused(acceptZh.ask)).toBe(true)
    await line.getByRole('button', { name: acceptZh.ask }).click()
    await line.getByRole('button', { name: acceptZh.save, exact: true }).click()
    expect(await field.count()).toBe(1)
    await field.fill(REASON)
    await field.press('Enter')
    await line.getByText(REASON).waitFor()
    await expect.poll(() => isFocused(acceptZh.undo)).toBe(true)
    await page.getByText(acceptZh.count(1)).waitFor()
    await page.getByText(checksZh.summary(8, 0)).waitFor()

    await page.reload()
    await line.getByText(REASON).waitFor()
    const file = await save(page, page.getByRole('button', { name: 'CSV', exact: true }).first())
    const [table = ''] = file.bytes.toString('utf8').split('\r\n\r\n')
    const rows = rowsOf(table)
    expect(rows).toHaveLength(17)
    expect(
      rows.filter((row) => row[acceptZh.reasonColumn] !== '').map((row) => row[acceptZh.reasonColumn]),
    ).toEqual([REASON])

    await line.getByRole('button', { name: acceptZh.undo }).click()
    await expect.poll(() => isFocused(acceptZh.ask)).toBe(true)
    expect(await page.getByText(REASON).count()).toBe(0)
  })
})

describe.each([DESKTOP, PHONE])('what was accepted, at %o', (size) => {
  test('is told on the overview, stays one filter away, and Back leads out of it', async ({ visit }) => {
    const { page } = await visit({ size })
    const [finding] = board.findings.filter(isQuestion)
    if (!finding?.row) throw new Error('nothing to accept')
    const before = await layoutOf(page)
    await page.evaluate(
      ([key, reason]) => localStorage.setItem('board-accepted', JSON.stringify({ [key]: reason })),
      [findingKey(finding), REASON] as const,
    )
    await page.reload()
    await drawn(page)
    const headline = page.locator('p', { hasText: '52 项指标' })
    await headline.getByText('8 处待问，1 处已说明').waitFor()
    // Told as well by the mark of its line; no line has moved for it.
    const line = sheet(page).getByRole('link', { name: /提高妇女儿童健康保障水平/ })
    expect(await line.getByRole('img', { name: '2 处值得先问一句，1 处已说明' }).innerText()).toMatch(
      /问 2\s*答/,
    )
    expect(await layoutOf(page)).toEqual(before)
    const rings = await line.locator('svg path[stroke-dasharray][stroke="var(--soft)"]').count()
    expect(rings).toBeGreaterThan(0)

    await headline.getByRole('button', { name: '8 处待问' }).click()
    await expect.poll(() => page.url()).toMatch(/finding=open/)
    await page.getByRole('link', { name: '核验', exact: true }).click()
    const items = page.locator('.findings > li')
    await expect.poll(() => items.count()).toBe(8)
    const only = page.getByRole('complementary').getByRole('button', { name: /^已说明的/ })
    await only.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/finding=answered/)
    await expect.poll(() => items.count()).toBe(1)
    expect(await items.innerText()).toContain(REASON)
    await page.goBack()
    await expect.poll(() => items.count()).toBe(8)

    await page
      .getByRole('complementary')
      .getByRole('button', { name: /^待问的/ })
      .click()
    await expect.poll(() => items.count()).toBe(17)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText(REASON).isVisible()).toBe(true)
  })
})

/** Where the lines of the sheet stand. */
const layoutOf = (page: Page) =>
  sheet(page)
    .locator('.line')
    .evaluateAll((lines) => lines.map((one) => Math.round(one.getBoundingClientRect().top)))
