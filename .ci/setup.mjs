// Gets a clone ready to run: npm packages and a Chromium. Node built-ins only: this runs before `npm ci`.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Set-up cannot go on; the message is one line that says what to do. */
export class SetupError extends Error {}

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const TOOLS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  playwright: 'playwright-core/cli.js',
}
const NODE_MIN = [20, 19]
export const INSTALL_LIMIT_MS = 10 * 60_000
const FONT_LIMIT_MS = 3 * 60_000
const PATH_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

/** Absolute path of a tool's script, run with the current node: no npx and no .cmd shims needed. */
export function toolPath(name) {
  return join(root, 'node_modules', TOOLS[name])
}

export function ensureDependencies() {
  checkNode()
  if (!existsSync(join(root, 'package-lock.json'))) {
    throw new SetupError('package-lock.json is missing: restore it with `git checkout package-lock.json`')
  }
  if (dependenciesMatch()) return
  note('installing packages with npm ci')
  // NODE_ENV=production would leave out the tools; `npm --silent` would hide why an install failed.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const failure = runNpm(args)
  if (failure) throw new SetupError(`npm ci failed (${failure}): fix that, then run npm ci again`)
}

/** Finds or installs a Chromium and returns its path. Call after ensureDependencies. */
export async function ensureBrowser() {
  const found = chosenBrowser() ?? findBrowser() ?? installBrowser()
  if (!found) {
    throw new SetupError(
      'no Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to its executable',
    )
  }
  ensureCjkFont()
  return found
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return
  throw new SetupError(
    `Node ${process.versions.node} is too old: install Node ${NODE_MIN.join('.')} or newer (https://nodejs.org)`,
  )
}

/** npm writes node_modules/.package-lock.json last, so a half-done install counts as missing. */
function dependenciesMatch() {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !installed) return false
  const present = Object.entries(wanted).every(
    // npm rightly leaves out optional packages made for other systems.
    ([path, entry]) => path === '' || installed[path] || entry.optional || entry.devOptional,
  )
  return present && Object.entries(installed).every(([path, entry]) => samePackage(entry, wanted[path]))
}

function samePackage(a, b) {
  return b !== undefined && a.version === b.version && a.integrity === b.integrity
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function chosenBrowser() {
  const path = process.env.CHROMIUM_PATH
  if (!path) return undefined
  if (starts(path)) return path
  throw new SetupError(`CHROMIUM_PATH=${path} does not start: point it at a Chromium executable or unset it`)
}

function findBrowser() {
  const candidates = [...PATH_NAMES.flatMap(inPath), ...installPlaces(), ...playwrightCache()]
  return candidates.find(starts)
}

export function inPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, file)).filter(isExecutable)
}

function installPlaces() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const folders = ['/Applications', join(homedir(), 'Applications')]
    return folders.flatMap((folder) => apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)))
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env
    const apps = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe']
    apps.push('Microsoft/Edge/Application/msedge.exe')
    return [PROGRAMFILES, x86, LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => apps.map((app) => join(folder, app)))
  }
  return []
}

function playwrightCache() {
  try {
    const require = createRequire(join(root, 'package.json'))
    return [require('playwright-core').chromium.executablePath()].filter(Boolean)
  } catch {
    return [] // playwright-core does not know this system
  }
}

/** Asks for the version: Ubuntu's chromium-browser is a stub without snap, cached builds may lack libraries. */
export function starts(path) {
  if (!isExecutable(path)) return false
  // On Windows --version opens a window instead.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function installBrowser() {
  const apt = canUseApt()
  if (apt) {
    note('no Chromium found, installing it with apt-get')
    const failure = aptInstall(['chromium', 'fonts-noto-cjk'], INSTALL_LIMIT_MS)
    const found = failure ? undefined : findBrowser()
    if (found) return found
    note(`apt-get gave no working Chromium (${failure ?? 'it does not start'})`)
  }
  note("downloading Playwright's Chromium")
  // Ubuntu as root has apt-get but no chromium package: let Playwright add the libraries it needs.
  const args = ['install', ...(apt ? ['--with-deps'] : []), '--no-shell', 'chromium']
  const failure = run(process.execPath, [toolPath('playwright'), ...args])
  if (failure) note(`playwright-core install chromium failed (${failure})`)
  return findBrowser()
}

/** Without a Chinese font every label is a box; root can fix that, and a failure must not stop the tests. */
function ensureCjkFont() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || hasCjkFont()) return
  const failure = canUseApt() ? aptInstall(['fonts-noto-cjk'], FONT_LIMIT_MS) : 'no apt-get'
  if (failure)
    note(`warning: no Chinese font and none could be installed (${failure}): labels may show as boxes`)
}

function hasCjkFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', timeout: 30_000 })
  if (stdout?.trim()) return true
  // fonts-noto-cjk does not bring fc-list along: without this it would be installed on every run.
  const dpkg = spawnSync('dpkg-query', ['-s', 'fonts-noto-cjk'], { encoding: 'utf8' })
  return dpkg.stdout?.includes('install ok installed') ?? false
}

export function canUseApt() {
  return process.platform === 'linux' && process.getuid() === 0 && inPath('apt-get').length > 0
}

export function aptInstall(packages, limit) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { env, timeout: limit })
  // One broken package list must not stop the install, which says itself when it lacks a package.
  apt('update')
  return apt('install', '-y', '--no-install-recommends', ...packages)
}

/** Returns undefined, or npm's own reason on one line: it prints a whole page of help after it. */
function runNpm(args) {
  const cli = process.env.npm_execpath
  const [command, ...first] = cli?.endsWith('npm-cli.js') ? [process.execPath, cli] : ['npm']
  // On Windows npm is npm.cmd, which only a shell can start.
  const shell = command === 'npm' && process.platform === 'win32'
  const options = { cwd: root, encoding: 'utf8', shell, timeout: INSTALL_LIMIT_MS }
  const result = spawnSync(command, [...first, ...args], options)
  if (result.status === 0) return undefined
  const lines = (result.stderr ?? '').split('\n').map((line) => line.replace(/^npm error\s*/, '').trim())
  const reason = lines.find((line) => line !== '' && !/^(npm warn|code|errno|syscall|path) /.test(line))
  return reason ?? failureOf(result)
}

/** Runs to the end with all output on stderr; returns undefined, or why it failed in a few words. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    timeout: INSTALL_LIMIT_MS,
    ...options,
    stdio: ['ignore', 2, 2],
  })
  return result.status === 0 ? undefined : failureOf(result)
}

function failureOf({ error, signal, status }) {
  return error?.message ?? (signal ? `killed by ${signal}` : `exit ${status}`)
}

export function note(text) {
  console.error(`setup: ${text}`)
}
