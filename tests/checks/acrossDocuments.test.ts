import { describe, expect, it, test } from 'vitest'
import { acrossDocuments } from '../../src/checks/acrossDocuments.ts'
import { review } from '../../src/checks/check.ts'
import { relatedTable } from '../../src/report/related.ts'
import { relatedReview } from '../../src/state/related.ts'
import { en } from '../../src/text/en.ts'
import { zh } from '../../src/text/zh.ts'
import { type Cells, dataSet, relatedSet } from '../build.ts'

const LIST: Cells = { 项目: '织密医疗网', 指标: '公有产权卫生室', 截至: '2023-12-20', 单位: '个' }
const TIE = { 关联项目: '织密医疗网', 关联指标: '公有产权卫生室', 关联方式: '整体' }

/** The pairs of a list of one row with related rows, as [way, together]. */
const pairs = (listed: Cells, rows: Parameters<typeof relatedSet>[0]) =>
  acrossDocuments(dataSet([{ ...LIST, ...listed }]), review(relatedSet(rows)))
const together = (listed: Cells, rows: Parameters<typeof relatedSet>[0]) =>
  pairs(listed, rows).map((pair) => [pair.way, pair.together])

const told = (listed: Cells, rows: Parameters<typeof relatedSet>[0], words = zh) => {
  const related = relatedSet(rows)
  const table = relatedTable(
    related.rows,
    relatedReview(dataSet([{ ...LIST, ...listed }]), related, {}),
    words,
  )
  return table.rows.map((row) => row.at(-1))
}

describe('one quantity at two dates', () => {
  const at = (截至: string, 完成值: string, 单位 = '个') => ({ 截至, 完成值, 单位, 指标: '孵化基地' })

  test.each<[string, ReturnType<typeof at>, ReturnType<typeof at>, string]>([
    ['more later', at('2025-07', '19'), at('2025-10', '20'), 'rose'],
    ['in another word for things', at('2025-07', '19'), at('2025-10', '20', '家'), 'rose'],
    ['less later', at('2025-07', '20'), at('2025-10', '19'), 'fell'],
    ['the same', at('2025-07', '20'), at('2025-10', '20'), 'agree'],
    ['the same within rounding', at('2025-07', '1.2', '万个'), at('2025-10', '12049'), 'agree'],
    [
      'edge: under any rounding 1.3万 is not reached',
      at('2025-07', '1.2', '万个'),
      at('2025-10', '13000'),
      'rose',
    ],
    [
      'edge: under some rounding 1.29万 was 1.2万',
      at('2025-07', '1.2', '万个'),
      at('2025-10', '12900'),
      'agree',
    ],
    ['edge: the other way round', at('2025-07', '12900'), at('2025-10', '1.2', '万个'), 'agree'],
    ['whatever their order in the file', at('2025-10', '19'), at('2025-07', '20'), 'fell'],
    ['of one date', at('2025-07', '19'), at('2025-07-31', '20'), 'conflict'],
  ])('%s: %j, %j → %s', (_, a, b, wanted) => {
    expect(together({}, [a, b])).toEqual([['same', wanted]])
  })

  test.each([
    ['of another region', { ...at('2025-10', '20'), 地区: '别市' }],
    ['of another topic', { ...at('2025-10', '20'), 项目: '别的' }],
    ['in another unit', at('2025-10', '20', '公里')],
    ['without a figure', { ...at('2025-10', ''), 声明: '全覆盖' }],
  ])('not held together: %s', (_, other) => {
    expect(together({}, [at('2025-07', '19'), other])).toEqual([])
  })

  it('each with the one before it', () => {
    const rows = [at('2025-07', '19'), at('2025-10', '20'), at('2025-12', '18')]
    expect(together({}, rows)).toEqual([
      ['same', 'rose'],
      ['same', 'fell'],
    ])
  })
})

