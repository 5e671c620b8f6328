import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OtherBrowsers } from '../../.ci/otherBrowsers.mjs'

const SET_UP = pathToFileURL(join(import.meta.dirname, '../../.ci/otherBrowsers.mjs')).href

/** A machine that has these programs, and no others. */
let programs: string
beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'programs-'))
})
afterEach(() => rmSync(programs, { recursive: true }))

function program(name: string, script: string): void {
  mkdirSync(programs, { recursive: true })
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(programs, name), 0o755)
}

function setUp(user: 'root' | 'reader', more: Record<string, string> = {}) {
  const script = `Object.defineProperty(process, 'platform', { value: 'linux' })
    process.getuid = () => ${user === 'root' ? 0 : 1000}
    const { ensureOtherBrowsers } = await import('${SET_UP}')
    console.log(JSON.stringify(await ensureOtherBrowsers().catch(({ message }) => message)))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { PATH: programs, ...more },
  })
  return JSON.parse(stdout) as OtherBrowsers | string
}

describe('Firefox and WebKit', () => {
  it('are missing with a reason where nobody can install them', () => {
    expect(setUp('reader')).toEqual({
      firefox: { missing: 'not found, and only root on a Debian can install it (firefox-esr)' },
      webkit: { missing: 'not found, and only root on a Debian can install it (webkit2gtk-driver, xvfb)' },
    })
  })

  it('are found where they are, and none that does not start', () => {
    program('firefox-esr', 'exit 1')
    program('firefox', 'exit 0')
    expect(setUp('reader')).toMatchObject({ firefox: { path: join(programs, 'firefox') } })
  })

  it('are installed by root', () => {
    program(
      'apt-get',
      `case "$*" in *"install -y --no-install-recommends firefox-esr"*)
        printf '#!/bin/sh\\nexit 0\\n' > '${programs}/firefox-esr'; /bin/chmod +x '${programs}/firefox-esr';;
      *webkit2gtk-driver*) exit 100;; esac`,
    )
    expect(setUp('root')).toEqual({
      firefox: { path: join(programs, 'firefox-esr') },
      webkit: { missing: 'apt-get gave none (exit 100)' },
    })
  })

  it('a Firefox that was chosen and does not start is a mistake', () => {
    expect(setUp('reader', { FIREFOX_PATH: '/nowhere/firefox' })).toContain('FIREFOX_PATH=/nowhere/firefox')
  })
})
