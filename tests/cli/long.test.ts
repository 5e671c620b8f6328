import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkLong } from '../../src/cli/checkLong.ts'
import { checkTables } from '../../src/cli/checkTables.ts'
import { jsonReport } from '../../src/cli/json.ts'
import { plainReport } from '../../src/cli/plain.ts'
import { guessLayout } from '../../src/load/layout.ts'
import { parseTable } from '../../src/load/parse.ts'
import type { Accepted } from '../../src/model/accepted.ts'
import { findingKey } from '../../src/model/accepted.ts'
import type { CatalogueEntry } from '../../src/model/dataSet.ts'
import type { Layout } from '../../src/model/layout.ts'
import { CLI_WORDS } from '../../src/text/cli.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { anyRow } from '../archive/anyRow.ts'
import { csv, entry } from '../build.ts'
import { gb18030 } from '../gb18030.ts'
import { ran } from './ran.ts'

type Way = 'fast' | 'plain'

/** All that is written of a file, as JSON and for people, and what it comes to. */
async function written(
  way: Way,
  bytes: Uint8Array,
  layout?: Layout,
  accepted: Accepted = {},
  more: Partial<CatalogueEntry> = {},
) {
  const file = { size: bytes.length, read: (from: number, to: number) => bytes.subarray(from, to) }
  const texts: string[] = []
  const checked = []
  for (const report of [
    jsonReport((text) => texts.push(text), zh, accepted),
    plainReport(
      (text) => texts.push(text),
      en,
      CLI_WORDS.en,
      (text) => text,
      accepted,
    ),
  ]) {
    const into = report.file('a.csv')
    checked.push(
      way === 'fast'
        ? await checkLong(layout, file, entry({ asOf: '', ...more }), into)
        : checkTables([{ sheet: '', table: undefined, layout }], file, entry({ asOf: '', ...more }), into),
    )
    report.end()
  }
  const keys = checked.map((one) => [one?.leftOut, one?.findings.map(findingKey)])
  return { text: texts.join(''), keys, findings: checked[0]?.findings ?? [] }
}

async function same(...given: Parameters<typeof written> extends [Way, ...infer R] ? R : never) {
  const [fast, plain] = [await written('fast', ...given), await written('plain', ...given)]
  expect(fast.text).toBe(plain.text)
  expect(fast.keys).toEqual(plain.keys)
  return plain
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a long text is told of byte for byte as row by row', () => {
  test('whatever its rows, accepted or not, and whatever the catalogue says of it', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 40 }), async (rows) => {
        const bytes = bytesOf(csv(rows))
        const { findings } = await same(bytes)
        const accepted = Object.fromEntries(findings.slice(0, 5).map((one) => [findingKey(one), '理由']))
        await same(bytes, undefined, accepted, { projects: { 市定: 3 }, claim: '全部完成' })
      }),
      { numRuns: 150 },
    )
  })

  it('with figures of every kind beside one another', async () => {
    const figures = ['736', '18.4%', '1,078', '58.85万', '约3', '0', '-2', '', '近10', '100', '不少于8166']
    const rows = figures.flatMap((actual) =>
      figures.flatMap((target) =>
        ['', '100%', '18.4%', '13.2%', '210%'].map((completion, i) => ({
          项目: `p${i}`,
          指标: `i${actual}${target}`,
          完成值: actual,
          目标值: target,
          完成率: completion,
          单位: '人',
        })),
      ),
    )
    await same(bytesOf(csv(rows)))
    await same(bytesOf(csv(rows.map((row) => ({ ...row, 单位: '%', 超目标: row.完成率, 完成率: '' })))))
    await same(
      bytesOf(
        csv(rows.map((row) => ({ ...row, 基数: row.目标值, 占比: row.完成率, 完成率: '', 目标值: '' }))),
      ),
    )
    await same(
      bytesOf(
        csv(rows.map((row) => ({ ...row, 上期值: row.目标值, 同比: row.完成率, 完成率: '', 目标值: '' }))),
      ),
    )
  })

  it('in another encoding, of which nothing is seen but in the last row', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `p${i},i,${i},,${i + 1},`)
    const text = `project,indicator,actual,unit,target,completion\n${rows.join('\n')}\n项目,指标,3,个,4,75%\n`
    expect((await same(gb18030(text))).text).toContain('"project":"项目"')
    await same(bytesOf(`\ufeff${text}`))
  })

  it('by a layout, with what is left out', async () => {
    const lines = ['某市2023年民生实事', '序号,项目,单位,目标任务,完成情况,完成率']
    for (let i = 1; i <= 50; i++)
      lines.push(`${i},实事${i},所,30,完成 ${20 + i} 所,${i % 3 ? '80%' : ''}`, ',,所,8,完成 4 所,50%')
    lines.push('合计,,,1,2,', '注：以上为快报数,,,,,')
    const text = lines.join('\n')
    const { layout } = guessLayout(parseTable(text))
    const { keys } = await same(bytesOf(text), layout)
    expect(keys[0]?.[0]).toBe(2)
  })
})

test('a long list without a date has the date that the catalogue tells of it', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `p${i},i,5,个,10,50%`)
  const list = [{ file: 'a.csv', title: 't', source: 's', asOf: '2023-12-20' }]
  const catalogue = () => JSON.stringify(list)
  const bytes = bytesOf(`项目,指标,完成值,单位,目标值,完成率\n${rows.join('\n')}\n`)
  const { out } = await ran(['--json', 'a.csv'], () => bytes, { catalogue })
  expect(JSON.parse(out).files[0].findings).toHaveLength(2500)
})
