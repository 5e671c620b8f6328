import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const MAX_LINES = 400

/** What a layer may import, besides itself. Who is not listed here may not exist. */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  model: ['lib'],
  load: ['lib', 'model'],
  checks: ['lib', 'model'],
  charts: ['lib', 'model'],
  bulletin: ['lib', 'model'],
  text: ['lib', 'model'],
  archive: ['lib', 'model', 'load', 'checks'],
  compare: ['lib', 'model', 'checks'],
  kept: ['lib', 'model', 'load'],
  report: ['lib', 'model', 'load', 'checks', 'charts', 'bulletin', 'text', 'compare', 'archive'],
  state: ['lib', 'model', 'load', 'checks', 'charts', 'bulletin', 'text', 'compare', 'archive', 'kept'],
  exports: [
    'lib',
    'model',
    'load',
    'checks',
    'charts',
    'bulletin',
    'text',
    'compare',
    'archive',
    'report',
    'state',
  ],
  views: [
    ...['lib', 'model', 'load', 'checks', 'charts', 'bulletin', 'text', 'compare', 'archive', 'kept'],
    ...['report', 'state', 'exports'],
  ],
  cli: ['lib', 'model', 'load', 'checks', 'bulletin', 'text', 'archive', 'report'],
}
/** Ends that may import any layer, and that no layer may import. */
const ENDS = ['main', 'prerender', 'build']

interface Import {
  readonly from: string
  readonly to: string
  /** `import type`, `export type` or `typeof import(…)`: gone from the built code. */
  readonly typeOnly: boolean
}

