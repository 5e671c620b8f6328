import { type MouseEvent, memo, useMemo, useRef } from 'react'
import { layoutTally, type TallyGroup, unitAt } from '../charts/tally.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { countStatuses } from '../checks/check.ts'
import type { Project } from '../model/dataSet.ts'
import { STATUSES, type Status, standWell } from '../model/status.ts'
import { countsWords, tallyTitle } from '../report/wording.ts'
import { beside, tallyBeside, tallyGroups, whenIn, wholeList } from '../state/derive.ts'
import { narrow, toggle } from '../state/store.ts'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useCharting } from './charting.ts'
import { useBoardStore, usePlace, useReviewed, useSettledRoute, useWords } from './context.ts'
import { Glossed } from './Glossed.tsx'
import { later } from './later.ts'

/** How many of each level and field were reached, only stated, or cannot be told: a square per project. */
export function Tally({ projects }: { readonly projects: readonly Project[] }) {
  const board = useReviewed()
  const words = useWords()
  const store = useBoardStore()
  const { filter, sort } = useSettledRoute()
  const place = usePlace()
  const stale = filter.region + filter.asOf !== '' || projects.length < wholeList(board, '', '', sort).length
  const title = tallyTitle(whenIn(wholeList(board, filter.region, filter.asOf, sort)), words)
  const groups = tallyBeside(board, filter, sort)
  // What leaves the page is what the filter leaves.
  const counted = tallyGroups(board, projects).filter(({ total }) => total > 0)
  const model = useMemo(() => layoutTally(groups), [groups])
  const charting = useCharting()
  const draw = charting.state === 'ready' ? charting.tallyOption : undefined
  const option = useMemo(() => draw?.(model, PAGE), [draw, model])
  const over = useRef<HTMLDivElement>(null)
  const pick = (e: MouseEvent) => {
    const box = over.current?.getBoundingClientRect()
    if (!box || box.width === 0 || e.detail === 0) return
    const y = ((e.clientY - box.top) / box.height) * model.height
    const unit = unitAt(model, (e.clientX - box.left) / box.width, y)
    if (!unit) return
    e.stopPropagation()
    narrow(store, { [unit.group.kind]: unit.group.key, status: unit.status })
  }
  return (
    <ChartFigure
      title={title}
      name={words.tally.domain}
      className="tally"
      table={() => later.tables().then(({ tallyTable }) => tallyTable(counted, words))}
      drawing={(draw, notes) =>
        draw.tallyDrawing(counted, notes, LIGHT, words, `${place}${words.colon}${title}`)
      }
      legend={<StatusKeys counts={countStatuses(board, beside(board, filter, 'status', sort))} />}
    >
      <div className="tally-body" onClickCapture={pick}>
        {(['level', 'domain'] as const).map((kind) => (
          <Groups key={kind} kind={kind} groups={groups} chosen={filter[kind]} />
        ))}
        {groups.length > 0 && (
          <div className="tally-over" ref={over}>
            <Chart option={option} height={model.height} still="tally" stale={stale} />
          </div>
        )}
      </div>
    </ChartFigure>
  )
}

const Groups = memo(function Groups({
  kind,
  groups,
  chosen,
}: {
  readonly kind: TallyGroup['kind']
  /** Of both kinds. */
  readonly groups: readonly TallyGroup[]
  readonly chosen: string
}) {
  const words = useWords()
  const store = useBoardStore()
  const mine = groups.filter((group) => group.kind === kind)
  if (mine.length === 0) return null
  return (
    <section aria-label={words.tally[kind]}>
      <h3>{words.tally[kind]}</h3>
      <ul>
        {mine.map((group) => (
          <li key={group.key} className={group.total === 0 ? 'empty' : undefined}>
            <button
              type="button"
              aria-pressed={chosen === group.key}
              title={countsWords(group, words)}
              onClick={() => toggle(store, kind, group.key)}
            >
              <span>{kind === 'level' ? <Glossed text={group.key} /> : group.key}</span>
              <span className="visually-hidden">{countsWords(group, words)}</span>
              <b aria-hidden="true">
                {standWell(group.counts)}
                <small>/{group.total}</small>
              </b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
})

/** The legend of the squares is the filter by status. */
export function StatusKeys({ counts }: { readonly counts: Readonly<Record<Status, number>> }) {
  const words = useWords()
  const store = useBoardStore()
  const chosen = useSettledRoute().filter.status
  return (
    <ul className="status-keys">
      {STATUSES.filter((status) => counts[status] > 0).map((status) => (
        <li key={status}>
          <button
            type="button"
            className={`status-${status}`}
            aria-pressed={chosen === status}
            title={words.statusAbout[status]}
            onClick={() => toggle(store, 'status', status)}
          >
            {words.status[status]} <b>{counts[status]}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}
