/** What a browser's `localStorage` offers, as far as it is used here. */
export interface TextStorage {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Whose work on what: drafts and waiting saves of one never mix with those of another. */
export interface Place {
  accountId: number
  documentId: number
  locale: string
}

/** What a text was written from: enough to see later whether the source or the saved translation changed meanwhile. */
export interface Base {
  wordingId: number
  /** Source text of that wording. */
  source: string
  /** Of the target; what the server's optimistic lock compares. */
  version: number
}

export interface Draft extends Base {
  text: string
  /** UTC, ISO 8601. */
  keptAt: string
}

/** Everything of one kind and place in a storage, by unit. */
export class Shelf<T> {
  readonly #storage: TextStorage
  readonly #prefix: string

  constructor(storage: TextStorage, kind: string, place: Place) {
    this.#storage = storage
    this.#prefix = `stele.${kind}.${place.accountId}.${place.documentId}.${place.locale}.`
  }

  get(unitId: number): T | null {
    const kept = this.#storage.getItem(this.#prefix + unitId)
    if (kept === null) return null
    try {
      return JSON.parse(kept) as T
    } catch {
      return null
    }
  }

  /** False where the browser has no room (or forbids keeping): the person must be told. */
  put(unitId: number, value: T): boolean {
    try {
      this.#storage.setItem(this.#prefix + unitId, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }

  remove(unitId: number): void {
    this.#storage.removeItem(this.#prefix + unitId)
  }

  units(): number[] {
    const found: number[] = []
    for (let index = 0; index < this.#storage.length; index++) {
      const key = this.#storage.key(index)
      if (key?.startsWith(this.#prefix)) found.push(Number(key.slice(this.#prefix.length)))
    }
    return found.filter(Number.isInteger).sort((a, b) => a - b)
  }
}
