import type { Merge, Table } from './parse.ts'

/**
 * Records in which a cell that a workbook shows over several lines stands on each of them, in the columns asked for:
 * labels do, figures do not, since a figure said once for three rows is none of each. The table may come in pieces;
 * merges come with their first line, or before it.
 */
export function startFilling(isLabel: (at: number) => boolean): (table: Table) => Table['records'] {
  const beginning = new Map<number, Merge[]>()
  const open = new Map<number, { readonly bottom: number; readonly text: string }>()
  return ({ records, merges = [] }) => {
    for (const merge of merges) {
      if (merge.bottom <= merge.top || !isLabel(merge.left)) continue
      const known = beginning.get(merge.top)
      if (known) known.push(merge)
      else beginning.set(merge.top, [merge])
    }
    return beginning.size === 0 ? records : records.map(fill)
  }

  function fill({ line, cells }: Table['records'][number]): Table['records'][number] {
    const filled = [...cells]
    for (const [left, { bottom, text }] of open) {
      if (line > bottom) open.delete(left)
      else if ((filled[left] ?? '').trim() === '') {
        while (filled.length < left) filled.push('')
        filled[left] = text
      }
    }
    for (const { left, bottom } of beginning.get(line) ?? []) {
      const text = cells[left] ?? ''
      if (text.trim() !== '') open.set(left, { bottom, text })
    }
    return { line, cells: filled }
  }
}
