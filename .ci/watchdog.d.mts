export interface Heard {
  readonly kind: 'start' | 'test' | 'tested' | 'end'
  readonly file: string
  /** Full name; of `test` and `tested` only. */
  readonly test?: string
}

export function startWatchdog(
  limitMs: number,
  onQuiet: (running: string) => void,
): { readonly hear: (heard: Heard) => void; readonly stop: () => void }
