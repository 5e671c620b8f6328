/** Tells the board's other tabs something, and hears them. Without a name, or in a browser that has no way, silent. */
export function openChannel<T>(name: string | undefined) {
  const channel =
    name === undefined || typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  return {
    tell: (message: T): void => channel?.postMessage(message),
    /** @returns what ends it */
    listen: (listener: (message: T) => void): (() => void) => {
      const hear = ({ data }: MessageEvent<T>) => listener(data)
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
    close: (): void => channel?.close(),
  }
}
