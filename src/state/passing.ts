/** A data set that lasts as long as the page. */
interface Passing {
  readonly id: string
  readonly title: string
}

const KEY = 'board-passing'

/** What the page loaded before in this tab could not keep. */
const before = read()

function read(): readonly Passing[] {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(saved) ? saved.filter(isPassing) : []
  } catch {
    return []
  }
}

function isPassing(one: unknown): one is Passing {
  if (typeof one !== 'object' || one === null || !('id' in one) || !('title' in one)) return false
  return typeof one.id === 'string' && typeof one.title === 'string'
}

/** What it was called that the page loaded before could not keep; undefined where it is none of those. */
export const titlePassed = (id: string): string | undefined => before.find((one) => one.id === id)?.title

/** Notes what is gone with this page: the browser asks before it is left, and the page loaded next can name it. */
export function notePassing(list: readonly Passing[]): void {
  if (typeof window === 'undefined') return
  if (list.length > 0) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
  try {
    if (list.length > 0) sessionStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    // Then the address alone says that something was here.
  }
}

const ask = (e: BeforeUnloadEvent): void => e.preventDefault()
