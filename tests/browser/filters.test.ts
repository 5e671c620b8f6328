import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { zh } from '../../src/text/zh.ts'
import { CHARTS, DESKTOP, drawn, holdBack, PHONE, test, type Visit } from './browser.ts'
import { ASKED_NUMBERS, NUMBERS, numbersWhere, rowsIn } from './nanyang.ts'
import {
  choose,
  filters,
  line,
  marksByLine,
  order,
  rings,
  search,
  sheet,
  symbols,
  tally,
} from './overview.ts'

const PROVINCE = numbersWhere((row) => row.层级 === '省定')
const CITY = numbersWhere((row) => row.层级 === '市定')
/** Said to be done, with neither target nor percentage. */
const CLAIMED = ['14']
const UNKNOWN = ['2', '13', '18', '19', '20', '21', '22']
const REACHED = NUMBERS.filter((no) => !CLAIMED.includes(no) && !UNKNOWN.includes(no))

async function shows(page: Page, numbers: readonly string[]): Promise<void> {
  await expect.poll(() => order(page)).toEqual(numbers)
  // The count follows its lines a frame later.
  await expect
    .poll(() => filters(page).getByRole('status').innerText())
    .toBe(`显示 ${numbers.length} / 22 件`)
}
/** Every indicator of these projects is a mark in its project's line. */
const marksStandIn = (page: Page, numbers: readonly string[]) =>
  expect
    .poll(() => marksByLine(page))
    .toEqual(Object.fromEntries(numbers.map((no) => [no, rowsIn(no).length])))
const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash.replaceAll('+', ' '))
const clear = (page: Page, n: number) => filters(page).getByRole('button', { name: zh.filters.clear(n) })

describe('each filter', () => {
  test('shows its projects and their marks, stands in the address, and is cleared by a click', async ({
    visit,
  }) => {
    const { page } = await visit()
    for (const [name, value, numbers, part] of [
      ['层级', '市定', CITY, 'level=市定'],
      ['领域', '教育', ['2', '11'], 'domain=教育'],
      ['状态', '达到', REACHED, 'status=reached'],
      ['状态', '无从判断', UNKNOWN, 'status=unknown'],
      ['核验', '要问一句的', ASKED_NUMBERS, 'finding=question'],
      ['核验', '开工不等于完成', ['2'], 'finding='],
    ] as const) {
      await choose(page, name, value)
      await shows(page, numbers)
      await expect.poll(() => address(page)).toContain(part)
      await drawn(page)
      await marksStandIn(page, numbers)
      await clear(page, 1).click()
      await shows(page, NUMBERS)
      await expect.poll(() => address(page)).not.toContain(part)
    }
  })

  test('search finds projects, indicators and figures', async ({ visit }) => {
    const { page } = await visit()
    for (const [text, numbers] of [
      ['断头路', ['14']],
      ['寄宿制', ['2']],
      ['58.85', ['1']],
      ['签约', ['17']],
    ] as const) {
      await search(page).fill(text)
      await shows(page, numbers)
    }
  })
})

describe('filters together', () => {
  const narrow = async ({ page }: Visit) => {
    await choose(page, '层级', '市定')
    await shows(page, CITY)
    await choose(page, '领域', '城乡建设')
    await shows(page, ['12', '13', '14', '15', '22'])
    await choose(page, '状态', '达到')
    await shows(page, ['12', '15'])
    await search(page).fill('停车')
    await shows(page, ['12'])
    await expect.poll(() => page.url()).toContain(encodeURIComponent('停车'))
  }

  test('narrow one another; one click clears them all', async ({ visit }) => {
    const visited = await visit()
    await narrow(visited)
    const { page } = visited
    expect(await page.locator('p', { hasText: '件实事' }).innerText()).toContain(
      '从 22 件实事中选出 1 件、1 项指标',
    )
    await clear(page, 4).click()
    await shows(page, NUMBERS)
    expect(await clear(page, 1).count()).toBe(0)
  })

  test('the address holds them: after a reload and in someone else’s browser', async ({ visit }) => {
    const visited = await visit()
    await narrow(visited)
    const { page } = visited
    for (const part of ['level=市定', 'domain=城乡建设', 'status=reached', 'text=停车'])
      await expect.poll(() => address(page)).toContain(part)
    await page.reload()
    await shows(page, ['12'])
    expect(await search(page).inputValue()).toBe('停车')
    const other = await visit({ at: new URL(page.url()).hash.slice(1) })
    await shows(other.page, ['12'])
    await clear(other.page, 4).waitFor()
  })

  test('Back and Forward walk through them', async ({ visit }) => {
    const visited = await visit()
    await narrow(visited)
    const { page } = visited
    const steps = [['12'], ['12', '15'], ['12', '13', '14', '15', '22'], CITY, NUMBERS]
    for (const numbers of steps.slice(1)) {
      await page.goBack()
      await shows(page, numbers)
    }
    for (const numbers of steps.reverse().slice(1)) {
      await page.goForward()
      await shows(page, numbers)
    }
    expect(await search(page).inputValue()).toBe('停车')
  })

  test('go along to the other pages and back', async ({ visit }) => {
    const { page } = await visit()
    await choose(page, '领域', '教育')
    await page.getByRole('link', { name: '数据', exact: true }).click()
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 2)
    await page.getByRole('link', { name: '核验', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /^核验/ }).waitFor()
    expect(await page.getByRole('heading', { level: 2, name: /^要问/ }).count()).toBe(1)
    await page.getByRole('link', { name: '总览', exact: true }).click()
    await shows(page, ['2', '11'])
  })

  test('to nothing: words say so, and a click undoes it', async ({ visit }) => {
    const { page } = await visit()
    await search(page).fill('没有这样的字')
    await page.getByText(zh.filters.nothing).waitFor()
    expect(await filters(page).getByRole('status').innerText()).toBe('显示 0 / 22 件')
    await page.locator('p', { hasText: zh.filters.nothing }).getByRole('button').click()
    await shows(page, NUMBERS)
  })
})

