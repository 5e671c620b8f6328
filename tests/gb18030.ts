/** Text in GB18030, by the decoder the other way round; for characters of one or two bytes. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => bytesOf(char)))
}

const known = new Map<string, readonly number[]>()

function bytesOf(char: string): readonly number[] {
  if (known.size === 0) fill()
  const bytes = known.get(char)
  if (!bytes) throw new Error(`no two bytes for ${char}`)
  return bytes
}

function fill(): void {
  const decoder = new TextDecoder('gb18030')
  for (let one = 0; one < 0x80; one++) known.set(String.fromCharCode(one), [one])
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) {
        const char = decoder.decode(Uint8Array.from([lead, trail]))
        if (!known.has(char)) known.set(char, [lead, trail])
      }
}
