import { useMemo, useState } from 'react'
import type { ArchiveAnswer, RegionCount } from '../archive/protocol.ts'
import type { TallyGroup } from '../charts/tally.ts'
import { LIGHT } from '../charts/tokens.ts'
import { standWell } from '../model/status.ts'
import { tallyTable } from '../report/tables.ts'
import { archiveWords } from '../text/archive.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { CountedLines } from './CountedLines.tsx'
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
  if (ranked.length === 0) return null
  const title = (answer.when.isUnderway ? text.regionsPace : text.regions)(ranked.length.toLocaleString('en'))
  const all = ranked.map(groupOf)
  const groups = all.slice(0, shown)
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
        <CountedLines
          lines={ranked.slice(0, shown).map((region) => ({
            group: groupOf(region),
            href: address({ filter: { ...filter, region: region.path } }),
            reached: (
              <>
                {standWell(region.statuses).toLocaleString('en')}
                <small>/{region.projects.toLocaleString('en')}</small>
              </>
            ),
            asked: <span className="ask">{region.questions > 0 && words.sheet.asked(region.questions)}</span>,
          }))}
        />
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

/** By the share that stands well; in whole numbers, since two shares may differ by little. */
const byReached = (a: RegionCount, b: RegionCount): number =>
  standWell(b.statuses) * a.projects - standWell(a.statuses) * b.projects || b.projects - a.projects
