import type { Merge, Table } from './parse.ts'

/**
 * Records in which a cell that a workbook shows over several lines stands on each of them, in the columns asked for:
 * labels do, figures do not, since a figure said once for three rows is none of each.
 */
export function fillMerged(
  { records, merges = [] }: Table,
  isLabel: (at: number) => boolean,
): Table['records'] {
  const tall = merges.filter(({ top, bottom, left }) => bottom > top && isLabel(left))
  if (tall.length === 0) return records
  const beginning = new Map<number, Merge[]>()
  for (const merge of tall) beginning.set(merge.top, [...(beginning.get(merge.top) ?? []), merge])
  const open = new Map<number, { readonly bottom: number; readonly text: string }>()
  return records.map(({ line, cells }) => {
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
  })
}
