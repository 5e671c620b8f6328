import { type ReactNode, useState } from 'react'
import type { Drawing } from '../charts/words.ts'
import { isPartMissing } from '../load/partMissing.ts'
import type { CatalogueEntry } from '../model/dataSet.ts'
import type { Table } from '../report/tables.ts'
import { fileName, provenance } from '../report/wording.ts'
import { useSettledRoute, useWords } from './context.ts'
import { Unfetched } from './Unfetched.tsx'

type Drawings = typeof import('../report/drawings.ts')

/** How a chart leaves the board. */
export interface Exported {
  /** The data set it is made of, where that is not the board's own. */
  readonly entry?: CatalogueEntry
  readonly title: string
  /** One word for file names. */
  readonly name: string
  /** The module that makes it may have to be fetched. */
  readonly table: () => Table | Promise<Table>
  /**
   * Made by the drawings module, which is fetched only when a picture is asked for; always on white paper.
   * Undefined where there are numbers but nothing to draw.
   */
  readonly drawing: ((draw: Drawings, notes: readonly string[]) => Drawing) | undefined
}

interface Props extends Exported {
  readonly entry: CatalogueEntry
  readonly isOpen: boolean
  readonly toggle: () => void
  readonly compact: boolean
}

/** The chart's numbers as a table, and PNG, SVG, CSV, copy. */
export function ExportMenu({ title, name, table, drawing, entry, isOpen, toggle, compact }: Props) {
  const words = useWords()
  const { filter } = useSettledRoute()
  const [isFolded, setFolded] = useState(compact)
  const [said, say] = useState<ReactNode>('')
  /** With what the words of the data mean, where that is not plain. */
  const noted = ({ rows }: Table) => [...provenance(entry, filter, words), ...words.gloss.lines(rows.flat())]
  const file = fileName(entry, name, filter, words)
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
  const saveCsv = async () => {
    const [{ toCsv }, { downloadCsv }] = await Promise.all([
      import('../exports/csv.ts'),
      import('../exports/download.ts'),
    ])
    const rows = await table()
    downloadCsv(file, toCsv(rows, noted(rows)))
    say(words.chart.saved(`${file}.csv`))
  }
  return (
    <fieldset className="menu" aria-label={words.chart.exports(title)}>
      <button type="button" aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? words.chart.tableHide : words.chart.table}
      </button>
      {drawing && (
        <Pictures file={file} draw={async (drawings) => drawing(drawings, noted(await table()))} say={say} />
      )}
      <button type="button" onClick={() => saveCsv().catch((error) => say(<NotSaved error={error} />))}>
        {words.chart.csv}
      </button>
      <output className="said">{said}</output>
    </fieldset>
  )
}

function NotSaved({ error }: { readonly error: unknown }) {
  const words = useWords()
  if (!isPartMissing(error)) return words.chart.notSaved
  return (
    <>
      {words.chart.notSaved}
      {words.colon}
      <Unfetched />
    </>
  )
}

interface PicturesProps {
  readonly file: string
  readonly draw: (drawings: Drawings) => Promise<Drawing>
  readonly say: (words: ReactNode) => void
}

function Pictures({ file, draw, say }: PicturesProps) {
  const { chart } = useWords()
  const drawn = () => import('../report/drawings.ts').then(draw)
  const act = (work: () => Promise<string>) => () => {
    say(chart.loading)
    work().then(say, (error: unknown) => say(<NotSaved error={error} />))
  }
  const images = () => import('../exports/image.ts')
  const png = async () => {
    await (await images()).downloadPng(file, drawn())
    return chart.saved(`${file}.png`)
  }
  const svg = async () => {
    await (await images()).downloadSvg(file, drawn())
    return chart.saved(`${file}.svg`)
  }
  const copy = async () => ((await (await images()).copyPng(file, drawn())) ? chart.copied : chart.copyFailed)
  return (
    <>
      <button type="button" onClick={act(png)}>
        {chart.png}
      </button>
      <button type="button" onClick={act(svg)}>
        {chart.svg}
      </button>
      <button type="button" onClick={act(copy)}>
        {chart.copy}
      </button>
    </>
  )
}
