import type { Drawing } from '../charts/words.ts'
import { download } from './download.ts'

type Drawn = Promise<Drawing>

/** Loaded only when a picture is asked for: ECharts may not be on the page yet. */
async function svgOf(drawing: Drawing): Promise<string> {
  const { drawSvg } = await import('../charts/echarts.ts')
  return drawSvg(drawing.option, drawing.width, drawing.height)
}

export async function downloadSvg(name: string, drawing: Drawn): Promise<void> {
  download(`${name}.svg`, new Blob([await svgOf(await drawing)], { type: 'image/svg+xml' }))
}

export async function downloadPng(name: string, drawing: Drawn): Promise<void> {
  download(`${name}.png`, await pngOf(drawing))
}

/** Whether the picture is on the clipboard; if not (plain http, an old browser), it was downloaded. */
export async function copyPng(name: string, drawing: Drawn): Promise<boolean> {
  const picture = pngOf(drawing)
  try {
    // Safari wants the promise inside the item, made while the click is still going on.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return true
  } catch {
    download(`${name}.png`, await picture)
    return false
  }
}

const SCALE = 2

/** ECharts' SVG renderer makes no PNG, so the browser paints the SVG at twice its size. */
async function pngOf(drawn: Drawn): Promise<Blob> {
  const drawing = await drawn
  const url = URL.createObjectURL(new Blob([await svgOf(drawing)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = drawing.width * SCALE
    canvas.height = drawing.height * SCALE
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
