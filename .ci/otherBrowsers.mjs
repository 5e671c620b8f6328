// Firefox and WebKit for the journey (tests/journey). Node built-ins only, like setup.mjs.
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  aptInstall,
  canUseApt,
  INSTALL_LIMIT_MS,
  inPath,
  isExecutable,
  note,
  SetupError,
  starts,
} from './setup.mjs'

const FIREFOX = ['firefox-esr', 'firefox']
/** Where Debian, Fedora and Arch put WebKitGTK's own small browser. */
const WEBKIT_FOLDERS = [
  '/usr/lib',
  '/usr/libexec',
  '/usr/lib64',
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
]

/**
 * Finds or installs both. A machine may be able to have neither: what is missing says why in a few words.
 * @returns {Promise<{ firefox: { path: string } | { missing: string }, webkit: { driver: string, browser: string, screen: string } | { missing: string } }>}
 */
export async function ensureOtherBrowsers() {
  return {
    firefox: ensure('Firefox', findFirefox, ['firefox-esr']),
    webkit: ensure('WebKit', findWebKit, ['webkit2gtk-driver', 'xvfb']),
  }
}

function ensure(name, find, packages) {
  const found = find()
  if (found) return found
  if (!canUseApt())
    return { missing: `not found, and only root on a Debian can install it (${packages.join(', ')})` }
  note(`no ${name} found, installing it with apt-get`)
  const failure = aptInstall(packages, INSTALL_LIMIT_MS)
  return find() ?? { missing: `apt-get gave none (${failure ?? 'it does not start'})` }
}

function findFirefox() {
  const chosen = process.env.FIREFOX_PATH
  if (chosen && !starts(chosen))
    throw new SetupError(
      `FIREFOX_PATH=${chosen} does not start: point it at a Firefox executable or unset it`,
    )
  const path = chosen ?? [...FIREFOX.flatMap(inPath), ...firefoxPlaces()].find(starts)
  return path && { path }
}

function firefoxPlaces() {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, 'Firefox.app/Contents/MacOS/firefox'),
    )
  if (process.platform !== 'win32') return []
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env
  return [PROGRAMFILES, x86, LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Mozilla Firefox/firefox.exe'))
}

/** Its driver, its browser and a screen that nobody sees. */
function findWebKit() {
  if (process.platform !== 'linux') return undefined
  const [[driver], [screen]] = ['WebKitWebDriver', 'Xvfb'].map(inPath)
  const browser = WEBKIT_FOLDERS.flatMap(webkitBrowsers).find(isExecutable)
  return driver && screen && browser ? { driver, browser, screen } : undefined
}

function webkitBrowsers(folder) {
  try {
    const versions = readdirSync(folder).filter(
      (name) => name.startsWith('webkit2gtk-') || name.startsWith('webkitgtk-'),
    )
    return versions.sort().map((name) => join(folder, name, 'MiniBrowser'))
  } catch {
    return [] // no such folder here
  }
}
