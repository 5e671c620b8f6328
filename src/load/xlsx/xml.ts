import { Parser } from 'saxen'

export interface XmlListener {
  /** Names come without their prefix; attributes keep theirs, and are read only when asked for. */
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Goes through an XML text. @throws where it is not well formed */
export function readXml(xml: string, { open, close, text }: XmlListener): void {
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => open(bare(name), () => decodedAll(attributes())))
  if (close) parser.on('closeTag', (name) => close(bare(name)))
  if (text) {
    parser.on('text', (raw) => text(decodeEntities(raw)))
    parser.on('cdata', text)
  }
  const error = parser.parse(xml)
  if (error) throw error
}

/** Hardly any has an entity, and a sheet has millions. */
function decodedAll(raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!Object.values(raw).some((value) => value.includes('&'))) return raw
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, decodeEntities(value)]))
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Saxen's own makes two halves of a rare character (&#x20BB7;) into another one. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}
