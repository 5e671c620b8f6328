import { useEffect, useId, useRef, useState } from 'react'
import { isOpen, type Reasons } from '../checks/asked.ts'
import { findingKey } from '../model/accepted.ts'
import type { Finding } from '../model/finding.ts'
import { accept } from '../state/store.ts'
import { acceptWords } from '../text/checks.ts'
import { useBoardStore, useWords } from './context.ts'
import { asked } from './later.ts'

interface Props {
  /** Questions about one figure: accepted together. */
  readonly findings: readonly Finding[]
  readonly reasons: Reasons
}

/** A reader may accept what is asked with a reason; it stays on every list, and the reason beside it. */
export function Acceptance({ findings, reasons }: Props) {
  const words = useWords()
  const store = useBoardStore()
  const open = findings.filter((finding) => isOpen(finding, reasons))
  const given = [...new Set(findings.flatMap((finding) => reasons.get(finding) ?? []))]
  const [isAsking, setAsking] = useState(false)
  const [isKept, setKept] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const hasActed = useRef(false)
  // What was pressed is gone with what it did: the focus goes to what stands in its place.
  useEffect(() => {
    if (!hasActed.current) return
    hasActed.current = false
    box.current?.querySelector('button')?.focus()
  })
  const keep = (among: readonly Finding[], text: string) => {
    const keys = [...new Set(among.map(findingKey))]
    accept(store, keys, text)
    // Where that part cannot be had, the page's notice says so.
    void asked
      .own()
      .then(({ keepAccepted }) => keepAccepted(keys, text))
      .then((isKept) => setKept(isKept || text.trim() === ''))
  }
  const close = (text?: string) => {
    hasActed.current = true
    if (text !== undefined) keep(open, text)
    setAsking(false)
  }
  const takeBack = (reason: string) => {
    hasActed.current = true
    keep(
      findings.filter((finding) => reasons.get(finding) === reason),
      '',
    )
  }
  return (
    <div ref={box}>
      {given.map((reason) => (
        <p key={reason} className="acceptance">
          <span>
            <b>{words.asked.done}</b>
            {words.colon}
            {reason}
            {!isKept && <small> {words.reasonNotKept}</small>}
          </span>
          <button type="button" className="unfold" onClick={() => takeBack(reason)}>
            {acceptWords(words).undo}
          </button>
        </p>
      ))}
      {open.length > 0 &&
        (isAsking ? (
          <Reason save={close} cancel={() => close()} />
        ) : (
          <p className="acceptance">
            <button type="button" className="unfold" onClick={() => setAsking(true)}>
              {acceptWords(words).ask}
            </button>
          </p>
        ))}
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
        <span>{acceptWords(words).reason}</span>
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
        {acceptWords(words).save}
      </button>
      <button type="button" className="unfold" onClick={cancel}>
        {acceptWords(words).cancel}
      </button>
      <small id={about}>{acceptWords(words).about}</small>
    </form>
  )
}
