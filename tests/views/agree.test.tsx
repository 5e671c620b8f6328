import fc from 'fast-check'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ALL } from '../../src/archive/protocol.ts'
import { loadDataSet } from '../../src/load/loadDataSet.ts'
import { type Accepted, findingKey } from '../../src/model/accepted.ts'
import type { CatalogueEntry, DataSet } from '../../src/model/dataSet.ts'
import { type Filter, NO_FILTER } from '../../src/model/filter.ts'
import { isQuestion } from '../../src/model/finding.ts'
import { headlineWords, plain } from '../../src/report/wording.ts'
import {
  findingsOfList,
  headline,
  reviewed,
  reviewedWith,
  visibleAnywhere,
  visibleProjects,
} from '../../src/state/derive.ts'
import { HOME } from '../../src/state/route.ts'
import { createBoard } from '../../src/state/store.ts'
import { checksZh } from '../../src/text/checksZh.ts'
import { zh } from '../../src/text/zh.ts'
import { ChecksView } from '../../src/views/ChecksView.tsx'
import { StoreContext } from '../../src/views/context.ts'
import { anyRow } from '../archive/anyRow.ts'
import { open } from '../archive/opened.ts'
import { type Cells, csv, dataSet, entry } from '../build.ts'
import { countiesDemo } from '../demo.ts'
import { BULLETINS, nanyang, shippedSet } from '../shipped.ts'

/** 核验 as the page shows it. */
const checksOf = (set: DataSet, filter: Filter = NO_FILTER, accepted: Accepted = {}): string =>
  renderToString(
    <StoreContext value={createBoard(set, { accepted, route: { ...HOME, view: 'checks', filter } })}>
      <ChecksView />
    </StoreContext>,
  )

const questionsOn = (html: string): number => html.match(/<li data-kind="question"/g)?.length ?? 0

/** The number that a headline says; none where it says that there is nothing to ask. */
function said(phrases: readonly { readonly text: string }[]): number {
  const text = phrases.map((phrase) => phrase.text).join('')
  const [, n] = /(\d+) 处引用前/.exec(text) ?? []
  expect(n === undefined).toBe(text.includes(zh.headline.noQuestions))
  return Number(n ?? 0)
}

function headlineOf(set: DataSet, filter: Filter = NO_FILTER) {
  const board = reviewed(set)
  const projects = visibleProjects(board, filter, 'printed')
  return headlineWords(headline(board, projects, undefined, findingsOfList(board, filter)), zh)[1]
}

const FILTERS: readonly Partial<Filter>[] = [
  {},
  { finding: 'question' },
  { level: '省定' },
  { level: '市定', finding: 'question' },
  { text: '改造' },
]

const lists = [nanyang, ...BULLETINS.map(shippedSet)]

describe('the headline says as many as stand on 核验', () => {
  test.each(lists.map((set) => [set.entry.file, set] as const))('of %s', (_, set) => {
    for (const part of FILTERS) {
      const filter = { ...NO_FILTER, ...part }
      const html = checksOf(set, filter)
      expect([part, said(headlineOf(set, filter))]).toEqual([part, questionsOn(html)])
      expect(html).toContain(`待问 ${questionsOn(html)} 处`)
    }
  })

  test('one for each of the six lists at least, but for none that has none', () => {
    expect(lists.map((set) => said(headlineOf(set)))).toEqual([9, 3, 4, 1, 2, 3])
  })

  const lists2 = fc.array(anyRow, { minLength: 1, maxLength: 12 })
  const claims: fc.Arbitrary<Partial<CatalogueEntry>> = fc.constantFrom(
    {},
    { projects: { 省定: 3, 市定: 1 } },
    { claim: '全部完成' },
  )

  test('of generated lists, as far as 核验 goes through no other list', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(lists2, claims, fc.constantFrom(...FILTERS), (rows, more, part) => {
        const filter = { ...NO_FILTER, ...part }
        const set = loadDataSet(csv(rows), entry(more))
        const board = reviewed(set)
        const html = checksOf(set, filter)
        const here = said(headlineOf(set, filter))
        const isOneList =
          visibleProjects(board, filter, 'printed').length ===
          visibleAnywhere(board, filter, 'printed').length
        if (isOneList) expect(here).toBe(questionsOn(html))
        // Else it says how many of them are of the overview's list.
        else if (here !== questionsOn(html)) expect(html).toContain(checksZh.ofOverview(here))
      }),
      { seed: 121, numRuns: 100 },
    )
  })

  test('of large ones', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(lists2, claims, async (rows, more) => {
        const engine = await open(csv(rows), { more })
        const answer = engine.answer(ALL)
        const words = headlineWords({ ...answer, of: answer.projects, counts: answer.statuses }, zh)[1]
        const { id, items } = engine.answer({ ...ALL, finding: 'question' })
        expect(said(words)).toBe(items)
        expect(engine.itemsAt(id, 0, 1e9)).toHaveLength(items)
        expect(items).toBe(questionsOn(checksOf(loadDataSet(csv(rows), entry(more)))))
      }),
      { seed: 122, numRuns: 60 },
    )
  })
})

