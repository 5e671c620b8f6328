import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ALL } from '../../src/archive/protocol.ts'
import { RULES } from '../../src/checks/rules/registry.ts'
import { COLUMNS } from '../../src/model/dataSet.ts'
import { type Cells, csv } from '../build.ts'
import { CASES } from '../findings.ts'
import { anyRow, edgeRow } from './anyRow.ts'
import { sameAsReview } from './opened.ts'

const DEFAULTS: Cells = {
  地区: '某市',
  年度: '2023',
  截至: '2023-12-20',
  项目: '某项目',
  指标: '某指标',
  层级: '市定',
}

const shipped = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [name, readFileSync(new URL(folder + name, import.meta.url), 'utf8')] as const)

describe('says what review says', () => {
  test.each([...shipped('../../data/'), ...shipped('../fixtures/')])('of %s', async (_, text) => {
    await sameAsReview(text)
  })

  it('where a region is spelled in several ways', async () => {
    const parts = ['南阳市', '南阳市 / 甲县', '南阳市／乙县', '南阳市/丙县/', '南阳市/甲县']
    const rows = parts.map((region, i) => ({
      ...DEFAULTS,
      地区: region,
      项目: i === 4 ? '另一件' : '某项目',
      完成值: i === 0 ? '100' : '70',
      单位: '个',
    }))
    await sameAsReview(csv(rows))
  })

  test.each(Object.entries(CASES))('where %s speaks', async (_, cases) => {
    for (const { rows, entry } of cases)
      await sameAsReview(csv(rows.map((cells) => ({ ...DEFAULTS, ...cells }))), undefined, entry)
  })

  test('of rows of every kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(7, 64, 1 << 16),
        async (rows, pieces) => {
          await sameAsReview(csv(rows), pieces)
        },
      ),
      { seed: 71, numRuns: Number(process.env.RUNS ?? 1500) },
    )
  })

  test('of figures on the edge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edgeRow, { minLength: 1, maxLength: 30 }), async (rows) => {
        await sameAsReview(csv(rows))
      }),
      { seed: 73, numRuns: Number(process.env.RUNS ?? 700) },
    )
  })

  test('of some thousands of rows at once', async () => {
    const rows = [
      ...fc.sample(anyRow, { seed: 74, numRuns: 2000 }),
      ...fc.sample(edgeRow, { seed: 75, numRuns: 2000 }),
    ]
    for (const { rows: more } of Object.values(CASES).flat())
      rows.push(...more.map((cells) => ({ ...DEFAULTS, ...cells })))
    const engine = await sameAsReview(csv(rows))
    const { rules } = engine.answer(ALL).groups
    // Only what needs a claim or a number of the list itself is missing.
    expect(RULES.map(({ id }) => id).filter((id) => !rules.some(({ rule }) => rule === id))).toEqual([
      'project-count',
    ])
  })

  test('of lists without quotes', async () => {
    const names = COLUMNS.map(([, name]) => name)
    const bare = (cells: Cells) => names.map((name) => (cells[name] ?? '').replace(/,/g, '')).join(',')
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          await sameAsReview([names.join(','), ...rows.map(bare)].join(end), 64)
        },
      ),
      { seed: 72, numRuns: Number(process.env.RUNS ?? 500) },
    )
  })
})
