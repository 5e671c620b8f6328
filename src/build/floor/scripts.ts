import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite'
import { declarations, nameOf, textOf } from './declarations.ts'
import {
  lackingAttribute,
  lackingElement,
  lackingGlobal,
  lackingIteratorMethod,
  lackingMethod,
  memberOf,
} from './names.ts'
import { beyondInFlags, beyondInPattern } from './patterns.ts'
import { type Beyond, compat, feature, lacking } from './support.ts'

const js = compat.javascript
const SYNTAX = {
  staticBlock: ['static { … } in a class', 'classes', 'static', 'initialization_blocks'],
  importWith: ['import … with { … }', 'statements', 'import', 'import_attributes'],
  importOptions: ['import(…, { … })', 'operators', 'import', 'options_parameter'],
  importDefer: ['import defer', 'statements', 'import', 'defer'],
  importSource: ['import source', 'statements', 'import', 'import_source'],
  metaResolve: ['import.meta.resolve', 'operators', 'import_meta', 'resolve'],
  using: ['using', 'statements', 'using'],
  awaitUsing: ['await using', 'statements', 'await_using'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

const STREAM = lacking(feature(compat.api, 'ReadableStream', '@@asyncIterator'))
/** What answers an iterator, without arguments; of `Object` they answer arrays. */
const ITERATORS: ReadonlySet<string> = new Set(['entries', 'keys', 'values', 'matchAll'])
/** A text that may become part of a pattern: what one looks back with stands in no other. */
const LOOKS_BACK = /\(\?<[=!]/

export interface Looked {
  readonly beyond: readonly Beyond[]
  /** What the script calls properties and methods of its own. */
  readonly defined: ReadonlySet<string>
}

type Tell = (name: string, lack: string | undefined, node: ESTree.Span, method?: string) => void
/** Whether it is a name that the script has not declared. */
type IsFree = (node: ESTree.Node) => node is ESTree.IdentifierReference

/** @throws Error where it is no script at all */
export function lookThrough(code: string): Looked {
  const { program, errors } = parseSync('chunk.js', code)
  const [error] = errors
  if (error) throw new Error(error.message)
  const { names, labels, defined } = declarations(program)
  const beyond: Beyond[] = []
  const tell: Tell = (name, lack, { start }, method) => {
    if (lack)
      beyond.push({ feature: name, lacking: lack, at: start, ...(method !== undefined && { method }) })
  }
  const isFree: IsFree = (node): node is ESTree.IdentifierReference =>
    node.type === 'Identifier' && !names.has(node.name)
  const ofNames = inNames(tell, isFree)
  const ofPatterns = inPatterns(tell, isFree)
  new Visitor({
    ...inSyntax(tell),
    ...ofPatterns,
    ...ofNames,
    Identifier: (node) => {
      if (isFree(node) && !labels.has(node.start)) tell(node.name, lackingGlobal(node.name), node)
    },
    CallExpression: (node) => {
      ofNames.CallExpression(node)
      ofPatterns.NewExpression(node)
    },
  }).visit(program)
  return { beyond, defined }
}

function inSyntax(tell: Tell): VisitorObject {
  const syntax = (kind: keyof typeof SYNTAX, node: ESTree.Span) => {
    const [name, ...path] = SYNTAX[kind]
    tell(name, lacking(feature(js, ...path)), node)
  }
  const phase = (kind: string | null, node: ESTree.Span) => {
    if (kind === 'defer') syntax('importDefer', node)
    if (kind === 'source') syntax('importSource', node)
  }
  return {
    StaticBlock: (node) => syntax('staticBlock', node),
    ImportAttribute: (node) => syntax('importWith', node),
    ImportDeclaration: (node) => phase(node.phase, node),
    ImportExpression: (node) => {
      if (node.options) syntax('importOptions', node)
      phase(node.phase, node)
    },
    VariableDeclaration: (node) => {
      if (node.kind === 'using') syntax('using', node)
      if (node.kind === 'await using') syntax('awaitUsing', node)
    },
    ForOfStatement: (node) => {
      if (node.await && isStream(node.right)) tell('for await (… of stream)', STREAM, node)
    },
  }
}

/** Objects and methods that scripts find by name, and what they say of elements. */
function inNames(tell: Tell, isFree: IsFree) {
  return {
    MemberExpression: (node: ESTree.MemberExpression) => {
      const name = nameOf(node)
      if (name === undefined) return
      if (isFree(node.object))
        tell(`${node.object.name}.${name}`, memberOf(node.object.name, name)?.lacking, node)
      const [label, ...path] = SYNTAX.metaResolve
      if (name === 'resolve' && node.object.type === 'MetaProperty')
        tell(label, lacking(feature(js, ...path)), node)
    },
    CallExpression: ({ callee, arguments: given }: ESTree.CallExpression) => {
      element(given, tell)
      const name = callee.type === 'MemberExpression' ? nameOf(callee) : undefined
      if (name === undefined || callee.type !== 'MemberExpression') return
      const { object, property } = callee
      if (isIterator(object)) tell(`Iterator.${name}()`, lackingIteratorMethod(name), property)
      else if (!(isFree(object) && memberOf(object.name, name)))
        tell(`.${name}()`, lackingMethod(name), property, name)
    },
  }
}

function inPatterns(tell: Tell, isFree: IsFree) {
  const pattern = (source: string, node: ESTree.Span) => {
    for (const { name, lacking } of beyondInPattern(source)) tell(name, lacking, node)
  }
  const flags = (text: string, node: ESTree.Span) => {
    for (const { name, lacking } of beyondInFlags(text)) tell(name, lacking, node)
  }
  return {
    Literal: (node: Extract<ESTree.Node, { readonly type: 'Literal' }>) => {
      if ('regex' in node) {
        pattern(node.regex.pattern, node)
        flags(node.regex.flags, node)
      } else if (typeof node.value === 'string' && LOOKS_BACK.test(node.value)) pattern(node.value, node)
    },
    TemplateElement: (node: ESTree.TemplateElement) => {
      const { cooked } = node.value
      if (cooked && LOOKS_BACK.test(cooked)) pattern(cooked, node)
    },
    /** `RegExp(…)`, with `new` or without: what looks back is found in any text. */
    NewExpression: (node: ESTree.NewExpression | ESTree.CallExpression) => {
      if (!isFree(node.callee) || node.callee.name !== 'RegExp') return
      const [source, letters] = node.arguments.map(textOf)
      if (source && !LOOKS_BACK.test(source)) pattern(source, node)
      if (letters) flags(letters, node)
    },
  }
}

/** `jsx('button', { popover: … })`: a call whose first argument names an element. */
function element(given: readonly ESTree.Argument[], tell: Tell): void {
  const [first, second] = given
  const tag = first && textOf(first)
  if (!tag || !/^[a-z][a-z0-9]*$/.test(tag) || second?.type !== 'ObjectExpression') return
  tell(`<${tag}>`, lackingElement(tag), second)
  for (const property of second.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue
    const value = textOf(property.value)
    tell(
      `<${tag} ${property.key.name}${value === '' ? '' : `="${value}"`}>`,
      lackingAttribute(tag, property.key.name, value === '' ? undefined : value),
      property,
    )
  }
}

function isIterator(node: ESTree.Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const name = nameOf(node.callee)
  if (name === undefined || !ITERATORS.has(name)) return false
  return name === 'matchAll' ? node.arguments.length === 1 : node.arguments.length === 0
}

function isStream(node: ESTree.Node): boolean {
  if (node.type === 'CallExpression')
    return node.callee.type === 'MemberExpression' && nameOf(node.callee) === 'stream'
  return node.type === 'MemberExpression' && ['body', 'readable'].includes(nameOf(node) ?? '')
}
