import type { ArchiveProgress } from '../archive/protocol.ts'
import { useWords } from './context.ts'

interface Props {
  /** Undefined as long as nothing is known of it. */
  readonly progress: ArchiveProgress | undefined
  readonly label: string
}

/** How far a long work has come: rows, share and time left. */
export function Progress({ progress, label }: Props) {
  const words = useWords()
  if (!progress) return <progress aria-label={label} />
  const { rows, share, secondsLeft, phase } = progress
  return (
    <>
      {' '}
      <output>
        {phase === 'checking'
          ? words.sets.checking(rows.toLocaleString('en'))
          : words.sets.progress(rows.toLocaleString('en'), `${Math.floor(share * 100)}%`)}
        {secondsLeft !== undefined && secondsLeft >= 1 && words.sets.left(Math.ceil(secondsLeft))}
      </output>
      <progress aria-label={label} value={share} max={1} />
    </>
  )
}
