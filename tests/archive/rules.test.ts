import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ALL, type ArchiveFilter } from '../../src/archive/protocol.ts'
import { NO_RULES, RuleSets } from '../../src/archive/ruleSets.ts'
import { asksRows } from '../../src/archive/screen.ts'
import type { Rule } from '../../src/checks/rule.ts'
import { RULES } from '../../src/checks/rules/registry.ts'
import { parseTable } from '../../src/load/parse.ts'
import type { Row } from '../../src/model/dataSet.ts'
import type { RuleId } from '../../src/model/finding.ts'
import { csv } from '../build.ts'
import { anyRow, edgeRow } from './anyRow.ts'
import { open, sameSheet, sameText } from './opened.ts'

type RowCheck = Extract<Rule, { scope: 'row' }>['check']

/** A rule that nobody has written yet: its id and facts are none that the board knows. */
const invented = (id: string, more: object): Rule =>
  ({ id, severity: 'warning', scope: 'row', screened: 'asked', ...more }) as unknown as Rule

/** Speaks of the plainest row there is, which the screen proves at once. */
const ofPlainRows = (id: string, more: object = {}): Rule =>
  invented(id, {
    check: (({ row }: { row: Row }) =>
      row.figures.actual?.digits === '7'
        ? { facts: { actual: row.figures.actual } }
        : undefined) as unknown as RowCheck,
    ...more,
  })

/** Speaks of every second row of the list, of its last row once more, and of the list itself. */
const ofList = (id: string, more: object = {}): Rule =>
  invented(id, {
    scope: 'list',
    foundBy: 'asked',
    check: ({ set, rounding }: { set: { rows: readonly Row[] }; rounding: { of: number } }) => [
      ...set.rows.flatMap((row, i) => (i % 2 === 0 ? [{ row, facts: { i, of: rounding.of } }] : [])),
      ...set.rows.slice(-1).map((row) => ({ row, facts: { last: true } })),
      { facts: { rows: set.rows.length } },
    ],
    ...more,
  })

const plainRows = csv(
  Array.from({ length: 12 }, (_, i) => ({
    年度: '2023',
    截至: '2023-12-20',
    项目: `第${i}件`,
    指标: '甲',
    完成值: String(i),
    单位: '个',
    目标值: '5',
  })),
)

describe('a rule of which the archive knows nothing', () => {
  it('is asked about every row, first or last in the registry', async () => {
    for (const rules of [
      [ofPlainRows('new'), ...RULES],
      [...RULES, ofPlainRows('new')],
      [...RULES, ofPlainRows('new', { screened: undefined })],
      // The screen itself tells of the rules it knows only, whatever others say of themselves.
      [...RULES, ofPlainRows('new', { screened: 'told' })],
    ]) {
      const engine = await sameText(plainRows, { rules })
      const { rules: counts } = engine.answer(ALL).groups
      expect(counts.find(({ rule }) => rule === ('new' as RuleId))).toEqual({ rule: 'new', rows: 1 })
    }
  })

  it('that sees the whole list is given all of its rows', async () => {
    for (const severity of ['error', 'info']) {
      const rules = [...RULES, ofList('whole', { severity }), ofList('again', { severity })]
      const engine = await sameText(plainRows, { rules })
      const { rules: counts } = engine.answer(ALL).groups
      // Seven rows, and the list itself.
      expect(counts.slice(-2)).toEqual([
        { rule: 'whole', rows: 8 },
        { rule: 'again', rows: 8 },
      ])
      await sameSheet(parseTable(plainRows), { rules })
    }
  })

  it('that sees the list and single rows says both', async () => {
    const ofRow = (ofPlainRows('x') as unknown as { check: unknown }).check
    await sameText(plainRows, { rules: [ofList('both', { ofRow }), ...RULES] })
  })

  it('costs nothing where there is none', () => {
    expect(asksRows(RULES)).toBe(false)
    expect(asksRows([...RULES, ofList('whole')])).toBe(false)
    expect(asksRows([...RULES, ofPlainRows('new')])).toBe(true)
    expect(RULES.filter((rule) => rule.scope === 'list' && rule.foundBy === 'asked')).toEqual([])
  })
})

