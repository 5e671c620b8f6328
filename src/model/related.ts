import type { Project, Row } from './dataSet.ts'

/**
 * How a row of another document is tied to the list. The three columns are not among the contract's own; a
 * file of related figures has them, and they are carried like any column that the contract does not know.
 */
export const RELATED = { project: '关联项目', indicator: '关联指标', way: '关联方式' } as const

/** How the row's quantity bears on the related indicator's: it is its whole, or its 基数 (printed or implied) is. */
export const WAYS = { 整体: 'whole', 基数: 'base' } as const
export type Way = (typeof WAYS)[keyof typeof WAYS]

/** Names of the projects that the row bears on; several are kept apart by `；`. */
export const relatedProjects = (row: Row): string[] =>
  (row.extra[RELATED.project] ?? '')
    .split(/[；;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The indicator of the list that the row is held against, and how; undefined where it is not. */
export function tieOf(row: Row): { readonly indicator: string; readonly way: Way } | undefined {
  const indicator = row.extra[RELATED.indicator] ?? ''
  const way = Object.entries(WAYS).find(([name]) => name === row.extra[RELATED.way])?.[1]
  return indicator === '' || way === undefined ? undefined : { indicator, way }
}

export const isRelatedTo = (row: Row, project: Project): boolean =>
  relatedProjects(row).includes(project.name)
