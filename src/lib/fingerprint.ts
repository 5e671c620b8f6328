/**
 * 64 bits that tell two files apart, as 16 hex digits: FNV-1a over the bytes, from two offsets. Not against
 * forgers; a page on plain http has no cryptography of the browser's.
 * Source: Fowler, Noll, Vo: The FNV Non-Cryptographic Hash Algorithm (IETF draft, 32 bits).
 */
export function fingerprint(bytes: Uint8Array): string {
  let [a, b] = [0x811c9dc5, 0x811c9dc5 ^ 0x5bd1e995]
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b ^ (byte + 0x9e), 0x01000193)
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
