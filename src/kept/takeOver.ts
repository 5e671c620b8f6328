import type { Accepted } from '../model/accepted.ts'
import type { Kept, Outcome } from './kept.ts'

/**
 * Takes over, once, the accepted findings that a browser had before there was a database; from then on the database
 * counts, and what stands elsewhere is a copy for the case that it cannot be opened.
 * @param read what the browser has elsewhere (`savedAccepted`)
 * @returns all that is accepted
 */
export async function takeOverAccepted(kept: Kept, read: () => Accepted): Promise<Outcome<Accepted>> {
  const before = await kept.get('takenOver')
  if (!before.ok) return before
  if (before.value) {
    // Only read: whatever is written is told to the other tabs, and they read again.
    const accepted = await kept.get('accepted')
    return accepted.ok ? { ok: true, value: accepted.value ?? {} } : accepted
  }
  const own = read()
  const all = await kept.update('accepted', (accepted) => ({ ...accepted, ...own }))
  if (all.ok) await kept.set('takenOver', true)
  return all
}
