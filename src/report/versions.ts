import type { Change } from '../compare/versions.ts'
import { headingOf } from '../model/correction.ts'
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
      return ['', '', '', '', String(change.new.line)]
    case 'removed':
      return ['', '', '', String(change.old.line), '']
  }
}

/** How many cells changed, and how many rows came and went. */
export function countChanges(changes: readonly Change[]): Readonly<Record<Change['kind'], number>> {
  const counts = { cell: 0, added: 0, removed: 0 }
  for (const { kind } of changes) counts[kind] += 1
  return counts
}
