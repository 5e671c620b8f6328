import { useEffect, useRef, useState } from 'react'
import type { Archive, ArchiveAnswer } from '../archive/protocol.ts'
import { MOST_RECORDS } from '../load/findTables.ts'
import type { Filter } from '../model/filter.ts'
import { headlineWords } from '../report/wording.ts'
import { archiveFilter, archiveOf, partId } from '../state/archives.ts'
import { isLong } from '../state/own.ts'
import { goToSet } from '../state/store.ts'
import { archiveWords } from '../text/archive.ts'
import { ArchiveFilters } from './ArchiveFilters.tsx'
import { ArchiveFindings } from './ArchiveFindings.tsx'
import { ArchiveRegions } from './ArchiveRegions.tsx'
import { ArchiveRows } from './ArchiveRows.tsx'
import { useBoard, useBoardStore, useRoute, useWords } from './context.ts'
import { fetched } from './Failing.tsx'
import { asked } from './later.ts'
import { Phrases, Undated } from './Overview.tsx'
import './archive.css'

const OwnSets = fetched(asked.ownSets)

/** 总览, 核验 and 数据 of a data set that is too large for the page: what it shows, its worker answers. */
export function ArchiveView() {
  const id = useBoard((board) => board.shown ?? '')
  const archive = archiveOf(id)
  // It is the page's own as long as the address names it.
  return archive ? <Answered key={id} id={id} archive={archive} /> : null
}

function Answered({ id, archive }: { readonly id: string; readonly archive: Archive }) {
  const words = useWords()
  const store = useBoardStore()
  const { filter, lang, view } = useRoute()
  const text = archiveWords[lang]
  const { entry } = useBoard((board) => board.set)
  const { answer, isLate, hasFailed } = useAnswer(archive, filter)
  if (!answer)
    return (
      <p className="nothing" role="status">
        {hasFailed ? text.failed : text.answering}
      </p>
    )
  const counts = { ...answer, of: archive.summary.projects, counts: answer.statuses }
  const [stands, checked] = headlineWords(counts, words)
  const count = (n: number) => n.toLocaleString('en')
  const isAll = answer.rows === archive.summary.rows
  return (
    <div className="archive" aria-busy={isLate}>
      <h1 tabIndex={-1}>{entry.title}</h1>
      <p className="headline">
        <span>
          <Phrases phrases={stands} />{' '}
          {isAll ? text.size(count(answer.rows)) : text.narrowed(count(answer.rows))}
        </span>{' '}
        <span>
          <Phrases phrases={checked} />
        </span>
        <Undated counts={counts} />
      </p>
      <ArchiveFilters answer={answer} />
      {hasFailed && <p role="alert">{text.failed}</p>}
      {answer.rows === 0 && <p className="nothing">{words.filters.nothing}</p>}
      {view === 'overview' && answer.rows > 0 && (
        <>
          <p className="quiet">
            {isLong(answer) ? (
              text.aggregated(count(answer.projects), count(MOST_RECORDS))
            ) : (
              <button
                type="button"
                className="action"
                onClick={() => goToSet(store, partId(id, archiveFilter(filter)))}
              >
                {text.draw(count(answer.projects))}
              </button>
            )}
          </p>
          <ArchiveRegions answer={answer} />
        </>
      )}
      {view === 'checks' && <ArchiveFindings key={answer.id} archive={archive} answer={answer} />}
      {view === 'data' && answer.rows > 0 && (
        <ArchiveRows key={answer.id} archive={archive} answer={answer} />
      )}
      {view === 'data' && <OwnSets />}
    </div>
  )
}

/** Where all lies in one region, the regions are those below it: a list of one says nothing. */
async function answerTo(archive: Archive, filter: Filter): Promise<ArchiveAnswer> {
  const answer = await archive.answer(archiveFilter(filter))
  let { regions } = answer.groups
  for (let [only, other] = regions; only?.hasParts && !other; [only, other] = regions) {
    const below = await archive.answer(archiveFilter({ ...filter, region: only.path }))
    regions = below.groups.regions
  }
  return { ...answer, groups: { ...answer.groups, regions } }
}

/** The archive's answer to the filter; the one before stays until the next is here. */
function useAnswer(archive: Archive, filter: Filter) {
  const [state, setState] = useState<{
    readonly answer?: ArchiveAnswer
    readonly of?: Filter
    readonly hasFailed: boolean
  }>({ hasFailed: false })
  const last = useRef<Filter>(undefined)
  useEffect(() => {
    last.current = filter
    const isAsked = () => last.current === filter
    answerTo(archive, filter).then(
      (answer) => isAsked() && setState({ answer, of: filter, hasFailed: false }),
      () => isAsked() && setState((before) => ({ ...before, hasFailed: true })),
    )
  }, [archive, filter])
  return { answer: state.answer, isLate: state.of !== filter, hasFailed: state.hasFailed }
}
