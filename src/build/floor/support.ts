import { createRequire } from 'node:module'
import type {
  CompatData,
  CompatStatement,
  Identifier,
  SimpleSupportStatement,
} from '@mdn/browser-compat-data/types'
import { FLOOR } from './target.ts'

const BROWSERS = {
  chrome: ['Chromium', FLOOR.chrome],
  chrome_android: ['Chromium', FLOOR.chrome],
  firefox: ['Firefox', FLOOR.firefox],
  safari: ['Safari', FLOOR.safari],
  safari_ios: ['Safari', FLOOR.safari],
} as const
type Browser = keyof typeof BROWSERS

/** What MDN knows of browsers (CC0): 20 MB, read with this file; the plugin imports it when a build was written. */
export const compat = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData

/** A feature by its place there. @throws Error where it has moved: silence would be taken for support */
export function feature(root: Identifier, ...path: readonly string[]): CompatStatement {
  let at: Identifier | undefined = root
  for (const step of path) at = own(at, step)
  if (!at?.__compat) throw new Error(`browser-compat-data knows no ${path.join('.')} any more`)
  return at.__compat
}

/** Never what every object inherits: scripts use `constructor` and `toString` too. */
export const own = (of: Identifier | undefined, name: string): Identifier | undefined =>
  of && name !== '__compat' && Object.hasOwn(of, name) ? of[name] : undefined

const LACKS = new WeakMap<CompatStatement, { readonly lacks: string | undefined }>()

/** Which browsers of the floor have no such thing, and since when they do; undefined where all have it. */
export function lacking(statement: CompatStatement): string | undefined {
  const known = LACKS.get(statement) ?? { lacks: browsersWithout(statement) }
  LACKS.set(statement, known)
  return known.lacks
}

function browsersWithout({ support }: CompatStatement): string | undefined {
  const lacks = (Object.keys(BROWSERS) as Browser[]).flatMap((browser) => {
    const [name, floor] = BROWSERS[browser]
    const said = [support[browser] ?? []].flat()
    if (said.some((one) => holds(one, floor, said))) return []
    const since = said.filter(isPlain).map(({ version_added: at }) => at)
    const later = since.find((at) => typeof at === 'string' && at !== 'preview')
    return [later ? `${name} before ${later}` : name]
  })
  return lacks.length === 0 ? undefined : [...new Set(lacks)].join(', ')
}

/** Under its own name, without a setting of the reader's. */
const isPlain = ({ flags, prefix, alternative_name: other }: SimpleSupportStatement): boolean =>
  !flags && prefix === undefined && other === undefined

/** In all versions from the floor on; what is told anew in the version where it ends goes on. */
function holds(one: SimpleSupportStatement, floor: number, all: readonly SimpleSupportStatement[]): boolean {
  const { version_added: added, version_removed: removed } = one
  const goesOn =
    removed === undefined || all.some((other) => isPlain(other) && other.version_added === removed)
  if (!isPlain(one) || !goesOn) return false
  // "preview" is a number of no release.
  return typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= floor
}

/** Something that a browser of the floor does not have. */
export interface Beyond {
  /** As written in the script or style: `Array.fromAsync`, `:has()`. */
  readonly feature: string
  readonly lacking: string
  /** Where in the text, from 0. */
  readonly at: number
  /** Told by the name of a method alone, which may be one of the script's own. */
  readonly method?: string
}
