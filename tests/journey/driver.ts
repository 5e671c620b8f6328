import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A browser with one window, as little of it as the journey needs. Places are XPath: every browser knows it. */
export interface Driver {
  readonly name: string
  goto(address: string): Promise<void>
  reload(): Promise<void>
  /** Runs in the page; nothing from outside of it is known there. */
  run<T, A extends readonly unknown[]>(work: (...given: A) => T | Promise<T>, ...given: A): Promise<T>
  /** A click of the mouse. */
  click(place: string): Promise<void>
  /** Replaces what a field holds. */
  fill(place: string, text: string): Promise<void>
  press(key: 'Enter' | 'Escape'): Promise<void>
  /** Files, by their paths, into a field for them. */
  choose(place: string, ...paths: readonly string[]): Promise<void>
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

/** How long anything may take on a machine however busy: what never comes ends one test, and says which. */
export const LONG_MS = 120_000
const OFTEN_MS = 50

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, OFTEN_MS))

/** Asks again and again, until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + LONG_MS
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(`waited ${LONG_MS / 1000} s for ${what}`)
    await pause()
  }
}

/** A folder of its own for a browser: home, settings, what it saves. */
export interface Home {
  readonly path: string
  /** What was saved there since it was asked last. */
  saved(): Promise<{ readonly name: string; readonly bytes: Buffer }>
  remove(): void
}

export const SAVED = 'saved'

export function makeHome(): Home {
  const path = mkdtempSync(join(tmpdir(), 'journey-'))
  const folder = join(path, SAVED)
  return {
    path,
    saved: () =>
      until('a file to be saved', async () => {
        const names = readdirSync(folder)
        // Begun, and not done: Firefox and WebKitGTK write elsewhere and rename.
        if (names.length === 0 || names.some((name) => /\.(?:part|wkdownload)$/.test(name))) return undefined
        const [name = ''] = names
        const bytes = readFileSync(join(folder, name))
        if (bytes.length === 0) return undefined
        rmSync(join(folder, name))
        return { name, bytes }
      }),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}
