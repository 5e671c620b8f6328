import { useMemo } from 'react'
import type { Review } from '../checks/check.ts'
import type { AnswerChange, Answers } from '../compare/answers.ts'
import { type Compared, compareLists } from '../compare/compareLists.ts'
import { countsHere } from '../compare/matchCounts.ts'
import type { DataSet } from '../model/dataSet.ts'
import { byDay, lastDay } from '../model/date.ts'
import { type CompareTexts, comparedEntry, spanText } from '../report/compared.ts'
import { visibleRows } from '../state/derive.ts'
import { compareWords } from '../text/compare.ts'
import { CompareMatching } from './CompareMatching.tsx'
import { CompareSlope } from './CompareSlope.tsx'
import { CompareTable } from './CompareTable.tsx'
import { useReviewed, useRoute, useWords } from './context.ts'
import { FilterBar } from './FilterBar.tsx'
import './compare.css'

/** A data set that the shown one can be held against. */
export interface CompareChoice {
  readonly id: string
  readonly title: string
}

export interface CompareOther {
  readonly id: string
  readonly review: Review
}

interface Props {
  readonly choices: readonly CompareChoice[]
  /** Ids of those chosen, in that order. */
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  /** The chosen ones that are here. */
  readonly others: readonly CompareOther[]
  /** Where none is chosen: the one compared with in the meantime, in a sentence; undefined where there is none. */
  readonly suggestion: string | undefined
  /** Where the rest of them stand, a sentence each. */
  readonly notices: readonly string[]
  readonly answers: Answers
  readonly onAnswer: (change: AnswerChange) => void
}

/** 对照: the list shown held against others, indicator by indicator. */
export function Comparison(props: Props) {
  const { choices, chosen, onChoose, suggestion, others, notices, answers, onAnswer } = props
  const base = useReviewed()
  const words = useWords()
  const { filter, sort } = useRoute()
  const texts: CompareTexts = useMemo(() => ({ words, compare: compareWords(words) }), [words])
  const { compare } = texts
  const { lines, matchings } = useMemo(
    () =>
      compareLists(
        base,
        others.map(({ review }) => review),
        answers,
      ),
    [base, others, answers],
  )
  const rows = useMemo(() => new Set(visibleRows(base, filter, sort)), [base, filter, sort])
  const shown = useMemo(() => lines.filter(({ row }) => rows.has(row)), [lines, rows])
  const listed = [{ id: '', set: base.set }, ...others.map(({ id, review }) => ({ id, set: review.set }))]
  const sets = listed.map(({ set }) => set)
  const titles = others.map(({ review }) => review.set.entry.title)
  const pairs = shown.flatMap((line) => line.pairs)
  const counts = countsHere(matchings, (row) => rows.has(row))
  const isPart = counts.all < countsHere(matchings).all
  return (
    <>
      <h1 tabIndex={-1}>{compare.title}</h1>
      {others.length > 0 && (
        <p className="headline">
          {lines.length === 0
            ? compare.nothing
            : compare.summary(counts.all, counts.sure, counts.proposed, counts.only)}
        </p>
      )}
      <Choice choices={choices} chosen={chosen} onChoose={onChoose} suggestion={suggestion} texts={texts} />
      {notices.map((notice) => (
        <p key={notice} className="notice" role="status">
          {notice}
        </p>
      ))}
      {others.length > 0 && (
        <>
          <Lists listed={listed} texts={texts} />
          {caveats(pairs, texts).map((caveat) => (
            <p key={caveat} className="caveat">
              {caveat}
            </p>
          ))}
          <FilterBar sortable={false} />
          {shown.length > 0 && (
            <>
              <CompareSlope lines={shown} titles={titles} entry={comparedEntry(sets, texts)} texts={texts} />
              <CompareTable lines={shown} titles={titles} texts={texts} />
            </>
          )}
          {lines.length > 0 && shown.length === 0 && <p className="nothing">{words.filters.nothing}</p>}
          {isPart && <p className="quiet">{compare.wholeLists}</p>}
          {matchings.map((matching, i) => {
            const other = others[i]
            return (
              other && (
                <CompareMatching
                  key={other.id}
                  sets={[base.set, other.review.set]}
                  matching={matching}
                  answers={answers}
                  onAnswer={onAnswer}
                  texts={texts}
                  isNamed={others.length > 1}
                />
              )
            )
          })}
        </>
      )}
    </>
  )
}

/** Why no change is computed between lists, once for each two dates or regions. */
function caveats(pairs: readonly Compared[], texts: CompareTexts): string[] {
  const { compare } = texts
  const all = pairs.flatMap(({ before, after, sameSpan, change }) => {
    const [a, b] = [before.subject.row.cells, after.subject.row.cells]
    if (change.kind === 'none' && change.why === 'region') return [compare.regions(a.region, b.region)]
    return sameSpan ? [] : [compare.spans(spanText(a.as_of, texts), spanText(b.as_of, texts))]
  })
  return [...new Set(all)]
}

interface ChoiceProps {
  readonly choices: readonly CompareChoice[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
  readonly suggestion: string | undefined
  readonly texts: CompareTexts
}

function Choice({ choices, chosen, onChoose, suggestion, texts: { compare } }: ChoiceProps) {
  const toggle = (id: string) =>
    onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  if (choices.length === 0) return <p className="nothing">{compare.none}</p>
  return (
    <fieldset className="compare-choice">
      <legend>{compare.with}</legend>
      {choices.map(({ id, title }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {title}
        </label>
      ))}
      {chosen.length === 0 && <p className="quiet">{suggestion ?? compare.choose}</p>}
    </fieldset>
  )
}

/** Which lists are held together, by date. */
function Lists({
  listed,
  texts,
}: {
  /** The shown one first. */
  readonly listed: readonly { readonly id: string; readonly set: DataSet }[]
  readonly texts: CompareTexts
}) {
  const { words, compare } = texts
  const dated = listed
    .map((one, i) => ({ ...one, isShown: i === 0, day: lastDay(one.set.entry.asOf) ?? '' }))
    .sort(byDay)
  return (
    <ul className="compare-lists">
      {dated.map(({ id, set: { entry, projects }, isShown }) => (
        <li key={id} className={isShown ? 'shown-list' : undefined}>
          <b>{entry.title}</b>
          {isShown && <span className="quiet"> {compare.shown}</span>}
          <small>
            {[projects[0]?.region ?? '', spanText(entry.asOf, texts), entry.source]
              .filter((text) => text !== '')
              .join(words.chart.and)}
          </small>
        </li>
      ))}
    </ul>
  )
}
