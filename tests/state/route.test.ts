import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { RULES } from '../../src/checks/rules/registry.ts'
import { FILTER_KEYS, SORTS } from '../../src/model/filter.ts'
import { STATUSES } from '../../src/model/status.ts'
import { formatRoute, HOME, parseRoute, type Route, VIEWS } from '../../src/state/route.ts'
import { filter } from '../shipped.ts'

const RULE_IDS = new Set<string>(RULES.map(({ id }) => id))
const parse = (hash: string) => parseRoute(hash, RULE_IDS)
const route = (part: Partial<Route>): Route => ({ ...HOME, ...part })

test.each<[string, Partial<Route>]>([
  ['', {}],
  ['#/checks', { view: 'checks' }],
  ['#/?set=henan-2021', { set: 'henan-2021' }],
  ['#/?set=b&versus=a%2Cc', { set: 'b', versus: ['a', 'c'] }],
  ['#/project/9', { view: 'project', project: '9' }],
  ['#/project/9/27', { view: 'project', project: '9', line: 27 }],
  ['#/?sort=completion', { sort: 'completion' }],
  ['#/?finding=question&lang=en', { filter: filter({ finding: 'question' }), lang: 'en' }],
  [
    '#/data?status=claimed&finding=share-over-100',
    { view: 'data', filter: filter({ status: 'claimed', finding: 'share-over-100' }) },
  ],
  ['#/?level=%E7%9C%81%E5%AE%9A', { filter: filter({ level: '省定' }) }],
  ['#/regions', { view: 'regions' }],
  [
    '#/regions/9/27?asOf=2023-06',
    { view: 'regions', project: '9', line: 27, filter: filter({ asOf: '2023-06' }) },
  ],
  ['#/regions?region=%E7%94%B2%2F%E4%B9%99', { view: 'regions', filter: filter({ region: '甲/乙' }) }],
  ['#/project/%E7%94%B2%2F%E4%B9%99', { view: 'project', project: '甲/乙' }],
])('%s', (address, part) => {
  expect(formatRoute(route(part))).toBe(address)
  expect(parse(address)).toEqual(route(part))
})

describe('an address is read as it is meant', () => {
  test.each<[string, Partial<Route>]>([
    // As people and other programs write it.
    ['#/', {}],
    ['#', {}],
    ['#/checks?', { view: 'checks' }],
    ['#checks', { view: 'checks' }],
    ['#/?level=省定', { filter: filter({ level: '省定' }) }],
    ['#/project/甲', { view: 'project', project: '甲' }],
    ['#/?text=a+b', { filter: filter({ text: 'a b' }) }],
    // Rubbish.
    ['#/nowhere', {}],
    ['#/constructor', {}],
    ['#/__proto__/x', {}],
    ['#/project', { view: 'project' }],
    ['#/project/9/x', { view: 'project', project: '9' }],
    ['#/project/9/-1', { view: 'project', project: '9' }],
    ['#/project/9/2.5', { view: 'project', project: '9' }],
    ['#/project/%E7%9C', { view: 'project', project: '%E7%9C' }],
    ['#/?status=great', {}],
    ['#/?finding=toString', {}],
    ['#/?sort=random&lang=fr', {}],
    ['#/?nothing=1&&&=', {}],
    // What belongs to another view is dropped.
    ['#/checks/9/27', { view: 'checks' }],
  ])('%s', (address, part) => {
    expect(parse(address)).toEqual(route(part))
  })

  it('whatever it is, and then has one form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = parse(`#/${text}`)
        expect(VIEWS).toContain(read.view)
        expect(parse(formatRoute(read))).toEqual(read)
      }),
      { seed: 61, numRuns: 2000 },
    )
  })

  it('a rule that the board does not know is none', () => {
    expect(parseRoute('#/?finding=share-over-100', new Set()).filter.finding).toBe('')
    expect(parse('#/?finding=share-over-100').filter.finding).toBe('share-over-100')
  })
})

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('省定', '市定', '教育', '“一卡通”', 'a&b=c?d#e/f', '100%', '+ -', '  空 格  ', '𠮷'),
)
const anyRoute: fc.Arbitrary<Route> = fc
  .record({
    view: fc.constantFrom(...VIEWS),
    set: words,
    versus: fc.array(fc.stringMatching(/^[^,]+$/), { maxLength: 3 }),
    project: words,
    line: fc.option(fc.nat(100_000), { nil: undefined }),
    filter: fc.record({
      text: words,
      region: words,
      asOf: words,
      level: words,
      domain: words,
      owner: words,
      status: fc.constantFrom('' as const, ...STATUSES),
      finding: fc.constantFrom('' as const, 'question' as const, ...RULES.map(({ id }) => id)),
    }),
    sort: fc.constantFrom(...SORTS),
    lang: fc.constantFrom('zh' as const, 'en' as const),
  })
  .map((one) => {
    if (one.view === 'project') return one
    const isNarrowed = one.view === 'regions' && one.project !== ''
    return isNarrowed ? one : { ...one, project: '', line: undefined }
  })

describe('any place', () => {
  it('is kept by its address', () => {
    fc.assert(
      fc.property(anyRoute, (one) => {
        expect(parse(formatRoute(one))).toEqual(one)
      }),
      { seed: 62, numRuns: 2000 },
    )
  })

  it('has an address that a browser leaves as it is', () => {
    fc.assert(
      fc.property(anyRoute, (one) => {
        const address = formatRoute(one)
        expect(new URL(`http://board.test/a/index.html${address}`).hash).toBe(address)
        expect(address).toMatch(/^(?:#\/[!-~]*)?$/)
      }),
      { seed: 63, numRuns: 1000 },
    )
  })

  it('that differs has another address', () => {
    const key = fc.constantFrom(...FILTER_KEYS)
    fc.assert(
      fc.property(anyRoute, anyRoute, key, (one, other, name) => {
        const changed: Route = { ...one, filter: { ...one.filter, [name]: other.filter[name] } }
        const isSame = one.filter[name] === other.filter[name]
        expect(formatRoute(changed) === formatRoute(one)).toBe(isSame)
      }),
      { seed: 64, numRuns: 1000 },
    )
  })
})
