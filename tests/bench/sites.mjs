// Makes the three pages ready to be served: plain HTML, drawn by script, and the product.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { root, toolPath } from '../../.ci/setup.mjs'
import { AXIS_MAX, COLUMNS, contentOf } from './content.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const TARGET = ['chrome109', 'firefox115', 'safari16']
const LINE = 26
const PLOT = { width: 358, left: 140, right: 56, top: 24 }

export function writePlain(folder) {
  const content = contentOf(readFileSync(join(root, 'data/nanyang-2023.csv'), 'utf8'))
  const parts = {
    ...content,
    style: readFileSync(join(HERE, 'style.css'), 'utf8'),
    groups: content.groups.map(({ key, total }) => `<li>${key} ${total}</li>`).join(''),
    chart: chart(content.projects),
    columns: COLUMNS.map((column) => `<th>${column}</th>`).join(''),
    table: content.projects.map(tableBody).join('\n'),
  }
  const template = readFileSync(join(HERE, 'plain.html'), 'utf8')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    template.replace(/(?:\/\*)?\{\{(\w+)\}\}(?:\*\/)?/g, (_, name) => parts[name]),
  )
}

export const buildScripted = (folder) =>
  build({
    root: join(HERE, 'scripted'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: TARGET,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
    },
  })

export function buildProduct(folder) {
  const args = [toolPath('vite'), 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn']
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the product does not build')
}

function tableBody({ no, name, level, domain, indicators }) {
  const rows = indicators.map(
    (row) =>
      `<tr class="indicator"><td>${row.name}</td><td>${row.actual}</td><td>${row.target}</td><td>${row.stated}</td></tr>`,
  )
  const head = `<tr><th colspan="4">${no} ${name} <small>${level} · ${domain}</small></th></tr>`
  return `<tbody>${head}${rows.join('')}</tbody>`
}

/** The script-drawn page's chart as inline SVG. */
function chart(projects) {
  const { width, left, right, top } = PLOT
  const height = top + 6 + LINE * projects.length
  const x = (percent) => (left + ((width - left - right) * percent) / AXIS_MAX).toFixed(1)
  const rule = (percent, colour) =>
    `<path d="M${x(percent)} ${top}V${height - 6}" stroke="${colour}"/><text x="${x(percent)}" y="16" text-anchor="middle">${percent}%</text>`
  const lines = projects.map(({ name, marks, highest = 0, label }, index) => {
    const y = top + LINE * (index + 0.5)
    const dots = marks.map((percent) => `<circle cx="${x(percent)}" cy="${y}" r="4.5" fill="#91cc75"/>`)
    return `<text x="132" y="${y + 4}" text-anchor="end">${shortened(name)}</text><rect x="${left}" y="${y - 2}" width="${(x(highest) - left).toFixed(1)}" height="4" fill="#5470c6"/><text x="${Number(x(highest)) + 7}" y="${y + 4}">${label}</text>${dots.join('')}`
  })
  const rules = [0, 50, 100, 150, 200, 250, 300].map((percent) =>
    rule(percent, percent === 100 ? '#1b1c1e' : '#e0e6f1'),
  )
  return `<svg viewBox="0 0 ${width} ${height}" role="img">${rules.join('')}${lines.join('\n')}</svg>`
}

const shortened = (name) => (name.length > 11 ? `${name.slice(0, 10)}…` : name)
