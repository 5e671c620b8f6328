import type { Project, Row } from '../model/dataSet.ts'
import { activeKeys } from '../model/filter.ts'
import { isQuestion } from '../model/finding.ts'
import type { Counts } from '../model/status.ts'
import { headlineWords, type Phrase, undatedWords } from '../report/wording.ts'
import { findingsOfList, headline, visibleProjects, wholeList } from '../state/derive.ts'
import { narrow } from '../state/store.ts'
import { useAddress, useBoardStore, useReviewed, useSettledRoute, useTitle, useWords } from './context.ts'
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
        <FirstQuestion projects={projects} />
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

/** On a phone, where the sheet begins below: the first figure to be asked about, and the way to it. */
function FirstQuestion({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const words = useWords()
  const address = useAddress()
  const finding = board.findings.find(
    (one) => one.row && isQuestion(one) && projects.some(({ rows }) => rows.includes(one.row as Row)),
  )
  const project = finding?.row && board.projectOf.get(finding.row)
  if (!finding?.row || !project) return null
  const { line, cells } = finding.row
  return (
    <a className="question phone-only" href={address({ view: 'project', project: project.id, line })}>
      {words.pace.askFirst(cells.indicator, words.rules[finding.rule].title)}
    </a>
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
  return phrases.map(({ text, tone, shows }) => {
    if (tone === 'strong') return <strong key={text}>{text}</strong>
    if (tone === undefined || shows === undefined) return text
    return (
      <button key={text} type="button" className={tone} onClick={() => narrow(store, { finding: shows })}>
        {text}
      </button>
    )
  })
}
