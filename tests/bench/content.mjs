// What the plain and the script-drawn page show: made here for both, so that their content is the same.
import Papa from 'papaparse'

/** Percent at the right end of the chart. */
export const AXIS_MAX = 300
export const COLUMNS = ['指标', '完成值', '目标值', '公布的百分比']

export function contentOf(csv) {
  const rows = Papa.parse(csv, { header: true, skipEmptyLines: true }).data
  const projects = [...grouped(rows, (row) => row.序号).values()].map(projectOf)
  return {
    title: `${rows[0].地区} ${rows[0].年度} 年民生实事，完成得怎样`,
    headline: `${projects.length} 件实事 ${rows.length} 项指标，截至 ${rows[0].截至}。`,
    chartTitle: '每件实事完成到目标的百分之几',
    source: '来源：2023-12-20 新闻发布会；没有公布完成率的不画条。',
    groups: [...groupsBy(projects, 'level'), ...groupsBy(projects, 'domain')],
    projects,
  }
}

function projectOf(rows) {
  const [{ 序号: no, 项目: name, 层级: level, 领域: domain }] = rows
  const marks = rows.map((row) => Number.parseFloat(row.完成率)).filter(Number.isFinite)
  const highest = marks.length > 0 ? Math.max(...marks) : undefined
  const claim = rows.find((row) => row.声明)?.声明
  const label = highest === undefined ? (claim ?? '未列完成率') : `${highest}%`
  return { no, name, level, domain, marks, highest, label, indicators: rows.map(indicatorOf) }
}

const indicatorOf = (row) => ({
  name: row.指标,
  actual: `${row.完成值}${row.单位}`,
  target: row.目标值 && `${row.目标值}${row.单位}`,
  stated:
    row.完成率 ||
    (row.超目标 && `超目标 ${row.超目标}`) ||
    (row.占比 && `${row.口径} ${row.占比}`) ||
    (row.同比 && `同比 ${row.同比}`) ||
    row.声明,
})

const groupsBy = (projects, kind) =>
  [...grouped(projects, (project) => project[kind])].map(([key, members]) => ({
    kind,
    key,
    total: members.length,
  }))

function grouped(items, keyOf) {
  const groups = new Map()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
