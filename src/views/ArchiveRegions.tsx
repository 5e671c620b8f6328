import { useMemo, useState } from 'react'
import type { ArchiveAnswer, RegionCount } from '../archive/protocol.ts'
import { layoutTally, type TallyGroup, tallyOption } from '../charts/tally.ts'
import { LIGHT, PAGE } from '../charts/tokens.ts'
import { tallyTable } from '../report/tables.ts'
import { countsWords } from '../report/wording.ts'
import { archiveWords } from '../text/archive.ts'
import { Chart } from './Chart.tsx'
import { ChartFigure } from './ChartFigure.tsx'
import { useAddress, useReviewed, useRoute, useWords } from './context.ts'
import { StatusKeys } from './Tally.tsx'
import './styles/regions.css'

/** So many lines are read at a look; the others come when asked for. */
const STEP = 30

/** The regions below the one chosen, the best first: how many of each one's projects reached their targets. */
export function ArchiveRegions({ answer }: { readonly answer: ArchiveAnswer }) {
  const words = useWords()
  const address = useAddress()
  const { filter, lang } = useRoute()
  const text = archiveWords[lang]
  const { entry } = useReviewed().set
  const [shown, setShown] = useState(STEP)
  const { regions } = answer.groups
  const ranked = useMemo(() => [...regions].sort(byReached), [regions])
  const lines = ranked.slice(0, shown)
  const groups = useMemo(() => lines.map(groupOf), [lines])
  const model = useMemo(() => layoutTally(groups), [groups])
  const option = useMemo(() => tallyOption(model, PAGE), [model])
  if (ranked.length === 0) return null
  const title = text.regions(ranked.length.toLocaleString('en'))
  const all = ranked.map(groupOf)
  return (
    <div className="regions">
      <ChartFigure
        title={title}
        name={text.groups.regions}
        className="counted"
        legend={<StatusKeys counts={answer.statuses} />}
        table={() => tallyTable(all, words)}
        drawing={(draw, notes) =>
          draw.tallyDrawing(groups, notes, LIGHT, words, `${entry.title}${words.colon}${title}`)
        }
      >
        <div className="counted-body">
          <ol className="rows">
            {lines.map(({ path, name, questions, errors }, i) => {
              const group = groups[i]
              return (
                <li key={path}>
                  <a href={address({ filter: { ...filter, region: path } })}>
                    <span className="name">{name}</span>
                    <span className="plot" />
                    <b>
                      {group?.counts.reached.toLocaleString('en')}
                      <small>/{group?.total.toLocaleString('en')}</small>
                    </b>
                    <span className="stands">{group && countsWords(group, words)}</span>
                    <span className="ask">
                      {errors + questions > 0 && words.sheet.asked(errors + questions)}
                    </span>
                  </a>
                </li>
              )
            })}
          </ol>
          <div className="counted-over" style={{ height: `${model.height / 16}rem` }}>
            <Chart option={option} height={model.height} />
          </div>
        </div>
        {ranked.length > shown && (
          <button type="button" className="quiet-button" onClick={() => setShown(shown + STEP)}>
            {text.more(Math.min(STEP, ranked.length - shown).toLocaleString('en'))}
          </button>
        )}
      </ChartFigure>
    </div>
  )
}

const groupOf = ({ name, statuses, projects }: RegionCount): TallyGroup => ({
  key: name,
  kind: 'region',
  counts: statuses,
  total: projects,
})

/** By the share that reached its targets; in whole numbers, since two shares may differ by little. */
const byReached = (a: RegionCount, b: RegionCount): number =>
  b.statuses.reached * a.projects - a.statuses.reached * b.projects || b.projects - a.projects
