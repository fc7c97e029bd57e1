import type { Comment, LiveEvents } from '../contract/unit.js'
import { Refusal } from '../errors.js'
import { findComment, insertComment, openThreadsOf, type CommentFacts } from '../store/comments.js'
import type { Database, Writer } from '../store/database.js'
import { listTargetLocales, type DocumentHead } from '../store/documentHead.js'
import { recordEvent } from '../store/events.js'
import type { LiveMessage } from '../store/live.js'
import type { Actor } from '../workflow/permissions.js'
import { openDocument } from './openUnit.js'

export interface CommentToAdd {
  unitId: number
  /** Null concerns every locale. */
  locale: string | null
  /** Any comment of the thread that it answers; the answer concerns the thread's locale. */
  parentId: number | null
  body: string
}

/** Starts a thread on a unit or answers in one. */
export function addComment(db: Database, actor: Actor, input: CommentToAdd): Promise<Comment> {
  return db.write(async (db, publish) => {
    const { unitId, body, parentId } = input
    const head = await openDocument(db, actor, 'project:comment', { unit: unitId }, input.locale ?? undefined)
    const parent = parentId === null ? null : await findComment(db, parentId)
    if (parent === undefined || (parent && parent.unitId !== unitId)) throw new Refusal('not-found')
    const thread = parent ? { parentId: parent.parentId ?? parent.id, locale: parent.locale } : { parentId: null, locale: input.locale }
    const facts = await insertComment(db, { ...thread, unitId, authorId: actor.accountId, body })
    await recordEvent(db, {
      kind: 'comment.added',
      ...{ actorId: actor.accountId, projectId: head.projectId, documentId: head.documentId, unitId, locale: thread.locale },
      payload: { commentId: facts.id },
    })
    for (const message of await threadMessages(db, head, facts)) publish(message)
    return comment(facts)
  })
}

export const comment = ({ id, parentId, locale, authorId, authorName, body, createdAt, resolvedAt }: CommentFacts): Comment => ({
  ...{ id, parentId, locale, body, createdAt, resolvedAt },
  author: { id: authorId, name: authorName },
})

/** How many threads are open now, for each locale that a comment concerns. */
export async function threadMessages(db: Writer, head: DocumentHead, { unitId, locale }: CommentFacts): Promise<LiveMessage[]> {
  const { documentId, projectId } = head
  const locales = locale === null ? await listTargetLocales(db, projectId) : [locale]
  return Promise.all(
    locales.map(async (locale) => {
      const data: LiveEvents['comment'] = { documentId, unitId, locale, open: await openThreadsOf(db, unitId, locale) }
      return { event: 'comment', data, audience: { projectId, documentId } }
    }),
  )
}
