import { parseArgs } from 'node:util'
import { CLI_WORDS } from '../text/cli.ts'

export interface Asked {
  readonly json: boolean
  readonly lang: 'zh' | 'en'
  readonly files: readonly string[]
  /** A CSV of findings with reasons, as the page exports it. */
  readonly accepted: string | undefined
}

/** The command line's arguments; a text where they make no sense: what is wrong, and how it is used. */
export function readArguments(argv: readonly string[]): Asked | string | { readonly help: string } {
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string' },
      accepted: { type: 'string' },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const asked = { json: false, lang: 'zh', files: [] as string[], accepted: undefined as string | undefined }
  let help = false
  const wrong: ((words: (typeof CLI_WORDS)['zh']) => string)[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') asked.files.push(token.value)
    else if (token.kind === 'option' && token.name === 'json' && token.value === undefined) asked.json = true
    else if (token.kind === 'option' && token.name === 'lang') asked.lang = token.value ?? ''
    else if (token.kind === 'option' && token.name === 'help') help = true
    else if (token.kind === 'option' && token.name === 'accepted') {
      if (token.value) asked.accepted = token.value
      else wrong.push((words) => words.noList)
    } else if (token.kind === 'option') wrong.push((words) => words.unknownOption(token.rawName))
  }
  const lang = asked.lang === 'en' ? 'en' : 'zh'
  if (asked.lang !== lang) wrong.push((words) => words.unknownLanguage)
  const words = CLI_WORDS[lang]
  if (help) return { help: words.usage }
  const [first] = wrong
  if (first) return `${first(words)}\n${words.usage}`
  return asked.files.length === 0
    ? words.usage
    : { json: asked.json, lang, files: asked.files, accepted: asked.accepted }
}
