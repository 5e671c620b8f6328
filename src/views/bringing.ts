import { useEffect } from 'react'
import { bring, type Store } from '../state/store.ts'
import { useBoardStore, useWords } from './context.ts'

/** Files dropped anywhere on the page, and cells pasted where nothing is being written, are brought to be opened. */
export function useBringing(): void {
  const store = useBoardStore()
  const hint = useWords().sets.drop
  useEffect(() => listen(store, hint), [store, hint])
}

function listen(store: Store, hint: string): () => void {
  const page = document.body
  const stop = new AbortController()
  const on = <K extends 'dragover' | 'dragleave' | 'drop' | 'paste'>(
    kind: K,
    answer: (e: DocumentEventMap[K]) => void,
  ) => document.addEventListener(kind, answer, { signal: stop.signal })
  const leave = () => delete page.dataset.drop
  on('dragover', (e) => {
    if (!e.dataTransfer?.types.includes('Files')) return
    e.preventDefault()
    page.dataset.drop = hint
  })
  on('dragleave', (e) => e.relatedTarget === null && leave())
  on('drop', (e) => {
    leave()
    const files = [...(e.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    e.preventDefault()
    bring(store, { files, pasted: '' })
  })
  on('paste', (e) => {
    const isWriting = e.target instanceof Element && e.target.closest('input, textarea, select, dialog')
    if (isWriting || !e.clipboardData) return
    const files = [...e.clipboardData.files]
    const pasted = e.clipboardData.getData('text/plain')
    // Cells of a spreadsheet come as text, and often as a picture of it besides.
    if (pasted.includes('\t') || pasted.includes('\n')) bring(store, { files: [], pasted })
    else if (files.length > 0) bring(store, { files, pasted: '' })
    else return
    e.preventDefault()
  })
  return () => stop.abort()
}
