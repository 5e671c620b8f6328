import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import { NO_FILTER } from '../model/filter.ts'
import { issueTable } from '../report/tables.ts'
import { fileName } from '../report/wording.ts'
import { useReviewed, useWords } from './context.ts'
import { DataTable } from './DataTable.tsx'

/** What of the file could not be read, place by place; the rest of each row is used. */
export function Problems() {
  const { set } = useReviewed()
  const words = useWords()
  if (set.issues.length === 0) return <p className="quiet">{words.data.noIssues}</p>
  const table = issueTable(set, words)
  const save = () => downloadCsv(fileName(set.entry, words.data.issues, NO_FILTER, words), toCsv(table))
  return (
    <section className="problems">
      <h2>{words.data.issues}</h2>
      <DataTable table={table} caption={words.data.issues} />
      <button type="button" className="quiet-button" onClick={save}>
        {words.data.saveIssues}
      </button>
    </section>
  )
}
