import { describe, expect, it, test } from 'vitest'
import { lookThrough } from '../../../src/build/floor/scripts.ts'

const features = (code: string) => lookThrough(code).beyond.map(({ feature }) => feature)

describe('syntax beyond the floor', () => {
  test.each([
    ['/(?<!a)b/', 'lookbehind in a regular expression'],
    ['/(?<=a)b/', 'lookbehind in a regular expression'],
    // What the bundler makes of a literal that the target has not.
    ['x = RegExp(`(?<![涉普])及`, `g`)', 'lookbehind in a regular expression'],
    [`x = new RegExp(\`\${y}(?<=a)\`)`, 'lookbehind in a regular expression'],
    ["x = '(?<!a)'; y = RegExp(x + 'b')", 'lookbehind in a regular expression'],
    ["RegExp('a', 'v')", 'flag v of a regular expression'],
    ["RegExp('(?<a>b)|(?<a>c)')", 'one name for two groups of a regular expression'],
    ["RegExp('(?i:a)')", '(?i: …) in a regular expression'],
    ['class A { static { b() } }', 'static { … } in a class'],
    ["import a from './a.json' with { type: 'json' }", 'import … with { … }'],
    ["import('./a.json', { with: { type: 'json' } })", 'import(…, { … })'],
    ["import.meta.resolve('a')", 'import.meta.resolve'],
    ['{ using a = b() }', 'using'],
    ['async () => { for await (const a of blob.stream()) b(a) }', 'for await (… of stream)'],
  ])('%s', (code, feature) => {
    expect(features(code)).toEqual([feature])
  })

  test.each([
    '/(?<name>a)(?!b)(?=c)(?:d)/dsu',
    // Escaped, or one character among others.
    '/\\(?<=a/',
    '/[(?<=]a/',
    "x = '(<=a)'",
    'class A { #b; static c = 1; static d() { return #b in this } }',
    'await a; for await (const b of c()) d(b)',
    "import('./a.js')",
    'import.meta.url',
  ])('%s is within it', (code) => {
    expect(features(code)).toEqual([])
  })
})

describe('what scripts find by name', () => {
  test.each([
    ['Array.fromAsync(a)', ['Array.fromAsync']],
    ['Promise.withResolvers()', ['Promise.withResolvers']],
    ['Promise.try(a)', ['Promise.try']],
    ['Object.groupBy(a, b)', ['Object.groupBy']],
    ['URL.canParse(a)', ['URL.canParse']],
    ['new OffscreenCanvas(1, 1)', ['OffscreenCanvas']],
    ["new CompressionStream('gzip')", ['CompressionStream']],
    ['scheduler.yield()', ['scheduler']],
    ['window.scheduler', ['window.scheduler']],
    ['navigator.connection', ['navigator.connection']],
    ["document['startViewTransition'](a)", ['document.startViewTransition']],
    // Chromium 110.
    ['a.toSorted()', ['.toSorted()']],
    ['a.b.with(0, 1)', ['.with()']],
    ['new Set(a).union(b)', ['.union()']],
    ['a.checkVisibility()', ['.checkVisibility()']],
    ['a.values().map(b)', ['Iterator.map()']],
    ["'ab'.matchAll(a).toArray()", ['Iterator.toArray()']],
    ['jsx(`search`, {})', ['<search>']],
    ["jsx('div', { popover: 'auto' })", ['<div popover="auto">']],
  ])('%s', (code, expected) => {
    expect(features(code)).toEqual(expected)
  })

  test.each([
    // Of their own.
    'const scheduler = a; scheduler.yield()',
    'function b({ navigation: c = d, ...navigation }) { navigation.e }',
    'a.scheduler; ({ scheduler: 1 }); class A { scheduler() {} }',
    // Asked after, not used.
    "typeof CompressionStream === 'function'",
    // Arrays, and what is there everywhere.
    'Object.values(a).map(b)',
    'a.values(b).map(c)',
    '[1].map(a).filter(b).findLast(c)',
    'CSS.escape(a); structuredClone(b); a.at(-1); Object.hasOwn(a, b)',
    "jsx('dialog', { onClick: a })",
    'a.constructor(); a.toString(); a.hasOwnProperty(b)',
  ])('%s is nothing beyond the floor', (code) => {
    expect(features(code)).toEqual([])
  })

  it('says which browsers have it not, and where it stands', () => {
    const [found] = lookThrough('a;\nb.toSorted()').beyond
    expect(found).toMatchObject({ lacking: 'Chromium before 110', at: 5 })
  })

  it('tells methods that the script makes itself', () => {
    const { defined } = lookThrough('class A { take() {} } b.union = c; d = { with: 1, [e]: 2 }')
    expect([...defined].sort()).toEqual(['take', 'union', 'with'])
  })
})

it('what is no script is a mistake', () => {
  expect(() => lookThrough('const =')).toThrow()
})
