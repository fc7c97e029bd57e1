import { useCallback, useSyncExternalStore } from 'react'
import type { Cell } from './cell.js'
import type { Entry, Outline } from './outline.js'

/** The value of a cell, kept right. */
export const useCell = <T>(cell: Cell<T>): T => useSyncExternalStore(cell.subscribe, cell.get)

/** A part of a cell's value: renders only when that part changes. `pick` must answer something that compares by identity. */
export const useCellPart = <T, P>(cell: Cell<T>, pick: (value: T) => P): P => useSyncExternalStore(cell.subscribe, () => pick(cell.get()))

/** One unit of the outline, kept right. */
export function useEntry(outline: Outline, id: number): Entry | undefined {
  const subscribe = useCallback((listener: () => void) => outline.watch(id, listener), [outline, id])
  return useSyncExternalStore(subscribe, () => outline.entry(id))
}
