// The page's side: PapaParse alone in a worker, or an archive opened as the product opens it, and asked.
import { openArchive } from '../../../../src/archive/client.ts'
import { ALL } from '../../../../src/archive/protocol.ts'

const ENTRY = { file: 'archive.csv', title: '', source: '', asOf: '' }
const SLICE = 50

/** One of every kind, worst first, and one that leaves all. */
const filters = ({ groups }) => [
  { ...ALL, text: '某03市' },
  { ...ALL, text: '9' },
  { ...ALL, text: '1234.5' },
  { ...ALL, text: '4321人' },
  { ...ALL, finding: 'question' },
  { ...ALL, finding: 'completion-mismatch' },
  { ...ALL, status: 'missed' },
  { ...ALL, level: '省定', domain: '教育' },
  { ...ALL, region: groups.regions[0]?.path ?? '' },
  { ...ALL, year: '2011', text: '医疗' },
  ALL,
]

async function timed(work) {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

/** The longest time that the page itself was held up meanwhile. */
function watchPage() {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 10)
  return () => {
    clearInterval(timer)
    return longest
  }
}

window.readByPapa = (file) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./papaWorker.mjs', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(file)
  })

window.readArchive = async (file) => {
  const told = []
  const held = watchPage()
  const { value: archive, ms } = await timed(() =>
    openArchive(
      { text: file },
      undefined,
      ENTRY,
      (progress) => told.push(progress),
      new AbortController().signal,
    ),
  )
  const blocked = held()
  const { value: all } = await timed(() => archive.answer(ALL))
  const first = await timed(() => archive.rowsAt(all.id, 0, SLICE))
  const slices = [first.ms]
  for (let i = 1; i <= 20; i++) {
    const from = Math.floor((archive.summary.rows * i) / 21)
    slices.push((await timed(() => archive.rowsAt(all.id, from, from + SLICE))).ms)
  }
  const answers = []
  for (const filter of filters(all)) answers.push((await timed(() => archive.answer(filter))).ms)
  const { rows, checked, findings } = archive.summary
  archive.close()
  return {
    ...{ rows, checks: checked, findings, ms, blocked, progress: told.length },
    filter: Math.max(...answers),
    slice: Math.max(...slices),
  }
}
