import { offerChoices } from '../model/dataSet.ts'
import { type Board, fetchWords, goAgain, goToSet, type Store } from '../state/store.ts'
import type { Words } from '../text/zh.ts'
import { useBoard, useBoardStore, useWords } from './context.ts'
import { asked } from './later.ts'
import { Progress } from './Progress.tsx'
import { Unfetched } from './Unfetched.tsx'

/** Where the data set asked for stands, as long as it is not the one shown; and that the default is another one now. */
export function Notice() {
  const words = useWords()
  const store = useBoardStore()
  const arrival = useBoard((board) => board.arrival)
  const set = useBoard((board) => board.route.set)
  const progress = useBoard((board) => board.progress)
  const isMissing = useBoard((board) => board.isPartMissing)
  const lacksWords = useBoard((board) => board.words.lang !== (board.route.lang === 'en' ? 'en' : 'zh-CN'))
  const again = () => goAgain(store)
  const retry = arrival === 'failed' ? again : lacksWords ? () => fetchWords(store) : undefined
  // What stands behind the colon names a part of a large one.
  const part = set.indexOf(':')
  const says = useBoard((board) => saidOf(board, words))
  return (
    <p className="notice" role="status">
      {isMissing ? <Unfetched retry={retry} /> : says}
      {arrival === 'loading' && progress && (
        <>
          <Progress progress={progress} label={says} />
          <button type="button" className="quiet-button" onClick={() => stop(store)}>
            {words.sets.stop}
          </button>
        </>
      )}
      {part >= 0 && arrival === 'here' && (
        <>
          {words.sets.part}
          <button type="button" className="quiet-button" onClick={() => goToSet(store, set.slice(0, part))}>
            {words.sets.whole}
          </button>
        </>
      )}
      {arrival === 'failed' && !isMissing && (
        <button type="button" className="quiet-button" onClick={again}>
          {words.retry}
        </button>
      )}
      {arrival === 'unknown' && set !== '' && (
        <button type="button" className="quiet-button" onClick={() => goToSet(store, '')}>
          {words.sets.toFirst}
        </button>
      )}
    </p>
  )
}

function saidOf({ arrival, isRenewed, passed, ...board }: Board, { sets }: Words): string {
  const { missed, route, shown, offers, own } = board
  const id = missed?.set ?? route.set
  const title = [...offerChoices(offers), ...own].find((one) => one.id === id)?.title ?? ''
  switch (arrival) {
    case 'here':
      return isRenewed && shown === '' ? sets.renewed : ''
    case 'unknown':
      return passed === '' ? sets.unknown : sets.passed(passed)
    default:
      return (
        sets[arrival](title === '' ? sets.oneList : `“${title}”`) + (shown === undefined ? '' : sets.beside)
      )
  }
}

/** Ends the reading of a large data set, and goes back to the one shown. */
function stop(store: Store): void {
  const { shown } = store.getState()
  asked.archives().then(
    ({ stopOpening }) => stopOpening(),
    () => undefined,
  )
  goToSet(store, shown ?? '')
}
