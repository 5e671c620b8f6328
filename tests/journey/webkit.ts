import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Driver, type Home, LONG_MS, SAVED, until } from './driver.ts'

interface Parts {
  readonly driver: string
  readonly browser: string
  readonly screen: string
}

/** WebKitGTK's own small browser over W3C WebDriver, on a screen that nobody sees. Such a session keeps nothing. */
export async function openWebKit({ driver, browser, screen }: Parts, home: Home): Promise<Driver> {
  const running: ChildProcess[] = []
  const end = async () => {
    for (const one of running.reverse()) {
      one.kill()
      if (one.exitCode === null && one.signalCode === null) await once(one, 'exit')
    }
  }
  try {
    const display = await startScreen(screen, running)
    const port = await freePort()
    running.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: environment(home, display) }))
    const call = caller(port)
    await until('WebKitWebDriver to listen', () =>
      call('GET', '/status').then(
        () => true,
        () => undefined,
      ),
    )
    const { sessionId } = (await call('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
      },
    })) as { sessionId: string }
    const session: Call = (method, path, body) => call(method, `/session/${sessionId}${path}`, body)
    await session('POST', '/timeouts', { script: LONG_MS, pageLoad: LONG_MS, implicit: 0 })
    await session('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 900 })
    return driverOf(session, async () => {
      await session('DELETE', '').catch(() => undefined)
      await end()
    })
  } catch (error) {
    await end()
    throw error
  }
}

type Call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>

const caller =
  (port: number): Call =>
  async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (answer.ok) return value
    const { error, message } = value as { error: string; message: string }
    throw new Error(`${error}: ${message}`)
  }

async function startScreen(path: string, running: ChildProcess[]): Promise<string> {
  const screen = spawn(path, ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  running.push(screen)
  const [display] = await Promise.race([
    once(screen.stdio[3] as Readable, 'data'),
    once(screen, 'exit').then(() => Promise.reject(new Error('Xvfb does not start'))),
  ])
  return `:${String(display).trim()}`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

function environment(home: Home, display: string): NodeJS.ProcessEnv {
  const settings = join(home.path, '.config')
  mkdirSync(settings)
  mkdirSync(join(home.path, SAVED))
  // It saves where the desktop's settings say that what is downloaded belongs.
  writeFileSync(join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="$HOME/${SAVED}"\n`)
  return {
    ...process.env,
    DISPLAY: display,
    HOME: home.path,
    XDG_CONFIG_HOME: settings,
    XDG_DATA_HOME: join(home.path, '.local/share'),
    XDG_CACHE_HOME: join(home.path, '.cache'),
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
  }
}

/** What WebDriver calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
const KEYS = { Enter: '\ue007', Escape: '\ue00c' } as const

function driverOf(session: Call, close: () => Promise<void>): Driver {
  const find = (place: string): Promise<string> =>
    until(place, async () => {
      const found = (await session('POST', '/elements', { using: 'xpath', value: place })) as Record<
        string,
        string
      >[]
      return found[0]?.[ELEMENT]
    })
  const execute = (script: string, args: readonly unknown[]) =>
    session('POST', '/execute/sync', { script, args })
  /** Again where the page was just drawn anew, or something still lies over it. */
  const onElement = (place: string, act: (id: string) => Promise<unknown>): Promise<unknown> => {
    let last = ''
    return until(`${place} to take it`, async () => {
      try {
        await act(await find(place))
        return true
      } catch (error) {
        last = String(error)
        if (!/stale|intercepted|not interactable/.test(last)) throw error
        return undefined
      }
    }).catch((error) => Promise.reject(new Error(`${error.message} ${last}`)))
  }
  const type = (keys: readonly string[]) => {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    return session('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
  }
  return {
    name: 'WebKit',
    goto: async (address) => {
      await session('POST', '/url', { url: address })
    },
    reload: async () => {
      await session('POST', '/refresh')
    },
    run: (work, ...given) => execute(`return (${work}).apply(null, arguments)`, given) as never,
    click: async (place) => {
      await onElement(place, (id) => session('POST', `/element/${id}/click`))
    },
    fill: async (place, text) => {
      const id = await find(place)
      await execute('arguments[0].focus(); arguments[0].select()', [{ [ELEMENT]: id }])
      await type([...text])
    },
    press: async (key) => {
      await type([KEYS[key]])
    },
    choose: async (place, ...paths) => {
      await session('POST', `/element/${await find(place)}/value`, { text: paths.join('\n') })
    },
    screenshot: async () => Buffer.from((await session('GET', '/screenshot')) as string, 'base64'),
    close,
  }
}
