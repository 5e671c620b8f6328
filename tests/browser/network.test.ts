import { describe, expect, inject } from 'vitest'
import { zh } from '../../src/text/zh.ts'
import { alive, drawn, foreign, test } from './browser.ts'
import { NUMBERS, rowsIn } from './nanyang.ts'
import { choose, line, marksByLine, order, sheet } from './overview.ts'
import { serve } from './server.ts'

describe('the policy', () => {
  test('is strict about scripts and knows no other place', async ({ visit }) => {
    const { page } = await visit()
    const policy =
      (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? ''
    const parts = Object.fromEntries(
      policy.split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(/\s+/)
        return [name, values]
      }),
    )
    expect(parts['default-src']).toEqual(["'none'"])
    expect(parts['script-src']?.every((value) => value === "'self'" || /^'sha256-/.test(value))).toBe(true)
    for (const values of Object.values(parts))
      for (const value of values) expect(value).not.toMatch(/^\*|https?:|unsafe-eval|wasm/)
    // It holds only for what stands behind it.
    const first = await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv'))
    expect(first).toBe('Content-Security-Policy')
  })

  test('blocks a script in the page, code from text, and every other origin', async ({ visit }) => {
    const asked: string[] = []
    const other = await serve((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' })
      response.end('window.foreign = true')
    })
    const { page } = await visit({ tolerate: new RegExp(`Content Security Policy|:${other.port}/`) })
    const outcome = await page.evaluate(async (origin) => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', (e) => violated.push(e.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'window.inline = true'
      document.body.append(script)
      const remote = document.createElement('script')
      remote.src = `${origin}/script.js`
      const settled = new Promise((done) => {
        remote.onload = () => done('loaded')
        remote.onerror = () => done('blocked')
      })
      document.body.append(remote)
      const button = document.createElement('button')
      button.setAttribute('onclick', 'window.handler = true')
      button.click()
      const image = new Image()
      const painted = new Promise((done) => {
        image.onload = () => done('loaded')
        image.onerror = () => done('blocked')
      })
      image.src = `${origin}/pixel.png`
      const fetched = await fetch(`${origin}/data.json`).then(
        () => 'fetched',
        () => 'blocked',
      )
      // DevTools may evaluate text; a callback of the page's own may not.
      const evaluated = await new Promise((done) =>
        setTimeout(() => {
          try {
            done(new Function('return 1')())
          } catch {
            done('blocked')
          }
        }),
      )
      const found = window as unknown as Record<string, unknown>
      return {
        inline: found.inline,
        handler: found.handler,
        foreign: found.foreign,
        script: await settled,
        image: await painted,
        fetched,
        evaluated,
        violated: [...new Set(violated)].sort(),
      }
    }, `http://127.0.0.1:${other.port}`)
    await other.close()
    expect(outcome).toEqual({
      script: 'blocked',
      image: 'blocked',
      fetched: 'blocked',
      evaluated: 'blocked',
      violated: expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']),
    })
    expect(asked).toEqual([])
  })
})

