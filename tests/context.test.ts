import { describe, expect, it, test } from 'vitest'
import { groupBy } from '../src/lib/groupBy.ts'
import { toNumber } from '../src/lib/rational.ts'
import { relatedProjects, tieOf } from '../src/model/related.ts'
import { isChecked } from '../src/model/relation.ts'
import { relatedTable } from '../src/report/related.ts'
import { relatedReview } from '../src/state/related.ts'
import { zh } from '../src/text/zh.ts'
import { nanyang, nanyangRelated as related } from './shipped.ts'

const checked = relatedReview(nanyang, related, {})
const { review, pairs } = checked
const rowOf = (indicator: string, day?: string) => {
  const row = related.rows.find(
    ({ cells }) => cells.indicator === indicator && (day === undefined || cells.as_of === day),
  )
  if (!row) throw new Error(`no row ${indicator}`)
  return row
}

describe('what the other four documents say', () => {
  it('reads without a problem, each row with its document and place', () => {
    expect(related.issues).toEqual([])
    expect(related.rows).toHaveLength(125)
    const documents = groupBy(related.rows, ({ cells }) => cells.source.split('，')[0] ?? '')
    expect(documents.map((rows) => [rows[0]?.cells.source.split('，')[0], rows.length])).toEqual([
      ['2025-07-25 第66号建议答复', 40],
      ['2025-10-17 第73050号提案答复', 44],
      ['2025年 第73192号提案答复', 31],
      ['2024-06-24 第72536号提案答复（宛卫字〔2024〕19号）', 10],
    ])
    for (const { cells } of related.rows) expect(cells.source).toMatch(/，[一二三四](（[一二三四]）)?$/)
  })

  it('ties every row to projects of the list, and every tie to an indicator of theirs', () => {
    for (const row of related.rows) {
      const projects = relatedProjects(row).map((name) => nanyang.projects.find((one) => one.name === name))
      expect(projects.length).toBeGreaterThan(0)
      expect(projects).not.toContain(undefined)
      const tie = tieOf(row)
      if (tie) {
        const indicators = projects.flatMap((project) => project?.rows.map(({ cells }) => cells.indicator))
        expect(indicators).toContain(tie.indicator)
      }
    }
  })

  it('holds nothing impossible, and the one share that can be recomputed holds', () => {
    expect(review.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const found = review.subjects.flatMap(({ relations }) => relations).filter(isChecked)
    expect(found.map(({ actual, other, verdict }) => [actual.text, other.text, verdict])).toEqual([
      ['1697', '8741', 'exact'],
    ])
  })

  it('12.17万 at 28.38 % is of 42.857—42.907万', () => {
    const [relation] = review.subjectOf.get(rowOf('7+17 产业链技能人才取证'))?.relations ?? []
    if (relation?.verdict !== 'implied') throw new Error('nothing implied')
    expect(relation.implied.member).toBe('base')
    const { lo, hi } = relation.implied.interval
    expect([toNumber(lo), toNumber(hi)].map(Math.round)).toEqual([428571, 429075])
  })

  test.each([
    ['创业孵化基地', '2025-10-17', 'rose', '2025-07-25 的文件是 19个，此后增加：日期不同，可以都对。'],
    ['来宛博士研究生生活补助', '2025-10-17', 'agree', '2025-07-25 的文件也是 5000元/月，一致。'],
    ['省级人力资源品牌', '2025', 'agree', '2025-07-25 的文件也是 10个，一致。'],
    [
      '村卫生室',
      '2024-06-24',
      'fits',
      '本清单（2023-12-20）建成公有产权村卫生室 4030个，若包括在4747家之内，占 84.9%：可以都对。',
    ],
    [
      '乡镇卫生院',
      '2024-06-24',
      'fits',
      '本清单（2023-12-20）医共体覆盖乡镇卫生院（社区卫生服务中心） 215家，若包括在224家之内，占 96.0%：可以都对。',
    ],
    [
      '7+17 产业链技能人才取证',
      '2025',
      'fits',
      '本清单（2023-12-20）新增技能人才 27.83万人，若包括在推算的总数 42.8571万—42.9075万人之内，占 64.8%—64.9%：可以都对。',
    ],
  ])('%s of %s: %s', (indicator, day, together, sentence) => {
    const row = rowOf(indicator, day)
    expect(checked.pairsOf(row).map((pair) => pair.together)).toEqual([together])
    expect(relatedTable([row], checked, zh).rows[0]?.at(-1)).toBe(sentence)
  })

  it('no two documents contradict each other', () => {
    expect(pairs).toHaveLength(10)
    expect(new Set(pairs.map(({ together }) => together))).toEqual(new Set(['agree', 'rose', 'fits']))
  })

  it('lists the subsidy scales with their conditions', () => {
    const scales = related.rows.filter(({ cells }) => cells.project === '补贴与奖励标准')
    expect(scales).toHaveLength(44)
    for (const { cells } of scales) expect(cells.note).not.toBe('')
  })
})
