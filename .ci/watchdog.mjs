/**
 * Tells once when nothing has begun or ended for too long, and what was running then. For what no time-out of a
 * test's own can end: a loop that never lets its process go, a process that is gone. No clock over the whole:
 * whatever goes on, however slowly, is let go on.
 * @param limitMs from one word of the run to the next
 * @param onQuiet gets what was running, in words
 */
export function startWatchdog(limitMs, onQuiet) {
  /** Files that are running → the last that was heard of each. */
  const running = new Map()
  let timer
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => onQuiet(inWords(running)), limitMs)
  }
  wait()
  return {
    /** `kind`: a file's `start` and `end`, a `test` that begins, one that is `tested`. */
    hear({ kind, file, test }) {
      if (kind === 'end') running.delete(file)
      else running.set(file, { kind, test })
      wait()
    },
    stop: () => clearTimeout(timer),
  }
}

/** A worker tells with some delay, so that what it loops in may be the test after the one heard of last. */
function inWords(running) {
  const said = { start: () => '', test: (name) => `, in “${name}”`, tested: (name) => `, after “${name}”` }
  const files = [...running].map(([file, { kind, test }]) => `${file}${said[kind](test)}`)
  return files.length > 0 ? files.join('; ') : 'no test file'
}
