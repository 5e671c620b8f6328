import type { Rollup } from 'vite'
import { describe, expect, it } from 'vitest'
import { checkFloor } from '../../../src/build/floor/checkFloor.ts'

const chunk = (fileName: string, code: string) => ({ type: 'chunk', fileName, code })
const asset = (fileName: string, source: string | Uint8Array) => ({ type: 'asset', fileName, source })
const bundle = (...files: { fileName: string }[]) =>
  Object.fromEntries(files.map((file) => [file.fileName, file])) as unknown as Rollup.OutputBundle

describe('what a build may hold', () => {
  it('is counted where all is well', () => {
    const made = bundle(chunk('a.js', 'a'), asset('b.css', 'b{color:red}'), asset('c.csv', '(?<=a)'))
    expect(checkFloor(made, [])).toBe('1 scripts and 1 styles stay within the floor, 0 fallbacks apart')
  })

  it('names chunk, place, feature and browsers, a line for each', () => {
    const made = bundle(
      chunk('assets/index.js', 'a()\nb(/(?<!c)d/)'),
      // What Vite makes of a worker.
      asset('assets/worker.js', new TextEncoder().encode('Array.fromAsync(a)')),
      asset('index.html', '<script>scheduler.yield()</script><style>a:has(b){color:red}</style><p>:has(</p>'),
    )
    expect(() => checkFloor(made, [])).toThrow(
      [
        'assets/index.js:2:3: lookbehind in a regular expression is not in Safari before 16.4, without a fallback: …a() b(/(?<!c)d/)…',
        'assets/worker.js:1:1: Array.fromAsync is not in Chromium before 121, Safari before 16.4, without a fallback: …Array.fromAsync(a)…',
        'index.html:1:1: scheduler is not in',
      ].join('\n'),
    )
    expect(() => checkFloor(made, [])).toThrow(/index\.html:1:1: :has is not in Firefox before 121/)
  })

  it('a method of a name that some script of the build gives to its own is taken for that', () => {
    const uses = chunk('a.js', 'b.union(c)')
    expect(() => checkFloor(bundle(uses), [])).toThrow('.union()')
    expect(() => checkFloor(bundle(uses, chunk('d.js', 'class E { union() {} }')), [])).not.toThrow()
    expect(() => checkFloor(bundle(uses, chunk('d.js', 'new Set(e).union')), [])).toThrow('.union()')
  })

  it('a fallback counts where its guard stands around the use, and only there', () => {
    const fallback = { feature: 'scheduler', guard: /'scheduler' in window&&scheduler/, why: 'a timer' }
    const guarded = chunk('a.js', "'scheduler' in window&&scheduler.yield()")
    expect(checkFloor(bundle(guarded), [fallback])).toContain('1 fallbacks apart')
    const both = chunk('a.js', `${guarded.code};scheduler.yield()`)
    expect(() => checkFloor(bundle(both), [fallback])).toThrow(/^a\.js:1:42: scheduler/)
    expect(() => checkFloor(bundle(chunk('a.js', 'b')), [fallback])).toThrow(
      'no fallback is needed for scheduler',
    )
  })
})
