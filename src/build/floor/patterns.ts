import { compat, feature, lacking } from './support.ts'

/** What a pattern may hold that not every browser reads; where one is not read, the whole script stops. */
interface Piece {
  readonly name: string
  readonly lacking: string | undefined
}

const js = compat.javascript
const of = (name: string, ...path: readonly string[]): Piece => ({
  name,
  lacking: lacking(feature(js, ...path)),
})
const LOOKBEHIND = of('lookbehind in a regular expression', 'regular_expressions', 'lookbehind_assertion')
const MODIFIER = of('(?i: …) in a regular expression', 'regular_expressions', 'modifier')
const SAME_NAMES = of(
  'one name for two groups of a regular expression',
  'regular_expressions',
  'named_capturing_group',
  'duplicate_named_capturing_groups',
)
const FLAGS: Readonly<Record<string, Piece>> = {
  v: of('flag v of a regular expression', 'builtins', 'RegExp', 'unicodeSets'),
}

const beyond = (pieces: readonly (Piece | undefined)[]): { name: string; lacking: string }[] =>
  pieces.flatMap((piece) => (piece?.lacking ? [{ name: piece.name, lacking: piece.lacking }] : []))

/** Of a pattern in a literal, or of a text that one is made from. */
export function beyondInPattern(pattern: string) {
  const groups = openings(pattern)
  const names = groups.flatMap((group) => /^\(\?<([^=!>][^>]*)>/.exec(group)?.[1] ?? [])
  return beyond([
    groups.some((group) => /^\(\?<[=!]/.test(group)) ? LOOKBEHIND : undefined,
    groups.some((group) => /^\(\?[a-z]*(?:-[a-z]*)?:/.test(group) && group[2] !== ':') ? MODIFIER : undefined,
    new Set(names).size < names.length ? SAME_NAMES : undefined,
  ])
}

export const beyondInFlags = (flags: string) => beyond([...flags].map((flag) => FLAGS[flag]))

/** Each `(?…` that opens a group: neither escaped nor in a class. */
function openings(pattern: string): string[] {
  const found: string[] = []
  let isInClass = false
  for (let i = 0; i < pattern.length; i += 1) {
    const character = pattern[i]
    if (character === '\\') i += 1
    else if (character === '[') isInClass = true
    else if (character === ']') isInClass = false
    else if (!isInClass && pattern.startsWith('(?', i)) found.push(pattern.slice(i, i + 80))
  }
  return found
}
