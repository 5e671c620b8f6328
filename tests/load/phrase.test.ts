import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isClaim, isDash, readPhrase } from '../../src/load/phrase.ts'
import { parseFigure } from '../../src/model/figure.ts'

const read = (cell: string, of?: 'target') => {
  const phrase = readPhrase(cell, of)
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

  test.each([
    '超额完成5个',
    '剩余5所未完成',
    '还差5个',
    '未开工3个',
    '缺口5个',
    '不足30个',
    '不到5个',
    '减少5个',
    '同比增长4.3%',
    '预计年底完成30个',
    '年内计划完成30个',
    '目标30所',
    '下达任务30个',
    '其中新建5所',
    '已完成3成',
    '完成百分之95',
    '全部开工，还差5个',
  ])('%s says another thing than what was done', (cell) => {
    expect(readPhrase(cell)).toBeUndefined()
  })

  test.each([
    ['年内计划完成30个', '30个'],
    ['目标30所', '30所'],
    ['减少用煤5万吨', '5万吨'],
    ['工程进度达95%', '95%'],
    ['剩余5所', undefined],
  ])('%s as a target', (cell, figure) => {
    expect(read(cell, 'target')?.[0]).toBe(figure)
  })

  test.each([
    ['完成3个，其余正在推进', '3个'],
    ['已完成30所，预计年底全部投用', '30所'],
    ['未成年人保护站3个', '3个'],
    ['完成任务30个', '30个'],
  ])('%s by the clause it stands in', (cell, figure) => {
    expect(read(cell)?.slice(0, 2)).toEqual([figure, undefined])
  })

  test.each([
    ['已完成95%', '95%'],
    ['进度达95%', '95%'],
    ['完成目标的95%', '95%'],
    ['累计完成年度任务的约95.5%', '约95.5%'],
    ['形象进度95%以上', '95%以上'],
  ])('%s is of the target', (cell, rate) => {
    expect(read(cell)?.slice(0, 2)).toEqual([undefined, rate])
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
