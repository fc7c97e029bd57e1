import { infiniteQueryOptions, MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import type { AnswerOf } from '../../server/contract/index.js'
import { ApiRefusal, api, isRefusal } from './client.js'

/** A request found the session ended: whoever shows the page asks to sign in again. */
const noticeEnd = (error: unknown): void => {
  if (isRefusal(error, 'not-signed-in')) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
}

/** Asked again only where the server could not be reached: a refusal stays a refusal. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof ApiRefusal && error.code === 'offline',
      retryDelay: (count) => 400 * 2 ** count,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => api('GET /session', { signal }), staleTime: 60_000 })
/** Who is signed in from now on. A question that is still on its way was asked before, so that its answer no longer counts. */
export async function takeSession(session: AnswerOf<'GET /session'>): Promise<void> {
  await queryClient.cancelQueries({ queryKey: sessionQuery.queryKey })
  queryClient.setQueryData(sessionQuery.queryKey, session)
}

export const workQuery = queryOptions({ queryKey: ['work'], queryFn: ({ signal }) => api('GET /work', { signal }) })
export const projectsQuery = queryOptions({ queryKey: ['projects'], queryFn: ({ signal }) => api('GET /projects', { signal }) })
export const projectQuery = (project: string) =>
  queryOptions({ queryKey: ['project', project], queryFn: ({ signal }) => api('GET /projects/:project', { params: { project }, signal }) })
export const membersQuery = (project: string) =>
  queryOptions({ queryKey: ['project', project, 'members'], queryFn: ({ signal }) => api('GET /projects/:project/members', { params: { project }, signal }) })
export const candidatesQuery = (project: string) =>
  queryOptions({ queryKey: ['project', project, 'candidates'], queryFn: ({ signal }) => api('GET /projects/:project/candidates', { params: { project }, signal }) })
export const activityQuery = (project: string) =>
  infiniteQueryOptions({
    queryKey: ['project', project, 'activity'],
    queryFn: ({ signal, pageParam }) => api('GET /projects/:project/activity', { params: { project }, query: { cursor: pageParam ?? undefined, limit: 50 }, signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.cursor,
  })
export const documentQuery = (document: number) =>
  queryOptions({ queryKey: ['document', document], queryFn: ({ signal }) => api('GET /documents/:document', { params: { document }, signal }) })
export const compareQuery = (document: number, from: number, to: number) =>
  queryOptions({
    queryKey: ['document', document, 'compare', from, to],
    queryFn: ({ signal }) => api('GET /documents/:document/compare', { params: { document }, query: { from, to }, signal }),
    staleTime: Infinity,
  })
export const sourceTextQuery = (document: number, number: number) =>
  queryOptions({
    queryKey: ['document', document, 'source', number],
    queryFn: async ({ signal }) => (await api('GET /documents/:document/revisions/:number/content', { params: { document, number }, signal })).text(),
    staleTime: Infinity,
  })
type Content = 'approved' | 'all'
/** As an export would be made just now: never kept for long. */
export const previewQuery = (document: number, locale: string, content: Content) =>
  queryOptions({
    queryKey: ['document', document, 'preview', locale, content],
    queryFn: ({ signal }) => api('GET /documents/:document/locales/:locale/preview', { params: { document, locale }, query: { content }, signal }),
  })
export const fallbacksQuery = (document: number, locale: string, content: Content) =>
  queryOptions({
    queryKey: ['document', document, 'fallbacks', locale, content],
    queryFn: ({ signal }) => api('GET /documents/:document/locales/:locale/fallbacks', { params: { document, locale }, query: { content }, signal }),
  })
export const differencesQuery = (document: number, locale: string, content: Content) =>
  infiniteQueryOptions({
    queryKey: ['document', document, 'differences', locale, content],
    queryFn: ({ signal, pageParam }) =>
      api('GET /documents/:document/locales/:locale/differences', { params: { document, locale }, query: { content, from: pageParam, count: 200 }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => api('GET /account/tokens', { signal }) })
export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: ({ signal }) => api('GET /accounts', { signal }) })
export const invitationsQuery = queryOptions({ queryKey: ['invitations'], queryFn: ({ signal }) => api('GET /invitations', { signal }) })
export const invitationQuery = (token: string) =>
  queryOptions({ queryKey: ['invitation', token], queryFn: ({ signal }) => api('GET /invitations/:token', { params: { token }, signal }), staleTime: Infinity })
