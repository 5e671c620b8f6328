import { type ReactNode, useMemo } from 'react'
import { layoutTally, type TallyGroup } from '../charts/tally.ts'
import { tallyOption } from '../charts/tallyMarks.ts'
import { PAGE } from '../charts/tokens.ts'
import { countsWords } from '../report/wording.ts'
import { Chart } from './Chart.tsx'
import { useWords } from './context.ts'

/** A group of projects by its name: where it leads, how many of its projects reached their targets, what to ask. */
export interface CountedLine {
  readonly group: TallyGroup
  readonly href: string
  readonly reached: ReactNode
  readonly asked: ReactNode
}

interface CountedLinesProps {
  readonly note?: string | undefined
  readonly lines: readonly CountedLine[]
}

/** Groups of projects, a line each, and their projects drawn over the lines. */
export function CountedLines({ note, lines }: CountedLinesProps) {
  const words = useWords()
  const groups = lines.map(({ group }) => group)
  const key = JSON.stringify(groups)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is made of, whoever made it
  const model = useMemo(() => layoutTally(groups), [key])
  const option = useMemo(() => tallyOption(model, PAGE), [model])
  return (
    <div className="counted-body">
      {note && <p className="quiet">{note}</p>}
      <ol className="rows">
        {lines.map(({ group, href, reached, asked }) => (
          <li key={group.key}>
            <a href={href}>
              <span className="name">{group.key}</span>
              <span className="plot" />
              <b>{reached}</b>
              <span className="stands">{countsWords(group, words)}</span>
              {asked}
            </a>
          </li>
        ))}
      </ol>
      <div className="counted-over" style={{ height: `${model.height / 16}rem` }}>
        <Chart option={option} height={model.height} />
      </div>
    </div>
  )
}
