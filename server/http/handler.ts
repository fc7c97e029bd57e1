import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import type { Config } from '../config.js'
import type { Mailer } from '../connectors/mail.js'
import type { Contract, Key } from '../contract/index.js'
import type { Answer, Body, Params, Query } from '../contract/route.js'
import type { Database } from '../store/database.js'
import type { WorkPool } from '../work/pool.js'
import type { Actor } from '../workflow/permissions.js'

/** What handlers work with; made once, in main.ts. */
export interface Services {
  config: Config
  db: Database
  log: Logger
  /** Null where no SMTP server is set. */
  mail: Mailer | null
  work: WorkPool
}

/** A file as an answer; `type` is what its content is called in HTTP. */
export interface FileAnswer {
  name: string
  type: string
  bytes: Uint8Array
}

type MaybeActor<K extends Key> = Contract[K]['permission'] extends 'public' ? Actor | null : Actor

/** A request after it was parsed and permitted. */
export interface Incoming<K extends Key> extends Services {
  actor: MaybeActor<K>
  params: Params<Contract[K]>
  query: Query<Contract[K]>
  body: Body<Contract[K]>
  /** The project that the path names, directly or through a document, unit or comment; 0 where it names none. */
  projectId: number
  /** Language for messages to this person. */
  language: string
  /** Aborted when the client hangs up: a long work is then given up. */
  signal: AbortSignal
  /** Reports how far a long work is to the person who waits, where the request names an operation. */
  progress(stage: 'reading' | 'aligning' | 'writing' | 'exporting', done: number, total: number): void
  req: Request
  res: Response
}

type AnswerFor<K extends Key> = Contract[K] extends { answer: 'bytes' | 'page' } ? FileAnswer : Contract[K] extends { answer: 'events' } ? undefined : Answer<Contract[K]>

export type Handler<K extends Key> = (incoming: Incoming<K>) => Promise<AnswerFor<K>>
/** One handler for every route of a resource; leaving one out does not compile. */
export type Handlers<K extends Key> = { [R in K]: Handler<R> }
