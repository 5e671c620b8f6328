// npm test: set-up, then every check in order. The last line is always `N passed, N failed[, N skipped]`.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureOtherBrowsers } from './otherBrowsers.mjs'
import { ensureBrowser, ensureDependencies, root, SetupError, toolPath } from './setup.mjs'
import { startWatchdog } from './watchdog.mjs'

/** Longer than the time-out of any test, on a machine however busy: a step that says nothing for so long hangs. */
const QUIET_LIMIT_MS = 15 * 60_000
const KILL_AFTER_MS = 5_000
const WINDOWS = process.platform === 'win32'
const FAILED = { passed: 0, failed: 1, skipped: 0 }
const PASSED = { passed: 1, failed: 0, skipped: 0 }

let child
const reports = mkdtempSync(join(tmpdir(), 'npm-test-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (child) killTree(child, 'SIGKILL')
    process.exit(130)
  })
}

await main(process.argv.slice(2))

async function main(flags) {
  const unknown = flags.find((flag) => flag !== '--no-browser')
  if (unknown) {
    console.error(`unknown option ${unknown}: the only one is --no-browser`)
    process.exitCode = 2
    return
  }
  const results = await runAll(!flags.includes('--no-browser'))
  const sum = (field) => results.reduce((total, result) => total + (result[field] ?? 0), 0)
  const testsRan = sum('tests') > 0
  if (!testsRan) console.log('no test ran')
  process.exitCode = sum('failed') > 0 || !testsRan ? 1 : 0
  const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : ''
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
}

async function runAll(withBrowser) {
  try {
    ensureDependencies()
  } catch (error) {
    return [setupFailure(error)]
  }
  // A missing browser costs only the browser suite: the other steps still have something to say.
  const browser = withBrowser ? await ensureBrowser().catch(setupFailure) : undefined
  const others = withBrowser ? await ensureOtherBrowsers().catch(setupFailure) : undefined

  const results = [
    await check('types', 'tsc', ['--noEmit']),
    await check('lint', 'biome', ['check', '.']),
    await suite('unit and property tests', 'unit', []),
  ]
  if (!withBrowser) return results
  const build = await check('build', 'vite', ['build'])
  results.push(build, await browserSuite(build, browser), await journey(build, others))
  return results
}

function setupFailure(error) {
  console.error(error instanceof SetupError ? error.message : error)
  return FAILED
}

async function browserSuite(build, browser) {
  const title = 'browser suite on the built site'
  const reason = build.failed ? 'the build failed' : typeof browser !== 'string' && 'there is no Chromium'
  if (!reason) {
    return suite(title, 'browser', ['--config', 'tests/browser/vitest.config.ts'], { CHROMIUM_PATH: browser })
  }
  heading(title)
  console.log(`not run: ${reason}`)
  return FAILED
}

/** Firefox and WebKit, of which a machine may have neither: the only tests that are ever skipped, each with a reason. */
async function journey(build, others) {
  const title = 'a journey through the built site in Firefox and WebKit'
  const reason = build.failed ? 'the build failed' : others === FAILED && 'the set-up failed'
  if (!reason) {
    const env = { OTHER_BROWSERS: JSON.stringify(others) }
    return suite(title, 'journey', ['--config', 'tests/journey/vitest.config.ts'], env)
  }
  heading(title)
  console.log(`not run: ${reason}`)
  return FAILED
}

async function check(title, tool, args) {
  return (await step(title, tool, args)) ? PASSED : FAILED
}

async function suite(title, name, args, env) {
  const file = join(reports, `${name}.json`)
  const reporters = [
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    `--reporter=${join(root, '.ci', 'progress.mjs')}`,
  ]
  const told = { passed: 0, failed: 0, skipped: 0 }
  const hear = ({ state }) => {
    if (state in told) told[state] += 1
  }
  const ok = await step(title, 'vitest', ['run', ...args, ...reporters], env, hear)
  const report = readReport(file)
  if (report) return count(report, ok)
  // Ended before it wrote anything: what was told until then, and one failure at least.
  return { ...told, failed: told.failed + 1, tests: told.passed + told.failed }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // vitest crashed or was killed before it wrote anything
  }
}

/** Never fewer failures than vitest saw: broken files and unhandled errors have no failed test of their own. */
function count(report, ok) {
  const files = report.testResults
  const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const skipped = statuses.filter((status) => status === 'skipped' || status === 'todo').length
  // "pending" means the test never ended, so it is no skip.
  const unsuccessful = statuses.length - passed - skipped
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = unsuccessful + brokenFiles
  const clean = ok && report.success
  return { passed, skipped, failed: failed === 0 && !clean ? 1 : failed, tests: passed + unsuccessful }
}

function heading(title) {
  console.log(`\n== ${title}`)
}

async function step(title, tool, args, env, hear) {
  heading(title)
  const started = Date.now()
  const problem = await runTool(tool, args, env, hear)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`-- ${title}: ${problem ?? 'ok'} (${seconds} s)`)
  return problem === undefined
}

/** Resolves to undefined, or why it failed. */
function runTool(tool, args, env = {}, hear = () => {}) {
  const { NODE_ENV: _, ...inherited } = process.env // a stray NODE_ENV=production breaks React's test tools
  return new Promise((resolve) => {
    let hung
    let killing
    const running = spawn(process.execPath, [toolPath(tool), ...args], {
      cwd: root,
      env: { ...inherited, ...env },
      // Its own process group, so that workers and native children can be ended with it.
      detached: !WINDOWS,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child = running
    const watchdog = startWatchdog(QUIET_LIMIT_MS, (what) => {
      hung = `hangs: nothing ended for ${QUIET_LIMIT_MS / 60_000} minutes; running: ${what}`
      killTree(running, 'SIGTERM')
      killing = setTimeout(() => killTree(running, 'SIGKILL'), KILL_AFTER_MS)
    })
    running.on('message', (message) => {
      watchdog.hear(message)
      hear(message)
    })
    const end = (problem) => {
      watchdog.stop()
      clearTimeout(killing)
      killTree(running, 'SIGKILL') // stragglers could print after the last line
      child = undefined
      resolve(hung ?? problem)
    }
    running.on('error', (error) => end(error.message))
    running.on('exit', (code, signal) => end(code === 0 ? undefined : `failed (${signal ?? `exit ${code}`})`))
  })
}

function killTree(running, signal) {
  if (!running.pid) return
  try {
    if (!WINDOWS) process.kill(-running.pid, signal)
    else if (running.exitCode === null) spawnSync('taskkill', ['/pid', running.pid, '/T', '/F'])
  } catch {
    // already gone
  }
}
