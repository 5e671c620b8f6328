import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Kept, NewKept, Outcome } from '../../src/kept/kept.ts'
import { openKept } from '../../src/kept/openKept.ts'

/** The value; an error where there is none. */
export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

export const problemIn = (outcome: Outcome<unknown>): string => (outcome.ok ? 'none' : outcome.problem.kind)

/** Why it lasts as long as the page only; 'none' where it is kept. An error where it was not done at all. */
export const notKept = (outcome: Outcome<unknown>): string => {
  done(outcome)
  return (outcome.ok && outcome.notKept?.kind) || 'none'
}

export const newKept = (more: Partial<NewKept> = {}): NewKept => ({
  name: '某市二〇二三年',
  file: '某市.csv',
  kind: 'csv',
  rows: 52,
  projects: 22,
  region: '某市',
  year: '2023',
  asOf: '2023-12-20',
  original: new Blob(['项目,指标\n甲,乙\n'], { type: 'text/csv' }),
  ...more,
})

export const bytesOf = async (blob: Blob): Promise<number[]> => [...new Uint8Array(await blob.arrayBuffer())]

const opened: Kept[] = []

export async function open(...how: Parameters<typeof openKept>): Promise<Kept> {
  const kept = await openKept(...how)
  opened.push(kept)
  return kept
}

/** Another machine: nothing is kept there. */
export function startAfresh(): void {
  for (const kept of opened.splice(0)) kept.close()
  globalThis.indexedDB = new IDBFactory()
}

/** A machine of its own, beside the others. */
export async function openElsewhere(): Promise<Kept> {
  globalThis.indexedDB = new IDBFactory()
  return open()
}
