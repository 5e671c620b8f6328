import { part } from './partMissing.ts'

/** Up to this size the bytes are hashed at once by the browser; beyond it, to spare memory, piece by piece. */
const AT_ONCE = 1 << 25
/** Half a dozen milliseconds' worth: between two pieces the page answers. */
const PIECE = 1 << 20

/**
 * SHA-256 of a file's bytes in 64 hexadecimal digits. A page on plain http has no `crypto.subtle`; a library then
 * computes the same, piece by piece, as for files too large to be held whole.
 * @throws DOMException where the file cannot be read, because it was moved or changed since it was chosen
 */
export async function hashOf(original: Blob): Promise<string> {
  // Missing on plain http, whatever the types say.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle
  if (subtle && original.size <= AT_ONCE) {
    return hex(new Uint8Array(await subtle.digest('SHA-256', await original.arrayBuffer())))
  }
  const { sha256 } = await part(import('@noble/hashes/sha2.js'))
  const hash = sha256.create()
  for (let at = 0; at < original.size; at += PIECE) {
    hash.update(new Uint8Array(await original.slice(at, at + PIECE).arrayBuffer()))
  }
  return hex(hash.digest())
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
