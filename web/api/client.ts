import type { AnswerOf, CallOf, Contract, Key, RefusalBody } from '../../server/contract/index.js'

/** Why a request came to nothing: the server's refusal, or `offline` where it could not be asked, or `unexpected` where it failed. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
  readonly code: string
  /** Arguments of the text `refusal.<code>`. */
  readonly details: Record<string, unknown>
  /** What one needs to go on, such as both texts of a conflict. */
  readonly data: unknown
  readonly status: number

  constructor(code: string, message: string, details: Record<string, unknown> = {}, data?: unknown, status = 0) {
    super(message)
    this.code = code
    this.details = details
    this.data = data
    this.status = status
  }
}

type Given<C> = { [P in keyof C as [C[P]] extends [undefined] ? never : P]: C[P] }
interface Options {
  signal?: AbortSignal
  /** Name under which live `operation` events tell how far a long request is. */
  operation?: string
  /** Sends the request even if the page goes away. */
  keepalive?: boolean
}
type CallArguments<K extends Key> = {} extends Given<CallOf<K>> ? [call?: Given<CallOf<K>> & Options] : [call: Given<CallOf<K>> & Options]

/** What an answer is: JSON by the contract, a Blob for files, undefined for none. */
export type Answered<K extends Key> = Contract[K] extends { answer: 'bytes' } ? Blob : AnswerOf<K>

const base = '/api/v1'

/** The address of a route, for links and downloads too. */
export function address(path: string, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null) search.set(name, String(value))
  return `${base}${filled}${search.size ? `?${search}` : ''}`
}

/**
 * Calls one route of the API: `api('PUT /units/:unit/locales/:locale', { params, body })`.
 * Throws `ApiRefusal`; an aborted request throws what `signal` was aborted with.
 */
export async function api<K extends Key>(key: K, ...[call]: CallArguments<K>): Promise<Answered<K>> {
  const { params, query, body, signal, operation, keepalive } = (call ?? {}) as Options & { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
  const [method, path] = key.split(' ') as [string, string]
  const bytes = body instanceof Blob || body instanceof ArrayBuffer
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined) headers.set('content-type', bytes ? 'application/octet-stream' : 'application/json')
  if (operation) headers.set('stele-operation', operation)
  let response: Response
  try {
    response = await fetch(address(path, params, query), {
      method,
      headers,
      body: body === undefined ? undefined : bytes ? body : JSON.stringify(body),
      signal,
      keepalive,
      credentials: 'same-origin',
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiRefusal('offline', 'The server cannot be reached')
  }
  if (!response.ok) throw await refusalOf(response)
  if (response.status === 204) return undefined as Answered<K>
  const type = response.headers.get('content-type') ?? ''
  if (type.startsWith('application/json') && !response.headers.has('content-disposition')) return (await response.json()) as Answered<K>
  if (response.headers.get('content-length') === '0') return undefined as Answered<K>
  return (await response.blob()) as Answered<K>
}

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const body = (await response.json().catch(() => null)) as RefusalBody | null
  if (body?.error) return new ApiRefusal(body.error.code, body.error.message, body.error.details, body.error.data, response.status)
  // A proxy answers for a server that is being restarted.
  if ([502, 503, 504].includes(response.status)) return new ApiRefusal('offline', 'The server cannot be reached', {}, undefined, response.status)
  return new ApiRefusal('unexpected', `The server answered ${response.status}`, {}, undefined, response.status)
}

export const isRefusal = (error: unknown, code?: string): error is ApiRefusal => error instanceof ApiRefusal && (code === undefined || error.code === code)