describe('what was accepted', () => {
  const accept = (set: DataSet, which: (i: number) => boolean): Accepted =>
    Object.fromEntries(
      reviewed(set)
        .findings.filter(isQuestion)
        .map((finding, i) => [findingKey(finding), which(i) ? `理由 ${i}` : ''] as const)
        .filter(([, reason]) => reason !== ''),
    )
  const on = (html: string, kind: string) => html.match(new RegExp(`data-kind="${kind}"`, 'g'))?.length ?? 0
  const cases: readonly (readonly [string, (i: number) => boolean])[] = [
    ['none', () => false],
    ['every other one', (i) => i % 2 === 0],
    ['all', () => true],
  ]

  test.each(
    lists.flatMap((set) => cases.map(([name, which]) => [set.entry.file, name, set, which] as const)),
  )(
    'of %s, %s: is open or answered on 核验 as often as the headline says, and never gone',
    (_, __, set, which) => {
      const accepted = accept(set, which)
      const board = reviewedWith(set, accepted)
      const projects = visibleProjects(board, NO_FILTER, 'printed')
      const { asked } = headline(board, projects, undefined, findingsOfList(board, NO_FILTER))
      const html = checksOf(set, NO_FILTER, accepted)
      expect([asked.open, asked.answered]).toEqual([on(html, 'question'), on(html, 'answered')])
      expect(asked.open + asked.answered).toBe(questionsOn(checksOf(set)))
      for (const reason of Object.values(accepted)) expect(html).toContain(reason)
      const only = (finding: Filter['finding']) => checksOf(set, { ...NO_FILTER, finding }, accepted)
      expect([on(only('open'), 'question'), on(only('open'), 'answered')]).toEqual([asked.open, 0])
      expect([on(only('answered'), 'question'), on(only('answered'), 'answered')]).toEqual([
        0,
        asked.answered,
      ])
      const said = plain(
        headlineWords(headline(board, projects, undefined, findingsOfList(board, NO_FILTER)), zh)[1],
      )
      if (asked.answered > 0) expect(said).toContain(`${asked.answered} 处已说明`)
      if (asked.open > 0)
        expect(said).toContain(asked.answered > 0 ? `${asked.open} 处待问` : `${asked.open} 处引用前`)
      else expect(said).toContain(asked.answered > 0 ? zh.asked.noneOpen : zh.headline.noQuestions)
    },
  )

  test('a figure of which one sentence is still open is open', () => {
    const set = dataSet([{ 完成值: '1078', 单位: '户', 目标值: '8166', 完成率: '0.96%' }])
    const html = checksOf(
      set,
      NO_FILTER,
      accept(set, (i) => i === 0),
    )
    expect([on(html, 'question'), on(html, 'answered')]).toEqual([1, 0])
    expect(html.match(/class="finding answered"/g)).toHaveLength(1)
    expect(html.match(/class="finding question"/g)).toHaveLength(1)
  })

  test('of another list changes nothing, not even the board', () => {
    expect(reviewedWith(nanyang, { 别的: '理由' })).toBe(reviewed(nanyang))
  })
})

test('where 核验 goes through more lists than the overview, it says how many are of that one', () => {
  const set = dataSet(countiesDemo())
  const html = checksOf(set)
  const here = said(headlineOf(set))
  expect(questionsOn(html)).toBeGreaterThan(here)
  expect(html).toContain(checksZh.ofOverview(here))
})

test('one misread figure is one item with all its sentences, and each rule still counts it', () => {
  const rows: Cells[] = [
    { 完成值: '1078', 单位: '户', 目标值: '8166', 完成率: '0.96%' },
    { 指标: '乙', 完成率: '96%' },
  ]
  const html = checksOf(dataSet(rows))
  expect(questionsOn(html)).toBe(2)
  expect(html.match(/class="finding question"/g)).toHaveLength(3)
  const counts = [...html.matchAll(/<span>([^<]+)<\/span><b>(\d+)<\/b>/g)].map(([, name, n]) => [name, n])
  expect(counts).toEqual([
    [zh.rules['completion-mismatch'].title, '1'],
    [zh.rules['below-target'].title, '2'],
  ])
  expect(plain(headlineOf(dataSet(rows)))).toContain('2 处引用前值得先问一句（1 处数字不可能都对）')
})
