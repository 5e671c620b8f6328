import type { Merge, Table } from '../src/load/parse.ts'
import { textRow, workbook } from './xlsx.ts'

/**
 * A city's own table of so many projects, each of three rows whose number and name are said once, in cells over all three
 * where it is a sheet; a sum every ten projects, a note at the end. In every fiftieth the percentages cannot be right.
 */
export function longTable(projects: number): Table {
  const rows: string[][] = [
    ['2023年民生实事完成情况表', '', '', '', '', '', ''],
    ['序号', '项目', '单位', '目标任务', '完成情况', '完成率', '责任单位'],
  ]
  const merges: Merge[] = []
  for (let i = 0; i < projects; i++) {
    for (const left of [0, 1])
      merges.push({ top: rows.length + 1, bottom: rows.length + 3, left, right: left })
    for (let n = 0; n < 3; n++) {
      const [target, done] = [40 + n, 20 + ((i * (n + 1)) % 60)]
      const rate = `${((done / target) * 100 + (i % 50 === 0 ? 5 : 0)).toFixed(1)}%`
      const label = n === 0 ? [`${i + 1}`, `实事${i + 1}`] : ['', '']
      rows.push([...label, '所', `新建${target}所学校`, `已完成${done}所`, rate, '市教育局'])
    }
    if (i % 10 === 9) rows.push(['合计', '', '所', '1000', '900', '', ''])
  }
  rows.push(['注：以上数据由各单位提供', '', '', '', '', '', ''])
  return { records: rows.map((cells, i) => ({ line: i + 1, cells })), brokenQuotes: [], merges }
}

/** The table as text, without its merges. */
export const csvOfTable = ({ records }: Table): string =>
  records.map(({ cells }) => `${cells.join(',')}\n`).join('')

const column = (at: number): string => String.fromCharCode(65 + at)

export const workbookOfTable = ({ records, merges = [] }: Table): Uint8Array =>
  workbook({
    sheets: [
      {
        rows: records.map(({ line, cells }) => textRow(line, cells)).join(''),
        behind: `<mergeCells>${merges
          .map(({ top, bottom, left, right }) => {
            return `<mergeCell ref="${column(left)}${top}:${column(right)}${bottom}"/>`
          })
          .join('')}</mergeCells>`,
      },
    ],
  })
