import { inflateSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { DESKTOP, drawn, type Options, PHONE, test } from './browser.ts'
import { NUMBERS, rowsIn } from './nanyang.ts'
import { choose, marksByLine, rings, sheet } from './overview.ts'

interface Pdf {
  readonly pages: number
  /** Width and height in points. */
  readonly size: readonly number[]
  /** Times that something is filled or stroked in a colour of the paper's tokens. */
  readonly achieved: number
  readonly vermilion: number
}

function readPdf(file: Buffer): Pdf {
  const source = file.toString('latin1')
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(source) ?? []
  const drawing = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
  const used = ([r, g, b]: readonly [number, number, number]) => {
    const near = (value: string, part: number) => Math.abs(Number(value) * 255 - part) < 1
    return [...drawing.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)].filter(
      ([, x = '', y = '', z = '']) => near(x, r) && near(y, g) && near(z, b),
    ).length
  }
  return {
    pages: [...source.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    size: [Number(width), Number(height)],
    achieved: used([0x1f, 0x6f, 0x78]),
    vermilion: used([0xc0, 0x30, 0x1c]),
  }
}

const A4_LANDSCAPE = [842, 595]

describe('the overview on paper', () => {
  test.for<[string, Options, boolean]>([
    ['from a desktop, ECharts here', {}, true],
    ['from a dark projector', { dark: true, size: { width: 1920, height: 1080 } }, true],
    ['from a phone', { size: PHONE }, true],
    ['with scripts off', { scripts: false, size: DESKTOP }, false],
    ['in English', { at: '/?lang=en' }, true],
  ])('%s: one A4 page, landscape, with its marks', async ([, options, charts], { visit }) => {
    const { page } = await visit(options)
    if (charts) await drawn(page)
    const pdf = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: false }))
    expect(pdf.pages).toBe(1)
    expect(pdf.size.map(Math.round)).toEqual(A4_LANDSCAPE)
    expect(pdf.achieved).toBeGreaterThan(0)
    expect(pdf.vermilion).toBeGreaterThan(0)
    // Whoever prints does not tick the browser's box for backgrounds: the legend's dots are there without.
    const asked = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect([pdf.achieved, pdf.vermilion]).toEqual([asked.achieved, asked.vermilion])
  })

  test.for([DESKTOP, PHONE])(
    'marks stand in their lines as on the screen, from %o',
    async (size, { visit }) => {
      const { page } = await visit({ size, dark: true })
      await drawn(page)
      // A4 landscape without its margins, at 96 pixels an inch.
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 1047, height: 718 })
      await expect
        .poll(() => marksByLine(page))
        .toEqual(Object.fromEntries(NUMBERS.map((no) => [no, rowsIn(no).length])))
      expect((await rings(sheet(page))).map(({ stroke }) => stroke)).toEqual(
        Array(9).fill('rgb(192, 48, 28)'),
      )
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      )
      expect(await page.getByRole('search').isVisible()).toBe(false)
    },
  )

  test('a filter on a phone leaves on paper what it leaves from a desktop', async ({ visit }) => {
    const [desktop, phone] = [await visit({ size: DESKTOP }), await visit({ size: PHONE })]
    const [expected, found] = await Promise.all(
      [desktop, phone].map(async ({ page }) => {
        await choose(page, '层级', '市定')
        await drawn(page)
        return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: false }))
      }),
    )
    expect(found).toEqual(expected)
    // And the screen is as it was.
    await expect.poll(async () => Object.keys(await marksByLine(phone.page)).length).toBe(12)
  })

  test('a filtered overview says so on paper', async ({ visit }) => {
    const { page } = await visit()
    await choose(page, '层级', '市定')
    await drawn(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('body').innerText()).toContain('筛选：层级 市定')
  })
})
