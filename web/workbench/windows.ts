/** A stretch of positions to ask for. */
export interface Window {
  from: number
  count: number
}

/** Positions are loaded in chunks, so that what was asked for already is one flag a chunk. */
export const chunkSize = 100
/** The server answers at most 500 rows at once. */
const chunksAtOnce = 5

/**
 * What to load next: a chunk that is being looked at (`first`…`last`, positions) before all others, from its top;
 * then the rest in long stretches, going on after what is looked at and coming round to the beginning. Null when everything is asked for.
 */
export function nextWindow(asked: readonly boolean[], size: number, first: number, last: number): Window | null {
  const chunks = Math.ceil(size / chunkSize)
  if (chunks === 0) return null
  const lookedAt = Math.min(Math.max(0, Math.floor(first / chunkSize)), chunks - 1)
  for (let chunk = lookedAt; chunk <= Math.min(chunks - 1, Math.floor(last / chunkSize)); chunk++) if (!asked[chunk]) return windowOf(chunk, 1, size)
  for (let step = 0; step < chunks; step++) {
    const chunk = (lookedAt + step) % chunks
    if (asked[chunk]) continue
    let length = 1
    while (length < chunksAtOnce && chunk + length < chunks && !asked[chunk + length]) length++
    return windowOf(chunk, length, size)
  }
  return null
}

const windowOf = (chunk: number, chunks: number, size: number): Window => {
  const from = chunk * chunkSize
  return { from, count: Math.min(chunks * chunkSize, size - from) }
}

/** Loads all windows one after the other, what is looked at first; a failed one is asked for again after a pause. */
export class WindowLoader {
  readonly #size: number
  readonly #load: (window: Window) => Promise<void>
  readonly #pause: (milliseconds: number) => Promise<void>
  readonly #asked: boolean[]
  #looked = { first: 0, last: 0 }
  #running = false
  #stopped = false

  /** `load` fetches one window and puts its rows where they belong. */
  constructor(size: number, load: (window: Window) => Promise<void>, pause: (milliseconds: number) => Promise<void>) {
    this.#size = size
    this.#load = load
    this.#pause = pause
    this.#asked = Array.from({ length: Math.ceil(size / chunkSize) }, () => false)
  }

  /** Says which positions are on the screen. */
  look(first: number, last: number): void {
    this.#looked = { first, last }
    void this.#run()
  }

  stop(): void {
    this.#stopped = true
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    let failures = 0
    for (;;) {
      const window = this.#stopped ? null : nextWindow(this.#asked, this.#size, this.#looked.first, this.#looked.last)
      if (!window) break
      this.#mark(window, true)
      try {
        await this.#load(window)
        failures = 0
      } catch {
        this.#mark(window, false)
        await this.#pause(Math.min(30_000, 500 * 2 ** failures++))
      }
    }
    this.#running = false
  }

  #mark(window: Window, asked: boolean): void {
    for (let position = window.from; position < window.from + window.count; position += chunkSize) this.#asked[position / chunkSize] = asked
  }
}
