import { useEffect, useId, useRef, useState } from 'react'
import { findingKey } from '../model/accepted.ts'
import type { Finding } from '../model/finding.ts'
import { accept } from '../state/store.ts'
import { useBoard, useBoardStore, useWords } from './context.ts'
import { asked } from './later.ts'

/** A reader may accept a finding with a reason; it stays on every list, and the reason beside it. */
export function Acceptance({ finding }: { readonly finding: Finding }) {
  const words = useWords()
  const store = useBoardStore()
  const key = findingKey(finding)
  const reason = useBoard(({ accepted }) => accepted[key])
  const [isOpen, setOpen] = useState(false)
  const [isKept, setKept] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const hasActed = useRef(false)
  // What was pressed is gone with what it did: the focus goes to what stands in its place.
  useEffect(() => {
    if (!hasActed.current) return
    hasActed.current = false
    box.current?.querySelector('button')?.focus()
  })
  const close = (text?: string) => {
    hasActed.current = true
    if (text !== undefined) {
      accept(store, key, text)
      // Where that part cannot be had, the page's notice says so.
      void asked
        .own()
        .then(({ keepAccepted }) => keepAccepted(key, text))
        .then((isKept) => setKept(isKept || text.trim() === ''))
    }
    setOpen(false)
  }
  return (
    <div ref={box}>
      {reason !== undefined ? (
        <p className="acceptance">
          <span>
            <b>{words.accept.done}</b>
            {words.colon}
            {reason}
            {!isKept && <small> {words.reasonNotKept}</small>}
          </span>
          <button type="button" className="unfold" onClick={() => close('')}>
            {words.accept.undo}
          </button>
        </p>
      ) : isOpen ? (
        <Reason save={close} cancel={() => close()} />
      ) : (
        <p className="acceptance">
          <button type="button" className="unfold" onClick={() => setOpen(true)}>
            {words.accept.ask}
          </button>
        </p>
      )}
    </div>
  )
}

function Reason({ save, cancel }: { readonly save: (text: string) => void; readonly cancel: () => void }) {
  const words = useWords()
  const [text, setText] = useState('')
  const about = useId()
  return (
    <form
      className="acceptance"
      onSubmit={(e) => {
        e.preventDefault()
        if (text.trim() !== '') save(text)
      }}
      onKeyDown={(e) => e.key === 'Escape' && cancel()}
    >
      <label>
        <span>{words.accept.reason}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens where the reader has just asked for it
          autoFocus
          required
          maxLength={200}
          value={text}
          aria-describedby={about}
          onChange={(e) => setText(e.target.value)}
        />
      </label>
      <button type="submit" className="unfold">
        {words.accept.save}
      </button>
      <button type="button" className="unfold" onClick={cancel}>
        {words.accept.cancel}
      </button>
      <small id={about}>{words.accept.about}</small>
    </form>
  )
}
