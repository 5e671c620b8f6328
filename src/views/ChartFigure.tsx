import { type ReactNode, useId, useState } from 'react'
import type { Drawing } from '../charts/words.ts'
import { toCsv } from '../exports/csv.ts'
import { downloadCsv } from '../exports/download.ts'
import { copyPng, downloadPng, downloadSvg } from '../exports/image.ts'
import type { Table } from '../report/tables.ts'
import { fileName, provenance } from '../report/wording.ts'
import { useReviewed, useRoute, useWords } from './context.ts'
import { DataTable } from './DataTable.tsx'

type Drawings = typeof import('../report/drawings.ts')

interface Props {
  readonly title: string
  /** One word for file names. */
  readonly name: string
  readonly heading?: 'h2' | 'h3' | 'hidden'
  readonly table: () => Table
  /** Made by the drawings module, which is fetched only when a picture is asked for. Always on white paper. */
  readonly drawing: (draw: Drawings, notes: readonly string[]) => Drawing
  readonly children: ReactNode
  readonly className?: string
  readonly legend?: ReactNode
  /** The ways out are behind one button: for small charts that stand in a row. */
  readonly compact?: boolean
}

/** A chart with its title, source line, numbers as a table, and the ways it leaves the board. */
export function ChartFigure({
  title,
  name,
  heading = 'h2',
  table,
  drawing,
  children,
  className = '',
  legend,
  compact = false,
}: Props) {
  const words = useWords()
  const { set } = useReviewed()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const Heading = heading === 'hidden' ? 'h3' : heading
  return (
    <figure className={`figure ${className}`} aria-labelledby={id}>
      <Heading id={id} className={heading === 'hidden' ? 'visually-hidden' : 'figure-title'}>
        {title}
      </Heading>
      {children}
      {legend}
      <figcaption className="figure-foot">
        <span className="source">{words.chart.source(set.entry.source)}</span>
        <Menu
          title={title}
          name={name}
          table={table}
          drawing={drawing}
          isOpen={isOpen}
          toggle={() => setOpen(!isOpen)}
          compact={compact}
        />
      </figcaption>
      {isOpen && <DataTable table={table()} caption={title} />}
    </figure>
  )
}

interface MenuProps {
  readonly title: string
  readonly name: string
  readonly table: () => Table
  /** Made by the drawings module, which is fetched only when a picture is asked for. Always on white paper. */
  readonly drawing: (draw: Drawings, notes: readonly string[]) => Drawing
  readonly isOpen: boolean
  readonly toggle: () => void
  readonly compact: boolean
}

function Menu({ title, name, table, drawing, isOpen, toggle, compact }: MenuProps) {
  const words = useWords()
  const [isFolded, setFolded] = useState(compact)
  const { filter } = useRoute()
  const { set } = useReviewed()
  const [said, say] = useState('')
  const notes = provenance(set.entry, filter, words)
  const file = fileName(set.entry, name, filter, words)
  const draw = () => import('../report/drawings.ts').then((drawings) => drawing(drawings, notes))
  const act = (work: () => Promise<string>) => () => {
    say(words.chart.loading)
    work().then(say, () => say(words.chart.notSaved))
  }
  if (isFolded) {
    return (
      <button
        type="button"
        className="unfold"
        aria-label={words.chart.exports(title)}
        onClick={() => setFolded(false)}
      >
        {words.chart.more}
      </button>
    )
  }
  return (
    <fieldset className="menu" aria-label={words.chart.exports(title)}>
      <button type="button" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? words.chart.tableHide : words.chart.table}
      </button>
      <button
        type="button"
        onClick={act(() => downloadPng(file, draw()).then(() => words.chart.saved(`${file}.png`)))}
      >
        {words.chart.png}
      </button>
      <button
        type="button"
        onClick={act(() => downloadSvg(file, draw()).then(() => words.chart.saved(`${file}.svg`)))}
      >
        {words.chart.svg}
      </button>
      <button
        type="button"
        onClick={() => {
          downloadCsv(file, toCsv(table(), notes))
          say(words.chart.saved(`${file}.csv`))
        }}
      >
        {words.chart.csv}
      </button>
      <button
        type="button"
        onClick={act(() =>
          copyPng(file, draw()).then((copied) => (copied ? words.chart.copied : words.chart.copyFailed)),
        )}
      >
        {words.chart.copy}
      </button>
      <output className="said">{said}</output>
    </fieldset>
  )
}
