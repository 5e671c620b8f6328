import type { Rollup } from 'vite'
import { FALLBACKS, type Fallback } from './fallbacks.ts'
import { type Looked, lookThrough } from './scripts.ts'
import { beyondInStyles } from './styles.ts'
import type { Beyond } from './support.ts'

/** How much of the text around a use its guard may take. */
const AROUND = 500
const SHOWN = 40

interface Text {
  readonly name: string
  readonly text: string
}

/**
 * Looks through all scripts and styles of the build, those of workers and of the page itself included.
 * @returns a line for the log
 * @throws Error with a line for each thing that a browser of the floor has not: the build fails
 */
export function checkFloor(bundle: Rollup.OutputBundle, fallbacks: readonly Fallback[] = FALLBACKS): string {
  const pages = textsOf(bundle, /\.html$/)
  const scripts = [...textsOf(bundle, /\.m?js$/), ...pages.flatMap((page) => within(page, SCRIPT))]
  const looked = scripts.map(({ name, text }): [Text, Looked] => [{ name, text }, lookThrough(text)])
  const own = new Set(looked.flatMap(([, { defined }]) => [...defined]))
  const styles = [...textsOf(bundle, /\.css$/), ...pages.flatMap((page) => within(page, STYLE))]
  const all: [Text, readonly Beyond[]][] = [
    ...looked.map(([text, { beyond }]): [Text, Beyond[]] => [
      text,
      beyond.filter(({ method }) => method === undefined || !own.has(method)),
    ]),
    ...styles.map((text): [Text, Beyond[]] => [text, beyondInStyles(text.text)]),
  ]
  const used = new Set<Fallback>()
  const lines = all.flatMap(([text, beyond]) =>
    beyond.flatMap((one) => {
      const fallback = fallbacks.find((other) => other.feature === one.feature && isGuarded(text, one, other))
      if (fallback) used.add(fallback)
      return fallback ? [] : [lineOf(text, one)]
    }),
  )
  const unused = fallbacks
    .filter((one) => !used.has(one))
    .map(({ feature }) => `no fallback is needed for ${feature}`)
  if (lines.length + unused.length > 0) throw new Error([...lines, ...unused].join('\n'))
  return `${scripts.length} scripts and ${styles.length} styles stay within the floor, ${used.size} fallbacks apart`
}

function textsOf(bundle: Rollup.OutputBundle, names: RegExp): Text[] {
  return Object.values(bundle).flatMap((file) => {
    if (!names.test(file.fileName)) return []
    // Places are counted behind the mark that says how the file is encoded.
    const text = (file.type === 'chunk' ? file.code : textOf(file.source)).replace(/^\ufeff/, '')
    return [{ name: file.fileName, text }]
  })
}

const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source)

const SCRIPT = /<script>([\s\S]*?)<\/script>/g
const STYLE = /<style>([\s\S]*?)<\/style>/g

const within = ({ name, text }: Text, tag: RegExp): Text[] =>
  [...text.matchAll(tag)].map(([, content = '']) => ({ name, text: content }))

function isGuarded({ text }: Text, { at }: Beyond, { guard }: Fallback): boolean {
  const start = Math.max(0, at - AROUND)
  const around = text.slice(start, at + AROUND)
  return [...around.matchAll(new RegExp(guard, 'g'))].some(
    ({ index, 0: found }) => start + index <= at && at < start + index + found.length,
  )
}

function lineOf({ name, text }: Text, { feature, lacking, at }: Beyond): string {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const shown = text.slice(Math.max(0, at - SHOWN), at + SHOWN).replace(/\s+/g, ' ')
  return `${name}:${line}:${column}: ${feature} is not in ${lacking}, without a fallback: …${shown}…`
}
