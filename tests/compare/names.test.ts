import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { bigramsOf, likeness, plainName } from '../../src/compare/names.ts'
import { printed } from '../build.ts'

describe('a plain name', () => {
  test.each([
    ['妇女“两癌”筛查', '妇女「两癌」筛查'],
    ['技能人才（取证）', '技能人才(取证)'],
    ['技能人才（取证）', '技能人才 取证'],
    ['农村公路新建和改造', '农村公路新建、改造'],
    ['农村公路新建和改造', '农村公路新建与改造'],
    ['农村公路新建和改造', '农村公路新建以及改造'],
    ['10千伏及以下线路', '１０千伏、以下线路'],
    ['5G基站', '５ｇ 基站'],
  ])('%s is %s', (a, b) => {
    expect(plainName(a)).toBe(plainName(b))
  })

  test.each([
    ['涉及居民', '涉居民'],
    ['科学普及', '科学普'],
    ['宫颈癌筛查', '乳腺癌筛查'],
    ['10千伏线路', '35千伏线路'],
  ])('%s is not %s', (a, b) => {
    expect(plainName(a)).not.toBe(plainName(b))
  })

  it('leaves out what joins, unless 涉 or 普 stands before it', () => {
    // What Safari has from 16.4 on only.
    const joints = /以及|[和与]|(?<![涉普])及/g
    const words = fc.string({ unit: fc.constantFrom(...'以及和与涉普路'), maxLength: 12 })
    fc.assert(
      fc.property(words, (name) => {
        expect(plainName(name)).toBe(name.replace(joints, ''))
      }),
    )
  })
})

describe('likeness', () => {
  const of = (a: string, b: string) => printed(likeness(bigramsOf(a), bigramsOf(b)))

  test.each([
    ['老旧小区改造', '老旧小区改造', '1'],
    // 5 and 7 pairs, 4 of them shared.
    ['老旧小区改造', '老旧小区开工改造', '2/3'],
    ['宫颈癌筛查', '乳腺癌筛查', '1/2'],
    ['农村公路新建改造', '新建改造农村公路', '6/7'],
    ['学校', '医院', '0'],
    // Each of the two 人人 has a partner only where there are two.
    ['人人人', '人人', '2/3'],
    ['路', '路', '1'],
    ['路', '桥', '0'],
    ['', '路', '0'],
    ['', '', '0'],
  ])('of %s and %s is %s', (a, b, wanted) => {
    expect([of(a, b), of(b, a)]).toEqual([wanted, wanted])
  })

  it('lies between 0 and 1, is 1 of a name and itself, and asks for no order', () => {
    const name = fc.string({ unit: fc.constantFrom('新', '建', '改', '造', '𠮷'), maxLength: 8 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const { n, d } = likeness(bigramsOf(a), bigramsOf(b))
        expect(n >= 0n && n <= d).toBe(true)
        expect(likeness(bigramsOf(b), bigramsOf(a))).toEqual({ n, d })
        if (a !== '') expect(of(a, a)).toBe('1')
      }),
    )
  })
})