test('typing leaves one step in the history, not one per letter', async ({ visit }) => {
  const { page } = await visit()
  await choose(page, '层级', '市定')
  await expect.poll(() => address(page)).toContain('level=市定')
  const before = await page.evaluate(() => history.length)
  await search(page).pressSequentially('工程停车场')
  await expect.poll(() => address(page)).toContain('text=工程停车场')
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(before + 1)
  await page.goBack()
  await shows(page, CITY)
  expect(await search(page).inputValue()).toBe('')
})

describe('a click in a picture filters', () => {
  test.for([true, false])('a square of the tally, ECharts here: %s', async (charts, { visit }) => {
    const { page } = await visit({
      before: (p) => (charts ? Promise.resolve() : p.route(CHARTS, () => {})),
    })
    if (charts) await drawn(page)
    const box = await tally(page).getByRole('button', { name: /^市定/ }).boundingBox()
    if (!box) throw new Error('no line for 市定')
    const squares = (await symbols(tally(page)))
      .filter(({ y }) => y > box.y && y < box.y + box.height)
      .sort((a, b) => a.x - b.x)
    expect(squares.length).toBe(12)
    // Five reached, then the one that only says so.
    const sixth = squares[5]
    if (sixth) await page.mouse.click(sixth.x, sixth.y)
    await shows(page, CLAIMED)
    await expect.poll(() => address(page)).toContain('level=市定')
    await expect.poll(() => address(page)).toContain('status=claimed')
  })

  test('a line of the tally, and again to undo', async ({ visit }) => {
    const { page } = await visit()
    await tally(page).getByRole('button', { name: /^教育/ }).click()
    await shows(page, ['2', '11'])
    const chosen = tally(page).getByRole('button', { name: /^教育/, pressed: true })
    await chosen.click()
    await shows(page, NUMBERS)
  })

  test('a key of the tally', async ({ visit }) => {
    const { page } = await visit()
    await tally(page)
      .getByRole('button', { name: /^无从判断/ })
      .click()
    await shows(page, UNKNOWN)
  })

  test.for([DESKTOP, PHONE])('省定 and 市定, at %o', async (size, { visit }) => {
    const { page } = await visit({ size })
    await sheet(page).getByRole('button', { name: '市定', exact: true }).click()
    await shows(page, CITY)
    await sheet(page).getByRole('button', { name: '市定', exact: true }).click()
    await shows(page, NUMBERS)
    await sheet(page).getByRole('button', { name: '省定', exact: true }).click()
    await shows(page, PROVINCE)
  })

  test('rows and marks answer in one picture: no mark stands in another project’s line', async ({
    visit,
  }) => {
    const { page } = await visit()
    await drawn(page)
    const counts = Object.fromEntries(CITY.map((no) => [no, rowsIn(no).length]))
    expect(await marksByLine(page, '市定')).toEqual(counts)
  })

  test('the headline’s vermilion words', async ({ visit }) => {
    const { page } = await visit()
    await page.getByRole('button', { name: /9 处引用前/ }).click()
    await shows(page, ASKED_NUMBERS)
    await drawn(page)
    await expect.poll(async () => (await rings(sheet(page))).length).toBe(9)
  })

  test('a rule on the page of checks', async ({ visit }) => {
    const { page } = await visit({ at: '/checks' })
    const findings = page.getByRole('heading', { level: 2, name: /^(要问|备考)/ })
    const rule = page.getByRole('complementary').getByRole('button', { name: /部分多于整体/ })
    await rule.click()
    await expect.poll(() => findings.count()).toBe(3)
    await expect.poll(() => address(page)).toMatch(/finding=/)
    await rule.click()
    await expect.poll(() => findings.count()).toBe(17)
  })
})