const STATEMENT = /^[^\S\n]*(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm
const BARE = /^[^\S\n]*import\s*['"]([^'"]+)['"]/gm
const CALL = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every import of a module, read from its text. */
function importsOf(from: string, text: string): Import[] {
  return [
    ...[...text.matchAll(STATEMENT)].map((m) => ({ from, to: m[2] ?? '', typeOnly: m[1] !== undefined })),
    ...[...text.matchAll(BARE)].map((m) => ({ from, to: m[1] ?? '', typeOnly: false })),
    ...[...text.matchAll(CALL)].map((m) => ({ from, to: m[2] ?? '', typeOnly: m[1] !== undefined })),
  ]
}

/** Paths from the root with `/`, of the code below a folder. */
function codeIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return []
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const isLocal = ({ to }: Import): boolean => to.startsWith('.') || to.startsWith('/src/')
/** `src/views/Chart.tsx` → views, `src/main.tsx` → main. */
const layerOf = (path: string): string => path.split('/')[1]?.replace(/\.\w+$/, '') ?? ''
const target = ({ from, to }: Import): string =>
  to.startsWith('/') ? to.slice(1) : posix.normalize(posix.join(posix.dirname(from), to))

const files = codeIn('src')
const imports = files.flatMap((path) => importsOf(path, read(path)))
const packages = imports.filter((one) => !isLocal(one))

describe('imports are read from the text', () => {
  test.each([
    ["import { a } from '../a.ts'", ['../a.ts']],
    ["import {\n  a,\n  type B,\n} from '../a.ts'", ['../a.ts']],
    ["import a, * as b from 'x'\nexport * from './y.ts'", ['x', './y.ts']],
    ["import './board.css'", ['./board.css']],
    ["const a = await import('../a.ts')", ['../a.ts']],
    ["import type { A } from 'x'", ['type x']],
    ["export type { A } from 'x'", ['type x']],
    ["const a = b as typeof import('x')", ['type x']],
    ["const from = 'x'\n// not an import from 'y'", []],
  ])('%j', (text, wanted) => {
    const found = importsOf('src/lib/a.ts', text).map(({ to, typeOnly }) => (typeOnly ? `type ${to}` : to))
    expect(found).toEqual(wanted)
  })

  it('and there are many', () => {
    expect(files.length).toBeGreaterThan(45)
    expect(imports.length).toBeGreaterThan(150)
  })
})

describe('one direction', () => {
  it('every folder of src is a layer of the map', () => {
    const layers = [...new Set(files.map(layerOf))]
    expect(layers.filter((layer) => !(layer in LEFT) && !ENDS.includes(layer))).toEqual([])
  })

  it('a layer imports only from the left, and neighbours do not know one another', () => {
    const wrong = imports
      .filter(isLocal)
      .filter((one) => target(one).startsWith('src/'))
      .filter((one) => {
        const [from, to] = [layerOf(one.from), layerOf(target(one))]
        if (from === to || (ENDS.includes(from) && !ENDS.includes(to))) return false
        return !LEFT[from]?.includes(to)
      })
    expect(wrong.map((one) => `${one.from} → ${target(one)}`)).toEqual([])
  })

  it('only the build reaches out of src', () => {
    const outside = imports.filter(isLocal).filter((one) => !target(one).startsWith('src/'))
    expect(outside.filter(({ from }) => layerOf(from) !== 'build')).toEqual([])
  })

  it('what is imported is there', () => {
    const lost = imports
      .filter(isLocal)
      .filter((one) => !existsSync(join(ROOT, target(one).replace(/\?.*$/, ''))))
    expect(lost.map((one) => `${one.from} → ${target(one)}`)).toEqual([])
  })
})

describe('libraries stay in their places', () => {
  it('React lives in the views and at the ends', () => {
    const isReact = ({ to }: Import) =>
      /^(?:react|react-dom|echarts-for-react)(?:\/|$)/.test(to) || /^zustand(?!\/vanilla)/.test(to)
    const places = packages.filter(isReact).map(({ from }) => from)
    expect(places.filter((path) => !/^src\/(?:views\/|main\.tsx$|prerender\.tsx$)/.test(path))).toEqual([])
    const components = files.filter((path) => path.endsWith('.tsx'))
    expect(components.filter((path) => !/^src\/(?:views\/|main\.tsx$|prerender\.tsx$)/.test(path))).toEqual(
      [],
    )
  })

  it('ECharts in charts/echarts.ts and the component that is loaded late', () => {
    const users = packages.filter(({ to, typeOnly }) => /^echarts(?:-|\/|$)/.test(to) && !typeOnly)
    expect([...new Set(users.map(({ from }) => from))].sort()).toEqual([
      'src/charts/echarts.ts',
      'src/views/LiveChart.tsx',
    ])
  })

  it('PapaParse in load/parse.ts', () => {
    const users = packages.filter(({ to }) => to === 'papaparse').map(({ from }) => from)
    expect(users).toEqual(['src/load/parse.ts'])
  })

  it('what keeps data in a file of its own each: the database, its archives, the hashes', () => {
    const users = packages
      .filter(({ to }) => /^(?:idb|@zip\.js|@noble)(?:\/|$)/.test(to))
      .map(({ from }) => from)
    expect([...new Set(users)].sort()).toEqual([
      'src/kept/backup.ts',
      'src/kept/database.ts',
      'src/load/hash.ts',
    ])
  })

  it('the core uses no other library, and nothing of Node', () => {
    const core = packages.filter(({ from }) => ['lib', 'model', 'load', 'checks'].includes(layerOf(from)))
    expect(core.map(({ to }) => to).sort()).toEqual([
      '@noble/hashes/sha2.js',
      'fflate',
      'numfmt',
      'papaparse',
      'saxen',
    ])
    const workbooks = core.filter(({ to }) => !['papaparse', '@noble/hashes/sha2.js'].includes(to))
    expect(workbooks.filter(({ from }) => !from.startsWith('src/load/xlsx/'))).toEqual([])
    const readers = imports.filter((one) => isLocal(one) && target(one).startsWith('src/load/xlsx/'))
    const outside = readers.filter(({ from }) => !from.startsWith('src/load/xlsx/'))
    expect(outside.map(({ from }) => from)).toEqual(['src/load/openFile.ts'])
    const node = packages.filter(({ to }) => to.startsWith('node:')).map(({ from }) => layerOf(from))
    expect(node.filter((layer) => layer !== 'build' && layer !== 'cli')).toEqual([])
  })
})

test('what MDN knows of browsers is read by a build alone, not at each start of tests and dev server', () => {
  const within = imports.filter((one) => isLocal(one) && target(one).startsWith('src/build/floor/'))
  const outside = within.filter(({ from }) => !from.startsWith('src/build/floor/'))
  expect(outside.map(({ to }) => to)).toEqual(['./floor/checkFloor.ts'])
  expect(read('src/build/plugin.ts')).toContain("await import('./floor/checkFloor.ts')")
  expect(importsOf('vite.config.ts', read('vite.config.ts')).map(({ to }) => to)).toContain(
    './src/build/floor/target.ts',
  )
  expect(importsOf('target', read('src/build/floor/target.ts'))).toEqual([])
})

test(`no file has more than ${MAX_LINES} lines`, () => {
  const long = [...files, ...codeIn('tests')]
    .map((path) => `${read(path).split('\n').length - 1} ${path}`)
    .filter((entry) => Number.parseInt(entry, 10) > MAX_LINES)
  expect(long).toEqual([])
})
