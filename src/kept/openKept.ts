import type { Kept } from './kept.ts'

/**
 * What this browser keeps. Never rejects: where nothing can be kept, `problem` says why, and what is added lasts as
 * long as the page.
 */
export async function openKept(): Promise<Kept> {
  throw new Error('to come')
}
