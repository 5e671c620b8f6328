import { useEffect, useRef, useState } from 'react'
import type { ArchiveProgress } from '../archive/protocol.ts'
import { startReader } from '../load/reader.ts'
import { type Answered, type Asking, type Outcome, openAll } from '../state/opening.ts'
import { bring, goToSet } from '../state/store.ts'
import { kept, saidOnlyHere } from '../text/kept.ts'
import { OPENING } from '../text/opening.ts'
import { own } from '../text/own.ts'
import { useBoard, useBoardStore, useRoute } from './context.ts'
import { LayoutForm } from './LayoutForm.tsx'
import { Progress } from './Progress.tsx'
import { Unfetched } from './Unfetched.tsx'
import './own.css'

type Stage =
  | {
      readonly kind: 'reading'
      readonly name: string
      readonly at: number
      readonly of: number
      /** Of a large file. */
      readonly progress?: ArchiveProgress
    }
  | {
      readonly kind: 'asking'
      readonly asking: Asking
      readonly answer: (answered: Answered | undefined) => void
    }
  | { readonly kind: 'done' }

/** What was brought is read, asked about where it must be, and shown; or why not. */
export function OpenDialog() {
  const store = useBoardStore()
  const { lang } = useRoute()
  const words = own[lang]
  const brought = useBoard((board) => board.brought)
  const [stage, setStage] = useState<Stage>({ kind: 'reading', name: '', at: 0, of: 0 })
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (!brought) return
    const reader = startReader()
    const stop = new AbortController()
    const all: Outcome[] = []
    setOutcomes([])
    let isOver = false
    // Whoever leaves the question unanswered would rather not open it.
    let leave = () => {}
    const talk = {
      reading: (name: string, at: number, of: number) => setStage({ kind: 'reading', name, at, of }),
      ask: (asking: Asking) =>
        new Promise<Answered | undefined>((answer) => {
          leave = () => answer(undefined)
          setStage({ kind: 'asking', asking, answer })
        }),
      progress: (progress: ArchiveProgress) =>
        setStage((before) => (before.kind === 'reading' ? { ...before, progress } : before)),
      signal: stop.signal,
      done: (outcome: Outcome) => {
        all.push(outcome)
        setOutcomes([...all])
      },
    }
    openAll(store, brought, reader, talk, words.opening.pasted).then(() => {
      if (isOver) return
      reader.stop()
      setStage({ kind: 'done' })
      // Nothing to be told: the board shows it.
      const first = all.find((one) => one.kind === 'opened')
      if (first && all.every((one) => one.kind === 'opened' && !one.notKept && one.hidden === 0)) {
        bring(store, undefined)
        goToSet(store, first.id)
      }
    })
    return () => {
      isOver = true
      stop.abort()
      leave()
      reader.stop()
    }
  }, [store, brought, words])
  const close = () => bring(store, undefined)
  return (
    <dialog ref={dialog} className="opening" aria-labelledby="opening-title" onClose={close}>
      {stage.kind === 'asking' ? (
        <LayoutForm key={stage.asking.name} asking={stage.asking} answer={stage.answer} />
      ) : (
        <>
          <h2 id="opening-title">{words.opening.title}</h2>
          <ul className="outcomes" aria-live="polite">
            {outcomes.map((outcome) => (
              <li key={outcome.name}>
                <Told outcome={outcome} />
              </li>
            ))}
          </ul>
          {stage.kind === 'reading' && stage.of > 0 && (
            <p>
              {words.opening.reading(stage.name, stage.at, stage.of)}
              <Progress progress={stage.progress} label={words.opening.title} />
            </p>
          )}
          <p className="actions">
            <button type="button" className="action" onClick={close}>
              {stage.kind === 'done' ? words.opening.close : words.opening.stop}
            </button>
          </p>
        </>
      )}
    </dialog>
  )
}

function Told({ outcome }: { readonly outcome: Outcome }) {
  const store = useBoardStore()
  const { lang } = useRoute()
  const words = own[lang].opening
  const brought = useBoard((board) => board.brought)
  // What was opened already is found again, and stays one.
  const again = () => brought && bring(store, { ...brought })
  if (outcome.kind === 'refused') return `${outcome.name}：${OPENING[lang].refusal(outcome.why)}`
  if (outcome.kind === 'missing')
    return (
      <>
        {outcome.name}：<Unfetched retry={again} />
      </>
    )
  if (outcome.kind !== 'opened') return words[outcome.kind](outcome.name)
  const show = () => {
    bring(store, undefined)
    goToSet(store, outcome.id)
  }
  return (
    <>
      {words.opened(outcome.name, outcome.rows)}
      {outcome.problems > 0 && ` ${words.problems(outcome.problems)}`}
      {outcome.leftOut > 0 && ` ${words.leftOut(outcome.leftOut.toLocaleString('en'))}`}
      {outcome.hidden > 0 && ` ${words.hidden(String(outcome.hidden))}`}{' '}
      <button type="button" className="quiet-button" onClick={show}>
        {words.show(outcome.name)}
      </button>
      {outcome.notKept && <p className="passing">{saidOnlyHere(kept[lang], outcome.notKept)}</p>}
    </>
  )
}
