import { describe, expect, it, test } from 'vitest'
import { COLUMNS } from '../../src/model/dataSet.ts'
import { COLUMN_GLOSSES, glossed, glossesIn, glossLines } from '../../src/text/glosses.ts'
import { zh } from '../../src/text/zh.ts'
import { BULLETINS, nanyang, shippedSet } from '../shipped.ts'

/** 58.85[×10,000]… : each word of the data with its English behind it. */
const told = (text: string) =>
  glossed(text)
    .map((one) => one.text + (one.gloss === undefined ? '' : `[${one.gloss}]`))
    .join('')

test.each([
  ['1078户', '1078户[households]'],
  ['58.85万人次', '58.85万[×10,000]人次[visits, attendances]'],
  ['15.5个百分点', '15.5个百分点[percentage points]'],
  ['不少于8166户', '不少于[at least]8166户[households]'],
  ['12万余个', '12万[×10,000]余[and some more]个[items]'],
  ['5000元/月', '5000元[yuan]/月[per month]'],
  ['12千米', '12千米[kilometres]'],
  ['1078户 ÷ 2.89% = 3', '1078户[households] ÷ 2.89% = 3'],
  ['省定', '省定[set by the province]'],
  // Names and dates are no figures.
  ['社区15分钟健身圈', '社区15分钟健身圈'],
  ['2023年', '2023年'],
  ['户籍', '户籍'],
  ['', ''],
])('%s is told as %s', (text, wanted) => {
  expect(told(text)).toBe(wanted)
  expect(
    glossed(text)
      .map((one) => one.text)
      .join(''),
  ).toBe(text)
})

test.each([
  ['万人次', '万[×10,000]人次[visits, attendances]'],
  ['元/月', '元[yuan]/月[per month]'],
  ['万元/年', '万[×10,000]元[yuan]/年[per year]'],
  ['千米', '千米[kilometres]'],
  ['开工', '开工[begun]'],
  ['某单位', '某单位'],
])('the cell %s is told as %s', (text, wanted) => {
  expect(told(text)).toBe(wanted)
})

describe('in the lists shipped', () => {
  const rows = [nanyang, ...BULLETINS.map(shippedSet)].flatMap((set) => set.rows)

  it('every unit and level has its English', () => {
    const words = new Set(rows.flatMap(({ cells }) => [cells.unit, cells.level, cells.basis]))
    const bare = [...words].filter((word) => word !== '' && word !== '%' && glossesIn([word]).length === 0)
    expect(bare).toEqual([])
  })

  it('each word is told once, five to a line', () => {
    const texts = rows.flatMap(({ cells }) => [cells.level, cells.unit])
    const told = glossesIn(texts)
    expect(new Set(told.map(([word]) => word)).size).toBe(told.length)
    const lines = glossLines(texts)
    expect(lines).toHaveLength(Math.ceil(told.length / 5))
    expect(lines.join('; ')).toContain('省定 = set by the province')
  })

  it('nothing is told of what holds no such word', () => {
    expect(glossLines(['109%', '职业技能培训'])).toEqual([])
  })
})

it('every column has its English', () => {
  expect(Object.keys(COLUMN_GLOSSES)).toEqual(COLUMNS.map(([key]) => key))
})

it('in Chinese nothing is glossed', () => {
  expect(zh.gloss.stretches('省定')).toEqual([{ text: '省定' }])
  expect(zh.gloss.lines(['省定', '5户'])).toEqual([])
})