describe('sort', () => {
  test('by completion, by questions and by name, 省定 above 市定', async ({ visit }) => {
    const { page } = await visit()
    await choose(page, '排序', zh.filters.sorts.completion)
    await expect.poll(() => order(page)).not.toEqual(NUMBERS)
    const byCompletion = await order(page)
    // Without a printed completion they stand behind those that have one.
    expect(byCompletion.slice(0, 10)).toEqual(['6', '1', '7', '5', '8', '9', '10', '4', '3', '2'])
    expect(byCompletion.slice(10, 14)).toEqual(['16', '15', '11', '12'])
    await expect.poll(() => address(page)).toContain('sort=completion')
    await drawn(page)
    await marksStandIn(page, NUMBERS)

    await choose(page, '排序', zh.filters.sorts.questions)
    await expect.poll(async () => (await order(page)).slice(0, 5)).toEqual(['5', '1', '2', '4', '9'])
    expect((await order(page))[10]).toBe('20')

    await choose(page, '排序', '名称')
    const names = (numbers: readonly string[]) =>
      numbers.map((no) => rowsIn(no)[0]?.项目 ?? '').sort((a, b) => a.localeCompare(b, 'zh-CN'))
    await expect
      .poll(async () => (await order(page)).map((no) => rowsIn(no)[0]?.项目))
      .toEqual([...names(PROVINCE), ...names(CITY)])
    await page.reload()
    await expect.poll(async () => (await order(page)).length).toBe(22)
    expect((await order(page)).slice(0, 10)).not.toEqual(PROVINCE)
    await page.goBack()
    await expect.poll(async () => (await order(page))[0]).toBe('5')
  })
})

describe('before ECharts has come', () => {
  test('rows answer at once, marks follow', async ({ visit }) => {
    let release = () => {}
    const { page } = await visit({
      // The page is complete without them: `load` does not wait for what idle time fetches.
      before: async (p) => {
        release = await holdBack(p, CHARTS)
      },
    })
    await choose(page, '层级', '省定')
    await shows(page, PROVINCE)
    await line(page, '开展职业技能培训').waitFor()
    release()
    await drawn(page)
    await marksStandIn(page, PROVINCE)
  })

  test.for([0, 20, 60])(
    'a click %i ms after it came: marks end up in their lines too',
    async (delay, { visit }) => {
      let release = () => {}
      const { page } = await visit({
        before: async (p) => {
          release = await holdBack(p, CHARTS)
        },
      })
      await page.evaluate((wait) => {
        const seen = new MutationObserver(() => {
          if (!document.querySelector('[_echarts_instance_] svg')) return
          seen.disconnect()
          const found = [...document.querySelectorAll('button')].find(
            (button) => button.textContent === '市定',
          )
          setTimeout(() => found?.click(), wait)
        })
        seen.observe(document.body, { subtree: true, childList: true, attributes: true })
      }, delay)
      release()
      await shows(page, CITY)
      await drawn(page)
      await marksStandIn(page, CITY)
    },
  )

  test('if it never comes, rows still answer and a sentence says what is missing', async ({ visit }) => {
    const { page } = await visit({
      before: (p) => p.route(CHARTS, (route) => route.abort()),
      tolerate: /ERR_FAILED/,
    })
    await choose(page, '层级', '省定')
    await shows(page, PROVINCE)
    await page.getByText(zh.chart.failed).first().waitFor()
    await clear(page, 1).click()
    await shows(page, NUMBERS)
    await marksStandIn(page, NUMBERS)
  })
})

describe('one step right after another', () => {
  /** Chooses 层级 and clicks, both before the page has a moment to itself. */
  const chooseAndClick = (page: Page, selector: string, words: string) =>
    page.evaluate(
      ([selector, words]) => {
        const select = [...document.querySelectorAll('select')].find(({ labels }) =>
          labels?.[0]?.textContent.startsWith('层级'),
        )
        if (!select) throw new Error('no 层级')
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, '省定')
        select.dispatchEvent(new Event('change', { bubbles: true }))
        const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
          ({ textContent }) => textContent === words,
        )
        if (!found) throw new Error(`no ${words}`)
        found.click()
      },
      [selector, words] as const,
    )

  test('a choice taken back at once stands nowhere', async ({ visit }) => {
    const { page } = await visit()
    await chooseAndClick(page, 'section button', '省定')
    await shows(page, NUMBERS)
    const level = filters(page).getByRole('combobox', { name: '层级', exact: true })
    await expect.poll(() => level.inputValue()).toBe('')
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('')
  })

  test('a step to another page keeps the choice', async ({ visit }) => {
    const { page } = await visit()
    await chooseAndClick(page, 'nav a', '核验')
    await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe('#/checks?level=省定')
  })
})
