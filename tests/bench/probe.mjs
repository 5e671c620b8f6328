// Runs in the page before its own scripts. Playwright sends the function's text: it may use nothing from outside.
export function probe() {
  const seen = {
    fcp: undefined,
    lcp: undefined,
    lcpOf: '',
    alive: undefined,
    longTasks: [],
    click: undefined,
  }
  window.__bench = seen
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime
  })
  watch('largest-contentful-paint', ({ startTime, element }) => {
    seen.lcp = startTime
    seen.lcpOf = element ? [element.localName, ...element.classList].join('.') : ''
  })
  watch('longtask', ({ startTime, duration }) => seen.longTasks.push([startTime, startTime + duration]))
  watch('mark', ({ name, startTime }) => {
    if (name !== 'alive' || seen.alive !== undefined) return
    seen.alive = startTime
    window.__benchTell?.('alive')
  })

  /** Brings a control into view and says where it is. */
  seen.place = (selector, text) => {
    const all = [...document.querySelectorAll(selector)]
    const control = text === undefined ? all[0] : all.find((one) => one.textContent.startsWith(text))
    if (!control) throw new Error(`no control ${selector} ${text ?? ''}`)
    control.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, top, width, height } = control.getBoundingClientRect()
    return { x: left + Math.min(width / 2, 20), y: top + height / 2 }
  }

  /** Watches the next click: when the rows are others, and when the second frame after it begins. */
  seen.awaitClick = (rows, chart, name) => {
    const before = document.querySelectorAll(rows).length
    const click = { before, live: document.querySelector(chart) !== null }
    seen.click = click
    const observer = new MutationObserver(() => {
      const count = document.querySelectorAll(rows).length
      if (count === before) return
      observer.disconnect()
      click.changed = performance.now() - click.at
      click.after = count
    })
    observer.observe(document.body, {
      attributeFilter: ['hidden'],
      childList: true,
      subtree: true,
    })
    addEventListener(
      'click',
      ({ timeStamp }) => {
        click.at = timeStamp
        performance.mark(`bench:click ${name}`)
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            performance.mark('bench:painted')
            click.painted = performance.now() - click.at
            window.__benchTell('painted')
          }),
        )
      },
      { capture: true, once: true },
    )
  }

  /** Kilobytes (1000 bytes) that came over the network as sent, without headers, up to a moment. */
  seen.kilobytes = (until) =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ responseEnd }) => responseEnd <= until)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000

  /** The last moment at which the page was still at work. */
  seen.busyUntil = () =>
    Math.max(
      performance.getEntriesByType('navigation')[0].loadEventEnd,
      seen.alive ?? 0,
      ...seen.longTasks.map(([, end]) => end),
      ...performance.getEntriesByType('resource').map(({ responseEnd }) => responseEnd),
    )
}
