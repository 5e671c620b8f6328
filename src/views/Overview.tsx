import { activeKeys } from '../model/filter.ts'
import type { Counts } from '../model/status.ts'
import { headlineWords, type Phrase, undatedWords } from '../report/wording.ts'
import { findingsOfList, headline, visibleProjects, wholeList } from '../state/derive.ts'
import { narrow } from '../state/store.ts'
import { useBoardStore, useReviewed, useSettledRoute, useTitle, useWords } from './context.ts'
import { clearAll, FilterBar } from './FilterBar.tsx'
import { Sheet } from './Sheet.tsx'
import { Tally } from './Tally.tsx'

/** 总览: the year on one sheet. */
export function Overview() {
  const board = useReviewed()
  const words = useWords()
  // Its lines answer a click at once (Sheet.tsx); all else follows.
  const { filter, sort } = useSettledRoute()
  const store = useBoardStore()
  const projects = visibleProjects(board, filter, sort)
  const { length } = wholeList(board, filter.region, filter.asOf, sort)
  const counts = headline(board, projects, length, findingsOfList(board, filter))
  const [stands, checked] = headlineWords(counts, words)
  return (
    <>
      <h1 tabIndex={-1}>{useTitle(words.title)}</h1>
      <p className="headline">
        <span>
          <Phrases phrases={stands} />
        </span>{' '}
        <span>
          <Phrases phrases={checked} />
        </span>
        <Undated counts={counts} />
      </p>
      <FilterBar />
      {projects.length === 0 ? (
        <p className="nothing">
          {words.filters.nothing}{' '}
          <button type="button" onClick={() => clearAll(store)}>
            {words.filters.clear(activeKeys(filter).length)}
          </button>
        </p>
      ) : (
        <div className="overview">
          <Sheet projects={projects} />
          <Tally projects={projects} />
        </div>
      )}
    </>
  )
}

/** One sentence where nothing tells to which day the figures run; else nothing. */
export function Undated({ counts }: { readonly counts: Counts }) {
  const said = undatedWords(counts, useWords())
  return said === '' ? null : <span className="undated">{said}</span>
}

/** Ink, but for what is to be questioned: that is vermilion, and a click shows only those. */
export function Phrases({ phrases }: { readonly phrases: readonly Phrase[] }) {
  const store = useBoardStore()
  return phrases.map(({ text, tone }) => {
    if (tone === undefined) return text
    if (tone === 'strong') return <strong key={text}>{text}</strong>
    return (
      <button
        key={text}
        type="button"
        className="question"
        onClick={() => narrow(store, { finding: 'question' })}
      >
        {text}
      </button>
    )
  })
}
