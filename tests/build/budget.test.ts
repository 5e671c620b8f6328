import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Rollup } from 'vite'
import { describe, expect, it } from 'vitest'
import { ALIVE_KB, checkBudget, OVERVIEW_KB, sizes } from '../../src/build/budget.ts'

/** Text that gzip cannot make smaller than about three quarters: hashes of hashes. */
function noise(kilobytes: number): string {
  let text = ''
  for (let last = 'seed'; text.length < kilobytes * 1000; text += last)
    last = createHash('sha256').update(last).digest('base64')
  return text.slice(0, kilobytes * 1000)
}
const weight = (text: string) => gzipSync(text).length / 1000

interface Made {
  readonly code?: string
  readonly isEntry?: boolean
  readonly imports?: string[]
  readonly dynamicImports?: string[]
  readonly moduleIds?: string[]
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
}
const chunk = (fileName: string, made: Made = {}) => ({
  type: 'chunk',
  fileName,
  code: '',
  isEntry: false,
  imports: [],
  dynamicImports: [],
  moduleIds: [],
  ...made,
})
const asset = (fileName: string, source: string | Uint8Array) => ({ type: 'asset', fileName, source })
const bundle = (...files: { fileName: string }[]) =>
  Object.fromEntries(files.map((file) => [file.fileName, file])) as unknown as Rollup.OutputBundle

describe('what is weighed', () => {
  const [main, react, charts, echarts, other, page, styles, data] = [3, 5, 7, 11, 13, 2, 1, 17].map((n) =>
    noise(n * 10),
  ) as [string, string, string, string, string, string, string, string]
  const made = bundle(
    chunk('other.js', { code: other, imports: ['main.js'] }),
    chunk('main.js', { code: main, isEntry: true, imports: ['react.js'], dynamicImports: ['charts.js'] }),
    chunk('react.js', { code: react }),
    chunk('charts.js', { code: charts, imports: ['echarts.js', 'react.js'], dynamicImports: ['main.js'] }),
    chunk('echarts.js', { code: echarts }),
    asset('index.html', page),
    asset('main.css', new TextEncoder().encode(styles)),
    asset('data/nanyang-2023.csv', data),
  )
  const { alive, overview } = sizes(made)

  it('before a click: the entry, what it imports, page and styles', () => {
    expect(alive).toBeCloseTo(
      [main, react, page, styles].map(weight).reduce((a, b) => a + b),
      9,
    )
  })

  it('in all: what is loaded when idle too, each file once, and nothing that the entry does not reach', () => {
    expect(overview).toBeCloseTo(
      [main, react, charts, echarts, page, styles].map(weight).reduce((a, b) => a + b),
      9,
    )
  })

  it('what comes with a click only does not count, unless it is needed for something that comes by itself', () => {
    const asked = {
      moduleIds: ['/board/src/lib/x.ts', '/board/src/views/OpenDialog.tsx'],
      imports: ['zip.js'],
    }
    const only = (imports: string[]) =>
      sizes(
        bundle(
          chunk('main.js', { code: main, isEntry: true, dynamicImports: ['later.js', 'asked.js'] }),
          chunk('later.js', { code: other, imports }),
          chunk('asked.js', { code: react, ...asked }),
          chunk('zip.js', { code: echarts }),
        ),
      ).overview
    expect(only([])).toBeCloseTo(weight(main) + weight(other), 9)
    expect(only(['asked.js'])).toBeCloseTo(weight(main) + weight(other) + weight(react) + weight(echarts), 9)
  })

  it('the styles of a part that comes later come with it', () => {
    const brings = (name: string) => ({ viteMetadata: { importedCss: new Set([name]) } })
    const made = bundle(
      chunk('main.js', { isEntry: true, dynamicImports: ['charts.js'], ...brings('main.css') }),
      chunk('charts.js', brings('charts.css')),
      chunk('other.js', brings('other.css')),
      asset('main.css', styles),
      asset('charts.css', charts),
      asset('other.css', other),
      asset('nobodys.css', page),
    )
    const empty = weight('')
    expect(sizes(made).alive).toBeCloseTo(weight(styles) + weight(page) + empty, 9)
    expect(sizes(made).overview).toBeCloseTo(weight(styles) + weight(page) + weight(charts) + 2 * empty, 9)
  })

  it('a file outside the bundle weighs nothing', () => {
    const alone = bundle(chunk('main.js', { code: main, isEntry: true, imports: ['https://elsewhere/x.js'] }))
    expect(sizes(alone).alive).toBeCloseTo(weight(main), 9)
  })

  it('a bundle without an entry is a mistake', () => {
    expect(() => sizes(bundle(chunk('a.js'), asset('index.html', '')))).toThrow('no entry')
  })
})

describe('the budget', () => {
  const ofEntry = (kilobytes: number) =>
    bundle(
      chunk('main.js', { code: noise(kilobytes), isEntry: true, dynamicImports: ['late.js'] }),
      chunk('late.js'),
    )
  const ofLate = (kilobytes: number) =>
    bundle(
      chunk('main.js', { isEntry: true, dynamicImports: ['late.js'] }),
      chunk('late.js', { code: noise(kilobytes) }),
    )

  it('is the issue’s', () => {
    expect([ALIVE_KB, OVERVIEW_KB]).toEqual([130, 320])
  })

  it('is kept by a small page, and says how much is used', () => {
    const lines = checkBudget(ofEntry(100))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`${sizes(ofEntry(100)).alive.toFixed(1)} kB`)
    expect(lines[0]).toContain('130')
    expect(lines[1]).toContain('320')
  })

  it('fails the build where too much is needed before a click', () => {
    expect(sizes(ofEntry(180)).alive).toBeGreaterThan(ALIVE_KB)
    expect(() => checkBudget(ofEntry(180))).toThrow('over budget')
  })

  it('fails the build where too much is loaded in all', () => {
    expect(checkBudget(ofLate(300))).toHaveLength(2)
    expect(sizes(ofLate(450)).overview).toBeGreaterThan(OVERVIEW_KB)
    expect(sizes(ofLate(450)).alive).toBeLessThan(ALIVE_KB)
    expect(() => checkBudget(ofLate(450))).toThrow('over budget')
  })
})
