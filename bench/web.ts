import { openBrowser, newPerson } from '../tests/helpers/browser.js'
import { runStele } from '../tests/helpers/runningStele.js'
import { makeBlocks, toText } from './import/document.js'

const hasCaret = `[...document.querySelectorAll('[data-active] *')].some((element) => element.shadowRoot?.activeElement)`

/** Scrolls a third of a screen a frame, counts rows on the screen without text, and the time between frames. */
const scrolling = `new Promise((resolve) => {
  const box = document.querySelector('[data-region=list]')
  const frames = []
  let blank = 0, rows = 0, last = performance.now()
  const step = () => {
    const now = performance.now()
    frames.push(now - last)
    last = now
    const { top, bottom } = box.getBoundingClientRect()
    let covered = top
    for (const row of box.querySelectorAll('[role=listitem]')) {
      const place = row.getBoundingClientRect()
      if (place.bottom < top || place.top > bottom) continue
      rows++
      covered = Math.max(covered, place.bottom)
      if (row.textContent.replace(/[\\d\\s]/g, '') === '') blank++
    }
    const atEnd = [...box.querySelectorAll('[role=listitem]')].some((row) => row.ariaPosInSet === row.ariaSetSize)
    if (covered < bottom - 2 && !atEnd) blank++
    const before = box.scrollTop
    box.scrollTop += box.clientHeight / 3
    if (box.scrollTop === before || frames.length > 6000) resolve({ frames: frames.slice(1), blank, rows })
    else requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

/** From a key's event to the next paint, as the browser itself measures it (Event Timing, steps of 8 ms; what takes less than 16 ms is not told). https://www.w3.org/TR/event-timing/ */
const watchKeys = `(() => {
  window.keys = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') window.keys.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 })
})()`
/** Between two keys, in ms: a fast typist's. */
const keyPause = 60

/**
 * The workbench on a document of 10,000 units in headless Chromium, on a warm server: from navigation to a caret in the editor, scrolling through all of it,
 * and from a key to the painted letter.
 */

const stele = await runStele()
const browser = await openBrowser()
try {
  const { page, context } = await newPerson(browser, stele.url)
  const call = async (path: string, data: unknown): Promise<{ id: number }> =>
    (await (await context.request.fetch(`/api/v1${path}`, { method: 'POST', data, headers: { origin: stele.url } })).json()) as { id: number }
  await call(`/sign-in-links/${stele.firstLink.split('/').at(-1)}`, undefined)
  await call('/projects', { name: 'Charter', slug: 'charter', sourceLocale: 'en', locales: ['de'] })
  const { id } = await call('/projects/charter/documents', { path: 'charter.md', content: { text: toText(makeBlocks(10_000)) } })

  const openings: number[] = []
  for (let round = 0; round < 6; round++) {
    await page.goto('/charter')
    await page.waitForTimeout(300)
    const began = Date.now()
    await page.goto(`/charter/${id}/de`)
    while (!(await page.evaluate(hasCaret))) await page.waitForTimeout(10)
    if (round > 0) openings.push(Date.now() - began)
  }
  print('navigation to caret, median of 5', `${quantile(openings, 0.5)} ms`, '1,000 ms')

  await page.waitForTimeout(1500)
  const scroll = (await page.evaluate(scrolling)) as { frames: number[]; blank: number; rows: number }
  print('frames while scrolling through, p95', `${quantile(scroll.frames, 0.95).toFixed(1)} ms`, '—')
  print('rows that were blank when painted', `${scroll.blank} of ${scroll.rows}`, '0')

  await page.evaluate('document.querySelector("[data-region=list]").scrollTo(0, 0)')
  await page.waitForTimeout(300)
  await page.evaluate(watchKeys)
  const text = 'Alle Menschen sind frei und gleich an Rechten geboren. '.repeat(4)
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(keyPause)
  }
  const slow = (await page.evaluate('window.keys')) as number[]
  const keys = [...slow, ...Array.from({ length: Math.max(0, text.length - slow.length) }, () => 8)]
  print(`key to paint, p95 of ${text.length}`, `${quantile(keys, 0.95)} ms`, '16 ms')
  const heap = (await page.evaluate('performance.memory.usedJSHeapSize')) as number
  print('JavaScript heap', `${(heap / 1024 / 1024).toFixed(0)} MiB`, '—')
} finally {
  await browser.close()
  await stele.remove()
}

function print(what: string, measured: string, bar: string): void {
  console.log(`${what.padEnd(40)} ${measured.padStart(14)}   bar ${bar}`)
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
