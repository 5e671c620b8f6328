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

/** A line of the sheet in sight. */
interface Line {
  /** Printed number of its project. */
  readonly no: string
  readonly top: number
  readonly bottom: number
}

/**
 * Every shape of a chart in sight, and its lines. Marks of one look are one path: each of its pieces is a shape.
 * @param press button to click first; told then is the very picture that shows the click's answer
 */
const picture = (chart: Locator, press?: string): Promise<{ shapes: Mark[]; lines: Line[] }> =>
  chart.evaluate(async (figure, name) => {
    if (name) {
      const found = [...figure.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      found?.click()
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    }
    // All of them are put in place before the first is measured: the page lays out once.
    const pieces = [...figure.querySelectorAll('svg path')]
      .filter((path) => path.checkVisibility())
      .flatMap((path) =>
        (path.getAttribute('d') ?? '')
          .split(/(?=M)/)
          .filter((d) => d !== '')
          .map((d) => {
            const piece = path.cloneNode() as Element
            piece.setAttribute('d', d)
            return { path, piece }
          }),
      )
    for (const { path, piece } of pieces) path.after(piece)
    const shapes = pieces.map(({ piece }) => {
      const { x, y, width, height } = piece.getBoundingClientRect()
      const { stroke, fill } = getComputedStyle(piece)
      return { x: x + width / 2, y: y + height / 2, width, height, stroke, isHollow: fill === 'none' }
    })
    for (const { piece } of pieces) piece.remove()
    const lines = [...figure.querySelectorAll('ol a')]
      .filter((link) => link.checkVisibility())
      .map((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        return { no: /^\d+/.exec(link.textContent)?.[0] ?? '', top, bottom }
      })
    return { shapes, lines }
  }, press)

/** Every shape of a chart in sight. */
export const shapes = async (chart: Locator): Promise<Mark[]> => (await picture(chart)).shapes

/** One per indicator: rules and stems are thin, rings are hollow. */
const isSymbol = ({ width, height, isHollow }: Mark) => width > 3 && height > 3 && !isHollow
export const symbols = async (chart: Locator): Promise<Mark[]> => (await shapes(chart)).filter(isSymbol)

/** What the reviewer's brush circled: hollow and small, where rules and stems run through the whole picture. */
export const rings = async (chart: Locator): Promise<Mark[]> =>
  (await shapes(chart)).filter(
    ({ width, height, isHollow }) => width > 3 && height > 3 && width < 40 && height < 40 && isHollow,
  )

/**
 * How many indicators are drawn in each project's line, by its printed number.
 * @param press button to click first; told then is the very picture that shows the click's answer
 */
export async function marksByLine(page: Page, press?: string): Promise<Record<string, number>> {
  const { shapes, lines } = await picture(sheet(page), press)
  const marks = shapes.filter(isSymbol)
  return Object.fromEntries(
    lines.map(({ no, top, bottom }) => [no, marks.filter(({ y }) => y > top && y < bottom).length]),
  )
}

/** The mark farthest to the right in a project's line: its highest completion. */
export async function highestMark(page: Page, project: string): Promise<Mark> {
  const box = await line(page, project).boundingBox()
  if (!box) throw new Error(`${project} is not in sight`)
  const inLine = (await symbols(sheet(page))).filter(({ y }) => y > box.y && y < box.y + box.height)
  return inLine.reduce((best, mark) => (mark.x > best.x ? mark : best))
}
