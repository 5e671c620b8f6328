// What a slip of the hand makes of a piece of TypeScript: other comparisons, other signs, other ends.
const SWAPS = [
  [/(?<=\s)===(?=\s)/g, ['!==']],
  [/(?<=\s)!==(?=\s)/g, ['===']],
  [/(?<=\s)<=(?=\s)/g, ['<', '>']],
  [/(?<=\s)>=(?=\s)/g, ['>', '<']],
  [/(?<=\s)<(?=\s)/g, ['<=', '>=']],
  [/(?<=\s)>(?=\s)/g, ['>=', '<=']],
  [/(?<=\s)&&(?=\s)/g, ['||']],
  [/(?<=\s)\|\|(?=\s)/g, ['&&']],
  [/(?<=\s)\+(?=\s)/g, ['-']],
  [/(?<=\s)-(?=\s)/g, ['+']],
  [/(?<=\s)\*(?=\s)/g, ['/']],
  // What stands behind `] ??` is there for the compiler: places in typed columns hold something.
  [
    /(?<![\w.'$]|\] \?\? )\d+n?(?![\w.'])/g,
    [(text) => text.replace(/\d+/, (digits) => String(Number(digits) + 1))],
  ],
  [/\btrue\b/g, ['false']],
  [/\bfalse\b/g, ['true']],
  [/(?<=[([,\s!])!(?=[\w(])/g, ['']],
  [/\.some\(/g, ['.every(']],
  [/\.every\(/g, ['.some(']],
  [/\bI\.open\b/g, ['I.closed']],
  [/\bI\.(?:closed|fromUntil|aboveUpTo)\b/g, ['I.open']],
  [/'(?:any|truncate|half-up|half-even)'(?=[),])/g, [(text) => (text === "'any'" ? "'half-up'" : "'any'")]],
]

/** Every mutant of a source text: where it begins, what stands there, and what instead. */
export function mutantsOf(source) {
  const code = masked(source)
  return SWAPS.flatMap(([pattern, swaps]) =>
    [...code.matchAll(pattern)].flatMap((match) =>
      swaps.map((swap) => ({
        at: match.index,
        from: match[0],
        to: typeof swap === 'string' ? swap : swap(match[0]),
        line: source.slice(0, match.index).split('\n').length,
        code: source.split('\n')[source.slice(0, match.index).split('\n').length - 1].trim().slice(0, 80),
      })),
    ),
  ).sort((a, b) => a.at - b.at)
}

/** The text with comments, imports, types and most strings blanked, every character at its place. */
function masked(source) {
  const blank = (text) => text.replace(/[^\n]/g, ' ')
  return source
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/\/\/[^\n]*/g, blank)
    .replace(/^import [\s\S]*?from '[^']*'$/gm, blank)
    .replace(/^(?:export )?(?:interface|type) [\s\S]*?(?:^\}|(?<=\n)(?=\S))/gm, blank)
    .replace(/'(?!any'|truncate'|half-up'|half-even')[^'\n]*'/g, blank)
    .replace(/`[^`]*`/g, blank)
    .replace(/\/(?![ *])(?:[^/\n\\]|\\.)+\/[a-z]*(?=[.),;])/g, blank)
}
