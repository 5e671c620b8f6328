import { buffer } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'

export interface Saved {
  readonly name: string
  readonly bytes: Buffer
}

/** Clicks, and returns what was downloaded. */
export async function save(page: Page, button: Locator): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) }
}

export interface Picture {
  readonly width: number
  readonly height: number
  /** How many colours there are. */
  readonly size: number
  /** How often each of the most frequent ones occurs, as `#rrggbb`, most frequent first. */
  readonly colours: ReadonlyMap<string, number>
}

/** Decodes a picture in the browser. */
export async function picture(page: Page, png: Buffer): Promise<Picture> {
  const { counts, ...found } = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    const counts = new Map<number, number>()
    const pixels = new Uint32Array(data.buffer)
    // Most are what the one before them is.
    for (let start = 0; start < pixels.length; ) {
      const pixel = pixels[start] as number
      let end = start + 1
      while (pixels[end] === pixel) end++
      counts.set(pixel, (counts.get(pixel) ?? 0) + end - start)
      start = end
    }
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60)
    return { width, height, size: counts.size, counts: most }
  }, png.toString('base64'))
  // Alpha, blue, green, red from the highest byte down.
  const hex = (pixel: number) => pixel.toString(16).padStart(8, '0')
  const name = (pixel: number) => `#${hex(pixel).slice(6)}${hex(pixel).slice(4, 6)}${hex(pixel).slice(2, 4)}`
  return { ...found, colours: new Map(counts.map(([pixel, count]) => [name(pixel), count])) }
}

/** All words of an SVG, and its size. */
export function svgOf(bytes: Buffer): { text: string; width: number; height: number } {
  const source = bytes.toString('utf8')
  const [, width, height] = /<svg[^>]*? width="(\d+)" height="(\d+)"/.exec(source) ?? []
  const text = [...source.matchAll(/<(?:text|tspan)[^>]*>([^<]*)</g)].map((match) => match[1]).join('\n')
  return {
    text: text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    width: Number(width),
    height: Number(height),
  }
}
