import { expect, test } from 'vitest'
import { type Cells, findingsOf } from '../../build.ts'

const projects = (...levels: string[]): Cells[] =>
  levels.map((层级, i) => ({ 序号: String(i + 1), 项目: `项目${i + 1}`, 层级, 完成值: '1' }))

test.each<[string, Record<string, number> | undefined, Cells[], [string, number, number][]]>([
  ['as stated', { 省定: 1, 市定: 2 }, projects('省定', '市定', '市定'), []],
  ['edge: one too few', { 市定: 3 }, projects('市定', '市定'), [['市定', 3, 2]]],
  ['edge: one too many', { 市定: 1 }, projects('市定', '市定'), [['市定', 1, 2]]],
  [
    'two levels wrong',
    { 省定: 2, 市定: 2 },
    projects('省定'),
    [
      ['省定', 2, 1],
      ['市定', 2, 0],
    ],
  ],
  ['none stated', { 市定: 0 }, projects('省定'), []],
  ['nothing stated', undefined, projects('省定'), []],
  ['a level nobody speaks of', { 省定: 1 }, projects('省定', '县定'), []],
  [
    'rows are not projects',
    { 市定: 1 },
    [
      { 层级: '市定', 完成值: '1' },
      { 层级: '市定', 指标: '乙', 完成值: '1' },
    ],
    [],
  ],
  [
    'a project of both levels counts for each',
    { 省定: 1, 市定: 1 },
    [
      { 层级: '市定', 完成值: '1' },
      { 层级: '省定', 完成值: '1' },
    ],
    [],
  ],
])('project-count %s', (_, stated, rows, wanted) => {
  const found = findingsOf('project-count', rows, stated ? { projects: stated } : {})
  expect(found.map(({ facts }) => [facts.level, facts.stated, facts.found])).toEqual(wanted)
  expect(found.every(({ severity, row }) => severity === 'warning' && row === undefined)).toBe(true)
})
