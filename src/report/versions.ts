import type { Change } from '../compare/versions.ts'
import { headingOf } from '../model/correction.ts'
import { COLUMNS, FIGURE_COLUMNS, type Row } from '../model/dataSet.ts'
import type { KeptWords } from '../text/kept.ts'
import type { Table } from './tables.ts'

/** What changed between two versions of a file, a line per cell, and per row that came or went. */
export function changeTable(changes: readonly Change[], { versions: words }: KeptWords): Table {
  const c = words.columns
  return {
    columns: [
      ...[c.kind, c.region, c.asOf, c.level, c.project, c.indicator],
      ...[c.column, c.before, c.after, c.lineBefore, c.lineAfter],
    ],
    rows: changes.map((change) => {
      const { region, as_of, level, project, indicator } = rowOf(change).cells
      return [words.kinds[change.kind], region, as_of, level, project, indicator, ...whatOf(change)]
    }),
  }
}

/** As the new version has it, where it is still there. */
const rowOf = (change: Change) => (change.kind === 'removed' ? change.old : change.new)

function whatOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'cell': {
      const { column, before, after, old, new: now } = change
      return [headingOf(column), before, after, String(old.line), String(now.line)]
    }
    case 'added':
      return ['', '', figuresIn(change.new), '', String(change.new.line)]
    case 'removed':
      return ['', figuresIn(change.old), '', String(change.old.line), '']
  }
}

/** What a row says besides what it is about; the claim, where it stands for the figures. */
const FIGURES = COLUMNS.flatMap(([key]) =>
  key === 'unit' || key === 'claim' || FIGURE_COLUMNS.some((figure) => figure === key) ? [key] : [],
)

/** A whole row's figures as printed: 完成值 12 单位 公里. */
const figuresIn = (row: Row): string =>
  FIGURES.flatMap((key) => (row.cells[key] === '' ? [] : [`${headingOf(key)} ${row.cells[key]}`])).join(' ')

/** How many cells changed, and how many rows came and went. */
export function countChanges(changes: readonly Change[]): Readonly<Record<Change['kind'], number>> {
  const counts = { cell: 0, added: 0, removed: 0 }
  for (const { kind } of changes) counts[kind] += 1
  return counts
}
