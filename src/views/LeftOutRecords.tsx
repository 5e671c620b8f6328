import { useEffect, useState } from 'react'
import type { LeftOut } from '../model/layout.ts'
import { OPENING } from '../text/opening.ts'
import { useRoute } from './context.ts'
import './own.css'

/** So many are listed at once. */
const STEP = 200

interface LeftOutProps {
  readonly count: number
  /** The first so many of them. */
  readonly records: (to: number) => Promise<readonly LeftOut[]> | readonly LeftOut[]
}

/** Records of the file that are no rows of figures: seen, and said why. */
export function LeftOutRecords({ count, records }: LeftOutProps) {
  const { leftOut: reasons, leftOutTitle, leftOutColumns: heads, leftOutMore } = OPENING[useRoute().lang]
  const [head, ...others] = [heads.line, heads.why, heads.text]
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(STEP)
  const [shown, setShown] = useState<readonly LeftOut[]>([])
  useEffect(() => {
    if (!isOpen) return
    let isOver = false
    Promise.resolve(records(wanted)).then(
      (found) => !isOver && setShown(found),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [records, isOpen, wanted])
  return (
    <details className="left-out" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{leftOutTitle(count.toLocaleString('en'))}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {head}
            </th>
            {others.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, why, text }) => (
            <tr key={line}>
              <td className="numeric">{line}</td>
              <td>{reasons[why]}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > 0 && shown.length < count && (
        <button type="button" className="quiet-button" onClick={() => setWanted(wanted + STEP)}>
          {leftOutMore(Math.min(STEP, count - shown.length).toLocaleString('en'))}
        </button>
      )}
    </details>
  )
}
