import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

/** Where the folder stands on its server; a page with addresses from the root would not find its parts. */
export const SUB_PATHS = ['/board/', '/gov/2023/民生/']
/** Reaches this machine, but is not localhost to the browser. */
export const PLAIN_HOST = 'board.test'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.csv': 'text/csv',
}

interface Served {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * A plain web server, as small as they come: no headers that a page could lean on.
 * @param besides files that are not in the folder, or are others there, by their names
 */
export function serveFolder(
  folder: string,
  paths: readonly string[],
  besides: Readonly<Record<string, string>> = {},
): Promise<Served> {
  return serve(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const base = paths.find((start) => path.startsWith(start))
    const file = normalize(join(folder, path.slice(base?.length ?? 0) || 'index.html'))
    const content =
      base && file.startsWith(folder + sep)
        ? (besides[file.slice(folder.length + 1)] ?? (await readFile(file).catch(() => undefined)))
        : undefined
    if (!content) return void response.writeHead(404).end('not found')
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(content)
  })
}

/** Listens on a free port of this machine. */
export function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      }),
    )
  })
}
