import type { FoundMark } from '../charts/markAt.ts'
import type { SheetMark } from '../charts/sheet.ts'
import { isOpen } from '../checks/asked.ts'
import { isPercent } from '../model/figure.ts'
import { isQuestion } from '../model/finding.ts'
import { completionText, setAside } from '../report/completion.ts'
import { reasonText } from '../report/tables.ts'
import { printed } from '../text/figures.ts'
import type { Words } from '../text/zh.ts'
import { useReviewed, useWords } from './context.ts'
import type { TipPlace } from './pointing.ts'

/** What the pointer is on, said beside it. */
export function SheetTip({ place: { on, left, top } }: { readonly place: TipPlace }) {
  if (typeof on === 'object') return <MarkTip on={on} left={left} top={top} />
  return (
    <div className="tip whole" aria-hidden="true" style={{ left, top }}>
      {on}
    </div>
  )
}

interface MarkTipProps {
  readonly on: FoundMark
  readonly left: number
  readonly top: number
}

/** What the mark's place stands for, and beside it a printed completion that is set aside. */
function completionTold({ row, completion, source }: SheetMark, words: Words): string | undefined {
  if (!completion || !source) return row.figures.completion?.text
  const text = completionText(row, { value: completion, source }, words)
  return [text, setAside(row, source, words)].filter((part) => part !== '').join(words.comma)
}

/** What a mark says when the pointer is on it; the same words stand on the project's page. */
function MarkTip({ on: { mark, others }, left, top }: MarkTipProps) {
  const words = useWords()
  const board = useReviewed()
  const asked = (board.findingsOf.get(mark.row) ?? []).filter(isQuestion)
  const { cells, figures } = mark.row
  const side = mark.x > 0.6 ? 'tip left' : 'tip'
  const stated = [
    completionTold(mark, words),
    figures.excess && `${words.chart.excess} ${figures.excess.text}`,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <div className={side} style={{ left, top }}>
      <b>{cells.indicator}</b>
      {figures.actual && <span>{printed(figures.actual, isPercent(figures.actual) ? '%' : cells.unit)}</span>}
      <span>{stated === '' ? words.project.noPercent : stated}</span>
      {asked.map((finding) => {
        const text = words.rules[finding.rule].title + reasonText(finding, board, words)
        return isOpen(finding, board.reasons) ? <em key={text}>{text}</em> : <span key={text}>{text}</span>
      })}
      {others.map(({ row }) => (
        <span key={row.line} className="quiet">
          {words.pace.alsoHere(row.cells.indicator)}
        </span>
      ))}
    </div>
  )
}
