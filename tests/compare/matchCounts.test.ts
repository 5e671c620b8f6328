import { describe, expect, it, test } from 'vitest'
import { answerKey } from '../../src/compare/answers.ts'
import { countsHere, countsThere } from '../../src/compare/matchCounts.ts'
import { type Matching, matchLists } from '../../src/compare/matchLists.ts'
import type { Row } from '../../src/model/dataSet.ts'
import { BULLETINS, nanyang, shippedSet } from '../shipped.ts'

const LISTS = [nanyang, ...BULLETINS.map(shippedSet)]
const PAIRS = LISTS.flatMap((a) => LISTS.filter((b) => b !== a).map((b) => [a, b] as const))
const titled = PAIRS.map(([a, b]) => [a.entry.file, b.entry.file, a, b] as const)

/** Indicators as a reader would count them: names under a project and level. */
const named = (rows: readonly Row[]) =>
  new Set(rows.map(({ cells }) => [cells.level, cells.project, cells.indicator].join('|'))).size

describe('every pair of shipped lists', () => {
  test.each(titled)('%s beside %s adds up on both sides', (_, __, a, b) => {
    const matching = matchLists(a, b)
    const [here, there] = [countsHere([matching]), countsThere(matching)]
    for (const { all, sure, proposed, only } of [here, there]) expect(sure + proposed + only).toBe(all)
    expect([here.all, there.all]).toEqual([named(a.rows), named(b.rows)])
    expect([here.sure, here.proposed]).toEqual([there.sure, there.proposed])
    expect([here.only, there.only]).toEqual([matching.onlyA.length, matching.onlyB.length])
  })

  test.each(LISTS.map((list) => [list.entry.file, list] as const))('%s beside all others', (_, list) => {
    const matchings = LISTS.filter((other) => other !== list).map((other) => matchLists(list, other))
    const { all, sure, proposed, only } = countsHere(matchings)
    expect(sure + proposed + only).toBe(all)
    expect(all).toBe(named(list.rows))
    const inAny = new Set(matchings.flatMap(({ pairs }) => pairs.map(({ a }) => a)))
    expect(sure + proposed).toBe(inAny.size)
  })
})

describe('what is counted as what', () => {
  const a = shippedSet('henan-2021.csv')
  const b = shippedSet('henan-2021-q1.csv')
  const matching = matchLists(a, b)

  it('an indicator that one list surely has is not to be confirmed', () => {
    const [proposed] = matching.pairs.filter(({ how }) => how === 'proposed')
    if (!proposed) throw new Error('nothing is proposed')
    const sure: Matching = { ...matching, pairs: [{ ...proposed, how: 'chosen' }] }
    const before = countsHere([matching])
    for (const order of [
      [matching, sure],
      [sure, matching],
    ])
      expect(countsHere(order)).toEqual({
        ...before,
        sure: before.sure + 1,
        proposed: before.proposed - 1,
      })
  })

  it('one refused is in neither of the pairs, and is counted once', () => {
    const [first] = matching.pairs.filter(({ how }) => how === 'same')
    if (!first) throw new Error('nothing is written alike')
    const refused = matchLists(a, b, { [answerKey(first.a, first.b)]: 'not' })
    expect(refused.refused).toHaveLength(1)
    expect(countsHere([refused]).all).toBe(countsHere([matching]).all)
  })

  it('a filter takes rows out of all of its parts', () => {
    const isShown = ({ cells }: Row) => cells.domain === '妇幼健康'
    const { all, sure, proposed, only } = countsHere([matching], isShown)
    expect(all).toBe(named(a.rows.filter(isShown)))
    expect(sure + proposed + only).toBe(all)
    expect(all).toBeLessThan(countsHere([matching]).all)
  })
})
