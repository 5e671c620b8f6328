import { isQuestioned } from '../checks/check.ts'
import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import { COLUMNS, type Row } from '../model/dataSet.ts'
import { contractTable } from '../report/tables.ts'
import { fileName } from '../report/wording.ts'
import { visibleRows } from '../state/derive.ts'
import { useAddress, useReviewed, useRoute, useWords } from './context.ts'
import { isNumeric } from './DataTable.tsx'
import { FilterBar } from './FilterBar.tsx'

/** 数据: the whole table as it was printed, its problems, and the file itself. */
export function DataPage() {
  const board = useReviewed()
  const words = useWords()
  const { filter, sort } = useRoute()
  const { set } = board
  const rows = visibleRows(board, filter, sort)
  const save = () =>
    downloadCsv(
      fileName(set.entry, words.nav.data, filter, words),
      toCsv(contractTable(rows, set.extraColumns)),
    )
  return (
    <>
      <h1 tabIndex={-1}>{words.data.title}</h1>
      <p className="headline">
        {words.data.about(set.rows.length, set.entry.file)}{' '}
        <a href={`./data/${encodeURIComponent(set.entry.file)}`} download={set.entry.file}>
          {words.data.original}
        </a>
        <button type="button" className="quiet-button" onClick={save}>
          {words.data.filtered}
        </button>
      </p>
      <FilterBar />
      <Rows rows={rows} />
      <Problems />
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  const { extraColumns } = board.set
  // Columns that no row fills would only push the others out of sight.
  const columns = COLUMNS.filter(([key]) => board.set.rows.some((row) => row.cells[key] !== ''))
  if (rows.length === 0) return <p className="nothing">{words.filters.nothing}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box data" tabIndex={0} aria-label={words.data.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.data.line}</th>
            {columns.map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            {extraColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} className={isQuestioned(board, row) ? 'questioned' : undefined}>
              <td className="numeric quiet">{row.line}</td>
              {columns.map(([key]) => (
                <td key={key} className={isNumeric(row.cells[key]) ? 'numeric' : undefined}>
                  {key === 'indicator' ? (
                    <a
                      href={address({
                        view: 'project',
                        project: board.projectOf.get(row)?.id ?? '',
                        line: row.line,
                      })}
                    >
                      {row.cells[key]}
                    </a>
                  ) : (
                    row.cells[key]
                  )}
                </td>
              ))}
              {extraColumns.map((name) => (
                <td key={name}>{row.extra[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Problems() {
  const { set } = useReviewed()
  const words = useWords()
  if (set.issues.length === 0) return <p className="quiet">{words.data.noIssues}</p>
  const heads = words.data.issueColumns
  return (
    <section className="problems">
      <h2>{words.data.issues}</h2>
      <table>
        <thead>
          <tr>
            {[heads.line, heads.column, heads.text, heads.problem].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {set.issues.map((issue) => (
            <tr key={`${issue.line}-${issue.column ?? ''}-${issue.kind}`}>
              <td className="numeric">{issue.line}</td>
              <td>{issue.column}</td>
              <td>{issue.text}</td>
              <td>{words.issue(issue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
