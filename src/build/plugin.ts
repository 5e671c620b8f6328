import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer, type HtmlTagDescriptor, type Plugin, type ResolvedConfig, type Rollup } from 'vite'
import { tokensCss } from '../charts/tokens.ts'
import { fingerprint } from '../lib/fingerprint.ts'
import { parseCatalogue } from '../load/catalogue.ts'
import { decode } from '../load/decode.ts'
import { parseTable } from '../load/parse.ts'
import { NOT_ALIVE } from '../text/notAlive.ts'
import { EMBEDDED_ID, type Embedded, embed } from '../views/embedded.ts'
import { checkBudget } from './budget.ts'

const BODY = '<!--board-body-->'

/**
 * Before anything is drawn: the chosen theme, and the first picture hidden where the address asks for another page.
 * Where the page's script does not come, or fails before it has taken over, the picture is shown, and a sentence with
 * it that it is one. Kept on one line, because the policy names its hash.
 */
const BOOT = [
  "(function(d){try{var t=localStorage.getItem('board-theme');if(t)d.dataset.theme=t}catch(e){}",
  "if(location.hash.length>2)d.dataset.away='';",
  'function f(e){var t=e.target;',
  "if(t.tagName&&t.tagName!='SCRIPT'||performance.getEntriesByName('alive').length)return;",
  "delete d.dataset.away;d.dataset.dead='';",
  "var a=document.querySelector('.dead a');if(a)a.onclick=function(){location.reload();return false}}",
  "addEventListener('error',f,true);addEventListener('unhandledrejection',f)",
  '})(document.documentElement)',
].join('')

const BOOT_HASH = `sha256-${createHash('sha256').update(BOOT).digest('base64')}`

/** Nothing but what this page's own place serves; styles inline, because ECharts' SVG carries them. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' '${BOOT_HASH}'`,
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Puts the default data set and the first picture into index.html, and the files of `data/` beside it. */
export function board(): Plugin {
  let config: ResolvedConfig
  const inlined = new Set<string>()
  const dataFolder = () => join(config.root, 'data')
  return {
    name: 'board',
    configResolved(resolved) {
      config = resolved
    },
    configureServer(server) {
      server.watcher.add(dataFolder())
      server.watcher.on('change', (file) => {
        if (file.startsWith(dataFolder())) server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use('/data', (request, response, next) => {
        const name = decodeURIComponent((request.url ?? '').split('?')[0]?.slice(1) ?? '')
        if (!shippedFiles(dataFolder()).includes(name)) return next()
        response.end(readFileSync(join(dataFolder(), name)))
      })
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, context) {
        const data = defaultSet(dataFolder())
        const isBuild = context.server === undefined
        const body = isBuild ? await prerender(config.root, data) : ''
        const page = html.replace(BODY, () => body).replace(/\s*<!--board-\w+-->/g, '')
        return {
          html: isBuild ? scriptsLast(inlineStyles(page, context.bundle, inlined)) : page,
          tags: tags(data, isBuild),
        }
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const name of shippedFiles(dataFolder())) {
          const source = readFileSync(join(dataFolder(), name))
          this.emitFile({ type: 'asset', fileName: `data/${name}`, source })
        }
        forgetInlined(bundle, inlined)
        for (const file of Object.values(bundle)) mark(file)
      },
    },
    async writeBundle(_options, bundle) {
      // Only a build pays for its data: every start of the tests and of the dev server loads this file.
      const { checkFloor } = await import('./floor/checkFloor.ts')
      for (const line of [...checkBudget(bundle), checkFloor(bundle)]) config.logger.info(line)
    },
  }
}

/** The style sheet inside the page: a file of its own would cost the first picture another way to the server. */
function inlineStyles(html: string, bundle: Rollup.OutputBundle | undefined, inlined: Set<string>): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (link, name: string) => {
    const file = bundle?.[name]
    if (file?.type !== 'asset') return link
    delete bundle?.[name]
    inlined.add(name)
    return `<style>${String(file.source)}</style>`
  })
}

/**
 * Parts fetched later from other parts would ask for the style sheet that the page holds itself, since they share the
 * first chunk, which it belongs to; they ask for that chunk in its place, which is there.
 */
function forgetInlined(bundle: Rollup.OutputBundle, inlined: ReadonlySet<string>): void {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry)
  if (!entry) return
  const base = (name: string) => name.replace(/^.*\//, '')
  for (const chunk of chunks)
    for (const name of inlined) chunk.code = chunk.code.replaceAll(base(name), base(entry.fileName))
}

const MARK = '\ufeff'

/**
 * A byte-order mark at the start of page, scripts and styles: it outweighs a server that states another encoding, as
 * many do that were set up for pages in GBK.
 */
function mark(file: Rollup.OutputAsset | Rollup.OutputChunk): void {
  if (!/\.(?:html|js|css)$/.test(file.fileName)) return
  if (file.type === 'chunk') file.code = MARK + file.code
  else
    file.source = MARK + (typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString())
}

/** Scripts and what they fetch ahead behind the page's content, so that they do not share the line with it. */
function scriptsLast(html: string): string {
  const early: string[] = []
  const rest = html.replace(
    /\s*<(?:script type="module"[^>]*><\/script>|link rel="modulepreload"[^>]*>)/g,
    (tag) => {
      early.push(tag)
      return ''
    },
  )
  return rest.replace('</body>', () => `${early.join('')}\n  </body>`)
}

/** The catalogue's first entry and its file. */
function defaultSet(folder: string): Embedded {
  const offers = parseCatalogue(readFileSync(join(folder, 'catalogue.json'), 'utf8'))
  const [entry] = offers
  if (!entry) throw new Error('data/catalogue.json lists no data set')
  const bytes = readFileSync(join(folder, entry.file))
  const text = decode(bytes)
  if (text === undefined) throw new Error(`data/${entry.file} is no text`)
  return { entry, offers, fingerprint: fingerprint(bytes), table: parseTable(text) }
}

const shippedFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name)) : []

function tags(data: Embedded, isBuild: boolean): HtmlTagDescriptor[] {
  const policy: HtmlTagDescriptor = {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
    injectTo: 'head-prepend',
  }
  return [
    // The development server injects scripts of its own, which the policy would forbid.
    ...(isBuild ? [policy] : []),
    { tag: 'script', children: BOOT, injectTo: 'head' },
    { tag: 'style', children: tokensCss(), injectTo: 'head' },
    {
      tag: 'p',
      attrs: { class: 'dead', role: 'alert' },
      children: `${NOT_ALIVE.zh} <span lang="en">${NOT_ALIVE.en}</span> <a href="">${NOT_ALIVE.reload}</a>`,
      injectTo: 'body-prepend',
    },
    {
      tag: 'script',
      attrs: { type: 'application/json', id: EMBEDDED_ID },
      children: embed(data),
      injectTo: 'body',
    },
  ]
}

/** Runs the views once in Node, through Vite's own loader. */
async function prerender(root: string, data: Embedded): Promise<string> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [react()],
  })
  try {
    const views = (await server.ssrLoadModule(
      '/src/views/prerender.tsx',
    )) as typeof import('../views/prerender.tsx')
    return views.prerender(data)
  } finally {
    await server.close()
  }
}
