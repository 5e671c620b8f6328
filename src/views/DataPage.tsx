import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { toCsv } from '../exports/csv.ts'
import { download, downloadCsv } from '../exports/download.ts'
import { isPartMissing } from '../load/partMissing.ts'
import { type AnyColumn, cellOf } from '../model/correction.ts'
import { type DataSet, FIGURE_COLUMNS, type Row } from '../model/dataSet.ts'
import { contractTable } from '../report/tables.ts'
import { fileName } from '../report/wording.ts'
import { visibleRows } from '../state/derive.ts'
import { isOwn } from '../state/sets.ts'
import { goToSet } from '../state/store.ts'
import { useAddress, useBoard, useBoardStore, useReviewed, useRoute, useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { FilterBar } from './FilterBar.tsx'
import { Glossed } from './Glossed.tsx'
import { asked } from './later.ts'
import { Problems } from './Problems.tsx'
import { columnsIn, SameColumns, ShownRows } from './RowsTable.tsx'

/** 数据: the whole table as it was printed, its problems, and the file itself. */
export function DataPage() {
  const board = useReviewed()
  const words = useWords()
  const { filter, sort } = useRoute()
  const { set } = board
  const shown = useBoard((one) => one.shown ?? '')
  const rows = visibleRows(board, filter, sort)
  const { leftOut = NOTHING } = set
  const listed = useCallback((to: number) => leftOut.slice(0, to), [leftOut])
  const link = useLink()
  const save = () =>
    downloadCsv(
      fileName(set.entry, words.nav.data, filter, words),
      toCsv(contractTable(rows, set.extraColumns)),
    )
  return (
    <>
      <h1 tabIndex={-1}>{words.data.title}</h1>
      <p className="headline">
        {words.data.about(set.rows.length, set.entry.file)} <Original />
        <ForExcel />
        <button type="button" className="quiet-button" onClick={save}>
          {words.data.filtered}
        </button>
        {!isOwn(shown) && <CopyButton />}
      </p>
      <FilterBar />
      {isOwn(shown) ? <OwnTable key={shown} rows={rows} cell={link} /> : <Rows rows={rows} cell={link} />}
      {leftOut.length > 0 && <LeftOut count={leftOut.length} records={listed} />}
      <Problems />
      {isOwn(shown) && <Versions />}
      <OwnSets />
    </>
  )
}

const NOTHING: NonNullable<DataSet['leftOut']> = []

const LeftOut = fetched(asked.leftOut)
const OwnTable = fetched(asked.ownTable)
const OwnSets = fetched(asked.ownSets)
const Versions = fetched(asked.versions)

type CellOf = (row: Row, column: AnyColumn) => ReactNode

/** Columns of figures and of what they are counted in; in the others a number is a part of a name. */
const GLOSSED: ReadonlySet<AnyColumn> = new Set(['level', 'unit', 'basis', ...FIGURE_COLUMNS])

/** An indicator leads to its arithmetic. */
function useLink(): CellOf {
  const board = useReviewed()
  const address = useAddress()
  return (row, column) => {
    const text = cellOf(row, column)
    if (GLOSSED.has(column)) return <Glossed text={text} />
    if (column !== 'indicator') return text
    const project = board.projectOf.get(row)?.id ?? ''
    return <a href={address({ view: 'project', project, line: row.line })}>{text}</a>
  }
}

/** The file itself: beside the page where the site offers it, else kept in this browser. */
function Original() {
  const words = useWords()
  const { entry } = useReviewed().set
  const shown = useBoard((board) => board.shown ?? '')
  if (!isOwn(shown))
    return (
      <a href={`./data/${encodeURIComponent(entry.file)}`} download={entry.file}>
        {words.data.original}
      </a>
    )
  const save = async () => {
    const { originalOf } = await import('../state/own.ts')
    const original = await originalOf(shown)
    if (original) download(original.name, original.content)
  }
  return (
    <button type="button" className="quiet-button" onClick={() => void save()}>
      {words.data.original}
    </button>
  )
}

/** The same as Excel opens it: text of whatever encoding as CSV with a mark. A workbook it opens as it is. */
function ForExcel() {
  const words = useWords()
  const { file } = useReviewed().set.entry
  const shown = useBoard((board) => board.shown ?? '')
  if (/\.xlsx$/i.test(file) || shown.includes(':')) return null
  const save = async () => {
    const { csvForExcel } = await asked.csvForExcel()
    const content = await csvForExcel(shown, file)
    if (content) download(`${file.replace(/\.[^.]*$/, '')}_Excel.csv`, content)
  }
  return (
    <button type="button" className="quiet-button" onClick={() => void save()}>
      {words.data.forExcel}
    </button>
  )
}

/** What the site offers is not the reader's to change: a copy of it is. */
function CopyButton() {
  const words = useWords()
  const store = useBoardStore()
  const { set } = useReviewed()
  const [hasFailed, setFailed] = useState(false)
  const copy = async () => {
    const { copyOffer } = await import('../state/own.ts')
    const id = await copyOffer(store, set, words.data.copyName(set.entry.title))
    if (id === undefined) setFailed(true)
    else goToSet(store, id)
  }
  // What nobody speaks of, the page's notice tells.
  const fail = (error: unknown) => {
    if (isPartMissing(error)) throw error
    setFailed(true)
  }
  return (
    <>
      <button type="button" className="quiet-button" onClick={() => copy().catch(fail)}>
        {words.data.copy}
      </button>
      {hasFailed && <span role="alert"> {words.data.copyFailed}</span>}
    </>
  )
}

function Rows({ rows, cell }: { readonly rows: readonly Row[]; readonly cell: CellOf }) {
  const { set } = useReviewed()
  const { columns, same } = useMemo(() => columnsIn(set.rows, set.extraColumns), [set])
  return (
    <>
      {rows.length > 0 && <SameColumns same={same} />}
      <ShownRows rows={rows} columns={columns} cell={cell} />
    </>
  )
}
