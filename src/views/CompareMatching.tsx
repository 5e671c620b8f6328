import { type ReactNode, useEffect, useId, useRef } from 'react'
import { type AnswerChange, type Answers, answerKey, sayingSame } from '../compare/answers.ts'
import { countsThere } from '../compare/matchCounts.ts'
import type { Match, Matching, Refused } from '../compare/matchLists.ts'
import { percentText } from '../lib/format.ts'
import { HUNDRED, multiply } from '../lib/rational.ts'
import type { DataSet, Row } from '../model/dataSet.ts'
import { type CompareTexts, rowFigure } from '../report/compared.ts'

interface Props {
  /** The list shown, and the other one. */
  readonly sets: readonly [DataSet, DataSet]
  readonly matching: Matching
  readonly answers: Answers
  readonly onAnswer: (change: AnswerChange) => void
  readonly texts: CompareTexts
  /** Whether there are several lists, so that each is to be named. */
  readonly isNamed: boolean
}

/** What is proposed as one indicator, for the reader to decide; what is paired; and what only one list has. */
export function CompareMatching(props: Props) {
  const { sets, matching, answers, onAnswer, texts, isNamed } = props
  const { compare } = texts
  const [, other] = sets
  const { all, sure, proposed: proposedThere, only } = countsThere(matching)
  const proposed = matching.pairs.filter(({ how }) => how === 'proposed')
  const settled = matching.pairs.filter(({ how }) => how !== 'proposed')
  const say = (a: Row, b: Row) => onAnswer(sayingSame(answers, a, b, [sets[0].rows, sets[1].rows]))
  const free = [...proposed.map(({ b }) => b), ...matching.onlyB].sort((a, b) => a.line - b.line)
  const pick = (a: Row) => <Pick row={a} free={free} say={(b) => say(a, b)} texts={texts} />
  return (
    <section className="compare-matching">
      {isNamed && <h2>{other.entry.title}</h2>}
      <p className="quiet">{compare.summaryOther(other.entry.title, all, sure, proposedThere, only)}</p>
      {matching.isTooLong && <p className="quiet">{compare.tooLong}</p>}
      {proposed.length > 0 && (
        <Proposals
          proposed={proposed}
          accept={(pairs) => onAnswer(Object.fromEntries(pairs.map(({ a, b }) => [answerKey(a, b), 'same'])))}
          refuse={({ a, b }) => onAnswer({ [answerKey(a, b)]: 'not' })}
          pick={pick}
          heading={isNamed ? 'h3' : 'h2'}
          texts={texts}
        />
      )}
      <Fold title={compare.matched(String(settled.length))} count={settled.length}>
        {settled.map((match) => (
          <PairItem key={match.a.line} match={match}>
            <span className="alike">{compare.how[match.how]}</span>
            <span className="choices">
              <button
                type="button"
                className="unfold"
                onClick={() =>
                  onAnswer({ [answerKey(match.a, match.b)]: match.how === 'chosen' ? undefined : 'not' })
                }
              >
                {match.how === 'chosen' ? compare.takeBack : compare.refuse}
              </button>
            </span>
          </PairItem>
        ))}
      </Fold>
      <Fold title={compare.refused(String(matching.refused.length))} count={matching.refused.length}>
        {matching.refused.map(({ a, b }) => (
          <PairItem key={`${a.line} ${b.line}`} match={{ a, b }}>
            <span className="alike" />
            <span className="choices">
              <button
                type="button"
                className="unfold"
                onClick={() => onAnswer({ [answerKey(a, b)]: undefined })}
              >
                {compare.takeBack}
              </button>
            </span>
          </PairItem>
        ))}
      </Fold>
      <Fold title={compare.onlyHere(String(matching.onlyA.length))} count={matching.onlyA.length}>
        {matching.onlyA.map((row) => (
          <li key={row.line} className="pair-item">
            <Side row={row} />
            {free.length > 0 && <span className="choices">{pick(row)}</span>}
          </li>
        ))}
      </Fold>
      <Fold
        title={compare.onlyThere(other.entry.title, String(matching.onlyB.length))}
        count={matching.onlyB.length}
      >
        {matching.onlyB.map((row) => (
          <li key={row.line} className="pair-item">
            <Side row={row} />
          </li>
        ))}
      </Fold>
    </section>
  )
}

