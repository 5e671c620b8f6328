import { useEffect, useMemo, useState } from 'react'
import type { AnswerChange, Answers } from '../compare/answers.ts'
import { type DataSet, offerId } from '../model/dataSet.ts'
import { reviewed } from '../state/derive.ts'
import { setById } from '../state/sets.ts'
import { go } from '../state/store.ts'
import { compareWords } from '../text/compare.ts'
import { type CompareChoice, Comparison } from './Comparison.tsx'
import { useBoard, useBoardStore, useRoute, useWords } from './context.ts'

/** Where a data set that the address names stands. */
type Arrival = DataSet | 'loading' | 'failed' | 'unknown'

/** 对照 as the address has it: the lists named there, fetched, beside the one shown. */
export function CompareView() {
  const store = useBoardStore()
  const { versus } = useRoute()
  const choices = useChoices()
  const arrivals = useArrivals(versus)
  const { answers, onAnswer } = useAnswers()
  const compare = compareWords(useWords())
  const others = useMemo(
    () => arrivals.flatMap(({ arrival }) => (typeof arrival === 'object' ? [reviewed(arrival)] : [])),
    [arrivals],
  )
  const notices = arrivals.flatMap(({ id, arrival }) => {
    if (typeof arrival === 'object') return []
    if (arrival === 'unknown') return [compare.unknown(id)]
    return [compare[arrival](choices.find((choice) => choice.id === id)?.title ?? id)]
  })
  return (
    <Comparison
      choices={choices}
      chosen={versus}
      onChoose={(ids) => go(store, { versus: ids })}
      others={others}
      notices={notices}
      answers={answers}
      onAnswer={onAnswer}
    />
  )
}

/** All data sets but the one shown. In an address the default one has a name too. */
function useChoices(): CompareChoice[] {
  const offers = useBoard((board) => board.offers)
  const own = useBoard((board) => board.own)
  const home = useBoard((board) => board.home)
  const { set } = useRoute()
  const shown = set === '' ? offerId(home.entry) : set
  return [...offers.map((offer) => ({ id: offerId(offer), title: offer.title })), ...own].filter(
    ({ id }) => id !== shown,
  )
}

function useArrivals(ids: readonly string[]): readonly { readonly id: string; readonly arrival: Arrival }[] {
  const store = useBoardStore()
  const offers = useBoard((board) => board.offers)
  const [found, setFound] = useState<ReadonlyMap<string, Arrival>>(new Map())
  const wanted = ids.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the site offers may come later than the address
  useEffect(() => {
    let isGone = false
    const tell = (id: string, arrival: Arrival) =>
      !isGone && setFound((before) => new Map(before).set(id, arrival))
    for (const id of wanted.split(',').filter((one) => one !== '')) {
      setById(store, id).then(
        (set) => tell(id, set ?? 'unknown'),
        () => tell(id, 'failed'),
      )
    }
    return () => {
      isGone = true
    }
  }, [store, wanted, offers])
  return useMemo(
    () =>
      wanted
        .split(',')
        .filter((id) => id !== '')
        .map((id) => ({ id, arrival: found.get(id) ?? 'loading' })),
    [wanted, found],
  )
}

/** Answers last as long as the page until there is a place to keep them. */
function useAnswers(): { readonly answers: Answers; readonly onAnswer: (change: AnswerChange) => void } {
  const [answers, setAnswers] = useState<Answers>({})
  const onAnswer = (change: AnswerChange) =>
    setAnswers((before) => {
      const kept = Object.entries({ ...before, ...change }).filter(([, answer]) => answer !== undefined)
      return Object.fromEntries(kept) as Answers
    })
  return { answers, onAnswer }
}
