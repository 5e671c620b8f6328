import type { Table } from '../report/tables.ts'

/** Numbers as a table; scrolls sideways by itself, by keyboard too. */
export function DataTable({ table, caption }: { readonly table: Table; readonly caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table made afresh have no other identity
            <tr key={i}>
              {cells.map((cell, j) => (
                <td key={table.columns[j]} className={isNumeric(cell) ? 'numeric' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Figures stand right-aligned; words do not. */
export const isNumeric = (text: string): boolean =>
  /^[-+−约近超]?[\d,.]+\s*(?:[%‰]|[十百千万亿]+)?$/.test(text)
