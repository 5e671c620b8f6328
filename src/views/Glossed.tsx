import { useMemo } from 'react'
import { useReviewed, useWords } from './context.ts'

/** A text of the data. In English its units, levels and hedges tell what they mean on pointing. */
export function Glossed({ text }: { readonly text: string }) {
  const { gloss } = useWords()
  return gloss.stretches(text).map((stretch, i) =>
    stretch.gloss === undefined ? (
      stretch.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
      <abbr key={i} title={stretch.gloss}>
        {stretch.text}
      </abbr>
    ),
  )
}

/** The same of all that the list shown holds, for those who cannot point. */
export function Glossary() {
  const { gloss } = useWords()
  const { set } = useReviewed()
  const lines = useMemo(
    () =>
      gloss.lines(
        set.rows.flatMap(({ cells }) => [
          cells.level,
          cells.basis,
          cells.unit,
          ...[cells.actual, cells.target, cells.excess, cells.base, cells.previous],
        ]),
      ),
    [gloss, set],
  )
  return lines.length === 0 ? null : <p className="glossary">{lines.join('; ')}</p>
}
