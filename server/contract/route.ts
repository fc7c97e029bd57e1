import type { z } from 'zod'
import type { Permission } from '../workflow/permissions.js'

/** One method on one path of the API, below `/api/v1`. Requests are parsed with these schemas, answers are typed by them. */
export interface Route {
  /** One line, for the API's description. */
  summary: string
  permission: Permission
  params?: z.ZodObject
  query?: z.ZodObject
  /** JSON body, or `'bytes'` for a body that is kept as it is. */
  body?: z.ZodType | 'bytes'
  /** JSON answer; `'bytes'` for a file, `'page'` for one that a frame shows, `'events'` for server-sent events, nothing for 204. */
  answer?: z.ZodType | 'bytes' | 'page' | 'events'
  /** 200 where there is an answer, 204 where there is none. */
  status?: 201 | 202
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteKey = `${Method} /${string}`

/** Keeps the literal types of a table of routes, keyed by `METHOD /path/:param`. */
export const routes = <const R extends Record<RouteKey, Route>>(table: R): R => table

type Output<S> = S extends z.ZodType ? z.output<S> : undefined
type Input<S> = S extends z.ZodType ? z.input<S> : undefined
type Part<R, Name extends string> = R extends { readonly [N in Name]: infer S } ? S : undefined

/** What a handler gets. */
export type Params<R> = Output<Part<R, 'params'>>
export type Query<R> = Output<Part<R, 'query'>>
export type Body<R> = Part<R, 'body'> extends 'bytes' ? Buffer : Output<Part<R, 'body'>>
/** What comes back as JSON; undefined where nothing does. */
export type Answer<R> = Output<Part<R, 'answer'>>
/** What a client sends. */
export interface Call<R> {
  params: Input<Part<R, 'params'>>
  query: Input<Part<R, 'query'>>
  body: Part<R, 'body'> extends 'bytes' ? Blob | ArrayBuffer : Input<Part<R, 'body'>>
}
