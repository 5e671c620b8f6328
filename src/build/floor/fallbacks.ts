/**
 * What scripts and styles hold beyond the floor, and why a browser without it is none the worse. The guard stands
 * around every use, and the build looks for it.
 */
export interface Fallback {
  readonly feature: string
  readonly guard: RegExp
  readonly why: string
}

/** Asked for before it is used. */
const ASKED: readonly Fallback[] = [
  {
    feature: 'ClipboardItem',
    guard: /try\s*\{.{0,60}new ClipboardItem\(.{0,60}catch/,
    why: 'exports/image.ts: the picture is downloaded instead',
  },
  {
    feature: 'requestIdleCallback',
    guard: /requestIdleCallback.in window\?requestIdleCallback\(.{0,60}:setTimeout\(/,
    why: 'main.tsx: a timer',
  },
  {
    feature: 'import.meta.resolve',
    guard: /import\.meta\.resolve\?new URL\(import\.meta\.resolve\(.{0,60}:new URL\(\w+,import\.meta\.url\)/,
    why: "Vite's loader: an address made by hand",
  },
  {
    feature: 'Error.captureStackTrace',
    guard: /Error\.captureStackTrace&&Error\.captureStackTrace\(/,
    why: 'fflate: its errors have the stack that they have',
  },
  {
    feature: 'Symbol.asyncDispose',
    guard: /Symbol\.asyncDispose\|\|Symbol\(\)/,
    why: 'zip.js: a symbol of its own',
  },
  {
    feature: 'CompressionStream',
    guard: /typeof CompressionStream<.u.&&CompressionStream/,
    why: 'zip.js: its own, in JavaScript',
  },
  {
    feature: 'DecompressionStream',
    guard: /typeof DecompressionStream<.u.&&DecompressionStream/,
    why: 'zip.js: its own, in JavaScript',
  },
  {
    feature: 'setImmediate',
    guard: /typeof setImmediate<.u.\?setImmediate:null/,
    why: "React's scheduler: a message channel",
  },
  {
    feature: 'navigator.connection',
    guard: /navigator\.connection&&\(\w+=navigator\.connection\.downlink/,
    why: 'React: a speed that it supposes',
  },
  ...[/navigation\.transition\).{0,150}/, /typeof navigation==.object.\).{0,400}/].map((guard) => ({
    feature: 'navigation',
    guard,
    why: 'React, of transitions: only where it is an object',
  })),
]

/** What no page of the board comes to. */
const UNREACHED: readonly Fallback[] = [
  {
    feature: '.startViewTransition()',
    guard: /try\{var \w+=\w+\.startViewTransition\(/,
    why: "React's <ViewTransition>, which the board has none of",
  },
  {
    feature: '<select is>',
    guard: /typeof \w+\.is==.string.\?\w+\.createElement\(.select.,\{is:\w+\.is\}\)/,
    why: 'React, of elements made by others, which the board has none of',
  },
  {
    feature: '.createWritable()',
    guard: /getFileHandle\(.{0,60}\.createWritable\(\)/,
    why: "zip.js, of folders in the browser's own file system, which the board has none of",
  },
]

/** What is missing is made up for, or little. */
const UNHARMED: readonly Fallback[] = [
  ...['<input autoFocus>', '<button autoFocus>'].map((feature) => ({
    feature,
    guard: /autoFocus:/,
    why: 'React sets the focus itself',
  })),
  ...['cursor: pointer', 'cursor: default', 'cursor: progress'].map((feature) => ({
    feature,
    guard: /cursor:/,
    why: 'an iPad shows its own',
  })),
  { feature: 'break-after: avoid', guard: /break-after:/, why: 'a heading may stand at the foot of a sheet' },
  { feature: '@page', guard: /@page/, why: 'printed on the paper that the reader chose' },
]

export const FALLBACKS: readonly Fallback[] = [...ASKED, ...UNREACHED, ...UNHARMED]