test('more rules than a number has bits are told apart', { timeout: 120_000 }, async () => {
  const more = Array.from({ length: 20 }, (_, i) => [
    ofPlainRows(`new-${i}`, {
      severity: i % 2 === 0 ? 'info' : 'error',
      check: (({ row }: { row: Row }) =>
        row.line % (i + 2) === 0 ? { facts: { line: row.line } } : undefined) as unknown as RowCheck,
    }),
  ]).flat()
  const rules = [...more, ...RULES, ofList('whole')]
  expect(rules.length).toBeGreaterThan(40)
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 25 }), async (rows) => {
      const text = csv(rows)
      const engine = await sameText(text, { rules })
      const itemsOf = (filter: ArchiveFilter) => engine.itemsAt(engine.answer(filter).id, 0, 1e9)
      const all = itemsOf(ALL).flatMap(({ findings }) => findings)
      for (const { id, severity } of rules) {
        const filter: ArchiveFilter = { ...ALL, finding: id }
        const answer = engine.answer(filter)
        const own = all.filter(({ rule }) => rule === id)
        const items = itemsOf(filter)
        expect(items.flatMap(({ findings }) => findings)).toHaveLength(own.length)
        expect(new Set(items.flatMap(({ findings }) => findings.map((f) => f.row?.line)))).toEqual(
          new Set(own.map((f) => f.row?.line)),
        )
        expect(answer.items).toBe(items.length)
        const found = new Set(own.flatMap(({ row }) => row?.line ?? []))
        expect(engine.rowsAt(answer.id, 0, 1e9).map(({ line }) => line)).toEqual(
          [...found].sort((a, b) => a - b),
        )
        expect(own.every((finding) => finding.severity === severity)).toBe(true)
      }
    }),
    { seed: 141, numRuns: 25 },
  )
})

test('fewer rules say less, and never anything of the others', { timeout: 120_000 }, async () => {
  for (const id of [
    'unreadable',
    'duplicate-row',
    'mixed-rounding',
    'below-target',
    'parts-do-not-sum',
  ] as const) {
    const rules = RULES.filter((rule) => rule.id !== id)
    const sample = { seed: 142, numRuns: 300 }
    const rows = [...fc.sample(anyRow, sample), ...fc.sample(edgeRow, sample)]
    const [all, fewer] = [await open(csv(rows)), await open(csv(rows), { rules })]
    const told = (engine: typeof all) => engine.answer(ALL).groups.rules
    expect(told(fewer)).toEqual(told(all).filter(({ rule }) => rule !== id))
    expect(told(fewer).length).toBeLessThan(told(all).length)
  }
})

describe('sets of rules', () => {
  const sets = () => new RuleSets(RULES)

  it('are one number each, however they were put together', () => {
    const own = sets()
    const [a, b] = [own.with(own.with(NO_RULES, 3), 7), own.with(own.with(NO_RULES, 7), 3)]
    expect(a).toBe(b)
    expect(own.with(a, 3)).toBe(a)
    expect(own.placesIn(a)).toEqual([3, 7])
    expect(own.placesIn(NO_RULES)).toEqual([])
    // None, 3, 7 and both.
    expect(own.size).toBe(4)
  })

  it('know nothing of a rule that is not in the registry', () => {
    const own = sets()
    expect(own.placeOf('none' as RuleId)).toBe(-1)
    expect(own.with(NO_RULES, -1)).toBe(NO_RULES)
    expect(own.isAt(99, () => true)).toBe(false)
  })

  it('count those of their rules that are meant', () => {
    const own = sets()
    const [cross, below] = [own.placeOf('crosses-target'), own.placeOf('below-target')]
    const both = own.with(own.with(NO_RULES, cross), below)
    const counts = own.counts(({ severity }) => severity === 'error')
    expect([...counts]).toEqual([0, 1, 1])
    expect([...own.counts(() => true)][both]).toBe(2)
  })
})
