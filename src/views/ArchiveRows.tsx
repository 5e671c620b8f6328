import { useCallback, useEffect, useRef, useState } from 'react'
import type { Archive, ArchiveAnswer, ArchiveRow } from '../archive/protocol.ts'
import { RULES } from '../checks/rules/registry.ts'
import { download } from '../exports/download.ts'
import { columnsOf } from '../model/correction.ts'
import type { Row } from '../model/dataSet.ts'
import { isQuestion } from '../model/finding.ts'
import { fileName } from '../report/wording.ts'
import { archiveWords } from '../text/archive.ts'
import { useReviewed, useRoute, useWords } from './context.ts'
import { LeftOutRecords } from './LeftOutRecords.tsx'
import { RowsTable } from './RowsTable.tsx'

/** Rows are asked for in pages of this size. */
const PAGE_ROWS = 200
/** So many pages are kept. */
const PAGES_KEPT = 20

/** The rows that the filter leaves, as printed, fetched as they come into sight. */
export function ArchiveRows({
  archive,
  answer,
}: {
  readonly archive: Archive
  readonly answer: ArchiveAnswer
}) {
  const words = useWords()
  const { entry } = useReviewed().set
  const { filter, lang } = useRoute()
  const text = archiveWords[lang]
  const { rowAt, onSight, askedOf } = usePages(archive, answer)
  const [said, setSaid] = useState('')
  const leftOut = useCallback((to: number) => archive.leftOutAt(0, to), [archive])
  const save = async () => {
    const pieces: string[] = []
    let from: number | undefined = 0
    while (from !== undefined) {
      setSaid(text.saving(`${Math.floor((from / answer.rows) * 100)}%`))
      const piece: Awaited<ReturnType<Archive['csvAt']>> = await archive.csvAt(answer.id, from)
      pieces.push(piece.text)
      from = piece.next
    }
    setSaid('')
    const name = fileName(entry, words.nav.data, filter, words)
    download(`${name}.csv`, new Blob(pieces, { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <>
      <p className="actions">
        {text.rows(answer.rows.toLocaleString('en'))}
        <button
          type="button"
          className="quiet-button"
          onClick={() => save().catch(() => setSaid(text.failed))}
        >
          {text.save}
        </button>
        <span role="status">{said}</span>
      </p>
      <RowsTable
        label={words.data.title}
        lineLabel={words.data.line}
        columns={columnsOf(archive.summary.extraColumns)}
        count={answer.rows}
        rowAt={rowAt}
        askedOf={askedOf}
        onSight={onSight}
      />
      {archive.summary.leftOut > 0 && <LeftOutRecords count={archive.summary.leftOut} records={leftOut} />}
    </>
  )
}

type Pages = ReadonlyMap<number, readonly ArchiveRow[]>

const QUESTIONS: ReadonlySet<string> = new Set(
  RULES.filter(({ id: rule, severity }) => isQuestion({ rule, severity })).map(({ id }) => id),
)

/** What stands in the pages fetched; a row that is not here yet is asked for when it comes into sight. */
function usePages(archive: Archive, { id, rows }: ArchiveAnswer) {
  const [pages, setPages] = useState<Pages>(new Map())
  const asked = useRef(new Set<number>())
  const fetch = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return
      asked.current.add(page)
      archive.rowsAt(id, page * PAGE_ROWS, Math.min(rows, (page + 1) * PAGE_ROWS)).then(
        (found) =>
          setPages((before) => {
            const all = [...before, [page, found] as const].slice(-PAGES_KEPT)
            asked.current = new Set(all.map(([one]) => one))
            return new Map(all)
          }),
        () => asked.current.delete(page),
      )
    },
    [archive, id, rows],
  )
  const onSight = useCallback(
    (from: number, to: number) => {
      for (let page = Math.floor(from / PAGE_ROWS); page <= Math.floor(to / PAGE_ROWS); page++) fetch(page)
    },
    [fetch],
  )
  // A short table stands in the page as a whole, and is never scrolled to.
  useEffect(() => onSight(0, Math.min(rows, 2 * PAGE_ROWS) - 1), [onSight, rows])
  const rowAt = (index: number): Row | undefined => {
    const row = pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]
    return row && asRow(row)
  }
  const askedOf = useCallback(
    (row: Row) =>
      (found.get(row)?.findings ?? []).some((rule) => QUESTIONS.has(rule)) ? 'question' : undefined,
    [],
  )
  return { rowAt, onSight, askedOf }
}

/** The archive's row behind the table's. */
const found = new WeakMap<Row, ArchiveRow>()
const asRows = new WeakMap<ArchiveRow, Row>()

/** As the table takes it: it shows cells, no figures. */
function asRow(row: ArchiveRow): Row {
  const known = asRows.get(row)
  if (known) return known
  const made: Row = {
    line: row.line,
    cells: row.cells,
    extra: row.extra,
    figures: {},
    lowerIsBetter: false,
  }
  asRows.set(row, made)
  found.set(made, row)
  return made
}
