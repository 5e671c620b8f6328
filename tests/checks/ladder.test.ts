import fc from 'fast-check'
import { expect, test } from 'vitest'
import { relationsOf } from '../../src/checks/relate.ts'
import type { Row } from '../../src/model/dataSet.ts'
import { isChecked } from '../../src/model/relation.ts'
import { type Cells, dataSet } from '../build.ts'
import { faceOf, faceValue, type Kind, type Printed, shorten, type Triple, verdictOf } from './oracle.ts'

/** Printed in every failure by fast-check, with the path that replays it. */
const SEED = 20231220
const TRIPLES = 100_000
/** Read as one file, which costs half of reading each by itself. */
const LIST = 100

const KINDS: Kind[] = ['completion', 'excess', 'share', 'growth', 'growth in points']
const UNITS = [
  { unit: '人', scale: 0, counted: true },
  { unit: '万人', scale: 4, counted: false },
  { unit: '公里', scale: 0, counted: false },
  { unit: '%', scale: 0, counted: false },
] as const

/** Divisors that make many exact halves, and a few that touch zero when widened. */
const DIVISORS = [1, 2, 4, 5, 8, 15, 16, 40, 52, 65, 80, 95, 125, 160, 180, 400, 625, 800, 2000, 4000, 8166]

interface Sample {
  readonly triple: Triple
  readonly cells: Cells
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    unit: fc.constantFrom(...UNITS),
    actual: fc.oneof(
      fc.integer({ min: 0, max: 12_000 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -400, max: -1 }),
    ),
    other: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...DIVISORS) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 12_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -300, max: -1 }) },
    ),
    decimals: fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
    ),
    rule: fc.constantFrom('half-up', 'half-even', 'truncate', 'ceil', 'floor', 'half-up' as const),
    // Mostly the figures as they stand, else one of the corners of what they stand for.
    nudge: fc.tuple(
      fc.constantFrom(0n, 0n, 0n, -1n, 1n, -2n, 2n),
      fc.constantFrom(0n, 0n, 0n, -1n, 1n, -2n, 2n),
    ),
    neighbour: fc.constantFrom(0n, 0n, 0n, 0n, 0n, 1n, -1n, 2n, -2n, 7n, -40n),
  })
  .map(({ kind, unit, actual: a, other: b, decimals, rule, nudge, neighbour }): Sample => {
    const points = kind === 'excess' || kind === 'growth in points'
    const used = kind === 'growth in points' ? UNITS[3] : unit
    const whole = used.counted
    const make = (k: number, places: number, decision: boolean): Printed => ({
      k: BigInt(k),
      place: used.scale - (whole ? 0 : places),
      exact: decision || whole,
    })
    const actual = make(a, decimals[0], false)
    const other = make(b, decimals[1], kind === 'completion' || kind === 'excess')
    const gapInThings = kind === 'excess' && used.unit !== '%'
    const place = gapInThings ? used.scale - (whole ? 0 : decimals[2]) : -decimals[2]
    // Half a last place off at a time, so that corners and exact halves are hit.
    const moved = ({ k, place: at, exact }: Printed, by: bigint) =>
      faceOf(exact ? { k, place: at, exact } : { k: 10n * k + 5n * by, place: at - 1, exact })
    const divisor = moved(other, nudge[1])
    const face = faceValue(kind, moved(actual, nudge[0]), divisor[0] === 0n ? faceOf(other) : divisor)
    const stated: Printed = {
      k: shorten(face, place, rule) + neighbour,
      place,
      exact: gapInThings && whole,
    }
    const cells: Cells = { 完成值: text(actual, used.scale), 单位: used.unit }
    const second = text(other, used.scale)
    const result = text(stated, gapInThings ? used.scale : 0)
    if (kind === 'completion') Object.assign(cells, { 目标值: second, 完成率: `${result}%` })
    else if (kind === 'share') Object.assign(cells, { 基数: second, 占比: `${result}%` })
    else if (kind === 'excess')
      Object.assign(cells, { 目标值: second, 超目标: gapInThings ? result : `${result}个百分点` })
    else Object.assign(cells, { 上期值: second, 同比: `${result}${points ? '个百分点' : '%'}` })
    return { triple: { kind, actual, other, stated }, cells }
  })

/** The figure as a decimal in units of 10^scale, trailing zeros kept. */
function text({ k, place }: Printed, scale: number): string {
  const places = scale - place
  const digits = (k < 0n ? -k : k).toString().padStart(places + 1, '0')
  const body = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return k < 0n ? `-${body}` : body
}

/*
 * Tried on this test, and caught by it: the half-up interval closed at its upper end (`fromUntil` → `closed` in
 * model/reading.ts), and the widest reading closed at both (`open` → `closed`). Each moves a single point.
 */
test('every triple gets the verdict that exact arithmetic gives it', () => {
  const seen = new Map<string, number>()
  const tryOut = ({ triple, cells }: Sample, read: Row | undefined) => {
    const kind = triple.kind === 'growth in points' ? 'growth' : triple.kind
    const relation = read && relationsOf(read).find((r) => r.kind === kind)
    if (!relation || !isChecked(relation)) throw new Error(`${JSON.stringify(cells)} was not checked`)
    const verdict = relation.rounding ? `${relation.verdict} ${relation.rounding}` : relation.verdict
    const wanted = verdictOf(triple)
    // 100,000 assertions would cost more than what they are about.
    if (verdict !== wanted) expect(verdict, JSON.stringify(cells)).toBe(wanted)
    const key = `${triple.kind}: ${verdict}`
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  fc.assert(
    fc.property(fc.array(sample, { minLength: LIST, maxLength: LIST }), (list) => {
      const { rows, issues } = dataSet(list.map(({ cells }) => cells))
      expect(issues).toEqual([])
      for (const [i, one] of list.entries()) tryOut(one, rows[i])
    }),
    { seed: SEED, numRuns: TRIPLES / LIST },
  )
  // The sample is only worth something if it stands on every rung of every relation.
  const rungs = [
    'exact',
    'within-rounding',
    'inconsistent',
    ...['half-even', 'truncate', 'up', 'mixed'].map((r) => `other-rounding ${r}`),
  ]
  const rare = KINDS.flatMap((kind) => rungs.map((rung) => `${kind}: ${rung}`)).filter(
    (key) => (seen.get(key) ?? 0) < 5,
  )
  expect(rare).toEqual([])
})
