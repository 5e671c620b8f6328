import type { Locator, Page } from 'playwright-core'
import { zh } from '../../src/text/zh.ts'

/** A drawn shape in sight, in pixels of the screen. */
export interface Mark {
  /** Middle. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly stroke: string
  /** Nothing but an outline. */
  readonly isHollow: boolean
}

export const sheet = (page: Page): Locator => page.getByRole('figure', { name: zh.sheet.title })
export const tally = (page: Page): Locator => page.getByRole('figure', { name: zh.tally.title })
export const filters = (page: Page): Locator => page.getByRole('search')
export const search = (page: Page): Locator => filters(page).getByRole('searchbox')
export const choose = (page: Page, name: string, value: string) =>
  filters(page).getByRole('combobox', { name, exact: true }).selectOption({ label: value })
export const levelLines = (page: Page, level: string): Locator =>
  page.getByRole('region', { name: level, exact: true }).getByRole('link')
export const line = (page: Page, project: string): Locator => sheet(page).getByRole('link', { name: project })

/** Printed numbers of the projects in the sheet, from top to bottom. */
export const order = async (page: Page): Promise<string[]> => {
  const texts = await sheet(page).getByRole('link').allTextContents()
  return texts.map((text) => /^\d+/.exec(text)?.[0] ?? text)
}

/** Every shape of a chart in sight. */
export const shapes = (chart: Locator): Promise<Mark[]> =>
  chart.locator('svg path').evaluateAll((paths) =>
    paths
      .filter((path) => path.checkVisibility())
      .map((path) => {
        const { x, y, width, height } = path.getBoundingClientRect()
        const { stroke, fill } = getComputedStyle(path)
        return { x: x + width / 2, y: y + height / 2, width, height, stroke, isHollow: fill === 'none' }
      }),
  )

/** One per indicator: rules and stems are thin, rings are hollow. */
export const symbols = async (chart: Locator): Promise<Mark[]> =>
  (await shapes(chart)).filter(({ width, height, isHollow }) => width > 3 && height > 3 && !isHollow)

/** What the reviewer's brush circled: hollow and small, where rules and stems run through the whole picture. */
export const rings = async (chart: Locator): Promise<Mark[]> =>
  (await shapes(chart)).filter(
    ({ width, height, isHollow }) => width > 3 && height > 3 && width < 40 && height < 40 && isHollow,
  )

/**
 * How many indicators are drawn in each project's line, by its printed number.
 * @param press button to click first; told then is the very picture that shows the click's answer
 */
export const marksByLine = (page: Page, press?: string): Promise<Record<string, number>> =>
  sheet(page).evaluate(async (figure, name) => {
    if (name) {
      const found = [...figure.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      found?.click()
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
    const boxes = [...figure.querySelectorAll('svg path')]
      .filter((path) => path.checkVisibility() && getComputedStyle(path).fill !== 'none')
      .map((path) => path.getBoundingClientRect())
      .filter(({ width, height }) => width > 3 && height > 3)
    const lines = [...figure.querySelectorAll('ol a')].map((link) => {
      const { top, bottom } = link.getBoundingClientRect()
      const inside = boxes.filter(({ y, height }) => y + height / 2 > top && y + height / 2 < bottom)
      return [/^\d+/.exec(link.textContent)?.[0] ?? '', inside.length] as const
    })
    return Object.fromEntries(lines)
  }, press)

/** The mark farthest to the right in a project's line: its highest completion. */
export async function highestMark(page: Page, project: string): Promise<Mark> {
  const box = await line(page, project).boundingBox()
  if (!box) throw new Error(`${project} is not in sight`)
  const inLine = (await symbols(sheet(page))).filter(({ y }) => y > box.y && y < box.y + box.height)
  return inLine.reduce((best, mark) => (mark.x > best.x ? mark : best))
}
