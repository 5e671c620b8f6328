import type { Identifier } from '@mdn/browser-compat-data/types'
import postcss, { type AtRule, type ChildNode, type Declaration, type Node } from 'postcss'
import { type Beyond, compat, feature, lacking, own } from './support.ts'

const { css } = compat
const { selectors, properties, types } = css as Readonly<
  Record<'selectors' | 'properties' | 'types', Identifier>
>
const atRules = css['at-rules'] as Identifier

/** Units that MDN keeps under one name. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^dv/, 'viewport_percentage_units_dynamic'],
  [/^lv/, 'viewport_percentage_units_large'],
  [/^sv/, 'viewport_percentage_units_small'],
  [/^cq/, 'container_query_length_units'],
]
const UNIT = /(?<![\w#.-])-?(?:\d+\.?\d*|\.\d+)([a-z]+)/gi

/** @throws Error where it is no style sheet at all */
export function beyondInStyles(text: string): Beyond[] {
  const found: Beyond[] = []
  const tell = (name: string, one: Identifier | undefined, node: Node) => {
    const lack = one?.__compat && lacking(one.__compat)
    if (lack) found.push({ feature: name, lacking: lack, at: node.source?.start?.offset ?? 0 })
  }
  const root = postcss.parse(text)
  root.walkAtRules((rule) => {
    tell(`@${rule.name}`, own(atRules, rule.name.toLowerCase()), rule)
    if (rule.name === 'media') media(rule, tell)
  })
  root.walkRules((rule) => {
    const isFrame = rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)
    if (isFrame) return
    for (const [, colons = '', name = ''] of plain(rule.selector).matchAll(/(::?)([a-z-]+)/g))
      tell(`${colons}${name}`, own(selectors, name), rule)
    if (rule.parent?.type === 'rule' || rule.selector.includes('&'))
      tell('nesting', own(selectors, 'nesting'), rule)
  })
  root.walkDecls((one) => {
    if (one.prop.startsWith('--') || one.parent?.type !== 'rule' || isAskedFor(one) || isSecond(one)) return
    declaration(one, tell)
  })
  return found
}

type Tell = (name: string, one: Identifier | undefined, node: Node) => void

function media(rule: AtRule, tell: Tell): void {
  const known = own(atRules, 'media')
  for (const [, name = ''] of rule.params.matchAll(/\(\s*(?:min-|max-)?([a-z-]+)\s*[:)]/g))
    tell(`@media (${name})`, own(known, name), rule)
  if (/[<>]/.test(rule.params)) tell('@media (a < b)', own(known, 'range_syntax'), rule)
}

function declaration(one: Declaration, tell: Tell): void {
  const property = own(properties, one.prop)
  tell(one.prop, property, one)
  const value = plain(one.value)
  for (const [word, name = '', opening] of value.matchAll(/(?<![\w.#-])([a-z][a-z-]*)(\()?/g)) {
    const known = own(property, opening ? `${name}_function` : name) ?? own(property, name)
    tell(`${one.prop}: ${word}${opening ? ')' : ''}`, known ?? (opening ? ofType(name) : undefined), one)
  }
  for (const [, unit = ''] of value.matchAll(UNIT)) tell(unit, ofUnit(unit.toLowerCase()), one)
}

function ofUnit(unit: string): Identifier | undefined {
  const group = UNITS.find(([pattern]) => pattern.test(unit))?.[1]
  return own(own(types, 'length'), group ?? unit)
}

/** `color-mix(`: MDN has functions by themselves, or within what they give. */
function ofType(name: string): Identifier | undefined {
  const direct = own(types, name)
  if (direct) return direct
  for (const type of Object.keys(types)) {
    const within = own(own(types, type), name)
    if (within) return within
  }
  return undefined
}

/** Without strings and addresses, whose content means nothing here. */
const plain = (text: string): string =>
  text.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '""').replace(/url\([^)]*\)/g, 'none')

/** Inside an `@supports`: a browser that lacks it is asked first. */
function isAskedFor(node: ChildNode): boolean {
  for (let at = node.parent; at; at = at.parent as typeof at)
    if (at.type === 'atrule' && (at as AtRule).name === 'supports') return true
  return false
}

/** After another declaration of the same property, or WebKit's own, which holds where this one is not understood. */
function isSecond(one: Declaration): boolean {
  for (let before = one.prev(); before; before = before.prev())
    if (before.type === 'decl' && [one.prop, `-webkit-${one.prop}`].includes(before.prop)) return true
  return false
}

// The places that are looked up above are there: what MDN has moved must not pass for known.
for (const path of [
  ['selectors', 'nesting'],
  ['types', 'length', 'viewport_percentage_units_dynamic'],
  ['types', 'length', 'container_query_length_units'],
  ['at-rules', 'media', 'range_syntax'],
  ['types', 'color', 'color-mix'],
  ['properties', 'grid-template-columns', 'subgrid'],
])
  feature(css, ...path)
