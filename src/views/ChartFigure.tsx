import { type ReactNode, useId, useState } from 'react'
import { useReviewed, useWords } from './context.ts'
import { type Exported, ExportMenu } from './ExportMenu.tsx'
import { fetched } from './Failing.tsx'
import { later } from './later.ts'

const Numbers = fetched(later.numbers)

interface Props extends Exported {
  readonly heading?: 'h2' | 'h3' | 'hidden'
  readonly children: ReactNode
  readonly className?: string
  readonly legend?: ReactNode
  /** The ways out are behind one button: for small charts that stand in a row. */
  readonly compact?: boolean
}

/** A chart with its title, source line, numbers as a table, and the ways it leaves the board. */
export function ChartFigure(props: Props) {
  const {
    title,
    name,
    table,
    drawing,
    heading = 'h2',
    children,
    className = '',
    legend,
    compact = false,
  } = props
  const words = useWords()
  const { set } = useReviewed()
  const { entry = set.entry } = props
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const Heading = heading === 'hidden' ? 'h3' : heading
  return (
    <figure className={`figure ${className}`} aria-labelledby={id}>
      <Heading id={id} className={heading === 'hidden' ? 'visually-hidden' : 'figure-title'}>
        {title}
      </Heading>
      {children}
      {legend}
      <figcaption className="figure-foot">
        <span className="source">{words.chart.source(entry.source)}</span>
        <ExportMenu
          title={title}
          name={name}
          table={table}
          drawing={drawing}
          entry={entry}
          isOpen={isOpen}
          toggle={() => setOpen(!isOpen)}
          compact={compact}
        />
      </figcaption>
      {isOpen && <Numbers table={table} caption={title} />}
    </figure>
  )
}
