import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { zh } from '../../src/text/zh.ts'
import { DESKTOP, PHONE, test } from './browser.ts'
import { save } from './files.ts'
import { rowsOf } from './nanyang.ts'

const REASON = '按常住人口算，已与卫健委核对'
const first = (page: Page) => page.locator('.findings > li').filter({ hasText: '免费产前超声筛查覆盖率' })

describe.each([DESKTOP, PHONE])('a finding accepted with a reason, at %o', (size) => {
  test('stays on the list, survives a reload, goes along in the CSV, and is taken back', async ({
    visit,
  }) => {
    const { page } = await visit({ at: '/checks', size })
    const line = first(page)
    await line.getByRole('button', { name: zh.accept.ask }).click()
    const field = line.getByRole('textbox', { name: zh.accept.reason })
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.press('Escape')
    const isFocused = (name: string) =>
      line.getByRole('button', { name }).evaluate((element) => element === document.activeElement)
    await expect.poll(() => isFocused(zh.accept.ask)).toBe(true)
    await line.getByRole('button', { name: zh.accept.ask }).click()
    await line.getByRole('button', { name: zh.accept.save, exact: true }).click()
    expect(await field.count()).toBe(1)
    await field.fill(REASON)
    await field.press('Enter')
    await line.getByText(REASON).waitFor()
    await expect.poll(() => isFocused(zh.accept.undo)).toBe(true)
    await page.getByText(zh.accept.count(1)).waitFor()
    await page.getByText(zh.checks.summary(9, 0, 8)).waitFor()

    await page.reload()
    await line.getByText(REASON).waitFor()
    const file = await save(page, page.getByRole('button', { name: 'CSV', exact: true }).first())
    const [table = ''] = file.bytes.toString('utf8').split('\r\n\r\n')
    const rows = rowsOf(table)
    expect(rows).toHaveLength(17)
    expect(
      rows.filter((row) => row[zh.accept.reasonColumn] !== '').map((row) => row[zh.accept.reasonColumn]),
    ).toEqual([REASON])

    await line.getByRole('button', { name: zh.accept.undo }).click()
    await expect.poll(() => isFocused(zh.accept.ask)).toBe(true)
    expect(await page.getByText(REASON).count()).toBe(0)
  })
})