describe('a whole and its part in the list', () => {
  const whole = { 指标: '卫生室', 完成值: '4747', 单位: '家', 截至: '2024-06-24', ...TIE }

  test.each<[string, Cells, object, string]>([
    ['less than the whole', { 完成值: '4030' }, {}, 'fits'],
    ['edge: all of it', { 完成值: '4747' }, {}, 'fits'],
    ['edge: one more, earlier', { 完成值: '4748' }, {}, 'more'],
    ['one more at the same date', { 完成值: '4748', 截至: '2024-06-24' }, {}, 'conflict'],
    ['one more, later', { 完成值: '4748', 截至: '2024-12' }, {}, 'more'],
    ['more, of unknown date', { 完成值: '4748', 截至: '' }, {}, 'more'],
    ['rounded, may still fit', { 完成值: '0.48', 单位: '万个' }, {}, 'fits'],
    ['edge: rounded, too much under any rounding', { 完成值: '0.49', 单位: '万个' }, {}, 'more'],
    ['edge: a rounded whole may be that much', { 完成值: '4899' }, { 完成值: '0.48', 单位: '万家' }, 'fits'],
    ['edge: and is never more', { 完成值: '4901' }, { 完成值: '0.48', 单位: '万家' }, 'more'],
    ['held against the printed base', { 完成值: '4748' }, { 关联方式: '基数', 基数: '4800' }, 'fits'],
  ])('%s: %j %j → %s', (_, listed, more, wanted) => {
    expect(together(listed, [{ ...whole, ...more }]).map(([, found]) => found)).toEqual([wanted])
  })

  test.each([
    ['of another project', { 关联项目: '别的' }],
    ['of another indicator', { 关联指标: '别的' }],
    ['in no way we know', { 关联方式: '相似' }],
    ['of no figure', { 完成值: '', 声明: '全覆盖' }],
    ['of another kind of unit', { 单位: '公里' }],
    ['of a base nobody printed', { 关联方式: '基数' }],
  ])('not held together: %s', (_, more) => {
    expect(together({ 完成值: '4030' }, [{ ...whole, ...more }])).toEqual([])
  })

  it('finds its project among several', () => {
    const row = { ...whole, 关联项目: '甲；织密医疗网;乙' }
    expect(together({ 完成值: '4030' }, [row])).toEqual([['whole', 'fits']])
  })

  it('a base that follows from figure and share: 12.17万 at 28.38 % are of 42.857—42.907万', () => {
    const row = { ...whole, 指标: '取证', 完成值: '12.17', 单位: '万人', 占比: '28.38%', 关联方式: '基数' }
    const [pair] = pairs({ 完成值: '27.83', 单位: '万人' }, [row])
    if (pair?.way !== 'base') throw new Error('no pair')
    expect(pair.together).toBe('fits')
    expect(pair.whole.isImplied).toBe(true)
    const { lo, hi } = pair.whole.stands
    expect([Number(lo.n) / Number(lo.d), Number(hi.n) / Number(hi.d)].map((x) => x.toFixed(0))).toEqual([
      '428571',
      '429075',
    ])
    expect(together({ 完成值: '43', 单位: '万人' }, [row])).toEqual([['base', 'fits']])
    // Shortened some other way they are of less than 12.18 / 0.2837 = 42.9327万.
    expect(together({ 完成值: '42.93', 单位: '万人' }, [row])).toEqual([['base', 'fits']])
    expect(together({ 完成值: '42.95', 单位: '万人' }, [row])).toEqual([['base', 'more']])
    expect(together({ 完成值: '44', 单位: '万人' }, [row])).toEqual([['base', 'more']])
  })
})

describe('in words', () => {
  const whole = { 指标: '卫生室', 完成值: '4747', 单位: '家', 截至: '2024-06-24', ...TIE }

  it('says whether both can be true, and what share the part is', () => {
    expect(told({ 完成值: '4030' }, [whole])).toEqual([
      '本清单（2023-12-20）公有产权卫生室 4030个，若包括在4747家之内，占 84.9%：可以都对。',
    ])
    expect(told({ 完成值: '4800' }, [whole])).toEqual([
      '本清单（2023-12-20）公有产权卫生室 4800个，比4747家还多：日期不同，除非其间变动过，否则不可能都对。',
    ])
    expect(told({ 完成值: '4030' }, [whole], en)).toEqual([
      'This list (2023-12-20) has 公有产权卫生室 4030个; if within 4747家, that is 84.9%: both can be true.',
    ])
  })

  it('gives both ends of a share that is not known to a tenth', () => {
    const row = { ...whole, 完成值: '12.17', 单位: '万个', 占比: '28.38%', 关联方式: '基数' }
    expect(told({ 完成值: '27.83', 单位: '万个' }, [row])).toEqual([
      '本清单（2023-12-20）公有产权卫生室 27.83万个，若包括在推算的总数 42.8571万—42.9075万个之内，占 64.8%—64.9%：可以都对。',
    ])
  })

  it('names the other date', () => {
    const rows = [
      { 指标: '基地', 完成值: '19', 单位: '个', 截至: '2025-07-25' },
      { 指标: '基地', 完成值: '20', 单位: '家', 截至: '2025-10-17' },
    ]
    expect(told({}, rows)).toEqual(['', '2025-07-25 的文件是 19个，此后增加：日期不同，可以都对。'])
  })
})
