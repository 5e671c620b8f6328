import type { Identifier } from '@mdn/browser-compat-data/types'
import { compat, lacking, own } from './support.ts'

const { api } = compat
const builtins = compat.javascript.builtins as Identifier

/** Objects that every script finds by name, and what they are. */
const INTERFACES: Readonly<Record<string, readonly string[]>> = {
  navigator: ['Navigator'],
  document: ['Document', 'Node', 'EventTarget'],
  location: ['Location'],
  history: ['History'],
  performance: ['Performance'],
  crypto: ['Crypto'],
  localStorage: ['Storage'],
  sessionStorage: ['Storage'],
  indexedDB: ['IDBFactory'],
  screen: ['Screen'],
}
const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['window', 'self', 'globalThis'])
const SCOPES = ['Window', 'WorkerGlobalScope', 'DedicatedWorkerGlobalScope'] as const

/** Lacking if it is known and none of those that it may be is there everywhere. */
function lackingOf(candidates: readonly (Identifier | undefined)[]): string | undefined {
  const known = candidates.flatMap((one) => one?.__compat ?? [])
  const lacks = known.map(lacking)
  return lacks.includes(undefined) ? undefined : lacks[0]
}

/** `scheduler`, `CompressionStream`: a name that nobody in the script has declared. */
export const lackingGlobal = (name: string): string | undefined =>
  lackingOf([own(builtins, name), own(api, name), ...SCOPES.map((scope) => own(api[scope], name))])

/** `Array.fromAsync`, `navigator.connection`, `window.scheduler`; undefined where there is no word of it. */
export function memberOf(object: string, name: string): { readonly lacking: string | undefined } | undefined {
  const interfaces = GLOBAL_OBJECTS.has(object) ? SCOPES : (INTERFACES[object] ?? [object])
  const roots = interfaces.map((one) => own(builtins, one) ?? own(api, one))
  const members = roots.flatMap((root) => [own(root, `${name}_static`) ?? own(root, name) ?? []].flat())
  const known = GLOBAL_OBJECTS.has(object) ? [own(builtins, name), own(api, name), ...members] : members
  return known.some((one) => one?.__compat) ? { lacking: lackingOf(known) } : undefined
}

const children = (of: Identifier): Identifier[] => Object.keys(of).flatMap((name) => own(of, name) ?? [])

/** Methods of objects that are there everywhere; of a name that some other such object has everywhere, none. */
const METHODS: ReadonlyMap<string, string> = (() => {
  const lacks = new Map<string, string>()
  const held = new Set<string>()
  for (const root of [...children(builtins), ...children(api)]) {
    // What iterators have, arrays have too.
    if (root === builtins.Iterator || !root.__compat || lacking(root.__compat)) continue
    for (const name of Object.keys(root)) {
      const member = own(root, name)
      if (!/^\w+$/.test(name) || /_(?:static|event)$/.test(name) || !member?.__compat) continue
      const lack = lacking(member.__compat)
      if (lack) lacks.set(name, lack)
      else held.add(name)
    }
  }
  for (const name of held) lacks.delete(name)
  return lacks
})()

/** `list.toSorted()`: whose method it is cannot be told from a script, so the name alone counts. */
export const lackingMethod = (name: string): string | undefined => METHODS.get(name)

/** `map.values().filter(…)`: arrays have methods of the same names. */
export const lackingIteratorMethod = (name: string): string | undefined =>
  lackingOf([own(builtins.Iterator, name)])

/** An element that a script or page makes, and its attributes as HTML writes them. */
export const lackingElement = (tag: string): string | undefined => lackingOf([own(compat.html.elements, tag)])
export const lackingAttribute = (tag: string, attribute: string, value?: string): string | undefined => {
  const name = attribute.toLowerCase()
  const element = own(compat.html.elements, tag)
  return (
    lackingOf([own(element, name), own(compat.html.global_attributes, name)]) ??
    (value === undefined
      ? undefined
      : lackingOf([own(element, `${name}_${value}`), own(own(element, name), value)]))
  )
}
