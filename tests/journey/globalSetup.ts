import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureOtherBrowsers, type OtherBrowsers } from '../../.ci/otherBrowsers.mjs'
import { serveFolder } from '../browser/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    others: OtherBrowsers
    /** Address of the built folder, with `/` at the end. */
    place: string
  }
}

const PATH = '/board/'

/** Runs in the page before any other script: WebDriver tells nothing of what goes wrong there. */
function listen(): void {
  const problems: string[] = []
  Object.assign(window, { problems })
  window.addEventListener('error', ({ message, filename, lineno }) => {
    problems.push(`${message} (${filename}:${lineno})`)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    problems.push(`not caught: ${reason} ${reason?.stack ?? ''}`)
  })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    problems.push(`refused by ${violatedDirective}: ${blockedURI}`)
  })
  for (const kind of ['error', 'warn'] as const) {
    const tell = console[kind]
    console[kind] = (...said: unknown[]) => {
      problems.push(`${kind}: ${said.join(' ')}`)
      tell(...said)
    }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(import.meta.dirname, '../../dist')
  if (!existsSync(join(dist, 'index.html'))) throw new Error('no dist/index.html: run `npx vite build` first')
  const given = process.env.OTHER_BROWSERS
  const others = given ? (JSON.parse(given) as OtherBrowsers) : await ensureOtherBrowsers()
  const named = { Firefox: others.firefox, WebKit: others.webkit }
  for (const [name, one] of Object.entries(named))
    if ('missing' in one) console.log(`${name} is skipped: ${one.missing}`)
  project.provide('others', others)
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const server = await serveFolder(dist, [PATH], {
    'index.html': page.replace('</title>', '</title><script src="./journey.js"></script>'),
    'journey.js': `(${listen})()`,
  })
  project.provide('place', `http://127.0.0.1:${server.port}${PATH}`)
  return server.close
}
