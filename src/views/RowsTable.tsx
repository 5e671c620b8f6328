import { memo, type ReactNode, useCallback } from 'react'
import { askedOf } from '../checks/check.ts'
import { type AnyColumn, cellOf, columnsOf, headingOf, isExtra } from '../model/correction.ts'
import type { ColumnKey, Row } from '../model/dataSet.ts'
import { useReviewed, useWords } from './context.ts'
import { isNumeric } from './DataTable.tsx'
import { fetched } from './Failing.tsx'
import { Glossed } from './Glossed.tsx'
import { asked } from './later.ts'

/** What a table of rows needs to know; a long one draws only what is in sight. */
export interface RowsTableProps {
  readonly label: string
  readonly lineLabel: string
  readonly columns: readonly AnyColumn[]
  readonly count: number
  /** Undefined as long as the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  /** What is asked of a row: it is marked at its line's start. */
  readonly askedOf: (row: Row) => 'question' | 'answered' | undefined
  readonly cell?: (row: Row, column: AnyColumn) => ReactNode
  /** Told which rows are in sight, for those who have to fetch them. */
  readonly onSight?: (from: number, to: number) => void
}

/** Up to here all rows stand in the page, as paper and the browser's own search want it. */
const PLAIN_ROWS = 300
export const ROW_HEIGHT = 30

/** Comes with the first table that needs it. */
const VirtualRows = fetched(asked.virtualRows)

export function RowsTable(props: RowsTableProps) {
  return props.count <= PLAIN_ROWS ? <PlainRows {...props} /> : <VirtualRows {...props} />
}

interface ShownRowsProps extends Pick<RowsTableProps, 'columns' | 'cell'> {
  /** What the filter leaves of them. */
  readonly rows: readonly Row[]
}

/** Rows of the data set that is shown. */
export function ShownRows({ rows, ...rest }: ShownRowsProps) {
  const board = useReviewed()
  const words = useWords()
  const askedHere = useCallback((row: Row) => askedOf(board, row), [board])
  if (rows.length === 0) return <p className="nothing">{words.filters.nothing}</p>
  return (
    <RowsTable
      label={words.data.title}
      lineLabel={words.data.line}
      count={rows.length}
      rowAt={(i) => rows[i]}
      askedOf={askedHere}
      {...rest}
    />
  )
}

function PlainRows({ label, count, rowAt, ...rest }: RowsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box data" tabIndex={0} aria-label={label}>
      <table>
        <Head {...rest} />
        <tbody>
          {Array.from({ length: count }, (_, i) => {
            const row = rowAt(i)
            return row && <Line key={row.line} row={row} {...rest} />
          })}
        </tbody>
      </table>
    </section>
  )
}

type LineProps = Omit<RowsTableProps, 'label' | 'count' | 'rowAt' | 'onSight'>

export function Head({ columns, lineLabel }: Pick<LineProps, 'columns' | 'lineLabel'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{lineLabel}</th>
        {columns.map((column) => (
          <th key={column} scope="col" className={`c-${isExtra(column) ? 'extra' : column}`}>
            {headingOf(column)}
            {!isExtra(column) && <ColumnGloss column={column} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** What a column of the contract is called where the interface speaks another language. */
function ColumnGloss({ column }: { readonly column: ColumnKey }) {
  const name = useWords().gloss.column(column)
  return name === '' ? null : <small className="column-gloss">{name}</small>
}

const LOOKS = { question: 'questioned', answered: 'was-asked', nothing: undefined } as const

export const Line = memo(function Line({
  row,
  index,
  columns,
  askedOf,
  cell,
}: LineProps & { readonly row: Row; readonly index?: number }) {
  return (
    <tr
      className={LOOKS[askedOf(row) ?? 'nothing']}
      {...(index !== undefined && { 'aria-rowindex': index, style: { height: ROW_HEIGHT } })}
    >
      <td className="numeric quiet">{row.line}</td>
      {columns.map((column) => {
        const text = cellOf(row, column)
        return (
          <td key={column} className={isNumeric(text) ? 'numeric' : undefined}>
            {cell ? cell(row, column) : <Glossed text={text} />}
          </td>
        )
      })}
    </tr>
  )
})

/**
 * Columns that tell rows apart, and what all rows agree in: said once, it need not push others out of sight.
 * @param all every column, as it takes to correct any cell
 */
export function columnsIn(
  rows: readonly Row[],
  extraColumns: readonly string[],
  all = false,
): { readonly columns: readonly AnyColumn[]; readonly same: readonly (readonly [AnyColumn, string])[] } {
  const values = columnsOf(extraColumns).map(
    (column) => [column, new Set(rows.map((row) => cellOf(row, column)))] as const,
  )
  const isSame = (column: AnyColumn, texts: ReadonlySet<string>) =>
    rows.length > 1 && texts.size === 1 && SAID_ONCE.has(column)
  if (all) return { columns: values.map(([column]) => column), same: [] }
  return {
    // Columns that no row fills would only push the others out of sight.
    columns: values
      .filter(([column, texts]) => !isSame(column, texts) && [...texts].some((text) => text !== ''))
      .map(([column]) => column),
    same: values.flatMap(([column, texts]) => {
      const [text = ''] = texts
      return isSame(column, texts) && text !== '' ? [[column, text] as const] : []
    }),
  }
}

const SAID_ONCE: ReadonlySet<AnyColumn> = new Set(['region', 'year', 'as_of', 'level', 'source', 'basis'])

/** What all rows agree in, in a line above the table. */
export function SameColumns({ same }: { readonly same: ReturnType<typeof columnsIn>['same'] }) {
  const words = useWords()
  if (same.length === 0) return null
  const named = (column: AnyColumn) => {
    const gloss = isExtra(column) ? '' : words.gloss.column(column)
    return headingOf(column) + (gloss === '' ? '' : ` (${gloss})`)
  }
  const parts = same.map(([column, text]) => `${named(column)} ${text}`)
  return <p className="quiet">{words.data.same(parts.join(words.headline.join))}</p>
}