test('a whole visit asks nothing of any other place', async ({ visit }) => {
  const visited = await visit()
  const { page, requests } = visited
  for (const name of ['核验', '数据', '方法', '总览']) {
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  await drawn(page)
  await line(page, '开展职业技能培训').getByText('210%').click()
  await page.getByRole('heading', { level: 1, name: '开展职业技能培训和评价取证' }).waitFor()
  expect(requests.length).toBeGreaterThan(5)
  expect(foreign(visited)).toEqual([])
})

describe('where it stands', () => {
  test('under another path it finds all of its parts, downloads too', async ({ visit }) => {
    const elsewhere = inject('sites')[1] as string
    const { page, requests } = await visit({ site: elsewhere })
    await drawn(page)
    await page.getByRole('link', { name: '数据', exact: true }).click()
    const original = page.getByRole('link', { name: '下载原文件' })
    const [download] = await Promise.all([page.waitForEvent('download'), original.click()])
    expect(await download.failure()).toBe(null)
    expect(
      requests.filter((url) => !url.startsWith('blob:') && !url.startsWith(new URL(elsewhere).href)),
    ).toEqual([])
  })

  test.for([
    '#/nonsense?x=%',
    '#%',
    '#/?level=%E4%A8%zz',
    '#///',
    '#main',
    '#/?status=nonsense&sort=up&lang=xx',
  ])('rubbish behind the hash opens the overview: %s', async (hash, { visit }) => {
    const { page } = await visit({ at: hash.slice(1) })
    await sheet(page).or(page.getByText(zh.filters.nothing)).waitFor()
    await page.getByRole('heading', { level: 1, name: /民生实事/ }).waitFor()
  })

  test.for(['/project/999', '/project/', '/project/%', '/project/constructor'])(
    '%s says there is no such project',
    async (at, { visit }) => {
      const { page } = await visit({ at })
      await page.getByRole('heading', { level: 1, name: zh.project.not }).waitFor()
      await page.getByRole('main').getByRole('link', { name: '总览' }).click()
      await expect.poll(() => order(page)).toEqual(NUMBERS)
    },
  )

  test('a line that a project does not have opens the project', async ({ visit }) => {
    const { page } = await visit({ at: '/project/1/9999' })
    await page.getByRole('heading', { level: 1, name: '开展职业技能培训和评价取证' }).waitFor()
  })

  test('a value that the data do not have is shown in its filter, and one click clears it', async ({
    visit,
  }) => {
    const { page } = await visit({ at: '/?level=县定' })
    await page.getByText(zh.filters.nothing).waitFor()
    const level = page.getByRole('combobox', { name: '层级', exact: true })
    expect(await level.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe('县定')
    await page
      .getByRole('search')
      .getByRole('button', { name: zh.filters.clear(1) })
      .click()
    await expect.poll(() => order(page)).toEqual(NUMBERS)
  })
})

describe('the network lost', () => {
  const OFFLINE =
    /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch dynamically|error loading dynamically/i

  test('what is loaded goes on', async ({ visit }) => {
    const { page, context } = await visit({ tolerate: OFFLINE })
    await drawn(page)
    await context.setOffline(true)
    await choose(page, '层级', '市定')
    await expect.poll(async () => (await order(page)).length).toBe(12)
    await expect
      .poll(() => marksByLine(page))
      .toEqual(Object.fromEntries(NUMBERS.slice(10).map((no) => [no, rowsIn(no).length])))
    await line(page, '实施中职标准化建设工程').getByText('实施中职').click()
    await page.getByText('12所 ÷ 120%').waitFor()
    await page.goBack()
    await expect.poll(async () => (await order(page)).length).toBe(12)
  })

  test.for(['checks', 'data', 'method'] as const)(
    '%s, not fetched yet, says so and leaves the rest working',
    async (view, { visit }) => {
      const { page } = await visit({
        tolerate: OFFLINE,
        // The network goes before anything could be fetched ahead of need.
        before: (p) =>
          p.route(/\/assets\/(ChecksView|DataPage|MethodView)[^/]*\.js/, (route) => route.abort()),
      })
      const name = { checks: '核验', data: '数据', method: '方法' }[view]
      await page.getByRole('link', { name, exact: true }).click()
      await page.getByText(zh.loadFailed).waitFor()
      expect(await page.getByRole('navigation', { name: zh.navLabel }).isVisible()).toBe(true)
      await page.getByRole('link', { name: '总览', exact: true }).click()
      await expect.poll(() => order(page)).toEqual(NUMBERS)
    },
  )

  test('a part that could not be fetched is fetched when asked again, and takes nothing else down', async ({
    visit,
  }) => {
    const { page } = await visit({
      tolerate: OFFLINE,
      before: (p) => p.route(/\/assets\/(ProjectView|Related)[^/]*\.js/, (route) => route.abort()),
    })
    await line(page, '实施中职标准化建设工程').getByText('实施中职').click()
    await page.getByText(zh.loadFailed).waitFor()
    await page.unroute(/\/assets\/(ProjectView|Related)[^/]*\.js/)
    await page.getByRole('button', { name: zh.retry }).click()
    await page.getByText('12所 ÷ 120%').waitFor()
  })

  test('what other documents say may fail alone', async ({ visit }) => {
    const { page } = await visit({
      at: '/project/1',
      tolerate: OFFLINE,
      before: (p) => p.route(/\/assets\/Related[^/]*\.js/, (route) => route.abort()),
    })
    await page.getByText(zh.loadFailed).waitFor()
    expect(await page.getByText('58.85万人次 ÷ 210%').isVisible()).toBe(true)
  })

  test('English, not fetched yet, leaves the page as it is', async ({ visit }) => {
    const { page } = await visit({
      tolerate: OFFLINE,
      before: (p) => p.route(/\/assets\/en-[^/]*\.js/, (route) => route.abort()),
    })
    await page.getByRole('link', { name: zh.language.label }).click()
    await expect.poll(() => new URL(page.url()).hash).toContain('lang=en')
    expect(await order(page)).toEqual(NUMBERS)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('an address in English without its words opens in Chinese, not blank', async ({ visit }) => {
    const { page } = await visit({
      at: '/?lang=en',
      early: true,
      tolerate: OFFLINE,
      before: (p) => p.route(/\/assets\/en-[^/]*\.js/, (route) => route.abort()),
    })
    await alive(page)
    expect(await order(page)).toEqual(NUMBERS)
  })

  test('a table that could not be fetched says so under its chart, which stays', async ({ visit }) => {
    const parts = /\/assets\/(?:Numbers|tables)[^/]*\.js/
    const { page } = await visit({
      tolerate: OFFLINE,
      before: (p) => p.route(parts, (route) => route.abort()),
    })
    await sheet(page).getByRole('button', { name: '表格', exact: true }).click()
    await sheet(page).getByText(zh.loadFailed).waitFor()
    expect(await order(page)).toEqual(NUMBERS)
    await page.unroute(parts)
    await sheet(page).getByRole('button', { name: zh.retry }).click()
    await sheet(page).getByRole('table').waitFor()
  })

  test('a picture that cannot be drawn is said, not lost', async ({ visit }) => {
    const { page } = await visit({
      tolerate: OFFLINE,
      before: (p) => p.route(/\/assets\/(drawings|echarts)[^/]*\.js/, (route) => route.abort()),
    })
    await page.getByRole('figure', { name: zh.sheet.title }).getByRole('button', { name: 'PNG' }).click()
    await page.getByText(zh.chart.notSaved).waitFor()
  })
})
