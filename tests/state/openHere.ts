import { vi } from 'vitest'
import { type Answered, type Asking, type Outcome, openAll } from '../../src/state/opening.ts'
import { keptHere } from '../../src/state/own.ts'
import { createBoard } from '../../src/state/store.ts'
import { dataSet } from '../build.ts'
import { readerHere } from '../load/readerHere.ts'

/** Opens what was brought, as the dialog does. @param answer what is answered about each file; nothing is dropped */
export async function openHere(
  files: readonly File[],
  answer: (asking: Asking) => Answered | undefined = () => undefined,
  pasted = '',
) {
  const store = createBoard(dataSet([{ 完成值: '1' }]))
  const outcomes: Outcome[] = []
  const asked: Asking[] = []
  await openAll(
    store,
    { files, pasted },
    readerHere,
    {
      reading: () => {},
      ask: async (asking) => {
        asked.push(asking)
        return answer(asking)
      },
      done: (outcome) => outcomes.push(outcome),
      progress: () => {},
      signal: new AbortController().signal,
    },
    '粘贴的表格',
  )
  return { store, outcomes, asked }
}

export const asGuessed = (asking: Asking): Answered | undefined => {
  const layout = asking.guesses[asking.sheet]?.layout
  return layout && { sheet: asking.sheet, layout }
}

/** As on a first visit: no data set is kept, and no header was answered for. */
export async function nothingKept(): Promise<void> {
  const here = await keptHere()
  const list = await here.list()
  if (list.ok) for (const { id } of list.value) await here.remove(id)
  await here.set('layouts', {})
  vi.stubGlobal('localStorage', { setItem: () => {}, removeItem: () => {}, getItem: () => null })
}
