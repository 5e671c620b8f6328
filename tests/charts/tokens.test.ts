import { describe, expect, it, test } from 'vitest'
import { DARK, LIGHT, PAGE, PRINT, type Tokens, tokensCss } from '../../src/charts/tokens.ts'

/** Relative luminance of `#rrggbb`. Source: WCAG 2.2. */
function luminance(color: string): number {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(color)
  if (!match) throw new Error(`not a colour: ${color}`)
  const [r, g, b] = match.slice(1).map((hex) => {
    const c = Number.parseInt(hex, 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test('contrast is reckoned as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

const THEMES: [string, Tokens][] = [
  ['LIGHT', LIGHT],
  ['DARK', DARK],
  ['PRINT', PRINT],
]
const TEXT = ['ink', 'soft', 'achieved', 'vermilion'] as const
const GROUND = ['paper', 'wash'] as const

describe.each(THEMES)('%s', (_, tokens) => {
  test.each(TEXT.flatMap((text) => GROUND.map((ground) => [text, ground] as const)))(
    '%s on %s has 4.5 : 1',
    (text, ground) => {
      expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('outlines of marks have 3 : 1', () => {
    expect(contrast(tokens.rule, tokens.paper)).toBeGreaterThanOrEqual(3)
  })

  it('vermilion is the only red', () => {
    const isRed = (color: string) => {
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
        number,
        number,
        number,
      ]
      return r > g + 40 && r > b + 40
    }
    const red = (Object.keys(tokens) as (keyof Tokens)[]).filter((name) => isRed(tokens[name]))
    expect(red).toEqual(['vermilion'])
  })
})

describe('the style sheet', () => {
  const css = tokensCss()
  const block = (start: string) => css.split('\n').find((line) => line.startsWith(start)) ?? ''

  it.each([
    [':root{', LIGHT, 'light'],
    ['@media (prefers-color-scheme:dark){:root:not([data-theme=light]){', DARK, 'dark'],
    [':root[data-theme=dark]{', DARK, 'dark'],
    ['@media print{', PRINT, 'light'],
  ] as const)('%s holds every token of its theme', (start, tokens, scheme) => {
    const line = block(start)
    for (const [name, color] of Object.entries(tokens)) expect(line).toContain(`--${name}:${color};`)
    expect(line).toContain(`color-scheme:${scheme}`)
  })

  it('prints on white whatever theme is chosen', () => {
    expect(block('@media print{')).toContain(':root[data-theme=dark]{')
    expect(PRINT.paper).toBe('#ffffff')
    // Later rules win where they weigh the same.
    expect(css.indexOf('@media print')).toBeGreaterThan(css.indexOf(':root[data-theme=dark]{'))
  })

  it('charts on the page name the tokens, so that themes change them without a redraw', () => {
    expect(PAGE.vermilion).toBe('var(--vermilion)')
    expect(Object.keys(PAGE)).toEqual(Object.keys(LIGHT))
  })
})
