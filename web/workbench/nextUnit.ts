import { needsTranslator, statuses, type Status } from '../../server/workflow/status.js'
import type { Filter } from './filter.js'

export type Direction = 1 | -1

/** The unit before or after in the list, or null at its end. From nowhere: the first or the last. */
export function neighbour(visible: readonly number[], from: number | null, direction: Direction): number | null {
  const index = from === null ? -1 : visible.indexOf(from)
  if (index === -1) return visible.at(direction === 1 ? 0 : -1) ?? null
  return visible[index + direction] ?? null
}

/**
 * The nearest unit that needs work, going round at the end of the list. The one it starts from is never the answer; null where no other is left.
 */
export function nextNeeding(visible: readonly number[], from: number | null, direction: Direction, needs: (id: number) => boolean): number | null {
  const start = from === null ? (direction === 1 ? -1 : visible.length) : visible.indexOf(from)
  for (let step = 1; step <= visible.length; step++) {
    const index = (((start + direction * step) % visible.length) + visible.length) % visible.length
    const id = visible[index] as number
    if (id !== from && needs(id)) return id
  }
  return null
}

/** What somebody is doing: writing translations, judging them, or (moving by key) whatever they may. */
export type Purpose = 'translate' | 'review' | 'either'

/** Whether a unit of that status is work for that purpose. A filter by status says itself what the work is. */
export function isWork(status: Status, purpose: Purpose, filter: Filter, may: { translate: boolean; review: boolean }): boolean {
  const [wanted] = statuses.filter((one) => one === filter.status)
  if (wanted) return status === wanted
  const translating = needsTranslator(status) && may.translate
  const reviewing = status === 'translated' && may.review
  return purpose === 'translate' ? translating : purpose === 'review' ? reviewing : translating || reviewing
}
