import { describe, expect, it, test } from 'vitest'
import { beyondInStyles } from '../../../src/build/floor/styles.ts'
import { compat, feature } from '../../../src/build/floor/support.ts'
import { TARGET } from '../../../src/build/floor/target.ts'

const features = (css: string) => beyondInStyles(css).map(({ feature }) => feature)

describe('styles beyond the floor', () => {
  test.each([
    // Firefox 121; as it matters, the whole rule is lost with it.
    ['a:has(b){color:red}', ':has'],
    ['a{& b{color:red}}', 'nesting'],
    ['a{color:color-mix(in srgb,red,blue)}', 'color: color-mix()'],
    ['a{color:light-dark(red,blue)}', 'color: light-dark()'],
    ['a{grid-template-columns:subgrid}', 'grid-template-columns: subgrid'],
    ['a{text-wrap:balance}', 'text-wrap'],
    ['a{field-sizing:content}', 'field-sizing'],
    ['@starting-style{a{opacity:0}}', '@starting-style'],
    ['@scope (a){b{color:red}}', '@scope'],
    ['a:popover-open{color:red}', ':popover-open'],
    ['::view-transition{color:red}', '::view-transition'],
    ['@media (width<=600px){a{color:red}}', '@media (a < b)'],
    ['@media (scripting:none){a{color:red}}', '@media (scripting)'],
    ['a{width:2rcap}', 'rcap'],
  ])('%s', (css, expected) => {
    expect(features(css)).toContain(expected)
  })

  test.each([
    'a:is(b,c)::before{content:":has(d) color-mix(";height:100dvh;inset:0}',
    '@media (max-width:600px) and (prefers-color-scheme:dark){a{color:red}}',
    '@layer a{b{color:red}}',
    '@container (min-width:9px){a{width:3cqw}}',
    '@keyframes a{from{opacity:0}to{opacity:1}}',
    'a{background:url(data:image/svg+xml;color-mix())}',
    'a{--b:color-mix(in srgb,red,blue)}',
    // Taken where it is understood, and something else where not.
    'a{color:red;color:color-mix(in srgb,red,blue)}',
    'a{-webkit-print-color-adjust:exact;print-color-adjust:exact}',
    '@supports (text-wrap:balance){a{text-wrap:balance}}',
    // Its corners were square before Safari 16.4.
    'a{outline:1px solid}',
  ])('%s is within it', (css) => {
    expect(features(css)).toEqual([])
  })

  it('a declaration after another of the same property is none, the first is', () => {
    expect(beyondInStyles('a{text-wrap:balance;text-wrap:pretty}').map(({ at }) => at)).toEqual([2, 2])
  })
})

it('a phone has a target of its own: its prefixes are not those of a desk', () => {
  expect(TARGET).toEqual(['chrome109', 'firefox115', 'safari16', 'ios16'])
})

it('a place that the data has no more is a mistake, never support', () => {
  expect(() => feature(compat.javascript, 'regular_expressions', 'no_such')).toThrow('no_such')
})
