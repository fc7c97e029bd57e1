import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../server/contract/index.js'
import { api } from '../api/client.js'
import { queryClient } from '../api/queries.js'
import { useDesk } from './desk.js'

export type UnitDetail = AnswerOf<'GET /units/:unit/locales/:locale'>

const key = (unit: number, locale: string) => ['unit', unit, locale] as const

const detailQuery = (unit: number, locale: string) =>
  queryOptions({ queryKey: key(unit, locale), queryFn: ({ signal }) => api('GET /units/:unit/locales/:locale', { params: { unit, locale }, signal }), staleTime: 5_000 })

/** History, comments and last approved text of a unit; undefined while they are loaded. */
export function useUnitDetail(unit: number) {
  return useQuery(detailQuery(unit, useDesk().bench.about.locale))
}

/** What was last heard of a unit's history, if anything. */
export const knownDetail = (unit: number, locale: string): UnitDetail | undefined => queryClient.getQueryData(detailQuery(unit, locale).queryKey)

/** Something happened to the unit: what is shown of it is asked for again. */
export const refreshDetail = (unit: number, locale: string): Promise<void> => queryClient.invalidateQueries({ queryKey: key(unit, locale), exact: true })
