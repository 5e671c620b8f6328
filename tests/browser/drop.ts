import type { Page } from 'playwright-core'

export interface Dropped {
  readonly name: string
  readonly content: Uint8Array | string
}

/** As from a file manager: held over the page, and let go. */
export async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const all = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') }))
  await page.evaluate((given) => {
    const data = new DataTransfer()
    for (const { name, base64 } of given)
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
      )
  }, all)
}
