import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFigure } from '../../src/model/figure.ts'
import { figure, printed } from '../build.ts'

const FRONT = {
  约: 'about',
  近: 'nearly',
  超: 'over',
  超过: 'over',
  逾: 'over',
  不少于: 'atLeast',
  不低于: 'atLeast',
  至少: 'atLeast',
  不超过: 'atMost',
} as const
const BEHIND = { 余: 'over', 多: 'over' } as const
const LAST = { 以上: 'atLeast', 左右: 'about' } as const
const SCALES = { '': 0, 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 } as const
const UNITS = [
  '',
  '人',
  '人次',
  '户',
  '所',
  '公里',
  '平方米',
  '元',
  '千瓦时',
  '千米',
  '%',
  '个百分点',
  '元/人',
]

const pick = <T extends object>(record: T) =>
  fc.constantFrom(...(Object.entries(record) as [string, T[keyof T]][]))
const fullWidth = (text: string): string =>
  text.replace(/[-+,.%\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',')

/** Every way the contract lets a figure be written, with what it must be read as. */
const written = fc
  .record({
    sign: fc.constantFrom('', '-', '+'),
    whole: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(String),
    fraction: fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: undefined }),
    scale: pick(SCALES),
    unit: fc.constantFrom(...UNITS),
    hedge: fc.oneof(
      fc.constant(undefined),
      pick(FRONT).map((hit) => ['front', ...hit] as const),
      pick(BEHIND).map((hit) => ['behind', ...hit] as const),
      pick(LAST).map((hit) => ['last', ...hit] as const),
    ),
    commas: fc.boolean(),
    wide: fc.boolean(),
  })
  .map(({ sign, whole, fraction, scale: [words, exponent], unit, hedge, commas, wide }) => {
    const at = (place: string) => (hedge?.[0] === place ? hedge[1] : '')
    const number = `${sign}${commas ? grouped(whole) : whole}${fraction === undefined ? '' : `.${fraction}`}`
    const text = `${at('front')}${number}${at('behind')}${words}${unit}${at('last')}`
    const digits = BigInt(`${whole}${fraction ?? ''}`)
    return {
      cell: wide ? fullWidth(text) : text,
      decimals: fraction?.length ?? 0,
      exponent,
      unit,
      qualifier: hedge?.[2],
      value: {
        n: (sign === '-' ? -digits : digits) * 10n ** BigInt(exponent),
        d: 10n ** BigInt(fraction?.length ?? 0),
      },
    }
  })

test('every figure of the grammar is read as what it was written from', () => {
  fc.assert(
    fc.property(written, ({ cell, decimals, exponent, unit, qualifier, value }) => {
      const read = figure(cell)
      expect(read).toMatchObject({ text: cell, decimals, exponent, unit, qualifier })
      expect(printed(read.value)).toBe(printed(value))
      expect(printed(read.ulp)).toBe(printed({ n: 10n ** BigInt(exponent), d: 10n ** BigInt(decimals) }))
    }),
    { seed: 11, numRuns: 3000 },
  )
})

test('a figure means the same with its unit in the cell or in 单位', () => {
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 99999 }),
    fc.constantFrom(...Object.keys(SCALES)),
    fc.constantFrom('人', '公里', '元', '%'),
  )
  fc.assert(
    fc.property(parts, ([n, words, unit]) => {
      const [inside, outside] = [figure(`${n}${words}${unit}`), figure(String(n), `${words}${unit}`)]
      expect({ ...outside, text: '' }).toEqual({ ...inside, text: '' })
    }),
    { seed: 12, numRuns: 500 },
  )
})

test('two figures, whatever stands between them, are never read as one', () => {
  const gap = fc.constantFrom(' ', '  ', '、', ';', '/', '~', '至', '个和', '%，', '　', '\t')
  fc.assert(
    fc.property(fc.nat(9999), gap, fc.nat(9999), (a, between, b) => {
      expect(parseFigure(`${a}${between}${b}`)).toBe('several')
    }),
    { seed: 13, numRuns: 500 },
  )
})

test('arbitrary text is a figure or a problem, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (cell, unit) => {
      const read = parseFigure(cell, unit)
      if (typeof read === 'string') expect(['several', 'unreadable']).toContain(read)
      else expect(read.value.d > 0n && read.ulp.n > 0n && /^-?\d+(\.\d+)?$/.test(read.digits)).toBe(true)
    }),
    { seed: 14, numRuns: 3000 },
  )
})
