import { useState } from 'react'
import { countAsked } from '../checks/asked.ts'
import { groupBy } from '../lib/groupBy.ts'
import type { DataSet, Project, Row } from '../model/dataSet.ts'
import { isQuestion } from '../model/finding.ts'
import { isRelatedTo, relatedProjects } from '../model/related.ts'
import { isChecked } from '../model/relation.ts'
import { acrossSentence, relatedTable, valueText } from '../report/related.ts'
import { relatedReview } from '../state/related.ts'
import { relatedWords } from '../text/related.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { usePrinting } from './charting.ts'
import { useAddress, useBoard, useReviewed, useWords } from './context.ts'
import { FindingLines } from './FindingLine.tsx'
import { StepLines } from './StepLines.tsx'
import './styles/related.css'

/** So many can be read at a glance; of more, those that something follows from stand open, the rest is folded by topic. */
const GLANCE = 12

/** What other documents say that bears on a project: date, source, figure, and whether it can be true beside the list. */
export function Related({ project }: { readonly project: Project }) {
  const words = useWords()
  const { set } = useReviewed()
  const related = useBoard((board) => board.related)
  if (!set.entry.related || related === 'waiting') return null
  if (typeof related === 'string') {
    return (
      <p className="quiet" role="status">
        {relatedWords(words)[related]}
      </p>
    )
  }
  const rows = related.rows.filter((row) => isRelatedTo(row, project))
  return rows.length === 0 ? null : <RelatedFigures related={related} rows={rows} />
}

interface Props {
  readonly related: DataSet
  readonly rows: readonly Row[]
}

function RelatedFigures({ related, rows }: Props) {
  const words = useWords()
  const text = relatedWords(words)
  const { set } = useReviewed()
  const accepted = useBoard((board) => board.accepted)
  const checked = relatedReview(set, related, accepted)
  const documents = new Set(rows.map(documentOf)).size
  const told = new Set([
    ...checked.pairs.map(({ here }) => here),
    ...checked.review.subjects.filter(({ relations }) => relations.length > 0).map(({ row }) => row),
  ])
  const isTold = (row: Row) => told.has(row)
  return (
    <ChartFigure
      title={text.title}
      name={text.title}
      className="related"
      entry={related.entry}
      table={() => relatedTable(rows, checked, words)}
      drawing={undefined}
    >
      <p className="quiet">{text.about(rows.length, documents)}</p>
      {rows.length <= GLANCE ? (
        <List rows={rows} related={related} />
      ) : (
        <>
          <List rows={rows.filter(isTold)} related={related} />
          {groupBy(
            rows.filter((row) => !isTold(row)),
            (row) => row.cells.project,
          ).map((group) => (
            <Fold key={group[0]?.cells.project} rows={group} related={related} />
          ))}
        </>
      )}
    </ChartFigure>
  )
}

/** A topic, folded until it is asked for; on paper nothing is folded. */
function Fold({ rows, related }: Props) {
  const words = useWords()
  const text = relatedWords(words)
  const [isOpen, setOpen] = useState(false)
  const isPrinting = usePrinting()
  return (
    <details
      open={isOpen || isPrinting}
      onToggle={(e) => {
        if (!isPrinting) setOpen(e.currentTarget.open)
      }}
    >
      <summary>
        <h3>{rows[0]?.cells.project}</h3> <small>{text.count(rows.length)}</small>
      </summary>
      <List rows={rows} related={related} />
    </details>
  )
}

/** The document that a row is from: its source without the place in it. */
const documentOf = (row: Row): string => row.cells.source.split(/[，,]/)[0] ?? ''

const List = ({ related, rows }: Props) => (
  <ul>
    {rows.map((row) => (
      <Said key={row.line} row={row} related={related} />
    ))}
  </ul>
)

function Said({ row, related }: { readonly row: Row; readonly related: DataSet }) {
  const words = useWords()
  const { set } = useReviewed()
  const accepted = useBoard((board) => board.accepted)
  const { review, pairsOf } = relatedReview(set, related, accepted)
  const { cells } = row
  const place = cells.region === set.projects[0]?.region ? '' : cells.region
  return (
    <li>
      <span className="what">
        {cells.indicator}
        <small>{[place, cells.note].filter(Boolean).join(' · ')}</small>
      </span>
      <b>{valueText(row, words)}</b>
      <small className="source">{cells.source}</small>
      <div className="follows">
        <StepLines row={row} relations={review.subjectOf.get(row)?.relations ?? []} />
        {pairsOf(row).map((pair) => (
          <p key={pair.there.line} className="step">
            {acrossSentence(pair, words)}
          </p>
        ))}
        <FindingLines
          findings={(review.findingsOf.get(row) ?? []).filter(isQuestion)}
          reasons={review.reasons}
        />
      </div>
    </li>
  )
}

/** 核验: what was checked in the other documents, and whether two of them can both be right. */
export function AcrossDocuments() {
  const words = useWords()
  const text = relatedWords(words)
  const address = useAddress()
  const { set } = useReviewed()
  const accepted = useBoard((board) => board.accepted)
  const related = useBoard((board) => board.related)
  if (typeof related === 'string') return null
  const { review, pairs } = relatedReview(set, related, accepted)
  const held = review.subjects
    .flatMap(({ relations }) => relations)
    .filter((r) => isChecked(r) && r.verdict !== 'inconsistent')
  const projectOf = (row: Row) => set.projects.find(({ name }) => relatedProjects(row).includes(name))
  return (
    <>
      <h2>{text.both}</h2>
      <p className="quiet">
        {text.checkedAbout(
          related.rows.length,
          held.length,
          countAsked(review.findings, review.reasons).open,
        )}{' '}
        <a href={`./data/${encodeURIComponent(related.entry.file)}`} download={related.entry.file}>
          {text.download}
        </a>
      </p>
      {pairs.length > 0 && <p className="quiet">{text.bothAbout(pairs.length)}</p>}
      <ul className="steps">
        {pairs.map((pair) => (
          <li key={`${pair.here.line}-${pair.there.line}`}>
            <a href={address({ view: 'project', project: projectOf(pair.here)?.id ?? '' })}>
              {pair.here.cells.indicator} {valueText(pair.here, words)}
            </a>
            <span className="step">
              {pair.here.cells.as_of} · {acrossSentence(pair, words)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
