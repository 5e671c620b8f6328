import { expect, test } from 'vitest'
import { tableFromClipboard } from '../../src/load/clipboard.ts'

const cells = (text: string) => tableFromClipboard(text).records.map((record) => record.cells)

test.each<[string, string, string[][]]>([
  [
    'as Excel copies',
    '项目\t指标\t完成值\r\n甲\t乙\t1,007.8\r\n',
    [
      ['项目', '指标', '完成值'],
      ['甲', '乙', '1,007.8'],
    ],
  ],
  [
    'a cell of two lines',
    '项目\t说明\r\n"甲\n乙"\t丙\r\n',
    [
      ['项目', '说明'],
      ['甲\n乙', '丙'],
    ],
  ],
  [
    'a cell with quotes and a tab',
    '项目\t说明\r\n甲\t"""一老""\t一小"',
    [
      ['项目', '说明'],
      ['甲', '"一老"\t一小'],
    ],
  ],
  [
    'commas in a title above',
    '某市, 2024年\r\n项目\t指标\r\n甲\t1,2',
    [['某市, 2024年'], ['项目', '指标'], ['甲', '1,2']],
  ],
  [
    'blank cells at the end',
    '项目\t指标\t\r\n甲\t\t',
    [
      ['项目', '指标', ''],
      ['甲', '', ''],
    ],
  ],
  [
    'text with commas',
    '项目,指标\n甲,乙',
    [
      ['项目', '指标'],
      ['甲', '乙'],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, wanted) => {
  expect(cells(text)).toEqual(wanted)
})

test('lines are counted from the first one copied', () => {
  const { records } = tableFromClipboard('a\tb\r\n\r\n"c\nd"\te\r\nf\tg')
  expect(records.map(({ line }) => line)).toEqual([1, 3, 5])
})
