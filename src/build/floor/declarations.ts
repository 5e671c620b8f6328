import { type ESTree, Visitor } from 'vite'

interface Declarations {
  /** Declared anywhere in the script: nothing that it would find outside. */
  readonly names: ReadonlySet<string>
  /** Where identifiers begin that stand for no value. */
  readonly labels: ReadonlySet<number>
  /** Properties and methods that the script makes. */
  readonly defined: ReadonlySet<string>
}

export function declarations(program: ESTree.Program): Declarations {
  const names = new Set<string>()
  const labels = new Set<number>()
  const defined = new Set<string>()
  const bind = (node: ESTree.Node | null | undefined): void => {
    if (!node) return
    if (node.type === 'Identifier') names.add(node.name)
    else if (node.type === 'ObjectPattern')
      for (const one of node.properties) bind(one.type === 'RestElement' ? one.argument : one.value)
    else if (node.type === 'ArrayPattern') node.elements.forEach(bind)
    else if (node.type === 'AssignmentPattern') bind(node.left)
    else if (node.type === 'RestElement') bind(node.argument)
  }
  const label = (node: ESTree.Node | null | undefined): void => {
    if (node) labels.add(node.start)
  }
  const define = (computed: boolean, key: ESTree.Node): void => {
    if (computed) return
    label(key)
    if (key.type === 'Identifier') defined.add(key.name)
  }
  const ofFunction = (node: ESTree.Function | ESTree.ArrowFunctionExpression): void => {
    if (node.type !== 'ArrowFunctionExpression') bind(node.id)
    for (const one of node.params) bind(one as ESTree.Node)
  }
  new Visitor({
    VariableDeclarator: ({ id }) => bind(id),
    FunctionDeclaration: ofFunction,
    FunctionExpression: ofFunction,
    ArrowFunctionExpression: ofFunction,
    ClassDeclaration: ({ id }) => bind(id),
    ClassExpression: ({ id }) => bind(id),
    CatchClause: ({ param }) => bind(param),
    ImportSpecifier: ({ local, imported }) => {
      bind(local)
      label(imported)
    },
    ImportDefaultSpecifier: ({ local }) => bind(local),
    ImportNamespaceSpecifier: ({ local }) => bind(local),
    ExportSpecifier: ({ local, exported }) => {
      label(local)
      label(exported)
    },
    MemberExpression: ({ computed, property }) => {
      if (!computed) label(property)
    },
    Property: ({ computed, shorthand, key }) => define(computed || shorthand, key),
    MethodDefinition: ({ computed, key }) => define(computed, key),
    PropertyDefinition: ({ computed, key }) => define(computed, key),
    AssignmentExpression: ({ left }) => {
      if (left.type === 'MemberExpression') define(left.computed, left.property)
    },
    LabeledStatement: ({ label: name }) => label(name),
    BreakStatement: ({ label: name }) => label(name),
    ContinueStatement: ({ label: name }) => label(name),
    // A name that nobody declared may be asked after in this way.
    UnaryExpression: ({ operator, argument }) => {
      if (operator === 'typeof') label(argument)
    },
  }).visit(program)
  return { names, labels, defined }
}

/** '' for what is no text. */
export function textOf(node: ESTree.Node): string {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : ''
  return node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.cooked ?? '').join('') : ''
}

/** Of what is read from an object, where the script says it. */
export function nameOf({ computed, property }: ESTree.MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined
  return textOf(property) || undefined
}
