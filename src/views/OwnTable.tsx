import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import { printedIn } from '../load/correct.ts'
import {
  type AnyColumn,
  type Correction,
  cellOf,
  headingOf,
  withCorrection,
  withoutCorrection,
} from '../model/correction.ts'
import type { Row } from '../model/dataSet.ts'
import { amendedTable } from '../report/amended.ts'
import { contractTable } from '../report/tables.ts'
import { correct, type Held, held } from '../state/own.ts'
import { kept, saidOnlyHere, whyNotKept } from '../text/kept.ts'
import { useBoard, useBoardStore, useReviewed, useRoute } from './context.ts'
import { columnsIn, SameColumns, ShownRows } from './RowsTable.tsx'
import './own.css'

interface OwnTableProps {
  readonly rows: readonly Row[]
  /** A cell as the site's own data sets show it. */
  readonly cell: (row: Row, column: AnyColumn) => ReactNode
}

/** The table of a data set of the reader's own: its cells can be corrected, and what was printed stays beside. */
export function OwnTable({ rows, cell: plain }: OwnTableProps) {
  const { lang } = useRoute()
  const words = kept[lang]
  const text = words.correction
  const store = useBoardStore()
  const id = useBoard(({ shown }) => shown ?? '')
  const [one, setOne] = useState<Held>()
  const [isCorrecting, setCorrecting] = useState(false)
  const [said, setSaid] = useState('')
  const { set } = useReviewed()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a correction makes another set of the same id
  useEffect(() => {
    held(id).then(setOne, () => setOne(undefined))
  }, [id, set])
  const { columns, same } = useMemo(
    () => columnsIn(set.rows, set.extraColumns, isCorrecting),
    [set, isCorrecting],
  )
  const change = async (make: (list: readonly Correction[]) => readonly Correction[]) => {
    const saved = await correct(store, id, make)
    setSaid(
      !saved.ok
        ? whyNotKept(words, saved.problem)
        : saved.notKept
          ? `${text.corrected} ${saidOnlyHere(words, saved.notKept)}`
          : text.corrected,
    )
  }
  const put = (row: Row, column: AnyColumn, to: string) => {
    if (!one) return
    const from = printedIn(one.printed, row.line, column) ?? ''
    void change((list) =>
      withCorrection(list, { line: row.line, column, from, to, at: new Date().toISOString() }),
    )
  }
  const save = (isTold: boolean) =>
    downloadCsv(
      isTold ? text.fileNameTold(set.entry.title) : text.fileName(set.entry.title),
      toCsv(
        isTold
          ? amendedTable(set, one?.corrected.applied ?? [], kept[lang])
          : contractTable(set.rows, set.extraColumns),
      ),
    )
  const cell = (row: Row, column: AnyColumn) => {
    const now = cellOf(row, column)
    const printed = one?.corrected.printedAt(row.line, column)
    const shown =
      printed === undefined ? (
        isCorrecting ? (
          now
        ) : (
          plain(row, column)
        )
      ) : (
        <span className="corrected">
          <ins>{now || text.blank}</ins> <del>{text.printedAs(printed || text.blank)}</del>
        </span>
      )
    if (!isCorrecting) return shown
    const label = text.correctCell(headingOf(column), row.line)
    return (
      <Cell label={label} text={now} put={(to) => put(row, column, to)}>
        {shown}
      </Cell>
    )
  }
  return (
    <>
      <p className="actions">
        {/* A part of a large data set has no corrections of its own. */}
        {one && (
          <button
            type="button"
            className="action"
            aria-pressed={isCorrecting}
            onClick={() => setCorrecting(!isCorrecting)}
          >
            {text.correct}
          </button>
        )}
        {one && one.corrections.length > 0 && (
          <>
            <button type="button" className="quiet-button" onClick={() => save(false)}>
              {text.save}
            </button>
            <button
              type="button"
              className="quiet-button"
              title={text.withPrinted}
              onClick={() => save(true)}
            >
              {text.saveWithPrinted}
            </button>
          </>
        )}
        <span role="status">{said}</span>
      </p>
      <SameColumns same={same} />
      <ShownRows rows={rows} columns={columns} cell={cell} />
      {one && one.corrections.length > 0 && (
        <Corrections
          held={one}
          takeBack={({ line, column }) => void change((list) => withoutCorrection(list, line, column))}
        />
      )}
    </>
  )
}

interface CellProps {
  readonly label: string
  readonly text: string
  readonly put: (to: string) => void
  readonly children: ReactNode
}

/** A cell that turns into a field: Enter or leaving it puts the correction, Escape leaves all as it was. */
function Cell({ label, text, put, children }: CellProps) {
  const [isOpen, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)
  if (!isOpen)
    return (
      <button
        type="button"
        className="cell"
        // biome-ignore lint/a11y/noAutofocus: after writing, the keyboard goes on from the same cell
        autoFocus={wasOpen}
        aria-label={`${label}：${text}`}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
    )
  const end = (to: string, isLeaving = false) => {
    setOpen(false)
    setWasOpen(!isLeaving)
    if (to.trim() !== text) put(to)
  }
  return (
    <input
      className="cell"
      // biome-ignore lint/a11y/noAutofocus: the reader has just asked to write here
      autoFocus
      aria-label={label}
      defaultValue={text}
      size={Math.max(6, text.length + 2)}
      onBlur={(e) => isOpen && end(e.target.value, true)}
      onKeyDown={(e) => {
        if (e.key !== 'Enter' && e.key !== 'Escape') return
        // The key would press the button that stands here next.
        e.preventDefault()
        end(e.key === 'Enter' ? e.currentTarget.value : text)
      }}
    />
  )
}

interface CorrectionsProps {
  readonly held: Held
  readonly takeBack: (correction: Correction) => void
}

/** Every correction, and those that no longer fit the file. */
function Corrections({ held: { corrections, corrected }, takeBack }: CorrectionsProps) {
  const text = kept[useRoute().lang].correction
  const stale = new Set(corrected.stale)
  return (
    <section className="problems">
      <h2>{text.count(corrections.length)}</h2>
      {corrected.stale.length > 0 && <p>{text.stale(corrected.stale.length)}</p>}
      <table>
        <thead>
          <tr>
            {[text.line, text.columnOf, text.printed, text.corrected].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {corrections.map((correction) => (
            <tr key={`${correction.line} ${correction.column}`}>
              <td className="numeric">{correction.line}</td>
              <td>{headingOf(correction.column)}</td>
              <td>{correction.from || text.blank}</td>
              <td>
                {stale.has(correction) ? <s>{correction.to || text.blank}</s> : correction.to || text.blank}
              </td>
              <td>
                <button type="button" className="quiet-button" onClick={() => takeBack(correction)}>
                  {text.takeBack}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
