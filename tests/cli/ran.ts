import { check } from '../../src/cli/check.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly complaints: string
}

/** Runs the command line on files that are none. */
export async function ran(
  args: readonly string[],
  bytesOf: (file: string) => Uint8Array | undefined,
  {
    isColoured = false,
    catalogue,
  }: { isColoured?: boolean; catalogue?: (file: string) => string | undefined } = {},
): Promise<Ran> {
  const out: string[] = []
  const complaints: string[] = []
  const code = await check(args, {
    open: (file) => {
      const bytes = bytesOf(file)
      return bytes && { size: bytes.length, read: (from, to) => bytes.subarray(from, to) }
    },
    catalogue: catalogue ?? (() => undefined),
    out: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    isColoured,
  })
  return { code, out: out.join('').replace(/\n$/, ''), complaints: complaints.join('\n') }
}
