import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { Head, Line, ROW_HEIGHT, type RowsTableProps } from './RowsTable.tsx'

/** A long table: only the rows in sight stand in the page. */
export function VirtualRows({ label, count, rowAt, onSight, ...rest }: RowsTableProps) {
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    onChange: ({ range }) => range && onSight?.(range.startIndex, range.endIndex),
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className="table-box data virtual" tabIndex={0} aria-label={label}>
      <table aria-rowcount={count + 1}>
        <Head {...rest} />
        <tbody>
          <Spacer height={before} />
          {items.map(({ index }) => {
            const row = rowAt(index)
            return row ? (
              <Line key={index} row={row} index={index + 2} {...rest} />
            ) : (
              <tr key={index} style={{ height: ROW_HEIGHT }} aria-rowindex={index + 2}>
                <td className="numeric quiet">…</td>
              </tr>
            )
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </section>
  )
}

/** Room of the rows that are not drawn. */
const Spacer = ({ height }: { readonly height: number }) => (
  <tr>
    <td style={{ height, padding: 0, border: 0 }} />
  </tr>
)
