import { useWords } from './context.ts'

interface Props {
  /** Fetches it once more; undefined where only loading the page anew would. */
  readonly retry?: (() => void) | undefined
}

/** Says that a part of the page could not be fetched. Another build may stand there by now: then only a new page helps. */
export function Unfetched({ retry }: Props) {
  const words = useWords()
  return (
    <>
      {words.loadFailed}{' '}
      {retry && (
        <button type="button" className="quiet-button" onClick={retry}>
          {words.retry}
        </button>
      )}
      <button type="button" className="quiet-button" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </>
  )
}
