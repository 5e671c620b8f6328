import { describe, expect, it } from 'vitest'
import { LIGHT } from '../../src/charts/tokens.ts'
import { captioned, MARGIN, TITLE_HEIGHT, wordsSeries } from '../../src/charts/words.ts'
import { type Series, seriesIn, shapesOf, svgOf, textsIn } from '../drawn.ts'

const drawn = (series: unknown) => shapesOf(series as Series).flat()

describe('words at fixed places', () => {
  it('carry their size, weight, slant and colour', () => {
    const shapes = drawn(
      wordsSeries(
        [
          { x: 1, y: 2, text: 'a' },
          {
            x: 3,
            y: 4,
            text: 'b',
            size: 21,
            bold: true,
            italic: true,
            serif: true,
            color: '#123456',
            align: 'right',
          },
          { x: 5, y: 6, text: 'c', width: 70 },
        ],
        [{ x1: 0, y1: 1, x2: 2, y2: 3, color: '#abcdef' }],
        LIGHT,
      ),
    )
    expect(shapes[0]).toMatchObject({
      type: 'line',
      shape: { x1: 0, y1: 1, x2: 2, y2: 3 },
      style: { stroke: '#abcdef', lineWidth: 1 },
    })
    expect(shapes[1]).toMatchObject({ x: 1, y: 2, style: { text: 'a', fill: LIGHT.ink, align: 'left' } })
    expect(shapes[1]?.style?.font).toMatch(/^13px 'PingFang/)
    expect(shapes[2]?.style?.font).toMatch(/^italic bold 21px 'Songti/)
    expect(shapes[2]?.style).toMatchObject({ fill: '#123456', align: 'right' })
    expect(shapes[3]?.style).toMatchObject({ width: 70, overflow: 'truncate' })
    expect(shapes[1]?.style).not.toHaveProperty('width')
  })
})

describe('a drawing with its caption', () => {
  const body = { width: 400, height: 100, option: { series: [] }, words: [], lines: [] }
  const drawing = captioned({ title: '题目', notes: ['来源：甲', '筛选：乙'] }, LIGHT, body)

  it('has the title above the body and the notes below it, inside its size', () => {
    expect([drawing.width, drawing.height]).toEqual([400, TITLE_HEIGHT + 100 + 28 + 2 * 18])
    const texts = textsIn(svgOf(drawing))
    expect(texts.map(({ text }) => text)).toEqual(['题目', '来源：甲', '筛选：乙'])
    const [title, ...notes] = texts
    expect(title?.y).toBeLessThan(TITLE_HEIGHT)
    for (const { x, y, fill } of notes) {
      expect(x).toBe(MARGIN)
      expect(y).toBeGreaterThan(TITLE_HEIGHT + 100)
      expect(y).toBeLessThan(drawing.height)
      expect(fill).toBe(LIGHT.soft)
    }
    expect(notes[1]?.y).toBeGreaterThan(notes[0]?.y ?? 0)
  })

  it('stands on paper, and keeps the series of the body below its words', () => {
    const option = { series: [{ id: 'mine', type: 'custom', data: [] }] }
    const with_ = captioned({ title: 't', notes: [] }, LIGHT, { ...body, option })
    expect(with_.option.backgroundColor).toBe(LIGHT.paper)
    expect(seriesIn(with_.option).map(({ id }) => id)).toEqual(['mine', 'words'])
    const single = captioned({ title: 't', notes: [] }, LIGHT, {
      ...body,
      option: { series: option.series[0] },
    })
    expect(seriesIn(single.option).map(({ id }) => id)).toEqual(['mine', 'words'])
  })

  it('cuts a title that is too long, and escapes what SVG would read', () => {
    const title = `${'很长的题目'.repeat(20)}`
    const [cut] = textsIn(svgOf(captioned({ title, notes: [] }, LIGHT, body)))
    expect(cut?.text.length).toBeLessThan(title.length)
    const svg = svgOf(captioned({ title: '<b>&"', notes: [] }, LIGHT, body))
    expect(svg).not.toContain('<b>')
    expect(textsIn(svg)[0]?.text).toBe('<b>&"')
  })
})
