import { describe, expect, it, test } from 'vitest'
import { LIGHT, PRINT } from '../../src/charts/tokens.ts'
import type { Drawing } from '../../src/charts/words.ts'
import { bulletsOf } from '../../src/report/bullets.ts'
import {
  bulletDrawing,
  numberLineDrawing,
  sheetDrawing,
  tallyDrawing,
  textWidth,
} from '../../src/report/drawings.ts'
import { sentenceOf } from '../../src/report/tables.ts'
import { provenance } from '../../src/report/wording.ts'
import { sheetProjects, tallyGroups, visibleProjects, wholeSheet } from '../../src/state/derive.ts'
import { checksWords } from '../../src/text/checks.ts'
import { en } from '../../src/text/en.ts'
import { type Words, zh } from '../../src/text/zh.ts'
import { piecesIn, steady, svgOf, textsIn } from '../drawn.ts'
import { board, filter, nanyang } from '../shipped.ts'

const FILTER = filter({ level: '省定' })

function drawings(words: Words, of = FILTER, tokens = LIGHT): Record<string, Drawing> {
  const projects = visibleProjects(board, of, 'printed')
  const notes = provenance(nanyang.entry, of, words)
  const [project] = projects
  const finding = board.findings.find(({ comparison }) => comparison)
  if (!project || !finding?.comparison) throw new Error('nothing to draw')
  const labels = { printed: words.project.printedRange('106%'), allowed: words.project.limit }
  return {
    sheet: sheetDrawing(sheetProjects(board, projects), wholeSheet(board).axis, notes, tokens, words),
    tally: tallyDrawing(tallyGroups(board, projects), notes, tokens, words),
    bullets: bulletDrawing(project.name, bulletsOf(board, project.rows, words), notes, tokens, words),
    'number-line': numberLineDrawing(
      checksWords(words).numberLine('超声'),
      sentenceOf(finding, words),
      finding.comparison,
      labels,
      notes,
      tokens,
    ),
  }
}

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('what leaves the board in %s', (_, words) => {
  test.each(Object.entries(drawings(words)))(
    '%s tells title, data set, date, filter and source',
    (_name, one) => {
      const texts = textsIn(svgOf(one))
      const all = texts.map(({ text }) => text)
      const [about, source] = provenance(nanyang.entry, FILTER, words)
      expect(all).toContain(about)
      expect(all).toContain(source)
      expect(about).toContain(nanyang.entry.file)
      expect(about).toContain('2023-12-20')
      expect(about).toContain('省定')
      expect(source).toContain(nanyang.entry.source)
      expect(all.join('\n')).not.toMatch(/undefined|NaN|\[object/)
    },
  )

  test.each([...Object.entries(drawings(words)), ...Object.entries(drawings(words, filter({})))])(
    '%s keeps every word inside the picture',
    (_name, one) => {
      const texts = textsIn(svgOf(one))
      for (const { x, y, size, anchor, text } of texts) {
        const width = textWidth(text, size)
        const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
        expect(left, text).toBeGreaterThanOrEqual(0)
        expect(left + width, text).toBeLessThanOrEqual(one.width)
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThan(one.height)
      }
      // Notes stand on lines of their own, below all else.
      const heights = texts.filter(({ x }) => x === 32).map(({ y }) => y)
      expect(new Set(heights).size).toBe(heights.length)
    },
  )

  it('each under its own title', () => {
    const first = Object.values(drawings(words)).map((one) => textsIn(svgOf(one)).map(({ text }) => text))
    const titles = [
      words.sheet.title,
      words.tally.title,
      nanyang.projects[0]?.name,
      checksWords(words).numberLine('超声'),
    ]
    titles.forEach((title, i) => {
      expect(first[i]).toContain(title)
    })
  })
})

describe('the sheet', () => {
  const svg = svgOf(drawings(zh, filter({})).sheet as Drawing)
  const texts = textsIn(svg)
  const at = (text: string) => texts.find((one) => one.text === text)

  it('names every project, cut where it is too long, with number and evidence on its line', () => {
    for (const [i, project] of nanyang.projects.entries()) {
      const no = texts.find(({ text, x }) => text === project.no && x < 100)
      const name = texts.find(({ y, x }) => y === no?.y && x === 104)
      expect(name?.text.slice(0, 8)).toBe(project.name.slice(0, 8))
      expect(no?.y).toBe(62 + 26 + 24.5 + i * 25 + (i >= 10 ? 12 : 0))
    }
    expect(at('省定')?.y).toBe(at('1')?.y)
    expect(at('市定')?.y).toBe(texts.find(({ text, x }) => text === '11' && x < 100)?.y)
  })

  it('draws the marks on the lines of their words', () => {
    const heights = new Set(texts.filter(({ x }) => x === 104).map(({ y }) => y))
    const marks = piecesIn(svg).filter(({ fill, stroke }) => fill !== 'none' && stroke !== LIGHT.hairline)
    const small = marks.filter(({ width }) => width > 0 && width < 12)
    expect(small).toHaveLength(52)
    // But for two pairs that would overlap.
    const near = (y: number) => [...heights].some((height) => Math.abs(height - y) <= 6)
    for (const { y } of small) expect(near(y)).toBe(true)
    expect(small.filter(({ y }) => !heights.has(y))).toHaveLength(4)
  })

  it('is vermilion only in the questions', () => {
    const red = texts.filter(({ fill }) => fill === LIGHT.vermilion).map(({ text }) => text)
    // The last one is the legend's.
    expect(red).toEqual(['问', '问', '问', '问 3', '问', '问 2', '○'])
    const rings = piecesIn(svg).filter(({ stroke }) => stroke === LIGHT.vermilion)
    expect(rings).toHaveLength(9)
    for (const { fill } of rings) expect(fill).toBe('none')
  })

  it('labels target and axis, and explains its marks', () => {
    expect(at('目标')?.x).toBeCloseTo(410 + 0.19 * 550, 6)
    expect(at('280%')?.x).toBeCloseTo(410 + 0.84 * 550, 6)
    const said = (of: Words) =>
      textsIn(svgOf(drawings(of).sheet as Drawing))
        .map(({ text }) => text)
        .join('　')
    for (const of of [zh, en]) {
      const { missed, ...others } = of.sheet.legend
      for (const words of Object.values(others)) expect(said(of)).toContain(words)
      // Nothing in it was missed.
      expect(said(of)).not.toContain(missed)
    }
  })

  it('explains marks in their own colours', () => {
    const legend = texts.filter(({ text }) => /^[●▶○■]$/.test(text)).map(({ text, fill }) => [text, fill])
    expect(legend).toEqual([
      ['●', LIGHT.achieved],
      ['▶', LIGHT.achieved],
      ['○', LIGHT.soft],
      ['○', LIGHT.vermilion],
      ['■', LIGHT.wash],
    ])
  })
})

describe('the bullets of a project', () => {
  const drawn = (id: string) => {
    const project = nanyang.projects.find((one) => one.id === id)
    if (!project) throw new Error('no such project')
    const bullets = bulletsOf(board, project.rows, zh)
    return textsIn(svgOf(bulletDrawing(project.name, bullets, [], LIGHT, zh)))
  }
  const red = (id: string) =>
    drawn(id)
      .filter(({ fill }) => fill === LIGHT.vermilion)
      .map(({ text }) => text)

  it('mark the figure that is asked about, and no other', () => {
    // The gap of 41 points holds: it is the coverage of 106 % that is asked about.
    expect(red('5').sort()).toEqual(['101.1%', '101.8%', '106%', '问', '问', '问'])
    expect(red('1').sort()).toEqual(['154%', '问'])
    expect(red('7')).toEqual([])
  })
})

describe('the tally', () => {
  it('draws every square on the line of its group', () => {
    const svg = svgOf(drawings(zh, filter({})).tally as Drawing)
    const heights = textsIn(svg).map(({ y }) => y)
    const squares = piecesIn(svg).filter(({ width, height }) => width > 8 && width < 10 && height > 8)
    expect(squares).toHaveLength(44)
    for (const { y } of squares) expect(heights).toContain(y)
    expect(textsIn(svg).map(({ text }) => text)).toContain('达到 9 · 无从判断 1')
  })

  it('says that fields are our own', () => {
    const texts = textsIn(svgOf(drawings(en).tally as Drawing)).map(({ text }) => text)
    expect(texts).toContain(en.tally.domainNote)
  })
})

it('bullets say name, figure, implied target and what was printed', () => {
  const texts = textsIn(svgOf(drawings(zh).bullets as Drawing)).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['职业技能培训', '58.85万人次', '推算，约 28万人次', '210%']))
})

it('colours come from the tokens alone', () => {
  const print = svgOf(drawings(zh, FILTER, PRINT).sheet as Drawing)
  expect(print).toContain(`fill="${PRINT.paper}"`)
  expect(print).not.toContain(LIGHT.paper)
})

test('the width of words is reckoned by script', () => {
  expect(textWidth('目标', 10)).toBe(20)
  expect(textWidth('58', 10)).toBeCloseTo(11.6, 12)
  expect(textWidth('', 10)).toBe(0)
})

describe('the pictures of the shipped year', () => {
  test.each(Object.entries(drawings(zh, filter({}))))('%s', async (name, one) => {
    const svg = steady(svgOf(one))
    expect(steady(svgOf(one))).toBe(svg)
    await expect(svg).toMatchFileSnapshot(`../snapshots/${name}.svg`)
  })
})
