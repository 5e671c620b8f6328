import { gzipSync } from 'node:zlib'
import type { Rollup } from 'vite'

/** Most kilobytes (1000 bytes, gzip) that may be loaded before the page answers a click. */
export const ALIVE_KB = 130
/** Most kilobytes that the overview ever loads by itself. */
export const OVERVIEW_KB = 320

/** Modules that come with a click only (views/later.ts, `asked`): the overview never loads them by itself. */
const ON_REQUEST =
  /\/src\/(?:views\/(?:MethodEn|CompareView|RegionsView|CourseFigure|OpenDialog|OwnSets|OwnTable|Versions|VirtualRows|ArchiveView)\.tsx|state\/(?:own|archives|csvForExcel)\.ts)$/

const kilobytes = (content: string | Uint8Array): number => gzipSync(content).length / 1000

/** Entry script, page and styles; then what the entry fetches by itself when idle. */
export function sizes(bundle: Rollup.OutputBundle): { readonly alive: number; readonly overview: number } {
  const files = Object.values(bundle)
  const entry = files.find((file) => file.type === 'chunk' && file.isEntry)
  if (entry?.type !== 'chunk') throw new Error('the bundle has no entry')
  const early = reach(bundle, [entry.fileName], (chunk) => chunk.imports)
  const isAsked = (name: string) => {
    const file = bundle[name]
    return file?.type === 'chunk' && file.moduleIds.some((id) => ON_REQUEST.test(id.replaceAll('\\', '/')))
  }
  const all = reach(bundle, [entry.fileName], (chunk) => [
    ...chunk.imports,
    ...chunk.dynamicImports.filter((name) => !isAsked(name)),
  ])
  const isPage = ({ fileName }: File) => fileName.endsWith('.html')
  // The styles of a part come with it; those of none are the page's own.
  const isStyleOf = (names: ReadonlySet<string>, { fileName }: File) => {
    const owners = files.filter((file) => stylesOf(file)?.has(fileName))
    return fileName.endsWith('.css') && (owners.length === 0 || owners.some((one) => names.has(one.fileName)))
  }
  const weigh = (names: ReadonlySet<string>) =>
    files
      .filter((file) => names.has(file.fileName) || isPage(file) || isStyleOf(names, file))
      .reduce((sum, file) => sum + weightOf(file), 0)
  return { alive: weigh(early), overview: weigh(all) }
}

type File = Rollup.OutputAsset | Rollup.OutputChunk

const stylesOf = (file: File): ReadonlySet<string> | undefined =>
  file.type === 'chunk' ? file.viteMetadata?.importedCss : undefined

function weightOf(file: File): number {
  return kilobytes(file.type === 'chunk' ? file.code : file.source)
}

function reach(
  bundle: Rollup.OutputBundle,
  from: readonly string[],
  next: (chunk: Rollup.OutputChunk) => readonly string[],
): Set<string> {
  const found = new Set(from)
  for (const name of found) {
    const chunk = bundle[name]
    if (chunk?.type === 'chunk') for (const other of next(chunk)) found.add(other)
  }
  return found
}

/** Lines for the log. @throws Error when the page has become too large: the build fails. */
export function checkBudget(bundle: Rollup.OutputBundle): string[] {
  const { alive, overview } = sizes(bundle)
  const lines = [
    `before a click is answered: ${alive.toFixed(1)} kB gzip (at most ${ALIVE_KB})`,
    `all that the overview loads: ${overview.toFixed(1)} kB gzip (at most ${OVERVIEW_KB})`,
  ]
  if (alive > ALIVE_KB || overview > OVERVIEW_KB) throw new Error(`over budget: ${lines.join('; ')}`)
  return lines
}
