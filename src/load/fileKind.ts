import type { Refusal } from '../model/refusal.ts'

/** What its bytes say that a file is; a name may say anything. */
export type FileKind = 'zip' | 'text' | Refusal

/** Bytes at the very beginning; undefined stands for any. */
const MARKS: readonly (readonly [readonly (number | undefined)[], FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [bytesOf('\x89PNG'), picture('png')],
  [[0xff, 0xd8, 0xff], picture('jpg')],
  [bytesOf('GIF8'), picture('gif')],
  [[...bytesOf('RIFF'), ...skip(4), ...bytesOf('WEBP')], picture('webp')],
  // BM begins many a word: the four bytes that a bitmap keeps free tell it.
  [[...bytesOf('BM'), ...skip(4), 0, 0, 0, 0], picture('bmp')],
  [[0x49, 0x49, 0x2a, 0x00], picture('tiff')],
  [[0x4d, 0x4d, 0x00, 0x2a], picture('tiff')],
  [[...skip(4), ...bytesOf('ftyphei')], picture('heic')],
  [[...skip(4), ...bytesOf('ftypmif1')], picture('heic')],
  [[...skip(4), ...bytesOf('ftypavif')], picture('avif')],
  [bytesOf('%PDF-'), { reason: 'pdf' }],
  [bytesOf('{\\rtf'), { reason: 'document', format: 'rtf' }],
  [bytesOf('Rar!'), { reason: 'archive', format: 'rar' }],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], { reason: 'archive', format: '7z' }],
  [[0x1f, 0x8b, 0x08], { reason: 'archive', format: 'gz' }],
]

/** The mark of OLE2, which the formats of old Office, of WPS, and encrypted workbooks have in common. */
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * What a file is, by its first bytes; of an OLE2 file all bytes are looked through. The name tells .et from .xls,
 * which are alike inside.
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return { reason: 'empty' }
  if (startsWith(bytes, OLE2)) return oldKind(bytes, extensionOf(name))
  return MARKS.find(([mark]) => startsWith(bytes, mark))?.[1] ?? 'text'
}

/** A text that is no table, but what some systems hand out as .xls; undefined for any other. */
export const isMarkup = (text: string): boolean =>
  /^\s*(?:<(?:!doctype|html|head|meta|body|table|\?xml|!--)|MIME-Version:)/i.test(text)

export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

function picture(format: string): Refusal {
  return { reason: 'picture', format }
}
function bytesOf(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0))
}
function skip(count: number): undefined[] {
  return Array<undefined>(count).fill(undefined)
}
const startsWith = (bytes: Uint8Array, mark: readonly (number | undefined)[]): boolean =>
  bytes.length >= mark.length && mark.every((byte, i) => byte === undefined || bytes[i] === byte)

/** Which stream tells what an OLE2 file holds; the first that is there. */
const STREAMS: readonly (readonly [string, (extension: string) => Refusal])[] = [
  ['EncryptedPackage', () => ({ reason: 'encrypted' })],
  ['Workbook', workbook],
  ['Book', workbook],
  ['WordDocument', (extension) => ({ reason: 'document', format: extension === 'wps' ? 'wps' : 'doc' })],
  [
    'PowerPoint Document',
    (extension) => ({ reason: 'document', format: extension === 'dps' ? 'dps' : 'ppt' }),
  ],
]

function workbook(extension: string): Refusal {
  return { reason: 'old-workbook', format: extension === 'et' ? 'et' : 'xls' }
}

function oldKind(bytes: Uint8Array, extension: string): Refusal {
  const names = new Set(STREAMS.flatMap(([name]) => (hasStream(bytes, name) ? [name] : [])))
  const known = STREAMS.find(([name]) => names.has(name))
  return known ? known[1](extension) : workbook(extension)
}

/** An entry of the directory takes 128 bytes, and begins with its name in UTF-16 and a NUL. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const mark = [...bytesOf(name), 0].flatMap((byte) => [byte, 0])
  for (let at = 0; at + 128 <= bytes.length; at += 128)
    if (mark.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}
