import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyse } from 'scslre'
import { parseSync } from 'vite'
import { expect, test, vi } from 'vitest'

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')

interface Pattern {
  readonly at: string
  readonly source: string
  readonly flags: string
}

/** Where a pattern meets only what was cut before: tests/longCells.test.ts holds that it is. */
const CUT_BEFORE = ['load/headerNames.ts', 'load/phrase.ts', 'load/aboutTable.ts']
/** Where it meets what we wrote ourselves: the page's own shell, drawings in SVG. */
const OUR_OWN = ['build/', 'charts/echarts.ts']

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))

/** Every literal in a module, and how many it builds of pieces. */
function patternsIn(file: string): { readonly literals: Pattern[]; readonly built: number } {
  const text = readFileSync(join(SOURCES, file), 'utf8')
  const literals: Pattern[] = []
  let built = 0
  // Of a list its items, of a node its parts.
  const go = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, regex, callee } = node as {
      type?: string
      regex?: { pattern: string; flags: string }
      callee?: { name?: string }
    }
    if (type === 'Literal' && regex) literals.push({ at: file, source: regex.pattern, flags: regex.flags })
    if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') built += 1
    Object.values(node).forEach(go)
  }
  go(parseSync(file, text).program)
  return { literals, built }
}

const all = files
  .filter((file) => !OUR_OWN.some((own) => file.startsWith(own)))
  .map((file) => ({ file, ...patternsIn(file) }))

const isLinear = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): boolean =>
  analyse({ source, flags }).reports.length === 0

test('every pattern of the sources is told, and those that are worse than linear', () => {
  expect(isLinear(/\d.*[^\d.,].*\d/)).toBe(false)
  expect(isLinear(/\s+$/)).toBe(false)
  expect(isLinear(/(?:a|aa)+b/)).toBe(false)
  expect(isLinear(/^\s+/)).toBe(true)
  expect(all.flatMap(({ literals }) => literals).length).toBeGreaterThan(100)
})

test('no pattern that a cell, a name or a file meets takes more steps than it has characters, times a constant', () => {
  const meets = all.filter(({ file }) => !CUT_BEFORE.includes(file))
  const worse = meets.flatMap(({ literals }) => literals).filter((pattern) => !isLinear(pattern))
  expect(worse).toEqual([])
})

test('patterns built of pieces are no worse, and none is built anew for each text', {
  timeout: 30_000,
}, async () => {
  const building = all.filter(({ built }) => built > 0)
  const recorded: { readonly file: string; readonly pattern: RegExp }[] = []
  let importing = ''
  const Plain = RegExp
  vi.resetModules()
  vi.stubGlobal(
    'RegExp',
    class extends Plain {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags)
        if (typeof pattern === 'string')
          recorded.push({ file: importing, pattern: new Plain(pattern, flags) })
      }
    },
  )
  try {
    for (const { file } of building) {
      importing = file
      await import(join(SOURCES, file))
    }
  } finally {
    vi.unstubAllGlobals()
  }
  expect(recorded).toHaveLength(building.reduce((sum, { built }) => sum + built, 0))
  const own = recorded.filter(({ file }) => !CUT_BEFORE.includes(file))
  expect([...new Set(own.map(({ file }) => file))].sort()).toEqual([
    'checks/rules/claimContradicted.ts',
    'text/glosses.ts',
  ])
  expect(own.filter(({ pattern }) => !isLinear(pattern))).toEqual([])
})