interface ProposalsProps {
  readonly proposed: readonly Match[]
  readonly accept: (pairs: readonly Match[]) => void
  readonly refuse: (pair: Match) => void
  readonly pick: (row: Row) => ReactNode
  readonly heading: 'h2' | 'h3'
  readonly texts: CompareTexts
}

function Proposals({ proposed, accept, refuse, pick, heading: Heading, texts }: ProposalsProps) {
  const { compare } = texts
  const list = useRef<HTMLOListElement>(null)
  const acted = useRef<number>(undefined)
  // What was pressed is gone with its pair: the focus goes to the pair that stands in its place.
  useEffect(() => {
    const place = acted.current
    acted.current = undefined
    if (place === undefined) return
    const items = list.current?.children
    items?.[Math.min(place, items.length - 1)]?.querySelector('button')?.focus()
  })
  const from = (place: number, act: () => void) => () => {
    acted.current = place
    act()
  }
  return (
    <div className="proposals">
      <Heading>{compare.proposals(String(proposed.length))}</Heading>
      <p className="quiet">
        {compare.proposalsAbout}
        {proposed.length > 1 && (
          <button type="button" className="quiet-button" onClick={() => accept(proposed)}>
            {compare.acceptAll(String(proposed.length))}
          </button>
        )}
      </p>
      <ol ref={list}>
        {proposed.map((match, i) => (
          <PairItem key={`${match.a.line} ${match.b.line}`} match={match}>
            <span className="alike">
              {compare.alike(`${percentText(multiply(match.score, HUNDRED), 0)}%`)}
            </span>
            <span className="choices">
              <button type="button" className="unfold yes" onClick={from(i, () => accept([match]))}>
                {compare.accept}
              </button>
              <button type="button" className="unfold" onClick={from(i, () => refuse(match))}>
                {compare.refuse}
              </button>
              {pick(match.a)}
            </span>
          </PairItem>
        ))}
      </ol>
    </div>
  )
}

function PairItem({ match, children }: { readonly match: Refused; readonly children: ReactNode }) {
  return (
    <li className="pair-item">
      <Side row={match.a} />
      <Side row={match.b} />
      {children}
    </li>
  )
}

/** An indicator as its list has it. */
function Side({ row }: { readonly row: Row }) {
  const { indicator, project, as_of } = row.cells
  return (
    <span className="side">
      <b>{indicator}</b>
      <small>{[project, as_of, rowFigure(row)].filter((text) => text !== '').join(' · ')}</small>
    </span>
  )
}

/** Another indicator of the other list, from those that are free. */
function Pick({
  row,
  free,
  say,
  texts: { compare },
}: {
  readonly row: Row
  readonly free: readonly Row[]
  readonly say: (row: Row) => void
  readonly texts: CompareTexts
}) {
  return (
    <label className="select">
      <span>{compare.another}</span>
      <select
        value=""
        aria-label={compare.pickFor(row.cells.indicator)}
        onChange={(e) => {
          const chosen = free.find(({ line }) => String(line) === e.target.value)
          if (chosen) say(chosen)
        }}
      >
        <option value="">{compare.pick}</option>
        {free.map(({ line, cells }) => (
          <option key={line} value={line}>
            {cells.indicator} · {cells.project}
          </option>
        ))}
      </select>
    </label>
  )
}

function Fold({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) {
  const id = useId()
  if (count === 0) return null
  return (
    <details>
      <summary id={id}>{title}</summary>
      <ol aria-labelledby={id}>{children}</ol>
    </details>
  )
}
