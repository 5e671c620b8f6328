import { expect, test } from 'vitest'
import { aboutTable } from '../../src/load/aboutTable.ts'

const about = (...texts: string[]) => {
  const { region, year, as_of, unit } = aboutTable(texts)
  return [region, year, as_of, unit]
}

test.each([
  ['南阳市2024年民生实事完成情况', '南阳市', '2024', undefined],
  ['2024年南阳市重点民生实事进展', '南阳市', '2024', undefined],
  ['河南省南阳市镇平县2024年度民生实事', '南阳市/镇平县', '2024', undefined],
  ['河南省2022年重点民生实事', '河南省', '2022', undefined],
  ['湘西州2021年进度（截至8月底）', '湘西州', '2021', '2021-08'],
  ['郑州市2024年民生实事', '郑州市', '2024', undefined],
  ['杭州市2024年民生实事', '杭州市', '2024', undefined],
  ['上饶市信州区2024年民生实事', '上饶市/信州区', '2024', undefined],
  ['2024年恩施州民生实事', '恩施州', '2024', undefined],
  ['凉山州2024年民生实事', '凉山州', '2024', undefined],
  ['凉山彝族自治州西昌市2024年', '凉山彝族自治州/西昌市', '2024', undefined],
  ['全市2024年民生实事完成情况', undefined, '2024', undefined],
  ['各县区2024年民生实事完成情况', undefined, '2024', undefined],
  ['城市更新2024', undefined, '2024', undefined],
  ['南阳市2023年民生实事（截至2023年12月20日）', '南阳市', '2023', '2023-12-20'],
  ['数据截至2024-09-30', undefined, '2024', '2024-09-30'],
  ['2024年1-9月民生实事', undefined, '2024', '2024-09'],
  ['南阳市2020年4月份进展', '南阳市', '2020', '2020-04'],
  ['河南省2024年前三季度', '河南省', '2024', '2024-09'],
  ['某市2024年前10个月进展', '某市', '2024', '2024-10'],
  ['前9个月进展（某市2024年）', '某市', '2024', '2024-09'],
  // A number of projects is no month.
  ['某市2023年10件民生实事完成情况', '某市', '2023', undefined],
  ['某市2023年12月20日前进展', '某市', '2023', '2023-12-20'],
  ['某市2023年10-12月进展', '某市', '2023', '2023-12'],
  ['2023年1号文件', undefined, '2023', undefined],
  // How soon something was done is no day that figures run to.
  ['注：截至2023年12月20日，均提前1个月完成', undefined, '2023', '2023-12-20'],
  ['2023年民生实事（提前2个月全部完成）', undefined, '2023', undefined],
  ['某市2024年上半年进展', '某市', '2024', '2024-06'],
  ['某市2021年一季度进展', '某市', '2021', '2021-03'],
  ['nanyang-2023', undefined, '2023', undefined],
  ['nanyang-2023-12', undefined, '2023', '2023-12'],
  ['人口12024人', undefined, undefined, undefined],
  ['', undefined, undefined, undefined],
])('%s', (text, region, year, asOf) => {
  expect(about(text).slice(0, 3)).toEqual([region, year, asOf])
})

test('of a text in place of a title only the beginning is looked at', () => {
  for (const char of '（([【1年') {
    const text = char.repeat(32_767)
    expect(about(text, `${text}（截至2024年9月）`)).toEqual([undefined, undefined, undefined, undefined])
  }
})

test('what one line leaves open another tells; the first that says it counts', () => {
  expect(about('民生实事进展', '（截至11月底）', '单位：万元', '镇平县2023年', '内乡县2022年')).toEqual([
    '镇平县',
    '2023',
    '2023-11',
    '万元',
  ])
})

test.each([
  ['单位：万元', '万元'],
  ['（单位: 公里）', '公里'],
  // One of several is the unit of no row in particular.
  ['单位：个、人（如无说明）', undefined],
  ['填报单位：某局', undefined],
])('%s', (text, unit) => {
  expect(about(text)[3]).toBe(unit)
})
