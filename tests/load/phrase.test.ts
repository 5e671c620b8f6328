import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isClaim, isDash, readPhrase } from '../../src/load/phrase.ts'
import { parseFigure } from '../../src/model/figure.ts'

const read = (cell: string) => {
  const phrase = readPhrase(cell)
  return phrase && [phrase.figure, phrase.rate, phrase.words]
}

describe('one figure among words', () => {
  test.each([
    ['新建 30 所', '30所', '新建'],
    ['完成32所', '32所', '完成'],
    ['公益性岗位540个', '540个', '公益性岗位'],
    ['*徽菜师傅培训不少于240人次', '不少于240人次', '徽菜师傅培训'],
    ['新增就业约6.5万人', '约6.5万人', '新增就业'],
    ['培训１，２００余人次', '1,200余人次', '培训'],
    ['新建口袋公园50个以上', '50个以上', '新建口袋公园'],
    ['改造管网120千米', '120千米', '改造管网'],
    ['投资1.2亿元', '1.2亿元', '投资'],
    ['30所幼儿园', '30所', '幼儿园'],
    ['覆盖率达到95%', '95%', '覆盖率达到'],
    ['下降-3.2个百分点', '-3.2个百分点', '下降'],
    // Numbers that say when or which are none of how many.
    ['2024年9月底前建成3个', '3个', '2024年9月底前建成'],
    ['9月30日前新建2处', '2处', '9月30日前新建'],
    ['新建5G基站300个', '300个', '新建5G基站'],
    ['完成第3批12户', '12户', '完成第3批'],
    ['改造G312沿线8公里', '8公里', '改造G312沿线'],
  ])('%s', (cell, figure, words) => {
    expect(read(cell)).toEqual([figure, undefined, words])
  })

  test.each([
    ['完成9个,完成率100%', '9个', '100%'],
    ['完成330个，完成率为101.54%', '330个', '101.54%'],
    ['已建成18所，占年度目标的90%', '18所', '90%'],
    ['完成率100%', undefined, '100%'],
  ])('%s, and its completion', (cell, figure, rate) => {
    expect(read(cell)?.slice(0, 2)).toEqual([figure, rate])
  })

  test.each([
    '新建30所，改建20所',
    '完成9个，合格率100%',
    '30-40所',
    '32/30',
    '完成率100%，占目标100%',
    '正常推进',
    '2024年底前完成',
    '#DIV/0!',
    '#REF!',
    '',
    `${'字'.repeat(600)}30所`,
  ])('%s has none that can be told', (cell) => {
    expect(readPhrase(cell)).toBeUndefined()
  })

  it('is one that can be read, whatever the cell', () => {
    const piece = fc.constantFrom(
      '新建',
      '30',
      '所',
      ' ',
      '%',
      '约',
      '，',
      '完成率',
      '1,000',
      '.5',
      '-',
      '万',
      '年',
      '第',
      'G',
      '余',
      '#',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const phrase = readPhrase(pieces.join(''))
        if (phrase?.figure !== undefined) expect(typeof parseFigure(phrase.figure)).toBe('object')
        if (phrase?.rate !== undefined) expect(parseFigure(phrase.rate)).toMatchObject({ unit: '%' })
      }),
      { seed: 95, numRuns: 3000 },
    )
  })
})

test.each([
  ['全部完成', true],
  ['已建成投用', true],
  ['全覆盖', true],
  ['未完成', false],
  ['正在推进', false],
  ['基本完成', false],
  ['预计年底完成', false],
  ['完成3个', false],
  ['无任务', false],
])('%s: a claim? %s', (cell, wanted) => {
  expect(isClaim(cell)).toBe(wanted)
})

test.each([
  ['-', true],
  ['——', true],
  ['/', true],
  ['-5', false],
  ['', false],
])('%j: nothing to write? %s', (cell, wanted) => {
  expect(isDash(cell)).toBe(wanted)
})
