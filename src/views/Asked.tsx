import { askedLabel } from '../report/wording.ts'
import { useWords } from './context.ts'

interface Props {
  readonly questions: number
  readonly answered: number
}

/** The reviewer's mark at a line: so much is to be asked, and quieter, so much was and is answered. */
export function Asked({ questions, answered }: Props) {
  const words = useWords()
  if (questions + answered === 0) return <span className="ask" />
  return (
    <span className="ask" role="img" aria-label={askedLabel({ questions, answered }, words)}>
      {questions > 0 && words.sheet.asked(questions)}
      {answered > 0 && <i>{words.asked.answered(answered)}</i>}
    </span>
  )
}
